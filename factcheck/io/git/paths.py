"""Paths as people give them, turned into paths as git writes them: from the top of the work tree, with `/`.

Where there is no work tree, in a bare repository, they are given as git writes them.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.io.store.bounds import absolute, bare_repository


def below(top: Path, path: str | Path) -> str:
    """Return a path as git writes it.

    Raises:
        FactcheckError: It is not in this repository.
    """
    found = inside(top, path)
    if not found:
        hint = deferred("Only the repository of the current folder is asked: go to that folder first.")
        raise FactcheckError(deferred("outside this repository"), path=str(path), hint=hint)
    return found


def from_here(top: Path, name: str) -> str:
    """Return a path that git wrote as one from the current folder."""
    if bare_repository(Path.cwd()) == top:
        return name
    return Path(os.path.relpath(top.resolve() / name, Path.cwd().resolve())).as_posix()


def matches_pathspec(names: Sequence[str], name: str) -> bool:
    """Return whether a path as git writes it is one of some others or below one; of none, all are."""
    return not names or any(one in (".", name) or name.startswith(f"{one}/") for one in names)


def inside(top: Path, path: str | Path) -> str:
    """Return a path as git writes it; empty if it is not in this repository."""
    if bare_repository(Path.cwd()) == top:
        return os.path.normpath(path)
    whole = absolute(path)
    # The folder may be reached through a link, and the file may be gone or a link itself.
    real = whole.parent.resolve() / whole.name
    return real.relative_to(top.resolve()).as_posix() if real.is_relative_to(top.resolve()) else ""
