"""Where a repository is and what it is set to; `contents` says what changed in it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.io.git.runner import failed, query, run
from factcheck.io.store.bounds import bare_repository, work_tree
from factcheck.text.shell import shell_command


class Repository(NamedTuple):
    """A git repository with a work tree."""

    #: The folder of the work tree, absolute.
    top: Path
    #: Whether the history is cut off somewhere (`git clone --depth`).
    shallow: bool


def repository(start: Path) -> Repository:
    """Return the repository whose work tree holds the folder `start`, the one a command was started in.

    Only a `.git` makes a repository, which git never checks out: a folder with `HEAD`, `objects/` and `refs/`, as a
    pull request may hold, is none.

    Args:
        start: The current folder; never one that an argument names.

    Raises:
        FactcheckError: git is missing, `start` is in no repository, or in one without a work tree.
    """
    asked = ["--is-inside-work-tree", "--is-shallow-repository", "--show-toplevel"]
    held = work_tree(start)
    told = query(["rev-parse", *asked], held or start, accept=(0, 128))
    if not told.out and b"cannot use bare repository" not in told.err:
        raise _no_repository(start, told.err)
    # The top comes last: the name of a folder may hold a line break, and rev-parse has no -z.
    inside, shallow, *top = (*told.line.split("\n", 2), "")[:3]
    if inside != "true" or held is None:
        hint = deferred("Run it in a clone with the files checked out: git clone, or git worktree add.")
        raise FactcheckError(
            deferred("no work tree here: a bare repository, or a folder inside .git"), path=str(start), hint=hint
        )
    return Repository(Path(*top), shallow == "true")


def history_of(start: Path) -> Path:
    """Return the folder to ask git about commits in: the top of the work tree, or a repository that has none.

    Raises:
        FactcheckError: git is missing, or `start` is in no repository.
    """
    return bare_repository(start) or repository(start).top


def _no_repository(start: Path, stderr: bytes) -> FactcheckError:
    if b"dubious ownership" in stderr:
        trusted = shell_command("git", "config", "--global", "--add", "safe.directory", str(work_tree(start) or start))
        hint = deferred("If you trust it: {command}", command=trusted)
        return FactcheckError(
            deferred("git does not trust this repository: it belongs to somebody else"), path=str(start), hint=hint
        )
    if b"not a git repository" not in stderr:
        return failed(["rev-parse"], stderr)
    return FactcheckError(
        deferred("not in a git repository"), path=str(start), hint=deferred("Run it inside one, or start one: git init")
    )


def toplevel(start: Path) -> Path | None:
    """Return the top folder of the work tree that holds `start`, the current folder; None without one, or no git."""
    try:
        return repository(start).top
    except FactcheckError:
        return None


def git_path(start: Path, name: str) -> Path:
    """Return where git keeps `name` (such as `info/attributes`) for the repository of the folder `start`, absolute."""
    return start / query(["rev-parse", "--git-path", name], start).line


def user_name(start: Path) -> str:
    """Return git's `user.name` as it counts in the folder `start`, where the command was started; empty without one.

    Empty too where git is missing. Outside of a work tree only the user's own settings count.
    """
    try:
        return setting(work_tree(start) or Path(start.absolute().anchor), "user.name")
    except FactcheckError:
        return ""


def head(top: Path) -> str:
    """Return the id of the commit that is checked out; empty before the first one."""
    return query(["rev-parse", "--verify", "--quiet", "HEAD"], top, accept=(0, 1)).line


def setting(start: Path, key: str, scope: str = "", kind: str = "") -> str:
    """Return the value of a git setting, the last one where there are several; empty where it is not set.

    Args:
        start: A folder in the repository.
        key: Such as `merge.factcheck.driver`.
        scope: `--local` or `--global`; empty for whatever counts.
        kind: git's type, such as `path`, which expands `~`; empty for the value as it stands.
    """
    options = [*filter(None, [scope]), *([f"--type={kind}"] if kind else [])]
    fields = query(["config", *options, "-z", "--get", key], start, accept=(0, 1)).fields
    return fields[-1] if fields else ""


def set_setting(start: Path, key: str, value: str, scope: str = "--local") -> None:
    """Set a git setting in the repository, or for the user with scope `--global`."""
    run(["config", scope, key, value], start)


def unset_setting(start: Path, key: str, scope: str = "--local") -> None:
    """Remove a git setting; fine if it is not set."""
    run(["config", scope, "--unset-all", key], start, accept=(0, 5))


def attributes(start: Path, paths: Sequence[str], names: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return git's attributes by path, such as `{"merge": "factcheck"}`; `unspecified` where nothing is said."""
    asked = b"".join(os.fsencode(path) + b"\0" for path in paths)
    return _by_path(query(["check-attr", "-z", "--stdin", *names], start, stdin=asked).fields)


def committed_attributes(top: Path, paths: Sequence[str], names: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return what `attributes` would where only the `.gitattributes` files of the work tree count."""
    import tempfile  # noqa: PLC0415 - costs a tenth of a check of one article, which has no use for it

    with tempfile.TemporaryDirectory() as empty:
        run(["init", "--quiet", "--bare"], Path(empty))
        alone = [f"--git-dir={empty}", f"--work-tree={top}", "-c", "core.bare=false", "-c", "core.attributesFile="]
        asked = b"".join(os.fsencode(path) + b"\0" for path in paths)
        return _by_path(query([*alone, "check-attr", "-z", "--stdin", *names], top, stdin=asked).fields)


def _by_path(fields: Sequence[str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for path, name, value in zip(fields[::3], fields[1::3], fields[2::3], strict=True):
        found.setdefault(path, {})[name] = value
    return found


def drop_reference(start: Path, name: str) -> None:
    """Remove a reference; fine if it is not there, or there is no repository."""
    run(["update-ref", "-d", name], start, accept=(0, 1, 128))
