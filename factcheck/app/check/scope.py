"""Which articles the paths of a command line stand for; `changed` finds which of them changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby, islice
from pathlib import Path
from typing import NamedTuple, Protocol

from factcheck.app.desk import Desk, desk
from factcheck.checking.scope import Group, covered, group, touching
from factcheck.config import Config
from factcheck.errors import FactcheckError
from factcheck.findings import Finding, Severity
from factcheck.findings.codes import CODES
from factcheck.i18n import deferred
from factcheck.io import store
from factcheck.io.store.listing import Listing, listing, listings
from factcheck.model import SETTINGS, Place, Record


class Tree(Protocol):
    """Where the files are that are looked at: the work tree, what the next commit will hold, or an object store."""

    #: Whether processes that fork from this one can read the files, too.
    forks: bool

    def read(self, path: str) -> bytes:
        """Return the bytes of a file; raise a `FactcheckError` if it cannot be read."""

    def root(self, folder: str) -> Path | None:
        """Return the nearest folder upward with settings, if there is one."""

    def desk(self, folder: Path) -> Desk:
        """Return the desk that a folder is in."""

    def scope(self, paths: tuple[str, ...], home: Home) -> CheckScope:
        """Return the articles to check at `paths`, or in all of the desk where there are none."""

    def outgrown(self, path: str, records: Iterable[Record]) -> frozenset[str]:
        """Return the ids of the records of a sidecar that are older than the codebook of its desk.

        Raises:
            FactcheckError: There is no history, or too little of it.
        """


def from_disk(path: str) -> bytes:
    """Return the bytes of a file in the work tree, in a folder that was listed."""
    return store.read_listed(path)


class WorkTree:
    """The files as they are on disk."""

    forks = True

    def read(self, path: str) -> bytes:
        """Return the bytes of a file in a folder that was listed."""
        return from_disk(path)

    def root(self, folder: str) -> Path | None:
        """Return the nearest folder upward with settings, if there is one."""
        return store.settings_root(Path(folder))

    def desk(self, folder: Path) -> Desk:
        """Return the desk that a folder is in."""
        return desk(folder)

    def scope(self, paths: tuple[str, ...], home: Home) -> CheckScope:
        """Return the articles at `paths`; see `scope_of`."""
        return scope_of(paths, home)

    def outgrown(self, path: str, records: Iterable[Record]) -> frozenset[str]:
        """Return the ids of the records of a sidecar that are older than the codebook of its desk."""
        from factcheck.app.codebook_versions import outgrown

        return outgrown(store.desk_root(Path(path).parent), path, records)


class ListedArticles:
    """Articles as folders are listed, each time anew; see `scope_of`."""

    def __init__(self, paths: tuple[str, ...], home: Home) -> None:
        self._paths = paths
        self._home = home

    def __iter__(self) -> Iterator[Group]:
        """Yield the articles; raise a `FactcheckError` where a folder cannot be read."""
        if not self._paths:
            return of_desk(listings(normal_path(self._home.root)), self._home)
        found = (one for path in self._paths for one in _at(normal_path(path)))
        return found if len(self._paths) == 1 else iter(dict.fromkeys(found))


class CheckScope(NamedTuple):
    """The articles to look at, with their sidecars."""

    #: May be gone through more than once; of folders each time as they are listed anew, so that they take no memory.
    groups: Iterable[Group]
    tree: Tree
    #: The settings files among what changed, where that was asked for.
    settings: tuple[str, ...] = ()


def start_of(paths: tuple[str, ...]) -> Path:
    """Return the folder whose desk counts: that of the first of `paths`, else the current one."""
    first = Path(paths[0] if paths else ".")
    return first if store.is_folder(first) else first.parent


class Home(NamedTuple):
    """Where a desk's articles are, as far as no sidecar tells."""

    #: The desk, relative to here.
    root: str
    #: What its settings say.
    articles: tuple[str, ...]

    def holds(self, path: str) -> bool:
        """Return whether every text at a path is an article."""
        return covered(Path(os.path.relpath(path, self.root)).as_posix(), self.articles)


def scope_of(paths: tuple[str, ...], home: Home) -> CheckScope:
    """Return the articles at `paths`, files or folders; those of the desk where there are none.

    Raises:
        FactcheckError: No such file or folder.
    """
    for path in paths:
        if not store.exists(normal_path(path) or "."):
            raise FactcheckError(deferred("no such file or folder"), path=normal_path(path))
    return CheckScope(ListedArticles(paths, home), WorkTree())


def without_ignored(groups: Iterable[Group], root: str, patterns: tuple[str, ...]) -> Iterator[Group]:
    """Return the groups whose article is not ignored; sidecars can be ignored one by one."""
    return _without_ignored(groups, Path(root).absolute(), patterns) if patterns else iter(groups)


#: Articles of one part: their names take some 5 MB.
_TOGETHER = 10_000


class Part(NamedTuple):
    """Articles for which the same settings hold, ten thousand at most."""

    groups: tuple[Group, ...]
    config: Config
    #: The desk whose settings they are.
    root: Path


def by_desk(
    groups: Iterable[Group], here: Desk, settled: Callable[[Config], Config] = lambda own: own, tree: Tree | None = None
) -> Iterator[Part]:
    """Yield the articles with the settings that hold for them: those of another desk, below this one, have its own.

    They are taken as they come, ten thousand at a time.

    Args:
        groups: Articles, those of one folder together.
        here: The desk of those that are in no other one.
        settled: Returns another desk's settings as the command line changes them.
        tree: Where the settings are; the work tree if not given.
    """
    files = tree or WorkTree()

    @cache
    def root(folder: str) -> Path:
        """Return the root of the desk that a folder is in."""
        return files.root(folder) or here.root

    for own, some in groupby(groups, lambda group: root(group.folder)):
        other = own != here.root
        config = settled(files.desk(own).config) if other else here.config
        kept = without_ignored(some, os.path.relpath(own), config.ignore if other else ())
        while together := tuple(islice(kept, _TOGETHER)):
            yield Part(together, config, own)


def settings_changed(found: CheckScope, severities: Mapping[str, Severity | None]) -> Iterator[Finding]:
    """Yield a note for each settings file among what changed (FC507), which those settings cannot switch off.

    Args:
        found: What is to be checked.
        severities: What the command line says of codes.
    """
    code = CODES["FC507"]
    severity = severities.get(code.code, code.severity)
    message = deferred("the settings changed: what they ignore or switch off is not checked any more")
    if severity is None:
        return
    for path in found.settings:
        yield Finding(code.code, severity, path, Place(1, 1), message, deferred(code.remedy))


def _without_ignored(groups: Iterable[Group], base: Path, patterns: tuple[str, ...]) -> Iterator[Group]:
    for one in groups:
        folder = os.path.relpath(one.folder or ".", base)
        within = "" if folder == "." else f"{folder}/"
        sidecars = tuple(name for name in one.sidecars if not covered(within + name, patterns))
        lookalikes = tuple(name for name in one.lookalikes if not covered(within + name, patterns))
        left = one._replace(sidecars=sidecars, lookalikes=lookalikes)
        if not covered(within + one.article, patterns) and left.files:
            yield left


def _at(path: str) -> Iterator[Group]:
    if store.is_folder(path or "."):
        for found in listings(path):
            yield from groups_in(found)
        return
    folder, name = os.path.split(path)
    if name == SETTINGS:
        return
    found = listing(folder, frozenset(touching([name])))
    if name not in {*found.articles, *found.beside}:
        found.articles.append(name)
    yield from (one for one in groups_in(found) if name in {one.article, *one.beside})


def _named(sidecar: Path) -> str | None:
    """Return the article that a sidecar in a folder that was listed names."""
    return store.article_named(sidecar, listed=True)


def of_desk(found: Iterable[Listing], home: Home, named: Callable[[Path], str | None] = _named) -> Iterator[Group]:
    """Yield the groups of those folders in which somebody labels, or should; texts elsewhere are no articles.

    Args:
        found: The folders.
        home: Where the desk's articles are.
        named: Returns the article that a sidecar's header names; see `groups_in`.
    """
    for one in found:
        for link in one.links:
            path = f"{one.folder}/{link}" if one.folder else link
            if home.holds(path):
                store.resolved(path)
        if one.beside:
            yield from groups_in(one, named)
        elif one.articles:
            yield from (group for group in groups_in(one, named) if home.holds(group.path))


def groups_in(found: Listing, named: Callable[[Path], str | None] = _named) -> Iterator[Group]:
    """Yield the articles of a folder with their sidecars.

    Args:
        found: What is in the folder.
        named: Returns the article that a sidecar's header names, asked where names leave a choice.
    """

    def of(sidecar: str) -> str | None:
        """Return the article that a sidecar of this folder names."""
        return named(Path(found.folder, sidecar))

    sidecars = [*found.sidecars, *found.lookalikes]
    return group(found.folder, found.articles, sidecars, of, sources=found.sources)


def normal_path(path: str) -> str:
    """Return a path without `./` and the like; relative to here if it is below; empty for the current folder."""
    relative = os.path.relpath(path or ".")
    plain = os.path.normpath(path or ".") if relative.startswith("..") else relative
    return "" if plain == "." else plain
