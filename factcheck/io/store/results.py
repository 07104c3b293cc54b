"""Results of several pieces or files written all or none: beside their place first, then moved there in one step."""

from __future__ import annotations

import contextlib
import filecmp
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from factcheck.errors import FactcheckError, system_reason
from factcheck.i18n import deferred
from factcheck.io.store.bounds import refuse_links, resolved

#: Bytes handed to the system at a time.
_BLOCK = 1 << 20
#: Bytes that are held until they are added to the files of their parts.
_HELD = 8 << 20


def write_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a result in pieces to a file; what was there before stays until the last piece is written.

    Raises:
        FactcheckError: It is a link, a folder or out of the desk, or cannot be written.
    """
    if path.is_symlink() or (os.path.lexists(path) and not path.is_file()):
        raise FactcheckError(deferred("not a regular file"), path=str(path), hint=deferred("Choose another name."))
    with _beside(path) as temporary, temporary.open("xb", _BLOCK) as file:
        for piece in pieces:
            file.write(piece)


@contextlib.contextmanager
def temporary_folder() -> Iterator[Path]:
    """Yield an empty folder that is removed in the end."""
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        yield Path(folder).resolve()


def divided(pieces: Iterable[tuple[str, bytes]], work: Path, folder: Path) -> dict[str, Path]:
    """Write the pieces of each part to a file of its own in `work`, and make a folder for it; return the files.

    Args:
        pieces: Names of folders below `folder`, with forward slashes, and bytes; those of a part in any order.
        work: An empty folder.
        folder: Where each part gets its folder.
    """
    files: dict[str, Path] = {}
    held: dict[str, list[bytes]] = {}
    size = 0
    for part, data in pieces:
        held.setdefault(part, []).append(data)
        size += len(data)
        if size > _HELD:
            _add(held, files, work)
            size = 0
    _add(held, files, work)
    for part in files:
        (folder / part).mkdir(parents=True)
    return files


def _add(held: dict[str, list[bytes]], files: dict[str, Path], work: Path) -> None:
    """Add what is held to the files of its parts, so that none of them has to stay open."""
    for part, pieces in held.items():
        with files.setdefault(part, work / str(len(files))).open("ab") as file:
            file.writelines(pieces)
    held.clear()


def write_folder(
    path: Path, pieces: Iterable[tuple[str, bytes]], renewable: Callable[[Path], bool] = lambda _: False
) -> None:
    """Write a result of several files to a folder that is not there yet, empty, or of nothing but what we wrote before.

    Files that are as they were stay the same files, with the time they were written at.

    Args:
        path: The folder.
        pieces: Names relative to it, with forward slashes, and bytes; the pieces of one file follow one another.
        renewable: Whether a file in the folder is one that we wrote and may be replaced, or removed, unasked.

    Raises:
        FactcheckError: The folder holds something, or cannot be written.
    """
    with new_folder(path, renewable) as temporary:
        with contextlib.ExitStack() as opened:
            name, file = "", None
            for name_now, piece in pieces:
                if file is None or name_now != name:
                    opened.close()
                    name, file = name_now, opened.enter_context(_open(temporary, name_now))
                file.write(piece)
        _keep_what_is_the_same(path, temporary)


@contextlib.contextmanager
def new_folder(path: Path, renewable: Callable[[Path], bool] = lambda _: False) -> Iterator[Path]:
    """Yield a folder to be filled that takes the place of `path` in the end; see `write_folder`."""
    if path.is_symlink() or (os.path.lexists(path) and not (path.is_dir() and _may_go(path, renewable))):
        hint = deferred("Choose a folder that is not there yet.")
        raise FactcheckError(deferred("there is something there already"), path=str(path), hint=hint)
    with _beside(path) as temporary:
        temporary.mkdir()
        yield temporary


def existing(path: Path, most: int) -> bytes:
    """Return the first bytes of a file that we may have written.

    Nothing where there is none, where it cannot be read, is no regular file, or is behind a link of the desk: strangers
    may have put that in the way.
    """
    with contextlib.suppress(OSError, FactcheckError):
        refuse_links(path)
        with open(path, "rb", opener=_not_followed) as file:
            if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return file.read(most)
    return b""


def _not_followed(path: str, flags: int) -> int:
    """Open a file, unless it is a link."""
    # Without O_NONBLOCK, opening a FIFO nobody writes to would wait for ever.
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY)


def _may_go(folder: Path, renewable: Callable[[Path], bool]) -> bool:
    files = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return all(path.is_file() and not path.is_symlink() and renewable(path) for path in files)


def _keep_what_is_the_same(old: Path, new: Path) -> None:
    """Put the old file in the place of each new one that is the same, where the file system can."""
    for path in new.rglob("*"):
        before, linked = old / path.relative_to(new), path.with_name(f"{path.name}.link")
        if path.is_file() and before.is_file() and filecmp.cmp(path, before, shallow=False):
            with contextlib.suppress(OSError):
                os.link(before, linked)
                os.replace(linked, path)  # noqa: PTH105 - as below


def _open(folder: Path, name: str) -> BinaryIO:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("ab")


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Yield a place beside `path`; what is made there is moved to `path` at the end, and removed after an error."""
    refuse_links(path)
    path = Path(resolved(path))
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    old = path.with_name(f".{path.name}.{os.getpid()}.old")
    try:
        yield temporary
        if temporary.is_dir() and path.is_dir() and any(path.iterdir()):
            path.rename(old)
        os.replace(temporary, path)  # noqa: PTH105 - a folder may take the place of an empty one
    except OSError as error:
        raise FactcheckError(deferred("cannot be written: {why}", why=system_reason(error)), path=str(path)) from error
    finally:
        if old.is_dir() and not os.path.lexists(path):
            old.rename(path)
        shutil.rmtree(old, ignore_errors=True)
        if temporary.is_dir():
            shutil.rmtree(temporary, ignore_errors=True)
        else:
            temporary.unlink(missing_ok=True)
