"""Parquet: a folder of columns, divided by language and annotator (with DuckDB, from rows of JSON)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.exchange import jsonl
from factcheck.exchange.form import Chunk, Form
from factcheck.exchange.rows import COLUMNS, ExportedArticle
from factcheck.i18n import N_

_TYPES = {"n": "BIGINT", "start": "BIGINT", "end": "BIGINT", "unsure": "BOOLEAN"}
#: The columns and their SQL types.
SQL_TYPES = {name: _TYPES.get(name, "VARCHAR") for name in COLUMNS}

#: What stands for the annotator of decisions in the name of a folder; that of Hive, which readers know.
_NOBODY = "__HIVE_DEFAULT_PARTITION__"


def write(articles: Iterable[ExportedArticle]) -> Iterator[Chunk]:
    """Yield the rows as JSON lines, with the folders that they belong to."""
    for article in articles:
        for table in article.tables:
            yield Chunk(
                f"language={table.language}/annotator={table.annotator or _NOBODY}",
                jsonl.table_lines(table, whole=False).encode(),
            )


FORM = Form(
    N_("Parquet, divided by language and annotator"),
    "",
    write,
    frozenset(COLUMNS),
    marks=False,
    extra="parquet",
)
