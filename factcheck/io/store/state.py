"""Locks, undo journals, drafts and unfinished transactions, kept in the XDG state folder."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.errors import FactcheckError, system_reason
from factcheck.i18n import deferred

#: Older steps than this many cannot be undone once a session has ended.
REMEMBERED = 1_000

#: Drafts beyond this many bytes are not read.
_LARGEST_DRAFTS = 4_000_000

#: What file systems answer that have no locks.
_NO_LOCKS = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS}


def state_folder() -> Path:
    """Return the folder for what only concerns this machine: `$XDG_STATE_HOME/factcheck`."""
    home = os.environ.get("XDG_STATE_HOME", "")
    # The XDG specification: a relative path is to be ignored.
    return (Path(home) if home.startswith("/") else Path.home() / ".local" / "state") / "factcheck"


@contextlib.contextmanager
def lock(path: Path, holder: str) -> Iterator[str]:
    """Hold the one session lock of a sidecar; the system lets go of it however the process ends.

    Where the state folder cannot be written or has no locks, the session goes on without: each save compares what is
    on the disk with what it expects, and overwrites nothing of anybody else's.

    Args:
        path: The sidecar, whether it exists yet or not.
        holder: Who holds it, for the message others get; see `session_holder`.

    Yields:
        Why there is no lock; empty where there is one.

    Raises:
        FactcheckError: Somebody holds it: who, and since when.
    """
    try:
        descriptor = _open(state_file(path, "lock"), os.O_RDWR)
    except FactcheckError as error:
        yield deferred("{path} {message}", path=error.path, message=error.message)
        return
    try:
        trouble = _acquire(descriptor, path)
        # The name is for others' messages only: a full disk is no reason not to begin.
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, holder.encode(errors="replace"), 0)
        yield trouble
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def journal(path: Path) -> tuple[str, ...]:
    """Return the remembered steps of earlier sessions on a sidecar, oldest first; none where there are none."""
    try:
        text = state_file(path, "undo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    return tuple(text.splitlines()[-REMEMBERED:])


def drafts(path: Path) -> tuple[str, ...]:
    """Return what earlier sessions on a sidecar left half-written, one line each."""
    try:
        data = state_file(path, "drafts").read_bytes()[:_LARGEST_DRAFTS]
    except OSError:
        return ()
    return tuple(data.decode("utf-8", "replace").splitlines())


def keep_drafts(path: Path, lines: Sequence[str]) -> None:
    """Replace what was left half-written by these lines; refuses what `remember` refuses."""
    _replace(state_file(path, "drafts"), lines)


def kept_name() -> str:
    """Return the annotator's name that was given once on this machine; empty if none was."""
    try:
        return (state_folder() / "annotator").read_text(encoding="utf-8")[:200].strip()
    except (OSError, UnicodeDecodeError):
        return ""


def keep_name(name: str) -> None:
    """Keep the annotator's name for later; refuses what `remember` refuses."""
    _replace(state_folder() / "annotator", [name])


def remember(path: Path, steps: Sequence[str]) -> None:
    """Replace the remembered steps on a sidecar by these, one line each.

    Raises:
        FactcheckError: The state folder cannot be written; the labels are not concerned.
    """
    _replace(state_file(path, "undo"), steps[-REMEMBERED:])


def _replace(file: Path, lines: Sequence[str]) -> None:
    """Replace a file of the state folder by these lines, all or nothing."""
    temporary = file.with_suffix(".new")
    descriptor = _open(temporary, os.O_WRONLY | os.O_TRUNC)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as stream:
            stream.write("".join(f"{line}\n" for line in lines))
        temporary.replace(file)
    except OSError as error:
        raise _unusable(file.parent, error) from error


def append(path: Path, steps: Sequence[str]) -> None:
    """Add steps to the remembered ones of a sidecar, one line each; refuses what `remember` refuses."""
    descriptor = _open(state_file(path, "undo"), os.O_WRONLY | os.O_APPEND)
    try:
        os.write(descriptor, "".join(f"{step}\n" for step in steps).encode(errors="replace"))
    except OSError as error:
        raise _unusable(state_folder(), error) from error
    finally:
        os.close(descriptor)


def session_holder(who: str, process: int, since: str) -> str:
    """Return what a lock says of a session: who labels, in which process, since when; in no language."""
    return "\n".join((who, str(process), since))


def _named(holder: str) -> str:
    """Return who holds a lock, for a message."""
    who, *session = map(deferred, holder.split("\n"))
    if len(session) == 2:
        process, since = session
        return deferred("{who}, process {process}, since {since}", who=who, process=process, since=since)
    return who or deferred("another session")


def _acquire(descriptor: int, path: Path) -> str:
    """Take the lock; return why that cannot be done here, empty if it was."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return system_reason(error)
        if error.errno not in (errno.EWOULDBLOCK, errno.EACCES):
            raise _unusable(path, error) from error
        holder = os.pread(descriptor, 500, 0).decode(errors="replace")
        message = deferred("is being labelled in another session: {holder}", holder=_named(holder))
        raise FactcheckError(
            message, path=str(path), hint=deferred("Finish there first; nothing was changed.")
        ) from error
    return ""


def state_file(path: Path, kind: str) -> Path:
    """Return what is kept of one kind about a file: one for each real path, whatever links lead there."""
    import hashlib  # noqa: PLC0415 - 2 ms, and reading needs no lock

    digest = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:32]
    return state_folder() / f"{digest}.{kind}"


def _open(file: Path, flags: int) -> int:
    flags |= os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
    try:
        with contextlib.suppress(FileNotFoundError):
            return os.open(file, flags, 0o600)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.open(file, flags, 0o600)
    except OSError as error:
        raise _unusable(file.parent, error) from error


def _unusable(path: Path, error: OSError) -> FactcheckError:
    reason = system_reason(error)
    return FactcheckError(
        deferred("cannot be used: {reason}", reason=reason),
        path=str(path),
        hint=deferred("Set XDG_STATE_HOME to another folder."),
    )
