"""Sentences that are surely the same in two versions: the fixed points of an alignment."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Gap:
    """Neighbouring sentences of both versions that still look for each other."""

    old: range
    new: range

    @property
    def is_open(self) -> bool:
        """Return whether both sides have sentences."""
        return bool(self.old) and bool(self.new)


#: Sentences by their index: all of them, or those that still look for each other.
Keys = Sequence[str] | Mapping[int, str]


def anchor(old: Keys, new: Keys, gap: Gap) -> tuple[list[tuple[int, int]], list[Gap]]:
    """Return the pairs of equal keys that a gap surely holds, in order, and the gaps that remain between them.

    Equal heads and tails first; then keys that occur once on each side, of which the longest increasing subsequence
    holds (patience diff); then the same inside each gap. Linear in the number of sentences, but for the sorting.
    """
    pairs: list[tuple[int, int]] = []
    open_gaps: list[Gap] = []
    waiting = [gap]
    while waiting:
        ends, inner = _trim(old, new, waiting.pop())
        pairs += ends
        fixed = increasing(unique) if inner.is_open and (unique := _unique(old, new, inner)) else []
        pairs += fixed
        if fixed:
            waiting += _between(inner, fixed)
        elif inner.old or inner.new:
            open_gaps.append(inner)
    return sorted(pairs), sorted(open_gaps, key=lambda g: (g.old.start, g.new.start))


def _trim(old: Keys, new: Keys, gap: Gap) -> tuple[list[tuple[int, int]], Gap]:
    """Pair off the equal heads and tails of a gap."""
    i, j, i_end, j_end = gap.old.start, gap.new.start, gap.old.stop, gap.new.stop
    pairs = []
    while i < i_end and j < j_end and old[i] == new[j]:
        pairs.append((i, j))
        i, j = i + 1, j + 1
    while i < i_end and j < j_end and old[i_end - 1] == new[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
        pairs.append((i_end, j_end))
    return pairs, Gap(range(i, i_end), range(j, j_end))


def _unique(old: Keys, new: Keys, gap: Gap) -> list[tuple[int, int]]:
    """Return the pairs of keys that occur exactly once on each side, in old order."""
    section_old, section_new = [old[i] for i in gap.old], [new[j] for j in gap.new]
    if set(section_old).isdisjoint(section_new):
        return []
    once_old, once_new = _once(section_old, gap.old), _once(section_new, gap.new)
    return [(i, once_new[key]) for key, i in once_old.items() if key in once_new]


def _once(keys: Sequence[str], places: range) -> dict[str, int]:
    counts = Counter(keys)
    return {key: i for i, key in zip(places, keys, strict=True) if counts[key] == 1 and key}


def increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs, in order on both sides (Fredman 1975)."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for at, (_, j) in enumerate(pairs):
        pile = bisect_left(tops, j)
        before.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [j]
        piles[pile : pile + 1] = [at]
    found = []
    at = piles[-1] if piles else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _between(gap: Gap, fixed: Sequence[tuple[int, int]]) -> list[Gap]:
    """Return what is left of a gap before, between and after its fixed pairs."""
    edges = [(gap.old.start - 1, gap.new.start - 1), *fixed, (gap.old.stop, gap.new.stop)]
    gaps = [Gap(range(a + 1, b), range(i + 1, j)) for (a, i), (b, j) in pairwise(edges)]
    return [g for g in gaps if g.old or g.new]
