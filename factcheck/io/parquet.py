"""Rows of JSON as Parquet, divided by language and annotator (with DuckDB)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def to_parquet(rows: Path, folder: Path, columns: Mapping[str, str]) -> None:
    """Write the rows of a file of JSON lines to a folder of Parquet files.

    Args:
        rows: The JSON lines.
        folder: Where to; `language=fr/annotator=alice/data_0.parquet`, both columns in the files too.
        columns: The columns and their SQL types.
    """
    import duckdb  # noqa: PLC0415 - an extra

    with duckdb.connect(config={"threads": 1}) as database:
        types = "{" + ", ".join(f"{_quoted(name)}: {_quoted(kind)}" for name, kind in columns.items()) + "}"
        table = f"read_json({_quoted(str(rows))}, format = 'newline_delimited', columns = {types})"
        options = "format parquet, compression zstd, partition_by (language, annotator), write_partition_columns true"
        database.execute(f"copy (select * from {table}) to {_quoted(str(folder))} ({options})")  # noqa: S608 - quoted


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
