"""The labels of an article as rows of a table: one a sentence and annotator, with where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property, partial
from itertools import repeat
from operator import add, itemgetter
from typing import Any, NamedTuple

from factcheck.model import Annotator, Label, Language, Record, RecordId, Sidecar
from factcheck.review.consensus import Consensus, Final, over
from factcheck.sidecar import Columns
from factcheck.sidecar.columns import records_of
from factcheck.sidecar.fields import KINDS, FieldKind
from factcheck.text.article import Article
from factcheck.text.placement import place_all, place_some, tile

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
#: Those of them that hold whole numbers, if anything.
PLACES = frozenset({"n", "start", "end"})
_in_order = itemgetter(*((*_OF_ROWS, *Record._fields).index(name) for name in COLUMNS))


#: What rows say, column by column, by the names of `COLUMNS`.
RowColumns = dict[str, Sequence[Any]]


class _Table(NamedTuple):
    """What is known of the rows of one sidecar."""

    #: What the rows call the article.
    path: str
    language: Language
    #: Whose labels they are; None for decisions.
    annotator: Annotator | None
    #: What may differ from row to row; a field of records that is not there is empty everywhere.
    columns: RowColumns
    #: Whether its sentences are the whole article: only then can they be marked in it.
    tiles: bool
    #: The file itself, where it says more than the rows: comments, unknown fields, a layout of its own; else empty.
    layout: str = ""
    #: Whether it is known that no string in the columns has a character that JSON escapes.
    bare: bool = False


class Table(_Table):
    """The rows of one sidecar: column by column, and row by row where that is asked for."""

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows, those of retired sentences last."""
        places = (self.columns[name] for name in ("n", "start", "end", "status"))
        said = records_of({name: self.columns[name] for name in Record._fields if name in self.columns})
        rows = zip(*places, said, strict=True)
        return tuple(Row(self.path, self.language, self.annotator, *one) for one in rows)


class ExportedArticle(NamedTuple):
    """An article with the tables of its sidecars."""

    path: str
    #: As decoded, line breaks as they are.
    text: str
    tables: tuple[Table, ...]

    @property
    def language(self) -> Language:
        """Return the language, as the first sidecar says."""
        return self.tables[0].language


def table(path: str, article: Article, sidecar: Columns, data: bytes, *, plain: bool) -> Table:
    """Return the rows of a sidecar.

    Args:
        path: What the rows call the article.
        article: The article as it is now.
        sidecar: What the sidecar says, an annotator's or the decisions.
        data: Its file.
        plain: Whether `write` would make the same file of what it says.
    """
    texts = sidecar.fields["text"]
    sentences, retired = texts[: sidecar.sentences], [None] * (len(texts) - sidecar.sentences)
    starts, ends, tiles = _placed(article, sentences)
    columns = {**sidecar.fields, "n": range(1, len(texts) + 1), "start": [*starts, *retired], "end": [*ends, *retired]}
    columns["status"] = [*_statuses(sidecar, starts), *[Status.RETIRED] * len(retired)]
    bare = plain and b"\\" not in data
    if "\r" in article.text or not bare:
        columns["text"] = list(map(partial(_as_placed, article.text), texts, columns["start"], columns["end"]))
    says_all = plain and bool(sentences) and columns["text"] == texts and (bare or not has_halves(data))
    layout = "" if says_all else data.decode()
    return Table(path, sidecar.language, sidecar.annotator, columns, tiles, layout, bare)


#: Code points of an article, one a row; None where it does not say the sentence.
_Places = Sequence[int | None]


def _placed(article: Article, texts: Sequence[str]) -> tuple[_Places, _Places, bool]:
    """Return where each text begins and ends, None where the article does not say it, and whether they tile it."""
    if "\r" not in article.text and (starts := tile(article, texts)) is not None:
        return starts, list(map(add, starts, map(len, texts))), True
    spans = place_all(article, texts)
    found = place_some(article, texts) if spans is None else spans
    return [span and span.start for span in found], [span and span.end for span in found], spans is not None


def _statuses(sidecar: Columns, starts: Sequence[int | None]) -> list[Status]:
    """Return how it stands with each sentence, given where they begin in the article."""
    labelled = Status.LABELLED if sidecar.annotator else Status.DECISION
    skips = sidecar.fields.get("skip") or repeat("")
    if all(sidecar.fields["label"]) and None not in starts:
        return [labelled] * sidecar.sentences
    each = zip(range(sidecar.sentences), starts, sidecar.fields["label"], skips, strict=False)
    return [
        Status.STALE if start is None else labelled if label else Status.SKIPPED if skip else Status.UNLABELLED
        for _, start, label, skip in each
    ]


#: Half of a surrogate pair, as a sidecar has it: always escaped.
_HALF = re.compile(rb"\\[uU](?:0000)?[dD][89a-fA-F]")


def has_halves(data: bytes) -> bool:
    """Return whether a sidecar's file may hold halves of characters."""
    return b"\\" in data and _HALF.search(data) is not None


def final_table(path: str, language: Language, found: Consensus) -> Table:
    """Return the final labels of an article as the rows of a sidecar that nobody wrote; see `table`."""
    finals = [_final(final) for final in found.finals]
    said = Columns.of(Sidecar(path, None, language, tuple(record for record, _ in finals)))
    spans, statuses = [final.span for final in found.finals], [status for _, status in finals]
    starts, ends = [span.start for span in spans], [span.end for span in spans]
    columns = {**said.fields, "n": range(1, len(spans) + 1), "start": starts, "end": ends, "status": statuses}
    return Table(path, language, None, columns, tiles=True)


def _as_placed(article: str, text: str, start: int | None, end: int | None) -> str:
    """Return a sentence that spells its line breaks as the article does at its place."""
    return text if start is None else article[start:end]


def _final(final: Final) -> tuple[Record, Status]:
    first = final.decision or next((record for vote in final.votes for record in vote.records), None)
    name = first.id if first else RecordId("")
    record = Record(name, final.text, final.label, source=final.source, unsure=final.unsure, over=over(final.votes))
    if final.state == "skipped":
        skips = (record.skip for vote in final.votes for record in vote.records)
        return record._replace(skip=next(filter(None, skips), "")), Status.SKIPPED
    if final.state == "decided":
        return record, Status.DECISION
    return record, Status.LABELLED if final.label else Status.UNLABELLED


def without(text: str, foreign: str = HALVES) -> str:
    r"""Return a text with a stand-in for each character that a format cannot hold.

    >>> without("a\ud800b") == "a\ufffdb"
    True
    """
    return re.sub(f"[{foreign}]", STAND_IN, text)


def article_without(article: ExportedArticle, foreign: str) -> ExportedArticle:
    """Return an article with stand-ins in its name, its text and all that its rows say; see `without`."""
    path = without(article.path, foreign)
    tables = (one._replace(path=path, columns=_columns_without(one.columns, foreign)) for one in article.tables)
    return ExportedArticle(path, without(article.text, foreign), tuple(tables))


def _columns_without(columns: RowColumns, foreign: str) -> RowColumns:
    said = {name: [without(value, foreign) for value in columns[name]] for name in _STRINGS if name in columns}
    return columns | said


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
