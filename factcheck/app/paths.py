"""Paths as people give them, turned into paths as git writes them."""

from __future__ import annotations

import os
from pathlib import Path

from factcheck.errors import FactcheckError


def below(top: Path, path: str | Path) -> str:
    """Return a path as git writes it: from the top of the work tree, with forward slashes.

    Raises:
        FactcheckError: It is not in this repository.
    """
    absolute = Path(os.path.normpath(Path(path).absolute()))
    try:
        # The folder may be reached through a link, and the file may be gone or a link itself.
        return (absolute.parent.resolve() / absolute.name).relative_to(top.resolve()).as_posix()
    except ValueError as error:
        raise FactcheckError("outside this repository", path=str(path)) from error
