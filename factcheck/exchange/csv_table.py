"""Tables as CSV: faithful, or safe to open in a spreadsheet (RFC 4180, with a byte order mark, which Excel needs)."""

from __future__ import annotations

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

from factcheck.exchange import jsonl
from factcheck.exchange.form import Chunk, Form, FoundLabel, WrongFileError
from factcheck.exchange.rows import COLUMNS, PLACES, ExportedArticle, Row
from factcheck.i18n import N_, deferred

#: What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"; Excel's list).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: What keeps it from doing so; a spreadsheet does not show it.
GUARD = "'"


def write(articles: Iterable[ExportedArticle], *, spreadsheet: bool = False) -> Iterator[Chunk]:
    """Yield the header and a line for each row; strings that are empty, and no label, are empty cells.

    Args:
        articles: What to write.
        spreadsheet: Guard cells that a spreadsheet would run, and end lines in cells as spreadsheets do.
    """
    yield Chunk("", BOM_UTF8 + _line(COLUMNS))
    for article in articles:
        for table in article.tables:
            yield Chunk("", b"".join(_line(map(guarded if spreadsheet else str, _cells(row))) for row in table.rows))


def write_for_spreadsheets(articles: Iterable[ExportedArticle]) -> Iterator[Chunk]:
    """Yield what `write` does, safe to open."""
    return write(articles, spreadsheet=True)


def guarded(cell: str) -> str:
    r"""Return a cell that a spreadsheet shows and does not run.

    >>> guarded("=1+1"), guarded("a\r\nb")
    ("'=1+1", 'a\nb')
    """
    return (GUARD if would_run(cell) else "") + cell.replace("\r\n", "\n")


def would_run(cell: str) -> bool:
    """Return whether a spreadsheet would take a cell for a formula."""
    return cell.startswith(FORMULA_STARTS)


def _cells(row: Row) -> Iterator[str]:
    for value in row.cells:
        yield "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _line(cells: Iterable[str]) -> bytes:
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode("utf-8", "backslashreplace")


def read(files: Mapping[str, bytes]) -> Iterator[FoundLabel]:
    """Yield the rows of a file, guarded or not."""
    for data in files.values():
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            number = data.count(b"\n", 0, error.start) + 1
            raise WrongFileError(deferred("not UTF-8"), number) from None
        table = csv.DictReader(StringIO(text, newline=""), strict=True)
        try:
            for row in table:
                yield _found(row, table.line_num)
        except csv.Error as error:
            raise WrongFileError(str(error), table.line_num) from None


def _found(row: Mapping[str, str | None], number: int) -> FoundLabel:
    if None in row or None in row.values():
        raise WrongFileError(deferred("not as many cells as the header"), number)
    values: dict[str, object] = {name: _plain(cell or "") or None for name, cell in row.items()}
    for name in PLACES & values.keys():
        values[name] = _number(values[name], name, number)
    if "unsure" in values:
        values["unsure"] = str(values["unsure"]).lower() in ("true", "1", "vrai", "wahr")
    return jsonl.found(values, number)


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith(GUARD) and would_run(cell[1:]) else cell


def _number(value: object, name: str, number: int) -> int | None:
    if value is None:
        return None
    try:
        return int(str(value))
    except ValueError:
        shown = f"{value!r:.80}"
        message = deferred("{name} is not a number: {value}", name=name, value=shown)
        raise WrongFileError(message, number) from None


FORM = Form(N_("CSV, for data tools"), ".csv", write, frozenset(COLUMNS), marks=False, read=read)
