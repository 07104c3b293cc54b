"""The source file beside an article, `NAME.source.yaml`: where the article comes from, read and written here."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from factcheck.config.reader import SettingEntry, SettingNode, read_settings
from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake.draft import Facts
from factcheck.sidecar.scalars import ARTICLE, INNER, quote, spell, unescape

#: Tells editors with a YAML language server which schema to hold the file to.
MODELINE = "# yaml-language-server: $schema=../schemas/source-1.schema.json\n"
_VERSION = 1
_LONGEST = 100_000
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?")
_HASH = re.compile("[0-9a-f]{64}")
_ORIGINAL = re.compile(r"originals/[^/\x00-\x1f]+")
_LINE = re.compile(rf'(?P<key>[a-z_0-9]+): (?:"(?P<quoted>{INNER})"|(?P<bare>[A-Za-z0-9][A-Za-z0-9._-]*))')
_ITEM = re.compile(rf'  - "(?P<quoted>{INNER})"')


class SourceRecord(NamedTuple):
    """Where an article comes from; a string that is not known is empty."""

    #: The article's file name, in the same folder.
    article: str
    #: The address or file name it was taken from.
    origin: str
    facts: Facts
    #: When the present text was taken in, in UTC.
    retrieved: str
    #: A name of `factcheck.intake.kinds`.
    kind: str
    #: Of the source, as it came.
    bytes: int
    sha256: str
    media_type: str = ""
    #: Of the article's file as it was written; empty where its text is no longer held to its source.
    text_sha256: str = ""
    #: The library that made the text, and its version; empty for ours.
    extractor: str = ""
    #: Where the source is kept, from the article's folder; empty if it is not.
    original: str = ""


#: The fields in the order in which they stand in the file, and where each is kept.
_FIELDS: dict[str, Callable[[SourceRecord], object]] = {
    "article": lambda record: record.article,
    "from": lambda record: record.origin,
    **{name: lambda record, name=name: getattr(record.facts, name) for name in Facts._fields},  # type: ignore[misc]
    "retrieved": lambda record: record.retrieved,
    "kind": lambda record: record.kind,
    "media_type": lambda record: record.media_type,
    "bytes": lambda record: record.bytes,
    "sha256": lambda record: record.sha256,
    "text_sha256": lambda record: record.text_sha256,
    "extractor": lambda record: record.extractor,
    "original": lambda record: record.original,
}
#: Fields of few characters, which stand without quotes where YAML lets them.
_BARE = frozenset({"article", "kind", "language"})
_REQUIRED = ("article", "from", "retrieved", "kind", "bytes", "sha256")
#: What the value of a field must be, beside a string; the schema says the same.
_PATTERNS = {
    "article": ARTICLE,
    "published": _DATE,
    "modified": _DATE,
    "retrieved": _DATE,
    "sha256": _HASH,
    "text_sha256": _HASH,
    "original": _ORIGINAL,
    "kind": re.compile(r"[a-z0-9-]+"),
}


def write(record: SourceRecord) -> bytes:
    """Return a source file in its one form: a field a line, those that are empty left out."""
    lines = [f"{MODELINE}source: {_VERSION}\n"]
    for name, get in _FIELDS.items():
        value = get(record)
        if isinstance(value, tuple):
            lines += [f"{name}:\n", *(f"  - {quote(item)}\n" for item in value)] if value else []
        elif isinstance(value, int) or value:
            lines.append(f"{name}: {_spelt(name, value)}\n")
    return "".join(lines).encode()


def _spelt(name: str, value: object) -> str:
    if isinstance(value, int):
        return str(value)
    return spell(str(value)) if name in _BARE else quote(str(value))


def read(data: bytes, path: str = "") -> SourceRecord:
    """Return what a source file says.

    Raises:
        FactcheckError: Not YAML, a field that is missing or unknown, or a value of the wrong kind; with its line.
    """
    if len(data) > _LONGEST:
        raise FactcheckError(deferred("too large for a source file: {size:,} bytes", size=len(data)), path=path)
    entries = _canonical(data) or read_settings(data, path)
    values: dict[str, object] = {}
    for entry in entries:
        if entry.key != "source" and entry.key not in _FIELDS:
            raise _wrong(entry, path, deferred("unknown field {name}", name=entry.key))
        values[entry.key] = _value(entry, path)
    version = values.pop("source", None)
    if version != _VERSION:
        hint = deferred("Update factcheck, or take the source in again.")
        raise FactcheckError(deferred("not a source file this version knows"), path=path, line=1, hint=hint)
    missing = next((name for name in _REQUIRED if not values.get(name) and values.get(name) != 0), None)
    if missing:
        raise FactcheckError(deferred("the field {name} is missing", name=missing), path=path, line=1)
    return _record(values)


def _record(values: dict[str, object]) -> SourceRecord:
    known = {name: values.pop(name) for name in Facts._fields if name in values}
    values["origin"] = values.pop("from")
    return SourceRecord(facts=Facts(**known), **values)  # type: ignore[arg-type]


def _canonical(data: bytes) -> list[SettingEntry]:
    """Return the entries of a file as `write` makes it, fast; nothing of any other."""
    from factcheck.model import Place  # noqa: PLC0415 - beside its use

    try:
        lines = data.decode().split("\n")
    except UnicodeDecodeError:
        return []
    entries: list[SettingEntry] = []
    items: list[SettingNode] = []
    for number, line in enumerate(lines[1:-1], start=2):
        place = Place(number, 1)
        if line == "authors:":
            entries.append(SettingEntry("authors", place, SettingNode((), place)))
        elif (item := _ITEM.fullmatch(line)) and entries and entries[-1].key == "authors":
            items.append(SettingNode(unescape(item["quoted"]), place))
            entries[-1] = entries[-1]._replace(node=SettingNode(tuple(items), place))
        elif found := _LINE.fullmatch(line):
            bare = found["bare"]
            value = (int(bare) if bare.isdecimal() else bare) if bare else unescape(found["quoted"])
            entries.append(SettingEntry(found["key"], place, SettingNode(value, place)))
        else:
            return []
    keys = {entry.key for entry in entries}
    return entries if lines[-1] == "" and f"{lines[0]}\n" == MODELINE and len(keys) == len(entries) else []


def _value(entry: SettingEntry, path: str) -> object:
    name, value = entry.key, entry.node.value
    if name in {"source", "bytes"}:
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        raise _wrong(entry, path, deferred("{name} is a whole number", name=name))
    if name == "authors":
        items = [item.value for item in value if isinstance(item, SettingNode)] if isinstance(value, tuple) else []
        if items and all(isinstance(item, str) and item for item in items):
            return tuple(items)
        raise _wrong(entry, path, deferred("authors is a list of names"))
    if not isinstance(value, str) or not value:
        raise _wrong(entry, path, deferred("{name} is a string in quotes", name=name))
    if name in _PATTERNS and not _PATTERNS[name].fullmatch(value):
        raise _wrong(entry, path, deferred("{name} cannot be {value!r}", name=name, value=value))
    return value


def _wrong(entry: SettingEntry, path: str, message: str) -> FactcheckError:
    hint = deferred("`factcheck schema source` lists the fields; `factcheck intake` writes them.")
    return FactcheckError(message, path=path, line=entry.place.line, column=entry.place.column, hint=hint)
