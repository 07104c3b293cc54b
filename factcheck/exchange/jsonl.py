"""JSON lines: a row a line, all that a sidecar holds; what comes back is the same sidecar."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from json.encoder import encode_basestring

from factcheck.exchange.form import Chunk, Form, FoundLabel, WrongFileError, label_of
from factcheck.exchange.rows import COLUMNS, ExportedArticle, Row, Status, Table
from factcheck.i18n import N_, deferred
from factcheck.model import Annotator, Record, RecordId
from factcheck.sidecar.fields import KINDS, FieldKind

#: The columns that are always there; a string that is empty elsewhere is null.
_FILLED = {"article", "language", "id", "text", "status"}
#: The fields of a record that a row brings back, and what each must be.
_FIELDS = {name: bool if kind is FieldKind.FLAG else str for name, kind in KINDS.items() if name not in {"id", "text"}}


def write(articles: Iterable[ExportedArticle]) -> Iterator[Chunk]:
    """Yield a line for each row."""
    for article in articles:
        for table in article.tables:
            yield Chunk("", _lines(table).encode())


def rows_only(articles: Iterable[ExportedArticle]) -> Iterator[Chunk]:
    """Yield a line for each row, with the columns of every table and nothing else."""
    for article in articles:
        for table in article.tables:
            yield Chunk("", "".join(f"{{{_inner(row)}}}\n" for row in table.rows).encode())


def _lines(table: Table) -> str:
    """Return the lines of a sidecar; the first has its layout too, if that says more than the rows."""
    first, *more = map(_inner, table.rows or (_no_row(table),))
    layout = f', "layout": {encode_basestring(table.layout)}' if table.layout else ""
    return "".join((f"{{{first}{layout}}}\n", *(f"{{{inner}}}\n" for inner in more)))


def _inner(row: Row) -> str:
    """Return what stands between the braces of a row's line: `json.dumps` at a third of its cost."""
    cells = zip(_NAMES, row.cells, _EMPTY, strict=True)
    return ", ".join([f"{name}: {empty if v is None or v == '' else _cell(v)}" for name, v, empty in cells])


def _cell(value: object) -> str:
    return encode_basestring(value) if isinstance(value, str) else str(value).lower()


_NAMES = [encode_basestring(name) for name in COLUMNS]
_EMPTY = ['""' if name in _FILLED else "null" for name in COLUMNS]


def _no_row(table: Table) -> Row:
    """Return what stands for a sidecar without a sentence."""
    sidecar, nothing = table.sidecar, Record(RecordId(""), "")
    return Row(table.path, sidecar.language, sidecar.annotator, 0, None, None, Status.UNLABELLED, nothing)


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
