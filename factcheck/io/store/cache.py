"""Files that can be made again at any time, in the user's cache folder; what is in them is not known here."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


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
