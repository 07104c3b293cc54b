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


def write_new(path: Path, text: str) -> bool:
    """Write a file that must not exist yet, and the folders above it; return False, and change nothing, if it does.

    Raises:
        FactcheckError: It cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        # Not by the kind of error: a file may stand where a folder above it should be.
        if path.is_symlink() or path.exists():
            return False
        raise FactcheckError(f"cannot be written: {error.strerror}", path=str(path)) from error
    return True
