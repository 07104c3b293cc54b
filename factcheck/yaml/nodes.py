"""The nodes of a tree of YAML, each with its places, whoever read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from factcheck.model import Place

#: A sidecar is four deep, a configuration five.
MAX_DEPTH = 10

#: What bare scalars are by the core schema of YAML 1.2.2 section 10.3.
_NOTHING = re.compile(r"~|null|Null|NULL|")
_TRUTH = re.compile(r"true|True|TRUE|false|False|FALSE")
_NUMBER = re.compile(
    r"[-+]?[0-9]++|0o[0-7]++|0x[0-9a-fA-F]++|[-+]?(?:\.[0-9]++|[0-9]++(?:\.[0-9]*+)?)(?:[eE][-+]?[0-9]++)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of YAML and where it stands."""

    start: Place
    #: Exclusive.
    end: Place


@dataclass(frozen=True, slots=True)
class Scalar(Node):
    """A single value as it was written."""

    text: str
    #: Neither quoted nor a block, so that `1` is a number and `true` is a truth value.
    bare: bool

    @property
    def type(self) -> Literal["nothing", "truth", "number", "text"]:
        """What the core schema takes it for."""
        if self.bare and _NOTHING.fullmatch(self.text):
            return "nothing"
        if self.bare and _TRUTH.fullmatch(self.text):
            return "truth"
        return "number" if self.bare and _NUMBER.fullmatch(self.text) else "text"


@dataclass(frozen=True, slots=True)
class Items(Node):
    """A list."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping and its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Entries(Node):
    """A mapping, its keys all different and in the file's order."""

    entries: tuple[Entry, ...]

    def get(self, name: str) -> Entry | None:
        """Return the entry of that name, if there is one."""
        return next((entry for entry in self.entries if entry.key.text == name), None)
