"""Labels of another tool taken into the sidecars of a desk: all files or none, and nothing overwritten unasked."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from factcheck.app.article_files import ArticleFiles, load_article_files
from factcheck.app.desk import Desk, desk
from factcheck.errors import FactcheckError
from factcheck.exchange import FORMATS
from factcheck.exchange.form import FoundLabel, WrongFileError
from factcheck.exchange.matching import Disagreement, ImportResult, file_of, join, sentences_of
from factcheck.i18n import deferred
from factcheck.io import store
from factcheck.io.store.transaction import FileReplacement, write_all
from factcheck.model import ANNOTATOR, Annotator, Language, Record, Sidecar
from factcheck.sidecar import Document, read, skeleton, update, write
from factcheck.text.placement import covers, place

#: Larger files are refused: some ten million rows.
_LONGEST = 4_000_000_000


class ImportRequest(NamedTuple):
    """What to take in and how."""

    form: str
    path: Path
    #: Whose labels they are, where the file does not say.
    annotator: str | None = None
    #: `mine` or `theirs`, where both say something; empty to report it.
    prefer: str = ""
    dry_run: bool = False


class _Task(NamedTuple):
    """What a file says of one article under one annotator's name."""

    files: ArticleFiles
    own: Path
    annotator: Annotator | None
    found: list[FoundLabel]


class _Step(NamedTuple):
    """What becomes of one sidecar; nothing to do where it stays as it is."""

    replacement: FileReplacement | None
    before: Sidecar | None
    after: Sidecar
    unmatched: tuple[FoundLabel, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


def import_file(request: ImportRequest) -> ImportResult:
    """Take the labels of a file into the sidecars of the desk of the current folder.

    Raises:
        FactcheckError: The file is not of the format, or names articles that are not there; then nothing is written.
    """
    here = desk(Path())
    groups = _grouped(here, request)
    with contextlib.ExitStack() as held:
        steps: list[_Step] = []
        for path, annotator, found in groups:
            own = store.sidecar_path(path, annotator)
            if not request.dry_run:
                held.enter_context(store.lock(own, "factcheck import"))
            steps.append(_step(_Task(load_article_files(path), own, annotator, found), request.prefer))
        replacements = [step.replacement for step in steps if step.replacement]
        if replacements and not request.dry_run:
            write_all(here.root / store.SETTINGS, replacements)
    return ImportResult(
        tuple((str(step.replacement.path), step.before, step.after) for step in steps if step.replacement),
        tuple(one for step in steps for one in step.unmatched),
        tuple(one for step in steps for one in step.disagreements),
    )


def _grouped(here: Desk, request: ImportRequest) -> list[tuple[Path, Annotator | None, list[FoundLabel]]]:
    """Return what the file says, by article and annotator."""
    found = sorted(_found(request), key=lambda one: (one.article, one.annotator or ""))
    named = groupby(found, lambda one: (one.article, one.annotator))
    return [(_article(here, article), annotator, list(some)) for (article, annotator), some in named]


def _found(request: ImportRequest) -> Iterator[FoundLabel]:
    reader = FORMATS[request.form].read
    if reader is None:
        hint = deferred("`factcheck formats` lists those that can.")
        raise FactcheckError(deferred("{form} cannot be imported", form=request.form), hint=hint)
    try:
        for one in reader(_files(request.path)):
            yield one._replace(annotator=_whose(one, request))
    except WrongFileError as error:
        raise FactcheckError(error.message, path=str(request.path), line=error.line) from error


def _files(path: Path) -> Mapping[str, bytes]:
    if not store.is_folder(path):
        return {path.name: store.read_bytes(path, _LONGEST)}
    return {name: store.read_bytes(path / name, _LONGEST) for name in store.names_in(path)}


def _whose(one: FoundLabel, request: ImportRequest) -> Annotator | None:
    who = request.annotator or one.annotator
    if who is None and not one.whole:
        hint = deferred("Say whose labels they are: --annotator NAME.")
        raise FactcheckError(deferred("the file does not say who labelled"), path=str(request.path), hint=hint)
    if who is not None and not ANNOTATOR.fullmatch(who):
        message = deferred("{name!r} cannot be an annotator's name", name=who)
        raise FactcheckError(message, path=str(request.path), line=one.line)
    return Annotator(who) if who else None


def _article(here: Desk, name: str) -> Path:
    """Return the path of an article that a file names, which may be anything.

    Raises:
        FactcheckError: It is not below the desk, or there is no such file.
    """
    parts = PurePosixPath(name).parts
    if not name or name.startswith("/") or ".." in parts or "\0" in name or "\\" in name:
        raise FactcheckError(deferred("{name!r} is not the name of an article of this desk", name=name))
    path = here.root / name
    if not store.identity(path):
        hint = deferred("Names of articles are relative to the folder of factcheck.yaml: run it from that desk.")
        raise FactcheckError(deferred("no such article"), path=name, hint=hint)
    return path


def _step(task: _Task, prefer: str) -> _Step:
    files, own = task.files, task.own
    held = files.of(task.annotator)
    if held is None and all(one.whole for one in task.found):
        data = file_of(task.found, files.path.name, task.annotator)
        return _Step(FileReplacement(own, None, data), None, read(data, str(own)).sidecar)
    document = held.document if held else _begun(files, task.annotator, task.found)
    sidecar = document.sidecar
    joined = join(sidecar, place(files.article, [r.text for r in sidecar.sentences]), task.found, prefer)
    before = held.document.sidecar if held else None
    if joined.sidecar == sidecar:
        return _Step(None, before, sidecar, joined.unmatched, joined.disagreements)
    data = update(document, joined.sidecar).data
    replacement = FileReplacement(own, document.data if held else None, data)
    return _Step(replacement, before, joined.sidecar, joined.unmatched, joined.disagreements)


def _begun(files: ArticleFiles, annotator: Annotator | None, found: Iterable[FoundLabel]) -> Document:
    """Return a sidecar without a label: with the file's sentences, a colleague's, or newly cut."""
    records = sentences_of(found, files.article)
    if records:
        return _document(Sidecar(files.article.name, annotator, _language(files, found), records), files.path)
    for other in files.sidecars:
        if covers(files.article, [record.text for record in other.sentences]):
            records = tuple(Record(record.id, record.text) for record in other.sentences)
            return _document(Sidecar(files.article.name, annotator, other.language, records), files.path)
    from factcheck.text.sentences import split  # noqa: PLC0415

    language = _language(files, found)
    texts = [files.article.text[start:end] for start, end in split(files.article.prose, language)]
    return _document(skeleton(files.article.name, annotator, language, texts), files.path)


def _language(files: ArticleFiles, found: Iterable[FoundLabel]) -> Language:
    named = next((one.language for one in found if one.language), None)
    language = Language(named) if named else files.article.language or files.config.language
    if language is None:
        hint = deferred("Open the article once with `factcheck annotate --language LANG`.")
        raise FactcheckError(deferred("the article's language is not known"), path=str(files.path), hint=hint)
    return language


def _document(sidecar: Sidecar, path: Path) -> Document:
    return read(write(sidecar), str(path))
