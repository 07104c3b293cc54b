"""A sidecar as raw lines: header fields, records and the comments about them, whatever they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.sidecar.fields import KINDS, FieldKind
from factcheck.sidecar.scalars import INNER, quote, unescape


class UnmergeableError(FactcheckError):
    """A version of the file is not made of records that can be told apart; a merge line by line may still do."""


class TornError(UnmergeableError):
    """A version holds conflict markers: git is replaying an earlier conflict (rerere), or nesting one in another."""


class StrangersError(UnmergeableError):
    """The two sides are different people's files: git took one for the other renamed, since they look alike."""


class RawField(NamedTuple):
    """One field of the header or of a record."""

    #: Empty for what stands below the last field: comments only.
    name: str
    #: The comment lines above it.
    above: str
    #: Its own lines as they stand in the file, without the comment behind its value.
    spelling: str
    #: The comment behind its value, with the space before it.
    tail: str
    #: Its value, spelt in one way only, so that equal values are equal strings; empty where there is none.
    value: str

    @property
    def lines(self) -> str:
        """Return all its lines as they stand in the file."""
        beside = f"{self.spelling[:-1]}{self.tail}\n" if self.tail else self.spelling
        return self.above + beside


class RawRecord(NamedTuple):
    """One record in its raw lines."""

    #: Empty where somebody removed it.
    id: str
    #: The comment lines above it, then its own lines, then the comment lines right below.
    above: str
    lines: str
    below: str


class RawSidecar(NamedTuple):
    """One version of a sidecar."""

    header: tuple[RawField, ...] = ()
    sentences: tuple[RawRecord, ...] = ()
    retired: tuple[RawRecord, ...] = ()
    #: The comment lines above `retired:`, and those at the very end.
    middle: str = ""
    end: str = ""

    @property
    def annotator(self) -> str:
        """Return whose labels these are; empty for decisions."""
        return next((without_comments(field) for field in self.header if field.name == "annotator"), "")


_SECTION = re.compile(r"^(sentences|retired):[ \t]*(?:\[\][ \t]*)?(?:#.*)?\n", re.MULTILINE)
_MARKER = re.compile(r"^(?:<{7,}|={7,}|>{7,}|\|{7,})(?: .*)?$", re.MULTILINE)


def raw_sidecar(data: bytes) -> RawSidecar:
    """Return the raw lines of a sidecar, sorted into header, records and comments; no bytes give an empty page.

    Raises:
        UnmergeableError: It is not UTF-8, not in block style, holds conflict markers, or has an id twice.
    """
    text = _text(data)
    if not text.strip():
        return RawSidecar()
    marks = list(_SECTION.finditer(text))
    if [mark[1] for mark in marks] not in (["sentences"], ["sentences", "retired"]):
        raise UnmergeableError(deferred("the lists of a sidecar are not where they belong"))
    stops = [*(mark.start() for mark in marks[1:]), len(text)]
    (sentences, middle), *rest = (_entries(text[m.end() : stop]) for m, stop in zip(marks, stops, strict=True))
    retired, end = rest[0] if rest else ((), "")
    _refuse_twice([*sentences, *retired])
    header = tuple(_fields(text[: marks[0].start()], ""))
    return RawSidecar(header, sentences, retired, middle if rest else "", end if rest else middle)


def _text(data: bytes) -> str:
    try:
        text = data.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise UnmergeableError(deferred("not UTF-8")) from error
    if _MARKER.search(text):
        raise TornError(deferred("a version holds conflict markers already"))
    return text if text.endswith("\n") else f"{text}\n"


def _refuse_twice(entries: Sequence[RawRecord]) -> None:
    names = [entry.id for entry in entries if entry.id]
    if len(set(names)) != len(names):
        raise UnmergeableError(deferred("an id is used twice"))


_FIRST_DASH = re.compile(r"^( *)- ", re.MULTILINE)
_ID = re.compile(r"^[ -] id:[ ]+[\"']?(s[0-9a-f]{10})[\"']?[ ]*\n", re.MULTILINE)
#: At most two spaces: deeper, it may be the text of a value that goes on over several lines.
_COMMENT = re.compile(r" {0,2}#")


def _entries(body: str) -> tuple[tuple[RawRecord, ...], str]:
    """Return the records of one list, and the comment lines after the last of them."""
    if (dash := _FIRST_DASH.search(body)) and dash[1]:
        body = re.sub(f"^{dash[1]}", "", body, flags=re.MULTILINE)
    first, *parts = f"\n{body}".removesuffix("\n").split("\n- ")
    above = _trimmed(first.split("\n"))
    entries = []
    for part in parts:
        lines, below, above_next = _cut(f"- {part}")
        named = _ID.search(lines)
        entries.append(RawRecord(named[1] if named else "", above, lines, below))
        above = above_next
    return tuple(entries), above


def _cut(part: str) -> tuple[str, str, str]:
    """Return a record's own lines, the comments right below, and the comments above whatever comes next."""
    lines = part.rstrip("\n").split("\n")
    count = len(lines)
    while count > 1 and (not lines[count - 1] or _COMMENT.match(lines[count - 1])):
        count -= 1
    own, tail = lines[:count], lines[count:]
    gap = tail.index("") if "" in tail else len(tail)
    return _trimmed(own), _trimmed(tail[:gap]), _trimmed(tail[gap:])


def _trimmed(lines: Sequence[str]) -> str:
    """Return the lines without blank ones at either end, each with its line break."""
    text = "\n".join(lines).strip("\n")
    return f"{text}\n" if text else ""


_FIELD = re.compile(r"([A-Za-z_][\w-]*):(?:[ \t]+.*)?")


def fields(entry: RawRecord) -> tuple[RawField, ...]:
    """Return the fields of a record, `id` first wherever it stood.

    Raises:
        UnmergeableError: One of its lines belongs to no field.
    """
    found = _fields(f"  {entry.lines[2:]}", "  ")
    return tuple(sorted(found, key=lambda field: field.name != "id"))


def _fields(text: str, indent: str) -> Iterator[RawField]:
    """Yield the fields whose names stand right after `indent`; deeper lines go with the field above them."""
    name, above, lines, pending = "", "", "", ""
    for line in text.split("\n")[:-1]:
        started = _FIELD.fullmatch(line.removeprefix(indent)) if line.startswith(indent) else None
        if started:
            if name:
                yield _field(name, above, lines)
            name, above, lines, pending = started[1], pending, f"{line}\n", ""
        elif not line or _COMMENT.match(line):
            pending += f"{line}\n"
        elif name and line.startswith(f"{indent}  "):
            lines, pending = f"{lines}{pending}{line}\n", ""
        else:
            raise UnmergeableError(deferred("a line belongs to no field"))
    if name:
        yield _field(name, above, lines)
    if pending.strip():
        yield RawField("", pending, "", "", "")


#: Fields whose values are bare words or numbers; every other value is a string.
_WORDS = {"factcheck", *(name for name, kind in KINDS.items() if kind not in {FieldKind.TEXT, FieldKind.STRING})}
_NOTHING = frozenset({"~", "null", "Null", "NULL"})
_FALSE = frozenset({"false", "False", "FALSE"})


def _field(name: str, above: str, lines: str) -> RawField:
    start = lines.index(f"{name}:") + len(name) + 1
    value = lines[start:].strip()
    if not value or (value[0] == '"' == value[-1] and value.find('"', 1) == len(value) - 1 and "\n" not in value):
        return RawField(name, above, lines, "", _spelt(name, value))
    spoken, comment = _beside(value) if "#" in value and "\n" not in value else (value, "")
    spelling = lines.rstrip("\n").removesuffix(comment).rstrip() + "\n" if comment else lines
    tail = lines[len(spelling) - 1 :].rstrip("\n") if comment else ""
    return RawField(name, above, spelling, tail, _spelt(name, spoken))


_BESIDE = re.compile(rf"(\"{INNER}\"|'(?:[^'\n]|'')*'|[^\"'|>&*!%@`\[{{\n#][^\n]*?|)((?:[ \t]+|^)#.*)")


def _beside(value: str) -> tuple[str, str]:
    """Return a value on one line and the comment behind it."""
    found = _BESIDE.fullmatch(value)
    return (found[1], found[2]) if found else (value, "")


def _spelt(name: str, value: str) -> str:
    """Return a value in canonical spelling; one that only a YAML reader understands is read by one."""
    inside = _inside(value)
    if inside is None and value:
        inside = _read(name, value)
    if inside is None:
        return value
    is_flag = KINDS.get(name) is FieldKind.FLAG
    if value in _NOTHING or (is_flag and inside in _FALSE):
        return ""
    if name in _WORDS:
        return inside.lower() if is_flag else inside
    return quote(inside) if inside else ""


def _read(name: str, value: str) -> str | None:
    """Return what a value over several lines says, or in a form that is rare; None if it is no text."""
    from factcheck.yaml.nodes import Entries, Scalar  # noqa: PLC0415 - only such a value needs it
    from factcheck.yaml.tree import parse_tree  # noqa: PLC0415

    try:
        root = parse_tree(f"{name}: {value}\n", "")
    except FactcheckError:
        return None
    read = root.entries[0].value if isinstance(root, Entries) else None
    return read.text if isinstance(read, Scalar) else None


def without_comments(field: RawField) -> str:
    """Return the value of a field as a person would read it."""
    inside = _inside(field.value)
    return field.value if inside is None else inside


def _inside(value: str) -> str | None:
    """Return what a value on one line says; None for no value or one that is not simple."""
    if "\n" in value or not value:
        return None
    if value[:1] == '"' and "\\" not in value and value.find('"', 1) == len(value) - 1:
        return value[1:-1]
    # Compiled where it is needed, which is seldom: that takes as long as the whole merge.
    if quoted := re.fullmatch(f'"({INNER})"', value):
        return unescape(quoted[1])
    if value[0] == value[-1] == "'" and len(value) > 1:
        return value[1:-1].replace("''", "'")
    return None if value[0] in "\"'|>&*!%@`[{#" else value
