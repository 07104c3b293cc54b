"""Files in an object store, as `s3://bucket/desk`, by fsspec; nothing is ever written there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.io.store.listing import Listing, sort
from factcheck.text import article

_Answer = TypeVar("_Answer")


def is_address(path: str) -> bool:
    """Return whether a path is the address of a folder in an object store.

    >>> is_address("s3://desk/annotations"), is_address("annotations/a.txt")
    (True, False)
    """
    return "://" in path


class ObjectStore:
    """What is below one address; paths are relative to it."""

    def __init__(self, address: str) -> None:
        """Find out which library reads such addresses; nothing is asked yet.

        Raises:
            FactcheckError: That library is not installed, or there is none.
        """
        self._address = address
        try:
            from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra

            self._files, self._top = url_to_fs(address, use_listings_cache=False)
        except (ImportError, ValueError) as error:
            hint = deferred(
                "For s3://: pip install 'factcheck-annotator[s3]'; other stores have an fsspec library too."
            )
            message = deferred("no library here reads such addresses: {why}", why=str(error))
            raise FactcheckError(message, path=address, hint=hint) from error

    def read(self, path: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            FactcheckError: It is not there, too large, or the store does not answer.
        """
        data: bytes = self._answer(lambda: self._files.cat_file(self._place(path), end=article.MAX_BYTES + 1), path)
        if len(data) > article.MAX_BYTES:
            raise FactcheckError(
                deferred("too large: the limit is {limit:,} bytes", limit=article.MAX_BYTES), path=path
            )
        return data

    def has(self, path: str) -> bool:
        """Return whether there is such a file; raise a `FactcheckError` if the store does not answer."""
        return self._answer(lambda: bool(self._files.isfile(self._place(path))), path)

    def listings(self, folder: str = "") -> Iterator[Listing]:
        """Yield what is in a folder and those below it, in order of path, hidden ones left out.

        Raises:
            FactcheckError: There is no such folder, or the store does not answer.
        """
        files, folders = self._names(folder)
        found = sort(folder, files)
        if found.articles or found.beside:
            yield found
        for name in folders:
            if not name.startswith("."):
                yield from self.listings(f"{folder}/{name}" if folder else name)

    def _names(self, folder: str) -> tuple[list[str], list[str]]:
        """Return the names of the files and of the folders in a folder, in order."""
        place = self._place(folder)
        names: dict[str, list[str]] = {"file": [], "directory": []}
        for entry in self._answer(lambda: self._files.ls(place, detail=True), folder):
            path = str(entry["name"]).rstrip("/")
            if path.strip("/") != place.strip("/"):  # an object may stand for the folder itself
                names.setdefault(entry["type"], []).append(path.rpartition("/")[2])
        return sorted(names["file"]), sorted(names["directory"])

    def _place(self, path: str) -> str:
        return f"{self._top.rstrip('/')}/{path}" if path else str(self._top)

    def _answer(self, ask: Callable[[], _Answer], path: str) -> _Answer:
        try:
            return ask()
        except FileNotFoundError as error:
            raise FactcheckError(deferred("no such file or folder"), path=path or self._address) from error
        except Exception as error:  # each store has errors of its own
            why = str(error) or type(error).__name__
            raise FactcheckError(
                deferred("the object store gave no answer: {why}", why=why), path=self._address
            ) from error
