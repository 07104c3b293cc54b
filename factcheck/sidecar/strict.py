"""The strict reader: it knows the canonical form and nothing else, and is fast; anything else is left to `free`."""

from __future__ import annotations

import re

from factcheck.model import ANNOTATOR, Annotator, Label, Language, Record, RecordId, Sidecar
from factcheck.sidecar.scalars import HIDDEN, INNER, quote, spell, unescape

LANGUAGE = re.compile("[a-z]{2,3}")
#: A file name in the same folder: no slash, and not only dots.
ARTICLE = re.compile("[^/]*[^/.][^/]*")

_COMMENT = rf"#[^{HIDDEN}]*+\n"
#: Comment lines in paragraphs, with one blank line between them and none at the end.
_COMMENTS = rf"(?:(?:{_COMMENT})++\n?+)*+"
_LABEL = "claim|opinion|unverified|sourced"
_SCALAR = rf'[^\s"]++|"{INNER}"'
_STRING = rf'"(?!")({INNER})"\n'

_HEADER = re.compile(
    rf"{_COMMENTS}factcheck: 1\narticle: ({_SCALAR})\n(?:annotator: ({_SCALAR})\n)?language: ({_SCALAR})\n"
    r"sentences:(?: (\[\]))?\n"
)
_RECORD = re.compile(
    rf"((?:{_COMMENT})*+\n{_COMMENTS}- id: (s[0-9a-f]{{10}})\n(?:  note: {_STRING})?+  text: {_STRING}"
    rf"  label:(?: ({_LABEL}))?+\n(?:  source: {_STRING})?+(?:  url: {_STRING})?+(?:  unsure: (true)\n)?+"
    rf"(?:  skip: {_STRING})?+(?:  was: {_STRING})?+(?:  was_label: ({_LABEL})\n)?+"
    rf"(?:  reason: {_STRING})?+(?:  over: {_STRING})?+)"
)
_RETIRED = re.compile(rf"(?:{_COMMENT})*+\n{_COMMENTS}retired:\n")
_TRAILER = re.compile(rf"(?:{_COMMENT})*+(?:\n(?:{_COMMENT})++)*+")

_LABELS = {"": None, **{label.value: label for label in Label}}


class _OtherFormError(Exception):
    """The text is not in canonical form."""


def read_strictly(text: str) -> Sidecar | None:
    """Return the sidecar if `text` is in canonical form, else None; comment lines may stand between records."""
    try:
        return _sidecar(text)
    except _OtherFormError:
        return None


def read_record(lines: str) -> Record | None:
    """Return the record if `lines` are one in canonical form, else None; comment lines may stand above it."""
    try:
        records, end = _records(f"\n{lines}", 0, len(lines) + 1)
    except _OtherFormError:
        return None
    return records[0] if len(records) == 1 and end == len(lines) + 1 else None


def _sidecar(text: str) -> Sidecar:
    top = _HEADER.match(text)
    if top is None:
        raise _OtherFormError
    article, annotator, language, empty = top.groups()
    cut = text.find("\nretired:\n", top.end() - 1)
    sentences, end = _records(text, top.end(), len(text) if cut < 0 else cut + 1)
    retired: tuple[Record, ...] = ()
    if middle := _RETIRED.match(text, end):
        retired, end = _records(text, middle.end(), len(text))
    if not _TRAILER.fullmatch(text, end) or bool(empty) == bool(sentences) or bool(middle) != bool(retired):
        raise _OtherFormError
    if annotator and ("\n  reason: " in text or "\n  over: " in text):
        raise _OtherFormError
    return Sidecar(
        _word(article, ARTICLE),
        Annotator(_word(annotator, ANNOTATOR)) if annotator else None,
        Language(_word(language, LANGUAGE)),
        sentences,
        retired,
    )


def _word(spelt: str, pattern: re.Pattern[str]) -> str:
    value = _plain(spelt[1:-1]) if spelt.startswith('"') else spelt
    if not pattern.fullmatch(value) or spell(value) != spelt:
        raise _OtherFormError
    return value


def _records(text: str, start: int, stop: int) -> tuple[tuple[Record, ...], int]:
    """Return the records that stand one after the other from `start`, and where the last one ends."""
    found = _RECORD.findall(text, start, stop)
    end = start + sum(len(groups[0]) for groups in found)
    if text[start:end] != "".join([groups[0] for groups in found]):
        raise _OtherFormError
    return tuple([_record(groups) for groups in found]), end


def _record(groups: tuple[str, ...]) -> Record:
    lines, name, note, text, label, source, url, unsure, skip, was, was_label, reason, over = groups
    if "\\" in lines:
        note, text, source, url, skip, was, reason, over = map(
            _plain, (note, text, source, url, skip, was, reason, over)
        )
    label_, was_label_ = _LABELS[label], _LABELS[was_label]
    return Record(RecordId(name), text, label_, note, source, url, bool(unsure), skip, was, was_label_, reason, over)


def _plain(inner: str) -> str:
    """Return the value between the quotes, if nothing is escaped that needs no escape."""
    value = unescape(inner) if "\\" in inner else inner
    if "\\u" in inner.lower() and quote(value) != f'"{inner}"':
        raise _OtherFormError
    return value
