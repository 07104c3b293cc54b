"""A session that decides where annotators differ: the decisions file opened, kept, and read again when it changes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from factcheck.app.article_files import ArticleFiles
from factcheck.app.session.opening import ReadySession, origin_of, with_drafts
from factcheck.app.session.writer import SaveResult, SidecarWriter
from factcheck.i18n import N_
from factcheck.io import store
from factcheck.labelling import Keymap, Selection, start
from factcheck.model import Sidecar
from factcheck.review.adjudication import DecisionState, decision_state, with_weighed_votes
from factcheck.text.article import Article

#: What the sentences of the session are called.
DISPUTED = N_("disputed")


@dataclass(frozen=True, slots=True)
class AdjudicationInput:
    """An article and what its annotators say: all that decisions are made from."""

    article: Article
    sidecars: tuple[Sidecar, ...]
    required: int
    blind: bool

    def decision_state(self, decisions: Sidecar | None) -> DecisionState:
        """Return the decisions as they stand, with what is disputed laid open."""
        return decision_state(self.article, self.sidecars, decisions, self.required, blind=self.blind)


class DecisionWriter(SidecarWriter):
    """Keeps decisions: on the disk each made one has the labels it weighed; in the session the open ones have them."""

    def __init__(self, path: Path, held: store.LoadedSidecar | None, case: AdjudicationInput) -> None:
        super().__init__(path, (case.article.name, None), held)
        self._case = case
        #: What the session began with; nothing is written before it is left, not even an empty file.
        self._untouched: Sidecar | None = case.decision_state(held.document.sidecar if held else None).decisions

    def keep(self, sidecar: Sidecar) -> SaveResult:
        """Make the decisions durable."""
        if sidecar == self._untouched:
            return SaveResult(sidecar)
        self._untouched = None
        asked = with_weighed_votes(self._case.article, self._case.sidecars, sidecar)
        kept = super().keep(asked)
        return SaveResult(sidecar, kept.message) if kept.sidecar == asked else self._laid_open(kept)

    def external_change(self) -> SaveResult | None:
        """Return what somebody else has made of the decisions."""
        kept = super().external_change()
        return self._laid_open(kept) if kept else None

    def _laid_open(self, kept: SaveResult) -> SaveResult:
        return SaveResult(self._case.decision_state(kept.sidecar).decisions, kept.message)


def disputes(files: ArticleFiles) -> int:
    """Return how many sentences are disputed now."""
    return sum(final.state.value == DISPUTED for final in files.consensus.finals)


def stale_annotators(files: ArticleFiles) -> tuple[str, ...]:
    """Return the annotators who labelled sentences that the article no longer says."""
    stale = (sidecar.annotator for sidecar, _ in files.consensus.stale)
    return tuple(dict.fromkeys(name for name in stale if name))


def open_adjudication(files: ArticleFiles, keymap: Keymap, *, blind: bool) -> ReadySession:
    """Return a session over what is disputed; nothing is written before something is decided.

    Args:
        files: The article with its sidecars; at least one annotator's.
        keymap: Which key does what.
        blind: Whether to withhold the annotators' names.
    """
    case = AdjudicationInput(files.article, files.sidecars, files.config.annotators, blind)
    path = store.sidecar_path(files.path, None)
    file = files.of(None)
    held = store.LoadedSidecar(file.document, file.identity) if file else None
    laid = case.decision_state(held.document.sidecar if held else None)
    selection = Selection(DISPUTED, laid.disputed)
    text, journal = files.article.text, store.journal(path)
    state = start(laid.decisions, text, keymap=keymap, journal=journal, selection=selection)
    left = len(laid.disputed)
    state = state._replace(others=laid.others, left=left, left_at_start=left, origin=origin_of(files.path))
    return ReadySession(with_drafts(state, path), DecisionWriter(path, held, case))
