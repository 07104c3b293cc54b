"""Giving a file another name without ever overwriting one; which files belong together is decided elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

from factcheck.errors import FactcheckError


def move(old: Path, new: Path) -> None:
    """Rename a file.

    Raises:
        FactcheckError: There is a file of the new name, or the system refuses, and why.
    """
    if os.path.lexists(new):
        raise FactcheckError("exists already", path=str(new), hint="Nothing was overwritten.")
    try:
        old.rename(new)
    except OSError as error:
        raise FactcheckError(f"cannot become {new}: {os.strerror(error.errno or 0)}", path=str(old)) from error
