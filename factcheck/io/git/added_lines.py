"""How many lines of a kind each day's commits added to files."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.io.git.contents import commit_id
from factcheck.io.git.runner import query

#: Ours is the mark before the day. What settings of the person who runs it could change is set.
_FORM = (
    *("--format=%x01%as", "-p", "-U0", "--no-ext-diff", "--no-textconv", "--no-color", "--no-prefix"),
    *("-M50%", "-l1000", "--no-show-signature", "--no-mailmap", "--no-merges", "-O/dev/null"),
)


def added_lines(top: Path, paths: Sequence[str], suffix: str, pattern: re.Pattern[bytes]) -> Mapping[str, int]:
    """Return by day how many more lines of a kind its commits added to files than they took away, by file.

    A line that is changed counts for nothing, and neither does a file that is moved; what a merge joins was counted
    where it was committed.

    Args:
        top: The top of the work tree.
        paths: Files and folders as they are called at `HEAD`, relative to `top`; all of it if there are none.
        suffix: What the names of the files end in.
        pattern: What such a line matches, from its beginning.
    """
    command = ["log", *_FORM, commit_id(top, "HEAD"), "--", *paths]
    days: Counter[str] = Counter()
    day, balance, ours, header = "", 0, False, False
    for line in query(command, top).out.split(b"\n"):
        if line.startswith((b"\x01", b"diff --git ")):
            days[day] += max(balance, 0)
            balance, ours, header = 0, False, True
            day = os.fsdecode(line[1:]) if line.startswith(b"\x01") else day
        elif line.startswith(b"@@ "):
            header = False
        elif header and line.startswith((b"--- ", b"+++ ")):
            # A name that needs quoting is in quotes, one with a space in it has a tab after it.
            ours = ours or os.fsdecode(line).rstrip('"\t').endswith(suffix)
        elif ours and line.startswith((b"+", b"-")) and pattern.match(line, 1):
            balance += 1 if line.startswith(b"+") else -1
    days[day] += max(balance, 0)
    return +days
