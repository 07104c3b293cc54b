"""Sidecars as git remembers them: two states of the tree compared, one sentence traced back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.io import store
from factcheck.io.git import contents
from factcheck.io.git.versions import Commit, versions
from factcheck.model import Sidecar
from factcheck.review.changes import FileChanges, HistoryStep, LabelChange, changes
from factcheck.sidecar import read


@dataclass(frozen=True, slots=True)
class Range:
    """Two states of the tree to be compared, by the ids of their commits."""

    old: str
    #: None for the work tree.
    new: str | None


def parse_range(top: Path, words: str) -> Range:
    """Return the two states that `words` speaks of, as in git.

    `A` is A against the work tree, `A..B` is A against B, `A...B` is what B did since it left A; a side that is left
    out is HEAD.

    Raises:
        FactcheckError: There is no such revision here, or the two have no common history.
    """
    if "..." in words:
        old, new = (side or "HEAD" for side in words.split("...", 1))
        return Range(contents.merge_base(top, old, new), contents.commit_id(top, new))
    if ".." in words:
        old, new = (side or "HEAD" for side in words.split("..", 1))
        return Range(contents.commit_id(top, old), contents.commit_id(top, new))
    return Range(contents.commit_id(top, words), None)


def compare_revisions(top: Path, between: Range, paths: Sequence[str]) -> Iterator[FileChanges | FactcheckError]:
    """Yield what changed in each sidecar that differs, in order of path; the error for one that cannot be read.

    Args:
        top: The top of the work tree.
        between: The two states.
        paths: Folders, articles and sidecars to look at, relative to `top`; all of the tree if there are none.
    """
    differing = contents.changed_files(top, between.old, between.new)
    sidecars = [change for change in differing if change.path.endswith(store.SUFFIX) and _is_in(change, paths)]
    sidecars.sort(key=lambda change: change.path)
    old_data = _reader(top, between.old, [change.old_path for change in sidecars if change.status not in "A?"])
    new_data = _reader(top, between.new, [change.path for change in sidecars if change.status != "D"])
    for change in sidecars:
        try:
            yield _changes_of(
                change,
                _sidecar(old_data(change.old_path), change.old_path),
                _sidecar(new_data(change.path), change.path),
            )
        except FactcheckError as error:
            yield error


#: Gives the bytes of a file in one state of the tree, None where it has no such file.
_Reader = Callable[[str], bytes | None]


def _reader(top: Path, commit: str | None, paths: Collection[str]) -> _Reader:
    """Return how to read `paths` as they were in a commit, or as they are in the work tree."""
    if commit is None:
        return lambda path: _present(top / path) if path in paths else _gone(top / path)
    held = contents.files(top, commit)
    oids = {path: held[path] for path in paths if path in held}
    data = contents.blobs(top, oids.values())
    return lambda path: data[oids[path]] if path in oids else None


def _present(path: Path) -> bytes:
    return store.read_bytes(path, store.MAX_SIDECAR)


def _gone(path: Path) -> None:
    """Make sure that a file which git misses is not just out of sight: git takes a closed folder for an empty one."""
    store.is_folder(path)


def _changes_of(change: contents.GitChange, old: Sidecar | None, new: Sidecar | None) -> FileChanges:
    either = new or old
    if either is None:
        raise FactcheckError(deferred("not a regular file in either revision"), path=change.path)
    return FileChanges(change.path, change.old_path, either.article, either.annotator, changes(old, new))


def _is_in(change: contents.GitChange, paths: Sequence[str]) -> bool:
    """Return whether a changed sidecar is one of `paths`, below one, or of an article among them."""
    names = [PurePosixPath(change.path), PurePosixPath(change.old_path)]
    return not paths or any(_covers(PurePosixPath(path), name) for path in paths for name in names)


def _covers(path: PurePosixPath, sidecar: PurePosixPath) -> bool:
    return sidecar.is_relative_to(path) or (sidecar.parent == path.parent and store.may_be_of(Path(path), sidecar.name))


def history(top: Path, path: str, now: bytes, ids: Iterable[str]) -> Iterator[HistoryStep | FactcheckError]:
    """Yield what happened to a sentence in one sidecar, newest first; the error for a version that cannot be read.

    Args:
        top: The top of the work tree.
        path: The sidecar, relative to `top`; its renames are followed.
        now: What is in it now.
        ids: The ids of the records that the sentence has now.
    """
    tracked = set(ids)
    own = [version for version in versions(top, path, _with_its_article) if not version.took_a_side]
    data = contents.blobs(top, {oid for version in own for oid in (*version.before, version.after)} - {""})
    head = contents.file_at(top, "HEAD", path)
    yield from _told(None, [head], now, tracked)
    for version in own:
        yield from _told(version.commit, [data.get(oid) for oid in version.before], data.get(version.after), tracked)


def _with_its_article(path: str, renamed: Mapping[str, str]) -> str | None:
    """Return what a sidecar was called before a commit renamed its article; None if the commit did not.

    Sidecars resemble each other: two that were moved and relabelled in one commit may look exchanged.
    """
    sidecar = Path(path)
    for new, old in renamed.items():
        article = Path(new)
        if article.parent == sidecar.parent and store.is_article(new) and store.may_be_of(article, sidecar.name):
            return str(store.sidecar_path(Path(old), store.annotator_of(article, sidecar)))
    return None


def _told(
    commit: Commit | None, before: Iterable[bytes | None], after: bytes | None, tracked: set[str]
) -> Iterator[HistoryStep | FactcheckError]:
    """Yield what became of the tracked records between two versions; the error if one cannot be read."""
    where = deferred("in commit {commit}", commit=commit.id[:8]) if commit else deferred("not committed yet")
    path = commit.path if commit else ""
    try:
        yield from _step(commit, [_sidecar(data, path) for data in before], _sidecar(after, path), tracked)
    except FactcheckError as error:
        message = deferred("{name}: {text}", name=where, text=error.message)
        yield FactcheckError(message, path=error.path, line=error.line)


def _step(
    commit: Commit | None, before: Sequence[Sidecar | None], after: Sidecar | None, tracked: set[str]
) -> Iterator[HistoryStep]:
    """Yield what a commit did to the tracked records, if anything, and track what they were before."""
    told = [_about(changes(old, after), tracked) for old in before]
    either = after or next((old for old in before if old), None)
    # What a merge took over from one side was told there.
    if either and all(told):
        when = (commit.id, commit.date, commit.author, commit.subject) if commit else ("", "", "", "")
        yield HistoryStep(*when, either.annotator, told[0])
    tracked.update(record.id for of_parent in told for change in of_parent for record in change.old)


def _about(told: Iterable[LabelChange], tracked: Collection[str]) -> tuple[LabelChange, ...]:
    return tuple(change for change in told if any(record.id in tracked for record in change.old + change.new))


def _sidecar(data: bytes | None, path: str) -> Sidecar | None:
    return None if data is None else read(data, path).sidecar
