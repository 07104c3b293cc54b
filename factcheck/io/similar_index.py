"""The index of what was labelled and checked: an SQLite database in the cache folder, or in memory where that fails.

It keeps entries and finds those that share a word; `factcheck.archive` decides what is similar.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from factcheck.archive.entries import ArchiveEntry
from factcheck.archive.ranking import IndexedEntry, indexed
from factcheck.io.sentence_model import SentenceModel
from factcheck.io.similar_vectors import TABLES, SimilarVectors
from factcheck.io.store.cache import cache_file, drop_cached
from factcheck.text.normal import folded

#: Written into each index: one of another version is made anew. It goes up when entries or words are made otherwise.
VERSION = 5
#: How many candidates are looked at closely.
CANDIDATES = 100
#: How many rows the words of a query may be in before its commonest are no longer looked up: so many, and more in a
#: larger index, as the divisor says. They weigh all the same when the candidates are put in order.
_ROWS, _ROWS_DIVISOR = 10_000, 25
#: How many addresses of sources are given out.
_MOST_ADDRESSES = 20_000
#: How many sentences are read for what they mean before that is written down.
_READ_AT_ONCE = 256
#: For how many seconds another process may hold the index.
_PATIENCE = 2.0
#: What says that the file is no index of ours, or broken.
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH)
_TABLES = f"""
    CREATE TABLE origin (id INTEGER PRIMARY KEY, name TEXT UNIQUE, stamp TEXT, digest TEXT, entries INTEGER);
    CREATE TABLE entry (id INTEGER PRIMARY KEY, origin INTEGER, data TEXT, plain TEXT);
    CREATE INDEX entry_origin ON entry (origin);
    CREATE TABLE address (origin INTEGER, source TEXT, address TEXT);
    CREATE INDEX address_origin ON address (origin);
    CREATE VIRTUAL TABLE word USING fts5 (words, tokenize = "unicode61 remove_diacritics 0");
    CREATE TABLE frequency (word TEXT PRIMARY KEY, entries INTEGER) WITHOUT ROWID;
    {TABLES}
    PRAGMA user_version = {VERSION};
"""

Found = TypeVar("Found")


class Candidates(NamedTuple):
    """What shares a word with a query, or means nearly the same."""

    entries: tuple[IndexedEntry, ...]
    #: In how many entries each word is.
    frequency: Mapping[str, int]
    #: How many entries the index holds.
    total: int


class SimilarIndex:
    """Entries by where they come from, in an open database."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Use a database, with tables if it is new."""
        self._database = database
        #: What the entries mean.
        self.vectors = SimilarVectors(database)
        version = database.execute("PRAGMA user_version").fetchone()[0]
        if version not in (0, VERSION):
            raise sqlite3.DatabaseError
        if version == 0:
            with self.writing():
                # Another process may have made them while this one waited.
                if not database.execute("SELECT 1 FROM sqlite_master").fetchone():
                    for statement in _TABLES.split(";"):
                        database.execute(statement)

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Change the index: all of it or nothing, whenever the process ends."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    def stamps(self) -> dict[str, str]:
        """Return what the files of each origin looked like when it was indexed."""
        return dict(self._database.execute("SELECT name, stamp FROM origin"))

    def digest(self, name: str) -> str:
        """Return the digest of an origin's entries; empty if it is not here."""
        row = self._database.execute("SELECT digest FROM origin WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def restamp(self, name: str, stamp: str) -> None:
        """Note what the files of an origin look like now; its entries are still the same."""
        self._database.execute("UPDATE origin SET stamp = ? WHERE name = ?", (stamp, name))

    def forget(self, name: str) -> None:
        """Remove an origin with its entries, if it is here."""
        own = "SELECT entry.id FROM entry JOIN origin ON origin.id = entry.origin WHERE name = ?"
        ids = [row[0] for row in self._database.execute(own, (name,))]
        held = (self._database.execute("SELECT words FROM word WHERE rowid = ?", (one,)).fetchone()[0] for one in ids)
        self._count(held, by=-1)
        self.vectors.forget(ids)
        for table in ("word WHERE rowid", "entry WHERE id"):
            self._database.executemany(f"DELETE FROM {table} = ?", ((one,) for one in ids))  # noqa: S608
        self._database.execute("DELETE FROM address WHERE origin = (SELECT id FROM origin WHERE name = ?)", (name,))
        self._database.execute("DELETE FROM origin WHERE name = ?", (name,))

    def replace(self, name: str, stamp: str, digest: str, entries: Sequence[ArchiveEntry]) -> None:
        """Put an origin in with its entries; those that it had before are gone."""
        self.forget(name)
        insert = "INSERT INTO origin (name, stamp, digest, entries) VALUES (?, ?, ?, ?)"
        origin = self._database.execute(insert, (name, stamp, digest, len(entries))).lastrowid
        made = list(map(indexed, entries))
        self._count((one.words for one in made), by=1)
        for entry, words, plain, _meaning in made:
            kept = "INSERT INTO entry (origin, data, plain) VALUES (?, ?, ?)"
            # As ASCII: the path in it may have bytes that are no text.
            row = self._row(kept, (origin, json.dumps(entry), "\n".join(plain)))
            self._database.execute("INSERT INTO word (rowid, words) VALUES (?, ?)", (row, words))
            self.vectors.expect(row)
            if entry.source_address:
                known = "INSERT INTO address (origin, source, address) VALUES (?, ?, ?)"
                self._database.execute(known, (origin, folded(entry.source), entry.source_address))

    def _row(self, insert: str, values: tuple[object, ...]) -> int:
        return int(self._database.execute(insert, values).lastrowid or 0)

    def _count(self, texts: Iterable[str], by: int) -> None:
        """Note that each word is in so many entries more: the full-text index would walk all of them to tell."""
        counts = Counter(word for words in texts for word in set(words.split()))
        more = (
            "INSERT INTO frequency VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET entries = entries + excluded.entries"
        )
        self._database.executemany(more, ((word, by * count) for word, count in counts.items()))
        self._database.executemany(
            "DELETE FROM frequency WHERE word = ? AND entries <= 0", ((word,) for word in counts)
        )

    def addresses(self) -> dict[str, tuple[str, ...]]:
        """Return the addresses of each source, by its name as `folded`, the most given first."""
        asked = "SELECT source, address FROM address GROUP BY 1, 2 ORDER BY count(*) DESC, address, source LIMIT ?"
        found: dict[str, list[str]] = {}
        for source, address in self._database.execute(asked, (_MOST_ADDRESSES,)):
            found.setdefault(source, []).append(address)
        return {source: tuple(addresses) for source, addresses in found.items()}

    def understand(self, model: SentenceModel) -> Iterator[int]:
        """Work out the vectors that are missing, some at a time; return the rows of the entries as they are done."""
        if not self.vectors.are_of(model.name):
            with self.writing():
                self.vectors.use(model.name)
        return self._understood(model)

    def _understood(self, model: SentenceModel) -> Iterator[int]:
        while entries := self.vectors.unread(_READ_AT_ONCE):
            found = model.bits([ArchiveEntry(*json.loads(data)).text for _row, data in entries])
            with self.writing():
                self.vectors.put(entries, found)
            yield from (row for row, _data in entries)

    def size(self) -> int:
        """Return how many entries there are."""
        return int(self._database.execute("SELECT total(entries) FROM origin").fetchone()[0])

    def candidates(self, words: Sequence[str], vector: bytes = b"") -> Candidates:
        """Return the entries that share most with these words, at most `CANDIDATES`, and as many of those nearest.

        Which they are does not hang on the order in which they came in.

        Args:
            words: What `query_words` returns.
            vector: What is asked about, as the model of `vectors` reads it; empty to search by words only.
        """
        total = self.size()
        frequency = self._frequency(words)
        rows = self._rows(_affordable(frequency, _ROWS + total // _ROWS_DIVISOR))
        near = self.vectors.nearest(vector, CANDIDATES) if vector else {}
        found = filter(None, (self._indexed(row, near.get(row, 0.0)) for row in dict.fromkeys((*rows, *near))))
        return Candidates(tuple(found), frequency, total)

    def _rows(self, words: Sequence[str]) -> list[int]:
        """Return the rows of the entries that share most with these words, the best first."""
        if not words:
            return []
        query = " OR ".join(f'"{word}"' for word in words)
        ranked = "SELECT rowid, rank FROM word WHERE word MATCH ? ORDER BY rank LIMIT ?"
        rows = self._database.execute(ranked, (query, CANDIDATES + 1)).fetchall()
        if len(rows) > CANDIDATES:
            better = [row for row in rows if row[1] < rows[-1][1]]
            rows = better if len(better) * 2 >= CANDIDATES else self._ordered(query)
        return [row[0] for row in rows]

    def _ordered(self, query: str) -> list[tuple[int]]:
        """Return the best rows; of equals, those whose entries come first, which takes longer to tell."""
        asked = "SELECT entry.id FROM word JOIN entry ON entry.id = word.rowid WHERE word MATCH ? "
        return self._database.execute(f"{asked} ORDER BY rank, data LIMIT ?", (query, CANDIDATES)).fetchall()

    def _indexed(self, row: int, meaning: float) -> IndexedEntry | None:
        """Return the entry of a row; None where only a place for a vector is left of it."""
        asked = "SELECT data, words, plain FROM entry JOIN word ON word.rowid = entry.id WHERE entry.id = ?"
        found = self._database.execute(asked, (row,)).fetchone()
        if found is None:
            return None
        data, words, plain = found
        return IndexedEntry(ArchiveEntry(*json.loads(data)), words, tuple(plain.split("\n")), meaning)

    def _frequency(self, words: Sequence[str]) -> dict[str, int]:
        asked = "SELECT entries FROM frequency WHERE word = ?"
        found = ((word, self._database.execute(asked, (word,)).fetchone()) for word in words)
        return {word: row[0] for word, row in found if row}


def _affordable(frequency: Mapping[str, int], rows: int) -> list[str]:
    """Return the rarest words that are in at most so many rows together; one at least, if there is any."""
    rarest = sorted(frequency, key=lambda word: (frequency[word], word))
    sums = list(itertools.accumulate(frequency[word] for word in rarest))
    return [word for word, so_far in zip(rarest, sums, strict=True) if so_far <= max(rows, sums[0])]


def with_index(name: str, work: Callable[[SimilarIndex], Found]) -> Found:
    """Return what `work` makes of the index of that name.

    A broken index is made anew. Where there can be none, or another process holds it, `work` has an empty one in
    memory; it may therefore be called several times.

    Args:
        name: What the file is called in the cache folder; empty for an index in memory.
        work: Brings the index up to date and asks it.
    """
    path = cache_file(name) if name else None
    for _attempt in range(2 if path else 0):
        try:
            with contextlib.closing(_opened(str(path))) as database:
                return work(SimilarIndex(database))
        except sqlite3.Error as error:
            # The low byte is the kind of error; the others say more about it.
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_MISMATCH) & 0xFF
            if code not in _BROKEN or path is None:
                break
            drop_cached(path, "-wal", "-shm", "-journal")
            cache_file(name)
    with contextlib.closing(_opened(":memory:")) as database:
        return work(SimilarIndex(database))


def _opened(path: str) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
    except sqlite3.Error:
        database.close()
        raise
    return database
