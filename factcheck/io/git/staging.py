"""What of the work tree the next commit takes, and under which names; making commits is the user's."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.io.git.runner import query, run


def unstaged(top: Path) -> tuple[str, ...]:
    """Return the tracked files whose work tree differs from the index."""
    # Without this, a file that was only touched counts as changed.
    query(["update-index", "-q", "--refresh"], top, accept=(0, 1), compares=True)
    return query(["diff-files", "--name-only", "-z"], top, compares=True).fields


def stage(top: Path, paths: Sequence[str]) -> None:
    """Put the files, as they are in the work tree, into the next commit."""
    if paths:
        run(["add", "--", *paths], top)


def rename_tracked(top: Path, old: str, new: str) -> None:
    """Rename a tracked file in the work tree and the index."""
    run(["mv", "--", old, new], top)
