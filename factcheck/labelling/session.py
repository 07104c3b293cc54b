"""Where a labelling session begins, what happens to it from outside, and what it comes to at its end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.i18n import N_, _
from factcheck.labelling import views
from factcheck.labelling.history import History, replay
from factcheck.labelling.keys import Keymap, bind
from factcheck.labelling.state import (
    AstrayMode,
    CodebookMode,
    DividingMode,
    HelpMode,
    InputField,
    ReadingMode,
    SaveStatus,
    Selection,
    State,
    TypingMode,
    waits,
)
from factcheck.labelling.structure import structure
from factcheck.model import Sidecar

#: What is said until Esc where a sentence changed while it was divided or asked about.
ASTRAY = N_("this sentence was changed in the file meanwhile; press Esc to continue")


class Summary(NamedTuple):
    """What a session came to; how long it took is known outside."""

    #: Sentences dealt with in this session that waited before; negative if labels were only taken away.
    done: int
    #: Sentences that still wait.
    left: int
    total: int
    keystrokes: int


def start(
    sidecar: Sidecar,
    article: str = "",
    *,
    keymap: Keymap | None = None,
    journal: Iterable[str] = (),
    selection: Selection | None = None,
    blind: bool = False,
) -> State:
    """Return the state a session begins in, where the last one left off.

    Args:
        sidecar: The labels so far; it has at least one sentence.
        article: The article's text.
        keymap: Which key does what; None means the usual keys.
        journal: The lines that earlier sessions remembered, oldest first.
        selection: The sentences the session is about, if not all; `v` leads to the others.
        blind: Whether to keep everything away that could sway a second annotator.
    """
    left = sum(map(waits, sidecar.sentences))
    state = State(sidecar, article, keymap=keymap or bind(), history=replay(journal), selection=selection)
    state = state._replace(structure=structure(article, sidecar.sentences))
    state = state._replace(view=selection.name if selection else "all", blind=blind, left=left, left_at_start=left)
    return state._replace(at=_resume(state))


def reload(state: State, sidecar: Sidecar, message: str) -> State:
    """Return the state after the sidecar changed under our feet, still at the same sentence if it is there.

    What was being typed goes on, even if the sentence it was about is gone: it must not be lost. Neither its next
    characters nor the keys that choose where to divide, or answer a question, must be taken for labels.
    """
    # By the difference, since a session that settles disputes does not count what nobody disputes.
    left = state.left + sum(map(waits, sidecar.sentences)) - sum(map(waits, state.sidecar.sentences))
    place = {record.id: at for at, record in enumerate(sidecar.sentences)}
    at = place.get(state.record.id, min(state.at, len(sidecar.sentences) - 1))
    now = sidecar.sentences[at]
    changed = state._replace(sidecar=sidecar, at=at, left=left, message=message)
    if len(place) != len(state.sidecar.sentences) or any(r.id not in place for r in state.sidecar.sentences):
        changed = changed._replace(structure=structure(state.article, sidecar.sentences))
    if (now.id, now.text) == (state.record.id, state.record.text):
        return changed
    if isinstance(state.mode, TypingMode):
        return _typing_on(changed, state.mode, gone=now.id != state.record.id)
    if isinstance(state.mode, DividingMode | CodebookMode | AstrayMode):
        return changed._replace(mode=AstrayMode(), scroll=0, message=_(ASTRAY))
    return changed._replace(mode=state.mode if isinstance(state.mode, HelpMode) else ReadingMode(), scroll=0)


def _typing_on(changed: State, mode: TypingMode, *, gone: bool) -> State:
    """Return the state in which typing goes on about a sentence that was reworded, or one that is gone."""
    # What belonged to the label just given stands alone now, as the label may be gone.
    alone = mode._replace(then=(), advance=False, follows=False)
    if mode.field is InputField.SEARCH or not gone:
        return changed._replace(mode=alone, scroll=0)
    lost = _("the sentence you write about was removed from the file; your text is kept")
    return changed._replace(mode=alone._replace(stray=True), scroll=0, message=lost)


def saved(state: State) -> State:
    """Return the state with its labels on the disk."""
    return state._replace(saved=SaveStatus.SAVED, trouble="")


def unsaved(state: State, why: str) -> State:
    """Return the state with labels that could not be saved, and why."""
    return state._replace(saved=SaveStatus.FAILED, trouble=why)


def summary(state: State) -> Summary:
    """Return what the session has come to so far."""
    total = len(state.sidecar.sentences)
    return Summary(state.left_at_start - state.left, state.left, total, state.keystrokes)


def _resume(state: State) -> int:
    """Return the first sentence that waits after the one changed last, or from the top; else the view's first."""
    last = _last_changed(state.sidecar, state.history)
    test = views.waiting(state)
    count = len(state.sidecar.sentences)
    found = views.first_place(state, [*range(last, count), *range(last)], test)
    found = views.first_place(state, range(count), views.shows(state)) if found is None else found
    return found or 0


def _last_changed(sidecar: Sidecar, history: History) -> int:
    if not history.past:
        return 0
    name = history.past[-1].after[0].id
    return next((at for at, record in enumerate(sidecar.sentences) if record.id == name), 0)
