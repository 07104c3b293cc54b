"""Settings as values with their places: a fast reader for plain files, the guarded YAML loader for the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.model import Place

if TYPE_CHECKING:
    from factcheck.sidecar import tree

Scalar = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Node:
    """A value in a settings file and where it stands."""

    value: Scalar | tuple[Node, ...] | tuple[Entry, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping with its value."""

    key: str
    #: Where the key stands.
    place: Place
    node: Node


def read_settings(data: bytes, path: str) -> tuple[Entry, ...]:
    """Return the entries of a settings file, in its order.

    Plain files (keys, scalars, and one level of lists and mappings, as `factcheck init` writes them) cost next to
    nothing; anything else goes through the guarded YAML loader, to the same values.

    Raises:
        FactcheckError: Not YAML, or not a mapping, with line and column.
    """
    try:
        return _read_plain(data.decode("utf-8"))
    except (_NotPlainError, UnicodeDecodeError):
        return _read_freely(data, path)


class _NotPlainError(Exception):
    """The file uses more of YAML than the fast reader knows."""


# Patterns are compiled when a file is read: most desks have none.
_COMMENT = r"(?:[ ]+#[^\x00-\x08\x0b-\x1f\x7f-\uffff]*)?"
_VALUE = r"""(?P<value>"[^"\\\x00-\x1f\x7f-\uffff]*"|'[^'\x00-\x1f\x7f-\uffff]*'|[A-Za-z_][\w./*-]*|-?[0-9.]+|)"""
_LINE = rf"(?P<indent>  |)(?:(?P<key>[A-Za-z_][\w-]*):(?=[ ]|$)|-(?=[ ]))[ ]*{_VALUE}{_COMMENT}[ ]*"
_SKIPPED = r"[ ]*(?:#[^\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufeff]*)?"
#: Words that one version of YAML or another takes for something else than a string.
_LOADED = {"y", "n", "yes", "no", "on", "off", "null", "true", "false"}
_NUMBER = r"-?(?:0|[1-9][0-9]{0,14})(?P<fraction>\.[0-9]{1,15})?"


def _read_plain(text: str) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    below: list[Entry | Node] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if re.fullmatch(_SKIPPED, line):
            continue
        match = re.fullmatch(_LINE, line, re.ASCII)
        if match is None:
            raise _NotPlainError
        if match["indent"]:
            below.append(_item(match, number))
        elif match["key"]:
            _close(entries, below)
            entries.append(_entry(match, number))
            below = []
        else:
            raise _NotPlainError
    _close(entries, below)
    return tuple(entries)


def _item(match: re.Match[str], line: int) -> Entry | Node:
    return _entry(match, line) if match["key"] else _node(match, line)


def _entry(match: re.Match[str], line: int) -> Entry:
    return Entry(match["key"], Place(line, match.start("key") + 1), _node(match, line))


def _node(match: re.Match[str], line: int) -> Node:
    return Node(_scalar(match["value"]), Place(line, match.start("value") + 1))


def _scalar(text: str) -> Scalar:
    """Return the value that every YAML reader gives a scalar; leave what they differ on to the full loader."""
    if text[:1] in {'"', "'"}:
        return text[1:-1]
    if number := re.fullmatch(_NUMBER, text):
        return float(text) if number["fraction"] else int(text)
    if text in {"true", "false"}:
        return text == "true"
    if text.lower() in _LOADED or text[:1].isdigit() or text[:1] in {"-", "."}:
        raise _NotPlainError
    return text or None


def _close(entries: list[Entry], below: list[Entry | Node]) -> None:
    """Give the last entry what was indented below it; refuse what is mixed, doubled or below a scalar."""
    items = tuple(item for item in below if isinstance(item, Node))
    fields = tuple(item for item in below if isinstance(item, Entry))
    if (items and fields) or _repeats(fields) or _repeats(entries) or (below and not entries):
        raise _NotPlainError
    if not below:
        return
    last = entries[-1]
    if last.node.value is not None:
        raise _NotPlainError
    entries[-1] = Entry(last.key, last.place, Node(items or fields, Place(below[0].place.line, 3)))


def _repeats(entries: Sequence[Entry]) -> bool:
    return len({entry.key for entry in entries}) < len(entries)


def _read_freely(data: bytes, path: str) -> tuple[Entry, ...]:
    """Return the entries of any YAML that the guarded loader accepts."""
    from factcheck.sidecar.reading import decode  # noqa: PLC0415 - ruamel.yaml is slow to import
    from factcheck.sidecar.tree import Entries, compose  # noqa: PLC0415

    root = compose(decode(data, path), path)
    if root is None:
        return ()
    if not isinstance(root, Entries):
        place = root.start
        raise FactcheckError("expected settings, `name: value`", path=path, line=place.line, column=place.column)
    return tuple(map(_free_entry, root.entries))


def _free_entry(entry: tree.Entry) -> Entry:
    node, key = _free_node(entry.value), entry.key
    if node.value is None:
        node = Node(None, Place(key.end.line, key.end.column + 1))  # where nothing stands: after the colon
    return Entry(key.text, key.start, node)


def _free_node(node: tree.Node) -> Node:
    from factcheck.sidecar.tree import Entries, Items, Scalar  # noqa: PLC0415

    if isinstance(node, Scalar):
        return Node(_free_scalar(node), node.start)
    items = node.items if isinstance(node, Items) else ()
    entries = node.entries if isinstance(node, Entries) else ()
    return Node(tuple(map(_free_node, items)) or tuple(map(_free_entry, entries)), node.start)


def _free_scalar(scalar: tree.Scalar) -> str | int | float | bool | None:
    """Return the value that the core schema gives a scalar."""
    if scalar.type == "nothing":
        return None
    if scalar.type == "truth":
        return scalar.text.lower() == "true"
    return _number(scalar.text) if scalar.type == "number" else scalar.text


def _number(text: str) -> int | float:
    try:
        return int(text, 0 if text[:2] in {"0o", "0x"} else 10)
    except ValueError:
        return float(re.sub(r"\.(?=[a-z])", "", text.lower()))
