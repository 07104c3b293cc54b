"""One file through history: what each commit made of it, as the ids of its blobs; reading them is done elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from factcheck.io.git.contents import commit_id
from factcheck.io.git.runner import run


class Commit(NamedTuple):
    """One commit that touched a file."""

    id: str
    author: str
    #: When it was written, ISO 8601 with the author's offset.
    date: str
    subject: str
    #: What the file was called in that commit.
    path: str


class Version(NamedTuple):
    """What one commit made of a file."""

    commit: Commit
    #: The ids of the commit's parents.
    parents: tuple[str, ...]
    #: The file's blob in each parent that had another one; empty where it had none.
    before: tuple[str, ...]
    #: Its blob in this commit; empty where the commit removed it.
    after: str
    #: The commit merges several parents and agrees with one of them: it only took that side over.
    took_a_side: bool


#: Returns what a file was called, given its name and, by their new names, the old ones of all files that a commit
#: renamed; None to believe git, which goes by likeness alone.
Naming = Callable[[str, Mapping[str, str]], str | None]


def versions(top: Path, path: str, named: Naming = lambda _, __: None) -> tuple[Version, ...]:
    """Return what each commit made of a file, newest first, its renames followed.

    `git log --follow` is of no use here: it follows a file that was added into whatever it resembles, and sidecars
    resemble each other. A rename is what takes the old name away in the same commit.

    Args:
        top: The top of the work tree.
        path: The file as it is called at `HEAD`, relative to `top`.
        named: Tells what the file was called before a commit renamed it, if more is known than its likeness.
    """
    found: dict[str, Version] = {}
    waiting = [(path, commit_id(top, "HEAD"))]
    while waiting:
        for version in _under(top, *waiting.pop()):
            origins = tuple(_origins(top, version, named)) if version.after and not all(version.before) else ()
            waiting += [(origin.path, origin.parent) for origin in origins]
            before = (*filter(None, version.before), *(origin.blob for origin in origins))
            found.setdefault(version.commit.id, version._replace(before=before) if origins else version)
    return tuple(found.values())


def _under(top: Path, path: str, revision: str) -> Iterator[Version]:
    """Yield what each commit made of a file while it had this name."""
    form = "--format=%x01%H%x00%P%x00%an%x00%aI%x00%s"
    command = ["log", "-m", "-z", "--raw", "--no-abbrev", "--no-renames", form, revision, "--", path]
    fields = run(command, top).fields
    starts = [at for at, field in enumerate(fields) if re.fullmatch(_COMMIT_START, field)]
    found: dict[str, Version] = {}
    for start, end in pairwise([*starts, len(fields)]):
        version = _version(fields[start:end])
        known = found.get(version.commit.id)
        # A merge is told once for each parent that it differs from.
        found[version.commit.id] = _joined(known, version) if known else version
    yield from found.values()


#: Ours is the mark before the id: a subject may hold anything but a zero byte, a line break and, sanely, this.
_COMMIT_START = "\x01[0-9a-f]{40,64}"


def _version(fields: Sequence[str]) -> Version:
    """Return the version in: id, parents, author, date, subject, `:mode mode blob blob status`, path."""
    oid, parents, author, date, subject, raw, path = fields
    _, _, before, after, _ = raw.strip().split(" ")
    commit = Commit(oid.removeprefix("\x01"), author, date, subject, path)
    return Version(commit, tuple(parents.split()), (_blob(before),), _blob(after), took_a_side=" " in parents)


def _joined(known: Version, other: Version) -> Version:
    # Two parents are all that `factcheck` and forges ever merge; an octopus is told against its first two.
    return known._replace(before=known.before + other.before, took_a_side=False)


class _Origin(NamedTuple):
    """What a file was in a parent that had it under another name."""

    path: str
    parent: str
    blob: str


def _origins(top: Path, version: Version, named: Naming) -> Iterator[_Origin]:
    """Yield what a file was before the commit renamed it; a merge may do so to the file of one parent only."""
    path = version.commit.path
    for parent in version.parents:
        command = ["diff-tree", "-r", "-z", "--no-abbrev", "-M50%", "--diff-filter=DR", parent, version.commit.id]
        fields = iter(run(command, top).fields)
        blobs: dict[str, str] = {}
        renamed: dict[str, str] = {}
        for about in fields:
            old = next(fields)
            blobs[old] = about.split(" ")[2]
            if about.split(" ")[4].startswith("R"):
                renamed[next(fields)] = old
        told = named(path, renamed)
        old_path = told if told in blobs else renamed.get(path)
        if old_path:
            yield _Origin(old_path, parent, blobs[old_path])


def _blob(oid: str) -> str:
    return "" if not oid.strip("0") else oid
