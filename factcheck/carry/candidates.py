"""The best way to link the sentences of a gap in order: candidates by similarity, then the heaviest chain of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.carry.anchors import Gap

#: Similarities, from 0 to 100, from which one sentence may have become another, or the parts of another.
ALIKE, ALIKE_PARTS = 58.0, 78.0
#: By how much the parts together must be more alike than the best of them alone.
GAIN = 6.0
#: Gaps with more pairs than this (a rewrite of a book) are compared near the diagonal only, that many apart.
MOST_PAIRS, BAND = 1_000_000, 250
#: How much of their longer words two sentences share that stand in the same place; less where they are alone there.
SHARED, SHARED_ALONE = 0.42, 0.29
#: Gaps with at most this many pairs are searched for such sentences.
SMALL = 400
#: Into how many parts at most a sentence is split, or out of how many it is merged.
PARTS = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """Neighbouring old sentences that may have become neighbouring new ones, one on at least one side."""

    #: From, up to but not including.
    old: tuple[int, int]
    new: tuple[int, int]
    score: float

    def mirrored(self) -> Candidate:
        """Return the same with the sides exchanged."""
        return Candidate(self.new, self.old, self.score)


def candidates(old: Sequence[str], new: Sequence[str], gap: Gap) -> list[Candidate]:
    """Return the links that are alike enough to be considered inside a gap.

    Args:
        old: Folded sentences.
        new: Folded sentences.
        gap: Which of them to look at.
    """
    single = list(_single(old, new, gap))
    best_old: dict[int, float] = {}
    best_new: dict[int, float] = {}
    for c in single:
        best_old[c.old[0]] = max(c.score, best_old.get(c.old[0], 0.0))
        best_new[c.new[0]] = max(c.score, best_new.get(c.new[0], 0.0))
    split = _parts(old, new, gap, best_old)
    merged = (c.mirrored() for c in _parts(new, old, Gap(gap.new, gap.old), best_new))
    return [*(c for c in single if c.score >= ALIKE), *split, *merged]


def _single(old: Sequence[str], new: Sequence[str], gap: Gap) -> Iterator[Candidate]:
    """Yield pairs of one sentence and one."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - slow to import, only needed where sentences differ

    for i in gap.old:
        choices = {j: new[j] for j in _near(i, gap)}
        for _, score, j in process.extract(old[i], choices, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None):
            yield Candidate((i, i + 1), (j, j + 1), score)


def _near(i: int, gap: Gap) -> range:
    """Return the new sentences that are compared with an old one: all, or those near the diagonal of a huge gap."""
    if len(gap.old) * len(gap.new) <= MOST_PAIRS:
        return gap.new
    middle = gap.new.start + (i - gap.old.start) * len(gap.new) // len(gap.old)
    return range(max(gap.new.start, middle - BAND), min(gap.new.stop, middle + BAND))


def _parts(old: Sequence[str], new: Sequence[str], gap: Gap, best: dict[int, float]) -> Iterator[Candidate]:
    """Yield one old sentence with two or three new ones that together are more like it than any alone."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - see _single

    for size in range(2, PARTS + 1):
        starts = range(gap.new.start, gap.new.stop - size + 1)
        joined = {j: " ".join(new[j : j + size]) for j in starts}
        for i in gap.old if starts else ():
            near = _near(i, gap)
            choices = joined if near == gap.new else {j: joined[j] for j in near if j in joined}
            cutoff = max(ALIKE_PARTS, best.get(i, 0.0) + GAIN)
            if cutoff > 100:
                continue
            for _, score, j in process.extract(old[i], choices, scorer=fuzz.ratio, score_cutoff=cutoff, limit=None):
                yield Candidate((i, i + 1), (j, j + size), score)


def in_place(old: Sequence[str], new: Sequence[str], gap: Gap) -> list[Candidate]:
    """Return pairs that share many of their longer words, for a small gap whose neighbours are linked.

    Where they stand makes up for what they lack in likeness; two that are alone in the gap need less of it.
    """
    if len(gap.old) * len(gap.new) > SMALL:
        return []
    needed = SHARED_ALONE if len(gap.old) == len(gap.new) == 1 else SHARED
    old_words, new_words = (
        {k: _long_words(texts[k]) for k in part} for texts, part in ((old, gap.old), (new, gap.new))
    )
    shares = [(i, j, _shared(old_words[i], new_words[j])) for i in gap.old for j in gap.new]
    return [Candidate((i, i + 1), (j, j + 1), ALIKE * share) for i, j, share in shares if share >= needed]


def _long_words(text: str) -> frozenset[str]:
    return frozenset(word for word in text.split() if len(word) > 3)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much of both is in both, by letters (Dice)."""
    both = sum(map(len, one)) + sum(map(len, other))
    return 2 * sum(map(len, one & other)) / both if both else 0.0


def heaviest(found: Sequence[Candidate], old: Sequence[str], new: Sequence[str]) -> list[Candidate]:
    """Return the chain of candidates, in order on both sides, that explains most text.

    A candidate weighs the code points it links times how alike they are. Old places are swept from left to right:
    where a candidate starts, the best chain so far that ends before it in the new text is looked up; where it ends,
    it is entered. n log n.
    """
    events = sorted(
        [(c.old[1], 0, at) for at, c in enumerate(found)] + [(c.old[0], 1, at) for at, c in enumerate(found)]
    )
    chains = _Chains(max((c.new[1] for c in found), default=0))
    best: list[tuple[float, int]] = [(0.0, -1)] * len(found)
    for _, starts, at in events:
        if starts:
            best[at] = chains.before(found[at].new[0])
        else:
            chains.enter(found[at].new[1], best[at][0] + _weight(found[at], old, new), at)
    chain = []
    _, at = chains.before(chains.size)
    while at >= 0:
        chain.append(found[at])
        at = best[at][1]
    return chain[::-1]


class _Chains:
    """The heaviest chain that ends by each place: a tree of prefix maxima (Fenwick 1994)."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def before(self, place: int) -> tuple[float, int]:
        """Return weight and last candidate of the heaviest chain that ends at `place` or earlier."""
        found = (0.0, -1)
        while place > 0:
            found = max(found, self._tree[place])
            place -= place & -place
        return found

    def enter(self, place: int, weight: float, candidate: int) -> None:
        """Add a chain that ends at `place`."""
        while place <= self.size:
            self._tree[place] = max(self._tree[place], (weight, candidate))
            place += place & -place


def _weight(c: Candidate, old: Sequence[str], new: Sequence[str]) -> float:
    length = sum(map(len, old[slice(*c.old)])) + sum(map(len, new[slice(*c.new)]))
    return c.score * length
