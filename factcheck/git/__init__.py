"""The only runner of git: what other modules may ask of it, by name; nothing here knows labels or sidecars."""

from __future__ import annotations

from factcheck.git.history import (
    Change,
    Commit,
    Unmerged,
    blob,
    blobs,
    changed_since,
    changes,
    commit_id,
    files,
    history,
    merge_base,
    move,
    show,
    staged,
    tracked,
    unmerged,
    untracked,
)
from factcheck.git.repository import (
    Repository,
    attributes,
    git_path,
    repository,
    set_setting,
    setting,
    toplevel,
    unset_setting,
    user_name,
)
from factcheck.git.runner import Result, environment, run
from factcheck.git.staging import stage, unstaged
from factcheck.git.versions import Version, versions

__all__ = [
    "Change",
    "Commit",
    "Repository",
    "Result",
    "Unmerged",
    "Version",
    "attributes",
    "blob",
    "blobs",
    "changed_since",
    "changes",
    "commit_id",
    "environment",
    "files",
    "git_path",
    "history",
    "merge_base",
    "move",
    "repository",
    "run",
    "set_setting",
    "setting",
    "show",
    "stage",
    "staged",
    "toplevel",
    "tracked",
    "unmerged",
    "unset_setting",
    "unstaged",
    "untracked",
    "user_name",
    "versions",
]
