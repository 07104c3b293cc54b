"""The only opener of files: articles and sidecars are found, read and durably saved here; nothing is decided."""

from factcheck.io.store.bounds import desk_root, resolved, work_tree
from factcheck.io.store.finding import annotator_of, article_named, is_article, may_be_of, sidecar_path, sidecar_paths
from factcheck.io.store.loading import LoadedSidecar, load
from factcheck.io.store.moving import move
from factcheck.io.store.reading import (
    MAX_SIDECAR,
    Identity,
    identity,
    is_folder,
    open_article,
    read_bytes,
    read_identified,
    read_listed,
)
from factcheck.io.store.saving import ChangedError, make_folder, remove, save, sweep, writable
from factcheck.io.store.state import (
    REMEMBERED,
    append,
    drafts,
    journal,
    keep_drafts,
    keep_name,
    kept_name,
    lock,
    remember,
    state_file,
    state_folder,
)
from factcheck.model import SETTINGS, SUFFIX

__all__ = [
    "MAX_SIDECAR",
    "REMEMBERED",
    "SETTINGS",
    "SUFFIX",
    "ChangedError",
    "Identity",
    "LoadedSidecar",
    "annotator_of",
    "append",
    "article_named",
    "desk_root",
    "drafts",
    "identity",
    "is_article",
    "is_folder",
    "journal",
    "keep_drafts",
    "keep_name",
    "kept_name",
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
