"""The strict reader: it knows the canonical form and nothing else, and is fast; anything else is left to `lenient`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from factcheck.model import ANNOTATOR, Annotator, Label, Language, Record
from factcheck.sidecar.columns import Columns, records_of
from factcheck.sidecar.fields import ALWAYS, FIELDS, IN_DECISIONS_ONLY, KINDS, FieldKind
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
#: The fields that few records have, those above the text and those below the source; each of the others has a column.
_ABOVE = FIELDS[1 : FIELDS.index("text")]
_BELOW = FIELDS[FIELDS.index("source") + 1 :]
_MIDDLE = FIELDS[len(_ABOVE) + 1 : -len(_BELOW)]


def _line(name: str) -> str:
    """Return the pattern of a field's line, at a glance; its group is what stands between the quotes or after `:`."""
    kind = KINDS[name]
    if kind is FieldKind.TEXT:
        return rf'  {name}: "(.+)"\n'
    if name == "label":
        return rf"  {name}:(.*)\n"
    value = {FieldKind.STRING: ' "(.+)"', FieldKind.FLAG: "( true)", FieldKind.LABEL: "( .+)"}[kind]
    return rf"(?:  {name}:{value}\n)?+"


#: A record at a glance: what stands between the quotes is still to be looked at, and so are the rare fields. It begins
#: with fixed letters and does not give back what it took, so that no file makes a search for it slow.
_BODY = (
    rf"- id: (s[0-9a-f]{{10}})\n((?:  (?:{'|'.join(_ABOVE)}):.+\n)*+)"
    rf"{''.join(map(_line, _MIDDLE))}((?:  .+\n)*+)"
)
_RECORDS = re.compile(_BODY + _NEXT)
#: How many groups a record has: its id, what stands above its text, the columns, the rest. After them comes whether the
#: next record is the first retired one.
_GROUPS = len(_MIDDLE) + 3
# From here on compiled when first needed: reading a whole file in order takes none of them.
#: A record anywhere, provided that whatever comes next does not belong to it.
_RECORD = rf"(?m)^{_BODY}(?=(?:[ \t\r]*+(?:#.*)?+\n)*+(?:[^\s#]|\Z))"
#: The lines of fields that few records have.
_FEW = {names: "".join(map(_line, names)) for names in (_ABOVE, _BELOW)}
#: What stands after `label:`, its space included.
_LABELS = {"": None, **{f" {label}": label for label in Label}}


class _OtherFormError(Exception):
    """The text is not in canonical form."""


def read_strictly(data: bytes, text: str) -> Columns | None:
    """Return the sidecar if it is in canonical form, else None; comment lines may stand between records.

    A file in which an id stands twice is left to others, who say where.

    Args:
        data: The file.
        text: The same, decoded.
    """
    try:
        return None if hides(data) else _columns(text)
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
                yield match.start(), match.end(), records_of(_fields([[group] for group in match.groups()]))[0]
        except (KeyError, _OtherFormError):
            continue


def _columns(text: str) -> Columns:
    top = _HEADER.match(text)
    if top is None:
        raise _OtherFormError
    article, annotator, language, empty, retired = top.groups()
    # Between two matches stands what does not match, and that must be nothing; then come the groups, column by column.
    step = _GROUPS + 2
    parts = _RECORDS.split(text[top.end() :])
    *columns, heads = (parts[number::step] for number in range(1, step))
    if any(parts[::step]) or len(set(columns[0])) < len(heads):
        raise _OtherFormError
    fields = _fields(columns)
    count = _count(heads, none=bool(retired))
    if bool(empty) == bool(count) or (annotator and not fields.keys().isdisjoint(IN_DECISIONS_ONLY)):
        raise _OtherFormError
    name = Annotator(_word(annotator, ANNOTATOR)) if annotator else None
    return Columns(_word(article, ARTICLE), name, Language(_word(language, LANGUAGE)), fields, count)


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


def _fields(columns: Sequence[Sequence[str | None]]) -> dict[str, Sequence[Any]]:
    """Return the values of each field that any record has, given what each group of the records matched."""
    ids, above, *middle, below = columns
    said: dict[str, Sequence[Any]] = {"id": ids}
    for name, column in zip(_MIDDLE, middle, strict=True):
        if name == "label":
            said[name] = [_LABELS[word] for word in column]  # type: ignore[index] # the label's group always matches
        elif any(column) or name in ALWAYS:
            said[name] = [_value(inner) if inner else "" for inner in column]
    for names, column in ((_ABOVE, above), (_BELOW, below)):
        if any(column):
            said |= _rare(names, column)
    return said


def _value(inner: str) -> str:
    """Return what stands between the quotes, unescaped."""
    return _plain(inner) if '"' in inner or "\\" in inner else inner


def _rare(names: tuple[str, ...], column: Sequence[str | None]) -> dict[str, Sequence[Any]]:
    """Return the values of fields that few records have, given the lines of each record."""
    found = [_few(lines, names) if lines else {} for lines in column]
    there = {name for one in found for name in one}
    return {name: [one.get(name, Record._field_defaults[name]) for one in found] for name in names if name in there}


def _few(lines: str, names: tuple[str, ...]) -> dict[str, Any]:
    """Return the values of fields that few records have."""
    match = re.fullmatch(_FEW[names], lines)
    if match is None:
        raise _OtherFormError
    found = zip(names, match.groups(), strict=True)
    return {name: _VALUES[KINDS[name]](inner) for name, inner in found if inner}


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


#: From what stands in a line of a rare field to its value.
_VALUES: dict[FieldKind, Callable[[str], object]] = {
    FieldKind.STRING: _plain,
    FieldKind.FLAG: bool,
    FieldKind.LABEL: _LABELS.__getitem__,
}
