"""Articles brought up to their sources: text, source file and labels together or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from factcheck.app.carry import CarryPlan, plan_for, replacements
from factcheck.app.intake.sources import LoadedSource, SourcedArticle, load_source, sourced
from factcheck.app.intake.taking import Extraction, IntakeOptions, KnownSources, extractions, keep_original, record_of
from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake import extras, source_file
from factcheck.intake.draft import Material
from factcheck.intake.revision import revised
from factcheck.intake.source_file import SourceRecord
from factcheck.io import store
from factcheck.io.store.transaction import FileReplacement, recover, write_all
from factcheck.text.article import Article

_HOLDER = "factcheck intake --update"
#: What agencies call an item that must no longer be used.
_KILLED = ("canceled", "cancelled", "withheld", "withdrawn", "kill", "killed")
_CORRECTED = re.compile(
    r"\b(?:correct(?:s|ed|ion|if)?|rectifi\w+|korr(?:ektur|igiert)\w*|correcci[oó]n)\b", re.IGNORECASE
)


class Update(NamedTuple):
    """What became of one article whose source was looked at again."""

    article: SourcedArticle
    #: None where the source is byte for byte as it was.
    extraction: Extraction | None = None
    #: What happened to the labels; None where the text stayed.
    carried: CarryPlan | None = None
    #: Whether anything was written, or would be.
    changed: bool = False
    #: What has to be said before all else: a kill, a correction.
    warnings: tuple[str, ...] = ()


def follow_source(given: str, options: IntakeOptions, encoding: str | None = None) -> Update:
    """Bring an article up to its source.

    Args:
        given: The article, whose address is fetched again; or a new version of a source, which finds its article by
            what the agency calls it, by its address, or by `options.name`.
        options: Where the articles are.
        encoding: How the source is encoded, if it does not say so.

    Raises:
        FactcheckError: No article belongs to it, its version is lower, or both sides changed the same paragraph.
    """
    article, loaded = _article_at(given, encoding) or _article_of(load_source(given, encoding), options)
    recover(article.path, _HOLDER)
    if loaded.sha256 == article.record.sha256:
        return Update(article)
    extraction = _matching(extractions(loaded, options.language), article.record, loaded)
    _refuse_lower(extraction, article, loaded)
    return _bring_up(article, loaded, extraction, options)


def _article_at(given: str, encoding: str | None) -> tuple[SourcedArticle, LoadedSource] | None:
    """Return an article that was given by its path, with its source loaded anew; None if it is a source."""
    path = Path(given)
    article = sourced(path) if store.is_article(path.name) and store.identity(path) else None
    if article is None:
        return None
    origin = article.record.origin
    if origin.startswith("https://"):
        return article, load_source(origin, encoding)
    places = (path.parent / origin, Path(origin))
    there = next((place for place in places if origin not in {"", "-"} and store.identity(place)), None)
    if there is None:
        message = deferred("came from the file {name}, which is not here", name=origin)
        hint = deferred("Give its new version: factcheck intake --update FILE --name {name}", name=path.stem)
        raise FactcheckError(message, path=given, hint=hint)
    return article, load_source(str(there), encoding)


def _article_of(loaded: LoadedSource, options: IntakeOptions) -> tuple[SourcedArticle, LoadedSource]:
    """Return the article that a new version of a source belongs to."""
    if options.name:
        path = options.folder / f"{options.name}.txt"
        named = sourced(path)
        if named is None:
            raise FactcheckError(
                deferred("has no source file"), path=str(path), hint=deferred("Take it in without --update.")
            )
        return named, loaded
    known = KnownSources.of(options.folder)
    for one in extractions(loaded, options.language):
        if found := known.same(one.facts, loaded.sha256, one.facts.title):
            return found, loaded
    by_name = [one for one in known.articles if one.record.origin == loaded.origin]
    if len(by_name) == 1:
        return by_name[0], loaded
    hint = deferred("Say which article it belongs to with --name, or take it in without --update.")
    raise FactcheckError(deferred("no article here was made from it"), path=loaded.shown, hint=hint)


def _matching(found: list[Extraction], record: SourceRecord, loaded: LoadedSource) -> Extraction:
    """Return which of the articles in a source is a new version of one."""
    if len(found) == 1:
        return found[0]
    facts = record.facts
    for one in found:
        if (facts.guid and one.facts.guid == facts.guid) or (facts.url and one.facts.url == facts.url):
            return one
    same = [one for one in found if one.facts.title == facts.title]
    if len(same) == 1:
        return same[0]
    message = deferred("none of its {count} articles is a version of {name}", count=len(found), name=record.article)
    raise FactcheckError(message, path=loaded.shown)


def _refuse_lower(extraction: Extraction, article: SourcedArticle, loaded: LoadedSource) -> None:
    new, old = extraction.facts.version, article.record.facts.version
    if new.isdecimal() and old.isdecimal() and int(new) < int(old):
        message = deferred(
            "is version {new}, and {name} was made from version {old}", new=new, old=old, name=article.path.name
        )
        hint = deferred("Nothing was changed. Give the newer version.")
        raise FactcheckError(message, path=loaded.shown, hint=hint)


def _bring_up(article: SourcedArticle, loaded: LoadedSource, extraction: Extraction, options: IntakeOptions) -> Update:
    """Write a new version of an article; one that was killed keeps its text."""
    warnings = _warnings(extraction, article)
    current = store.read_bytes(article.path, store.MAX_SIDECAR)
    killed = extraction.facts.status.lower() in _KILLED
    text = current if killed else _text(article, extraction, current, options)
    keep = options.keep_original or bool(article.record.original)
    record = record_of(extraction, loaded, article.path, original=keep)
    record = record._replace(text_sha256=hashlib.sha256(text).hexdigest())
    data = source_file.write(record) if _says_more(record, article.record) or text != current else article.data
    if text == current and data == article.data:
        return Update(article, extraction, None, changed=False, warnings=warnings)
    with contextlib.ExitStack() as locks:
        for path in (article.path, *store.sidecar_paths(article.path)):
            locks.enter_context(store.lock(path, _HOLDER))
        carried = plan_for(article.path, _as_article(article.path, text)) if text != current else None
        changes = [
            FileReplacement(article.path, current, text),
            FileReplacement(article.source_path, article.data, data),
            *(replacements(carried) if carried else ()),
        ]
        if not options.dry_run:
            write_all(article.path, [change for change in changes if change.before != change.after])
            if record.original:
                keep_original(article.path, record, loaded)
    return Update(article, extraction, carried, changed=True, warnings=warnings)


def _as_article(path: Path, text: bytes) -> Article:
    decoded = text.decode()
    return Article(path.name, decoded, decoded)


def _text(article: SourcedArticle, extraction: Extraction, current: bytes, options: IntakeOptions) -> bytes:
    """Return the article's new text: the source's, with what was edited here, or read differently before, as it is."""
    unedited = hashlib.sha256(current).hexdigest() == article.record.text_sha256
    same_reader = extras.extractor_version(extraction.kind.distribution) == article.record.extractor
    base = None if unedited and same_reader else _base(article, options)
    if base is None and unedited:
        return extraction.text.data
    if base is None:
        hint = deferred("Take the new version in under another name (--name), and put the two together by hand.")
        message = deferred("was edited here since it was taken in, and its source as it was is not kept")
        raise FactcheckError(message, path=str(article.path), hint=hint)
    try:
        paragraphs = revised(base, extraction.text.paragraphs, _paragraphs(current))
    except FactcheckError as error:
        error.path = str(article.path)
        raise
    return ("\n\n".join(paragraphs) + "\n").encode()


def _paragraphs(text: bytes) -> list[str]:
    return [line for line in text.decode().split("\n") if line.strip()]


def _base(article: SourcedArticle, options: IntakeOptions) -> list[str] | None:
    """Return what the source said before, as it is read today; None if it is not kept."""
    record = article.record
    if not record.original:
        return None
    path = article.path.parent / record.original
    if not store.identity(path):
        return None
    data = store.read_bytes(path)
    if hashlib.sha256(data).hexdigest() != record.sha256:
        return None
    address = record.origin if record.origin.startswith("https://") else ""
    loaded = LoadedSource(Material(data, record.origin, address=address), record.origin, str(path))
    return list(_matching(extractions(loaded, options.language), record, loaded).text.paragraphs)


def _says_more(new: SourceRecord, old: SourceRecord) -> bool:
    """Return whether a source says anything else than before; how many bytes it took to say it is nothing."""
    return new.facts != old.facts or new.origin != old.origin


def _warnings(extraction: Extraction, article: SourcedArticle) -> tuple[str, ...]:
    """Return what the agency wants said before all else."""
    facts, name = extraction.facts, article.path.name
    if facts.status.lower() in _KILLED:
        said = deferred(
            "KILLED by its agency ({status}): {name} must no longer be used; nothing was deleted",
            status=facts.status,
            name=name,
        )
        return (said,)
    if _CORRECTED.search(facts.title) and not _CORRECTED.search(article.record.facts.title):
        return (deferred("CORRECTION by its agency: {title}", title=facts.title),)
    return ()
