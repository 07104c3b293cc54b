"""Settings as values with their places: a fast reader for plain files, the guarded YAML loader for the others."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.errors import FactcheckError
from factcheck.model import Place

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
    except (_NotPlainError, UnicodeDecodeError) as error:
        line = error.line if isinstance(error, _NotPlainError) else 0
        raise FactcheckError("settings must be plain `key: value` lines", path=path, line=line) from error


class _NotPlainError(Exception):
    """The file uses more of YAML than the fast reader knows."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


_COMMENT = r"(?:[ ]+#[^\x00-\x08\x0b-\x1f\x7f-\uffff]*)?"
_VALUE = r"""(?P<value>"[^"\\\x00-\x1f\x7f-\uffff]*"|'[^'\x00-\x1f\x7f-\uffff]*'|[A-Za-z_][\w./*-]*|-?[0-9.]+|)"""
_LINE = re.compile(
    rf"(?P<indent>  |)(?:(?P<key>[A-Za-z_][\w-]*):(?=[ ]|$)|-(?=[ ]))[ ]*{_VALUE}{_COMMENT}[ ]*", re.ASCII
)
_SKIPPED = re.compile(r"[ ]*(?:#[^\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufeff]*)?")
#: Words that one version of YAML or another takes for something else than a string.
_LOADED = {"y", "n", "yes", "no", "on", "off", "null", "true", "false"}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<fraction>\.[0-9]+)?")


def _read_plain(text: str) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    below: list[Entry | Node] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if _SKIPPED.fullmatch(line):
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            raise _NotPlainError(number)
        if match["indent"]:
            below.append(_item(match, number))
        elif match["key"]:
            _close(entries, below, number)
            entries.append(_entry(match, number))
            below = []
        else:
            raise _NotPlainError(number)
    _close(entries, below, text.count("\n") + 1)
    return tuple(entries)


def _item(match: re.Match[str], line: int) -> Entry | Node:
    return _entry(match, line) if match["key"] else _node(match, line)


def _entry(match: re.Match[str], line: int) -> Entry:
    return Entry(match["key"], Place(line, match.start("key") + 1), _node(match, line))


def _node(match: re.Match[str], line: int) -> Node:
    return Node(_scalar(match["value"], line), Place(line, match.start("value") + 1))


def _scalar(text: str, line: int) -> Scalar:
    """Return the value that every YAML reader gives a scalar; leave what they differ on to the full loader."""
    if text[:1] in {'"', "'"}:
        return text[1:-1]
    if number := _NUMBER.fullmatch(text):
        return float(text) if number["fraction"] else int(text)
    if text in {"true", "false"}:
        return text == "true"
    if text.lower() in _LOADED or text[:1].isdigit() or text[:1] in {"-", "."}:
        raise _NotPlainError(line)
    return text or None


def _close(entries: list[Entry], below: list[Entry | Node], line: int) -> None:
    """Give the last entry what was indented below it; refuse what is mixed, doubled or below a scalar."""
    items = tuple(item for item in below if isinstance(item, Node))
    fields = tuple(item for item in below if isinstance(item, Entry))
    names = [entry.key for entry in fields or entries]
    if (items and fields) or len(set(names)) < len(names) or (below and not entries):
        raise _NotPlainError(line)
    if not below:
        return
    last = entries[-1]
    if last.node.value is not None:
        raise _NotPlainError(line)
    entries[-1] = Entry(last.key, last.place, Node(items or fields, below[0].place))
