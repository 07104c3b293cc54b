"""Merges as git recorded them, and the one that is under way: which commits were joined, and which files differ."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from factcheck.io.git.contents import commit_id, empty_tree
from factcheck.io.git.runner import query


class MergeCommit(NamedTuple):
    """A commit with several parents."""

    id: str
    parents: tuple[str, ...]


class MergeInProgress(NamedTuple):
    """Two states that git is joining just now, and the one both began with, empty where there is none.

    During a rebase or a cherry-pick `theirs` is the commit that is replayed, and `base` its parent.
    """

    base: str
    ours: str
    theirs: str


def merges(top: Path, since: str | None, last: str = "HEAD") -> tuple[MergeCommit, ...]:
    """Return the merges up to a commit since it left another, newest first; without that, `last` if it is a merge."""
    walk = ["--merges", f"{commit_id(top, since)}..{last}"] if since else ["--max-count=1", last]
    told = query(["rev-list", "--parents", *walk, "--"], top, accept=(0, 128))
    lines = [line.split(" ") for line in told.line.split("\n") if told.code == 0 and line]
    return tuple(MergeCommit(oid, tuple(parents)) for oid, *parents in lines if len(parents) > 1)


def merge_of(top: Path, revision: str) -> MergeCommit | None:
    """Return a merge commit; None if the commit of that name has only one parent."""
    oid = commit_id(top, revision)
    _, *parents = query(["rev-list", "--parents", "--max-count=1", oid, "--"], top).line.split(" ")
    return MergeCommit(oid, tuple(parents)) if len(parents) > 1 else None


def bases(top: Path, commits: tuple[str, ...]) -> tuple[str, ...]:
    """Return the best common ancestors of some commits; none if they have no common history here."""
    octopus = ["--octopus"] if len(commits) > 2 else []
    return tuple(query(["merge-base", "--all", *octopus, *commits], top, accept=(0, 1)).line.split())


def differing(top: Path, old: str, new: str) -> dict[str, tuple[str, str]]:
    """Return the ids of both blobs, empty for none, of each file that differs between two commits, by path.

    An empty `old` is a state without files.
    """
    command = ["diff-tree", "-r", "-z", "--raw", "--no-abbrev", "--no-renames", old or empty_tree(top), new, "--"]
    fields = iter(query(command, top).fields)
    found = {}
    for about in fields:
        _, _, before, after, _ = about.split(" ")
        found[next(fields)] = (_blob(before), _blob(after))
    return found


def under_way(top: Path) -> MergeInProgress | None:
    """Return what git is joining just now: a merge, rebase, cherry-pick, revert, or a stash that conflicts."""
    ours = commit_id(top, "HEAD")
    for name, theirs, base in _HEADS:
        if head := _exists(top, name):
            before = _exists(top, base.format(head=head)) if base else _first_base(top, ours, head)
            return MergeInProgress(before, ours, _exists(top, theirs.format(head=head)))
    return None


#: Where git keeps the other side, what of it is theirs, and its base; empty for the common ancestor.
_HEADS = (
    ("MERGE_HEAD", "{head}", ""),
    ("CHERRY_PICK_HEAD", "{head}", "{head}^"),
    ("REBASE_HEAD", "{head}", "{head}^"),
    ("REVERT_HEAD", "{head}^", "{head}"),
    ("refs/stash", "{head}", "{head}^"),
)


def _first_base(top: Path, ours: str, theirs: str) -> str:
    return next(iter(bases(top, (ours, theirs))), "")


def _exists(top: Path, revision: str) -> str:
    return query(["rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"], top, accept=(0, 1, 128)).line


def _blob(oid: str) -> str:
    return oid if oid.strip("0") else ""
