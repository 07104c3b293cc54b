"""What has been labelled on the desk, or checked by others, that is similar to a sentence or to those of an article."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from factcheck.app.check.scope import Part, start_of
from factcheck.app.corpus import Corpus, CorpusArticle, corpus, corpus_article, relative
from factcheck.app.desk import desk as desk_of
from factcheck.app.progress import with_progress
from factcheck.archive.differences import differences
from factcheck.archive.entries import ArchiveEntry, Hit, SimilarAnswer, SimilarView
from factcheck.archive.ranking import rank, stands_out
from factcheck.archive.reading import MAX_ARCHIVE, MAX_SHARED, archive_entries
from factcheck.archive.words import query_words
from factcheck.carry.outcome import Cause
from factcheck.checking.scope import Group
from factcheck.errors import FactcheckError
from factcheck.i18n import _, deferred
from factcheck.io import store
from factcheck.io.sentence_model import SentenceModel, sentence_model
from factcheck.io.similar_index import SimilarIndex, with_index
from factcheck.languages import edit_words
from factcheck.model import SETTINGS, Label, LineStarts
from factcheck.review.consensus import Final, FinalState, consensus
from factcheck.text.language import recognised
from factcheck.text.sentences import split

#: A file that changed less than so many nanoseconds ago may change again without looking different.
_FRESH = 20_000_000
#: What is longer, in bytes, names no file.
_LONGEST_PATH = 4096
#: What is worth asking about in an article.
_ASKED = (Label.CLAIM, Label.UNVERIFIED)


class SimilarRequest(NamedTuple):
    """What is asked about, and where to look."""

    #: A sentence and the paths where it is looked for, all of the desk if there are none; or the paths of what is asked
    #: about, all of the desk if there is nothing.
    asked: tuple[str, ...] = ()
    #: Which sentence of the article, from 1; all that are claims or unverified, and strong hits only, if None.
    sentence: int | None = None
    #: Archives besides those of the settings.
    archives: tuple[str, ...] = ()
    limit: int = 5
    #: Only what has this label or verdict, in any case.
    label: str = ""
    #: Search by words only, though there is a model that knows what sentences mean.
    words: bool = False


class _Query(NamedTuple):
    """A sentence to ask about."""

    text: str
    #: Where it is; empty for one that was typed.
    place: str = ""
    #: The article it is in, whose own labels are no answer.
    article: str = ""


class _Origin(NamedTuple):
    """An article or an archive: what it looks like, and how it is read."""

    stamp: str
    read: Callable[[], tuple[ArchiveEntry, ...]]


class _Search(NamedTuple):
    """All that the index is asked for."""

    queries: tuple[_Query, ...]
    #: By name: what is searched, on which the index is kept up to date.
    origins: dict[str, _Origin]
    request: SimilarRequest
    desk: Corpus
    #: Whether to leave out what most likely is not known.
    strong_only: bool


def find_similar(request: SimilarRequest) -> SimilarView:
    """Return what is similar to a sentence or to the sentences of articles.

    Raises:
        FactcheckError: No such article or sentence, an archive that cannot be read, or settings that cannot.
    """
    text, paths = _text_and_paths(request)
    # Asked about an article, the whole desk is searched, wherever in it the article is.
    desk = _whole_desk(paths)
    failures: list[FactcheckError] = []
    queries = (_Query(text),) if text else tuple(_of_articles(request, paths, desk, failures))
    origins = dict(_origins(corpus(paths) if text and paths else desk, request.archives))
    search = _Search(queries, origins, request, desk, not text and request.sentence is None)
    # What is found in a part of the desk only is not worth an index of its own.
    name = "" if text and paths else _index_name(desk, request.archives)
    view = with_index(name, lambda index: _view(index, search))
    return view._replace(failures=tuple({str(one): one for one in (*failures, *view.failures)}.values()))


def similar_to(text: str, article: Path) -> SimilarView:
    """Return what is similar to a sentence of an article, by its words: reading a model would take too long for a key.

    Args:
        text: The sentence.
        article: The file it is in, whose own labels are no answer.

    Raises:
        FactcheckError: An archive or settings that cannot be read.
    """
    desk = _whole_desk((str(article),))
    query = _Query(text, article=Path(os.path.relpath(article, desk.desk.root)).as_posix())
    search = _Search((query,), dict(_origins(desk, ())), SimilarRequest(words=True), desk, strong_only=False)
    return with_index(_index_name(desk, ()), lambda index: _view(index, search))


def source_addresses(article: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the addresses that labels on an article's desk give to sources, by the source's name as `folded`."""
    desk = _whole_desk((str(article),))
    origins = dict(_origins(desk, ()))
    return with_index(_index_name(desk, ()), lambda index: _addresses(index, origins))


def _addresses(index: SimilarIndex, origins: dict[str, _Origin]) -> Mapping[str, tuple[str, ...]]:
    _synced(index, origins)
    return index.addresses()


def _whole_desk(paths: tuple[str, ...]) -> Corpus:
    """Return all of the desk that the first of some paths is in."""
    return corpus((os.path.relpath(desk_of(start_of(paths)).root),))


def _index_name(desk: Corpus, archives: tuple[str, ...]) -> str:
    """Return what the index of a desk and some archives is called."""
    where = "\n".join((str(desk.desk.root), *sorted(archives))).encode(errors="surrogateescape")
    return f"similar-{hashlib.sha256(where).hexdigest()[:32]}.sqlite"


def _text_and_paths(request: SimilarRequest) -> tuple[str, tuple[str, ...]]:
    """Return the text that is asked about, empty where articles are, and the paths that were given."""
    for asked in request.asked:
        if not asked.strip():
            raise FactcheckError(deferred("nothing to look for: the text is empty"))
    first, *others = request.asked or (".",)
    if not _is_path(first) and request.sentence is None:
        return first, tuple(others)
    for path in request.asked:
        if not _is_path(path):
            raise FactcheckError(deferred("no such file or folder"), path=path)
    return "", request.asked


def _is_path(asked: str) -> bool:
    """Return whether there is a file or folder of that name."""
    possible = "\0" not in asked and len(os.fsencode(asked)) < _LONGEST_PATH
    return possible and (store.is_folder(asked) or store.exists(asked))


# --- what is asked about --------------------------------------------------------------------------------------------


def _of_articles(
    request: SimilarRequest, paths: tuple[str, ...], desk: Corpus, failures: list[FactcheckError]
) -> Iterator[_Query]:
    """Yield the sentences of the articles to ask about; why one cannot be read is added to `failures`."""
    asked = corpus(paths)
    if request.sentence is not None:
        yield _numbered(request, asked, desk)
        return
    if not asked.groups:
        hint = deferred("Label it first, or ask about one sentence of it: --sentence 3.")
        raise FactcheckError(deferred("nothing is labelled here yet"), path=" ".join(paths) or ".", hint=hint)
    for article in asked.articles():
        if isinstance(article, FactcheckError):
            failures.append(article)
            continue
        path = relative(article.group, desk.desk.root)
        for final, line in finals_by_line(article):
            if final.label in _ASKED:
                yield _Query(final.text, f"{path}:{line}", path)


def _numbered(request: SimilarRequest, asked: Corpus, desk: Corpus) -> _Query:
    """Return the one sentence of the one article that is asked about."""
    groups = list(asked.listed())
    if len(groups) > 1 or len(request.asked) != 1:
        hint = deferred("Name one of them.")
        raise FactcheckError(deferred("several articles"), path=" ".join(request.asked) or ".", hint=hint)
    path = request.asked[0]
    if groups:
        article = corpus_article(*groups[0])
        texts = [record.text for record in (*article.sidecars, *filter(None, [article.decisions]))[0].sentences]
        path = relative(article.group, desk.desk.root)
    else:
        texts = _split(Path(path), desk)
    number = request.sentence or 0
    if not 0 < number <= len(texts):
        message = deferred("no sentence {number}: there are {count}", number=number, count=len(texts))
        raise FactcheckError(message, path=path, hint=deferred("`factcheck sentences` prints them in order."))
    return _Query(texts[number - 1], f"{path} ({number})", path)


def _split(path: Path, desk: Corpus) -> list[str]:
    article = store.open_article(path, desk.desk.config.encoding)
    spans = split(article.prose, article.language or desk.desk.config.language or recognised(article.text) or "und")
    return [article.text[span.start : span.end] for span in spans]


# --- where to look --------------------------------------------------------------------------------------------------


def _origins(desk: Corpus, archives: tuple[str, ...]) -> Iterator[tuple[str, _Origin]]:
    """Yield where to look, each under a name that the index can hold: paths may have bytes that are no text."""
    for group, part in desk.listed():
        yield ascii(f"article {relative(group, desk.desk.root)}"), _of_group(group, part, desk.desk.root)
    for path in dict.fromkeys(archives):
        yield ascii(f"archive {path}"), _of_archive(path, MAX_ARCHIVE)
    settled = (_inside(desk, path) for path in desk.desk.config.archives)
    for path in dict.fromkeys(one for one in settled if one not in archives):
        yield ascii(f"archive {path}"), _of_archive(path, MAX_SHARED)


def _inside(desk: Corpus, path: str) -> str:
    """Return where an archive of the settings is; they may come from a stranger's pull request."""
    root = store.true_path(desk.desk.root)
    if Path(path).is_absolute() or not store.true_path(root / os.path.normpath(path)).is_relative_to(root):
        message = deferred("an archive outside the desk: {path}", path=path)
        hint = deferred("Give it on the command line: --in FILE.")
        raise FactcheckError(message, path=os.path.relpath(desk.desk.root / SETTINGS), hint=hint)
    return os.path.relpath(desk.desk.root / path)


def _of_group(group: Group, part: Part, root: Path) -> _Origin:
    stamp = _stamp(group.files, f"{part.config.annotators} {part.config.encoding}")
    return _Origin(stamp, lambda: tuple(_desk_entries(corpus_article(group, part), relative(group, root))))


def _of_archive(path: str, limit: int) -> _Origin:
    return _Origin(_stamp((path,), ""), lambda: archive_entries(store.read_bytes(path, limit), path))


def _stamp(paths: tuple[str, ...], settings: str) -> str:
    """Return what files look like: another stamp if any of them changed; empty if that cannot be told."""
    found = [store.identity(path) for path in paths]
    newest = max((max(one.modified, one.changed) for one in found if one), default=0)
    if not all(found) or newest > time.time_ns() - _FRESH:
        return ""
    # Of the paths only the names, so that it is the same wherever the command is run.
    seen = (f"{path.rpartition('/')[2]} {tuple(one)}" for path, one in zip(paths, found, strict=True) if one)
    return ascii(" ".join((settings, *seen)))


def _desk_entries(article: CorpusArticle, path: str) -> Iterator[ArchiveEntry]:
    """Yield the final labels of an article: not what is skipped, stale or disputed."""
    language = next((str(one.language) for one in article.sidecars), "")
    for final, line in finals_by_line(article):
        if final.label and final.state in (FinalState.LABELLED, FinalState.DECIDED):
            who = ", ".join(vote.annotator for vote in final.votes if vote.done)
            where = f"{path}:{line}"
            entry = ArchiveEntry(final.text, final.label, who, "", where, source=final.source, language=language)
            yield entry._replace(source_address=_address(final))


def _address(final: Final) -> str:
    """Return where the source of a final label can be found; empty where nobody says so."""
    decided = (final.decision,) if final.decision else ()
    records = (*decided, *(record for vote in final.votes for record in vote.records))
    return next((record.url for record in records if record.source == final.source and record.url), "")


def finals_by_line(article: CorpusArticle) -> Iterator[tuple[Final, int]]:
    """Yield the final labels of an article with the lines, from 1, on which their sentences begin."""
    starts = LineStarts(article.article.text)
    for final in consensus(article.article, article.sidecars, article.decisions, article.config.annotators).finals:
        yield final, starts.place(final.span.start).line


# --- the answer -----------------------------------------------------------------------------------------------------


def _view(index: SimilarIndex, search: _Search) -> SimilarView:
    failures = _synced(index, search.origins)
    model = None if search.request.words else sentence_model()
    if model:
        _understood(index, model)
    texts = [query.text for query in search.queries]
    # Not for nothing: to read the model takes a second.
    vectors = model.bits(texts) if model and texts and index.size() else [b""] * len(texts)
    answers = tuple(_answer(index, *asked, search) for asked in zip(search.queries, vectors, strict=True))
    shown = tuple(one for one in answers if one.strong or not search.strong_only)
    return SimilarView(shown, index.size(), len(answers), failures, model.name if model else "")


def _understood(index: SimilarIndex, model: SentenceModel) -> None:
    """Bring what the entries mean up to date, which takes a minute for some ten thousands when it is done first."""
    unit = _("{number} of {total} sentences read for what they mean")
    for _row in with_progress(index.understand(model), index.vectors.unread_count, unit, lambda _row: False):
        pass


def _synced(index: SimilarIndex, origins: dict[str, _Origin]) -> tuple[FactcheckError, ...]:
    """Bring the index up to date; return why articles could not be read, which are then not in it."""
    known = index.stamps()
    changed = [name for name, origin in origins.items() if not origin.stamp or known.get(name) != origin.stamp]
    gone = known.keys() - origins.keys()
    if not changed and not gone:
        return ()
    failures = []
    with index.writing():
        for name in gone:
            index.forget(name)
        for name in changed:
            try:
                _put(index, name, origins[name])
            except FactcheckError as error:
                index.forget(name)
                failures.append(error)
    return tuple(failures)


def _put(index: SimilarIndex, name: str, origin: _Origin) -> None:
    entries = origin.read()
    digest = hashlib.sha256(json.dumps(entries).encode()).hexdigest()
    if index.digest(name) == digest:
        index.restamp(name, origin.stamp)
    else:
        index.replace(name, origin.stamp, digest, entries)


def _answer(index: SimilarIndex, query: _Query, vector: bytes, search: _Search) -> SimilarAnswer:
    found = index.candidates(query_words(query.text), vector)
    own = f"{query.article}:"
    others = (one for one in found.entries if not (query.article and one.entry.place.startswith(own)))
    asked = search.request.label.casefold()
    wanted = (one for one in others if not asked or one.entry.verdict.casefold() == asked)
    hits = rank(query.text, wanted, found.frequency, found.total)
    shown = tuple(_compared(query.text, hit, search.desk) for hit in hits[: search.request.limit])
    return SimilarAnswer(query.text, query.place, shown, stands_out(hits))


def _compared(query: str, hit: Hit, desk: Corpus) -> Hit:
    words = edit_words(hit.entry.language) or edit_words(desk.desk.config.language or "") or edit_words("en")
    found = differences(query, hit.entry.text, words) if words else ()
    # Between languages, all other words differ anyhow.
    kept = tuple(one for one in found if not hit.in_other_words or one.cause in (Cause.NUMBER, Cause.NAME))
    return hit._replace(differences=kept)
