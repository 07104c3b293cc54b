"""Results written where the command line says; labels are saved elsewhere, durably."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import FactcheckError


def write_output(path: Path, text: str, *, append: bool = False) -> None:
    """Write a result to a file, or add it to its end; bytes that came as surrogates go out as they came.

    Raises:
        FactcheckError: It cannot be written.
    """
    try:
        with path.open("ab" if append else "wb") as file:
            file.write(text.encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise FactcheckError(f"cannot be written: {error.strerror}", path=str(path)) from error
