"""Keys of a session that settles differences: taking over what somebody else says."""

from __future__ import annotations

from factcheck.i18n import _
from factcheck.labelling.changing import alter, refuse
from factcheck.labelling.moving import advance
from factcheck.labelling.prompting import ask
from factcheck.labelling.state import InputField, State, StepResult


def take(state: State, number: int) -> StepResult:
    """Take over what the alternative of that number, from 1, says about the current sentence, and go on."""
    alternatives = state.alternatives
    if state.others is None or not 1 <= number <= len(alternatives):
        return refuse(state, _("there is no answer {number} here").format(number=number))
    alternative = alternatives[number - 1]
    if not alternative.takable:
        return refuse(
            state,
            _("{name} divided the sentence, or says nothing: choose a label, or divide with d").format(
                name=alternative.name
            ),
        )
    taken = {name: getattr(alternative.record, name) for name in state.others.fields}
    state, effects = alter(state, f"as {alternative.name}", state.record._replace(**taken))
    state = state._replace(
        message=_("{number}: {answer}, as {name}").format(
            number=state.at + 1, answer=_(alternative.answer or "no label"), name=alternative.name
        )
    )
    if why := asked_why(state):
        return ask(state, why, advance=True, follows=bool(effects)), effects
    return advance(state), effects


def asked_why(state: State) -> tuple[InputField, ...]:
    """Return what is asked for after every decision: its reason, where decisions are filed under one."""
    return (InputField.REASON,) if state.others and state.others.asks_reason else ()
