"""What the entries of an index mean, as bits in pages of its database; whence they come is the model's business."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

#: How many bytes a vector has.
_WIDTH = 64
#: How many vectors there are in a page, a row of the database: all pages are read for a question, one to put one in.
_PAGE = 4096
#: Below this, two sentences are no more alike than any: it is nine in ten of all pairs.
_LEAST = 0.2
#: The tables, as statements.
TABLES = """
    CREATE TABLE model (name TEXT);
    CREATE TABLE unread (id INTEGER PRIMARY KEY);
    CREATE TABLE page (id INTEGER PRIMARY KEY, bits BLOB);
"""


class SimilarVectors:
    """The vectors of entries by their rows; those of one model, and none before a model is used.

    All that changes them is called while the index is being written.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def are_of(self, model: str) -> bool:
        """Return whether these are the vectors of a model."""
        return self._database.execute("SELECT name FROM model").fetchall() == [(model,)]

    def use(self, model: str) -> None:
        """Have the vectors of this model: those of another are gone, and all entries are unread."""
        for table in ("model", "page", "unread"):
            self._database.execute(f"DELETE FROM {table}")  # noqa: S608
        self._database.execute("INSERT INTO model VALUES (?)", (model,))
        self._database.execute("INSERT INTO unread SELECT id FROM entry")

    def expect(self, row: int) -> None:
        """Note that there is a new entry."""
        self._database.execute("INSERT INTO unread SELECT ? WHERE EXISTS (SELECT 1 FROM model)", (row,))

    def forget(self, rows: Sequence[int]) -> None:
        """Remove the vectors of entries; another entry may have their row."""
        self._database.executemany("DELETE FROM unread WHERE id = ?", ((row,) for row in rows))
        pages = {row // _PAGE for row in rows}
        written = {page for page in pages if self._has(page)}
        for row in rows:
            if row // _PAGE in written:
                self._put(row, bytes(_WIDTH))

    def unread_count(self) -> int:
        """Return how many entries have no vector yet."""
        return int(self._database.execute("SELECT count(*) FROM unread").fetchone()[0])

    def unread(self, most: int) -> list[tuple[int, str]]:
        """Return entries without a vector, as they are kept, by their rows."""
        asked = "SELECT entry.id, data FROM unread JOIN entry ON entry.id = unread.id ORDER BY 1 LIMIT ?"
        return self._database.execute(asked, (most,)).fetchall()

    def put(self, entries: Iterable[tuple[int, str]], vectors: Iterable[bytes]) -> None:
        """Put in the vectors of entries that `unread` returned, unless they have changed since."""
        same = "DELETE FROM unread WHERE id IN (SELECT id FROM entry WHERE id = ? AND data = ?)"
        for (row, data), vector in zip(entries, vectors, strict=True):
            if self._database.execute(same, (row, data)).rowcount:
                if not self._has(row // _PAGE):
                    self._database.execute("INSERT INTO page VALUES (?, zeroblob(?))", (row // _PAGE, _PAGE * _WIDTH))
                self._put(row, vector)

    def _has(self, page: int) -> bool:
        return self._database.execute("SELECT 1 FROM page WHERE id = ?", (page,)).fetchone() is not None

    def _put(self, row: int, vector: bytes) -> None:
        page, place = divmod(row, _PAGE)
        with self._database.blobopen("page", "bits", page) as blob:
            blob.seek(place * _WIDTH)
            blob.write(vector)

    def nearest(self, vector: bytes, most: int) -> dict[int, float]:
        """Return the rows of the entries that mean most nearly the same, with how alike they are, at most 1.

        Which they are does not hang on the order in which they came in. A place without a vector has no bit set, and is
        no more like a sentence than any other.

        Args:
            vector: What is asked about.
            most: How many rows.
        """
        import numpy as np  # noqa: PLC0415 - an extra

        far = np.concatenate([np.zeros(0, np.uint16), *self._distances(vector)])
        ids = [page for (page,) in self._database.execute("SELECT id FROM page ORDER BY id")]
        width = 8 * _WIDTH
        near = np.flatnonzero(far <= int(width * (1 - _LEAST) / 2))
        if len(near) > most:
            last = np.partition(far[near], most)[most]
            better = near[far[near] < last]
            near = better if len(better) * 2 >= most else near[far[near] <= last]
        alike = {ids[at // _PAGE] * _PAGE + at % _PAGE: 1 - 2 * int(far[at]) / width for at in near.tolist()}
        return dict(self._first(alike, most)) if len(alike) > most else alike

    def _distances(self, vector: bytes) -> Iterator[Any]:
        """Yield in how many bits each vector of a page differs, page by page."""
        import numpy as np  # noqa: PLC0415 - an extra

        asked = np.frombuffer(vector, np.uint64)
        for (bits,) in self._database.execute("SELECT bits FROM page ORDER BY id"):
            other = np.bitwise_count(np.frombuffer(bits, np.uint64).reshape(_PAGE, -1) ^ asked)
            yield other.sum(axis=1, dtype=np.uint16)

    def _first(self, alike: dict[int, float], most: int) -> list[tuple[int, float]]:
        """Return the most alike; of equals, those whose entries come first, whatever their rows are."""
        asked = "SELECT data FROM entry WHERE id = ?"
        entries = {row: self._database.execute(asked, (row,)).fetchone() or ("",) for row in alike}
        return sorted(alike.items(), key=lambda one: (-one[1], entries[one[0]]))[:most]
