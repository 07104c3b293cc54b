"""Labels of a desk written for another tool: read one article at a time, written all or none."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import socket
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from factcheck import __version__
from factcheck.app.check.publish import refuse_file_of_desk
from factcheck.app.check.scope import Home, from_disk
from factcheck.app.corpus import Corpus, article_text, corpus, refuse_misnamed, relative
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
from factcheck.io.store.results import divided, new_folder, temporary_folder, write_file, write_folder
from factcheck.review.consensus import consensus
from factcheck.sidecar import Columns, read, read_columns, write
from factcheck.text.article import Article

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
    if request.output is not None:
        refuse_file_of_desk(str(request.output), Home(os.path.relpath(desk.desk.root), desk.desk.config.articles))
    lost: Counter[str] = Counter()
    articles = _counted(_labelled(desk, request, found, lost), found, lost)
    _write(request, found, articles)
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
    """Write Parquet by way of JSON lines, which are removed again."""
    from factcheck.exchange.parquet import SQL_TYPES  # noqa: PLC0415
    from factcheck.io.parquet import to_parquet  # noqa: PLC0415

    with new_folder(folder) as temporary, temporary_folder() as work:
        to_parquet(divided(chunks, work, temporary), temporary, SQL_TYPES)


def _chunks(request: ExportRequest, found: Form, articles: Iterable[ExportedArticle]) -> Iterator[Chunk]:
    if request.spreadsheet:
        from factcheck.exchange.csv_table import write_for_spreadsheets  # noqa: PLC0415

        return write_for_spreadsheets(articles)
    return found.write(articles)


class _Sheet(NamedTuple):
    """A sidecar as it was read."""

    columns: Columns
    data: bytes
    #: Whether its file says no more than its columns do.
    plain: bool


def _labelled(desk: Corpus, request: ExportRequest, found: Form, lost: Counter[str]) -> Iterator[ExportedArticle]:
    """Yield the articles with their tables, and with stand-ins for the characters that the format cannot hold."""
    current = str(Path.cwd())
    for group, part in desk.listed():
        path, text = relative(group, desk.desk.root, current), article_text(group, part)
        sheets = [_sheet(group.join(name)) for name in group.sidecars]
        if tables := (
            *_tables(path, text, sheets, request),
            *_final(path, text, sheets, (request, part.config.annotators)),
        ):
            article = ExportedArticle(path, text.text, tables)
            if found.foreign != HALVES or _has_halves(path, sheets):
                said, article = article, article_without(article, found.foreign)
                lost["characters"] += _differing(said, article) if found.write is not jsonl.write else 0
            if request.form == "csv" and not request.spreadsheet:
                lost["formulas"] += sum(_would_run(row) for one in tables for row in one.rows)
            yield article


def _sheet(path: str) -> _Sheet:
    data = from_disk(path)
    columns, plain = read_columns(data, path)
    refuse_misnamed(path, columns)
    return _Sheet(columns, data, plain)


def _has_halves(path: str, sheets: Iterable[_Sheet]) -> bool:
    """Return whether there may be halves of characters in what is written of an article."""
    return (not path.isascii() and without(path) != path) or any(has_halves(one.data) for one in sheets)


def _would_run(row: Row) -> bool:
    from factcheck.exchange.csv_table import would_run  # noqa: PLC0415

    return any(isinstance(cell, str) and would_run(cell) for cell in row.cells)


def _differing(one: ExportedArticle, other: ExportedArticle) -> int:
    """Return how many rows differ."""
    pairs = (zip(old.rows, new.rows, strict=True) for old, new in zip(one.tables, other.tables, strict=True))
    return sum(old != new for rows in pairs for old, new in rows)


def _tables(path: str, article: Article, sheets: Sequence[_Sheet], request: ExportRequest) -> Iterator[Table]:
    """Yield the tables that are asked for, that of the decisions last."""
    wanted = _of_annotators(sheets, request) if "annotators" in request.who else []
    if "decisions" in request.who and not request.annotators:
        wanted += [one for one in sheets if not one.columns.annotator]
    for columns, data, plain in wanted:
        yield table(path, article, columns, data, plain=plain)


def _final(path: str, article: Article, sheets: Sequence[_Sheet], asked: tuple[ExportRequest, int]) -> Iterator[Table]:
    """Yield the table of what is final, if it is asked for, where so many annotators are required."""
    request, required = asked
    if "final" in request.who and (chosen := _of_annotators(sheets, request)):
        decisions = next((one.columns.sidecar for one in sheets if not one.columns.annotator), None)
        agreed = consensus(article, [one.columns.sidecar for one in chosen], decisions, required)
        yield final_table(path, chosen[0].columns.language, agreed)


def _of_annotators(sheets: Iterable[_Sheet], request: ExportRequest) -> list[_Sheet]:
    """Return the sidecars of the annotators that are asked for."""
    named = (one for one in sheets if one.columns.annotator)
    return [one for one in named if not request.annotators or one.columns.annotator in request.annotators]


def _says_more(found: Table) -> bool:
    """Return whether a sidecar's file holds what no row does: comments, unknown fields, a layout of its own."""
    if not found.layout or not found.rows:
        return False
    return _MODELINE.sub("", found.layout) != write(read(found.layout.encode(), "").sidecar, "").decode()


#: The comment that tells editors where the schema is.
_MODELINE = re.compile(r"\A# yaml-language-server:.*\n")


def _counted(articles: Iterable[ExportedArticle], found: Form, lost: Counter[str]) -> Iterator[ExportedArticle]:
    """Yield the articles with what the format can hold of them; count the others, and what is lost."""
    losing = [name for name in COLUMNS if name not in found.keeps and name not in _NO_LOSS]
    for article in articles:
        lost["articles"] += 1
        kept = tuple(one for one in article.tables if one.tiles or not found.marks)
        lost["sidecars"] += len(article.tables) - len(kept)
        lost["comments"] += found.write is not jsonl.write and sum(map(_says_more, article.tables))
        if losing or found.marks or found.longest:
            for one in kept:
                _count(one.rows, losing, lost, found)
        if kept:
            yield article if kept == article.tables else article._replace(tables=kept)
    if not lost["articles"]:
        raise FactcheckError(deferred("nothing to export: no article here has a sidecar of those asked for"))


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
