"""Rows of JSON as Parquet, a file for each part of a folder (with DuckDB)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def to_parquet(parts: Mapping[str, Path], folder: Path, columns: Mapping[str, str]) -> None:
    """Write rows to Parquet files, a file for each part; DuckDB can divide rows by itself, at half as much again.

    Args:
        parts: The JSON lines of each part, by the folder they go to, as `language=fr/annotator=alice`.
        folder: Where these folders are.
        columns: The columns and their SQL types.
    """
    import duckdb  # noqa: PLC0415 - an extra

    types = "{" + ", ".join(f"{_quoted(name)}: {_quoted(kind)}" for name, kind in columns.items()) + "}"
    with duckdb.connect(config={"threads": 1}) as database:
        for part, rows in parts.items():
            table = f"read_json({_quoted(str(rows))}, format = 'newline_delimited', columns = {types})"
            place = _quoted(str(folder / part / "data_0.parquet"))
            database.execute(f"copy (select * from {table}) to {place} (format parquet, compression zstd)")  # noqa: S608 - quoted


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
