"""The annotators' labels on a disputed sentence, named or anonymous."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase
from zlib import crc32

from factcheck.model import Record
from factcheck.review.alternatives import Alternative
from factcheck.review.consensus import Final, Vote
from factcheck.sidecar.fields import ASIDES, SHOWN, combined


def alternatives_of(final: Final, record: Record, *, blind: bool = False) -> tuple[Alternative, ...]:
    """Return what each annotator says, by name; blind, in an order and by letters that tell nobody's name.

    Args:
        final: The stretch, with the votes on it.
        record: The decision to be made.
        blind: Whether to withhold the names.
    """
    votes = sorted(final.votes, key=lambda vote: _shuffled(vote, record)) if blind else final.votes
    names = _letters(len(votes)) if blind else [vote.annotator for vote in votes]
    return tuple(_voice(name, vote, record) for name, vote in zip(names, votes, strict=True))


def _shuffled(vote: Vote, record: Record) -> int:
    """Return what to sort a vote by: the same each time, and without a pattern from sentence to sentence."""
    return crc32(f"{vote.annotator}\n{record.id}".encode())


def _letters(count: int) -> list[str]:
    """Return names for voices without a name.

    >>> _letters(3)
    ['A', 'B', 'C']
    """
    return [(ascii_uppercase[at % 26]) * (at // 26 + 1) for at in range(count)]


def _voice(name: str, vote: Vote, record: Record) -> Alternative:
    first = vote.records[0]
    said = Record(
        record.id,
        first.text if len(vote.records) == 1 else record.text,
        first.label if _one(vote.records) else None,
        skip=first.skip if _one(vote.records) else "",
        **combined(vote.records, dict.fromkeys((*SHOWN, *ASIDES)), "; "),
    )
    return Alternative(name, vote.answer, said, takable=said.done)


def _one(records: Sequence[Record]) -> bool:
    """Return whether there is one answer only."""
    return len({(record.label, record.skip) for record in records}) == 1
