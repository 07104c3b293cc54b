"""Any YAML as a tree of nodes, behind a guard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.i18n import deferred
from factcheck.model import LineStarts
from factcheck.yaml.events import RefusedError, YamlEvent, parse
from factcheck.yaml.nodes import MAX_DEPTH, Entries, Entry, Items, Node, Scalar
from factcheck.yaml.plain import read_plainly
from factcheck.yaml.problems import Problem, ProblemKind, SidecarError
from factcheck.yaml.typos import first_typo

#: Of what is not written plainly, a second of reading at most: ruamel.yaml needs some 20 microseconds a node, up to
#: 1.4 a character. As much is taken of what is written plainly, in a tenth of that, however many nodes it is.
MAX_NODES = 20_000
MAX_LENGTH = 400_000
_CONFLICT = re.compile(r"^(?:(?:<{7}|>{7}|\|{7})(?: .*)?|={7})\r?$", re.MULTILINE)
#: What YAML 1.2.2 section 5.1 allows nowhere.
UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def parse_tree(text: str, path: str, whole: str = "") -> Node | None:
    """Return the one document in `text` as a tree; None if there is nothing in it.

    Args:
        text: What to read.
        path: What to call it in messages.
        whole: The text with as many lines that `text` was made of, if it was.

    Raises:
        SidecarError: It is not YAML, or uses what nobody needs and attackers like: anchors, aliases, tags, merge keys,
            directives, a second document, keys that stand twice, too much of anything.
    """
    try:
        _look_at(text)
        return read_plainly(text) or by_parser(text)
    except RefusedError as refused:
        raise SidecarError((_problem(refused, text, whole or text),), path) from None


def by_parser(text: str) -> Node | None:
    """Return the one document in `text`, as ruamel.yaml reads it; None if there is nothing in it.

    Raises:
        RefusedError: The first thing that is not allowed.
    """
    return _Composer(LineStarts(text), parse(text)).document()


def _problem(refused: RefusedError, text: str, whole: str) -> Problem:
    """Return what was refused; what came of a slip further up is told as that slip."""
    place, end = (LineStarts(text[:offset]).place(offset) for offset in refused.span)
    slip = first_typo(whole) if refused.kind is ProblemKind.SYNTAX else None
    if slip and LineStarts(whole).place(slip.offset) <= place:
        start, last = map(LineStarts(whole).place, slip.span)
        return Problem(ProblemKind.SYNTAX, deferred("not YAML: {why}", why=slip.message), start, last, slip.hint)
    return Problem(refused.kind, refused.message, place, end, refused.hint)


def _look_at(text: str) -> None:
    """Refuse, before YAML is read, what can be seen without reading it."""
    if match := _CONFLICT.search(text):
        hint = deferred("Resolve the conflict (in labels, `factcheck resolve` helps), then try again.")
        raise RefusedError(
            ProblemKind.CONFLICT_MARKERS, deferred("git's conflict markers are still in the file"), match.span(), hint
        )
    if match := UNREADABLE.search(text):
        message = deferred("the character U+{sign:04X} is not allowed in a YAML file", sign=ord(match[0]))
        raise RefusedError(
            ProblemKind.ENCODING, message, match.span(), deferred("Write it as an escape in a quoted string.")
        )
    if len(text) > MAX_LENGTH:
        message = deferred(
            "too much that is not in canonical form: {length:,} characters, the limit is {limit:,}",
            length=len(text),
            limit=MAX_LENGTH,
        )
        raise RefusedError(ProblemKind.TOO_LARGE, message, (0, 0))


class _Composer:
    """Builds the tree from the events of a YAML parser and stops at the first that is refused."""

    def __init__(self, lines: LineStarts, events: Iterator[YamlEvent]) -> None:
        self._place = lines.place
        self._events = events
        self._nodes = 0

    def document(self) -> Node | None:
        """Return the tree of the only document."""
        if next(self._events).kind != "document":
            return None
        root = self._node(next(self._events), 0)
        for event in self._events:
            if event.kind == "document":
                raise RefusedError(ProblemKind.SECOND_DOCUMENT, deferred("a second document begins here"), event.span)
        return root

    def _node(self, event: YamlEvent, depth: int) -> Node:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            message = deferred("too much that is not in canonical form: over {limit:,} values", limit=MAX_NODES)
            raise RefusedError(ProblemKind.TOO_LARGE, message, event.span)
        if depth > MAX_DEPTH:
            raise RefusedError(
                ProblemKind.TOO_DEEP, deferred("nested more than {limit} deep", limit=MAX_DEPTH), event.span
            )
        if event.kind == "scalar":
            return Scalar(self._place(event.span[0]), self._place(event.span[1]), event.text, event.bare)
        return self._items(event, depth) if event.kind == "items" else self._entries(event, depth)

    def _items(self, opening: YamlEvent, depth: int) -> Items:
        items = []
        while (event := next(self._events)).kind != "end":
            items.append(self._node(event, depth + 1))
        return Items(self._place(opening.span[0]), self._place(event.span[1]), tuple(items))

    def _entries(self, opening: YamlEvent, depth: int) -> Entries:
        entries: dict[str, Entry] = {}
        while (event := next(self._events)).kind != "end":
            key = self._key(event, entries)
            entries[key.text] = Entry(key, self._node(next(self._events), depth + 1))
        return Entries(self._place(opening.span[0]), self._place(event.span[1]), tuple(entries.values()))

    def _key(self, event: YamlEvent, earlier: dict[str, Entry]) -> Scalar:
        key = self._node(event, 0) if event.kind == "scalar" else None
        if not isinstance(key, Scalar):
            raise RefusedError(ProblemKind.SYNTAX, deferred("a list or mapping cannot be a field's name"), event.span)
        if key.text == "<<" and key.bare:
            raise RefusedError(
                ProblemKind.MERGE_KEY,
                deferred("merge keys are not allowed"),
                event.span,
                deferred("Write the fields out."),
            )
        if key.text in earlier:
            line = earlier[key.text].key.start.line
            raise RefusedError(
                ProblemKind.DUPLICATE_KEY,
                deferred("`{name}` is given twice, first in line {line}", name=key.text, line=line),
                event.span,
            )
        return key
