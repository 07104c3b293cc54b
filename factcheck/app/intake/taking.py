"""A source made into new articles: text and source file together or not at all, never over what is there."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, NamedTuple

from factcheck.app.desk import desk
from factcheck.app.intake.reader import read_confined
from factcheck.app.intake.sources import LoadedSource, SourcedArticle, source_path, sourced_in
from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake import extras, source_file
from factcheck.intake.draft import Facts, SourceDraft
from factcheck.intake.kinds import SourceKind
from factcheck.intake.source_file import SourceRecord
from factcheck.intake.tidy import Text, clean_line, composed_text
from factcheck.io import store
from factcheck.io.store.transaction import FileReplacement, recover, write_all
from factcheck.text.slug import slug

#: Articles beyond this many bytes are not written: nothing is labelled that long.
MAX_TEXT = store.MAX_SIDECAR
_LONGEST_NAME = 60
_HOLDER = "factcheck intake"
ORIGINALS = "originals"


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """How sources are taken in."""

    folder: Path
    name: str = ""
    language: str = ""
    keep_original: bool = False
    #: Nothing is written.
    dry_run: bool = False


class Extraction(NamedTuple):
    """One article found in a source, ready to be written."""

    facts: Facts
    text: Text
    kind: SourceKind

    @property
    def text_sha256(self) -> str:
        """Return the hash of the article's file."""
        return hashlib.sha256(self.text.data).hexdigest()


class IntakeResult(NamedTuple):
    """What became of one article of a source."""

    path: Path
    outcome: Literal["written", "unchanged", "updated", "withdrawn"]
    extraction: Extraction
    origin: str


@dataclass(slots=True)
class KnownSources:
    """The articles of a folder that have a source file, by what a source says of itself."""

    articles: list[SourcedArticle] = field(default_factory=list)

    @classmethod
    def of(cls, folder: Path) -> KnownSources:
        """Return those of a folder."""
        return cls(sourced_in(folder))

    def same(self, facts: Facts, sha256: str, title: str) -> SourcedArticle | None:
        """Return the article that the same item, address or file was made into; None if there is none."""
        for known in self.articles:
            record = known.record
            guid = facts.guid and record.facts.guid == facts.guid
            url = facts.url and not record.facts.guid and record.facts.url == facts.url
            if guid or url or (record.sha256 == sha256 and record.facts.title == title):
                return known
        return None


def extractions(loaded: LoadedSource, language: str = "") -> list[Extraction]:
    """Return the articles in a source.

    Raises:
        FactcheckError: It is of no kind that is read, or has no article in it.
    """
    try:
        kind, drafts = read_confined(loaded.material)
        return [_extraction(draft, kind, loaded, language) for draft in drafts]
    except FactcheckError as error:
        error.path = error.path or loaded.shown
        raise


def _extraction(draft: SourceDraft, kind: SourceKind, loaded: LoadedSource, language: str) -> Extraction:
    facts = _clean(draft.facts)
    facts = facts._replace(language=language or facts.language, url=facts.url or loaded.material.address)
    text = composed_text(draft._replace(facts=facts))
    if len(text.data) > MAX_TEXT:
        raise FactcheckError(deferred("too long for an article: {size:,} bytes of text", size=len(text.data)))
    return Extraction(facts, text, kind)


def _clean(facts: Facts) -> Facts:
    """Return the facts, each on one line without what cannot be written."""
    authors = tuple(name for name in map(clean_line, facts.authors) if name)
    single = {name: clean_line(value) for name, value in facts._asdict().items() if isinstance(value, str)}
    primary, hyphen, rest = single.pop("language").replace("_", "-").partition("-")
    return Facts(authors=authors, language=f"{primary.lower()}{hyphen}{rest}", **single)


def take_in(loaded: LoadedSource, options: IntakeOptions, known: KnownSources) -> list[IntakeResult]:
    """Write the articles of a source, or leave those that are there already; return what became of each.

    Raises:
        FactcheckError: The source cannot be read, or an article of that name is there, made from something else.
    """
    _refuse_other_encoding(options.folder)
    found = extractions(loaded, options.language)
    if options.name and len(found) > 1:
        message = deferred("{count} articles are in it, and one name was given", count=len(found))
        raise FactcheckError(message, path=loaded.shown, hint=deferred("Leave --name out."))
    return [_take(extraction, loaded, options, known) for extraction in found]


def _refuse_other_encoding(folder: Path) -> None:
    encoding = desk(folder).config.encoding
    if encoding and encoding.lower().replace("_", "-") not in {"utf-8", "utf8"}:
        message = deferred(
            "this desk reads its articles as {encoding}, and what is taken in is UTF-8", encoding=encoding
        )
        hint = deferred("Take it in at a desk of its own, or change `encoding:` in factcheck.yaml.")
        raise FactcheckError(message, path=str(folder), hint=hint)


def _take(extraction: Extraction, loaded: LoadedSource, options: IntakeOptions, known: KnownSources) -> IntakeResult:
    sha256 = loaded.sha256
    there = known.same(extraction.facts, sha256, extraction.facts.title)
    if there and not (options.name and options.name != there.path.stem):
        if sha256 == there.record.sha256 or extraction.text_sha256 == there.record.text_sha256:
            return IntakeResult(there.path, "unchanged", extraction, loaded.shown)
        hint = deferred("To bring it up to the source: factcheck intake --update {source}", source=loaded.shown)
        message = deferred("was taken in before, and its source has changed since")
        raise FactcheckError(message, path=str(there.path), hint=hint)
    path = _free_path(extraction, loaded, options)
    record = record_of(extraction, loaded, path, original=options.keep_original)
    if not options.dry_run:
        _write(path, extraction.text.data, record, loaded)
        known.articles.append(SourcedArticle(path, record, source_file.write(record)))
    return IntakeResult(path, "written", extraction, loaded.shown)


def _free_path(extraction: Extraction, loaded: LoadedSource, options: IntakeOptions) -> Path:
    wanted = options.name or article_slug(extraction.facts.title) or article_slug(_stem(loaded.origin)) or "article"
    path = options.folder / f"{wanted}.txt"
    recover(path, _HOLDER)
    taken = next((one for one in (path, source_path(path)) if store.identity(one)), None)
    if taken:
        message = deferred("is there already, and is not overwritten")
        raise FactcheckError(message, path=str(taken), hint=deferred("Give another name: --name {name}-2", name=wanted))
    return path


def _stem(origin: str) -> str:
    return origin.rstrip("/").rpartition("/")[2].partition("?")[0].rpartition(".")[0] or origin


def article_slug(title: str) -> str:
    """Return a title as a file name of a reasonable length, cut between words where it can be."""
    words = slug(title)
    if len(words) <= _LONGEST_NAME:
        return words
    return words[: _LONGEST_NAME + 1].rpartition("-")[0] or words[:_LONGEST_NAME]


def record_of(extraction: Extraction, loaded: LoadedSource, path: Path, *, original: bool) -> SourceRecord:
    """Return what is written down about an article that is taken in now."""
    return SourceRecord(
        article=path.name,
        origin=clean_line(loaded.origin),
        facts=extraction.facts,
        retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
        kind=extraction.kind.name,
        media_type=extraction.kind.media_type,
        bytes=len(loaded.material.data),
        sha256=loaded.sha256,
        text_sha256=extraction.text_sha256,
        extractor=extras.extractor_version(extraction.kind.distribution),
        original=f"{ORIGINALS}/{path.stem}{_suffix(loaded, extraction.kind)}" if original else "",
    )


def _suffix(loaded: LoadedSource, kind: SourceKind) -> str:
    """Return what the kept original's name ends in: nothing that `check` would take for an article."""
    suffix = kind.suffixes[0] if kind.suffixes else Path(_stem(loaded.material.name) or "x.xml").suffix or ".xml"
    return f"{suffix}.orig" if store.is_article(f"x{suffix}") else suffix


def _write(path: Path, text: bytes, record: SourceRecord, loaded: LoadedSource) -> None:
    store.make_folder(path.parent)
    if record.original:
        keep_original(path, record, loaded)
    with store.lock(path, _HOLDER):
        files: Sequence[FileReplacement] = (
            FileReplacement(path, None, text),
            FileReplacement(source_path(path), None, source_file.write(record)),
        )
        write_all(path, files)


def keep_original(path: Path, record: SourceRecord, loaded: LoadedSource) -> None:
    """Save the source as it came, in place of an earlier version of it."""
    target = path.parent / record.original
    store.make_folder(target.parent)
    store.save(target, loaded.material.data, store.identity(target))
