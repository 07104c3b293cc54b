"""The desk an article belongs to: its root and what is settled there for everybody."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from factcheck.config import Config
from factcheck.io import store


class Desk(NamedTuple):
    """Where the articles live and what is settled there for everybody."""

    root: Path
    config: Config


def desk(start: Path) -> Desk:
    """Return the desk that the folder `start` belongs to; its settings are the usual ones where it has no file.

    Raises:
        FactcheckError: Its settings cannot be read, with line and column.
    """
    root = store.desk_root(start)
    settings = root / store.SETTINGS
    if not store.exists(settings):
        return Desk(root, Config())
    from factcheck.config.settings_file import read_config  # noqa: PLC0415 - many desks have no settings

    # Several desks may share their settings, so these may be a link to anywhere.
    data = store.read_bytes(store.true_path(settings), store.MAX_SIDECAR)
    return Desk(root, read_config(data, str(settings)))
