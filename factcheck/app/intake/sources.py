"""Sources loaded, and the source files of a folder by what they know; `taking` writes the articles."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake import source_file
from factcheck.intake.draft import Material
from factcheck.intake.source_file import SourceRecord
from factcheck.io import store, web
from factcheck.io.store.listing import listing
from factcheck.model import source_name

#: No source is larger, wherever it comes from.
MAX_BYTES = web.MAX_BYTES


class LoadedSource(NamedTuple):
    """A source's bytes, and what to call it."""

    material: Material
    #: The address or file name, as it is written down.
    origin: str
    #: As it is shown.
    shown: str

    @property
    def sha256(self) -> str:
        """Return the hash of its bytes."""
        return hashlib.sha256(self.material.data).hexdigest()


def load_source(source: str, encoding: str | None = None) -> LoadedSource:
    """Return a source: a file, an https address, or standard input for `-`.

    Raises:
        FactcheckError: It cannot be read or fetched, or is too large.
    """
    if source == "-":
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise FactcheckError(deferred("larger than {size:,} bytes", size=MAX_BYTES), path="-")
        return LoadedSource(Material(data, "", encoding), "-", "-")
    if "://" in source.partition("/")[0] + "//" and source.split("://", 1)[0].lower() in {"http", "https"}:
        page = web.get(source)
        material = Material(page.data, page.address, encoding, page.charset, page.address)
        return LoadedSource(material, page.address, source)
    data = store.read_bytes(Path(source), MAX_BYTES)
    return LoadedSource(Material(data, Path(source).name, encoding), Path(source).name, source)


class SourcedArticle(NamedTuple):
    """An article that has a source file."""

    path: Path
    record: SourceRecord
    #: The source file, byte for byte.
    data: bytes

    @property
    def source_path(self) -> Path:
        """Return where its source file is."""
        return source_path(self.path)


def source_path(article: Path) -> Path:
    """Return where the source file of an article is, or would be."""
    return article.with_name(source_name(article.name))


def sourced(article: Path) -> SourcedArticle | None:
    """Return an article with what its source file says; None if it has none.

    Raises:
        FactcheckError: The source file cannot be read.
    """
    path = source_path(article)
    if not store.exists(path):
        return None
    data = store.read_bytes(path, store.MAX_SIDECAR)
    return SourcedArticle(article, source_file.read(data, str(path)), data)


def sourced_in(folder: Path) -> list[SourcedArticle]:
    """Return the articles of a folder that have a source file, by name; folders below are not looked into.

    Raises:
        FactcheckError: One cannot be read.
    """
    names = sorted(listing(str(folder)).articles) if store.is_folder(folder) else []
    return [found for name in names if (found := sourced(folder / name))]
