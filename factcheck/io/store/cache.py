"""Files that can be made again at any time, in the user's cache folder."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection
from functools import cache
from hashlib import sha256
from pathlib import Path

import factcheck


def cache_folder() -> Path:
    """Return the folder for what can be made again: `$XDG_CACHE_HOME/factcheck`."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    # The XDG specification: a relative path is to be ignored.
    return (Path(home) if home.startswith("/") else Path.home() / ".cache") / "factcheck"


def cache_file(name: str) -> Path | None:
    """Return the path of a file of the cache, made if it is not there; None where that cannot be done.

    Only its owner may read it: it may hold sentences that are not published yet.
    """
    path = cache_folder() / name
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600))
    except OSError:
        return None
    return path


def drop_cached(path: Path, *suffixes: str) -> None:
    """Remove a file of the cache, and those beside it that its name and a suffix name, as far as that can be done."""
    for suffix in ("", *suffixes):
        with contextlib.suppress(OSError):
            Path(f"{path}{suffix}").unlink()


def read_cached(name: str) -> bytes:
    """Return what a file of the cache holds; nothing where it is not there, or cannot be read."""
    with contextlib.suppress(OSError):
        return (cache_folder() / name).read_bytes()
    return b""


def write_cached(name: str, data: bytes) -> None:
    """Keep a file in the cache, as far as that can be done."""
    if path := cache_file(name):
        with contextlib.suppress(OSError):
            path.write_bytes(data)


def keep_cached(folder: str, names: Collection[str]) -> None:
    """Remove the files of a folder of the cache but those of these names."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(cache_folder() / folder):
            if entry.name not in names:
                drop_cached(Path(entry.path))


@cache
def program_stamp() -> str:
    """Return what tells this version of the program from others: the sizes and times of its own files, hashed."""
    package = Path(factcheck.__file__).parent
    states = ((path, path.stat()) for path in sorted(package.rglob("*")) if "__pycache__" not in path.parts)
    seen = [(str(path.relative_to(package)), state.st_size, state.st_mtime_ns) for path, state in states]
    return sha256(repr(seen).encode()).hexdigest()
