"""A session that settles what a merge left in conflict: both sides found, what is settled written to the work tree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.app.session.opening import ReadySession
from factcheck.app.session.writer import SaveResult, SidecarWriter
from factcheck.errors import FactcheckError
from factcheck.io import store
from factcheck.io.git import contents
from factcheck.labelling import JournalEntry, Keymap
from factcheck.merging import UnmergeableError
from factcheck.merging.conflicts import (
    ConflictedSidecar,
    ManualConflict,
    Sides,
    conflicted_sidecar,
    initial,
    manual_conflicts,
    open_ids,
    session,
    sides,
    to_bytes,
)
from factcheck.model import Sidecar


@dataclass(frozen=True, slots=True)
class ConflictedFile:
    """A sidecar in conflict."""

    path: Path
    conflicts: ConflictedSidecar
    identity: store.Identity


class ConflictWriter(SidecarWriter):
    """Writes what is settled to the work tree, and what is not yet between markers, so that leaving loses nothing."""

    def __init__(self, conflicted: ConflictedFile, first: Sidecar) -> None:
        super().__init__(conflicted.path, (first.article, first.annotator), None)
        self._conflicted = conflicted
        #: What the session began with; nothing is written before it is left.
        self._untouched: Sidecar | None = first
        self._at = conflicted.identity

    def keep(self, sidecar: Sidecar) -> SaveResult:
        """Make what is settled durable."""
        if sidecar != self._untouched:
            self._untouched = None
            self._at = store.save(self.path, to_bytes(self._conflicted.conflicts, sidecar), self._at)
        return SaveResult(sidecar)

    def external_change(self) -> SaveResult | None:
        """Read nothing anew: should somebody else write to the file, saving says so and overwrites nothing."""
        return None

    def remember(self, entries: tuple[JournalEntry, ...]) -> str:  # noqa: ARG002 - the conflicts are gone once settled
        """Undo reaches back to the beginning of the session only."""
        return ""


def find(path: Path, top: Path | None, index: contents.Unmerged | None) -> ConflictedFile | None:
    """Return what is in conflict in a sidecar; None if nothing is.

    The conflict markers in the file count first, as somebody may have settled some of them by hand; the versions in
    git's index tell what both sides began with, and stand in where the markers make no sense or were never written.

    Args:
        path: The sidecar.
        top: The top of its repository, if it is in one.
        index: Its versions in the index, if it is unmerged.

    Raises:
        FactcheckError: One side removed the file, or no way of telling the sides apart works.
    """
    data, identity = store.read_identified(path)
    staged = _staged(path, top, index) if top and index else None
    marked = sides(data)
    if marked is None:
        # git leaves our side as it was, without a marker, when a merge driver dies.
        silent = staged is not None and data in (staged.ours, staged.theirs) and staged.ours != staged.theirs
        return ConflictedFile(path, conflicted_sidecar(staged, str(path)), identity) if staged and silent else None
    if marked.base is None and staged:
        marked = replace(marked, base=staged.base)
    try:
        return ConflictedFile(path, conflicted_sidecar(marked, str(path)), identity)
    except FactcheckError as error:
        if staged is None or not isinstance(error, UnmergeableError):
            raise
    return ConflictedFile(path, conflicted_sidecar(replace(staged, markers=marked.markers), str(path)), identity)


def _staged(path: Path, top: Path, index: contents.Unmerged) -> Sides:
    if index.ours is None or index.theirs is None:
        hint = "git add keeps the file as it is here, git rm removes it."
        raise FactcheckError("one side removed it and the other changed it", path=str(path), hint=hint)
    data = contents.blobs(top, filter(None, (index.base, index.ours, index.theirs)))
    return Sides(data[index.ours], data[index.theirs], data[index.base] if index.base else None)


def open_resolution(conflicted: ConflictedFile, keymap: Keymap) -> ReadySession:
    """Return a session over the conflicts of a sidecar."""
    state = session(conflicted.conflicts, _article(conflicted))._replace(keymap=keymap)
    return ReadySession(state, ConflictWriter(conflicted, state.sidecar))


def confined(conflicted: ConflictedFile) -> ConflictedFile:
    """Give each conflict that no key settles markers of its own in the file, so that its line can be told."""
    found = conflicted.conflicts
    if not manual_conflicts(found, initial(found)):
        return conflicted
    return replace(
        conflicted, identity=store.save(conflicted.path, to_bytes(found, initial(found)), conflicted.identity)
    )


def waiting(conflicted: ConflictedFile, sidecar: Sidecar) -> int:
    """Return how many sentences a session left in conflict."""
    return len(open_ids(conflicted.conflicts, sidecar))


def left_to_hand(conflicted: ConflictedFile, sidecar: Sidecar | None = None) -> tuple[ManualConflict, ...]:
    """Return the conflicts that no key settles, as they stand after a session, or without one."""
    return manual_conflicts(conflicted.conflicts, sidecar or initial(conflicted.conflicts))


def settle_without_asking(conflicted: ConflictedFile) -> None:
    """Write the merge of a sidecar in which no sentence has to be asked about."""
    found = conflicted.conflicts
    store.save(conflicted.path, to_bytes(found, initial(found)), conflicted.identity)


def _article(conflicted: ConflictedFile) -> str:
    """Return the article's text, which only joining sentences needs; it may be in conflict itself."""
    try:
        return store.open_article(conflicted.path.with_name(conflicted.conflicts.ours.sidecar.article)).text
    except FactcheckError:
        return ""
