"""Files through the rules of `check`, in one process or several; `scope` chooses them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from factcheck.app.check.scope import Part, Tree
from factcheck.app.engine import ENGINES
from factcheck.checking.scope import Group
from factcheck.checking.subject import Sheet, SourceSheet, subject
from factcheck.checking.table import check
from factcheck.config import Config
from factcheck.errors import FactcheckError
from factcheck.findings import Finding
from factcheck.sidecar import SidecarError, read
from factcheck.text.article import Article, read_article

#: Returns the bytes of a file by its path, or raises a `FactcheckError`.
ReadBytes = Callable[[str], bytes]

#: With fewer files than this a second process costs more than it saves.
MANY = 4_000

#: The one rule that has to know git's history.
_BEFORE_CODEBOOK = "FC108"

#: How many processes, and which of `ENGINES` they work under.
Workers = tuple[int, str]

#: Articles handed to a process at a time.
_CHUNK = 100


class Examination(NamedTuple):
    """What came of one article and its sidecars."""

    #: The path of the article; empty where nothing came of it.
    article: str = ""
    findings: tuple[Finding, ...] = ()
    #: Files that could not be read at all, so that nothing can be said about them.
    failures: tuple[FactcheckError, ...] = ()


_NOTHING = Examination()

#: Articles, and the settings that hold for them.
_Chunk = tuple[tuple[Group, ...], Config]


class _ChunkResult(NamedTuple):
    """What came of a chunk; what a process sends back is little where there is little wrong."""

    articles: int
    #: By the number of the article in the chunk, from 0; only where anything came of it.
    found: dict[int, Examination]


def examine(group: Group, config: Config, tree: Tree) -> Examination:
    """Return what the rules find in an article and its sidecars.

    Args:
        group: The article.
        config: The settings that hold for it.
        tree: Where the files are.

    Raises:
        FactcheckError: A rule asks for history that is not there.
    """
    reader = tree.read
    failures: list[FactcheckError] = []
    sheets = [Sheet(group.join(name), b"", None) for name in group.lookalikes]
    for name in group.sidecars:
        try:
            sheets.append(_sheet(group.join(name), reader))
        except FactcheckError as error:
            failures.append(error)
            sheets.append(Sheet(group.join(name), b"", None))
    try:
        article, unreadable = _article(group, config, reader)
        source = _source(group, reader) if group.source else None
    except FactcheckError as error:
        return Examination(group.path, failures=(*failures, error))
    asked = sheets if asks_history(config) else ()
    outgrown = {one.path: tree.outgrown(one.path, one.document.sidecar.sentences) for one in asked if one.document}
    found = subject(group.path, article, sheets, config, unreadable=unreadable, rivals=group.rivals, outgrown=outgrown)
    found = found._replace(source=source)
    return Examination(group.path, check(found), tuple(failures))


def asks_history(config: Config) -> bool:
    """Return whether findings depend on git's history, and not on the files alone."""
    return bool(dict(config.severity).get(_BEFORE_CODEBOOK))


def examine_all(parts: Iterable[Part], tree: Tree, workers: Workers) -> Iterator[Examination]:
    """Yield what comes of each article, in their order; parts are taken when their turn comes."""
    processes, engine = workers
    for examined in ENGINES[engine](partial(_examine_chunk, tree=tree), _chunks(parts), processes):
        yield from (examined.found.get(number, _NOTHING) for number in range(examined.articles))


def _chunks(parts: Iterable[Part]) -> Iterator[_Chunk]:
    for part in parts:
        for start in range(0, len(part.groups), _CHUNK):
            yield part.groups[start : start + _CHUNK], part.config


def _examine_chunk(chunk: _Chunk, tree: Tree) -> _ChunkResult:
    groups, config = chunk
    each = (examine(group, config, tree) for group in groups)
    return _ChunkResult(len(groups), {number: one for number, one in enumerate(each) if one.findings or one.failures})


def _sheet(path: str, reader: ReadBytes) -> Sheet:
    data = reader(path)
    try:
        return Sheet(path, data, read(data, path))
    except SidecarError as error:
        return Sheet(path, data, None, error)


def _source(group: Group, reader: ReadBytes) -> SourceSheet:
    from hashlib import sha256  # most desks have no source files

    from factcheck.intake import source_file

    path = group.join(group.source)
    data = reader(path)
    text = sha256(reader(group.path)).hexdigest() if group.exists else ""
    try:
        return SourceSheet(path, data, source_file.read(data, path), None, text)
    except FactcheckError as error:
        return SourceSheet(path, data, None, error, text)


def _article(group: Group, config: Config, reader: ReadBytes) -> tuple[Article | None, FactcheckError | None]:
    """Return the article, or why its bytes are no text; neither where there is no such file."""
    if not group.exists:
        return None, None
    data = reader(group.path)
    try:
        return read_article(group.article, data, config.encoding, group.path), None
    except FactcheckError as error:
        return None, error
