"""Which articles changed, as git tells: since a revision, in what the next commit will hold, or in a commit."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from pathlib import Path

from factcheck.app.check.scope import CheckScope, Home, WorkTree, groups_in, normal_path, of_desk, scope_of
from factcheck.app.desk import Desk, settings_in
from factcheck.checking.scope import Group, touching
from factcheck.config import Config
from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.io import store
from factcheck.io.git.contents import (
    GitChange,
    TreeEntry,
    blobs,
    changed_files,
    changed_since,
    commit_id,
    followed,
    index,
    led_to,
    merge_base,
    staged,
    symbolic_links,
    tree,
    with_links,
)
from factcheck.io.git.paths import below
from factcheck.io.git.repository import history_of, repository
from factcheck.io.store.listing import EVERYTHING, Listing, having, listing, sort
from factcheck.model import SETTINGS, SUFFIX, Record, stem
from factcheck.sidecar.names import is_called_like_a_sidecar

#: Lists a folder, as far as its files have one of some stems.
Lister = Callable[[str, frozenset[str]], Listing]


def since(revision: str, paths: tuple[str, ...], home: Home) -> CheckScope:
    """Return the articles of which a file changed, on this branch or in the work tree, since it left `revision`.

    An article pulls in its sidecars and a sidecar its article; changed settings pull in all they hold for.

    Raises:
        FactcheckError: One of `paths` neither exists nor changed; or git cannot tell.
    """
    top = store.work_tree(Path.cwd()) or repository(Path.cwd()).top
    leads = symbolic_links(top)
    below = _holding(top, paths or (home.root,))
    # What a link leads to may have changed elsewhere.
    changed = changed_since(top, revision, "" if leads else below)
    names = _Here(top).paths(with_links(changed, leads))
    _refuse_unknown(paths, names, store.exists)
    touched = (
        *_touched(names, paths, home, listing),
        *_resettled(names, paths, home),
        *_in_submodules(names, paths, home),
    )
    found = {one.path: one for one in touched}
    settings = sorted(name for name in names if os.path.basename(name) == SETTINGS)  # noqa: PTH119
    return CheckScope(tuple(found[path] for path in sorted(found)), WorkTree(), tuple(settings))


def in_git(paths: tuple[str, ...], home: Home, tree: Index | Revision) -> CheckScope:
    """Return the articles that are to be read as git holds them: of which a file changed, or all that it holds.

    Raises:
        FactcheckError: One of `paths` is not there and did not change; or git cannot tell.
    """
    changed = [name for change in tree.changed() for name in (change.path, change.old_path)]
    names = tree.here.paths(with_links(changed, tree.leads) if changed else ())
    _refuse_unknown(paths, names, lambda path: store.exists(path) or tree.holds(path))
    settings = sorted(name for name in names if os.path.basename(name) == SETTINGS)  # noqa: PTH119
    groups = tuple(
        _whole(paths, home, tree) if tree.is_wanted_whole(settings) else _touched(names, paths, home, tree.listing)
    )
    tree.expect(file for group in groups for file in group.files)
    return CheckScope(groups, tree, tuple(settings))


def _whole(paths: tuple[str, ...], home: Home, tree: Snapshot) -> Iterator[Group]:
    """Yield all that git holds of a desk, or at some paths."""
    asked = _asked(paths or (home.root,))
    yield from (one for one in of_desk(tree.listings(home.root), home) if _is_asked(one, asked))


def _refuse_unknown(paths: Iterable[str], names: set[str], is_known: Callable[[str], bool]) -> None:
    """Refuse a path that is mistyped: it does not exist, and nothing that changed was called so or lay below it."""
    for path in paths:
        if not is_known(path) and not any(_below(name, _asked([path])) for name in names):
            raise FactcheckError(deferred("no such file or folder"), path=path)


class _Here:
    """Paths from the top of the work tree as paths from the current folder, and back."""

    def __init__(self, top: Path) -> None:
        """Find out where the current folder is."""
        where = os.path.relpath(store.true_path("."), store.true_path(top))
        self._inside = "" if where == "." else f"{where}/"

    def path(self, name: str) -> str:
        """Return a path from the top as one from here; empty for the current folder."""
        if name.startswith(self._inside):
            return name[len(self._inside) :]
        found = posixpath.relpath(name or ".", self._inside or ".")
        return "" if found == "." else found

    def paths(self, names: Iterable[str]) -> set[str]:
        """Return paths from the top as paths from here."""
        return {self.path(name) for name in names}

    def name(self, path: str) -> str:
        """Return a path from here as one from the top; empty for the top itself."""
        name = posixpath.normpath(self._inside + (normal_path(path) or "."))
        return "" if name == "." else name


class Snapshot:
    """What git holds, not the folder: settings, folders and files, by their paths from here."""

    #: What git hands over in one stream is read by one process.
    forks = False
    #: How many files are read by one run of git.
    _BATCH = 256
    #: What is said of a file that is not there.
    _ABSENT = (
        deferred("not in git's index"),
        deferred("If it is in conflict, settle that first: `factcheck resolve`, then `git add`."),
    )

    def __init__(self, git: Path, entries: Mapping[str, TreeEntry], last: str) -> None:
        """Sort what git holds into folders.

        Args:
            git: Where git is run.
            entries: The files.
            last: The last commit whose history counts.
        """
        self.git, self._last = git, last
        # A repository without a work tree is looked at as if its files lay in the current folder.
        self.top = Path.cwd() if store.bare_repository(Path.cwd()) == git else git
        self.here = _Here(self.top)
        self._entries = entries
        self._folders: dict[str, list[str]] = {}
        for path in self._entries:
            folder, _, name = path.rpartition("/")
            self._folders.setdefault(folder, []).append(name)
        self._expected: list[str] = []
        self._held: dict[str, bytes] = {}

    def holds(self, path: str) -> bool:
        """Return whether there is a file of that path, or one below it."""
        name = self.here.name(path)
        return name in self._entries or any(folder == name or folder.startswith(f"{name}/") for folder in self._folders)

    @cached_property
    def leads(self) -> dict[str, str]:
        """Where each link leads, all paths from the top."""
        found = {name: entry.oid for name, entry in self._entries.items() if entry.is_link}
        held = blobs(self.git, list(found.values())) if found else {}
        return {name: led_to(name, os.fsdecode(held[oid])) for name, oid in found.items()}

    def listing(self, folder: str, stems: frozenset[str] = EVERYTHING) -> Listing:
        """Return the articles and sidecars in a folder with one of these stems."""
        return sort(folder, having(stems, self._folders.get(self.here.name(folder), [])))

    def listings(self, folder: str) -> Iterator[Listing]:
        """Yield the articles and sidecars in a folder and those below it, in order of path, hidden ones left out."""
        asked = _absolute([folder])
        for name in sorted(self._folders):
            path = self.here.path(name)
            if _below(path or ".", asked) and not any(part.startswith(".") for part in name.split("/")):
                yield self.listing(path)

    def expect(self, paths: Iterable[str]) -> None:
        """Say which files will be read, in this order, so that one run of git reads many."""
        self._expected = [entry.oid for path in paths if (entry := self._entries.get(self.here.name(path)))]

    def read(self, path: str) -> bytes:
        """Return the bytes of a file as they will be committed; a link inside the repository is followed."""
        name = self.here.name(path)
        entry = self._entries.get(name)
        if entry is None or entry.is_link:
            name = [name, *followed(name, self.leads)][-1]
            entry = self._entries.get(name)
        if entry and not entry.is_link and not store.in_git_folder(f"/{name}"):
            return self._blob(entry)
        message, hint = self._ABSENT
        raise FactcheckError(message, path=path, hint=hint)

    def _blob(self, entry: TreeEntry) -> bytes:
        if entry.oid in self._held:
            return self._held[entry.oid]
        if entry.oid not in self._expected:  # what was passed over, or nobody spoke of: the rest of the batch stays
            return blobs(self.git, [entry.oid])[entry.oid]
        self._expected = self._expected[self._expected.index(entry.oid) :]
        self._held = blobs(self.git, self._expected[: self._BATCH])
        return self._held[entry.oid]

    def root(self, folder: str) -> Path | None:
        """Return the root of the desk that a folder is in, if its settings will be committed."""
        name = self.here.name(folder)
        while SETTINGS not in self._folders.get(name, ()):
            if not name:
                return None
            name = posixpath.dirname(name)
        return self.top / name

    def desk(self, folder: Path) -> Desk:
        """Return the desk that a folder is in, by the settings that will be committed."""
        root = self.root(os.path.relpath(folder))
        if root is None:
            return Desk(self.top, Config())
        path = os.path.relpath(root / SETTINGS)
        return Desk(root, settings_in(self.read(path), path))

    def outgrown(self, path: str, records: Iterable[Record]) -> frozenset[str]:
        """Return the ids of the records of a sidecar that are older than its desk's codebook, in what is committed."""
        from factcheck.app.codebook_versions import Past, outgrown

        root = self.root(os.path.dirname(path)) or self.top  # noqa: PTH120 - as it is written
        return outgrown(root, path, records, Past(self.git, self._last))


class Index(Snapshot):
    """What the next commit will hold."""

    def __init__(self) -> None:
        """List the index.

        Raises:
            FactcheckError: The current folder is in no repository.
        """
        top = repository(Path.cwd()).top
        super().__init__(top, index(top), "HEAD")

    def changed(self) -> Iterator[GitChange]:
        """Yield what the next commit would change."""
        yield from staged(self.git)

    def is_wanted_whole(self, _settings: Sequence[str]) -> bool:
        """Return whether all of it is to be checked: never, a commit is made of changes."""
        return False

    def scope(self, paths: tuple[str, ...], home: Home) -> CheckScope:
        """Return the articles to check; see `in_git`."""
        return in_git(paths, home, self)


class Revision(Snapshot):
    """What a commit holds.

    Args:
        name: The commit.
        since: The commit whose changes since then count; None for all that it holds.
    """

    _ABSENT = (deferred("not in that commit"), "")

    def __init__(self, name: str, since: str | None) -> None:
        """List the commit.

        Raises:
            FactcheckError: The current folder is in no repository, or it knows no such commit.
        """
        git = history_of(Path.cwd())
        commit, self._since = commit_id(git, name), since
        super().__init__(git, tree(git, commit), commit)

    def changed(self) -> Iterator[GitChange]:
        """Yield what the commit changed since it left the other one."""
        if self._since is not None:
            yield from changed_files(self.git, merge_base(self.git, self._since, self._last), self._last)

    def is_wanted_whole(self, settings: Sequence[str]) -> bool:
        """Return whether all of it is to be checked, given the settings that changed: they hold for everything."""
        return self._since is None or bool(settings)

    def scope(self, paths: tuple[str, ...], home: Home) -> CheckScope:
        """Return the articles to check; see `in_git`."""
        return in_git(paths, home, self)


def _holding(top: Path, paths: Iterable[str]) -> str:
    """Return the innermost folder that holds all of these, from the top of the work tree; empty for the top.

    Raises:
        FactcheckError: A path is in another repository, or in none.
    """
    if any(store.true_path(top).is_relative_to(store.true_path(path)) for path in paths):
        return ""
    common = posixpath.commonpath([posixpath.join("/", below(top, path)) for path in paths]).lstrip("/")
    while common and not store.is_folder(top / common):
        common = posixpath.dirname(common)
    return common


def _touched(names: set[str], paths: tuple[str, ...], home: Home, lister: Lister) -> Iterator[Group]:
    """Yield the groups that one of the changed files belongs to, or belonged to before it was deleted."""
    folders: dict[str, list[str]] = {}
    for path in sorted(names):
        folders.setdefault(os.path.dirname(path), []).append(os.path.basename(path))  # noqa: PTH119, PTH120
    asked = _asked(paths or (home.root,))
    for folder, changed in folders.items():
        stems = frozenset(touching(changed))
        had = frozenset(touching(name for name in changed if _is_of_sidecar(name)))
        somebody_labels = cache(partial(_has_labels, lister, folder))
        for one in groups_in(lister(folder, stems)):
            own = stem(one.article)
            asked_for = own in stems and _is_asked(one, asked)
            if asked_for and (own in had or home.holds(one.path) or somebody_labels()):
                yield one


def _is_of_sidecar(name: str) -> bool:
    return name.endswith(SUFFIX) or is_called_like_a_sidecar(name)


def _has_labels(lister: Lister, folder: str) -> bool:
    return bool(lister(folder, EVERYTHING).beside)


def _resettled(names: Iterable[str], paths: tuple[str, ...], home: Home) -> Iterator[Group]:
    """Yield the groups that changed settings hold for: those of their folder and below it."""
    folders = _absolute(os.path.dirname(name) for name in names if os.path.basename(name) == SETTINGS)  # noqa: PTH119, PTH120
    if folders:
        known = tuple(path for path in paths if store.exists(path))
        groups = scope_of(known, home).groups if known or not paths else ()
        yield from (one for one in groups if _below(one.path, folders))


def _in_submodules(names: Iterable[str], paths: tuple[str, ...], home: Home) -> Iterator[Group]:
    """Yield all there is in a submodule whose commit changed: which of its files changed is in another repository."""
    if folders := _absolute(name for name in names if store.is_folder(name)):
        yield from (one for one in scope_of(paths, home).groups if _below(one.path, folders))


def _is_asked(one: Group, asked: frozenset[str]) -> bool:
    """Return whether one of the files, or a folder above it, is among the paths."""
    return any(_below(file, asked) for file in (one.path, *one.files))


def _asked(paths: Iterable[str]) -> frozenset[str]:
    """Return what was named, and where that really is: a checkout or a folder may be named by a link to it."""
    return _absolute([*paths, *map(os.path.realpath, paths)])


def _absolute(paths: Iterable[str]) -> frozenset[str]:
    return frozenset(os.path.abspath(path) for path in paths)  # noqa: PTH100 - links are not followed


def _below(path: str, absolute: frozenset[str]) -> bool:
    """Return whether a path is one of these, or below one; as it is written, whether or not there is such a file."""
    here = os.path.abspath(path)  # noqa: PTH100
    while here not in absolute:
        above = os.path.dirname(here)  # noqa: PTH120
        if above == here:
            return False
        here = above
    return True
