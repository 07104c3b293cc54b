"""What the annotators of an article say together: each stretch's votes and final label.

Annotators are matched by where their sentences stand in the article as it is now, never by similarity, so one who
divided a sentence and one who did not still vote on the same stretch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from factcheck.model import Annotator, Label, Record, Sidecar, Span, is_again
from factcheck.text.article import Article
from factcheck.text.placement import place

#: What a skipped sentence is called where labels are listed.
SKIP = "skip"


class FinalState(StrEnum):
    """How far a stretch of the article has come."""

    LABELLED = "labelled"
    SKIPPED = "skipped"
    DECIDED = "decided"
    #: Fewer annotators than required have labelled it.
    UNLABELLED = "unlabelled"
    #: Annotators differ and nothing is decided, or a label changed since the decision.
    DISPUTED = "disputed"


class Vote(NamedTuple):
    """What one annotator says about one stretch; several records where they divided it."""

    annotator: Annotator
    records: tuple[Record, ...]

    @property
    def done(self) -> bool:
        """Return whether the annotator has dealt with all of the stretch."""
        return all(record.done for record in self.records)

    @property
    def answer(self) -> str:
        """Return the label or `skip`; several joined by `+` where the parts differ."""
        answers = dict.fromkeys(record.label or SKIP for record in self.records if record.done)
        return "+".join(answers)


class Final(NamedTuple):
    """One stretch of the article with what is said about it in the end."""

    span: Span
    text: str
    state: FinalState
    #: The decided or agreed label; None while unlabelled or disputed, and where skipped.
    label: Label | None = None
    source: str = ""
    votes: tuple[Vote, ...] = ()
    #: The decision, if one was made, even where it is outdated.
    decision: Record | None = None

    @property
    def unsure(self) -> bool:
        """Return whether anybody is unsure and nothing has been decided."""
        return self.state is not FinalState.DECIDED and any(r.unsure for vote in self.votes for r in vote.records)


class Consensus(NamedTuple):
    """All stretches in the article's order, and the records of sentences that the article no longer says."""

    finals: tuple[Final, ...]
    stale: tuple[tuple[Sidecar, Record], ...] = ()


class _PlacedRecord(NamedTuple):
    """A record where it stands; ordered by start, so that a sort brings rivals together."""

    start: int
    end: int
    sidecar: Sidecar
    record: Record


def consensus(
    article: Article, sidecars: Iterable[Sidecar], decisions: Sidecar | None = None, required: int = 1
) -> Consensus:
    """Return what the annotators say together about each stretch of the article.

    Args:
        article: The article as it is now.
        sidecars: The annotators' sidecars; a second try of one of them has no vote.
        decisions: The decisions sidecar, if there is one.
        required: How many annotators must have labelled a sentence; a decision stands for all.
    """
    placed: list[_PlacedRecord] = []
    stale: list[tuple[Sidecar, Record]] = []
    first = (sidecar for sidecar in sidecars if not is_again(sidecar.annotator))
    for sidecar in (*first, *((decisions,) if decisions else ())):
        spans = place(article, [record.text for record in sidecar.sentences])
        for record, span in zip(sidecar.sentences, spans, strict=True):
            if not (sidecar.annotator or record.done):
                continue
            if span:
                placed.append(_PlacedRecord(span.start, span.end, sidecar, record))
            else:
                stale.append((sidecar, record))
    placed.sort(key=lambda p: (p.start, p.end, p.sidecar.annotator or ""))
    finals = [final for group in _overlapping(placed) for final in _settle(article, group, required)]
    return Consensus(tuple(_with_gaps(article, finals)), tuple(stale))


def over(votes: Iterable[Vote]) -> str:
    """Return the votes as a decision records them: `alice=claim bob=opinion`, by name."""
    return " ".join(sorted(f"{vote.annotator}={vote.answer}" for vote in votes if vote.done))


def outdated(decision: Record, votes: Iterable[Vote]) -> bool:
    """Return whether a decision was made over other labels than the annotators have now.

    So it was where an annotator it weighed says something else or has no record of the stretch any more. Neither an
    emptied label counts, which may be waiting to be confirmed, nor an annotator that it did not weigh.
    """
    return _outdated(decision, _answers(votes))


def _answers(votes: Iterable[Vote]) -> dict[str, str]:
    """Return what each annotator says about a stretch; empty for one who has not dealt with all of it."""
    return {vote.annotator: vote.answer if vote.done else "" for vote in votes}


def _outdated(decision: Record, answers: Mapping[str, str]) -> bool:
    weighed = (pair.partition("=")[::2] for pair in decision.over.split())
    return any(answers.get(name) not in (answer, "") for name, answer in weighed)


def _overlapping(placed: Sequence[_PlacedRecord]) -> Iterator[list[_PlacedRecord]]:
    """Yield the runs of placed records that share any of the article's text, in order."""
    group: list[_PlacedRecord] = []
    end = 0
    for one in placed:
        if group and one.start >= end:
            yield group
            group = []
        group.append(one)
        end = max(end, one.end)
    if group:
        yield group


def _settle(article: Article, group: Sequence[_PlacedRecord], required: int) -> Iterator[Final]:
    """Yield the stretch's final label, or one for each part that the decisions divide it into."""
    votes = _votes(group)
    decided = [p for p in group if p.sidecar.annotator is None]
    answers = _answers(votes)
    fresh = [p for p in decided if not _outdated(p.record, answers)]
    span = Span(group[0].start, max(p.end for p in group))
    if fresh and len(fresh) == len(decided):
        position = span.start
        for p in fresh:
            yield from _left_open(article, Span(position, p.start), votes, required)
            yield _final(article, Span(p.start, p.end), FinalState.DECIDED, votes=votes, decision=p.record)
            position = p.end
        yield from _left_open(article, Span(position, span.end), votes, required)
        return
    state = _state(votes, required, disputed=bool(decided))
    yield _final(article, span, state, votes=votes, decision=decided[0].record if decided else None)


def _left_open(article: Article, span: Span, votes: tuple[Vote, ...], required: int) -> Iterator[Final]:
    """Yield the part of a stretch that its decisions leave out, if any: it is as open as the whole was."""
    for part in _stretches(article, span.start, span.end):
        yield _final(article, part, _state(votes, required, disputed=False), votes=votes, decision=None)


def _votes(group: Iterable[_PlacedRecord]) -> tuple[Vote, ...]:
    by_annotator: dict[Annotator, list[Record]] = {}
    for p in group:
        if p.sidecar.annotator:
            by_annotator.setdefault(p.sidecar.annotator, []).append(p.record)
    return tuple(Vote(name, tuple(records)) for name, records in sorted(by_annotator.items()))


def _state(votes: Sequence[Vote], required: int, *, disputed: bool) -> FinalState:
    answers = [vote.answer for vote in votes if vote.done]
    if len(set(answers)) > 1 or (answers and disputed):
        return FinalState.DISPUTED
    if len(answers) < required:
        return FinalState.UNLABELLED
    return FinalState.SKIPPED if answers[0] == SKIP else FinalState.LABELLED


def _final(
    article: Article, span: Span, state: FinalState, *, votes: tuple[Vote, ...], decision: Record | None
) -> Final:
    settled = state in {FinalState.LABELLED, FinalState.DECIDED}
    records = [decision] if decision else [record for vote in votes for record in vote.records]
    labels = dict.fromkeys(record.label for record in records if record.done) if settled else {}
    label = next(iter(labels)) if len(labels) == 1 else None
    source = next((record.source for record in records if record.source), "") if label is Label.SOURCED else ""
    return Final(span, article.sentence(span), state, label, source, votes, decision)


def _with_gaps(article: Article, finals: Iterable[Final]) -> Iterator[Final]:
    """Yield the finals, and between them an unlabelled one for each stretch of prose that no sidecar knows."""
    position = 0
    for final in finals:
        yield from _gap(article, position, final.span.start)
        yield final
        position = final.span.end
    yield from _gap(article, position, len(article.text))


def _gap(article: Article, start: int, end: int) -> Iterator[Final]:
    for span in _stretches(article, start, end):
        yield Final(span, article.sentence(span), FinalState.UNLABELLED)


def _stretches(article: Article, start: int, end: int) -> Iterator[Span]:
    """Yield the prose between two places, without the white space around it, if there is any."""
    piece = article.prose[start:end]
    if words := piece.strip():
        start += piece.index(words)
        yield Span(start, start + len(words))
