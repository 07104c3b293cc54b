"""A desk in an object store: read only, without git, with the settings at its top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.app.check.scope import CheckScope, Home, of_desk
from factcheck.app.desk import Desk, settings_in
from factcheck.checking.scope import Group
from factcheck.config import Config
from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.io.object_store import ObjectStore
from factcheck.io.store.finding import FoundSidecar
from factcheck.model import SETTINGS, Record

#: What is asked of git's history, which is not there.
_OF_HISTORY = ("FC108", None)


class StoredDesk:
    """The files below an address; the paths of findings are relative to it."""

    #: A connection does not outlive a fork.
    forks = False

    def __init__(self, paths: tuple[str, ...]) -> None:
        """Find the store.

        Raises:
            FactcheckError: There is another path besides, or no library that reads such addresses.
        """
        if len(paths) > 1:
            raise FactcheckError(
                deferred("a desk in an object store is checked by itself: give its address alone"), path=paths[0]
            )
        self._store = ObjectStore(paths[0])

    def read(self, path: str) -> bytes:
        """Return the bytes of a file; raise a `FactcheckError` if it cannot be read."""
        return self._store.read(path)

    def root(self, folder: str) -> Path | None:  # noqa: ARG002 - settings below the top do not count
        """Return None: all is one desk."""
        return None

    def desk(self, folder: Path) -> Desk:  # noqa: ARG002 - there is one
        """Return the desk.

        Raises:
            FactcheckError: Its settings cannot be read.
        """
        config = settings_in(self.read(SETTINGS), SETTINGS) if self._store.has(SETTINGS) else Config()
        return Desk(Path(), config._replace(severity=(*config.severity, _OF_HISTORY)))

    def scope(self, paths: tuple[str, ...], home: Home) -> CheckScope:  # noqa: ARG002 - the one address
        """Return all articles of the desk."""
        return CheckScope(_StoredArticles(self._store, home), self)

    def outgrown(self, path: str, records: Iterable[Record]) -> frozenset[str]:  # noqa: ARG002
        """Refuse to tell how old labels are, which only the command line asks for here."""
        raise FactcheckError(deferred("there is no git in an object store"), path=path)


class _StoredArticles:
    """The articles of a store, listed anew each time."""

    def __init__(self, store: ObjectStore, home: Home) -> None:
        self._store = store
        self._home = home

    def __iter__(self) -> Iterator[Group]:
        """Yield them; raise a `FactcheckError` where there is no such folder, or the store does not answer."""
        return of_desk(self._store.listings(), self._home, self._article_named)

    def _article_named(self, sidecar: Path) -> str | None:
        return FoundSidecar(sidecar, self._store.read(sidecar.as_posix()), None).article
