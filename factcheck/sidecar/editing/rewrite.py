"""Records put in, taken out, moved and rewritten among the lines of a sidecar that may be laid out in any way."""

from __future__ import annotations

from dataclasses import replace

from factcheck.i18n import deferred
from factcheck.model import Record, Sidecar
from factcheck.sidecar.document import Document
from factcheck.sidecar.editing.comments import comments_of
from factcheck.sidecar.editing.lines import (
    FieldLines,
    NotByLinesError,
    RecordLines,
    SidecarLines,
    misplaced,
    sidecar_lines,
)
from factcheck.sidecar.fields import FIELDS
from factcheck.sidecar.scalars import spell
from factcheck.sidecar.writing import spell_field
from factcheck.yaml.problems import SidecarError

HEADER_FIELDS = ("factcheck", "article", "annotator", "language", "sentences", "retired")


def rearrange(document: Document, new: Sidecar) -> bytes:
    """Return the file with the values of `new`; the lines of what stays the same stay the same.

    The comments above a record go with it; those of one that goes are kept at the end of the file.

    Raises:
        SidecarError: The file is not laid out in lines, as when all of it stands between braces.
    """
    try:
        raw = sidecar_lines(document)
    except NotByLinesError as error:
        hint = deferred("Run `factcheck fmt` on it first.")
        message = deferred("laid out so that one label cannot be changed by itself")
        raise SidecarError((misplaced(document, error.line, message, hint),), document.path) from None
    return _Rearrangement(document.sidecar, raw).to(new).data()


class _Rearrangement:
    """Hands out the old lines of each record as the new order asks for them."""

    def __init__(self, old: Sidecar, raw: SidecarLines) -> None:
        self._old = old
        self._raw = raw
        self._pool: dict[str, list[tuple[Record, RecordLines]]] = {}
        for record, lines in zip(old.sentences + old.retired, raw.sentences + raw.retired, strict=True):
            self._pool.setdefault(record.id, []).append((record, lines))
        self._dash = next((record.dash for record in raw.sentences + raw.retired), "- ")

    def to(self, new: Sidecar) -> SidecarLines:
        """Return the file with the values of `new`."""
        sentences = tuple([self._lines_of(record) for record in new.sentences])
        retired = tuple([self._lines_of(record) for record in new.retired])
        return replace(
            self._raw,
            header=_header(self._raw.header, self._old, new),
            sentences=sentences,
            middle=self._middle(any_retired=bool(retired)),
            retired=retired,
            below=(*self._raw.below, *self._orphans()),
        )

    def _lines_of(self, record: Record) -> RecordLines:
        """Return the lines of a record: those it had, with new ones for the fields that changed, or all new."""
        if pool := self._pool.get(record.id):
            old, lines = pool.pop(0)
            return lines if old == record else _edited(lines, old, record)
        fields = [_field(name, spelt) for name in FIELDS if (spelt := spell_field(record, name)) is not None]
        return RecordLines(("",), self._dash, tuple(fields))

    def _middle(self, *, any_retired: bool) -> tuple[str, ...]:
        """Return the line `retired:` if it is needed, with the comments that stand above it."""
        if any_retired:
            return self._raw.middle or ("", "retired:")
        return tuple(line for line in self._raw.middle[:-1] if line)

    def _orphans(self) -> list[str]:
        """Return the comments above and in records that are no more."""
        gone = [lines for pool in self._pool.values() for _, lines in pool]
        asides = [line for lines in gone for line in (*lines.above, *_asides(lines.fields))]
        comments = [line.strip() for line in asides if line.strip()]
        return ["", *comments] if comments else []


def _asides(fields: tuple[FieldLines, ...]) -> list[str]:
    return [line for field in map(comments_of, fields) for line in (field.tail, *field.after)]


def _header(header: RecordLines, old: Sidecar, new: Sidecar) -> RecordLines:
    """Return the header's lines with the values that changed."""
    fields = list(header.fields)
    for name in ("article", "annotator", "language"):
        value = getattr(new, name)
        if getattr(old, name) != value:
            fields = _with_field(fields, name, spell(value) if value else None, HEADER_FIELDS)
    if bool(old.sentences) != bool(new.sentences):
        fields = _with_field(fields, "sentences", "" if new.sentences else "[]", HEADER_FIELDS)
    return replace(header, fields=tuple(fields))


def _edited(lines: RecordLines, old: Record, new: Record) -> RecordLines:
    """Return a record's lines with new ones for the fields whose values changed."""
    fields = list(lines.fields)
    for name in FIELDS:
        if getattr(old, name) != getattr(new, name):
            fields = _with_field(fields, name, spell_field(new, name), FIELDS)
    return replace(lines, fields=tuple(fields))


def _with_field(fields: list[FieldLines], name: str, spelt: str | None, order: tuple[str, ...]) -> list[FieldLines]:
    """Return the fields with a new line for one of them, put in where it belongs or taken out."""
    index = next((index for index, field in enumerate(fields) if field.name == name), None)
    if index is not None and spelt is not None:
        return [*fields[:index], _field(name, spelt, fields[index]), *fields[index + 1 :]]
    if spelt is not None:
        earlier = order[: order.index(name)]
        place = max((number for number, field in enumerate(fields, 1) if field.name in earlier), default=len(fields))
        return [*fields[:place], _field(name, spelt), *fields[place:]]
    return fields if index is None else _without_field(fields, index)


def _without_field(fields: list[FieldLines], index: int) -> list[FieldLines]:
    """Return the fields without one, its comments kept below the one above it or else above what comes next."""
    gone = comments_of(fields[index])
    asides = tuple(line for line in (gone.tail.strip(), *gone.after) if line.strip())
    rest = [*fields[:index], *fields[index + 1 :]]
    beside = max(index - 1, 0)
    kept = rest[beside]
    asides = tuple(f"  {line.strip()}" for line in asides)
    rest[beside] = replace(kept, after=(*asides, *kept.after) if index else (*kept.after, *asides))
    return rest


def _field(name: str, spelt: str, old: FieldLines | None = None) -> FieldLines:
    line = f"{name}: {spelt}" if spelt else f"{name}:"
    if old is None:
        return FieldLines(name, (line,))
    kept = comments_of(old)
    return replace(kept, lines=(line + kept.tail,))
