"""Results of several pieces or files written all or none: beside their place first, then moved there in one step."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from factcheck.errors import FactcheckError, system_reason
from factcheck.i18n import deferred
from factcheck.io.store.bounds import resolved


def write_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a result in pieces to a file; what was there before stays until the last piece is written.

    Raises:
        FactcheckError: It is a link, a folder or out of the desk, or cannot be written.
    """
    if path.is_symlink() or (os.path.lexists(path) and not path.is_file()):
        raise FactcheckError(deferred("not a regular file"), path=str(path), hint=deferred("Choose another name."))
    with _beside(path) as temporary, temporary.open("xb") as file:
        for piece in pieces:
            file.write(piece)


@contextlib.contextmanager
def temporary_file() -> Iterator[Path]:
    """Yield the path of a file that may be made, and is removed in the end."""
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        yield Path(folder).resolve() / "rows"


def write_folder(path: Path, pieces: Iterable[tuple[str, bytes]]) -> None:
    """Write a result of several files to a folder that is not there yet, or empty.

    Args:
        path: The folder.
        pieces: Names relative to it, with forward slashes, and bytes; the pieces of one file follow one another.

    Raises:
        FactcheckError: The folder holds something, or cannot be written.
    """
    with new_folder(path) as temporary, contextlib.ExitStack() as opened:
        name, file = "", None
        for name_now, piece in pieces:
            if file is None or name_now != name:
                opened.close()
                name, file = name_now, opened.enter_context(_open(temporary, name_now))
            file.write(piece)


@contextlib.contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Yield a folder to be filled that takes the place of `path` in the end; see `write_folder`."""
    if path.is_symlink() or (os.path.lexists(path) and (not path.is_dir() or any(path.iterdir()))):
        hint = deferred("Choose a folder that is not there yet.")
        raise FactcheckError(deferred("there is something there already"), path=str(path), hint=hint)
    with _beside(path) as temporary:
        temporary.mkdir()
        yield temporary


def _open(folder: Path, name: str) -> BinaryIO:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("ab")


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Yield a place beside `path`; what is made there is moved to `path` at the end, and removed after an error."""
    path = Path(resolved(path))
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        yield temporary
        os.replace(temporary, path)  # noqa: PTH105 - a folder may take the place of an empty one
    except OSError as error:
        raise FactcheckError(deferred("cannot be written: {why}", why=system_reason(error)), path=str(path)) from error
    finally:
        if temporary.is_dir():
            shutil.rmtree(temporary, ignore_errors=True)
        else:
            temporary.unlink(missing_ok=True)
