"""Results written where the command line says, if only to nowhere; `saving` saves labels, durably."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from factcheck.errors import FactcheckError, system_reason
from factcheck.i18n import deferred
from factcheck.io.store.bounds import refuse_links

#: Bytes of a result that wait in memory; more of them wait in a temporary file.
_IN_MEMORY = 10_000_000


def write_output(path: Path, pieces: Iterable[str], *, append: bool = False) -> None:
    """Write a result to a file, or add it to its end; bytes that came as surrogates go out as they came.

    Nothing is written before the last piece is there.

    Raises:
        FactcheckError: It cannot be written, or a symbolic link of the desk stands on the way.
    """
    import tempfile  # noqa: PLC0415 - costs a tenth of a check of one article, which writes no file

    refuse_links(path)
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as spool:
        for piece in pieces:
            _wait(spool, piece)
        spool.seek(0)
        _copy(spool, path, "ab" if append else "wb")


def _wait(spool: IO[bytes], piece: str) -> None:
    try:
        spool.write(piece.encode("utf-8", "surrogateescape"))
    except OSError as error:  # the disk of temporary files is full
        raise FactcheckError(deferred("cannot be written: {reason}", reason=system_reason(error))) from error


def _copy(pieces: IO[bytes], path: Path, mode: str) -> None:
    import shutil  # noqa: PLC0415 - as above

    try:
        with open(path, mode, opener=_unblocked) as file:
            shutil.copyfileobj(pieces, file)
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise FactcheckError(deferred("a pipe that nobody reads from"), path=str(path)) from error
        raise FactcheckError(
            deferred("cannot be written: {reason}", reason=system_reason(error)), path=str(path)
        ) from error


def _unblocked(path: str, flags: int) -> int:
    """Open a file without waiting for somebody to read from it where it is a named pipe."""
    descriptor = os.open(path, flags | os.O_NONBLOCK, 0o666)
    os.set_blocking(descriptor, True)
    return descriptor


def write_new(path: Path, text: str) -> bool:
    """Write a file that must not exist yet, and the folders above it; return False, and change nothing, if it does.

    Raises:
        FactcheckError: It cannot be written, or a symbolic link of the desk stands on the way.
    """
    refuse_links(path.parent)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        # Not by the kind of error: a file may stand where a folder above it should be.
        if path.is_symlink() or path.exists():
            return False
        raise FactcheckError(
            deferred("cannot be written: {reason}", reason=system_reason(error)), path=str(path)
        ) from error
    return True


def open_closed() -> None:
    """Let a program that was started without standard streams, as some services are, read nothing and write nowhere.

    Otherwise the next file it opens, maybe a sidecar, gets the number of standard output.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            stream = Path(os.devnull).open(mode, encoding="utf-8", errors="replace")  # noqa: SIM115 - for good
            setattr(sys, name, stream)
