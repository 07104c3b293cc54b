"""Bounded reading of regular files, with a plain message for everything else."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import FactcheckError, system_reason
from factcheck.i18n import deferred
from factcheck.io.store.bounds import resolved
from factcheck.text import article

#: A sidecar of 4 MB holds some 20,000 sentences; anything larger is not one.
MAX_SIDECAR = 4_000_000

#: What each failure of the system is called, and what to do next.
_MISSING = (deferred("no such file"), deferred("Check its name, and the folder you are in."))
_DENIED = (
    deferred("not readable: permission denied"),
    deferred("Ask whoever it belongs to for permission to read it."),
)
_SPECIAL = (deferred("not a regular file"), deferred("Save what it holds to a file, and give that."))
_MESSAGES = {
    errno.ENOENT: _MISSING,
    errno.ENOTDIR: _MISSING,
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.ELOOP: (
        deferred("a symbolic link that leads nowhere"),
        deferred("Remove the link, or give the file itself."),
    ),
    errno.ENXIO: _SPECIAL,
    errno.ENAMETOOLONG: (deferred("no such file: the name is too long"), deferred("Choose a shorter name.")),
}


#: How systems call a symbolic link that is not to be followed.
_LINK = (errno.ELOOP, errno.EMLINK)

#: How systems say that there is no such file, or that a link leads to none.
_ABSENT = (errno.ENOENT, errno.ENOTDIR, *_LINK)


class Identity(NamedTuple):
    """What a file looked like when it was read or saved; any later change to it shows as a different one."""

    device: int
    inode: int
    size: int
    #: Nanoseconds; the second cannot be set back by `cp -p` or `touch`.
    modified: int
    changed: int

    @classmethod
    def of(cls, status: os.stat_result) -> Identity:
        """Return the identity of a file from its status."""
        return cls(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def identity(path: Path | str) -> Identity | None:
    """Return what the file looks like now, symbolic links followed; None if there is none."""
    try:
        return Identity.of(os.stat(path))  # noqa: PTH116 - maybe no path at all
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(path, error) from error


def is_folder(path: Path | str) -> bool:
    """Return whether there is a folder, links followed; see `is_file`."""
    return stat.S_ISDIR(_mode(path))


def is_file(path: Path | str) -> bool:
    """Return whether there is a regular file, links followed.

    Raises:
        FactcheckError: Whether there is one may not be known: a folder on the way is closed.
    """
    return stat.S_ISREG(_mode(path))


def exists(path: Path | str) -> bool:
    """Return whether there is anything of that name, be it a link that leads nowhere.

    Raises:
        FactcheckError: That may not be known: a folder on the way is closed.
    """
    try:
        os.lstat(path)
    except (OSError, ValueError) as error:
        if isinstance(error, ValueError) or error.errno in (*_ABSENT, errno.ENAMETOOLONG):
            return False
        raise unreadable(path, error) from error
    return True


def names_in(folder: Path | str) -> tuple[str, ...]:
    """Return the names of all that is in a folder, in order; none if there is no such folder.

    Raises:
        FactcheckError: What is in it may not be known.
    """
    try:
        return tuple(sorted(os.listdir(folder)))  # noqa: PTH208 - names, not paths
    except OSError as error:
        if error.errno in _ABSENT:
            return ()
        raise unreadable(folder, error) from error


def true_path(path: Path | str) -> Path:
    """Return where a file or folder really is, all symbolic links followed, inside the desk or not."""
    return Path(os.path.realpath(path))


def _mode(path: Path | str) -> int:
    try:
        return os.stat(path).st_mode  # noqa: PTH116 - maybe no path at all
    except OSError as error:
        if error.errno in _ABSENT:
            return 0
        raise unreadable(path, error) from error


def read_bytes(path: Path | str, limit: int = article.MAX_BYTES) -> bytes:
    """Return the whole of a regular file of at most `limit` bytes.

    Raises:
        FactcheckError: Missing, a folder, a pipe or device, too large, not readable, or behind a symbolic link that
            leads out of the desk. A pipe is never waited for.
    """
    return _read_inside(path, limit)[0]


def read_own(path: str, limit: int) -> bytes:
    """Return the bytes of a file whose place has been looked at; refuses what `read_bytes` refuses but for links."""
    return _open_and_read(path, limit)[0]


def read_listed(path: str) -> bytes:
    """Return the bytes of a file in a folder that was listed; refuses what `read_bytes` refuses.

    Where the folder is was looked at then, so that of thousands of files only the symbolic links are looked at.
    """
    return _open_and_read(path, article.MAX_BYTES)[0]


def read_identified(path: Path, *, anywhere: bool = False) -> tuple[bytes, Identity]:
    """Return the bytes of a sidecar, or of a file no larger, with its identity; refuses what `read_bytes` refuses.

    Args:
        path: The file.
        anywhere: It may be outside the desk, or in a `.git`: one of git's files, not of the desk's.
    """
    data, status = (_open_and_read if anywhere else _read_inside)(path, MAX_SIDECAR)
    return data, Identity.of(status)


def _read_inside(path: Path | str, limit: int) -> tuple[bytes, os.stat_result]:
    try:
        _inside(path)
    except ValueError as error:
        raise unreadable(path, error) from error
    return _open_and_read(path, limit)


def _inside(path: Path | str) -> str:
    """Return where a file really is, once sure that this is in the desk, or that a pipe or device is no file."""
    try:
        return resolved(path)
    except FactcheckError:
        with contextlib.suppress(OSError):
            _refuse_unless_regular(path, os.stat(path), sys.maxsize)  # noqa: PTH116 - maybe no path at all
        raise


def _open_and_read(path: Path | str, limit: int) -> tuple[bytes, os.stat_result]:
    try:
        descriptor = _open(path)
        try:
            status = os.fstat(descriptor)
            _refuse_unless_regular(path, status, limit)
            return _read(descriptor, path, status.st_size, limit), status
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


def _open(path: Path | str) -> int:
    # Without O_NONBLOCK, opening a FIFO nobody writes to would wait for ever.
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY | os.O_NOFOLLOW
    try:
        return os.open(path, flags)
    except OSError as error:
        if error.errno not in _LINK:
            raise
        try:
            return os.open(_inside(path), flags)
        except FileNotFoundError:
            raise error from None


def open_article(path: Path, encoding: str | None = None) -> article.Article:
    """Read the article at `path`; see `factcheck.text.article.read_article` for what its bytes may be."""
    return article.read_article(path.name, read_bytes(path), encoding, str(path))


def unreadable(path: Path | str, error: OSError | ValueError) -> FactcheckError:
    """Return the plain message for a failure of the system to read a file."""
    number = error.errno if isinstance(error, OSError) else None  # a ValueError is a NUL in the name
    reason = system_reason(error) if isinstance(error, OSError) else deferred("not a file name")
    message, hint = _MESSAGES.get(number or 0, (deferred("not readable: {reason}", reason=reason), ""))
    return FactcheckError(message, path=str(path), hint=hint)


def _refuse_unless_regular(path: Path | str, status: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise FactcheckError(deferred("a folder, not a file"), path=str(path), hint=deferred("Name a file in it."))
    if not stat.S_ISREG(status.st_mode):
        message, hint = _SPECIAL
        raise FactcheckError(message, path=str(path), hint=hint)
    if status.st_size > limit:
        raise _too_large(path, status.st_size, limit)


def _read(descriptor: int, path: Path | str, size: int, limit: int) -> bytes:
    """Read to the end, but never more than `limit`, even of a file that grows beyond `size` meanwhile."""
    data = os.read(descriptor, size + 1)
    if len(data) == size:  # it gave all there was, less than it could: that was the end
        return data
    pieces = [data]
    total = len(data)
    while pieces[-1]:
        if total > limit:
            raise _too_large(path, total, limit)
        pieces.append(os.read(descriptor, 1 << 20))
        total += len(pieces[-1])
    return b"".join(pieces)


def _too_large(path: Path | str, size: int, limit: int) -> FactcheckError:
    message = deferred("too large: {size:,} bytes, the limit is {limit:,}", size=size, limit=limit)
    return FactcheckError(message, path=str(path), hint=deferred("Check that it is the right file."))
