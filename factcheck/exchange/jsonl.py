"""JSON lines: a row a line, all that a sidecar holds; what comes back is the same sidecar."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any

from factcheck.exchange.form import Chunk, Form, FoundLabel, WrongFileError, label_of
from factcheck.exchange.rows import COLUMNS, PLACES, ExportedArticle, RowColumns, Status, Table
from factcheck.i18n import N_, deferred
from factcheck.model import Annotator
from factcheck.sidecar.fields import KINDS, FieldKind

_FLAGS = [name for name, kind in KINDS.items() if kind is FieldKind.FLAG]
_STRINGS = frozenset(COLUMNS) - PLACES - set(_FLAGS)
#: How columns that are never null spell that there is nothing.
_EMPTY = dict.fromkeys(("article", "language", "id", "text", "status"), '""') | dict.fromkeys(_FLAGS, "false")
#: The fields of a record that a row brings back, and what each must be.
_FIELDS = {name: bool if kind is FieldKind.FLAG else str for name, kind in KINDS.items() if name not in {"id", "text"}}


def write(articles: Iterable[ExportedArticle]) -> Iterator[Chunk]:
    """Yield a line for each row; the first of a sidecar has its layout too, if that says more than the rows."""
    for article in articles:
        for table in article.tables:
            layout = f', "layout": {encode_basestring(table.layout)}' if table.layout else ""
            lines = table_lines(table, layout) or table_lines(table._replace(columns=_NO_SENTENCE), layout)
            yield Chunk("", lines.encode())


#: What every line ends in.
_END = "}\n"
#: What stands for a sidecar without a sentence.
_NO_SENTENCE: RowColumns = {
    "id": [""],
    "n": [0],
    "start": [None],
    "end": [None],
    "text": [""],
    "status": [Status.UNLABELLED],
}


def table_lines(table: Table, layout: str = "", *, whole: bool = True) -> str:
    """Return a line for each row: what `json.dumps` makes of it, at a tenth of its cost.

    Cells and what stands between them are put in their places column by column, and joined once.

    Args:
        table: The rows.
        layout: What the first line says besides.
        whole: Whether columns that are null in all rows are there.
    """
    if not (count := len(table.columns["id"])):
        return ""
    spelt = _spelt(table, whole=whole)
    width = len(spelt)
    pieces = [""] * (width * count)
    for number, column in enumerate(spelt):
        pieces[number::width] = [column] * count if isinstance(column, str) else column
    if layout:
        pieces[width - 1] = f"{pieces[width - 1].removesuffix(_END)}{layout}{_END}"
    return "".join(pieces)


def _spelt(table: Table, *, whole: bool) -> list[str | Iterable[str]]:
    """Return what lines are made of: what stands in all of them, in turn with the cells of a column.

    A column that says the same in every row is spelt once.
    """
    same: RowColumns = {"article": [table.path], "language": [table.language], "annotator": [table.annotator]}
    columns = same | table.columns
    frame, end = _frame(tuple(columns), whole=whole)
    found: list[str | Iterable[str]] = []
    between = ""
    for before, name in frame:
        column = columns[name]
        if column.count(column[0]) == len(column):
            between += before + _cell(name, column[0])
        elif table.bare and name in _STRINGS and all(column):
            found += [f'{between}{before}"', column]
            between = '"'
        else:
            found += [between + before, _cells(name, column)]
            between = ""
    return [*found, between + end]


@lru_cache(256)
def _frame(names: tuple[str, ...], *, whole: bool) -> tuple[list[tuple[str, str]], str]:
    """Return what stands in a line before each of some columns, with its name, and what stands after the last."""
    frame, between = [], "{"
    for name in COLUMNS:
        if name in names:
            frame.append((f'{between}"{name}": ', name))
            between = ", "
        elif whole or name in _EMPTY:
            between += f'"{name}": {_cell(name, None)}, '
    return frame, between.removesuffix(", ") + _END


def _cells(name: str, column: Sequence[Any]) -> Iterable[str]:
    """Return the cells of a column."""
    if name in PLACES and None not in column:
        return map(str, column)
    if name in _STRINGS:
        empty = _EMPTY.get(name, "null")
        return [encode_basestring(value) if value else empty for value in column]
    return [_cell(name, value) for value in column]


def _cell(name: str, value: object) -> str:
    if value is None or value == "":
        return _EMPTY.get(name, "null")
    return encode_basestring(value) if isinstance(value, str) else str(value).lower()


def encoded(values: object) -> bytes:
    """Return a line of JSON, UTF-8."""
    return f"{json.dumps(values, ensure_ascii=False)}\n".encode()


def read(files: Mapping[str, bytes]) -> Iterator[FoundLabel]:
    """Yield the rows of a file."""
    for data in files.values():
        for number, said in enumerate(data.split(b"\n"), 1):
            if said.strip():
                yield found(parsed(said, number), number)


def parsed(said: bytes, number: int) -> dict[str, object]:
    """Return the object on a line of a file.

    Raises:
        WrongFileError: It is none.
    """
    try:
        row = json.loads(said)
    except (ValueError, RecursionError):
        raise WrongFileError(deferred("not JSON"), number) from None
    if not isinstance(row, dict):
        raise WrongFileError(deferred("not an object"), number)
    return row


def found(row: Mapping[str, object], number: int) -> FoundLabel:
    """Return what a row says, with all types as they should be.

    Raises:
        WrongFileError: They are not.
    """
    fields = {name: _field(row, name, kind, number) for name, kind in _FIELDS.items()}
    for name in (name for name, kind in KINDS.items() if kind is FieldKind.LABEL):
        fields[name] = label_of(fields[name], number)
    annotator = _field(row, "annotator", str, number)
    return FoundLabel(
        number,
        str(_field(row, "article", str, number)),
        Annotator(str(annotator)) if annotator else None,
        str(_field(row, "id", str, number)),
        _offset(row, "start", number),
        _offset(row, "end", number),
        str(_field(row, "text", str, number)),
        fields,
        whole=_FIELDS.keys() <= row.keys(),
        language=str(_field(row, "language", str, number)),
        retired=row.get("status") == Status.RETIRED,
        layout=str(_field(row, "layout", str, number)),
    )


def _field(row: Mapping[str, object], name: str, kind: type, number: int) -> object:
    """Return the value of a field, or what stands for nothing where the row has none."""
    value = row.get(name)
    if value is None:
        return kind()
    if not isinstance(value, kind):
        shown = f"{value!r:.80}"
        if kind is bool:
            raise WrongFileError(deferred("{name} is not a truth value: {value}", name=name, value=shown), number)
        raise WrongFileError(deferred("{name} is not a string: {value}", name=name, value=shown), number)
    return value


def _offset(row: Mapping[str, object], name: str, number: int) -> int | None:
    value = row.get(name)
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
        return value
    shown = f"{value!r:.80}"
    message = deferred("{name} is not a whole number from 0: {value}", name=name, value=shown)
    raise WrongFileError(message, number)


FORM = Form(
    N_("JSON lines, for scripts: all that sidecars hold"), ".jsonl", write, frozenset(COLUMNS), marks=False, read=read
)
