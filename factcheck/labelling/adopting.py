"""Keys of a session that settles differences: taking over what somebody else says."""

from __future__ import annotations

from factcheck.i18n import _
from factcheck.labelling.changing import alter, refuse
from factcheck.labelling.moving import advance
from factcheck.labelling.prompting import ask
from factcheck.labelling.state import InputField, State, StepResult


def take(state: State, number: int) -> StepResult:
    """Take over what the voice of that number, from 1, says about the current sentence, and go on."""
    voices = state.alternatives
    if state.others is None or not 1 <= number <= len(voices):
        return refuse(state, _("there is no answer {number} here").format(number=number))
    voice = voices[number - 1]
    if not voice.takable:
        return refuse(
            state,
            _("{name} divided the sentence, or says nothing: choose a label, or divide with d").format(name=voice.name),
        )
    taken = {name: getattr(voice.record, name) for name in state.others.fields}
    state, effects = alter(state, f"as {voice.name}", state.record._replace(**taken))
    state = state._replace(
        message=_("{number}: {answer}, as {name}").format(
            number=state.at + 1, answer=_(voice.answer or "no label"), name=voice.name
        )
    )
    if why := asked_why(state):
        return ask(state, why, advance=True, follows=bool(effects)), effects
    return advance(state), effects


def asked_why(state: State) -> tuple[InputField, ...]:
    """Return what is asked for after every decision: its reason, where decisions are filed under one."""
    return (InputField.REASON,) if state.others and state.others.asks_reason else ()
