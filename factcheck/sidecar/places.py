"""Where each field of a sidecar stands in its file; found on demand, since it matters only when something is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from factcheck.model import Place, Record

Section = Literal["sentences", "retired"]

#: A record has at most as many lines in canonical form, and so has the header.
_MOST_LINES = len(Record._fields)


class FieldPlace(NamedTuple):
    """The name of a field and its value in the file; the ends are exclusive."""

    key: Place
    start: Place
    end: Place


class Places(NamedTuple):
    """Where the records of a sidecar begin, and where each field is."""

    lines: Sequence[str]
    #: The number, from 1, of each record's first line.
    starts: Mapping[Section, Sequence[int]]
    #: The fields found while reading; the others are in canonical form.
    marks: Mapping[tuple[Section | None, int, str], FieldPlace] = MappingProxyType({})

    def mark(self, section: Section | None, index: int, name: str) -> FieldPlace | None:
        """Return where a field is, or None if the record (or, without a section, the header) has no such field."""
        if found := self.marks.get((section, index, name)):
            return found
        if (section, index, "id" if section else "factcheck") in self.marks:
            return None
        return self._scan(section, index, name)

    def _scan(self, section: Section | None, index: int, name: str) -> FieldPlace | None:
        first = self.starts[section][index] if section else self._header()
        margin = 2 if section else 0
        for number in range(first, min(first + _MOST_LINES, len(self.lines) + 1)):
            line = self.lines[number - 1]
            if line.startswith(f"{name}:", margin):
                return _mark(line, number, margin, margin + len(name) + 1)
            if number > first and not line.startswith(" " * margin):
                break
        return None

    def _header(self) -> int:
        return next(number for number, line in enumerate(self.lines, 1) if line.startswith("factcheck:"))


def canonical_places(text: str, sentences: int) -> Places:
    """Return the places in a file in canonical form with so many sentences."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines, 1) if line.startswith("- ")]
    return Places(lines, {"sentences": starts[:sentences], "retired": starts[sentences:]})


def _mark(line: str, number: int, key: int, after: int) -> FieldPlace:
    """Return the mark of a one-line field; one without a value is where its name is."""
    start, end = (after + 1, len(line)) if after + 1 < len(line) else (key, after - 1)
    return FieldPlace(Place(number, key + 1), Place(number, start + 1), Place(number, end + 1))
