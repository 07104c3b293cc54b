"""The desk an article belongs to: its root and what is settled there for everybody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.config import Config
from factcheck.errors import FactcheckError
from factcheck.io import store
from factcheck.model import Place

if TYPE_CHECKING:
    from factcheck.config.reader import SettingEntry


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
    data = store.read_own(store.resolved_settings(root), store.MAX_SIDECAR)
    return Desk(root, settings_in(data, str(settings)))


def settings_in(data: bytes, path: str) -> Config:
    """Return the settings in a file, once sure that every command can go by them.

    Raises:
        FactcheckError: They cannot be read, or give keys to what is no action; with line and column.
    """
    from factcheck.config.settings_file import read_config  # noqa: PLC0415 - many desks have no settings

    config = read_config(data, path)
    if config.keys:
        _refuse_unknown_keys(data, path)
    return config


def _refuse_unknown_keys(data: bytes, path: str) -> None:
    from factcheck.config.reader import SettingEntry, read_settings  # noqa: PLC0415 - few desks have keys of their own
    from factcheck.labelling.keys import bind  # noqa: PLC0415 - as above

    (keys,) = (entry for entry in read_settings(data, path) if entry.key == "keys")
    value = keys.node.value
    entries = [entry for entry in value if isinstance(entry, SettingEntry)] if isinstance(value, tuple) else []
    try:
        bind((entry.key, str(entry.node.value)) for entry in entries)
    except FactcheckError as error:
        line, column = next(filter(None, map(_unknown, entries)), keys.place)
        raise FactcheckError(error.message, path=path, line=line, column=column, hint=error.hint) from error


def _unknown(entry: SettingEntry) -> Place | None:
    """Return where an entry names an action or a key that does not exist; None if it names none."""
    from factcheck.labelling.keys import ACTIONS, parse_keys  # noqa: PLC0415 - as above

    if entry.key not in {action.name for action in ACTIONS}:
        return entry.place
    try:
        parse_keys(str(entry.node.value))
    except FactcheckError:
        return entry.node.place
    return None
