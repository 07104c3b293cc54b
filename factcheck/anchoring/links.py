"""Which old sentences became which new ones: the whole of one version against the whole of the other.

Similarity only proposes here; whether a label may stay on a link is judged elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from factcheck.anchoring.anchors import Gap, Keys, anchor
from factcheck.anchoring.chains import Candidate, candidates, heaviest, in_place
from factcheck.anchoring.normal import folded

#: A move is believed from this similarity on, and only if it stands out from the second best: by this much at that
#: similarity, by less the nearer it is to 100.
MOVE, MARGIN = 70.0, 8.0
#: How much of a part must stand in a whole for the part to have been split off to a distant place.
HELD = 0.8
#: Sentences with fewer words than this are too common to be looked for at a distance.
FEW_WORDS = 4
#: More pairs than this among the leftovers of a rewrite are not compared; they count as gone and new.
MOST_PAIRS = 400_000


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences that became each other; one side has one sentence, or both have."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    #: It crosses another link: it stands at another place.
    moved: bool = False


@dataclass(slots=True)
class _Search:
    """What is known so far while two versions are compared."""

    old: Sequence[str]
    new: Sequence[str]
    links: list[Link] = field(default_factory=list)
    free_old: dict[int, str] = field(default_factory=dict)
    free_new: dict[int, str] = field(default_factory=dict)


def link(old: Sequence[str], new: Sequence[str]) -> tuple[Link, ...]:
    """Return the links between two versions, in old order; a sentence without a link is gone, or new.

    The answer mirrors itself: from new to old the same sentences are linked.
    """
    if (len(old), tuple(old)) > (len(new), tuple(new)):
        return tuple(sorted((Link(k.new, k.old, k.moved) for k in link(new, old)), key=lambda k: k.old))
    search = _Search(old, new)
    gaps = _anchors(search)
    if search.free_old and search.free_new:
        _equal_elsewhere(search)
        for gap in gaps:
            _fill(search, gap)
        _equal_elsewhere(search, ambiguous=True)
        _similar_elsewhere(search)
        _distant(search)
    return tuple(sorted(search.links, key=lambda k: k.old))


def _anchors(search: _Search) -> list[Gap]:
    """Link what is surely the same, word for word or but for its typography; return the gaps between."""
    old, new = search.old, search.new
    pairs, wide = anchor(old, new, Gap(range(len(old)), range(len(new))))
    for gap in wide:
        search.free_old |= {i: folded(old[i]) for i in gap.old}
        search.free_new |= {j: folded(new[j]) for j in gap.new}
    gaps = []
    for gap in wide:
        more, narrow = anchor(search.free_old, search.free_new, gap) if gap.is_open else ([], [])
        pairs += more
        gaps += narrow
    for i, j in pairs:
        _take(search, (i,), (j,))
    return gaps


def _fill(search: _Search, gap: Gap) -> None:
    """Link what can be linked in order inside a gap."""
    old = [i for i in gap.old if i in search.free_old]
    new = [j for j in gap.new if j in search.free_new]
    if not old or not new:
        return
    keys_old, keys_new = [search.free_old[i] for i in old], [search.free_new[j] for j in new]
    for c in _in_order(keys_old, keys_new, Gap(range(len(old)), range(len(new)))):
        _take(search, tuple(old[slice(*c.old)]), tuple(new[slice(*c.new)]))


def _in_order(old: Sequence[str], new: Sequence[str], gap: Gap) -> list[Candidate]:
    """Link what is alike in a gap, then, between those links, what is less alike but stands in the same place."""
    found = heaviest(candidates(old, new, gap), old, new)
    for inner in _between(gap, found):
        found += heaviest(in_place(old, new, inner), old, new)
    return found


def _between(gap: Gap, found: Sequence[Candidate]) -> list[Gap]:
    """Return the open gaps before, between and after links."""
    edges = [((0, gap.old.start), (0, gap.new.start)), *((c.old, c.new) for c in found)]
    edges.append(((gap.old.stop, 0), (gap.new.stop, 0)))
    gaps = [Gap(range(a[1], b[0]), range(i[1], j[0])) for (a, i), (b, j) in pairwise(edges)]
    return [inner for inner in gaps if inner.is_open]


def _take(search: _Search, old: tuple[int, ...], new: tuple[int, ...], *, moved: bool = False) -> None:
    search.links.append(Link(old, new, moved))
    for i in old:
        search.free_old.pop(i, None)
    for j in new:
        search.free_new.pop(j, None)


def _equal_elsewhere(search: _Search, *, ambiguous: bool = False) -> None:
    """Link leftovers that stand at another place, word for word, then but for their typography.

    Copies are told apart by their neighbours, which is seen to before the ambiguous ones are taken as they come:
    where one of several copies went, another must not take its place.
    """
    for exact in (True, False):
        old = _by_wording(search.free_old, search.old if exact else search.free_old)
        new = _by_wording(search.free_new, search.new if exact else search.free_new)
        for wording, copies in old.items():
            same = new.get(wording, [])
            if ambiguous or len(copies) == len(same):
                for i, j in zip(copies, same, strict=False):
                    _take(search, (i,), (j,), moved=True)


def _by_wording(free: Iterable[int], wordings: Keys) -> dict[str, list[int]]:
    at: defaultdict[str, list[int]] = defaultdict(list)
    for k in free:
        at[wordings[k]].append(k)
    return at


def _similar_elsewhere(search: _Search) -> None:
    """Link leftovers that stand at another place and were edited: each other's best by a margin."""
    if len(search.free_old) * len(search.free_new) <= MOST_PAIRS:
        for i, j in _mutual(search.free_old, search.free_new):
            _take(search, (i,), (j,), moved=True)


def _mutual(old: dict[int, str], new: dict[int, str]) -> list[tuple[int, int]]:
    """Return the pairs that are each other's best, well before any second best."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - slow to import, only needed where sentences differ

    rows: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    columns: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for i, text in old.items():
        if len(text.split()) >= FEW_WORDS:
            for _, score, j in process.extract(text, new, scorer=fuzz.ratio, score_cutoff=MOVE - MARGIN, limit=None):
                rows[i].append((score, j))
                columns[j].append((score, i))
    best = {i: _clear(found) for i, found in rows.items()}
    back = {j: _clear(found) for j, found in columns.items()}
    return [(i, j) for i, j in best.items() if j is not None and back[j] == i]


def _clear(found: list[tuple[float, int]]) -> int | None:
    """Return the best of several if it is good and stands out."""
    first, *others = sorted(found, reverse=True)
    second = others[0][0] if others else 0.0
    margin = max(1.0, MARGIN * (100.0 - first[0]) / (100.0 - MOVE))
    return first[1] if first[0] >= MOVE and first[0] - second >= margin else None


def _distant(search: _Search) -> None:
    """Give parts that were split off to another place to the sentence that held them, or that holds them now."""
    for n, known in enumerate(search.links):
        if len(known.old) == len(known.new) == 1:
            search.links[n] = _extended(search, known)


def _extended(search: _Search, known: Link) -> Link:
    i, j = known.old[0], known.new[0]
    old, new = folded(search.old[i]).split(), folded(search.new[j]).split()
    if len(old) > len(new) + FEW_WORDS:
        parts = _held(search.free_new, _missing(old, new))
        for part in parts:
            del search.free_new[part]
        return Link(known.old, tuple(sorted((j, *parts))), known.moved or bool(parts))
    if len(new) > len(old) + FEW_WORDS:
        parts = _held(search.free_old, _missing(new, old))
        for part in parts:
            del search.free_old[part]
        return Link(tuple(sorted((i, *parts))), known.new, known.moved or bool(parts))
    return known


def _missing(whole: Iterable[str], part: Iterable[str]) -> Counter[str]:
    return Counter(whole) - Counter(part)


def _held(free: dict[int, str], lost: Counter[str]) -> list[int]:
    """Return the free sentence, if exactly one, whose words are nearly all among those that a link lost."""
    found = []
    for k, text in free.items():
        words = Counter(text.split())
        if words.total() >= FEW_WORDS and (words & lost).total() >= HELD * words.total():
            found.append(k)
    return found if len(found) == 1 else []
