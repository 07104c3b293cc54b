"""The strict reader: it knows the canonical form and nothing else, and is fast; anything else is left to `free`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any

from factcheck.model import ANNOTATOR, Annotator, Label, Language, Record, Sidecar
from factcheck.sidecar.scalars import ARTICLE, INNER, LANGUAGE, hides, quote, spell, unescape

#: Between records: one blank line, and paragraphs of comment lines before and after it.
_GAP = r"(?:#.*\n)*+(?:\n(?!\n|\Z)(?:#.*\n)*+)++"
#: After the last record.
_END = r"(?:#.*\n)*+(?:\n(?:#.*\n)++)*+\Z"
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
    r'- id: (s[0-9a-f]{10})\n((?:  [nu].+\n)*+)  text: "(.+)"\n(?:  skip: "(.+)"\n)?+'
    r'  label:(.*)\n(?:  source: "(.+)"\n)?+((?:  .+\n)*+)'
)
_RECORDS = re.compile(_BODY + _NEXT)
#: What a record's groups hold, in their order; after them comes whether the next record is the first retired one.
_COLUMNS = ("id", "above", "text", "skip", "label", "source", "rare")
# From here on compiled when first needed: reading a whole file in order takes none of them.
#: A record anywhere, provided that whatever comes next does not belong to it.
_RECORD = rf"(?m)^{_BODY}(?=(?:[ \t\r]*+(?:#.*)?+\n)*+(?:[^\s#]|\Z))"
_ABOVE = r'(?:  note: "(.+)"\n)?+(?:  unsure:( true)\n)?+'
_RARE = (
    r'(?:  url: "(.+)"\n)?+(?:  was: "(.+)"\n)?+'
    r'(?:  was_label:( .+)\n)?+(?:  reason: "(.+)"\n)?+(?:  over: "(.+)"\n)?+'
)
#: What stands after `label:`, its space included.
_LABELS = {"": None, **{f" {label}": label for label in Label}}

#: A row of values, in the order of `Record`'s fields, becomes one without the detour of its constructor.
_new: Callable[[type[Record], Iterable[object]], Record] = tuple.__new__
#: A column, without end, of what a record holds where nothing is said, for each of its fields in order.
_UNSAID: dict[str, Iterable[object]] = {name: repeat(Record._field_defaults.get(name)) for name in Record._fields}


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
    for match in re.finditer(_RECORD, text):
        try:
            if not hides(match[0].encode("utf-8", "surrogatepass")):
                yield match.start(), match.end(), _records([[group] for group in match.groups()])[0]
        except (KeyError, _OtherFormError):
            continue


def _sidecar(text: str) -> Sidecar:
    top = _HEADER.match(text)
    if top is None:
        raise _OtherFormError
    article, annotator, language, empty, retired = top.groups()
    # Between two matches stands what does not match, and that must be nothing; then come the groups, column by column.
    step = len(_COLUMNS) + 2
    parts = _RECORDS.split(text[top.end() :])
    *columns, heads = (parts[number::step] for number in range(1, step))
    if any(parts[::step]) or len(set(columns[0])) < len(heads):
        raise _OtherFormError
    records = _records(columns)
    count = _count(heads, none=bool(retired))
    if bool(empty) == bool(count) or (annotator and any(columns[-1]) and any(r.reason or r.over for r in records)):
        raise _OtherFormError
    return Sidecar(
        _word(article, ARTICLE),
        Annotator(_word(annotator, ANNOTATOR)) if annotator else None,
        Language(_word(language, LANGUAGE)),
        records[:count],
        records[count:],
    )


def _count(heads: Sequence[str | None], *, none: bool) -> int:
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


def _records(columns: Sequence[Sequence[str | None]]) -> tuple[Record, ...]:
    """Return the records: made by the row, in a quarter of the time of `Record(...)`; what few have comes after."""
    ids, above, texts, skips, labels, sources, rare = columns
    said: dict[str, Iterable[object]] = {
        "id": ids,
        "text": _values(texts),
        "label": map(_LABELS.__getitem__, labels),  # type: ignore[arg-type]  # this group always matches
        "source": _values(sources),
        "skip": _values(skips),
    }
    records = list(map(_new, repeat(Record), zip(*(_UNSAID | said).values(), strict=False)))
    for column, read in ((above, _above), (rare, _rare)):
        for number, lines in enumerate(column) if any(column) else ():
            if lines:
                records[number] = records[number]._replace(**read(lines))
    return tuple(records)


def _values(column: Sequence[str | None]) -> Iterable[str]:
    """Return what stands between the quotes of each record's field, unescaped; empty where there is no such field."""
    if not any(column):
        return repeat("")
    return [_plain(inner) if inner and ('"' in inner or "\\" in inner) else inner or "" for inner in column]


def _above(lines: str) -> dict[str, Any]:
    match = re.fullmatch(_ABOVE, lines)
    if match is None:
        raise _OtherFormError
    note, unsure = match.groups("")
    return {"note": _plain(note), "unsure": bool(unsure)}


def _rare(lines: str) -> dict[str, Any]:
    match = re.fullmatch(_RARE, lines)
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
    if not re.fullmatch(INNER, inner):
        raise _OtherFormError
    value = unescape(inner)
    if ("\\u" in inner or "\\U" in inner) and quote(value) != f'"{inner}"':
        raise _OtherFormError
    return value
