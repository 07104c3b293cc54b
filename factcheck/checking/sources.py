"""Rules about source files: whether they can be read, belong to their article, and still agree with its text."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checking.subject import Remark, SourceSheet, Subject
from factcheck.i18n import deferred
from factcheck.model import Place


def invalid_source(subject: Subject) -> Iterator[Remark]:
    """Yield what is wrong with a source file that cannot be read (FC701)."""
    sheet = subject.source
    if sheet and sheet.error:
        place = Place(max(1, sheet.error.line), max(1, sheet.error.column))
        yield Remark(sheet.path, place, sheet.error.message, hint=sheet.error.hint)


def source_differs(subject: Subject) -> Iterator[Remark]:
    """Yield the source file whose article was edited since it was taken in (FC702)."""
    sheet = subject.source
    record = sheet.record if sheet else None
    if sheet and record and record.text_sha256 and sheet.text_sha256 not in {"", record.text_sha256}:
        message = deferred("{article} is no longer the text that was taken in", article=record.article)
        yield _at(sheet, "text_sha256", message)


def foreign_source(subject: Subject) -> Iterator[Remark]:
    """Yield the source file whose article is not there, or has another name than it says (FC703)."""
    sheet = subject.source
    if not sheet or not sheet.record:
        return
    article, here = sheet.record.article, subject.path.rpartition("/")[2]
    if not subject.article and not subject.unreadable:
        yield _at(sheet, "article", deferred("there is no article {article} beside it", article=here))
    elif article != here:
        yield _at(sheet, "article", deferred("it says it belongs to {other}", other=article))


def _at(sheet: SourceSheet, field: str, message: str) -> Remark:
    """Return a remark about a field's line."""
    lines = sheet.lines
    number = next((n for n, line in enumerate(lines, start=1) if line.startswith(f"{field}:")), 1)
    return Remark(sheet.path, Place(number, 1), message, Place(number, len(lines[number - 1]) + 1))
