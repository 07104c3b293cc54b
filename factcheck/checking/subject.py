"""What the rules look at: an article with all its sidecars, each with its text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from factcheck.config import Config
from factcheck.errors import FactcheckError
from factcheck.model import LineStarts, Place, Record, Sidecar, Span, is_again
from factcheck.sidecar import Document, SidecarError
from factcheck.text.article import Article
from factcheck.text.placement import covers, place

if TYPE_CHECKING:
    from factcheck.intake.source_file import SourceRecord
    from factcheck.review.consensus import Consensus


class Remark(NamedTuple):
    """What a rule has to say; its code, severity and usual remedy come from the table of codes."""

    path: str
    place: Place
    #: What is wrong, as one sentence without a full stop.
    message: str
    end: Place | None = None
    #: What to do next, where it is not the usual remedy.
    hint: str = ""


class _Sheet(NamedTuple):
    """What was read of a sidecar."""

    path: str
    data: bytes
    document: Document | None
    error: SidecarError | None = None


class Sheet(_Sheet):
    """A sidecar as it was read: a document, or the reason why there is none; neither where its bytes are not known."""

    @property
    def name(self) -> str:
        """Return its file name, without folders."""
        return self.path.rpartition("/")[2]

    @cached_property
    def lines(self) -> list[str]:
        """Return its lines, without line breaks and byte order mark; bytes that are no UTF-8 are replaced."""
        return [line.removesuffix("\r") for line in self.data.decode("utf-8-sig", "replace").split("\n")]


class SourceSheet(NamedTuple):
    """The source file of an article as it was read: what it says, or why it cannot be read."""

    path: str
    data: bytes
    record: SourceRecord | None
    error: FactcheckError | None = None
    #: The hash of the article's bytes; empty where there is no article.
    text_sha256: str = ""

    @property
    def lines(self) -> list[str]:
        """Return its lines; bytes that are no UTF-8 are replaced."""
        return self.data.decode("utf-8-sig", "replace").split("\n")


class _Current(NamedTuple):
    """What a rule may ask of a sidecar that could be read."""

    sheet: Sheet
    document: Document
    sidecar: Sidecar
    article: Article
    #: Whether the sentences tile the article.
    tiles: bool


class Current(_Current):
    """A sidecar that could be read, set against the article as it is now."""

    @cached_property
    def spans(self) -> Sequence[Span | None]:
        """Return where each sentence stands; None for one that the article no longer says."""
        texts = [record.text for record in self.sidecar.sentences]
        return place(self.article, texts)

    def at(self, index: int, field: str, message: str) -> Remark:
        """Return a remark about a field of a sentence, flagged from its first to its last character."""
        start, end = self.document.span("sentences", index, field)
        return Remark(self.sheet.path, start, message, end)


class _Subject(NamedTuple):
    """What the rules are told."""

    #: The article's path, even where there is no such file.
    path: str
    #: None where it is missing or cannot be read.
    article: Article | None
    sidecars: tuple[Sheet, ...]
    config: Config
    #: Why an article that is there cannot be read.
    unreadable: FactcheckError | None
    #: The annotators' sidecars that could be read; none without an article.
    annotators: tuple[Current, ...]
    #: Second tries of annotators: checked for themselves, but no vote.
    again: tuple[Current, ...]
    #: The decisions, if any were written down and could be read.
    decisions: Current | None
    #: The file names of sidecars that could belong to another article as well, each with that article.
    rivals: tuple[tuple[str, str], ...] = ()
    #: By sidecar, the ids of labels that are older than the codebook; known only where a rule asks for it.
    outgrown: Mapping[str, frozenset[str]] = MappingProxyType({})
    #: Where the article comes from, if that is written down.
    source: SourceSheet | None = None


class Subject(_Subject):
    """An article and its sidecars, with the settings that hold for them."""

    @property
    def current(self) -> tuple[Current, ...]:
        """Return every sidecar that could be read, the decisions last."""
        return (*self.annotators, *self.again, *([self.decisions] if self.decisions else []))

    @property
    def whole(self) -> bool:
        """Return whether every sidecar could be read: else nobody knows what its annotator, or the decisions, say."""
        return all(sheet.document for sheet in self.sidecars)

    @property
    def alone(self) -> bool:
        """Return whether one annotator's labels are all there is and all that is asked for."""
        return len(self.annotators) == 1 and not self.decisions and self.config.annotators == 1

    @cached_property
    def consensus(self) -> Consensus:
        """Return what the annotators say together; only where there is an article."""
        from factcheck.review.consensus import consensus  # noqa: PLC0415 - one annotator's labels need none

        assert self.article is not None  # noqa: S101 - the rules ask only then
        decisions = self.decisions.sidecar if self.decisions else None
        return consensus(
            self.article, [one.sidecar for one in self.annotators], decisions, required=self.config.annotators
        )

    def in_article(self, span: Span, message: str, hint: str = "") -> Remark:
        """Return a remark about a stretch of the article."""
        return Remark(self.path, self._starts.place(span.start), message, self._starts.place(span.end), hint)

    def find(self, record: Record) -> tuple[Current, int]:
        """Return the sidecar that holds `record`, and its number there."""
        return self._homes[id(record)]

    @cached_property
    def _homes(self) -> dict[int, tuple[Current, int]]:
        """Where each record is, by its identity: equal ones may be in several sidecars."""
        return {id(record): (one, index) for one in self.current for index, record in enumerate(one.sidecar.sentences)}

    def line(self, path: str, number: int) -> str:
        """Return a line of one of the subject's files; empty where there is none."""
        lines = self._lines if path == self.path else self._sheets[path].lines
        return lines[number - 1] if 0 < number <= len(lines) else ""

    @cached_property
    def _sheets(self) -> dict[str, Sheet | SourceSheet]:
        """The sidecars and the source file, by path."""
        sheets: list[Sheet | SourceSheet] = [*self.sidecars, *([self.source] if self.source else [])]
        return {sheet.path: sheet for sheet in sheets}

    @cached_property
    def _lines(self) -> list[str]:
        return [line.removesuffix("\r") for line in self.article.text.split("\n")] if self.article else []

    @cached_property
    def _starts(self) -> LineStarts:
        return LineStarts(self.article.text if self.article else "")


def subject(
    path: str,
    article: Article | None,
    sidecars: Iterable[Sheet],
    config: Config,
    *,
    unreadable: FactcheckError | None = None,
    rivals: tuple[tuple[str, str], ...] = (),
    outgrown: Mapping[str, frozenset[str]] | None = None,
) -> Subject:
    """Return an article and its sidecars, set against one another, for the rules to look at."""
    sheets = tuple(sidecars)
    current = [_current(article, sheet, sheet.document) for sheet in sheets if sheet.document] if article else []
    annotators = tuple(one for one in current if one.sidecar.annotator and not is_again(one.sidecar.annotator))
    again = tuple(one for one in current if is_again(one.sidecar.annotator))
    decisions = next((one for one in current if not one.sidecar.annotator), None)
    return Subject(path, article, sheets, config, unreadable, annotators, again, decisions, rivals, outgrown or {})


def _current(article: Article, sheet: Sheet, document: Document) -> Current:
    sidecar = document.sidecar
    current = covers(article, [record.text for record in sidecar.sentences])
    return Current(sheet, document, sidecar, article, current)
