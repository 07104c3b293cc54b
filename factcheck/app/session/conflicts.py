"""A session that settles what a merge left in conflict: both sides found, what is settled written to the work tree."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from factcheck.app.merges import IN_TWO_PLACES, Blobs, PersonalMerge, joining_now, personal_merges, repaired
from factcheck.app.session.opening import ReadySession, with_drafts
from factcheck.app.session.writer import SaveResult, SidecarWriter
from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.io import store
from factcheck.io.git import contents
from factcheck.io.git.merges import merge_of
from factcheck.io.git.paths import matches_pathspec
from factcheck.labelling import JournalEntry, Keymap
from factcheck.merging import Markers, StrangersError, merge
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
    #: The files to be added to git once it is settled, relative to the top: itself, and where its labels are no longer.
    #: None where it is itself alone.
    add: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True)
class SettledFile:
    """A sidecar in which no key is needed."""

    path: Path
    #: What was done, or what is to be done about it.
    message: str
    #: The files to be added to git, relative to the top; none where somebody has to decide first.
    add: tuple[str, ...] = ()


#: What may become of a file in conflict; None where nothing is in conflict in it.
Found = ConflictedFile | SettledFile | None


def find_conflict(path: Path, top: Path | None, index: contents.UnmergedFile | None) -> Found:
    """Return what is in conflict in a sidecar by the markers in it, as somebody may have settled some of them by hand.

    The versions in git's index tell what both sides began with, and stand in where the markers make no sense.

    Args:
        path: The sidecar.
        top: The top of its repository, if it is in one.
        index: Its versions in the index, if it is unmerged.

    Raises:
        StrangersError: Git took two people's files for one: only the commits tell what is whose.
        FactcheckError: No way of telling the sides apart works.
    """
    staged = _staged(top, index) if top and index else None
    if index and staged is None:
        raise StrangersError(deferred("one side has no file of that name"), path=str(path))
    data, identity = store.read_identified(path)
    marked = sides(data)
    if marked is None:
        return _unmarked(path, data, index, staged) if index and staged else None
    if marked.base is None and staged:
        marked = replace(marked, base=staged.base)
    try:
        return ConflictedFile(path, conflicted_sidecar(marked, str(path)), identity)
    except FactcheckError:
        if staged is None:
            raise
    return ConflictedFile(path, conflicted_sidecar(replace(staged, markers=marked.markers), str(path)), identity)


def _unmarked(path: Path, data: bytes, index: contents.UnmergedFile, staged: Sides) -> SettledFile:
    """Return what to say of a file that git calls unmerged and that has no marker.

    Raises:
        StrangersError: See `find`.
    """
    merge(staged.base or b"", staged.ours, staged.theirs)
    if data == staged.ours:
        # Somebody took our side, or a merge driver died: then git leaves it so, without a marker.
        again = f"factcheck resolve --again {shlex.quote(str(path))}"
        message = deferred(
            "as our side has it, and nothing is marked: git add takes that; {again} asks about both sides", again=again
        )
        return SettledFile(path, message)
    return SettledFile(path, _BY_HAND, (index.path,))


_BY_HAND = deferred("settled: no conflict is marked in it")


def _staged(top: Path, index: contents.UnmergedFile) -> Sides | None:
    """Return the versions in the index; None where one side has none."""
    if index.ours is None or index.theirs is None:
        return None
    data = contents.blobs(top, filter(None, (index.base, index.ours, index.theirs)))
    return Sides(data[index.ours], data[index.theirs], data[index.base] if index.base else None)


def merged_anew(top: Path, unmerged: Mapping[str, contents.UnmergedFile], *, again: Collection[str]) -> Iterator[Found]:
    """Merge every sidecar again as its annotator's, from the commits that git is joining, and yield what needs a look.

    What somebody changed meanwhile is left alone, unless it is in `again`.

    Args:
        top: The top of the work tree.
        unmerged: The files in conflict, by path.
        again: Files whose conflicts are asked about once more, whatever was settled.
    """
    found, blobs = joining_now(top), Blobs(top)
    known = {blobs.data(oid) for tree in (found.base, *found.sides) for oid in tree.values()}
    staged = contents.staged_blobs(top, [*found.base, *(path for side in found.sides for path in side)])
    tracked = staged.keys() | unmerged.keys()

    def written_by_git(name: str, data: bytes) -> bool:
        """Return whether a file is a version that was merged, or all of them between markers."""
        return data in known or (name in unmerged and sides(data) is not None)

    for one in personal_merges(found, blobs):
        involved = unmerged.keys() & {one.path, *one.left}
        path, cleared = top / one.path, partial(_cleared, top, one, written_by_git, tracked)
        data, identity = store.read_identified(path) if store.identity(path) else (None, None)
        untouched = data in known or data is None or data == blobs.data(staged.get(one.path, "")) or sides(data)
        if involved and _is_settled(one, data) and one.path not in again:
            yield SettledFile(path, _BY_HAND, cleared())
        elif one.result is None or not (untouched or one.path in again):
            continue
        elif one.removed:
            yield from _removed(top, one) if involved else ()
        elif one.result.conflicts:
            if involved:
                yield replace(_torn(path, one.sides, identity), add=cleared())
        elif one.result.data() != data or involved:
            _save(path, one.result.data(), identity)
            yield SettledFile(path, deferred("merged again, each person's labels with their own"), cleared())


def _save(path: Path, data: bytes, identity: store.Identity | None) -> store.Identity:
    """Write a sidecar that nobody is labelling just now, and that is inside the desk."""
    store.resolved(path)
    with store.lock(path, "factcheck resolve"):
        store.make_folder(path.parent)
        return store.save(path, data, identity)


def repair(top: Path, revision: str, asked: Sequence[str]) -> Iterator[SettledFile]:
    """Put right in the work tree what a merge gave to the wrong annotator or lost; what was done since stays.

    Args:
        top: The top of the work tree.
        revision: The merge.
        asked: The files and folders to look at, relative to the top; all if there are none.

    Raises:
        FactcheckError: The commit is no merge, or a version cannot be read.
    """
    commit = merge_of(top, revision)
    if commit is None:
        hint = deferred("`factcheck check` names the merges that got something wrong.")
        raise FactcheckError(deferred("{revision} is no merge", revision=revision), path=str(top), hint=hint)
    for one, made, wanted in repaired(top, commit):
        path = top / one.path
        if not matches_pathspec(asked, one.path):
            continue
        if one.is_second:
            yield SettledFile(Path(one.path), IN_TWO_PLACES)
            continue
        now, identity = store.read_identified(path) if store.identity(path) else (b"", None)
        result = wanted if now in (made, b"") else merge(made, now, wanted.choosing("ours"))
        if result.data() == now:
            continue
        # Git does not know of these conflicts, nor what both sides began with.
        _save(path, result.data(Markers(base="base")), identity)
        if result.conflicts:
            message = deferred(
                "both sides, or later work, differ: factcheck resolve {path}", path=shlex.quote(one.path)
            )
            yield SettledFile(Path(one.path), message)
        else:
            yield SettledFile(
                Path(one.path), deferred("merged again, each person's labels with their own"), (one.path,)
            )


def _removed(top: Path, one: PersonalMerge) -> Iterator[Found]:
    who = deferred("their side") if one.sides.ours else deferred("our side")
    yield SettledFile(
        top / one.path,
        deferred("{who} removed it and the other changed it: git add keeps it, git rm removes it", who=who),
    )


def _is_settled(one: PersonalMerge, data: bytes | None) -> bool:
    """Return whether somebody settled what moved to two places: git marks that, and left alone it has its marks."""
    contradictory = one.result is not None and bool(one.result.conflicts)
    return one.lineage.moved_apart and contradictory and data is not None and sides(data) is None


def _torn(path: Path, both: Sides, identity: store.Identity | None) -> ConflictedFile:
    conflicts = conflicted_sidecar(both, str(path))
    return ConflictedFile(path, conflicts, _save(path, conflicts.merged.data(conflicts.markers), identity))


def _cleared(
    top: Path, one: PersonalMerge, written_by_git: Callable[[str, bytes], bool], tracked: Collection[str]
) -> tuple[str, ...]:
    """Remove a person's labels from where they are no longer, and return all files that git should be told of."""
    for name in one.left:
        if store.identity(top / name) and written_by_git(name, store.read_identified(top / name)[0]):
            store.remove(top / name)
    return (one.path, *sorted(one.left.intersection(tracked)))


def open_resolution(conflicted: ConflictedFile, keymap: Keymap) -> ReadySession:
    """Return a session over the conflicts of a sidecar."""
    state = session(conflicted.conflicts, _article(conflicted))._replace(keymap=keymap)
    return ReadySession(with_drafts(state, conflicted.path), ConflictWriter(conflicted, state.sidecar))


def confined(conflicted: ConflictedFile) -> ConflictedFile:
    """Give each conflict that no key settles markers of its own in the file, so that its line can be told."""
    found = conflicted.conflicts
    if not manual_conflicts(found, initial(found)):
        return conflicted
    return replace(
        conflicted, identity=store.save(conflicted.path, to_bytes(found, initial(found)), conflicted.identity)
    )


def count_open(conflicted: ConflictedFile, sidecar: Sidecar) -> int:
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
