"""Which old sentences became which new ones: the whole of one version against the whole of the other.

Similarity only proposes; whether a label may stay on a link is for `judgement`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from factcheck.carry.anchors import Gap, Keys, anchor, increasing
from factcheck.carry.candidates import Candidate, candidates, heaviest, in_place
from factcheck.text.normal import folded

#: Sentences between the same two neighbours, as many as before, are the same ones edited from this similarity on.
PLAIN = 80.0
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


@dataclass(frozen=True, slots=True)
class _Part:
    """Old and new sentences between the same two neighbours, by index."""

    old: tuple[int, ...]
    new: tuple[int, ...]


@dataclass(slots=True)
class _Search:
    """What is known so far while two versions are compared."""

    old: Sequence[str]
    new: Sequence[str]
    #: Links between sentences that are the same word for word, in place; then all others.
    same: list[Link] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    #: Sentences without a link, by index: as they are at first, then folded.
    free_old: dict[int, str] = field(default_factory=dict)
    free_new: dict[int, str] = field(default_factory=dict)


def link(old: Sequence[str], new: Sequence[str]) -> tuple[Link, ...]:
    """Return the links between two versions, in old order; a sentence without a link is gone, or new.

    The answer mirrors itself: from new to old the same sentences are linked.
    """
    if (len(old), tuple(old)) > (len(new), tuple(new)):
        return tuple(sorted((Link(k.new, k.old, k.moved) for k in link(new, old)), key=lambda k: k.old))
    search = _Search(old, new)
    wide = _anchored(search)
    if search.free_old and search.free_new:
        _same_elsewhere(search, old, new)
        wide = [part for part in wide if not _plain_edit(search, part)]
        search.free_old = {i: folded(text) for i, text in search.free_old.items()}
        search.free_new = {j: folded(text) for j, text in search.free_new.items()}
        narrow = [inner for part in wide for inner in _folded(search, part)]
        _same_elsewhere(search, search.free_old, search.free_new)
        for part in narrow:
            _fill(search, part)
        _same_elsewhere(search, search.free_old, search.free_new, ambiguous=True)
        _similar_elsewhere(search)
        _distant(search)
    return _with_moves([*search.same, *search.links])


def _anchored(search: _Search) -> list[_Part]:
    """Link what is surely the same, word for word; return what lies between, and call it free."""
    old, new = search.old, search.new
    pairs, gaps = anchor(old, new, Gap(range(len(old)), range(len(new))))
    search.same = [Link((i,), (j,)) for i, j in pairs]
    for gap in gaps:
        search.free_old |= {i: old[i] for i in gap.old}
        search.free_new |= {j: new[j] for j in gap.new}
    return [_Part(tuple(gap.old), tuple(gap.new)) for gap in gaps if gap.is_open]


def _plain_edit(search: _Search, part: _Part) -> bool:
    """Link the sentences of a part one to one, if there are as many on both sides and each is mostly the other."""
    if len(part.old) != len(part.new):
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - slow to import, only needed where sentences differ

    for i, j in zip(part.old, part.new, strict=True):
        old, new = search.free_old.get(i), search.free_new.get(j)
        if old is None or new is None or not fuzz.ratio(old, new, score_cutoff=PLAIN):
            return False
    for i, j in zip(part.old, part.new, strict=True):
        _take(search, (i,), (j,))
    return True


def _folded(search: _Search, part: _Part) -> list[_Part]:
    """Link what is surely the same inside a part but for its typography; return what lies between."""
    old, new = _still_free(search, part)
    if not old or not new:
        return []
    keys_old, keys_new = [search.free_old[i] for i in old], [search.free_new[j] for j in new]
    pairs, gaps = anchor(keys_old, keys_new, Gap(range(len(old)), range(len(new))))
    for i, j in pairs:
        _take(search, (old[i],), (new[j],))
    return [_Part(old[g.old.start : g.old.stop], new[g.new.start : g.new.stop]) for g in gaps if g.is_open]


def _still_free(search: _Search, part: _Part) -> tuple[tuple[int, ...], tuple[int, ...]]:
    old = tuple(i for i in part.old if i in search.free_old)
    return old, tuple(j for j in part.new if j in search.free_new)


def _fill(search: _Search, part: _Part) -> None:
    """Link what can be linked in order inside a part."""
    old, new = _still_free(search, part)
    if not old or not new:
        return
    keys_old, keys_new = [search.free_old[i] for i in old], [search.free_new[j] for j in new]
    for c in _in_order(keys_old, keys_new, Gap(range(len(old)), range(len(new)))):
        _take(search, old[slice(*c.old)], new[slice(*c.new)])


def _with_moves(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return the links in old order; those outside the longest run that is in order on both sides have moved."""
    ordered = sorted(links, key=lambda k: k.old)
    staying = {i for i, _ in increasing([(k.old[0], k.new[0]) for k in ordered])}
    return tuple(replace(k, moved=True) if k.old[0] not in staying else k for k in ordered)


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


def _take(search: _Search, old: tuple[int, ...], new: tuple[int, ...]) -> None:
    search.links.append(Link(old, new))
    for i in old:
        del search.free_old[i]
    for j in new:
        del search.free_new[j]


def _same_elsewhere(search: _Search, old: Keys, new: Keys, *, ambiguous: bool = False) -> None:
    """Link free sentences of the same wording, wherever they stand.

    Copies are told apart by their neighbours, which is seen to before the ambiguous ones are taken as they come:
    where one of several copies went, another must not take its place.
    """
    places = _by_wording(search.free_new, new)
    for wording, copies in _by_wording(search.free_old, old).items():
        same = places.get(wording, [])
        if ambiguous or len(copies) == len(same):
            for i, j in zip(copies, same, strict=False):
                _take(search, (i,), (j,))


def _by_wording(free: Iterable[int], wordings: Keys) -> dict[str, list[int]]:
    at: defaultdict[str, list[int]] = defaultdict(list)
    for k in free:
        at[wordings[k]].append(k)
    return at


def _similar_elsewhere(search: _Search) -> None:
    """Link leftovers that stand at another place and were edited: each other's best by a margin."""
    if len(search.free_old) * len(search.free_new) <= MOST_PAIRS:
        for i, j in _mutual(search.free_old, search.free_new):
            _take(search, (i,), (j,))


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
            longer = len(search.old[known.old[0]]) - len(search.new[known.new[0]])
            if abs(longer) > FEW_WORDS:
                search.links[n] = _extended(search, known)


def _extended(search: _Search, known: Link) -> Link:
    i, j = known.old[0], known.new[0]
    old, new = folded(search.old[i]).split(), folded(search.new[j]).split()
    if len(old) > len(new) + FEW_WORDS:
        parts = _held(search.free_new, _missing(old, new))
        for part in parts:
            del search.free_new[part]
        return Link(known.old, tuple(sorted((j, *parts))))
    if len(new) > len(old) + FEW_WORDS:
        parts = _held(search.free_old, _missing(new, old))
        for part in parts:
            del search.free_old[part]
        return Link(tuple(sorted((i, *parts))), known.new)
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
