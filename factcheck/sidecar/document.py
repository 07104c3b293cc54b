"""A sidecar as it stands in a file: its values, its bytes and the place of each field; how it is read is elsewhere."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from factcheck.model import Place, Sidecar
from factcheck.sidecar.places import Mark, Places, Section, canonical_places
from factcheck.sidecar.problems import Problem


class _Read(NamedTuple):
    """What is known of a version of a sidecar file once it has been read."""

    sidecar: Sidecar
    #: The file, byte for byte.
    data: bytes
    #: What to call the file in messages.
    path: str
    #: Whether it is in canonical form (comment lines between records count as such).
    canonical: bool = True
    #: What is wrong without making the file unreadable: unknown fields, ids that stand twice.
    problems: tuple[Problem, ...] = ()
    #: Where things stand in a file that is not in canonical form.
    found: Places | None = None


class Document(_Read):
    """One version of a sidecar file; what is slow and seldom asked for is computed on demand and kept."""

    def place(self, section: Section | None = None, index: int = 0, name: str = "id") -> Place:
        """Return where the value of a field begins, or its name where it has no value.

        Args:
            section: Which list; None for the header, whose fields are `article`, `annotator` and so on.
            index: Which record in it, from 0.
            name: Which of its fields; for one that is not there, the place of the record (or header) is returned.
        """
        return self.span(section, index, name)[0]

    def span(self, section: Section | None = None, index: int = 0, name: str = "id") -> tuple[Place, Place]:
        """Return where the value of a field begins and, exclusively, where it ends; see `place`."""
        mark = self.mark(section, index, name) or self.mark(section, index, "id" if section else "factcheck")
        if mark is None:
            return Place(1, 1), Place(1, 1)
        return mark.start, mark.end

    def mark(self, section: Section | None, index: int, name: str) -> Mark | None:
        """Return where a field's name and value stand, or None if it is not there."""
        return self.places.mark(section, index, name)

    @cached_property
    def places(self) -> Places:
        """Where everything stands."""
        return self.found or canonical_places(self.data.decode(), len(self.sidecar.sentences))
