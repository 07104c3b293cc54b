"""Parquet: a folder of columns, divided by language and annotator (with DuckDB, from rows of JSON)."""

from __future__ import annotations

from factcheck.exchange import jsonl
from factcheck.exchange.form import Form
from factcheck.exchange.rows import COLUMNS
from factcheck.i18n import N_

_TYPES = {"n": "BIGINT", "start": "BIGINT", "end": "BIGINT", "unsure": "BOOLEAN"}
#: The columns and their SQL types.
SQL_TYPES = {name: _TYPES.get(name, "VARCHAR") for name in COLUMNS}

FORM = Form(
    N_("Parquet, divided by language and annotator"),
    "",
    jsonl.rows_only,
    frozenset(COLUMNS),
    marks=False,
    extra="parquet",
)
