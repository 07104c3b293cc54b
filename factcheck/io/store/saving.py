"""The durable save: after `save` returns, the new bytes survive a crash; before it does, the old ones do."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from factcheck.errors import FactcheckError, system_reason
from factcheck.i18n import deferred
from factcheck.io.store.bounds import resolved
from factcheck.io.store.reading import Identity, unreadable

_MESSAGES = {
    errno.EACCES: deferred("permission denied"),
    errno.EPERM: deferred("permission denied"),
    errno.EROFS: deferred("the file system is read-only"),
    errno.ENOSPC: deferred("the disk is full"),
    errno.EDQUOT: deferred("your disk quota is used up"),
    errno.EFBIG: deferred("the file would be larger than allowed"),
    errno.ENOENT: deferred("the folder is gone"),
}

#: What the names of temporary files end in: `init` and `git install` have git ignore them.
TEMPORARY = ".factcheck-tmp"

#: Who may write a file; one that nobody may is meant to stay as it is, also where the system would let root write it.
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH

#: Some network file systems cannot flush a folder; they say so with one of these, and keep renames themselves.
_FOLDER_CANNOT_BE_FLUSHED = {errno.EINVAL, errno.ENOTSUP}


class ChangedError(FactcheckError):
    """Somebody else has changed, made or removed the file since it was read; nothing was written."""


def save(path: Path, data: bytes, expected: Identity | None, *, anywhere: bool = False) -> Identity:
    """Replace the file at `path` by `data`, durably and all or nothing; return its new identity.

    The new bytes go to a temporary file in the same folder, with owner and permissions as before, and to the disk;
    the target must still be what `expected` says; the rename is atomic and flushed to the disk in its turn.
    A symbolic link stays one: what it points to is replaced. On failure the temporary file is removed.

    Args:
        path: The file to replace or make.
        data: All that it shall contain.
        expected: What the file looked like when it was read; None if it must not exist yet.
        anywhere: It may be outside the desk, or in a `.git`: one of git's files, not of the desk's.

    Raises:
        ChangedError: The file is not what was expected; read it again.
        FactcheckError: It cannot be written, and why; or is behind a symbolic link that leads out of the desk.
    """
    # A new file may be behind a link that leads nowhere yet; an old one was read, so that its links are known.
    target = os.path.realpath(path) if expected or anywhere else resolved(path)
    try:
        before = _before(target, path, expected)
        return _replace(target, path, data, before)
    except OSError as error:
        reason = _MESSAGES.get(error.errno or 0) or system_reason(error)
        raise FactcheckError(deferred("cannot be saved: {reason}", reason=reason), path=str(path)) from error


def make_folder(path: Path) -> None:
    """Make a folder and those above it, if they are not there.

    Raises:
        FactcheckError: It cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FactcheckError(
            deferred("the folder cannot be created: {reason}", reason=system_reason(error)), path=str(path)
        ) from error


def remove(path: Path) -> None:
    """Remove a file; fine if it is not there.

    Raises:
        FactcheckError: It cannot be removed.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise FactcheckError(
            deferred("cannot be removed: {reason}", reason=system_reason(error)), path=str(path)
        ) from error


def sweep(path: Path) -> None:
    """Remove the temporary files that killed processes left in the folder of `path`; those of live ones stay."""
    target = Path(os.path.realpath(path))
    try:
        names = os.listdir(target.parent)  # noqa: PTH208 - a folder that is not there is no error here
    except OSError:
        return
    for name in names:
        process = name.removesuffix(TEMPORARY).rpartition(".")[2]
        if name.startswith(".") and name.endswith(TEMPORARY) and process.isdecimal() and not _alive(int(process)):
            with contextlib.suppress(OSError):
                (target.parent / name).unlink()


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return process != os.getpid()


# From here to the end of a save, paths are plain strings: this is the hot path, and each Path costs as much as a call
# of the system.


def _before(target: str, path: Path, expected: Identity | None) -> os.stat_result | None:
    """Return the target's status, once sure that it is what was expected."""
    try:
        status = os.stat(target)  # noqa: PTH116 - see above
    except FileNotFoundError:
        status = None
    found = Identity.of(status) if status else None
    if found != expected:
        what = (
            deferred("was made") if expected is None else deferred("was changed") if found else deferred("was removed")
        )
        raise ChangedError(
            deferred("{what} by somebody else meanwhile", what=what),
            path=str(path),
            hint=deferred("Nothing was overwritten."),
        )
    if status and not stat.S_ISREG(status.st_mode):
        raise FactcheckError(deferred("not a regular file"), path=str(path))
    if status and not status.st_mode & _WRITABLE:  # a rename would not ask
        raise FactcheckError(deferred("the file is read-only"), path=str(path))
    return status


def _replace(target: str, path: Path, data: bytes, before: os.stat_result | None) -> Identity:
    """Write, flush, check once more that nobody was faster, rename, flush the folder."""
    folder, name = os.path.split(target)
    temporary = f"{folder}/.{name}.{os.getpid()}{TEMPORARY}"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        try:
            _write(descriptor, data)
            if before:
                _like(descriptor, before)
            os.fsync(descriptor)
            _before(target, path, Identity.of(before) if before else None)
            _move(temporary, target, new=before is None)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108 - see above
            raise
        _flush_folder(folder)
        return Identity.of(os.fstat(descriptor))
    finally:
        os.close(descriptor)


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _like(descriptor: int, before: os.stat_result) -> None:
    """Give the new file the owner, group and permissions of the old one, as far as we are allowed to."""
    now = os.fstat(descriptor)
    if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        with contextlib.suppress(PermissionError):
            os.fchown(descriptor, before.st_uid, before.st_gid)
    if now.st_mode != before.st_mode:
        os.fchmod(descriptor, stat.S_IMODE(before.st_mode))


def _move(temporary: str, target: str, *, new: bool) -> None:
    """Put the temporary file in the target's place; a new file never replaces one that has just appeared."""
    if not new:
        os.replace(temporary, target)  # noqa: PTH105 - see above
        return
    try:
        os.link(temporary, target)
    except FileExistsError as error:
        raise ChangedError(deferred("was made by somebody else meanwhile"), path=target) from error
    except OSError:  # a file system without hard links
        os.replace(temporary, target)  # noqa: PTH105
    else:
        os.unlink(temporary)  # noqa: PTH108


def _flush_folder(folder: str) -> None:
    """Flush the rename itself to the disk; without this it may be undone by a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _FOLDER_CANNOT_BE_FLUSHED:
            raise
    finally:
        os.close(descriptor)


def writable(path: Path) -> None:
    """Refuse early a sidecar that could not be saved: a read-only file, or a folder that takes no new files.

    Raises:
        FactcheckError: It cannot be saved, and why.
    """
    target = Path(os.path.realpath(path))
    try:
        exists = target.exists()
    except OSError as error:
        raise unreadable(path, error) from error
    if exists and not (os.access(target, os.W_OK) and target.stat().st_mode & _WRITABLE):
        raise FactcheckError(deferred("the file is read-only"), path=str(path))
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise FactcheckError(deferred("the folder is read-only: labels could not be saved"), path=str(target.parent))
