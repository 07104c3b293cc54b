"""The loop of a labelling session: show, save, wait for the next key; what keys mean is decided in `labelling`."""

from __future__ import annotations

import time

from factcheck import labelling
from factcheck.app.session.lookup import Lookup
from factcheck.app.session.prefetch import Prefetch
from factcheck.app.session.ui import END, View
from factcheck.app.session.watch import ArticleWatch
from factcheck.app.session.writer import SaveResult, SidecarWriter
from factcheck.errors import FactcheckError
from factcheck.i18n import _, said
from factcheck.io.terminal import ENDING, THEME, EditorError
from factcheck.labelling import (
    ArchiveAnswer,
    AskArchive,
    Bell,
    EditExternally,
    EditorText,
    Effect,
    Event,
    FindAddresses,
    JournalEntry,
    Quit,
    Redraw,
    Save,
    SaveStatus,
    State,
    Suspend,
)
from factcheck.labelling.state import CodebookMode, HelpMode, InputField, LookupMode, ReadingMode, TypingMode

#: While labels are unsaved, saving is tried again after so many seconds without a key.
_RETRY = 2.0

#: Whoever presses no key for so many seconds does something else than reading a sentence.
_BREAK = 120.0

#: How a session ends that is not ended by a key, and the exit code shells give for it.
_ENDED = {**ENDING, END: 0}

#: What is no key.
_SIGNALS = {*_ENDED, "<resize>", "<continue>", THEME}

#: The actions that work even where the window is too small to see a sentence.
_BLINDLY = {"quit", "interrupt", "suspend", "redraw"}


class Session:
    """A session that runs: the state between two keys, and what it owes to the disk.

    Args:
        state: Where it begins.
        keeper: Keeps its labels.
        view: Shows it and brings the keys.
        watch: Knows whether the article is still what it was; None where no article is labelled.
        lookup: Asks the archive; None where no article is labelled.
    """

    def __init__(
        self,
        state: State,
        keeper: SidecarWriter,
        view: View,
        *,
        watch: ArticleWatch | None = None,
        lookup: Lookup | None = None,
    ) -> None:
        self.state = state._replace(saved=SaveStatus.PENDING)
        self._keeper = keeper
        self._view = view
        self._watch = watch
        self._lookup = lookup
        self._wants_addresses = False
        #: What has happened to the article meanwhile, as it is to be said at the end; empty if nothing has.
        self.article_news = ""
        #: How many seconds were spent reading and labelling, without breaks.
        self.seconds = 0.0
        self._drafts = state.drafts
        self._search_prepared_for = 0
        self._steps: tuple[JournalEntry, ...] = ()
        self._asked_to_leave = False
        self._ahead = Prefetch(self.state)
        self.code: int | None = None
        #: The signal that ended it, by its name among the keys; empty if none did.
        self.ended_by = ""

    def run(self) -> int:
        """Go on until a key or a signal ends it; return the exit code, 2 if labels could not be saved."""
        self._show_and_save()
        while self.code is None:
            self._look_ahead()
            event = self._await()
            if event is not None:
                self._take(event)
            self._show_and_save()
        self._put_aside()
        self._note_article(now=True)
        self._view.end()
        return 2 if self._unsaved else self.code

    def _await(self) -> Event | None:
        """Wait for the next event, and count the time as reading unless it was a break."""
        asked = time.monotonic()
        event = self._view.next(_RETRY if self._unsaved else None)
        waited = time.monotonic() - asked
        self.seconds += waited if waited < _BREAK else 0.0
        return event

    def _put_aside(self) -> None:
        """Keep what is being written, for the next session: this one may be killed at any key."""
        self.state = labelling.put_aside(self.state)
        if self.state.drafts != self._drafts:
            self._drafts = self.state.drafts
            self._keeper.keep_drafts(self._drafts)

    def _note_article(self, *, now: bool = False) -> None:
        """Say once that the article has changed."""
        news = self._watch.news(now=now) if self._watch else ""
        if news:
            self.article_news = news
            said = self.state.message
            self.state = self.state._replace(message=f"{said} - {news}" if said else news)

    @property
    def cut_short(self) -> bool:
        """Whether it ended while something was being typed, which is a draft now."""
        return isinstance(self.state.mode, TypingMode) and self.state.drafts != ()

    @property
    def _unsaved(self) -> bool:
        return self.state.saved is not SaveStatus.SAVED

    def _show_and_save(self) -> None:
        """Draw first, so that reading can begin; then save; then say that it is saved, unless a key is waiting."""
        self._view.show(self.state)
        if self._unsaved:
            self._save()
            if self.code is None and not self._view.busy():
                self._view.show(self.state)
        if not self._view.busy():
            self._put_aside()
        if isinstance(self.state.mode, HelpMode | LookupMode | CodebookMode) and self._view.pages() != self.state.pages:
            self.state = self.state._replace(pages=self._view.pages())

    def _look_ahead(self) -> None:
        """Before waiting for a key, let the view prepare what the likeliest ones would show."""
        if self._wants_addresses and not self._view.busy():
            self._find_addresses()
        self._ahead = Prefetch(self.state)
        self._view.prepare(self._ahead.states())
        if self._search_prepared_for != (count := len(self.state.sidecar.sentences)):
            done = all(not self._view.busy() for _step in labelling.prepare_search(self.state))
            self._search_prepared_for = count if done else 0

    def _save(self) -> None:
        try:
            kept = self._keeper.keep(self.state.sidecar)
        except FactcheckError as error:
            self._failed(error)
            return
        self.state = labelling.saved(self.state)
        self._adopt(kept)
        if self._steps:
            trouble = self._keeper.remember(self._steps)
            self._steps = ()
            # Said once: from then on, the header has a mark.
            new = trouble if trouble != self.state.forgetful else ""
            self.state = self.state._replace(forgetful=trouble, message=new or self.state.message)

    def _failed(self, error: FactcheckError) -> None:
        elsewhere = error.path and error.path != str(self._keeper.path)
        self.state = labelling.unsaved(
            self.state, ": ".join((*([error.path] if elsewhere else []), said(error.message)))
        )

    def _adopt(self, kept: SaveResult) -> None:
        if kept.sidecar != self.state.sidecar:
            self.state = labelling.reload(self.state, kept.sidecar, kept.message)
        elif kept.message:
            self.state = self.state._replace(message=kept.message)

    def _take(self, event: Event) -> None:
        if event == "<resize>":
            self._view.redraw()
        elif event == "<continue>":
            self._view.retake()
            self._view.redraw()
        elif event == THEME:
            return  # the next frame has it
        elif isinstance(event, str) and event in _ENDED:
            self.code = _ENDED[event]
            self.ended_by = event if event != END else ""
        elif not self._view.shows_enough() and not self._works_blindly(event):
            self._view.bell()
        else:
            self._take_key(event)

    def _works_blindly(self, event: Event) -> bool:
        return isinstance(event, str) and self.state.keymap.actions.get(event) in _BLINDLY

    def _take_key(self, event: Event) -> None:
        """Take a key, unless the sentence it was meant for is another now: the file may have changed before it."""
        news = None if self._unsaved else self._keeper.external_change()
        before = self.state.record
        if news is not None:
            self._adopt(news)
        told = self.state.message
        # Only where keys label could one hit a sentence as the annotator has not seen it.
        if self.state.record == before or not isinstance(self.state.mode, ReadingMode | CodebookMode):
            self._step(event)
        else:
            dropped = self._drop_typed_ahead()
            self.state = self.state._replace(
                message=_("your keys were not taken") if dropped else _("your key was not taken")
            )
        self._note_article()
        if news is not None:
            said = self.state.message
            self.state = self.state._replace(message=told + (f"; {said}" if said not in ("", told) else ""))

    def _drop_typed_ahead(self) -> int:
        """Drop the keys that were pressed before anybody could see the sentence as it is now; return how many.

        They would hit other sentences than they were meant for. What ends or stops the session is taken.
        """
        dropped = 0
        while self.code is None and self._view.busy():
            event = self._view.next(0)
            if event in _SIGNALS or (event is not None and self._works_blindly(event)):
                self._take(event)
            else:
                dropped += event is not None
        return dropped

    def _step(self, event: Event) -> None:
        self.state, effects = self._ahead.step(self.state, event)
        if self._view.held_down():
            self.state, effects = labelling.held_down(self.state, effects)
        for effect in effects:
            self._carry_out(effect)
        self._asked_to_leave = any(isinstance(effect, Quit) for effect in effects)

    def _carry_out(self, effect: Effect) -> None:
        match effect:
            case Save():
                self._steps += effect.entries
            case Quit():
                self._quit(effect.code)
            case Suspend():
                self._suspend()
            case Redraw():
                self._view.redraw()
            case EditExternally():
                self._edit(effect.text)
            case AskArchive():
                self._ask_archive(effect.text)
            case FindAddresses():
                self._wants_addresses = self._lookup is not None
            case Bell():
                self._view.bell()

    def _quit(self, code: int) -> None:
        """Leave; but the first time labels are unsaved, stay and say so."""
        if self._unsaved:
            self._save()
        if self._unsaved and not self._asked_to_leave:
            self.state = self.state._replace(message=_("press it again to leave without them"))
        else:
            self.code = code

    def _edit(self, note: str) -> None:
        try:
            text = self._view.edit(note)
        except FactcheckError as error:
            if isinstance(error, EditorError) and error.written not in ("", note):
                self.state = labelling.with_draft(self.state, InputField.NOTE, error.written)
            self.state = self.state._replace(message=". ".join(error.lines))
        else:
            self._step(EditorText(text))
        self._view.redraw()

    def _ask_archive(self, text: str) -> None:
        """Ask the archive about a sentence; on a large desk, its first answer takes a while."""
        if self._lookup is None:
            self.state = self.state._replace(message=_("the archive is asked only while an article is being labelled"))
            return
        self._view.show(self.state._replace(message=_("asking the archive ...")))
        try:
            lines = self._lookup.similar(text)
        except FactcheckError as error:
            self.state = self.state._replace(message=". ".join(error.lines))
        else:
            self._step(ArchiveAnswer(lines))

    def _find_addresses(self) -> None:
        """Find the addresses of sources, once a session; without them, none is proposed."""
        self._wants_addresses = False
        try:
            addresses = self._lookup.addresses() if self._lookup else {}
        except FactcheckError:  # `check` and `similar` say what is wrong with it
            addresses = {}
        self.state = self.state._replace(addresses=addresses)

    def _suspend(self) -> None:
        """Save before stopping: nobody knows when, or whether, we go on."""
        if self._unsaved:
            self._save()
        self._put_aside()
        self._view.suspend()
        self._view.redraw()
