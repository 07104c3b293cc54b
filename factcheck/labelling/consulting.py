"""The codebook's questions, asked one by one about the current sentence; their words are in `codebook`."""

from __future__ import annotations

from dataclasses import replace

from factcheck.i18n import _
from factcheck.labelling.changing import refuse
from factcheck.labelling.codebook import USUAL, Codebook, Conclusion, Question
from factcheck.labelling.keys import digit
from factcheck.labelling.marking import put, skip
from factcheck.labelling.state import CodebookMode, ReadingMode, State, StepResult


def codebook_of(state: State) -> Codebook:
    """Return the codebook that the session goes by."""
    return state.codebook or USUAL


def consult_key(state: State, mode: CodebookMode, key: str) -> StepResult:
    """Take one key: an answer by its digit, Enter for the label it leads to, `b` for the borderline cases."""
    if key == "<esc>":
        return state._replace(mode=ReadingMode()), ()
    if key in _TURNS:
        return _turn(state, mode, _TURNS[key])
    if mode.page or key == "<backspace>":
        return state._replace(mode=CodebookMode(mode.answers if mode.page else mode.answers[:-1])), ()
    reached = codebook_of(state).follow(mode.answers)
    if isinstance(reached, Conclusion):
        return _decide(state, reached, key)
    return _answer(state, mode, reached, key)


_TURNS = {"b": 1, "<pgdn>": 1, "<down>": 1, " ": 1, "<pgup>": -1, "<up>": -1}


def _turn(state: State, mode: CodebookMode, by: int) -> StepResult:
    """Turn the pages: the questions, then as many of borderline cases as the window takes, then the questions again."""
    pages = (state.pages or len(codebook_of(state).cases)) + 1
    return state._replace(mode=replace(mode, page=(mode.page + by) % pages)), ()


def _answer(state: State, mode: CodebookMode, question: Question, key: str) -> StepResult:
    number = digit(key)
    if not number or not 1 <= int(number) <= len(question.answers):
        return refuse(
            state, _("1 to {most} answer, b shows borderline cases, Esc leaves").format(most=len(question.answers))
        )
    return state._replace(mode=CodebookMode((*mode.answers, int(number) - 1))), ()


def _decide(state: State, verdict: Conclusion, key: str) -> StepResult:
    """Take the verdict by Enter, or by the key that gives the label itself."""
    if key != "<enter>" and state.keymap.actions.get(key) != (verdict.label or "skip"):
        return refuse(state, _("Enter takes it, Backspace goes back a question, Esc leaves"))
    state = state._replace(mode=ReadingMode())
    return put(state, verdict.label) if verdict.label else skip(state)
