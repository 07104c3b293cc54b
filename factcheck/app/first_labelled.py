"""When articles were first labelled, as git remembers it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from factcheck.checking.scope import Group
from factcheck.io.git.first_commits import first_days
from factcheck.io.git.paths import below


class FirstLabelDays(NamedTuple):
    """The first days of a repository's files."""

    top: Path
    #: By path relative to the top.
    days: Mapping[str, str]

    def day(self, group: Group) -> str:
        """Return the day an article's first sidecar was committed, as `2026-11-28`; empty where none was."""
        folder = below(self.top, group.folder or ".")
        paths = (os.path.normpath(f"{folder}/{name}") for name in group.sidecars)
        return min(filter(None, (self.days.get(path) for path in paths)), default="")


def first_labelled(top: Path) -> FirstLabelDays:
    """Return the first days of the files of a work tree, given its top.

    Raises:
        FactcheckError: git has no commit there, or fails.
    """
    return FirstLabelDays(top, first_days(top))
