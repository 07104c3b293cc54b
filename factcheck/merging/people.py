"""Which files of three trees are one person's labels on one article: told by what is in them, never by likeness."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.model import RecordId, Sidecar

#: The sidecars of one state of the repository: what git calls the content of each, by path.
Tree = Mapping[str, str]
#: Returns the sidecar that git's name of a content stands for; None where it cannot be read.
Reader = Callable[[str], Sidecar | None]


class Lineage(NamedTuple):
    """One person's labels on one article, by their paths in each tree; empty where there is no such file."""

    base: str
    sides: tuple[str, ...]

    @property
    def path(self) -> str:
        """Return where the labels belong after a merge; the first side's choice where they were moved differently."""
        moved = [side for side in self.sides if side and side != self.base]
        return moved[0] if moved else next(filter(None, self.sides), self.base)

    @property
    def moved_apart(self) -> bool:
        """Return whether the sides gave the file different names."""
        return len({side for side in self.sides if side and side != self.base}) > 1


def lineages(base: Tree, sides: Sequence[Tree], read: Reader) -> tuple[Lineage, ...]:
    """Return every person's labels on every article, in order of path.

    A file that is gone from a side went on as the new one there that has the same annotator and the most records of
    the same ids, at least half of them.
    """
    moves = [moved(base, side, read) for side in sides]
    found = []
    for path in base:
        own = tuple(path if path in side else to.get(path, "") for side, to in zip(sides, moves, strict=True))
        found.append(Lineage(path, own))
    known = [{one.sides[number] for one in found} for number in range(len(sides))]
    fresh = dict.fromkeys(p for n, side in enumerate(sides) for p in side if p not in base and p not in known[n])
    found += [Lineage("", tuple(path if path in side else "" for side in sides)) for path in fresh]
    return tuple(sorted(_joined(found), key=lambda one: one.path))


def _joined(found: Sequence[Lineage]) -> Iterator[Lineage]:
    """Yield the lineages, as one those that a rename on one side and a new file on the other brought to one path."""
    by_path: dict[str, Lineage] = {}
    for one in found:
        other = by_path.get(one.path)
        if other is None:
            by_path[one.path] = one
        elif all(not (a and b) for a, b in zip(one.sides, other.sides, strict=True)):
            sides = tuple(a or b for a, b in zip(one.sides, other.sides, strict=True))
            by_path[one.path] = Lineage(one.base or other.base, sides)
        else:
            yield one
    yield from by_path.values()


def moved(before: Tree, after: Tree, read: Reader) -> dict[str, str]:
    """Return the new path of each sidecar that is gone from its old one, as far as its labels went on elsewhere."""
    gone = [path for path in before if path not in after]
    new = [path for path in after if path not in before]
    if not gone or not new:
        return {}
    kept = {path: _ids(read(after[path])) for path in new}
    pairs = []
    for path in gone:
        who, ids = _ids(read(before[path]))
        for other, (name, others) in kept.items():
            shared = len(ids & others)
            if who is not None and name == who and 2 * shared >= max(1, min(len(ids), len(others))):
                pairs.append((-shared, path, other))
    found: dict[str, str] = {}
    for _, path, other in sorted(pairs):
        if path not in found and other not in found.values():
            found[path] = other
    return found


def _ids(sidecar: Sidecar | None) -> tuple[str | None, frozenset[RecordId]]:
    """Return whose labels these are, empty for decisions, and the ids of all records; None for what is unreadable."""
    if sidecar is None:
        return None, frozenset()
    return sidecar.annotator or "", frozenset(r.id for r in (*sidecar.sentences, *sidecar.retired))
