"""From what annotators say to the decisions to be made, and back to a decisions sidecar."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.carry import carry
from factcheck.model import Record, RecordId, Sidecar, Span
from factcheck.review.adjudication.votes import alternatives_of
from factcheck.review.alternatives import Alternatives
from factcheck.review.consensus import Final, FinalState, consensus, outdated, over
from factcheck.sidecar import fresh_id
from factcheck.sidecar.fields import ASIDES, IN_DECISIONS_ONLY, WITH_LABEL, has_any
from factcheck.text.article import Article
from factcheck.text.placement import place, place_all

#: What is taken over from an annotator; the decision keeps its own note.
_TAKEN = tuple(name for name in WITH_LABEL if name not in IN_DECISIONS_ONLY)


@dataclass(frozen=True, slots=True)
class DecisionState:
    """The decisions on an article, with those that are still to be made."""

    #: All sentences; what is disputed has no label.
    decisions: Sidecar
    disputed: frozenset[RecordId]
    others: Alternatives


def decision_state(
    article: Article, sidecars: Sequence[Sidecar], decisions: Sidecar | None, required: int = 1, *, blind: bool = False
) -> DecisionState:
    """Return the decisions as they stand, brought up to the article, with what is disputed laid open.

    A decision made before comes up again where its text was edited or where an annotator it weighed now says something
    else; its label then waits to be confirmed. Other decisions stay as they are.

    Args:
        article: The article as it is now.
        sidecars: What the annotators say; at least one.
        decisions: What was decided so far, if anything.
        required: How many annotators a sentence needs.
        blind: Call the annotators by letters that change from sentence to sentence.
    """
    current = _current(article, sidecars, decisions, required)
    finals = consensus(article, sidecars, current, required).finals
    whole = _along(article, current, finals)
    final_of = _finals(article, whole, finals)
    disputed = {name for name, final in final_of.items() if final.state is FinalState.DISPUTED}
    open_ = tuple(_opened(r, final_of[r.id]) if r.id in disputed else r for r in whole.sentences)
    voices = {r.id: alternatives_of(final_of[r.id], r, blind=blind) if r.id in disputed else () for r in open_}
    return DecisionState(
        whole._replace(sentences=open_), frozenset(disputed), Alternatives(voices, _TAKEN, asks_reason=True)
    )


def with_weighed_votes(article: Article, sidecars: Sequence[Sidecar], decisions: Sidecar) -> Sidecar:
    """Return the decisions as they are to be saved: each made one with the labels it weighed, the others without."""
    finals = consensus(article, sidecars, decisions).finals
    final_of = _finals(article, decisions, finals)
    return decisions._replace(sentences=tuple(_weighed(r, final_of.get(r.id)) for r in decisions.sentences))


def _weighed(record: Record, final: Final | None) -> Record:
    if not record.done:
        return record._replace(over="")
    if final and (not record.over or outdated(record, final.votes)):
        return record._replace(over=over(final.votes))
    return record


def _current(article: Article, sidecars: Sequence[Sidecar], decisions: Sidecar | None, required: int) -> Sidecar:
    """Return the decisions on the article as it is now; without a sentence if none were made yet."""
    if decisions is None:
        return Sidecar(article.name, None, sidecars[0].language, ())
    if place_all(article, [record.text for record in decisions.sentences]):
        return decisions
    texts = [final.text for final in consensus(article, sidecars, None, required).finals]
    return carry(decisions, texts).sidecar


def _along(article: Article, decisions: Sidecar, finals: Iterable[Final]) -> Sidecar:
    """Return the decisions with one record for each stretch the annotators speak of.

    What was decided keeps its boundaries; what was not follows those of the annotators, who may have divided or
    joined sentences since. A record with a remark that finds no place any more is retired.
    """
    held = _placed(article, decisions)
    taken = {record.id for record in (*decisions.sentences, *decisions.retired)}
    sentences: list[Record] = []
    for final in finals:
        inside = held[_first(held, final.span.start) : _first(held, final.span.end)]
        kept = [one for one in inside if one.record.done] or [one for one in inside if one.span == final.span]
        for piece in _filled(article, final, kept):
            record = piece if isinstance(piece, Record) else _new(piece, final, taken)
            taken.add(record.id)
            sentences.append(record)
    ids = {record.id for record in sentences}
    lost = (r for r in decisions.sentences if r.id not in ids and (r.done or r.was or has_any(r, ASIDES)))
    return decisions._replace(sentences=tuple(sentences), retired=(*decisions.retired, *lost))


class _PlacedRecord(NamedTuple):
    span: Span
    record: Record


def _placed(article: Article, sidecar: Sidecar) -> list[_PlacedRecord]:
    """Return the records that stand in the article, with where they stand, in order."""
    texts = [record.text for record in sidecar.sentences]
    where = zip(place(article, texts), sidecar.sentences, strict=True)
    return [_PlacedRecord(span, record) for span, record in where if span]


def _first(held: Sequence[_PlacedRecord], position: int) -> int:
    """Return the index of the first record that ends after a position."""
    return bisect_right(held, position, key=lambda one: one.span.end)


def _filled(article: Article, final: Final, kept: Iterable[_PlacedRecord]) -> Iterator[Record | str]:
    """Yield the records kept in a stretch, and the texts between them that have none."""
    position = final.span.start
    for one in kept:
        yield from _words(article.text[position : one.span.start])
        yield one.record
        position = one.span.end
    yield from _words(article.text[position : final.span.end])


def _words(text: str) -> Iterator[str]:
    if text.strip():
        yield text.strip()


def _new(text: str, final: Final, taken: Collection[RecordId]) -> Record:
    """Return a record without a decision, under the id that annotators know the sentence by, if they agree on it."""
    ids = (record.id for vote in final.votes for record in vote.records if record.text == text)
    return Record(next((name for name in ids if name not in taken), None) or fresh_id(text, taken), text)


def _finals(article: Article, decisions: Sidecar, finals: Sequence[Final]) -> Mapping[RecordId, Final]:
    """Return, for each decision record, the stretch it stands in."""
    starts = [final.span.start for final in finals]
    placed = ((one.record.id, finals[bisect_right(starts, one.span.start) - 1]) for one in _placed(article, decisions))
    return dict(placed)


def _opened(record: Record, final: Final) -> Record:
    """Return a disputed record ready to be decided; a decision of before waits to be confirmed."""
    record = record._replace(over=over(final.votes))
    if not record.done:
        return record
    return record._replace(label=None, skip="", was=record.text, was_label=record.label)
