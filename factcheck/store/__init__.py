"""The only opener of files: articles and sidecars are found, read and durably saved here; nothing is decided."""

from factcheck.model import SETTINGS, SUFFIX
from factcheck.store.bounds import desk_root, resolved, work_tree
from factcheck.store.finding import (
    annotator_of,
    article_named,
    is_article,
    may_be_of,
    sidecar_path,
    sidecar_paths,
)
from factcheck.store.loading import Loaded, load
from factcheck.store.moving import move
from factcheck.store.reading import (
    MAX_SIDECAR,
    Identity,
    identity,
    is_folder,
    open_article,
    read_bytes,
    read_identified,
    read_listed,
)
from factcheck.store.saving import ChangedError, make_folder, remove, save, sweep, writable
from factcheck.store.state import REMEMBERED, append, journal, lock, remember, state_file, state_folder

__all__ = [
    "MAX_SIDECAR",
    "REMEMBERED",
    "SETTINGS",
    "SUFFIX",
    "ChangedError",
    "Identity",
    "Loaded",
    "annotator_of",
    "append",
    "article_named",
    "desk_root",
    "identity",
    "is_article",
    "is_folder",
    "journal",
    "load",
    "lock",
    "make_folder",
    "may_be_of",
    "move",
    "open_article",
    "read_bytes",
    "read_identified",
    "read_listed",
    "remember",
    "remove",
    "resolved",
    "save",
    "sidecar_path",
    "sidecar_paths",
    "state_file",
    "state_folder",
    "sweep",
    "work_tree",
    "writable",
]
