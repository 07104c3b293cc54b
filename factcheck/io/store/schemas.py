"""The JSON Schemas that are installed with the program."""

from __future__ import annotations

from pathlib import Path

from factcheck.io.store.reading import read_own

_FOLDER = Path(__file__).parent.parent.parent / "schemas"
_SUFFIX = "-1.schema.json"
_LIMIT = 1_000_000

#: What there is a schema of.
NAMES = ("labels", "config", "source", "codebook", "findings", "changes", "carry")


def schema_file(name: str) -> str:
    """Return the file name of a schema, one of `NAMES`."""
    return f"{name}{_SUFFIX}"


def schema_text(name: str) -> str:
    """Return a schema, one of `NAMES`."""
    return read_own(str(_FOLDER / schema_file(name)), _LIMIT).decode()
