"""Who labels which article and who labels its overlap, worked out from names and paths alone."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple


class Assignment(NamedTuple):
    """Who is to label one article."""

    path: str
    owner: str
    #: Who gives the second labels there; never the owner.
    overlap: str


class DeskPlan(NamedTuple):
    """Who labels what at a desk."""

    #: Among whom it is dealt.
    people: tuple[str, ...]
    assignments: tuple[Assignment, ...]
    #: Articles that everybody labels, and that are therefore dealt to nobody.
    calibrating: int
    #: How many sentences of each article the second annotator labels, as the desk has set; 0 where it has not.
    overlap: int
    #: Whether it is dealt in turn.
    even: bool = False


def plan(paths: Sequence[str], people: Sequence[str]) -> tuple[Assignment, ...]:
    """Return who labels what: by rendezvous hashing, so that somebody who joins or leaves moves nobody else's work.

    Of the hashes of a path with each name the highest is the owner's and the lowest the overlap's: a new name can
    only take one of the two places over. Thaler and Ravishankar, IEEE/ACM Transactions on Networking 6, 1998.

    Args:
        paths: The articles, relative to the desk, so that every clone plans the same.
        people: Two or more names.
    """
    return tuple(_assigned(path, people) for path in sorted(paths))


def _assigned(path: str, people: Sequence[str]) -> Assignment:
    ranked = sorted(people, key=lambda name: (_weight(path, name), name))
    return Assignment(path, ranked[-1], ranked[0])


def even_plan(paths: Sequence[str], people: Sequence[str]) -> tuple[Assignment, ...]:
    """Return who labels what, dealt in turn: as even as can be, but a new name or article may move anybody's work."""
    names = sorted(people)
    dealt = sorted(paths, key=lambda path: (_weight(path, ""), path))
    found = []
    for number, path in enumerate(dealt):
        rounds, place = divmod(number, len(names))
        other = (place + 1 + rounds % (len(names) - 1)) % len(names)
        found.append(Assignment(path, names[place], names[other]))
    return tuple(sorted(found))


def _weight(path: str, name: str) -> bytes:
    return hashlib.sha256(f"{name}\0{path}".encode("utf-8", "surrogateescape")).digest()
