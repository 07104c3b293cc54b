"""Keys that say something about the current sentence: label, skip, unsure, clear, and keeping an earlier label."""

from __future__ import annotations

from factcheck.i18n import _
from factcheck.labelling.adopting import asked_why
from factcheck.labelling.changing import alter, refuse
from factcheck.labelling.drafts import draft, with_draft
from factcheck.labelling.effects import EditExternally, FindAddresses
from factcheck.labelling.moving import advance
from factcheck.labelling.prompting import ask
from factcheck.labelling.state import Act, InputField, State, StepResult
from factcheck.model import Label, Record


def labels(label: Label, *, note: bool = False) -> Act:
    """Return what the key of a label does, asking for a note or not."""
    return lambda state: put(state, label, note=note)


def put(state: State, label: Label, *, note: bool = False) -> StepResult:
    """Label the sentence, then ask for what belongs to the label, then go on."""
    lost = state.record.source if label is not Label.SOURCED else ""
    state, effects = alter(state, label.value, labelled(state.record, label))
    message = _("{number}: {what}").format(number=state.at + 1, what=_(label))
    message += _(" (its source is gone; undo brings it back)") if lost else ""
    state = state._replace(message=message)
    fields = (
        ((InputField.SOURCE,) if label is Label.SOURCED else ())
        + asked_why(state)
        + ((InputField.NOTE,) if note else ())
    )
    if fields:
        return ask(state, fields, advance=True, follows=bool(effects)), effects
    return advance(state), effects


def labelled(record: Record, label: Label) -> Record:
    """Return the record with a label, and without what no longer holds: a skip, a source of nothing, old wordings."""
    source = record.source if label is Label.SOURCED else ""
    return record._replace(label=label, source=source, skip="", was="", was_label=None)


def clear(state: State) -> StepResult:
    """Take the label or the skip away; the note stays."""
    record = state.record
    if not record.done:
        return refuse(state, _("there is no label to take away"))
    state, effects = alter(state, "clear", record._replace(label=None, source="", skip=""))
    return state._replace(message=_("{number}: no label").format(number=state.at + 1)), effects


def unsure(state: State) -> StepResult:
    """Mark the sentence as one for a second opinion, or take the mark away."""
    record = state.record._replace(unsure=not state.record.unsure)
    state, effects = alter(state, "unsure" if record.unsure else "sure", record)
    return state._replace(
        message=_("{number}: {what}").format(
            number=state.at + 1, what=_("unsure") if record.unsure else _("no longer unsure")
        )
    ), effects


def keep(state: State) -> StepResult:
    """Keep the label, or the skip, that the sentence had before its text changed, and go on."""
    record = state.record
    kept = record._replace(label=record.was_label or record.label, was="", was_label=None)
    if not record.was:
        return refuse(state, _("Enter keeps an earlier label; this sentence has none"))
    if not kept.done:
        return refuse(state, _("the earlier text had no label: choose one"))
    state, effects = alter(state, "keep", kept)
    return advance(
        state._replace(
            message=_("{number}: {label}, kept").format(number=state.at + 1, label=_(kept.label or "skipped"))
        )
    ), effects


def skip(state: State) -> StepResult:
    """Ask why the sentence needs no label."""
    return ask(state, (InputField.SKIP, *asked_why(state)), advance=True), ()


def note(state: State) -> StepResult:
    """Ask for a note."""
    return ask(state, (InputField.NOTE,)), ()


def note_outside(state: State) -> StepResult:
    """Have the note edited in an editor; it comes back as `Edited`."""
    return state, (EditExternally(draft(state, InputField.NOTE) or state.record.note),)


def edited(state: State, text: str) -> StepResult:
    """Take over a note from an editor."""
    state = with_draft(state, InputField.NOTE, "")
    state, effects = alter(state, "note", state.record._replace(note=text.strip()))
    return state._replace(
        message=_("{number}: {what}").format(
            number=state.at + 1, what=_("note") if effects else _("the note is as before")
        )
    ), effects


def source(state: State) -> StepResult:
    """Ask for the source, then for its address."""
    wanted = () if state.blind or state.addresses is not None else (FindAddresses(),)
    return ask(state, (InputField.SOURCE, InputField.URL)), wanted
