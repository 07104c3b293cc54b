"""When each file was first committed, renames followed, from one run of git."""

from __future__ import annotations

from pathlib import Path

from factcheck.io.git.contents import commit_id
from factcheck.io.git.runner import query

#: Ours is the mark before the day. What settings of the person who runs it could change is set: all clones give the
#: same.
_FORM = (
    *("--format=%x01%as", "--name-status", "-z", "--root", "-M50%", "-l1000", "--diff-filter=AR"),
    *("--reverse", "--topo-order", "--no-show-signature", "--no-mailmap"),
)


def first_days(top: Path, folder: str = "") -> dict[str, str]:
    """Return the day each file at `HEAD` was first committed, as `2026-11-28`, by its author's calendar.

    A file that takes over from one that its commit removed is that file under a new name. Of two commits that add the
    same file on two branches the earlier day counts.

    Args:
        top: The top of the work tree.
        folder: Only files below it, relative to `top`; a file moved in from elsewhere begins there.
    """
    fields = iter(query(["log", *_FORM, commit_id(top, "HEAD"), "--", *([folder] if folder else [])], top).fields)
    found: dict[str, str] = {}
    day = ""
    for field in fields:
        state = field.lstrip("\n")
        if state.startswith("\x01"):
            day = state[1:]
            continue
        name = next(fields)
        if state.startswith("R"):
            found[next(fields)] = found.pop(name, day)
        else:
            found[name] = min(day, found.get(name, day))
    return found
