"""Labels of a desk written for another tool: read one article at a time, written all or none."""

from __future__ import annotations

import importlib.util
import json
import re
import socket
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from factcheck import __version__
from factcheck.app.corpus import Corpus, CorpusArticle, corpus, relative
from factcheck.app.streams import redirected
from factcheck.errors import FactcheckError
from factcheck.exchange import FORMATS, jsonl
from factcheck.exchange.form import Chunk, Form
from factcheck.exchange.rows import (
    COLUMNS,
    HALVES,
    ExportedArticle,
    Row,
    Status,
    Table,
    article_without,
    final_table,
    has_halves,
    table,
    without,
)
from factcheck.formats.log_commands import inert, inert_json
from factcheck.i18n import deferred
from factcheck.io.store.results import new_folder, temporary_file, write_file, write_folder
from factcheck.review.consensus import consensus
from factcheck.sidecar import write

#: What a row says of its place and state; that it is not kept is no loss of anybody's work.
_NO_LOSS = {"article", "language", "annotator", "id", "n", "start", "end", "text", "status"}
#: Which modules an extra brings.
_MODULES = {"xlsx": "xlsxwriter", "cas": "cassis", "spacy": "spacy", "parquet": "duckdb"}
WHO = ("annotators", "decisions", "final")
#: What the name of a stamp ends in, after that of what it belongs to.
STAMP = ".stamp.json"


class ExportRequest(NamedTuple):
    """What to write and where."""

    form: str
    paths: tuple[str, ...] = ()
    #: None for standard output.
    output: Path | None = None
    #: Only these annotators; all where there are none.
    annotators: tuple[str, ...] = ()
    #: Whose labels, of `WHO`.
    who: tuple[str, ...] = ("annotators", "decisions")
    #: Guard the cells of a CSV against spreadsheets.
    spreadsheet: bool = False
    #: Say in a file beside it when, where and by which version it was written.
    stamp: bool = False


class ExportResult(NamedTuple):
    """What came of it."""

    articles: int
    #: How many sidecars hold something in a column, by its name, that the format does not keep; and so on.
    lost: Counter[str]
    #: How many rows hold a cell that a spreadsheet would take for a formula.
    formulas: int = 0


def export_labels(request: ExportRequest) -> ExportResult:
    """Write the labels.

    Raises:
        FactcheckError: An article or a sidecar cannot be read, nothing is there to be written, a library is missing, or
            the place cannot be written to; then nothing is written.
    """
    found = FORMATS[request.form]
    _need(found)
    if request.stamp and request.output is None:
        raise FactcheckError(deferred("--stamp needs -o: the stamp is a file beside the other"))
    desk = corpus(request.paths)
    lost: Counter[str] = Counter()
    articles = _counted(_labelled(desk, request, found, lost), found, lost)
    _write(request, found, articles)
    if not lost["articles"]:
        raise FactcheckError(deferred("nothing to export: no article here has a sidecar of those asked for"))
    if request.stamp and request.output:
        write_file(request.output.with_name(f"{request.output.name}{STAMP}"), [_stamp(request.form)])
    return ExportResult(lost.pop("articles"), lost, lost.pop("formulas", 0))


def _stamp(form: str) -> bytes:
    """Return what is not in an export itself, so that the same labels give the same bytes."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    said = {"format": form, "factcheck": __version__, "date": now, "host": socket.gethostname()}
    return f"{json.dumps(said)}\n".encode()


def _need(found: Form) -> None:
    module = _MODULES.get(found.extra)
    if module and importlib.util.find_spec(module) is None:
        hint = deferred("Install it: pip install 'factcheck-annotator[{extra}]'", extra=found.extra)
        raise FactcheckError(deferred("this format needs {module}, which is not installed", module=module), hint=hint)


def _write(request: ExportRequest, found: Form, articles: Iterable[ExportedArticle]) -> None:
    chunks = _chunks(request, found, articles)
    if request.form == "parquet" and request.output:
        _write_parquet(request.output, chunks)
    elif found.suffix:
        pieces = (chunk.data for chunk in chunks)
        if request.output is None:
            _print(pieces, found.suffix)
        else:
            write_file(request.output, pieces)
    elif request.output is None:
        raise FactcheckError(deferred("this format is a folder"), hint=deferred("Say where to: -o FOLDER."))
    else:
        write_folder(request.output, chunks)


def _print(pieces: Iterable[bytes], suffix: str) -> None:
    """Write to standard output what no CI system takes for a command of its own.

    JSON has escapes for that. What has none is refused where a log may be read along, rather than changed.
    """
    watched = suffix in _WITHOUT_ESCAPES and not redirected()
    for piece in pieces:
        if suffix in _JSON and b"##" in piece:
            sys.stdout.buffer.write(inert_json(piece.decode()).encode())
        elif watched and inert(text := piece.decode()) != text:
            name = f"labels{suffix}"
            message = deferred("the labels hold what a CI system takes for a command: nothing is shown")
            raise FactcheckError(message, hint=deferred("Write them to a file: -o {name}", name=name))
        else:
            sys.stdout.buffer.write(piece)


#: By what their files end in: formats in which characters can be escaped, and texts in which they cannot.
_JSON = (".jsonl", ".jsonld")
_WITHOUT_ESCAPES = (".csv", ".conllu")


def _write_parquet(folder: Path, chunks: Iterable[Chunk]) -> None:
    """Write Parquet by way of the same rows as JSON lines, which are removed again."""
    from factcheck.exchange.parquet import SQL_TYPES  # noqa: PLC0415
    from factcheck.io.parquet import to_parquet  # noqa: PLC0415

    with new_folder(folder) as temporary, temporary_file() as rows:
        write_file(rows, (chunk.data for chunk in chunks))
        to_parquet(rows, temporary, SQL_TYPES)


def _chunks(request: ExportRequest, found: Form, articles: Iterable[ExportedArticle]) -> Iterator[Chunk]:
    if request.spreadsheet:
        from factcheck.exchange.csv_table import write_for_spreadsheets  # noqa: PLC0415

        return write_for_spreadsheets(articles)
    return found.write(articles)


def _labelled(desk: Corpus, request: ExportRequest, found: Form, lost: Counter[str]) -> Iterator[ExportedArticle]:
    """Yield the articles with their tables, and with stand-ins for the characters that the format cannot hold."""
    for one in desk.articles():
        if isinstance(one, FactcheckError):
            raise one
        path = relative(one.group, desk.desk.root)
        if tables := tuple(_tables(path, one, request)):
            article = ExportedArticle(path, one.article.text, tables)
            halves = without(path) != path or any(has_halves(document.data) for document in one.documents.values())
            if halves or found.foreign != HALVES:
                said, article = article, article_without(article, found.foreign)
                lost["characters"] += _differing(said, article) if found.write is not jsonl.write else 0
            if request.form == "csv" and not request.spreadsheet:
                lost["formulas"] += sum(_would_run(row) for one in tables for row in one.rows)
            yield article


def _would_run(row: Row) -> bool:
    from factcheck.exchange.csv_table import would_run  # noqa: PLC0415

    return any(isinstance(cell, str) and would_run(cell) for cell in row.cells)


def _differing(one: ExportedArticle, other: ExportedArticle) -> int:
    """Return how many rows differ."""
    pairs = (zip(old.rows, new.rows, strict=True) for old, new in zip(one.tables, other.tables, strict=True))
    return sum(old != new for rows in pairs for old, new in rows)


def _tables(path: str, one: CorpusArticle, request: ExportRequest) -> Iterator[Table]:
    asked = request.annotators
    if "annotators" in request.who:
        for sidecar in one.sidecars:
            if not asked or sidecar.annotator in asked:
                yield table(path, one.article, one.documents[sidecar.annotator])
    if "decisions" in request.who and one.decisions and not asked:
        yield table(path, one.article, one.documents[None])
    if "final" in request.who:
        chosen = [sidecar for sidecar in one.sidecars if not asked or sidecar.annotator in asked]
        if chosen:
            agreed = consensus(one.article, chosen, one.decisions, one.config.annotators)
            yield final_table(path, chosen[0].language, agreed)


def _says_more(found: Table) -> bool:
    """Return whether a sidecar's file holds what no row does: comments, unknown fields, a layout of its own."""
    return bool(found.layout and found.rows) and _MODELINE.sub("", found.layout) != write(found.sidecar, "").decode()


#: The comment that tells editors where the schema is.
_MODELINE = re.compile(r"\A# yaml-language-server:.*\n")


def _counted(articles: Iterable[ExportedArticle], found: Form, lost: Counter[str]) -> Iterator[ExportedArticle]:
    """Yield the articles with what the format can hold of them; count the others, and what is lost."""
    losing = [name for name in COLUMNS if name not in found.keeps and name not in _NO_LOSS]
    for article in articles:
        lost["articles"] += 1
        kept = []
        for one in article.tables:
            lost["comments"] += found.write is not jsonl.write and _says_more(one)
            if found.marks and not one.tiles:
                lost["sidecars"] += 1
            else:
                kept.append(one)
                _count(one.rows, losing, lost, found)
        if kept:
            yield article._replace(tables=tuple(kept))


def _count(rows: Iterable[Row], losing: list[str], lost: Counter[str], found: Form) -> None:
    for row in rows:
        if found.marks and row.status is Status.RETIRED:
            lost["retired"] += row.record.done
            continue
        for name in losing:
            if row.value(name):
                lost[name] += 1
        if found.longest:
            lost["long"] += any(isinstance(cell, str) and len(cell) > found.longest for cell in row.cells)
