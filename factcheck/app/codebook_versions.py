"""Which version of the desk's own codebook each label has seen, from git's history alone.

Nothing is stamped into sidecars. Whatever was changed in a record since counts as having been looked at: its label, its
source, a note, a mark.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.io.git import contents
from factcheck.io.git.contents import hint_if_shallow
from factcheck.io.git.paths import below
from factcheck.io.git.repository import head, repository
from factcheck.io.git.versions import Commit, versions
from factcheck.model import CODEBOOK, Record, RecordId
from factcheck.sidecar import read

#: What is said of a sentence: its record without the sentence itself; None where it has no label.
Said = Record | None


class Past(NamedTuple):
    """The commits whose codebook counts."""

    #: Where git is asked.
    top: Path
    #: The last of them.
    last: str = "HEAD"


class _CommitFiles(NamedTuple):
    """The files at a commit that changed the codebook."""

    commit: Commit
    #: The blob of each file, and what a file of today was called.
    blobs: Mapping[str, str]
    names: Mapping[str, str]


class CodebookVersions:
    """The commits that changed a desk's codebook, the first one first, and the labels as they were then.

    Args:
        top: Where git is asked.
        codebook: The codebook's path, as git writes it.
        last: The commit whose history counts.

    Raises:
        FactcheckError: There is no such commit; or when the codebook changed is cut off, in a shallow clone.
    """

    def __init__(self, top: Path, codebook: str, last: str) -> None:
        self._top, self._last = top, last
        found = versions(top, codebook, last=last) if last != "HEAD" or head(top) else ()
        changed = [version for version in found if not version.took_a_side]
        if any(version.is_cut_off for version in changed):
            message = deferred("which labels are older than the codebook is not known: its history is not here")
            raise FactcheckError(message, path=codebook, hint=hint_if_shallow(top))
        self.commits = tuple(version.commit for version in changed)[::-1]

    def seen(self, paths: Sequence[str], last: int | None = None) -> Mapping[str, Mapping[str, Sequence[Said]]]:
        """Return, for each sidecar, what was said in each record, by id, at each of the commits, the first one first.

        Args:
            paths: Sidecars, from where the command runs.
            last: Only at so many of the last commits; None for all of them.
        """
        found: dict[str, dict[str, list[Said]]] = {path: {} for path in paths}
        commits = self.commits if last is None else self.commits[-last:]
        for number, commit in enumerate(commits):
            for path, answers in self._answers(commit, paths).items():
                for name, answer in answers.items():
                    found[path].setdefault(name, [None] * len(commits))[number] = answer
        return found

    def name(self, number: int) -> str:
        """Return the name of a version, so that names sort as versions: `000`, then `001 2026-11-28 1a2b3c4d`."""
        if not number:
            return "000"
        commit = self.commits[number - 1]
        return f"{number:03} {commit.date[:10]} {commit.id[:8]}"

    def _answers(self, commit: Commit, paths: Sequence[str]) -> Mapping[str, Mapping[str, Said]]:
        then = _then(self._top, commit, self._last)
        wanted = {}
        for path in paths:
            now = below(self._top, path)
            if blob := then.blobs.get(then.names.get(now, now)):
                wanted[path] = blob
        data = contents.blobs(self._top, wanted.values())
        return {path: _said(data[blob], path) for path, blob in wanted.items()}


def codebook_versions(root: Path, past: Past | None = None) -> CodebookVersions:
    """Return the versions of a desk's codebook, asked for once.

    Args:
        root: The desk's folder.
        past: The commits that count; if not given, those of the repository that the desk is in, up to `HEAD`.

    Raises:
        FactcheckError: It is in no git repository, or what `CodebookVersions` raises.
    """
    top, last = past or Past(repository(root).top)
    return _versions(top, below(top, os.path.relpath(root / CODEBOOK)), last)


@cache
def _versions(top: Path, codebook: str, last: str) -> CodebookVersions:
    return CodebookVersions(top, codebook, last)


@cache
def _then(top: Path, commit: Commit, last: str) -> _CommitFiles:
    renamed = (change for change in contents.changed_files(top, commit.id, last) if change.status.startswith("R"))
    return _CommitFiles(commit, contents.files(top, commit.id), {change.path: change.old_path for change in renamed})


def _said(data: bytes, path: str) -> Mapping[str, Said]:
    """Return what was said in a sidecar as it was; none where it could not be read then."""
    try:
        return {record.id: said_in(record) for record in read(data, path).sidecar.sentences}
    except FactcheckError:
        return {}


def said_in(record: Record) -> Said:
    """Return all that is said of a sentence; None where it has no label."""
    return record._replace(id=RecordId(""), text="", was="", was_label=None) if record.done else None


def version(record: Record, then: Iterable[Said]) -> int:
    """Return how many commits that changed the codebook a record has seen: all up to the last it was another at.

    Args:
        record: The record as it is now.
        then: What was said in it at each of the commits, as `seen` gives it.

    >>> from factcheck.model import Label
    >>> now = Record(RecordId("s0"), "Il pleut.", Label.CLAIM)
    >>> version(now, [None, said_in(now._replace(label=Label.OPINION)), said_in(now)])
    2
    """
    now = said_in(record)
    return max((number for number, before in enumerate(then, start=1) if before != now), default=0)


def outgrown(root: Path, path: str, records: Iterable[Record], past: Past | None = None) -> frozenset[str]:
    """Return the ids of the labelled records that nobody has touched since the desk's codebook changed last.

    Args:
        root: The desk's folder.
        path: The sidecar, from where the command runs.
        records: The records as they are now.
        past: The commits that count; see `codebook_versions`.

    Raises:
        FactcheckError: What `codebook_versions` raises.
    """
    found = codebook_versions(root, past)
    if not found.commits:
        return frozenset()
    then = found.seen([path], last=1)[path]
    return frozenset(one.id for one in records if one.done and then.get(one.id, [None])[0] == said_in(one))
