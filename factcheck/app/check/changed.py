"""Which articles changed, as git tells: since a revision, or in what the next commit will hold."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from factcheck.app.check.scope import CheckScope, Home, from_disk, groups_in, plain, scope_of
from factcheck.checking.scope import Group, touching
from factcheck.errors import FactcheckError
from factcheck.io import store
from factcheck.io.git.contents import changed_since, show, staged, tracked
from factcheck.io.git.paths import below
from factcheck.io.git.repository import repository
from factcheck.io.store.listing import Listing, listing, sort
from factcheck.model import SETTINGS, SUFFIX, stem


def since(revision: str, paths: tuple[str, ...], home: Home) -> CheckScope:
    """Return the articles of which a file changed, on this branch or in the work tree, since it left `revision`.

    An article pulls in its sidecars and a sidecar its article; changed settings pull in all they hold for.
    """
    folder = _holding((home.root, *paths))
    changes = changed_since(folder, revision)
    names = _here(folder, (name for change in changes for name in (change.path, change.old_path)))
    touched = (
        *_touched(names, paths, home, listing),
        *_resettled(names, paths, home),
        *_in_submodules(names, paths, home),
    )
    found = {one.path: one for one in touched}
    return CheckScope(tuple(found[path] for path in sorted(found)), from_disk)


def in_index(paths: tuple[str, ...], home: Home) -> CheckScope:
    """Return the articles of which a file is staged, to be read as they will be committed."""
    top = repository(Path.cwd()).top
    names = _here(top, (name for change in staged(top) for name in (change.path, change.old_path)))
    index = _Index(top)
    return CheckScope(tuple(_touched(names, paths, home, index.listing)), index.read)


class _Index(NamedTuple):
    """The files of the next commit, by their paths from here."""

    top: Path

    def listing(self, folder: str, beginning: tuple[str, ...] = ("",)) -> Listing:
        """Return the articles and sidecars in a folder whose names begin so."""
        held = _here(self.top, tracked(self.top, [self._name(folder)]))
        names = [name for path in held for where, name in [os.path.split(path)] if where == folder]
        return sort(folder, [name for name in names if name.startswith(beginning)])

    def read(self, path: str) -> bytes:
        """Return the bytes of a file as they will be committed."""
        data = show(self.top, "", self._name(path))
        if data is None:
            hint = "If it is in conflict, settle that first: `factcheck resolve`, then `git add`."
            raise FactcheckError("not in git's index", path=path, hint=hint)
        return data

    def _name(self, path: str) -> str:
        return below(self.top, store.true_path(path or "."))


def _holding(paths: Iterable[str]) -> Path:
    """Return the innermost folder that holds all of these."""
    common = Path(os.path.commonpath([os.path.abspath(path) for path in paths]))  # noqa: PTH100 - `..` taken out
    return next(folder for folder in (common, *common.parents) if store.is_folder(folder))


def _here(folder: Path, names: Iterable[str]) -> set[str]:
    """Return paths from a folder as paths from here."""
    above = os.path.relpath(folder)
    return {name if above == "." else plain(os.path.join(above, name)) for name in names}  # noqa: PTH118


def _touched(
    names: set[str], paths: tuple[str, ...], home: Home, lister: Callable[[str, tuple[str, ...]], Listing]
) -> Iterator[Group]:
    """Yield the groups that one of the changed files belongs to, or belonged to before it was deleted."""
    folders: dict[str, list[str]] = {}
    for path in sorted(names):
        folders.setdefault(os.path.dirname(path), []).append(os.path.basename(path))  # noqa: PTH119, PTH120
    for folder, changed in folders.items():
        begin = touching(changed)
        had = touching(name for name in changed if name.endswith(SUFFIX))
        for one in groups_in(lister(folder, begin)):
            if not (stem(one.article) in begin and _asked(one, paths or (home.root,))):
                continue
            if stem(one.article) in had or home.holds(one.path) or _is_labelled(lister(folder, ("",))):
                yield one


def _is_labelled(found: Listing) -> bool:
    """Return whether the texts of a folder are articles, as their sidecars or source files tell."""
    return bool(found.sidecars or found.sources)


def _resettled(names: Iterable[str], paths: tuple[str, ...], home: Home) -> Iterator[Group]:
    """Yield the groups that changed settings hold for: those of their folder and below it."""
    folders = [os.path.dirname(name) for name in names if os.path.basename(name) == SETTINGS]  # noqa: PTH119, PTH120
    if folders:
        yield from (one for one in scope_of(paths, home).groups if any(_below(one.path, folder) for folder in folders))


def _in_submodules(names: Iterable[str], paths: tuple[str, ...], home: Home) -> Iterator[Group]:
    """Yield all there is in a submodule whose commit changed: which of its files changed is in another repository."""
    if folders := [name for name in names if store.is_folder(name)]:
        yield from (one for one in scope_of(paths, home).groups if any(_below(one.path, folder) for folder in folders))


def _asked(one: Group, paths: tuple[str, ...]) -> bool:
    """Tell whether one of the files, or a folder above it, is among the paths."""
    return any(_below(file, plain(path)) for path in paths for file in (one.path, *one.files))


def _below(path: str, folder: str) -> bool:
    return not os.path.relpath(path, folder or ".").startswith("..")
