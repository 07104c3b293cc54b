"""What git remembers: the bytes of a file at a revision, which files changed, and the stages of a conflict.

Paths are strings relative to the top of the work tree, with forward slashes; bytes in them that are no UTF-8 are
surrogates, as `os.fsdecode` gives them. Every function runs in `top`, the folder `repository(...).top`.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.io.git.repository import head, repository
from factcheck.io.git.runner import Result, query

#: How alike two files must be, in per cent, for one to count as the other renamed: git's own default.
_RENAMES = "-M50%"
#: What git calls a symbolic link, and how many of them in a row are followed.
_LINK = "120000"
_MOST_LINKS = 10
_LINKS = re.compile(rb"(?:\A|\0)120000 [^\t\0]*\t([^\0]*)")
#: So many files are compared for renames, whatever `diff.renameLimit` says, and no order file is looked for.
_NAMES = ("-z", "--name-status", _RENAMES, "-l1000", "-O/dev/null")
_NAMES_ALONE = ("-z", "--name-only", "--no-renames", "-O/dev/null")
#: Against the work tree. Not `diff-index`: it takes a file that was only touched for a changed one.
_DIFF = (
    *("-c", "diff.autoRefreshIndex=true", "diff", "--no-ext-diff", "--no-textconv", "--no-color"),
    "--ignore-submodules=dirty",
)


class GitChange(NamedTuple):
    """One file that differs between two states of the tree."""

    #: `A` added, `M` modified, `D` deleted, `R` renamed, `T` type changed, `U` unmerged, `?` untracked.
    status: str
    path: str
    #: What it was called before; the same as `path` unless it was renamed.
    old_path: str


class UnmergedFile(NamedTuple):
    """A file in conflict: the blobs of its versions, None where that side has no such file.

    During a rebase `ours` is the branch that is rebased onto, and `theirs` the work that is replayed.
    """

    path: str
    base: str | None
    ours: str | None
    theirs: str | None


def commit_id(top: Path, revision: str) -> str:
    """Return the full id of the commit that `revision` names.

    Raises:
        FactcheckError: There is no such commit here; the hint says why: a shallow clone, or nothing committed yet.
    """
    if not revision.startswith("-"):
        found = query(["rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"], top, accept=(0, 1, 128))
        if found.code == 0:
            return found.line
    if not head(top):
        message = deferred("git knows no revision {revision!r}: nothing is committed here yet", revision=revision)
        raise FactcheckError(message, path=str(top), hint=deferred("Commit something first: git add, then git commit."))
    raise FactcheckError(
        deferred("git knows no revision {revision!r}", revision=revision),
        path=str(top),
        hint=hint_if_shallow(top) or deferred("git branch -a lists them."),
    )


def merge_base(top: Path, one: str, other: str = "HEAD") -> str:
    """Return the id of the best common ancestor of two revisions.

    Raises:
        FactcheckError: One of them is unknown, or they have no common history here.
    """
    found = query(["merge-base", commit_id(top, one), commit_id(top, other)], top, accept=(0, 1))
    if found.code:
        hint = hint_if_shallow(top) or deferred("They share no history.")
        raise FactcheckError(
            deferred("{one!r} and {other!r} have no common history here", one=one, other=other),
            path=str(top),
            hint=hint,
        )
    return found.line


def hint_if_shallow(top: Path) -> str:
    """Return how to get the rest of the history; empty where all of it is here."""
    if query(["rev-parse", "--is-shallow-repository"], top).line != "true":
        return ""
    return deferred("This clone is shallow: git fetch --unshallow (in CI: fetch-depth: 0) brings the rest.")


def file_at(top: Path, revision: str, path: str) -> bytes | None:
    """Return a file as it was at `revision`, without any conversion; None if that revision has no such file.

    A symbolic link stands for what it led to at that revision; None if that is not in the repository.

    Args:
        top: The top of the work tree.
        revision: Any revision; empty for the index.
        path: The file, relative to `top`.
    """
    for _ in range(_MOST_LINKS):
        held = _staged_at(top, path) if not revision else _committed_at(top, commit_id(top, revision), path)
        if held is None:
            return None
        data = _blob(top, held.oid)
        if held.mode != _LINK:
            return data
        path = led_to(path, os.fsdecode(data))
    return None


def led_to(path: str, target: str) -> str:
    """Return where the link at `path` leads, relative to the top as it is."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def symbolic_links(top: Path) -> dict[str, str]:
    """Return the symbolic links in the index, and where each leads in the work tree, both relative to `top`."""
    listed = query(["ls-files", "--stage", "-z"], top).out
    found = {os.fsdecode(path) for path in _LINKS.findall(listed)}
    return {path: led_to(path, str((top / path).readlink())) for path in found if (top / path).is_symlink()}


def with_links(names: Iterable[str], leads: Mapping[str, str]) -> set[str]:
    """Return what changed, and the links that lead to it, be it by other links.

    Args:
        names: What changed.
        leads: Where each link leads.

    >>> sorted(with_links(["store/a"], {"a": "b/a", "b": "store", "c": "d"}))
    ['a', 'store/a']
    """
    changed = set(names)
    return changed | {link for link in leads if not changed.isdisjoint(followed(link, leads))}


def followed(path: str, leads: Mapping[str, str]) -> Iterator[str]:
    """Yield the links on the way of a path, be they folders, and after each where it leads; nothing if there is none.

    Args:
        path: A path from the top.
        leads: Where each link leads.

    >>> list(followed("a", {"a": "b/a", "b": "store"}))
    ['a', 'b/a', 'b', 'store/a']
    """
    for _ in range(_MOST_LINKS):
        parts = path.split("/")
        heads = ("/".join(parts[:length]) for length in range(1, len(parts) + 1))
        link = next((head for head in heads if head in leads), None)
        if link is None:
            return
        yield link
        path = posixpath.join(leads[link], path[len(link) :].lstrip("/")).rstrip("/")
        yield path


def _staged_at(top: Path, path: str) -> _Entry | None:
    found = _index(top, ["--stage"], [path]) if _may_hold(path) else ()
    return next((entry for entry in found if (entry.path, entry.stage) == (path, "0")), None)


def _committed_at(top: Path, commit: str, path: str) -> _Entry | None:
    if not _may_hold(path):
        return None
    for entry in query(["ls-tree", "-r", "-z", "--full-tree", commit, "--", path], top).fields:
        about, _, name = entry.partition("\t")
        mode, kind, oid = about.split(" ")
        if name == path and kind == "blob":
            return _Entry(mode, oid, "0", name)
    return None


def _may_hold(path: str) -> bool:
    """Return whether a path, as a link gave it, is one that git could know."""
    return not path.startswith(("/", "../")) and path != ".."


def _blob(top: Path, oid: str) -> bytes:
    """Return the bytes of one blob."""
    return query(["cat-file", "blob", oid], top).out


def blobs(top: Path, oids: Iterable[str]) -> dict[str, bytes]:
    """Return the bytes of many blobs by their ids, with one run of git."""
    wanted = list(dict.fromkeys(oids))
    if not wanted:
        return {}
    data = query(["cat-file", "--batch"], top, stdin="".join(f"{oid}\n" for oid in wanted).encode()).out
    return dict(_batch(data, wanted))


def _batch(data: bytes, oids: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield each blob of the output of `cat-file --batch`: a line `id type size`, the bytes, a line break."""
    position = 0
    for oid in oids:
        head = data.index(b"\n", position)
        size = int(data[position:head].split(b" ")[2])
        position = head + 1 + size + 1
        yield oid, data[head + 1 : head + 1 + size]


def parents_named(commit: bytes) -> tuple[str, ...]:
    r"""Return the parents that a commit object names, whether or not this clone has them.

    >>> parents_named(b"tree 1f\nparent 2e\nauthor Alice <> 0 +0000\n\nparent of all")
    ('2e',)
    """
    head = commit.partition(b"\n\n")[0]
    return tuple(line[7:].decode("ascii") for line in head.split(b"\n") if line.startswith(b"parent "))


def files(top: Path, revision: str) -> dict[str, str]:
    """Return the blob of every file at `revision` by its path."""
    return {path: held.oid for path, held in tree(top, revision).items()}


def tree(top: Path, revision: str) -> dict[str, TreeEntry]:
    """Return every file at `revision` by its path."""
    entries = query(["ls-tree", "-r", "-z", "--full-tree", commit_id(top, revision)], top).fields
    split = ((path, about.split(" ")) for about, _, path in (entry.partition("\t") for entry in entries))
    return {path: TreeEntry(oid, mode == _LINK) for path, (mode, kind, oid) in split if kind == "blob"}


def changed_files(top: Path, old: str, new: str | None = None) -> tuple[GitChange, ...]:
    """Return the files that differ between two revisions.

    Without `new`, those that differ between `old` and the work tree, untracked ones included.
    """
    if new is not None:
        command = ["diff-tree", "-r", commit_id(top, old), commit_id(top, new)]
        return _changes(top, command)
    command = [*_DIFF, commit_id(top, old), *_NAMES, "--"]
    return _read(query(command, top, compares=True)) + _untracked(top)


def changed_since(top: Path, revision: str, below: str = "") -> tuple[str, ...]:
    """Return the paths of what this branch and its work tree changed since it left `revision` (their merge base).

    Both names of a renamed file are among them. Unlike all else here it is asked before anybody knows that there is a
    repository: the shortest runs of `check` are spared that question.

    Args:
        top: The top of the work tree, as `store.work_tree` finds it.
        revision: What the branch left.
        below: A folder relative to `top`; only what is below it is told. Empty for all.
    """
    paths = [below] if below else []
    if not revision.startswith("-"):
        command = [*_DIFF, "--merge-base", f"{revision}^{{commit}}", *_NAMES_ALONE, "--", *paths]
        told = query(command, top, accept=(0, 128, 129), compares=True)
        if told.code == 0:
            return (*told.fields, *(change.path for change in _untracked(top, paths)))
    # A git before 2.30, several merge bases, or something wrong, which is told better step by step.
    repository(top)
    found = changed_files(top, merge_base(top, revision))
    return tuple(dict.fromkeys(name for change in found for name in (change.path, change.old_path)))


def staged(top: Path) -> tuple[GitChange, ...]:
    """Return what the next commit would change."""
    born = query(["rev-parse", "--verify", "--quiet", "HEAD"], top, accept=(0, 1)).code == 0
    # Before the first commit everything is compared with nothing.
    against = "HEAD" if born else empty_tree(top)
    return _changes(top, ["diff-index", "--cached", against])


def empty_tree(top: Path) -> str:
    """Return the id of a state without files, which depends on the hash in use."""
    return query(["hash-object", "-t", "tree", "--stdin"], top).line


def _changes(top: Path, command: Sequence[str]) -> tuple[GitChange, ...]:
    return _read(query([*command, *_NAMES, "--"], top))


def _read(told: Result) -> tuple[GitChange, ...]:
    """Return the changes that a command with `_NAMES` told."""
    fields = iter(told.fields)
    found = []
    for status in fields:
        old = next(fields)
        renamed = status[0] in "RC"
        found.append(GitChange(status[0], next(fields) if renamed else old, old))
    return tuple(found)


def _untracked(top: Path, paths: Sequence[str] = ()) -> tuple[GitChange, ...]:
    """Return the files git neither knows nor ignores."""
    names = query(["ls-files", "--others", "--exclude-standard", "-z", "--", *paths], top).fields
    return tuple(GitChange("?", name, name) for name in names)


#: The ids of an empty blob, by SHA-1 and SHA-256.
_NOTHING = (
    "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
)


class TreeEntry(NamedTuple):
    """A file as a commit holds it, or the next one will."""

    oid: str
    #: Whether it is a symbolic link, whose blob holds where it leads.
    is_link: bool


def index(top: Path) -> dict[str, TreeEntry]:
    """Return every file of the next commit by its path.

    Those in conflict are left out, and so are those that `git add -N` only announced: no commit holds them yet.
    """
    found = {one.path: TreeEntry(one.oid, one.mode == _LINK) for one in _index(top, ["--stage"]) if one.stage == "0"}
    if any(one.oid in _NOTHING for one in found.values()):
        command = ["diff-files", "--name-only", "--diff-filter=A", "-z"]
        for name in query(command, top, compares=True).fields:
            found.pop(name, None)
    return found


def tracked(top: Path, paths: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the files in the index, once each."""
    return tuple(dict.fromkeys(query(["ls-files", "-z", "--", *paths], top).fields))


def unmerged(top: Path) -> tuple[UnmergedFile, ...]:
    """Return the files in conflict, from the stages of the index."""
    stages: dict[str, dict[str, str]] = {}
    for entry in _index(top, ["--unmerged"]):
        stages.setdefault(entry.path, {})[entry.stage] = entry.oid
    return tuple(UnmergedFile(path, held.get("1"), held.get("2"), held.get("3")) for path, held in stages.items())


def staged_blobs(top: Path, paths: Sequence[str]) -> dict[str, str]:
    """Return the blobs of those files that the next commit takes, without what is in conflict."""
    found = _index(top, ["--stage"], paths) if paths else ()
    return {entry.path: entry.oid for entry in found if entry.stage == "0"}


class _Entry(NamedTuple):
    mode: str
    oid: str
    #: 0 where there is no conflict, else 1 base, 2 ours, 3 theirs.
    stage: str
    path: str


def _index(top: Path, options: Sequence[str], paths: Sequence[str] = ()) -> Iterator[_Entry]:
    """Yield the entries of the index, each `mode oid stage TAB path`."""
    for entry in query(["ls-files", *options, "-z", "--", *paths], top).fields:
        about, _, path = entry.partition("\t")
        mode, oid, stage = about.split(" ")
        yield _Entry(mode, oid, stage, path)
