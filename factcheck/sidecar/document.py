"""A sidecar as it stands in a file: its values, its bytes and the place of each field; how it is read is elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from factcheck.model import Place, Sidecar
from factcheck.sidecar.problems import Problem

Section = Literal["sentences", "retired"]

#: A record has at most as many lines, and so has the header.
_MOST_LINES = 12


@dataclass(frozen=True)
class Document:
    """One version of a sidecar file; what is slow and seldom asked for is computed on demand and kept."""

    sidecar: Sidecar
    #: The file, byte for byte.
    data: bytes
    #: What to call the file in messages.
    path: str
    #: Whether it is in canonical form (comment lines between records count as such).
    canonical: bool = True
    #: What is wrong without making the file unreadable: unknown fields, ids that stand twice.
    problems: tuple[Problem, ...] = ()

    def place(self, section: Section | None = None, index: int = 0, field: str = "id") -> Place:
        """Return where the value of a field begins; the field's name where it has no value.

        Args:
            section: Which list; None for the header, whose fields are `article`, `annotator` and so on.
            index: Which record in it, from 0.
            field: Which of its fields; where the record has no such field, the place of the record is returned.
        """
        return self.span(section, index, field)[0]

    def span(self, section: Section | None = None, index: int = 0, field: str = "id") -> tuple[Place, Place]:
        """Return where the value of a field begins and, exclusively, ends; see `place`."""
        first, margin = (self._starts[section][index], 2) if section else (self._top, 0)
        name = f"{field}:"
        for number in range(first, first + _MOST_LINES):
            line = self._lines[number]
            if line.startswith(name, margin):
                return _extent(line, number, margin, margin + len(name))
            if number > first and not line.startswith(" " * margin):
                break
        return _extent(self._lines[first], first, margin, len(self._lines[first]))

    @cached_property
    def _lines(self) -> list[str]:
        return self.data.decode().split("\n")

    @cached_property
    def _top(self) -> int:
        return next(number for number, line in enumerate(self._lines) if line.startswith("factcheck:"))

    @cached_property
    def _starts(self) -> dict[Section, list[int]]:
        """The number, from 0, of the first line of each record."""
        starts = [number for number, line in enumerate(self._lines) if line.startswith("- ")]
        count = len(self.sidecar.sentences)
        return {"sentences": starts[:count], "retired": starts[count:]}


def _extent(line: str, number: int, key: int, after: int) -> tuple[Place, Place]:
    """Return where the value after a key's colon stands; the key itself where there is no value."""
    start, end = (after + 1, len(line)) if after + 1 < len(line) else (key, len(line))
    return Place(number + 1, start + 1), Place(number + 1, end + 1)
