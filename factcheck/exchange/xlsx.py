"""Excel workbooks: the table with every string as a string, and the four labels to choose from (with XlsxWriter)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO

from factcheck.exchange.form import Chunk, Form
from factcheck.exchange.rows import COLUMNS, NOT_IN_XML, ExportedArticle
from factcheck.i18n import N_
from factcheck.model import Label

#: What a cell can hold; the rest of a text is cut off.
LONGEST = 32_767
_WIDTHS = {"article": 24, "text": 80, "source": 24, "note": 24}


def write(articles: Iterable[ExportedArticle]) -> Iterator[Chunk]:
    """Yield the workbook, the same for the same rows."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - an extra

    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    sheet = book.add_worksheet("labels")
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for column, name in enumerate(COLUMNS):
        sheet.set_column(column, column, _WIDTHS.get(name, 10), wrapped)
        sheet.write_string(0, column, name)
    sheet.freeze_panes(1, 0)
    number = 0
    rows = (row for article in articles for table in article.tables for row in table.rows)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row.cells):
            if isinstance(value, str) and value:
                sheet.write_string(number, column, value.replace("\r\n", "\n")[:LONGEST])
            elif value is not None and value != "":
                sheet.write(number, column, value)
    label = COLUMNS.index("label")
    sheet.data_validation(1, label, max(1, number), label, {"validate": "list", "source": [str(one) for one in Label]})
    book.close()
    yield Chunk("", out.getvalue())


FORM = Form(
    N_("Excel workbook"),
    ".xlsx",
    write,
    frozenset(COLUMNS),
    marks=False,
    extra="xlsx",
    foreign=NOT_IN_XML,
    longest=LONGEST,
)
