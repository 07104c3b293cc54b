"""The values of a sidecar that is YAML but not in canonical form, and all that is wrong with it, with places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from factcheck.i18n import deferred
from factcheck.model import Place, Record, Sidecar
from factcheck.sidecar.fields import ALWAYS, IN_DECISIONS_ONLY
from factcheck.sidecar.places import FieldPlace, Places, Section
from factcheck.sidecar.reading import values as known
from factcheck.sidecar.reading.folding import FoldedText, fold_records, is_sound
from factcheck.yaml.nodes import Entries, Entry, Items, Node, Scalar
from factcheck.yaml.problems import Problem, ProblemKind, SidecarError
from factcheck.yaml.tree import parse_tree

SECTIONS: tuple[Section, ...] = ("sentences", "retired")

#: Problems with which the values are known all the same.
BEARABLE = frozenset({ProblemKind.UNKNOWN_FIELD, ProblemKind.DUPLICATE_ID})


@dataclass(frozen=True, slots=True)
class LenientReading:
    """What was read: the values, where they stand, and what is wrong without being in the way."""

    sidecar: Sidecar
    places: Places
    problems: tuple[Problem, ...]


def read_freely(text: str, path: str, *, folded: bool = True) -> LenientReading:
    """Return the sidecar in `text`, whatever YAML style it is written in.

    Args:
        text: The file, decoded.
        path: What to call it in messages.
        folded: Whether records in canonical form are taken out first, which is faster and changes nothing else.

    Raises:
        SidecarError: With every problem of the file, unless it is not even YAML: then with the first.
    """
    out = fold_records(text) if folded else FoldedText(text, ())
    root = parse_tree(out.text, path, text)
    if out.records and not (isinstance(root, Entries) and is_sound(out, _lists(root))):
        return read_freely(text, path, folded=False)
    if not isinstance(root, Entries) or not root.get("factcheck"):
        top = root.start if root else Place(1, 1)
        hint = deferred("A sidecar says `factcheck: 1` in its first lines; `factcheck annotate ARTICLE` writes one.")
        raise SidecarError(
            (Problem(ProblemKind.NOT_OURS, deferred("not a sidecar of factcheck"), top, top, hint),), path
        )
    return _Interpreter(root, out.records).reading(text, path)


def _lists(root: Entries) -> list[Node]:
    return [entry.value for entry in root.entries if entry.key.text in SECTIONS]


class _Interpreter:
    """Goes through a tree once, noting values, places and problems."""

    def __init__(self, root: Entries, folded: tuple[Record, ...]) -> None:
        self._root = root
        self._folded = iter(folded)
        self._problems: list[Problem] = []
        self._marks: dict[tuple[Section | None, int, str], FieldPlace] = {}
        self._starts: dict[Section, list[int]] = {"sentences": [], "retired": []}
        self._ids: set[str] = set()

    def reading(self, text: str, path: str) -> LenientReading:
        """Return everything, or raise a `SidecarError` with every problem."""
        header = self._values(self._root, None, 0)
        decisions = self._root.get("annotator") is None
        lists = {entry.key.text: self._records(entry, decisions=decisions) for entry in self._sections()}
        problems = tuple(sorted(self._problems, key=lambda problem: (problem.place.line, problem.place.column)))
        if any(problem.kind not in BEARABLE for problem in problems):
            raise SidecarError(problems, path)
        sidecar = Sidecar(
            header["article"],
            header.get("annotator"),
            header["language"],
            lists["sentences"],
            lists.get("retired", ()),
        )
        return LenientReading(sidecar, Places(text.split("\n"), self._starts, self._marks), problems)

    def _sections(self) -> Iterator[Entry]:
        return (entry for entry in self._root.entries if entry.key.text in SECTIONS)

    def _records(self, entry: Entry, *, decisions: bool) -> tuple[Record, ...]:
        section: Section = "retired" if entry.key.text == "retired" else "sentences"
        node = entry.value
        if section == "retired" and isinstance(node, Scalar) and node.type == "nothing":
            return ()
        if not isinstance(node, Items):
            self._add(
                ProblemKind.WRONG_TYPE, deferred("`{section}` must be a list of records", section=section), entry.key
            )
            return ()
        read = [self._record(item, section, index, decisions=decisions) for index, item in enumerate(node.items)]
        return tuple(record for record in read if record)

    def _record(self, node: Node, section: Section, index: int, *, decisions: bool) -> Record | None:
        self._starts[section].append(node.start.line)
        if isinstance(node, Scalar) and (folded := next(self._folded, None)):
            line = node.start.line
            self._note_id(folded.id, Place(line, len("- id: ") + 1), Place(line, len("- id: s0123456789") + 1))
            return folded
        if not isinstance(node, Entries):
            self._add(ProblemKind.WRONG_TYPE, deferred("a record is a mapping with an id, a text and a label"), node)
            return None
        values = self._values(node, section, index)
        if entry := node.get("id"):
            self._note_id(values.get("id"), entry.value.start, entry.value.end)
        for name in IN_DECISIONS_ONLY:
            if (entry := node.get(name)) and not decisions:
                self._add(
                    ProblemKind.UNKNOWN_FIELD,
                    deferred("`{name}` belongs in decisions only", name=name),
                    entry.key,
                )
        return Record(**values) if values.keys() >= set(ALWAYS) else None

    def _note_id(self, name: str | None, start: Place, end: Place) -> None:
        if name in self._ids:
            hint = deferred("`factcheck carry ARTICLE` gives it an id of its own; delete it if it is not wanted.")
            self._problems.append(
                Problem(
                    ProblemKind.DUPLICATE_ID,
                    deferred("the id {name} is used a second time", name=name),
                    start,
                    end,
                    hint,
                )
            )
        elif name:
            self._ids.add(name)

    def _values(self, node: Entries, section: Section | None, index: int) -> dict[str, Any]:
        """Return the values of the header's or a record's known fields, as far as they are what they must be."""
        readers = known.RECORD if section else known.HEADER
        values: dict[str, Any] = {}
        for entry in node.entries:
            name = entry.key.text
            self._marks[section, index, name] = _mark(entry)
            if name in readers:
                values |= self._value(name, readers[name], entry)
            elif section or name not in SECTIONS:
                self._add(
                    ProblemKind.UNKNOWN_FIELD,
                    deferred("unknown field `{name}`", name=name[:40]),
                    entry.key,
                    known.did_you_mean(name, readers),
                )
        for name in ALWAYS if section else known.HEADER_NEEDS:
            if node.get(name) is None:
                self._add(ProblemKind.MISSING_FIELD, deferred("`{name}` is missing", name=name), node)
        return values

    def _value(self, name: str, reader: known.FieldReader, entry: Entry) -> dict[str, Any]:
        try:
            return {name: reader(entry.value)}
        except known.WrongError as wrong:
            mark = _mark(entry)
            message = deferred("`{name}`: {message}", name=name, message=wrong.message)
            problem = Problem(wrong.kind, message, mark.start, mark.end, wrong.hint)
            self._problems.append(problem)
            return {}

    def _add(self, kind: ProblemKind, message: str, node: Node, hint: str = "") -> None:
        self._problems.append(Problem(kind, message, node.start, node.end, hint))


def _mark(entry: Entry) -> FieldPlace:
    """Return where a field is; an empty value is where its name is, since the parser puts it at whatever comes next."""
    key, value = entry.key, entry.value
    empty = isinstance(value, Scalar) and not value.text and value.start == value.end
    return FieldPlace(key.start, key.start, key.end) if empty else FieldPlace(key.start, value.start, value.end)
