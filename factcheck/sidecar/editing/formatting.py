"""Sidecars put back into canonical form, with the comments and unknown fields a person wrote where they were."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
from factcheck.sidecar.editing.rewrite import HEADER_FIELDS
from factcheck.sidecar.editing.splicing import UnprovenError
from factcheck.sidecar.fields import FIELDS
from factcheck.sidecar.reading import read
from factcheck.sidecar.scalars import spell
from factcheck.sidecar.writing import refuse_too_large, spell_field, write
from factcheck.yaml.problems import SidecarError

_COMMENT = re.compile(r"(?:^|\s)#", re.MULTILINE)


def formatted(document: Document) -> bytes:
    """Return the file in canonical form; the same bytes if it is in it already.

    Comments stay above, beside or below what they are about, and fields that are not ours stay in their records, after
    ours; a file with either inside a record is as near to the canonical form as it can be, and formatting it again
    changes nothing.

    Raises:
        SidecarError: Its comments or unknown fields could not be kept, or it would be too large.
    """
    if document.canonical:
        return document.data
    try:
        data = _canonical(sidecar_lines(document), document.sidecar).data()
    except NotByLinesError as error:
        if document.problems or _COMMENT.search(document.data.decode()):
            raise _losing(document, error.line) from None
        data = write(document.sidecar)
    refuse_too_large(data, document.path)
    if read(data, document.path).sidecar != document.sidecar:
        raise UnprovenError(document.path)
    return data


def _losing(document: Document, line: int) -> SidecarError:
    hint = deferred(
        "Give each field a line of its own, above `sentences:`, or take the comments and unknown fields out."
    )
    message = deferred("laid out so that comments and unknown fields would be lost")
    return SidecarError((misplaced(document, line, message, hint),), document.path)


def _canonical(raw: SidecarLines, sidecar: Sidecar) -> SidecarLines:
    middle = _gap(_unlisted(raw.middle)) if raw.middle else []
    return SidecarLines(
        _header(raw.header, sidecar),
        tuple([_record(lines, record) for lines, record in zip(raw.sentences, sidecar.sentences, strict=True)]),
        (*middle, "retired:") if sidecar.retired else tuple(_paragraphs(middle)),
        tuple([_record(lines, record) for lines, record in zip(raw.retired, sidecar.retired, strict=True)]),
        tuple(["", *below] if (below := _paragraphs(raw.below)) else []),
        "\n",
    )


def _header(header: RecordLines, sidecar: Sidecar) -> RecordLines:
    values = {
        "factcheck": "1",
        "article": spell(sidecar.article),
        "annotator": spell(sidecar.annotator) if sidecar.annotator else None,
        "language": spell(sidecar.language),
    }
    lists = "" if sidecar.sentences else "[]"
    fields = _ordered(header, values | {"sentences": lists}, HEADER_FIELDS)
    last = [field for field in fields if field.name == "sentences"]
    above = [line for line in header.above if line.strip() != "---"]
    return RecordLines(tuple(_paragraphs(above)), "", (*[field for field in fields if field not in last], *last))


def _record(lines: RecordLines, record: Record) -> RecordLines:
    values = {name: spell_field(record, name) for name in FIELDS}
    return RecordLines(tuple(_gap(lines.above)), "- ", tuple(_ordered(lines, values, FIELDS)))


def _ordered(lines: RecordLines, values: dict[str, str | None], order: tuple[str, ...]) -> list[FieldLines]:
    """Return the fields in our order and spelling, then those that are not ours as they were."""
    margin = "  " if lines.dash else ""
    there = {field.name: field for field in lines.fields}
    fields: list[FieldLines] = []
    for name in order:
        spelt, old = values.get(name), comments_of(there.pop(name)) if name in there else None
        asides = _asides(old.after, margin) if old else ()
        if spelt is not None:
            line = f"{name}: {spelt}" if spelt else f"{name}:"
            comment = f"  {old.tail.strip()}" if old and old.tail else ""
            fields.append(FieldLines(name, (line + comment,), after=asides))
        elif fields and old:  # an empty field goes, what was said about it stays
            said = (*_asides((old.tail,), margin), *asides)
            fields[-1] = replace(fields[-1], after=(*fields[-1].after, *said))
    fields = _close_to_text(fields)
    shift = len(margin) - len(lines.dash)
    return fields + [_foreign(field, shift) for field in there.values()]


def _close_to_text(fields: list[FieldLines]) -> list[FieldLines]:
    """Return the fields with nothing between a text and what was decided on it: comments there go above the text.

    Else git would put a label on words it was not given to, where the two change on different branches.
    """
    text = next((number for number, field in enumerate(fields) if field.name == "text"), 0)
    if not text:
        return fields
    above, below = fields[:text], fields[text:]
    asides = tuple(line for field in below[:-1] for line in field.after)
    above[-1] = replace(above[-1], after=(*above[-1].after, *asides))
    return [*above, *(replace(field, after=()) for field in below[:-1]), below[-1]]


def _foreign(field: FieldLines, shift: int) -> FieldLines:
    """Return a field that is not ours, all its lines moved sideways alike."""
    first, *more = field.lines
    moved = [_moved(line, shift) if line.strip() else "" for line in more]
    return replace(field, lines=(first, *moved), after=_asides(field.after, "  "))


def _moved(line: str, shift: int) -> str:
    """Return the line with more or, as far as it has them, fewer spaces before it."""
    spare = len(line) - len(line.lstrip(" "))
    return " " * shift + line if shift >= 0 else line[min(spare, -shift) :]


def _asides(lines: Iterable[str], margin: str) -> tuple[str, ...]:
    """Return the comments among some lines, moved to a margin."""
    return tuple(margin + line.strip() for line in lines if line.strip())


def _paragraphs(lines: Iterable[str]) -> list[str]:
    """Return comment lines at the margin, with at most one blank line between two, and none at the end."""
    kept: list[str] = []
    for line in map(str.strip, lines):
        if line or (kept and kept[-1]):
            kept.append(line)
    return kept if not kept or kept[-1] else kept[:-1]


def _gap(lines: Iterable[str]) -> list[str]:
    """Return what stands above a record: a blank line and the comments that stood there."""
    lines = [line.strip() for line in lines]
    close = lines[: lines.index("")] if "" in lines else []
    below = _paragraphs(lines[len(close) :])
    after = [""] if below and lines[-1] == "" else []
    return [*close, "", *below, *after]


def _unlisted(middle: tuple[str, ...]) -> list[str]:
    """Return the comments above and beside the line `retired:`."""
    if not middle:
        return []
    *above, line = middle
    beside = line.partition("#")[2]
    return [*above, f"#{beside}"] if beside else above
