"""The labels of an article as rows of a table: one a sentence and annotator, with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from operator import itemgetter
from typing import Any, NamedTuple

from factcheck.model import Annotator, Label, Language, Record, RecordId, Sidecar, Span
from factcheck.review.consensus import Consensus, Final, over
from factcheck.sidecar import Document
from factcheck.sidecar.fields import KINDS, FieldKind
from factcheck.text.article import Article
from factcheck.text.placement import place_all, place_some

#: Halves of surrogate pairs, which UTF-8 cannot hold, as the inside of a regular expression's class.
HALVES = "\ud800-\udfff"
#: The same for XML 1.0, section 2.2; the line breaks of control characters it can hold.
NOT_IN_XML = rf"\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff{HALVES}"
#: What stands for a character that a format cannot hold; as long as it is, so that no position changes.
STAND_IN = "\ufffd"


class Status(StrEnum):
    """How it stands with one row."""

    LABELLED = "labelled"
    UNLABELLED = "unlabelled"
    SKIPPED = "skipped"
    #: The article no longer says the sentence.
    STALE = "stale"
    #: The sentence was set aside when it left the article.
    RETIRED = "retired"
    #: A label that was decided between annotators.
    DECISION = "decision"


class Row(NamedTuple):
    """One sentence and what one annotator says of it."""

    #: The article's path, relative to the desk, with forward slashes.
    article: str
    language: Language
    #: None in decisions, and where annotators agree.
    annotator: Annotator | None
    #: Which sentence of the sidecar, from 1; retired ones are counted on.
    n: int
    #: Code points of the article as decoded, from 0, the end exclusive; None where the article does not say it.
    start: int | None
    end: int | None
    status: Status
    record: Record

    @property
    def id(self) -> RecordId:
        """Return the record's id."""
        return self.record.id

    @property
    def text(self) -> str:
        """Return the sentence."""
        return self.record.text

    @property
    def label(self) -> Label | None:
        """Return the label, if there is one."""
        return self.record.label

    def value(self, column: str) -> object:
        """Return what stands in a column."""
        return getattr(self if column in _OF_ROWS else self.record, column)

    @property
    def cells(self) -> tuple[object, ...]:
        """Return what stands in each column, in the order of `COLUMNS`."""
        cells: tuple[object, ...] = _in_order((*self[:-1], *self.record))
        return cells


#: What a row says besides the fields of its record.
_OF_ROWS = Row._fields[:-1]
_FIRST = ("article", "language", "annotator", "id", "n", "start", "end", "text", "label", "source", "url", "note")
_ORDER = (*_FIRST, "unsure", "skip", "status", "was", "was_label", "reason", "over")
#: The columns of every table, in this order; fields that records get later come last.
COLUMNS = (*_ORDER, *(name for name in Record._fields if name not in _ORDER))
_in_order = itemgetter(*((*_OF_ROWS, *Record._fields).index(name) for name in COLUMNS))


class Table(NamedTuple):
    """The rows of one sidecar."""

    #: What the rows call the article.
    path: str
    sidecar: Sidecar
    rows: tuple[Row, ...]
    #: Whether its sentences are the whole article: only then can they be marked in it.
    tiles: bool
    #: The file itself, where it says more than the rows: comments, unknown fields, a layout of its own; else empty.
    layout: str = ""

    @property
    def annotator(self) -> Annotator | None:
        """Return whose labels they are; None for decisions."""
        return self.sidecar.annotator


class ExportedArticle(NamedTuple):
    """An article with the tables of its sidecars."""

    path: str
    #: As decoded, line breaks as they are.
    text: str
    tables: tuple[Table, ...]

    @property
    def language(self) -> Language:
        """Return the language, as the first sidecar says."""
        return self.tables[0].sidecar.language


def table(path: str, article: Article, document: Document) -> Table:
    """Return the rows of a sidecar.

    Args:
        path: What the rows call the article.
        article: The article as it is now.
        document: The sidecar, an annotator's or the decisions.
    """
    sidecar = document.sidecar
    texts = [record.text for record in sidecar.sentences]
    spans: Sequence[Span | None] | None = place_all(article, texts)
    tiles = spans is not None
    if spans is None:
        spans = place_some(article, texts)
    records = sidecar.sentences
    if "\r" in article.text or any("\r" in text for text in texts):
        records = tuple(_as_placed(record, span, article.text) for record, span in zip(records, spans, strict=True))
    placed = enumerate(zip(records, spans, strict=True), 1)
    rows = [_row(path, sidecar, n, one) for n, one in placed]
    count = len(rows)
    rows += [
        _row(path, sidecar, count + n, (record, None))._replace(status=Status.RETIRED)
        for n, record in enumerate(sidecar.retired, 1)
    ]
    return Table(path, sidecar, tuple(rows), tiles, "" if _says_all(document, rows) else document.data.decode())


def _says_all(document: Document, rows: Iterable[Row]) -> bool:
    """Return whether the rows say all that is in a sidecar's file, byte for byte."""
    sidecar = document.sidecar
    pairs = zip(rows, (*sidecar.sentences, *sidecar.retired), strict=True)
    same = bool(sidecar.sentences) and all(row.record is record for row, record in pairs)
    return same and document.is_plain and not has_halves(document.data)


#: Half of a surrogate pair, as a sidecar has it: always escaped.
_HALF = re.compile(rb"\\[uU](?:0000)?[dD][89a-fA-F]")


def has_halves(data: bytes) -> bool:
    """Return whether a sidecar's file may hold halves of characters."""
    return _HALF.search(data) is not None


def final_table(path: str, language: Language, found: Consensus) -> Table:
    """Return the final labels of an article as the rows of a sidecar that nobody wrote; see `table`."""
    rows = tuple(_final_row(path, language, n, final) for n, final in enumerate(found.finals, 1))
    return Table(path, Sidecar(path, None, language, ()), rows, tiles=True)


def _as_placed(record: Record, span: Span | None, text: str) -> Record:
    """Return a record that spells its line breaks as the article does at its place."""
    said = text[span.start : span.end] if span else record.text
    return record if said == record.text else record._replace(text=said)


def _row(path: str, sidecar: Sidecar, n: int, placed: tuple[Record, Span | None]) -> Row:
    record, span = placed
    start, end = span or (None, None)
    return Row(path, sidecar.language, sidecar.annotator, n, start, end, _status(sidecar, record, span), record)


def _status(sidecar: Sidecar, record: Record, span: Span | None) -> Status:
    if span is None:
        return Status.STALE
    if record.label:
        return Status.LABELLED if sidecar.annotator else Status.DECISION
    return Status.SKIPPED if record.skip else Status.UNLABELLED


def _final_row(path: str, language: Language, n: int, final: Final) -> Row:
    first = final.decision or next((record for vote in final.votes for record in vote.records), None)
    name = first.id if first else RecordId("")
    record = Record(name, final.text, final.label, source=final.source, unsure=final.unsure, over=over(final.votes))
    status = Status.LABELLED if final.label else Status.UNLABELLED
    if final.state == "skipped":
        skips = (record.skip for vote in final.votes for record in vote.records)
        record, status = record._replace(skip=next(filter(None, skips), "")), Status.SKIPPED
    if final.state == "decided":
        status = Status.DECISION
    row = _row(path, Sidecar(path, None, language, ()), n, (record, final.span))
    return row._replace(status=status)


def without(text: str, foreign: str = HALVES) -> str:
    r"""Return a text with a stand-in for each character that a format cannot hold.

    >>> without("a\ud800b") == "a\ufffdb"
    True
    """
    return re.sub(f"[{foreign}]", STAND_IN, text)


def article_without(article: ExportedArticle, foreign: str) -> ExportedArticle:
    """Return an article with stand-ins in its name, its text and all that its rows say; see `without`."""
    path = without(article.path, foreign)
    tables = (one._replace(path=path, rows=_rows_without(one, path, foreign)) for one in article.tables)
    return ExportedArticle(path, without(article.text, foreign), tuple(tables))


def _rows_without(found: Table, path: str, foreign: str) -> tuple[Row, ...]:
    return tuple(row._replace(article=path, record=record_without(row.record, foreign)) for row in found.rows)


def record_without(record: Record, foreign: str = HALVES) -> Record:
    """Return a record with stand-ins in all that it says; see `without`."""
    said: dict[str, Any] = {name: without(getattr(record, name), foreign) for name in _STRINGS}
    return record._replace(**said)


def in_common(record: Record) -> Record:
    """Return what a record and its row have in common, which can hold no halves and spells line breaks otherwise."""
    return record_without(record)._replace(text=in_common_text(record.text))


def in_common_text(text: str) -> str:
    """Return what a sentence and its text in a row have in common; see `in_common`."""
    return without(lines_only(text))


_STRINGS = [name for name, kind in KINDS.items() if kind in (FieldKind.TEXT, FieldKind.STRING)]


def lines_only(text: str) -> str:
    r"""Return a text with `\n` for each line break, for tools that count one however it is written."""
    return text.replace("\r\n", "\n")


def in_lines_only(text: str, position: int) -> int:
    r"""Return where a position of `text`, in code points, is in `lines_only(text)`."""
    return position - text.count("\r\n", 0, position)


def in_utf16(text: str, position: int) -> int:
    """Return a position of `text`, from code points to UTF-16 units, as JavaScript and Java count."""
    return (
        position + sum(1 for character in text[:position] if character > "\uffff") if not text.isascii() else position
    )


def from_utf16(text: str, position: int) -> int | None:
    """Return a position of `text`, from UTF-16 units to code points; None inside a character or outside the text."""
    units = 0
    for index, character in enumerate(text):
        if units >= position:
            return index if units == position else None
        units += 2 if character > "\uffff" else 1
    return len(text) if units == position else None
