"""One file through history: what each commit made of it, as the ids of its blobs, which `contents` reads."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

from factcheck.io.git.contents import blobs, commit_id, parents_named
from factcheck.io.git.runner import query


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
    #: Its parents are not in this clone, which is shallow: what it changed is not known.
    is_cut_off: bool


#: Returns what a file was called, given its name and, by their new names, the old ones of all files that a commit
#: renamed; None to believe git, which goes by likeness alone.
Naming = Callable[[str, Mapping[str, str]], str | None]


def versions(top: Path, path: str, named: Naming = lambda _, __: None, last: str = "HEAD") -> tuple[Version, ...]:
    """Return what each commit up to `last` made of a file, newest first, its renames followed.

    `git log --follow` is of no use here: it follows a file that was added into whatever it resembles, and sidecars
    resemble each other. A rename is what takes the old name away in the same commit.

    Args:
        top: The top of the work tree.
        path: The file as it is called at `last`, relative to `top`.
        named: Tells what the file was called before a commit renamed it, if more is known than its likeness.
        last: The commit whose history it is.
    """
    found: dict[str, Version] = {}
    waiting = [(path, commit_id(top, last))]
    while waiting:
        for version in _under(top, *waiting.pop()):
            origins = tuple(_origins(top, version, named)) if version.after and not all(version.before) else ()
            waiting += [(origin.path, origin.parent) for origin in origins]
            before = (*filter(None, version.before), *(origin.blob for origin in origins))
            found.setdefault(version.commit.id, version._replace(before=before) if origins else version)
    return tuple(found.values())


def _under(top: Path, path: str, revision: str) -> Iterator[Version]:
    """Yield what each commit made of a file while it had this name.

    Plumbing only: what `git log` prints depends on a dozen settings.
    """
    walked = query(["rev-list", revision, "--", path], top).line.split("\n")
    real = _abouts(top, filter(None, walked))
    pairs = [(oid, parent) for oid in real for parent in real[oid].parents or ("",)]
    asked = "".join(f"{oid} {parent}".rstrip() + "\n" for oid, parent in pairs)
    command = ["diff-tree", "--stdin", "-r", "-z", "--raw", "--no-abbrev", "--no-renames", "--root", "--", path]
    fields = iter(query(command, top, stdin=asked.encode()).fields)
    found: dict[str, Version] = {}
    for oid in fields:
        _, _, before, after, _ = next(fields).split(" ")
        about = real[oid]
        commit = Commit(oid, about.author, about.date, about.subject, next(fields))
        merges = len(about.parents) > 1
        version = Version(commit, about.parents, (_blob(before),), _blob(after), merges, about.is_cut_off)
        # A merge is told once for each parent that it differs from.
        found[oid] = _joined(found[oid], version) if oid in found else version
    yield from found.values()


class _About(NamedTuple):
    """What a commit says of itself."""

    parents: tuple[str, ...]
    author: str
    date: str
    subject: str
    #: It has parents, but not in this clone.
    is_cut_off: bool = False


def _abouts(top: Path, oids: Iterable[str]) -> dict[str, _About]:
    """Return what commits say of themselves, decoded as they say; the parents are those that a shallow clone has."""
    told = {oid: _about(data) for oid, data in blobs(top, oids).items()}
    if not told:
        return {}
    asked = "".join(f"{oid}\n" for oid in told).encode()
    lines = query(["rev-list", "--no-walk=unsorted", "--parents", "--stdin"], top, stdin=asked).line.split("\n")
    parents = {oid: tuple(more) for oid, *more in map(str.split, lines)}
    return {
        oid: about._replace(parents=parents[oid], is_cut_off=bool(about.parents) and not parents[oid])
        for oid, about in told.items()
    }


_AUTHOR = re.compile(rb"author (.*?) ?<[^>]*> (-?[0-9]+) ([+-])([0-9]{2})([0-9]{2})")


def _about(data: bytes) -> _About:
    """Return what stands in a commit object: header lines, an empty line, the message."""
    head, _, message = data.partition(b"\n\n")
    lines = head.split(b"\n")
    encoding = next((line[9:].decode("ascii", "replace") for line in lines if line.startswith(b"encoding ")), "utf-8")
    author = next((found for line in lines if (found := _AUTHOR.match(line))), None)
    # git shows the first paragraph on one line.
    subject = message.strip(b"\n").partition(b"\n\n")[0].replace(b"\n", b" ")
    name = _decoded(author[1], encoding) if author else ""
    return _About(parents_named(data), name, _date(author) if author else "", _decoded(subject, encoding))


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return os.fsdecode(data)


def _date(author: re.Match[bytes]) -> str:
    """Return when a commit was written, as its author's clock showed it, in ISO 8601."""
    minutes = int(author[4]) * 60 + int(author[5])
    zone = timezone(timedelta(minutes=minutes if author[3] == b"+" else -minutes))
    try:
        return datetime.fromtimestamp(int(author[2]), zone).isoformat()
    except (OverflowError, ValueError, OSError):
        return ""


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
        command = [
            "diff-tree",
            "-r",
            "-z",
            "--no-abbrev",
            "-M50%",
            "-l1000",
            "--diff-filter=DR",
            parent,
            version.commit.id,
        ]
        fields = iter(query(command, top).fields)
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
