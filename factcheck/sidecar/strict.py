"""The strict reader: it knows the canonical form and nothing else, and is fast; anything else is left to `free`."""

from __future__ import annotations

import re

from factcheck.model import ANNOTATOR, Annotator, Label, Language, Record, Sidecar
from factcheck.sidecar.scalars import INNER, hides, quote, spell, unescape

LANGUAGE = re.compile("[a-z]{2,3}")
#: A file name in the same folder: no slash, and not only dots.
ARTICLE = re.compile("[^/]*[^/.][^/]*")

#: Comment lines in paragraphs, with one blank line between them and none at the end.
_COMMENTS = r"(?:(?:#.*\n)++\n?+)*+"
#: What stands above a record: one blank line, and comment lines before and after it.
_GAP = rf"(?:#.*\n)*+\n{_COMMENTS}"
_INNER = re.compile(INNER)
_SCALAR = rf'[^\s"]++|"{INNER}"'

_HEADER = re.compile(
    rf"{_COMMENTS}factcheck: 1\narticle: ({_SCALAR})\n(?:annotator: ({_SCALAR})\n)?language: ({_SCALAR})\n"
    r"sentences:(?: (\[\]))?\n"
)
#: The records of a file at a glance: what stands between the quotes is still to be looked at, and so are rare fields.
_RECORDS = re.compile(
    rf'({_GAP}(?:(retired:\n){_GAP})?+- id: (s[0-9a-f]{{10}})\n(?:  note: "(.+)"\n)?+  text: "(.+)"\n  label:(.*)\n'
    r'(?:  source: "(.+)"\n)?+((?:  .+\n)*+))'
)
_RARE = re.compile(
    r'(?:  url: "(.+)"\n)?+(?:  unsure:( true)\n)?+(?:  skip: "(.+)"\n)?+(?:  was: "(.+)"\n)?+'
    r'(?:  was_label:( .+)\n)?+(?:  reason: "(.+)"\n)?+(?:  over: "(.+)"\n)?+'
)
_TRAILER = re.compile(r"(?:#.*\n)*+(?:\n(?:#.*\n)++)*+")

#: What stands after `label:`, its space included.
_LABELS = {"": None, **{f" {label}": label for label in Label}}

_new = object.__new__
_fill = object.__setattr__


class _OtherFormError(Exception):
    """The text is not in canonical form."""


def read_strictly(data: bytes, text: str) -> Sidecar | None:
    """Return the sidecar if it is in canonical form, else None; comment lines may stand between records.

    Args:
        data: The file.
        text: The same, decoded.
    """
    try:
        return None if hides(data) else _sidecar(text)
    except (KeyError, _OtherFormError):
        return None


def read_record(lines: str) -> Record | None:
    """Return the record if `lines` are one in canonical form, else None; comment lines may stand above it."""
    match = _RECORDS.fullmatch(f"\n{lines}")
    try:
        return _records([match.groups("")])[0] if match and not hides(lines.encode("utf-8", "surrogatepass")) else None
    except (KeyError, _OtherFormError):
        return None


def _sidecar(text: str) -> Sidecar:
    top = _HEADER.match(text)
    if top is None:
        raise _OtherFormError
    article, annotator, language, empty = top.groups()
    found = _RECORDS.findall(text, top.end())
    _refuse_what_lies_between(text, top.end(), found)
    records = _records(found)
    heads = [index for index, groups in enumerate(found) if groups[1]] or [len(found)]
    if len(heads) > 1 or bool(empty) != (heads[0] == 0) or (annotator and [r for r in records if r.reason or r.over]):
        raise _OtherFormError
    return Sidecar(
        _word(article, ARTICLE),
        Annotator(_word(annotator, ANNOTATOR)) if annotator else None,
        Language(_word(language, LANGUAGE)),
        records[: heads[0]],
        records[heads[0] :],
    )


def _refuse_what_lies_between(text: str, start: int, found: list[tuple[str, ...]]) -> None:
    """Raise `_OtherFormError` unless the records found stand one after the other up to the end of the file."""
    whole = "".join([groups[0] for groups in found])
    if not text.startswith(whole, start) or not _TRAILER.fullmatch(text, start + len(whole)):
        raise _OtherFormError


def _word(spelt: str, pattern: re.Pattern[str]) -> str:
    value = _plain(spelt[1:-1]) if spelt.startswith('"') else spelt
    if not pattern.fullmatch(value) or spell(value) != spelt:
        raise _OtherFormError
    return value


def _records(found: list[tuple[str, ...]]) -> tuple[Record, ...]:
    """Return the records; in a third of the time of `Record(...)`, which fills in every field there is."""
    records = []
    for lines, _, name, note, text, label, source, rare in found:
        if "\\" in lines or '"' in text or '"' in source or '"' in note:
            note, text, source = _plain(note), _plain(text), _plain(source)  # noqa: PLW2901 - 200 calls saved
        values = {"id": name, "text": text, "label": _LABELS[label], "note": note, "source": source}
        record = _new(Record)
        _fill(record, "__dict__", values | _rare(rare) if rare else values)
        records.append(record)
    return tuple(records)


def _rare(lines: str) -> dict[str, object]:
    match = _RARE.fullmatch(lines)
    if match is None:
        raise _OtherFormError
    url, unsure, skip, was, was_label, reason, over = match.groups("")
    strings = {"url": url, "skip": skip, "was": was, "reason": reason, "over": over}
    values = {name: _plain(inner) for name, inner in strings.items()}
    return values | {"unsure": bool(unsure), "was_label": _LABELS[was_label]}


def _plain(inner: str) -> str:
    """Return the value between the quotes, if it is spelt as we spell it."""
    rest = inner.replace('\\"', "")
    if "\\" not in rest and '"' not in rest:
        return inner.replace('\\"', '"')
    if not _INNER.fullmatch(inner):
        raise _OtherFormError
    value = unescape(inner)
    if ("\\u" in inner or "\\U" in inner) and quote(value) != f'"{inner}"':
        raise _OtherFormError
    return value
