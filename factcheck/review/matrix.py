"""What annotators say about one article, piece by piece: who gave which label.

A piece is what lies between two boundaries that anybody set, so that somebody who divided a sentence and somebody who
did not can be compared. Only labels on text that the article still says are there; the others are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.model import Annotator, Record, Sidecar, Span
from factcheck.text.article import Article
from factcheck.text.placement import place

#: What a skipped sentence is called among the answers.
SKIP = "skip"

#: What follows the answer of somebody who is unsure.
DOUBT = "?"


class LeftOut(NamedTuple):
    """How many records have no part in the figures, and why."""

    #: The article no longer says the sentence, or says it elsewhere.
    stale: int = 0
    retired: int = 0
    unlabelled: int = 0
    decisions: int = 0

    def plus(self, other: LeftOut) -> LeftOut:
        """Return both together."""
        return LeftOut(*map(sum, zip(self, other, strict=True)))


class Matrix(NamedTuple):
    """The pieces of one article and each annotator's answers to them."""

    #: The annotators who labelled something, by name.
    names: tuple[Annotator, ...]
    #: Each piece in code points of the article's text, in order.
    spans: Sequence[Span]
    #: For each annotator as many answers: a label or `skip`, with `?` after it where they are unsure; or nothing.
    columns: tuple[Sequence[str], ...]
    left_out: LeftOut = LeftOut()

    @property
    def rows(self) -> Iterable[tuple[str, ...]]:
        """Return the answers piece by piece."""
        return zip(*self.columns, strict=True)


def matrix(
    article: Article, sidecars: Iterable[Sidecar], answer: Callable[[Sidecar, Record], str] | None = None
) -> Matrix:
    """Return what the annotators say about each piece of an article, whatever the order of their sidecars.

    Args:
        article: The article as it is now.
        sidecars: The annotators' sidecars; of decisions it is only told how many were left out.
        answer: Returns what stands in the place of a record's answer; nothing where it has none.
    """
    left_out = LeftOut()
    placed = []
    for sidecar in sorted(sidecars, key=lambda sidecar: sidecar.annotator or ""):
        if sidecar.annotator is None:
            left_out = left_out.plus(LeftOut(decisions=sum(record.done for record in sidecar.sentences)))
            continue
        one = _placed(article, sidecar, answer or _answer)
        left_out = left_out.plus(one.left_out)
        if any(one.answers):
            placed.append(one)
    names = tuple(one.name for one in placed)
    if all(one.spans == placed[0].spans for one in placed):
        return Matrix(names, placed[0].spans if placed else (), tuple(tuple(one.answers) for one in placed), left_out)
    spans = tuple(_pieces(article, placed))
    return Matrix(names, spans, tuple(tuple(_answers(one, spans)) for one in placed), left_out)


class _PlacedLabels(NamedTuple):
    """One annotator's sentences where they stand."""

    name: Annotator
    spans: Sequence[Span]
    answers: Sequence[str]
    left_out: LeftOut


def _placed(article: Article, sidecar: Sidecar, answer_of: Callable[[Sidecar, Record], str]) -> _PlacedLabels:
    records = sidecar.sentences
    where = place(article, [record.text for record in records])
    answers = [answer_of(sidecar, record) for record in records]
    spans = [span for span in where if span]
    stale = sum(span is None and answer != "" for span, answer in zip(where, answers, strict=True))
    if len(spans) < len(records):
        answers = [answer for span, answer in zip(where, answers, strict=True) if span]
    retired = sum(record.done for record in sidecar.retired)
    assert sidecar.annotator  # noqa: S101 - decisions never come here
    return _PlacedLabels(sidecar.annotator, spans, answers, LeftOut(stale, retired, answers.count("")))


def _answer(_sidecar: Sidecar, record: Record) -> str:
    # A plain string: members of an enumeration are slow to count.
    answer = str(record.label) if record.label else SKIP if record.skip else ""
    return f"{answer}{DOUBT}" if record.unsure and answer else answer


def _pieces(article: Article, placed: Iterable[_PlacedLabels]) -> Iterator[Span]:
    """Yield what lies between the boundaries that anybody set, as far as it has a letter or a digit."""
    ends = sorted({end for one in placed for span in one.spans for end in span})
    for start, end in pairwise(ends):
        if any(map(str.isalnum, article.prose[start:end])):
            yield Span(start, end)


def _answers(one: _PlacedLabels, spans: Iterable[Span]) -> Iterator[str]:
    """Yield the annotator's answer to each piece; nothing where none of their sentences is."""
    said = zip(one.spans, one.answers, strict=True)
    span, answer = next(said, (Span(0, 0), ""))
    for piece in spans:
        while span.end <= piece.start:
            span, answer = next(said, (Span(piece.end, piece.end + 1), ""))
        yield answer if span.start <= piece.start else ""
