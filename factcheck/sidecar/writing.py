"""The canonical form of a sidecar, written from its values; changing a file that exists is done by `splicing`."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.i18n import deferred
from factcheck.model import Place, Record, Sidecar
from factcheck.sidecar.fields import FIELDS, KINDS, FieldKind
from factcheck.sidecar.scalars import quote, spell
from factcheck.yaml.problems import Problem, ProblemKind, SidecarError

#: Larger sidecars are neither written nor read: some 25,000 sentences.
MAX_BYTES = 4_000_000

#: Where the schema of a sidecar is in a desk, from the desk's top: `factcheck init` puts it there.
SCHEMA = "schemas/labels-1.schema.json"

#: What a file in canonical form begins with that says nothing of its own.
_TOP = f"# yaml-language-server: $schema=../{SCHEMA}\nfactcheck: 1\n".encode()

#: Kinds of values that are written without quotes.
_BARE = frozenset({FieldKind.ID, FieldKind.LABEL})


def write(sidecar: Sidecar, schema: str = f"../{SCHEMA}") -> bytes:
    """Return the sidecar in canonical form, UTF-8.

    Args:
        sidecar: The labels.
        schema: Where its schema is from its own folder, for editors with a YAML language server; empty for no schema.

    Raises:
        SidecarError: It would be larger than `MAX_BYTES`.
    """
    retired = ["\nretired:\n", *_records(sidecar.retired)] if sidecar.retired else []
    data = "".join([header(sidecar, schema), *_records(sidecar.sentences), *retired]).encode()
    refuse_too_large(data, "")
    return data


def is_as_written(data: bytes) -> bool:
    """Return whether a file in canonical form is what `write` makes of its values: no comment but the first line."""
    return data.startswith(_TOP) and (data.rfind(b"#") == 0 or b"\n#" not in data)


def header(sidecar: Sidecar, schema: str) -> str:
    """Return everything above the first record."""
    modeline = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    annotator = f"annotator: {spell(sidecar.annotator)}\n" if sidecar.annotator else ""
    return (
        f"{modeline}factcheck: 1\narticle: {spell(sidecar.article)}\n{annotator}language: {spell(sidecar.language)}\n"
        f"sentences:{'' if sidecar.sentences else ' []'}\n"
    )


def record_lines(record: Record) -> str:
    """Return the lines of one record, without the blank line above it."""
    fields = [f"  {name}: {spelt}\n" for name in FIELDS[1:] if (spelt := spell_field(record, name)) is not None]
    return "".join([f"- id: {record.id}\n", *fields]).replace("  label: \n", "  label:\n")


def spell_field(record: Record, name: str) -> str | None:
    """Return the value of a field as it stands in the file; None if the record has no such line.

    An empty `label` is the only value that is spelt as nothing.
    """
    value, kind = getattr(record, name), KINDS[name]
    if not value and kind is not FieldKind.TEXT:
        return "" if name == "label" else None
    if kind is FieldKind.FLAG:
        return "true"
    return str(value) if kind in _BARE else quote(value)


def refuse_too_large(data: bytes, path: str) -> None:
    """Raise a `SidecarError` if `data` is larger than a sidecar may be."""
    if len(data) > MAX_BYTES:
        message = deferred(
            "too large for a sidecar: {size:,} bytes, the limit is {limit:,}", size=len(data), limit=MAX_BYTES
        )
        top = Place(1, 1)
        raise SidecarError((Problem(ProblemKind.TOO_LARGE, message, top, top, deferred("Divide the article.")),), path)


def _records(records: Sequence[Record]) -> list[str]:
    return [f"\n{record_lines(record)}" for record in records]
