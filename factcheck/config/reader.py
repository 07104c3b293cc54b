"""Settings as values with their places: a fast reader for plain files, the guarded YAML loader for the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.model import Place

if TYPE_CHECKING:
    from factcheck.yaml import nodes

Scalar = str | int | float | bool | None


class SettingNode(NamedTuple):
    """A value in a settings file and where it stands."""

    value: Scalar | tuple[SettingNode, ...] | tuple[SettingEntry, ...]
    place: Place


class SettingEntry(NamedTuple):
    """A key of a mapping with its value."""

    key: str
    #: Where the key stands.
    place: Place
    node: SettingNode


def read_settings(data: bytes, path: str) -> tuple[SettingEntry, ...]:
    """Return the entries of a settings file, in its order.

    Plain files (lists on one line or indented by two spaces, mappings three deep, simple strings and numbers) cost next
    to nothing; anything else goes through the guarded YAML loader, to the same values.

    Raises:
        FactcheckError: Not YAML, or not a mapping, with line and column.
    """
    try:
        return _read_plain(data.decode("utf-8"))
    except (_NotPlainError, UnicodeDecodeError):
        return _read_freely(data, path)


class _NotPlainError(Exception):
    """The file uses more of YAML than the fast reader knows."""


# Patterns are compiled when a file is read: most desks have none. Their classes name what may stand there and not what
# may not, but for comments: a class that reaches up to U+FFFF takes a hundred times as long to compile.
_SCALAR = r""""[\w !#-\[\]-~’]*"|'[\w -&(-~’]*'|[^\W\d][\w./*-]*|-?[0-9.]+"""
_LIST = rf"\[[ ]*(?:{_SCALAR})(?:[ ]*,[ ]*(?:{_SCALAR}))*[ ]*\]"
_LINE = (
    r"(?P<indent>(?:  ){0,3})(?:(?P<key>[A-Za-z_][\w-]*):(?=[ ]|$)|-(?=[ ]))[ ]*"
    rf"(?P<value>{_LIST}|{_SCALAR}|)(?:[ ]+#[\w -~’]*)?[ ]*"
)
_SKIPPED = r"[ ]*(?:#[^\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufeff]*)?"
#: Words that one version of YAML or another takes for something else than a string.
_LOADED = {"y", "n", "yes", "no", "on", "off", "null", "true", "false"}
_NUMBER = r"-?(?:0|[1-9][0-9]{0,14})(?P<fraction>\.[0-9]{1,15})?"


class _Line(NamedTuple):
    """One line by itself: how deep it stands, and an entry of a mapping or an item of a list."""

    depth: int
    item: SettingEntry | SettingNode


def _read_plain(text: str) -> tuple[SettingEntry, ...]:
    lines = [
        _line(line, number) for number, line in enumerate(text.split("\n"), start=1) if not re.fullmatch(_SKIPPED, line)
    ]
    entries = _block(lines, 0) if lines else ()
    if any(isinstance(entry, SettingNode) for entry in entries):
        raise _NotPlainError
    return tuple(entry for entry in entries if isinstance(entry, SettingEntry))


def _line(line: str, number: int) -> _Line:
    match = re.fullmatch(_LINE, line)
    if match is None or not (match["key"] or match["value"]):
        raise _NotPlainError
    # Where nothing stands: after the colon.
    start = match.start("value") if match["value"] else match.end("key") + 1
    node = _node(match["value"], Place(number, start + 1))
    entry = SettingEntry(match["key"], Place(number, match.start("key") + 1), node) if match["key"] else node
    return _Line(len(match["indent"]) // 2, entry)


def _node(spelt: str, place: Place) -> SettingNode:
    if not spelt.startswith("["):
        return SettingNode(_scalar(spelt), place)
    found = re.finditer(_SCALAR, spelt)
    items = [SettingNode(_scalar(item[0]), Place(place.line, place.column + item.start())) for item in found]
    return SettingNode(tuple(items), place)


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


def _block(lines: Sequence[_Line], depth: int) -> tuple[SettingEntry, ...] | tuple[SettingNode, ...]:
    """Return what stands at a depth, each with what stands deeper below it; refuse what is mixed or doubled."""
    starts = [number for number, line in enumerate(lines) if line.depth <= depth]
    if starts[:1] != [0] or any(lines[start].depth < depth for start in starts):
        raise _NotPlainError
    whole = [_joined(lines[start], lines[start + 1 : end]) for start, end in pairwise([*starts, len(lines)])]
    items = tuple(item for item in whole if isinstance(item, SettingNode))
    fields = tuple(item for item in whole if isinstance(item, SettingEntry))
    if (items and fields) or len({entry.key for entry in fields}) < len(fields):
        raise _NotPlainError
    return items or fields


def _joined(line: _Line, below: Sequence[_Line]) -> SettingEntry | SettingNode:
    """Return the item of a line with what stands below it as its value; refuse that below anything but a bare key."""
    if not below:
        return line.item
    entry, depth = line.item, line.depth + 1
    if not isinstance(entry, SettingEntry) or entry.node.value is not None:
        raise _NotPlainError
    return SettingEntry(
        entry.key, entry.place, SettingNode(_block(below, depth), Place(below[0].item.place.line, 2 * depth + 1))
    )


def _read_freely(data: bytes, path: str) -> tuple[SettingEntry, ...]:
    """Return the entries of any YAML that the guarded loader accepts."""
    from factcheck.sidecar.reading import decode_utf8  # noqa: PLC0415 - ruamel.yaml is slow to import
    from factcheck.yaml.nodes import Entries  # noqa: PLC0415
    from factcheck.yaml.tree import parse_tree  # noqa: PLC0415

    root = parse_tree(decode_utf8(data, path), path)
    if root is None:
        return ()
    if not isinstance(root, Entries):
        place = root.start
        raise FactcheckError(
            deferred("expected settings, `name: value`"), path=path, line=place.line, column=place.column
        )
    return tuple(map(_free_entry, root.entries))


def _free_entry(entry: nodes.Entry) -> SettingEntry:
    node, key = _free_node(entry.value), entry.key
    if node.value is None:
        node = SettingNode(None, Place(key.end.line, key.end.column + 1))  # where nothing stands: after the colon
    return SettingEntry(key.text, key.start, node)


def _free_node(node: nodes.Node) -> SettingNode:
    from factcheck.yaml.nodes import Entries, Items, Scalar  # noqa: PLC0415

    if isinstance(node, Scalar):
        return SettingNode(_free_scalar(node), node.start)
    items = node.items if isinstance(node, Items) else ()
    entries = node.entries if isinstance(node, Entries) else ()
    return SettingNode(tuple(map(_free_node, items)) or tuple(map(_free_entry, entries)), node.start)


def _free_scalar(scalar: nodes.Scalar) -> Scalar:
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
