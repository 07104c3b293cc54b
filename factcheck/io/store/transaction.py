"""Several files replaced together: all of them or none, even if the process is killed or the disk fills in between."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.io import store

#: All sidecars of an article, twice.
_LONGEST = 1_000_000_000


class FileReplacement(NamedTuple):
    """One file to be replaced, or made."""

    path: Path
    #: None where there is no such file yet.
    before: bytes | None
    after: bytes


def write_all(owner: Path, changes: Sequence[FileReplacement]) -> None:
    """Replace the files; where one cannot be replaced, those that were get their old bytes back.

    What is to be done is written down first, in the state folder, so that `recover` can do the rest after a crash. The
    caller holds the locks of all files.

    Args:
        owner: What the files belong to: their article.
        changes: What to replace by what.

    Raises:
        FactcheckError: A file is not what it was, or cannot be written, and why.
    """
    if len(changes) > 1:
        _write_down(owner, changes)
    try:
        for change in changes:
            _replace(change.path, change.before, change.after)
    except BaseException:
        for change in changes:
            if _holds(change.path, change.after):
                _restore(change)
        store.remove(_plan(owner))
        raise
    store.remove(_plan(owner))


def recover(owner: Path, holder: str) -> tuple[Path, ...]:
    """Replace the files that a killed `write_all` left behind; return which.

    Only where every file is as it was left, some replaced and the others not. Where none was replaced, or somebody has
    changed one since, what was written down is forgotten and no file touched.

    Args:
        owner: What was given to `write_all`.
        holder: Who is at work, for the message a session that comes meanwhile gets.
    """
    if not _begun(owner):
        return ()
    changes = _written_down(owner)
    with contextlib.ExitStack() as locks:
        for change in changes:
            locks.enter_context(store.lock(change.path, holder))
            store.sweep(change.path)
        left = _left(changes)
        for change in left:
            _replace(change.path, change.before, change.after)
        store.remove(_plan(owner))
    return tuple(change.path for change in left)


def is_unfinished(owner: Path) -> bool:
    """Return whether a killed `write_all` left something for `recover` to do; nothing is touched."""
    return _begun(owner) and bool(_left(_written_down(owner)))


def _begun(owner: Path) -> bool:
    return os.path.lexists(_plan(owner))


def _left(changes: Sequence[FileReplacement]) -> list[FileReplacement]:
    """Return what is still to be done; nothing if it was not begun, or if somebody has changed a file since."""
    left = [change for change in changes if _holds(change.path, change.before)]
    done = [change for change in changes if _holds(change.path, change.after)]
    return left if done and len(left) + len(done) == len(changes) else []


def _restore(change: FileReplacement) -> None:
    if change.before is None:
        store.remove(change.path)
    else:
        _replace(change.path, change.after, change.before)


def _replace(path: Path, before: bytes | None, after: bytes) -> None:
    if before is None:
        store.save(path, after, None)
        return
    data, identity = store.read_identified(path)
    if data != before:
        raise store.ChangedError(
            deferred("was changed by somebody else meanwhile"), path=str(path), hint=deferred("Run it again.")
        )
    store.save(path, after, identity)


def _holds(path: Path, data: bytes | None) -> bool:
    """Return whether a file holds exactly these bytes; None is no file. One that cannot be read holds nothing known."""
    if data is None:
        return not os.path.lexists(path)
    try:
        return store.read_bytes(path, store.MAX_SIDECAR) == data
    except FactcheckError:
        return False


def _plan(owner: Path) -> Path:
    # Nothing to do with a desk: the state folder may be behind links to anywhere.
    return Path(os.path.realpath(store.state_file(owner, "plan")))


def _write_down(owner: Path, changes: Sequence[FileReplacement]) -> None:
    store.sweep(_plan(owner))
    files = [[str(change.path.resolve()), _text(change.before), _text(change.after)] for change in changes]
    store.save(_plan(owner), json.dumps(files).encode(), store.identity(_plan(owner)))


def _written_down(owner: Path) -> list[FileReplacement]:
    try:
        files = json.loads(store.read_bytes(_plan(owner), _LONGEST))
    except ValueError:  # another version wrote it: `carry` does everything anew
        return []
    return [FileReplacement(Path(path), _bytes(before), _bytes(after) or b"") for path, before, after in files]


def _text(data: bytes | None) -> str | None:
    return None if data is None else data.decode(errors="surrogateescape")


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode(errors="surrogateescape")
