"""Where a desk ends: its root, and the refusal of what symbolic links lead out of it; nothing is read here."""

from __future__ import annotations

import os
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.model import SETTINGS


def desk_root(start: Path) -> Path:
    """Return the root of the desk: the nearest folder upward with settings, else the git top, else `start`."""
    return settings_root(start) or work_tree(start) or start.absolute()


def settings_root(start: Path) -> Path | None:
    """Return the nearest folder upward with settings, if there is one."""
    return _nearest(start, SETTINGS)


def work_tree(start: Path) -> Path | None:
    """Return the top of the git work tree that the folder `start` is in, as far as files tell; None if in none."""
    return _nearest(start, ".git")


def _nearest(start: Path, mark: str) -> Path | None:
    """Return the nearest folder upward that holds `mark`, if only as a link that leads nowhere."""
    folders = (start.absolute(), *start.absolute().parents)
    return next((folder for folder in folders if os.path.lexists(folder / mark)), None)


def resolved(path: Path | str) -> str:
    """Return where a file or folder really is, all symbolic links followed.

    The desk is that of the folder it is named in: a link to a whole desk may be followed, one out of a desk may not.

    Raises:
        FactcheckError: It is outside the desk.
    """
    target = os.path.realpath(path)
    folder = Path(path if os.path.isdir(path) else os.path.dirname(path))  # noqa: PTH112, PTH120 - maybe no path at all
    root = os.path.realpath(desk_root(folder))
    if target != root and not target.startswith(root.rstrip("/") + "/"):
        raise FactcheckError(
            f"behind a symbolic link that leads out of the desk, to {target}",
            path=str(path),
            hint="Replace the link by what it leads to, or work in the folder where that is.",
        )
    return target
