"""Where a desk ends: its root, and the refusal of what links lead out of it or into git's own folder."""

from __future__ import annotations

import os
import re
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.i18n import N_, deferred
from factcheck.model import SETTINGS


def absolute(path: Path | str) -> Path:
    """Return an absolute path without `..`: whoever walks up from `desk/../other` comes through no `desk`."""
    return Path(os.path.normpath(Path(path).absolute()))


def desk_root(start: Path) -> Path:
    """Return the root of the desk: the nearest folder upward with settings, else the git top, else `start`."""
    return settings_root(start) or work_tree(start) or absolute(start)


def settings_root(start: Path) -> Path | None:
    """Return the nearest folder upward with settings, if there is one in the work tree that `start` is in.

    What lies above a work tree no commit holds, and it may be anybody's.
    """
    found = _nearest(start, SETTINGS)
    top = work_tree(start) if found else None
    return None if found and top and found in top.parents else found


def work_tree(start: Path) -> Path | None:
    """Return the top of the git work tree that the folder `start` is in; None if in none.

    It is what GIT_DIR and GIT_WORK_TREE name together, if that holds `start`; else as files tell.
    """
    named = os.environ.get("GIT_WORK_TREE")
    if named and os.environ.get("GIT_DIR") and absolute(start).is_relative_to(absolute(named)):
        return absolute(named)
    return _nearest(start, ".git")


def bare_repository(start: Path) -> Path | None:
    """Return the git repository without a work tree that is meant in the folder `start`; None if there is none.

    GIT_DIR names it, as it does for a server's hooks, or `start` is one and lies in no work tree: what looks like a
    repository in a work tree may be anybody's.
    """
    named = "" if os.environ.get("GIT_WORK_TREE") else os.environ.get("GIT_DIR", "")
    folder = absolute(named or start)
    if in_git_folder(str(folder)) or not all((folder / part).exists() for part in _PARTS):
        return None
    return folder if named or work_tree(start) is None else None


#: What a repository is made of.
_PARTS = ("HEAD", "objects", "refs")


def _nearest(start: Path, mark: str) -> Path | None:
    """Return the nearest folder upward that holds `mark`, if only as a link that leads nowhere."""
    folder, above = "", os.path.normpath(start.absolute())
    while folder != above:
        folder, above = above, os.path.dirname(above)  # noqa: PTH120 - once a file, where paths would take most of the time
        if os.path.lexists(os.path.join(folder, mark)):  # noqa: PTH118
            return Path(folder)
    return None


_OUT_OF_DESK = N_("behind a symbolic link that leads out of the desk, to {target}")
_OUT_OF_REPOSITORY = N_("behind a symbolic link that leads out of the repository, to {target}")


def resolved(path: Path | str) -> str:
    """Return where a file or folder really is, all symbolic links followed.

    The desk is that of the folder it is named in: a link to a whole desk may be followed, one out of a desk may not.

    Raises:
        FactcheckError: It is outside the desk, or in a `.git`.
    """
    folder = Path(path if os.path.isdir(path) else os.path.dirname(path))  # noqa: PTH112, PTH120 - maybe no path at all
    return _bounded(path, desk_root(folder))


def resolved_settings(root: Path) -> str:
    """Return where the settings of the desk at `root` really are.

    Desks of one repository may share them through links; without a repository they stay in their folder.

    Raises:
        FactcheckError: They are outside, or in a `.git`.
    """
    return _bounded(root / SETTINGS, work_tree(root) or root, _OUT_OF_REPOSITORY if work_tree(root) else _OUT_OF_DESK)


def _bounded(path: Path | str, bound: Path, out: str = _OUT_OF_DESK) -> str:
    """Return where a file or folder really is, once sure that this is below `bound` and no part of git's own files."""
    target, root = os.path.realpath(path), os.path.realpath(bound)
    if target != root and not target.startswith(root.rstrip("/") + "/"):
        raise FactcheckError(
            deferred(out, target=target),
            path=str(path),
            hint=deferred("Replace the link by what it leads to, or work in the folder where that is."),
        )
    if in_git_folder(target):
        raise FactcheckError(
            deferred("in git's own folder"), path=str(path), hint=deferred("Nothing in a .git is read or written.")
        )
    return target


def in_git_folder(path: str) -> bool:
    """Return whether a path goes through a `.git`, in any case: some file systems do not tell them apart."""
    return ".git" in path.lower() and re.search(r"/\.git(/|$)", path, re.IGNORECASE) is not None


def refuse_links(path: Path) -> None:
    """Refuse to write where a symbolic link of the desk leads, be it the last part of the path or a folder on the way.

    Links elsewhere, such as `/dev/stdout` or that of a temporary folder, are not a stranger's to make.

    Args:
        path: Where to write; relative to the current folder if it is not absolute.

    Raises:
        FactcheckError: There is such a link below the work tree, or below the desk where there is none.
    """
    here = Path.cwd()
    below = str(work_tree(here) or desk_root(here)).rstrip("/") + "/"
    part = str(absolute(path))
    while part.startswith(below):
        if os.path.islink(part):  # noqa: PTH114 - once a page of a site, as below
            raise FactcheckError(
                deferred("behind a symbolic link: nothing is written through one"),
                path=str(path),
                hint=deferred("Remove the link, or write to another place."),
            )
        part = os.path.dirname(part)  # noqa: PTH120
