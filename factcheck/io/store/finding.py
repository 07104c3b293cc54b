"""Which files belong together: an article and its sidecars; told by name and by header."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.io.store.bounds import desk_root
from factcheck.io.store.reading import Identity, exists, names_in, read_identified
from factcheck.model import ANNOTATOR, SUFFIX, Annotator, sidecar_name, stem
from factcheck.sidecar.writing import SCHEMA

_ARTICLES = (".txt", ".md", ".markdown")
_HEADER = re.compile(rb"^article:[ \t]*([^\r\n]*?)[ \t]*\r?$", re.MULTILINE)
#: The header stands at the top, after at most a few lines of comment.
_TOP = 65_536


def sidecar_path(article: Path, annotator: str | None) -> Path:
    """Return where an annotator's labels on an article are kept; the decisions where there is no annotator.

    >>> str(sidecar_path(Path("news/strike.txt"), "alice"))
    'news/strike.alice.labels.yaml'
    >>> str(sidecar_path(Path("news/strike.txt"), None))
    'news/strike.labels.yaml'
    """
    return article.with_name(sidecar_name(article.name, annotator))


def sidecar_paths(article: Path) -> tuple[Path, ...]:
    """Return the article's sidecars, the decisions included, sorted by name.

    A sidecar belongs to it by its name and its `article:` header; one whose header cannot be made out counts by
    its name alone, so that whoever reads it says what is wrong.

    Raises:
        FactcheckError: What is in the article's folder may not be known.
    """
    return tuple(found.path for found in found_sidecars(article))


def found_sidecars(article: Path) -> tuple[FoundSidecar, ...]:
    """Return the article's sidecars, each read once; see `sidecar_paths`."""
    found = map(_read, possible_sidecars(article))
    return tuple(one for one in found if one.article in (None, _composed(article.name)))


def possible_sidecars(article: Path) -> tuple[Path, ...]:
    """Return the files that are an article's sidecars by their names, sorted; another article's may be among them.

    Raises:
        FactcheckError: What is in the article's folder may not be known.
    """
    return tuple(article.with_name(name) for name in names_in(article.parent) if may_be_of(article, name))


class FoundSidecar(NamedTuple):
    """A sidecar's bytes, or why they cannot be read."""

    path: Path
    data: bytes
    identity: Identity | None
    error: FactcheckError | None = None

    @property
    def article(self) -> str | None:
        """Return the article that its header names, read from its top alone; None if it cannot be made out."""
        header = _HEADER.search(self.data, 0, _TOP)
        return _scalar(header[1]) if header else None


def _read(path: Path, *, listed: bool = False) -> FoundSidecar:
    try:
        return FoundSidecar(path, *read_identified(path, anywhere=listed))
    except FactcheckError as error:
        return FoundSidecar(path, b"", None, error)


def own_path(article: Path, annotator: str | None) -> Path:
    """Return where an annotator's labels on an article go, or its decisions, once sure that no others are there.

    A file name has two readings where one article is called `a.txt` and another `a.bob.txt`: `a.bob.labels.yaml` holds
    Bob's labels on the first or the decisions on the second. Whoever writes a sidecar asks here where.

    Raises:
        FactcheckError: Another article has that name already.
    """
    own = sidecar_path(article, annotator)
    named = article_named(own) if exists(own) else None
    if named not in (None, _composed(article.name)):
        message = deferred("belongs to another article, {name}", name=named)
        hint = deferred("Two articles cannot both use it: rename {name} or the other.", name=article.name)
        raise FactcheckError(message, path=str(own), hint=hint)
    return own


def schema_for(sidecar: Path) -> str:
    """Return where the desk keeps the schema of sidecars, from the sidecar's folder; empty where it keeps none."""
    schema = desk_root(sidecar.parent) / SCHEMA
    if not exists(schema):
        return ""
    return Path(os.path.relpath(schema.absolute(), sidecar.parent.absolute())).as_posix()


def annotator_of(article: Path, sidecar: Path) -> Annotator | None:
    """Return the annotator a sidecar's name speaks of; None for the decisions."""
    middle = sidecar.name.removesuffix(SUFFIX)[len(stem(article.name)) + 1 :]
    return Annotator(middle) if middle else None


def article_named(sidecar: Path, *, listed: bool = False) -> str | None:
    """Return the article that a sidecar's header names, read from its top alone; None if it cannot be made out.

    Args:
        sidecar: The file.
        listed: Its folder was listed, and looked at then; of thousands of files, that is most of the time.
    """
    return _read(sidecar, listed=listed).article


def is_article(name: str) -> bool:
    """Return whether a file of that name is an article."""
    return name.lower().endswith(_ARTICLES)


def may_be_of(article: Path, name: str) -> bool:
    """Return whether a file name is the article's stem, maybe an annotator, and the suffix of sidecars."""
    begin = stem(article.name)
    if not name.startswith(begin) or not name.endswith(SUFFIX):
        return False
    middle = name[len(begin) : -len(SUFFIX)]
    return not middle or (middle.startswith(".") and ANNOTATOR.fullmatch(middle, 1) is not None)


def _scalar(raw: bytes) -> str | None:
    """Return the string a header line holds, bare or quoted; None if it cannot be made out."""
    try:
        text = raw.decode()
        if text.startswith('"'):
            import json  # noqa: PLC0415 - 1 ms, and hardly a name is quoted

            text = json.loads(text)
        elif text.startswith("'"):
            text = text[1:-1].replace("''", "'")
    except ValueError:
        return None
    return _composed(text)


def _composed(name: str) -> str:
    """Return a name as most systems write it; some file systems hand accents back decomposed."""
    return unicodedata.normalize("NFC", name)
