"""One file through history: what each commit made of it, as the ids of its blobs; reading them is done elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.git.history import Commit, commit_id
from factcheck.git.runner import run


@dataclass(frozen=True, slots=True)
class Version:
    """What one commit made of a file."""

    commit: Commit
    #: The file's blob in each parent that had another one; empty where it had none.
    before: tuple[str, ...]
    #: Its blob in this commit; empty where the commit removed it.
    after: str
    #: The commit merges several parents and agrees with one of them: it only took that side over.
    took_a_side: bool


def versions(top: Path, path: str, revision: str = "HEAD") -> tuple[Version, ...]:
    """Return what each commit made of a file, newest first, its renames followed.

    Args:
        top: The top of the work tree.
        path: The file as it is called at `revision`, relative to `top`.
        revision: Where to begin.
    """
    form = "--format=%x01%H%x00%P%x00%an%x00%aI%x00%s"
    command = ["log", "--follow", "-m", "-z", "--raw", "--no-abbrev", "-M50%", form, commit_id(top, revision)]
    fields = run([*command, "--", path], top).fields
    starts = [at for at, field in enumerate(fields) if _COMMIT_START.fullmatch(field)]
    found: dict[str, Version] = {}
    for start, end in zip(starts, [*starts[1:], len(fields)], strict=True):
        version = _version(fields[start:end])
        known = found.get(version.commit.id)
        # A merge is told once for each parent that it differs from.
        found[version.commit.id] = _joined(known, version) if known else version
    return tuple(found.values())


#: Ours is the mark before the id: a subject may hold anything but a zero byte, a line break and, sanely, this.
_COMMIT_START = re.compile("\x01[0-9a-f]{40,64}")


def _version(fields: Sequence[str]) -> Version:
    """Return the version in: id, parents, author, date, subject, `:mode mode blob blob status`, path, new path."""
    oid, parents, author, date, subject, raw, *paths = fields
    _, _, before, after, _ = raw.strip().split(" ")
    commit = Commit(oid.removeprefix("\x01"), author, date, subject, paths[-1])
    return Version(commit, (_blob(before),), _blob(after), took_a_side=" " in parents)


def _joined(known: Version, other: Version) -> Version:
    # Two parents are all that `factcheck` and forges ever merge; an octopus is told against its first two.
    return Version(known.commit, known.before + other.before, known.after, took_a_side=False)


def _blob(oid: str) -> str:
    return "" if not oid.strip("0") else oid
