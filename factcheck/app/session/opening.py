"""From an article's path to a session that can begin: whose sidecar, in which language, which sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.app.session.lookup import Lookup
from factcheck.app.session.loop import Session
from factcheck.app.session.ui import View
from factcheck.app.session.watch import ArticleWatch
from factcheck.app.session.writer import SidecarWriter
from factcheck.errors import FactcheckError
from factcheck.i18n import _, deferred, ngettext, said
from factcheck.io import store
from factcheck.io.store import FoundSidecar, LoadedSidecar
from factcheck.labelling import Keymap, Selection, State, carried, start
from factcheck.labelling.drafts import from_lines as drafts_from_lines
from factcheck.model import Annotator, Language, Record, Sidecar, is_again, source_name
from factcheck.text.article import Article
from factcheck.text.placement import place_all

if TYPE_CHECKING:
    from factcheck.config.own_words import OwnWords
    from factcheck.intake.source_file import SourceRecord
    from factcheck.labelling.codebook import Codebook

#: What a record takes in a sidecar besides its text, in bytes, at least.
_LEAST_RECORD = len('\n- id: s0123456789\n  text: ""\n  label:\n')

#: Where drafts wait is said for so many of them.
_TOLD = 5

#: Names that share more than this, as difflib counts, may be one person's.
_NEAR = 0.8

#: Given the language of the annotator's own sidecar, if there is one, and what else may tell, returns the language.
ChooseLanguage = Callable[[Language | None, Iterable[Language | None]], Language]

#: Given the annotator's sidecar as it is now and the others', returns what the session is about; None means all.
ChooseSentences = Callable[[Sidecar, Sequence[FoundSidecar]], Selection | None]


class SessionRequest(NamedTuple):
    """What to open, and for whom."""

    path: Path
    article: Article
    annotator: Annotator
    speaks: ChooseLanguage
    keymap: Keymap
    chooses: ChooseSentences
    #: The newsroom's own words, for judging edits of the article.
    words: tuple[OwnWords, ...] = ()
    #: Whether the article's lines are hard-wrapped; None finds out.
    wrapped: bool | None = None
    #: The desk's own codebook; None for the usual one.
    codebook: Codebook | None = None


class ReadySession(NamedTuple):
    """A session about to begin."""

    state: State
    keeper: SidecarWriter
    watch: ArticleWatch | None = None
    lookup: Lookup | None = None

    def saying(self, message: str) -> ReadySession:
        """Return the same with a message before what it has to say already."""
        said = " - ".join(filter(None, (message, self.state.message)))
        return self._replace(state=self.state._replace(message=said))

    def session(self, view: View) -> Session:
        """Return the session, to be run with a view."""
        return Session(self.state, self.keeper, view, watch=self.watch, lookup=self.lookup)


def writable_path(wanted: SessionRequest) -> Path:
    """Return where the annotator's labels go, once sure that they could be saved there.

    Raises:
        FactcheckError: The name is taken by another article, or the place is read-only.
    """
    own = store.own_path(wanted.path, wanted.annotator)
    store.writable(own)
    return own


def open_session(wanted: SessionRequest) -> ReadySession:
    """Return the state a session begins in, where the last one left off; nothing is written yet.

    Raises:
        FactcheckError: A sidecar cannot be read.
    """
    own = store.sidecar_path(wanted.path, wanted.annotator)
    found = store.found_sidecars(wanted.path)
    mine = next((one for one in found if one.path == own), None)
    loaded = store.parse_found(mine) if mine else None
    colleagues = tuple(one for one in found if one is not mine)
    paths = tuple(one.path for one in colleagues)
    others = tuple(store.parse_found(one).document.sidecar for one in colleagues) if loaded is None else ()
    sidecar = _sidecar(wanted, loaded, others)
    blind = any(store.annotator_of(wanted.path, path) for path in paths)
    state = start(
        sidecar,
        wanted.article.text,
        keymap=wanted.keymap,
        journal=_journal(own, new=loaded is None),
        selection=wanted.chooses(sidecar, colleagues),
        blind=blind,
    )
    keeper = SidecarWriter(own, (sidecar.article, sidecar.annotator), loaded)
    kept = carried((loaded.document.sidecar,), sidecar) if loaded else None
    if state.selection is None and kept and kept.ids:
        state = state._replace(selection=kept)  # offered, not chosen: `v` leads there
    greeting = _greeting(wanted, loaded, sidecar, kept) or _near_name(wanted, paths, own)
    state = state._replace(message=greeting, codebook=wanted.codebook, origin=origin_of(wanted.path))
    return ReadySession(with_drafts(state, own), keeper, ArticleWatch(wanted.path), Lookup(wanted.path))


def with_drafts(state: State, own: Path) -> State:
    """Return the state with what earlier sessions on a sidecar left half-written, and a word about where it waits."""
    drafts = drafts_from_lines(store.drafts(own))
    begun = {draft.id for draft in drafts}
    places = [str(at) for at, record in enumerate(state.sidecar.sentences, start=1) if record.id in begun]
    if not places:
        return state._replace(drafts=drafts)
    told = ngettext("a draft waits at sentence {places}", "drafts wait at sentences {places}", len(places))
    said = told.format(places=", ".join([*places[:_TOLD], *(["..."] if places[_TOLD:] else [])]))
    return state._replace(drafts=drafts, message=" - ".join(filter(None, (state.message, said))))


def _near_name(wanted: SessionRequest, paths: tuple[Path, ...], own: Path) -> str:
    """Return whom the annotator may be besides, where nothing is labelled yet under this name."""
    if store.exists(own) or is_again(wanted.annotator):
        return ""
    from difflib import SequenceMatcher  # noqa: PLC0415 - once an article

    for name in sorted(filter(None, (store.annotator_of(wanted.path, path) for path in paths))):
        begins = f"{name}-".startswith(f"{wanted.annotator}-") or f"{wanted.annotator}-".startswith(f"{name}-")
        if begins or SequenceMatcher(None, name, wanted.annotator).ratio() > _NEAR:
            return _("{name} has labels here: if that is you, leave now and give --annotator {name}").format(name=name)
    return ""


def origin_of(article: Path) -> tuple[tuple[str, str], ...]:
    """Return where an article is from, as words and values for people; what is wrong with its source file, if it is."""
    try:
        record = _source_record(article)
    except FactcheckError as error:
        return ((_("source file"), said(error.message)),)
    if record is None:
        return ()
    from factcheck.formats.intake import provenance  # noqa: PLC0415 - as below

    return tuple(provenance(record))


def source_language(article: Path) -> Language | None:
    """Return the language that an article's source file names; None if it names none or cannot be read."""
    try:
        record = _source_record(article)
    except FactcheckError:
        return None
    code = record.facts.language.partition("-")[0].lower() if record else ""
    return Language(code) if code.isascii() and code.isalpha() and len(code) in {2, 3} else None


def _source_record(article: Path) -> SourceRecord | None:
    if not store.exists(article.with_name(source_name(article.name))):
        return None
    from factcheck.app.intake.sources import sourced  # noqa: PLC0415 - most articles have no source file

    found = sourced(article)
    return found.record if found else None


def _journal(own: Path, *, new: bool) -> tuple[str, ...]:
    """Return what can be undone; what is older than that, or about a sidecar that is no more, is forgotten."""
    steps = store.journal(own)
    if new and steps:
        store.remember(own, ())
        return ()
    if len(steps) == store.REMEMBERED:
        store.remember(own, steps)
    return steps


def _sidecar(wanted: SessionRequest, loaded: LoadedSidecar | None, others: tuple[Sidecar, ...]) -> Sidecar:
    """Return the annotator's sidecar as it fits the article now."""
    article, own = wanted.article, loaded.document.sidecar if loaded else None
    known = (*(other.language for other in others), article.language, source_language(wanted.path))
    language = wanted.speaks(own.language if own else None, known)
    if own is None:
        return _skeleton(wanted, language, others)
    if own.annotator != wanted.annotator:
        hint = deferred("Its name and its `annotator:` line must agree.")
        whose = deferred("the labels of {name}", name=own.annotator) if own.annotator else deferred("decisions")
        raise FactcheckError(
            deferred("holds {whose}", whose=whose),
            path=str(store.sidecar_path(wanted.path, wanted.annotator)),
            hint=hint,
        )
    if loaded is None or place_all(article, [record.text for record in own.sentences]):
        return own
    return loaded.document.keeping_unknown(_carried(wanted, own))


def _skeleton(wanted: SessionRequest, language: Language, others: tuple[Sidecar, ...]) -> Sidecar:
    """Return a sidecar without a label: with the sentences of a colleague's, else newly cut."""
    article, annotator = wanted.article, wanted.annotator
    for other in others:
        if place_all(article, [record.text for record in other.sentences]):
            records = tuple(Record(record.id, record.text) for record in other.sentences)
            return Sidecar(article.name, annotator, language, records)
    from factcheck.sidecar import skeleton  # noqa: PLC0415 - needed once an article

    texts = _texts(wanted, language)
    least = len(article.prose.encode()) + _LEAST_RECORD * len(texts)
    if least > store.MAX_SIDECAR:
        most = store.MAX_SIDECAR * len(texts) // least // 1000 * 1000
        hint = deferred("Divide the article into several, at most about {most} sentences each.", most=most)
        message = deferred("{count} sentences are too many for one file of labels", count=len(texts))
        raise FactcheckError(message, path=str(wanted.path), hint=hint)
    return skeleton(article.name, annotator, language, texts)


def _carried(wanted: SessionRequest, own: Sidecar) -> Sidecar:
    """Return the sidecar brought up to the article as it is now; nothing labelled is lost."""
    from factcheck.carry import follow  # noqa: PLC0415 - needed only after an edit
    from factcheck.config.own_words import words_with  # noqa: PLC0415

    return follow(own, wanted.article, words_with(own.language, wanted.words), wrapped=wanted.wrapped or None).sidecar


def _texts(wanted: SessionRequest, language: Language) -> tuple[str, ...]:
    from factcheck.text.sentences import split  # noqa: PLC0415 - needed only where sentences are not known yet

    spans = split(wanted.article.prose, language, wrapped=wanted.wrapped)
    return tuple(wanted.article.sentence(span) for span in spans)


def _greeting(wanted: SessionRequest, loaded: LoadedSidecar | None, sidecar: Sidecar, kept: Selection | None) -> str:
    """Return what the annotator should know at once."""
    by_line = wanted.wrapped and not any("\n" in record.text for record in sidecar.sentences)
    if by_line and any("\n" in text for text in _texts(wanted, sidecar.language)):
        return _("the article is already cut, line by line: --wrapped comes too late; D joins sentences")
    if loaded is None:
        return _foreign(sidecar.language)
    if loaded.document.sidecar == sidecar:
        return ""
    return _article_changed(sum(1 for record in sidecar.sentences if record.was), len(kept.ids) if kept else 0)


def _article_changed(asked: int, kept: int) -> str:
    """Return how many sentences to look at again, and how many were edited and kept their label."""
    told = []
    if asked:
        told.append(ngettext("{count} to look at again", "{count} to look at again", asked).format(count=asked))
    if kept:
        phrase = ngettext("{count} edited and kept: v shows it", "{count} edited and kept: v shows them", kept)
        told.append(phrase.format(count=kept))
    said = ", ".join(told) or _("every label still stands")
    return _("the article has changed: {said}").format(said=said)


def _foreign(language: Language) -> str:
    """Return what to expect of a language without word lists; maybe it was only misspelt."""
    from factcheck.text.sentences import LANGUAGES  # noqa: PLC0415 - once an article

    if language in LANGUAGES:
        return ""
    return _("no word lists for {language}: where a cut is wrong, d divides and D joins").format(language=language)
