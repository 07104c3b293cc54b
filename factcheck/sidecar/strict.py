"""The strict reader: it knows the canonical form and nothing else, and is fast; anything else is left to `free`."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import repeat

from factcheck.model import ANNOTATOR, Annotator, Label, Language, Record, Sidecar
from factcheck.sidecar.scalars import ARTICLE, INNER, LANGUAGE, hides, quote, spell, unescape

#: Between records: one blank line, and paragraphs of comment lines before and after it.
_GAP = r"(?:#.*\n)*+(?:\n(?!\n|\Z)(?:#.*\n)*+)++"
#: After the last record.
_END = r"(?:#.*\n)*+(?:\n(?:#.*\n)++)*+\Z"
_INNER = re.compile(INNER)
_SCALAR = rf'[^\s"]++|"{INNER}"'

#: What stands before the next record (tried first: a blank line alone), and whether that is the first retired one.
_NEXT = rf"(?:\n(?=-)|{_GAP}(?:(retired:\n){_GAP})?+|{_END})"
_HEADER = re.compile(
    rf"(?:(?:#.*\n)++\n?+)*+factcheck: 1\narticle: ({_SCALAR})\n(?:annotator: ({_SCALAR})\n)?language: ({_SCALAR})\n"
    rf"sentences:(?: (\[\]))?\n{_NEXT}"
)
#: A record at a glance: what stands between the quotes is still to be looked at, and so are the rare fields. It begins
#: with fixed letters and does not give back what it took, so that no file makes a search for it slow.
_BODY = (
    r'- id: (s[0-9a-f]{10})\n(?:  note: "(.+)"\n)?+(?:  unsure:( true)\n)?+  text: "(.+)"\n(?:  skip: "(.+)"\n)?+'
    r'  label:(.*)\n(?:  source: "(.+)"\n)?+((?:  .+\n)*+)'
)
_RECORDS = re.compile(rf"({_BODY}{_NEXT})")
#: A record anywhere, provided that whatever comes next does not belong to it.
_RECORD = re.compile(rf"^{_BODY}(?=(?:[ \t\r]*+(?:#.*)?+\n)*+(?:[^\s#]|\Z))", re.MULTILINE)
_RARE = re.compile(
    r'(?:  url: "(.+)"\n)?+(?:  was: "(.+)"\n)?+'
    r'(?:  was_label:( .+)\n)?+(?:  reason: "(.+)"\n)?+(?:  over: "(.+)"\n)?+'
)
#: What stands after `label:`, its space included.
_LABELS = {"": None, **{f" {label}": label for label in Label}}

_new = object.__new__
_fill = object.__setattr__


class _OtherFormError(Exception):
    """The text is not in canonical form."""


def read_strictly(data: bytes, text: str) -> Sidecar | None:
    """Return the sidecar if it is in canonical form, else None; comment lines may stand between records.

    A file in which an id stands twice is left to others, who say where.

    Args:
        data: The file.
        text: The same, decoded.
    """
    try:
        return None if hides(data) else _sidecar(text)
    except (KeyError, _OtherFormError):
        return None


def read_record(lines: str) -> Record | None:
    """Return the record if `lines` are one in canonical form, else None."""
    found = list(find_records(lines))
    return found[0][2] if len(found) == 1 and found[0][:2] == (0, len(lines)) else None


def find_records(text: str) -> Iterator[tuple[int, int, Record]]:
    """Yield every record in canonical form, wherever it stands in `text`: where its lines begin and end, and itself."""
    for match in _RECORD.finditer(text):
        try:
            if not hides(match[0].encode("utf-8", "surrogatepass")):
                yield match.start(), match.end(), _records([(match[0], *match.groups(""), "")])[0]
        except (KeyError, _OtherFormError):
            continue


def _sidecar(text: str) -> Sidecar:
    top = _HEADER.match(text)
    if top is None:
        raise _OtherFormError
    article, annotator, language, empty, retired = top.groups()
    found = _RECORDS.findall(text, top.end())
    whole, ids, *_, rare, heads = list(zip(*found, strict=True)) or [()] * 10
    if text != top[0] + "".join(whole) or len(set(ids)) < len(ids):
        raise _OtherFormError
    records = _records(found)
    count = _count(heads, none=bool(retired))
    if bool(empty) == bool(count) or (annotator and any(rare) and any(r.reason or r.over for r in records)):
        raise _OtherFormError
    return Sidecar(
        _word(article, ARTICLE),
        Annotator(_word(annotator, ANNOTATOR)) if annotator else None,
        Language(_word(language, LANGUAGE)),
        records[:count],
        records[count:],
    )


def _count(heads: Sequence[str], *, none: bool) -> int:
    """Return how many records are not retired; after which of them `retired:` stands is in `heads`."""
    if not none and not any(heads):
        return len(heads)
    if len([head for head in heads if head]) + none > 1 or not heads or heads[-1]:
        raise _OtherFormError
    return 0 if none else next(index for index, head in enumerate(heads, 1) if head)


def _word(spelt: str, pattern: re.Pattern[str]) -> str:
    value = _plain(spelt[1:-1]) if spelt.startswith('"') else spelt
    if not pattern.fullmatch(value) or spell(value) != spelt:
        raise _OtherFormError
    return value


def _records(found: Sequence[tuple[str, ...]]) -> tuple[Record, ...]:
    """Return the records; in a quarter of the time of `Record(...)`, which fills in every field there is."""
    values: list[dict[str, object]] = [
        {"id": name, "text": text, "label": _LABELS[label], "note": note, "source": source}
        for _, name, note, _, text, _, label, source, _, _ in found
    ]
    for number, (lines, _, note, unsure, text, skip, _, source, rare, _) in enumerate(found):
        if rare or unsure or skip or "\\" in lines or '"' in text or '"' in note or '"' in source:
            strings = {"note": note, "text": text, "skip": skip, "source": source}
            values[number] |= {name: _plain(inner) for name, inner in strings.items() if inner}
            values[number] |= {"unsure": bool(unsure)} | (_rare(rare) if rare else {})
    records = tuple(map(_new, repeat(Record, len(found))))
    deque(map(_fill, records, repeat("__dict__"), values), maxlen=0)
    return records


def _rare(lines: str) -> dict[str, object]:
    match = _RARE.fullmatch(lines)
    if match is None:
        raise _OtherFormError
    url, was, was_label, reason, over = match.groups("")
    strings = {"url": url, "was": was, "reason": reason, "over": over}
    values = {name: _plain(inner) for name, inner in strings.items()}
    return values | {"was_label": _LABELS[was_label]}


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
