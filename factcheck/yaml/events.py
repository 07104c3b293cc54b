"""YAML as a stream of events, what is never allowed refused at once; with `scanner` the only user of ruamel.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from factcheck.i18n import deferred
from factcheck.yaml.problems import ProblemKind

if TYPE_CHECKING:
    from ruamel.yaml import events as ruamel_events
    from ruamel.yaml.error import YAMLError


EventKind = Literal["document", "scalar", "items", "entries", "end"]
_KINDS: dict[str, EventKind] = {
    "SequenceStartEvent": "items",
    "SequenceEndEvent": "end",
    "MappingStartEvent": "entries",
    "MappingEndEvent": "end",
    "StreamEndEvent": "end",
}


@dataclass(frozen=True, slots=True)
class YamlEvent:
    """One step through a YAML file."""

    kind: EventKind
    #: Offsets in code points; the second is exclusive.
    span: tuple[int, int]
    #: Of a scalar: its value as a string.
    text: str = ""
    #: Of a scalar: neither quoted nor a block.
    bare: bool = False


class RefusedError(Exception):
    """The first thing in a text that is refused."""

    def __init__(self, kind: ProblemKind, message: str, span: tuple[int, int], hint: str = "") -> None:
        """Keep what is wrong and the offsets between which it stands."""
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.span = span
        self.hint = hint


def parse(text: str) -> Iterator[YamlEvent]:
    """Yield the events of `text`, read as YAML 1.2 by ruamel.yaml's own parser.

    Raises:
        RefusedError: It is not YAML, or there are anchors, aliases, tags or directives in it.
    """
    from ruamel.yaml import YAML  # noqa: PLC0415 - slow to import, and canonical sidecars never need it
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415

    from factcheck.yaml.scanner import TabScanner  # noqa: PLC0415

    yaml = YAML(typ="safe", pure=True)
    yaml.Scanner = TabScanner
    seen = 0
    try:
        for event in yaml.parse(text):
            seen = event.end_mark.index
            if kept := _event(event, text):
                yield kept
    except YAMLError as error:
        raise _syntax(error, seen, text) from error
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError) as error:
        # A parser of ten thousand lines is not trusted to raise its own errors only: `"\U00110000"` is a ValueError.
        raise RefusedError(ProblemKind.SYNTAX, deferred("not YAML: {why}", why=error), (seen, seen)) from error


def _event(event: ruamel_events.Event, text: str) -> YamlEvent | None:
    """Return our event for one of ruamel.yaml's, None for those that say nothing."""
    name = type(event).__name__
    span = (event.start_mark.index, event.end_mark.index)
    _refuse(event, name, span)
    if name == "ScalarEvent":
        return YamlEvent("scalar", span, getattr(event, "value", ""), getattr(event, "style", "") is None)
    if name == "DocumentStartEvent":
        if text[: span[0]].startswith("%") or "\n%" in text[: span[0]]:
            raise RefusedError(
                ProblemKind.DIRECTIVE,
                deferred("YAML directives are not allowed"),
                (0, 0),
                deferred("Delete the lines with `%`."),
            )
        return YamlEvent("document", span)
    kind = _KINDS.get(name)
    return YamlEvent(kind, span) if kind else None


def _refuse(event: ruamel_events.Event, name: str, span: tuple[int, int]) -> None:
    if name == "AliasEvent":
        raise RefusedError(
            ProblemKind.ALIAS, deferred("aliases are not allowed"), span, deferred("Write the value itself.")
        )
    if getattr(event, "anchor", None) is not None:
        raise RefusedError(
            ProblemKind.ANCHOR, deferred("anchors are not allowed"), span, deferred("Delete the `&name`.")
        )
    if getattr(event, "tag", None) is not None:
        raise RefusedError(ProblemKind.TAG, deferred("tags are not allowed"), span, deferred("Delete the `!name`."))


def _syntax(error: YAMLError, seen: int, text: str) -> RefusedError:
    """Return what a YAML error says, where it says it happened; of an escape, where it begins."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    offset = min(mark.index if mark else seen, len(text))
    said = [part for part in (getattr(error, "context", None), getattr(error, "problem", None)) if part]
    if "escape" in str(said[-1:]) and "\\" in text[:offset]:
        offset = text.rindex("\\", 0, offset)
    return RefusedError(
        ProblemKind.SYNTAX, deferred("not YAML: {why}", why=", ".join(said) or deferred("unreadable")), (offset, offset)
    )
