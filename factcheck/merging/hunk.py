"""A merge as a value: lines that are settled and places where somebody must choose; writing the markers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Side = Literal["base", "ours", "theirs"]


class Conflict(NamedTuple):
    """One place where both sides changed the same thing in different ways."""

    #: The record it is in; empty for the header.
    id: str
    #: The field; the first one where a label and what belongs to it must be chosen together.
    field: str
    #: The lines each side has there; empty where it has none.
    base: str
    ours: str
    theirs: str


class Markers(NamedTuple):
    """How conflicts are written."""

    size: int = 7
    ours: str = "ours"
    theirs: str = "theirs"
    #: What the version is called that both began with; empty if it is not shown, as where git's index tells it.
    base: str = ""


#: What a merge is made of, in the order of the file.
Part = str | Conflict


class MergeResult(NamedTuple):
    """What a merge came to."""

    parts: tuple[Part, ...]

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Return the places where somebody must choose, in the order of the file."""
        return tuple(part for part in self.parts if isinstance(part, Conflict))

    def data(self, markers: Markers | None = None) -> bytes:
        """Return the merged file, with git's markers around what each side has where they conflict."""
        markers = markers or Markers()
        return "".join(part if isinstance(part, str) else _marked(part, markers) for part in self.parts).encode()

    def choosing(self, side: Side) -> bytes:
        """Return the merged file with the lines of one side wherever there is a conflict."""
        return "".join(part if isinstance(part, str) else getattr(part, side) for part in self.parts).encode()


def _marked(conflict: Conflict, markers: Markers) -> str:
    top, began, middle, bottom = (sign * markers.size for sign in "<|=>")
    before = f"{began} {markers.base}\n{conflict.base}" if markers.base else ""
    return f"{top} {markers.ours}\n{conflict.ours}{before}{middle}\n{conflict.theirs}{bottom} {markers.theirs}\n"


def joined(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return the same parts with neighbouring strings joined into one and empty ones left out."""
    found: list[Part] = []
    for part in parts:
        if isinstance(part, str) and found and isinstance(last := found[-1], str):
            found[-1] = last + part
        elif part:
            found.append(part)
    return tuple(found)
