"""The one way a labelling session changes its sidecar, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.i18n import N_, _
from factcheck.labelling.effects import Bell, Effect, Save
from factcheck.labelling.history import History, JournalEntry, UndoStep, Verb, apply_step, step_size
from factcheck.labelling.state import ReadingMode, SaveStatus, Selection, State, StepResult, waits
from factcheck.model import Record

#: What changes are called in the journal, but for labels, fields and what was taken over from a colleague.
_NAMES = (N_("clear"), N_("sure"), N_("unsure"), N_("keep"), N_("divide"), N_("join"), N_("skip"))


def step_name(step: UndoStep) -> str:
    """Return what a change is called in the language of the interface; the journal has it in English."""
    whose = step.what.removeprefix("as ")
    return _("as {name}").format(name=whose) if whose != step.what else _(step.what)


def refuse(state: State, message: str) -> StepResult:
    """Return the state unchanged but for a message that says why, and a bell."""
    return state._replace(message=message), (Bell(),)


def say(state: State, message: str) -> StepResult:
    """Return the state with a message and nothing to carry out."""
    return state._replace(message=message), ()


def alter(state: State, what: str, record: Record, *, follows: bool = False) -> StepResult:
    """Put another record in the current one's place, remember it and ask for it to be saved."""
    if record == state.record:
        return state, ()
    return commit(state, UndoStep(what, state.at, (state.record,), (record,), follows=follows))


def commit(state: State, change: UndoStep) -> StepResult:
    """Apply a change that fits, remember it and ask for it to be saved; what was undone before is forgotten."""
    history = History((*state.history.past, change))
    changed = _applied(state, change)
    assert changed is not None  # noqa: S101 - callers build changes from the state itself
    return _saving(changed, history, state.message, (change,))


def undo(state: State) -> StepResult:
    """Take the last change back, with what belongs to it, and go to its sentence."""
    past, future = state.history.past, state.history.future
    if not past:
        return refuse(state, _("nothing to undo"))
    size = step_size(past[::-1])
    changes = past[-size:][::-1]
    changed = _all_applied(state, [change.inverse for change in changes])
    if changed is None:
        return _dropped(state, size)
    history = History(past[:-size], (*future, *changes))
    run = sum(change.repeats for change in changes)
    what = step_name(past[-size]) + (_(", {times} times").format(times=run + 1) if run else "")
    return _saving(changed, history, _("undone: {what}").format(what=what), (Verb.UNDO,) * size)


def redo(state: State) -> StepResult:
    """Do again what was undone last, with what belongs to it, and go to its sentence."""
    past, future = state.history.past, state.history.future
    if not future:
        return refuse(state, _("nothing to redo"))
    changes = _done_together(future)
    rest = future[: -len(changes)]
    changed = _all_applied(state, changes)
    if changed is None:
        history = History(past, rest)
        return refuse(state._replace(history=history), _("cannot redo: the sentence has changed since"))
    history = History((*past, *changes), rest)
    return _saving(
        changed, history, _("done again: {what}").format(what=step_name(changes[0])), (Verb.REDO,) * len(changes)
    )


def held_down(state: State, effects: tuple[Effect, ...]) -> StepResult:
    """Return an outcome whose change came from a key that is held down: it is undone together with those before it."""
    saves = [effect for effect in effects if isinstance(effect, Save) and isinstance(effect.entries[-1], UndoStep)]
    if not saves or not isinstance(state.mode, ReadingMode):
        return state, effects
    last = replace(state.history.past[-1], repeats=True)
    past = (*state.history.past[:-1], last)
    run = step_size(past[::-1])
    message = _("{message} - {what} {times} times, faster than one reads: undo takes all of them back").format(
        message=state.message, what=step_name(last), times=run
    )
    marked = tuple(replace(effect, entries=(last,)) if isinstance(effect, Save) else effect for effect in effects)
    state = state._replace(history=state.history._replace(past=past))
    return (state._replace(message=message) if run > 1 else state), marked


def _done_together(future: tuple[UndoStep, ...]) -> tuple[UndoStep, ...]:
    """Return the changes that one redo does again, in their order: as many as one undo took back."""
    oldest_first = future[::-1]
    size = 1
    while size < len(oldest_first) and oldest_first[size].follows:
        size += 1
    run = 1
    while run < len(oldest_first) and oldest_first[run].repeats:
        run += 1
    return oldest_first[: run if run > 2 else size]


def _dropped(state: State, size: int) -> StepResult:
    """Forget changes that no longer fit, as after an edit or a merge outside, and say so."""
    history = History(state.history.past[:-size], state.history.future)
    message = _("cannot undo {what}: the sentence has changed since").format(what=step_name(state.history.past[-size]))
    state, effects = _saving(state, history, message, (Verb.DROP,) * size)
    return state, (*effects, Bell())


def _all_applied(state: State, changes: Iterable[UndoStep]) -> State | None:
    now: State | None = state
    for change in changes:
        now = _applied(now, change) if now else None
    return now


def _applied(state: State, change: UndoStep) -> State | None:
    applied = apply_step(state.sidecar, change)
    if applied is None:
        return None
    sidecar, at = applied
    left = state.left + sum(map(waits, change.after)) - sum(map(waits, change.before))
    selection = _grown(state.selection, change)
    return state._replace(sidecar=sidecar, at=at, left=left, selection=selection, scroll=0)


def _grown(selection: Selection | None, change: UndoStep) -> Selection | None:
    """Return the selection with the parts of a selected sentence in it."""
    new = {record.id for record in change.after}
    if selection is None or new <= selection.ids or not any(record.id in selection.ids for record in change.before):
        return selection
    return selection._replace(ids=selection.ids | new)


def _saving(state: State, history: History, message: str, entries: tuple[JournalEntry, ...]) -> StepResult:
    """Return the state with a new history and message, to be saved."""
    changed = state._replace(history=history, message=message, saved=SaveStatus.PENDING)
    return changed, (Save(entries),)
