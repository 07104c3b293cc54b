"""Merges as git recorded them, and the one that is under way: which commits were joined, and which files differ."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.io.git.contents import blobs, commit_id, empty_tree, hint_if_shallow, parents_named
from factcheck.io.git.repository import head
from factcheck.io.git.runner import environment, failed, query, run


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
    """Return the merges up to a commit since it left another, newest first; without that, `last` if it is a merge.

    There is none before the first commit.

    Raises:
        FactcheckError: git cannot tell; or one of them is cut off from its parents, as this clone is shallow.
    """
    walk = [f"{commit_id(top, since)}..{last}"] if since else ["--max-count=1", last]
    told = query(["rev-list", "--parents", *walk, "--"], top, accept=(0, 128))
    if told.code:
        if last == "HEAD" and not head(top):
            return ()
        raise failed(["rev-list"], told.err)
    found = [MergeCommit(oid, tuple(parents)) for oid, *parents in map(str.split, told.line.splitlines())]
    for oid, data in blobs(top, [commit.id for commit in found if not commit.parents]).items():
        if len(parents_named(data)) > 1:
            refuse_if_shallow(top, oid)
    return tuple(commit for commit in found if len(commit.parents) > 1)


def refuse_if_shallow(top: Path, merge: str) -> None:
    """Refuse to say anything about a merge whose history is cut off.

    Raises:
        FactcheckError: This clone is shallow.
    """
    if hint := hint_if_shallow(top):
        message = deferred("the merge {merge} cannot be looked at: its history is not in this clone", merge=merge[:10])
        raise FactcheckError(message, path=str(top), hint=hint)


def merge_of(top: Path, revision: str) -> MergeCommit | None:
    """Return a merge commit; None if the commit of that name has only one parent."""
    oid = commit_id(top, revision)
    _, *parents = query(["rev-list", "--parents", "--max-count=1", oid, "--"], top).line.split(" ")
    return MergeCommit(oid, tuple(parents)) if len(parents) > 1 else None


def bases(top: Path, commits: tuple[str, ...]) -> tuple[str, ...]:
    """Return the best common ancestors of some commits; none if they have no common history here."""
    octopus = ["--octopus"] if len(commits) > 2 else []
    return tuple(query(["merge-base", "--all", *octopus, *commits], top, accept=(0, 1)).line.split())


#: What a git without `merge-tree --write-tree`, older than 2.38, ends with.
_UNKNOWN_OPTION = 129


def made_alone(top: Path, merge: MergeCommit) -> Callable[[str], bool]:
    """Return what tells whether a file of a merge is as git alone makes it, so that nobody decided anything in it.

    The merge is made again, in a folder of its own that reads the contents of this repository: what the repository
    names, such as a merge driver, is not run, and nothing is written to it. Of more than two commits, and with a git
    that cannot do so, it is not known, and said of no file.
    """
    if len(merge.parents) > 2:
        return lambda _: False
    import tempfile  # noqa: PLC0415 - costs a tenth of a check of one article, which has no use for it

    with tempfile.TemporaryDirectory() as name:
        apart = Path(name)
        kind = "sha256" if len(merge.id) == 64 else "sha1"
        run(["init", "--quiet", "--bare", f"--object-format={kind}"], apart)
        more = _contents_of(top) | {"GIT_DIR": name, "GIT_OBJECT_DIRECTORY": str(apart / "objects")}
        command = ["merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", *merge.parents]
        told = query([*_PLAIN, *command], apart, accept=(0, 1, _UNKNOWN_OPTION), more=more)
        if told.code == _UNKNOWN_OPTION:
            return lambda _: False
        made, *torn = told.fields
        command = ["diff-tree", "-r", "-z", "--name-only", "--no-renames", made, merge.id, "--"]
        by_hand = {*torn, *query(command, apart, more=more).fields}
    return lambda path: path not in by_hand


#: No attributes but those that a commit holds.
_PLAIN = ("-c", "core.attributesFile=")


def _contents_of(top: Path) -> dict[str, str]:
    """Return the environment in which a git elsewhere finds the contents of this repository, cut off where it is."""
    objects, shallow = query(["rev-parse", "--git-path", "objects", "--git-path", "shallow"], top).line.split("\n")
    others = environment(top).get("GIT_ALTERNATE_OBJECT_DIRECTORIES", "")
    name = str(top / objects).replace("\\", "\\\\").replace('"', '\\"')
    alternates = ":".join(filter(None, [f'"{name}"', others]))
    return {"GIT_ALTERNATE_OBJECT_DIRECTORIES": alternates, "GIT_SHALLOW_FILE": str(top / shallow)}


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
