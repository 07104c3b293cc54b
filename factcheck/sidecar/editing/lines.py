"""A sidecar cut into header, records and fields, line by line and with their comments, whoever laid it out."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import dataclass
from itertools import pairwise

from factcheck.model import Place
from factcheck.sidecar.document import Document
from factcheck.sidecar.places import FieldPlace, Section
from factcheck.yaml.problems import Problem, ProblemKind

_KEY = re.compile(r"(?:- |  )([a-z_]+):")


@dataclass(frozen=True, slots=True)
class FieldLines:
    """One field's lines, without line ends and, in the first, without what stands to the left of its name."""

    name: str
    lines: tuple[str, ...]
    #: What follows its value on the last line: a comment, with the space before it.
    tail: str = ""
    #: Comment and blank lines below, before the next field.
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordLines:
    """One record's lines, or the header's."""

    #: Comment and blank lines above it.
    above: tuple[str, ...]
    #: What stands to the left of its first field's name: `- `, or nothing in the header.
    dash: str
    fields: tuple[FieldLines, ...]

    def lines(self) -> list[str]:
        """Return all its lines."""
        lines = list(self.above)
        for number, field in enumerate(self.fields):
            margin = " " * len(self.dash) if number else self.dash
            lines += [margin + field.lines[0], *field.lines[1:], *field.after]
        return lines


@dataclass(frozen=True, slots=True)
class SidecarLines:
    """A whole file; its lines in this order are the file."""

    header: RecordLines
    sentences: tuple[RecordLines, ...]
    #: The line `retired:` with what stands above it; nothing where there is no such list.
    middle: tuple[str, ...]
    retired: tuple[RecordLines, ...]
    #: Comment and blank lines at the end.
    below: tuple[str, ...]
    #: `"\n"`, or `"\r\n"` where all lines end so.
    newline: str
    #: A byte order mark, where the file begins with one.
    mark: str = ""

    def data(self) -> bytes:
        """Return the file."""
        lines = self.header.lines()
        for record in self.sentences:
            lines += record.lines()
        lines += self.middle
        for record in self.retired:
            lines += record.lines()
        return (self.mark + self.newline.join([*lines, *self.below, ""])).encode()


class NotByLinesError(Exception):
    """Two fields share a line, or the lists are not where they belong."""

    def __init__(self, line: int) -> None:
        """Keep the number of the line that is in the way, from 1."""
        super().__init__(line)
        self.line = line


def sidecar_lines(document: Document) -> SidecarLines:
    """Return the lines of a sidecar; joined again they are the same file, but for a missing line feed at its end.

    Raises:
        NotByLinesError: It is not laid out in lines.
    """
    return _Cutter(document).sidecar()


def misplaced(document: Document, line: int, message: str, hint: str) -> Problem:
    """Return the problem of a line that is in the way."""
    text = document.places.lines[line - 1].rstrip("\r")
    begin = len(text) - len(text.lstrip())
    return Problem(ProblemKind.SYNTAX, message, Place(line, begin + 1), Place(line, len(text) + 1), hint)


class _Cutter:
    """Walks down a file once; line numbers are from 1, as in places."""

    def __init__(self, document: Document) -> None:
        self._places = document.places
        lines = list(self._places.lines)
        self._mark = "\ufeff" if document.data.startswith(BOM_UTF8) else ""
        if not lines[-1].strip():
            lines.pop()
        self._newline = "\r\n" if all(line.endswith("\r") for line in lines) else "\n"
        self._lines = [line.removesuffix("\r") for line in lines] if self._newline == "\r\n" else lines
        self._marks: dict[tuple[Section | None, int], dict[str, FieldPlace]] = {}
        for (section, index, name), mark in self._places.marks.items():
            self._marks.setdefault((section, index), {})[name] = mark

    def sidecar(self) -> SidecarLines:
        """Return all of it."""
        marks = self._marks.get((None, 0)) or self._header_marks()
        names = list(marks)
        lists = names[names.index("sentences") :]
        if lists not in (["sentences"], ["sentences", "retired"]):
            misplaced = next(name for name in lists[1:] if name != "retired" or name != lists[1])
            raise NotByLinesError(marks[misplaced].key.line)
        top, end = marks["sentences"].key.line, len(self._lines) + 1
        middle = marks["retired"].key.line if "retired" in marks else end
        self._refuse_unless_alone(top, "sentences")
        line = FieldPlace(marks["sentences"].key, marks["sentences"].key, Place(top, len("sentences") + 1))
        fields = {name: marks[name] for name in names if name not in lists} | {"sentences": line}
        header = self._record(fields, 1, top + 1)
        sentences, above = self._records("sentences", top, middle)
        if middle == end:
            return SidecarLines(header, sentences, (), (), above, self._newline, self._mark)
        self._refuse_unless_alone(middle, "retired")
        retired, below = self._records("retired", middle, end)
        above = (*above, self._lines[middle - 1])
        return SidecarLines(header, sentences, above, retired, below, self._newline, self._mark)

    def _header_marks(self) -> dict[str, FieldPlace]:
        names = ("factcheck", "article", "annotator", "language", "sentences")
        found = {name: self._places.mark(None, 0, name) for name in names}
        if "retired:" in self._lines:
            place = Place(self._lines.index("retired:") + 1, 1)
            found["retired"] = FieldPlace(place, place, Place(place.line, len("retired:")))
        return {name: mark for name, mark in found.items() if mark}

    def _refuse_unless_alone(self, number: int, name: str) -> None:
        """Raise `NotByLinesError` if a list begins on the line of its name."""
        if not re.fullmatch(rf"{name}:\s*(?:\[\s*\]\s*)?(?:#.*)?", self._lines[number - 1]):
            raise NotByLinesError(number)

    def _records(self, section: Section, above: int, stop: int) -> tuple[tuple[RecordLines, ...], tuple[str, ...]]:
        """Return the records between two lines, and the blank and comment lines after the last."""
        starts = [*self._places.starts[section], stop]
        records = []
        begin = above + 1
        for index, (start, limit) in enumerate(pairwise(starts)):
            marks = self._marks.get((section, index)) or self._scan(start)
            after = self._end_of_record(start, limit)
            records.append(self._record(marks, begin, after))
            begin = after
        return tuple(records), self._unsaid(begin, stop)

    def _end_of_record(self, start: int, limit: int) -> int:
        """Return the first of the lines before `limit` that are blank or comments no deeper than the dash."""
        margin = self._lines[start - 1].find("-")
        number = limit
        while number - 1 > start and _is_aside(self._lines[number - 2], margin):
            number -= 1
        return number

    def _unsaid(self, begin: int, stop: int) -> tuple[str, ...]:
        lines = self._lines[begin - 1 : stop - 1]
        for number, line in enumerate(lines, begin):
            if not _is_aside(line) and line.strip() != "---":
                raise NotByLinesError(number)
        return tuple(lines)

    def _scan(self, start: int) -> dict[str, FieldPlace]:
        """Return the fields of a record in canonical form."""
        marks = {}
        for number in range(start, len(self._lines) + 1):
            found = _KEY.match(self._lines[number - 1])
            if not found or (number > start and found[0].startswith("-")):
                break
            line, end = Place(number, 3), Place(number, len(self._lines[number - 1]) + 1)
            marks[found[1]] = FieldPlace(line, line, end)
        return marks

    def _record(self, marks: dict[str, FieldPlace], begin: int, stop: int) -> RecordLines:
        """Return the record whose lines, with those above it, are from `begin` up to `stop`."""
        found = list(marks.items())
        first = found[0][1].key
        keys = [*(mark.key.line for _, mark in found), stop]
        dash = self._lines[first.line - 1][: first.column - 1]
        columns = {mark.key.column for _, mark in found}
        if sorted(set(keys)) != keys or len(columns) > 1 or not re.fullmatch(" *- +|", dash):
            raise NotByLinesError(_first_crowded(keys, first.line))
        fields = [self._field(name, mark, below) for (name, mark), below in zip(found, keys[1:], strict=True)]
        return RecordLines(self._unsaid(begin, first.line), dash, tuple(fields))

    def _field(self, name: str, mark: FieldPlace, stop: int) -> FieldLines:
        """Return the field whose lines, with those below it, go up to `stop`."""
        last = min(max(mark.key.line, mark.end.line - (mark.end.column == 1)), stop - 1)
        if mark.end.line >= stop:  # to the parser, a list or mapping ends where the next thing begins
            while last > mark.key.line and _is_aside(self._lines[last - 1]):
                last -= 1
        lines = self._lines[mark.key.line - 1 : last]
        tail = self._lines[last - 1][mark.end.column - 1 :] if last == mark.end.line else ""
        tail = tail.removeprefix(":") if mark.start == mark.key else tail
        after = self._lines[last : stop - 1]
        for number, line in enumerate(after, last + 1):
            if not _is_aside(line):
                raise NotByLinesError(number)
        first = lines[0][mark.key.column - 1 :]
        return FieldLines(name, (first, *lines[1:]), tail if "#" in tail else "", tuple(after))


def _first_crowded(lines: list[int], otherwise: int) -> int:
    """Return the first line that is not below the one before it; `otherwise` where all are."""
    return next((line for above, line in pairwise(lines) if line <= above), otherwise)


def _is_aside(line: str, margin: int | None = None) -> bool:
    """Return whether a line is blank or a comment, and if `margin` is given, one that begins no deeper."""
    bare = line.lstrip()
    return not bare or (bare.startswith("#") and (margin is None or len(line) - len(bare) <= margin))
