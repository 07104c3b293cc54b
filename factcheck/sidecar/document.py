"""A sidecar as it stands in a file: its values, its bytes and the place of each field."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from factcheck.model import Place, Sidecar
from factcheck.sidecar.fields import FIELDS
from factcheck.sidecar.places import FieldPlace, Places, Section, canonical_places
from factcheck.yaml.problems import Problem, ProblemKind


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

    def mark(self, section: Section | None, index: int, name: str) -> FieldPlace | None:
        """Return where a field's name and value stand, or None if it is not there."""
        return self.places.mark(section, index, name)

    def keeping_unknown(self, new: Sidecar) -> Sidecar:
        """Return new values with those records retired that they leave out although they hold fields we do not know."""
        if not any(problem.kind is ProblemKind.UNKNOWN_FIELD for problem in self.problems):
            return new
        marks = self.found.marks if self.found else ()
        telling = {index for section, index, name in marks if section == "sentences" and name not in FIELDS}
        kept = {record.id for record in (*new.sentences, *new.retired)}
        gone = [record for index, record in enumerate(self.sidecar.sentences) if index in telling]
        return new._replace(retired=(*new.retired, *(record for record in gone if record.id not in kept)))

    @cached_property
    def places(self) -> Places:
        """Where everything stands."""
        return self.found or canonical_places(self.data.decode(), len(self.sidecar.sentences))
