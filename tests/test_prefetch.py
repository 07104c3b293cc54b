"""Tests of `factcheck.app.session.prefetch`: working keys out beforehand changes nothing but the time they take."""

from __future__ import annotations

import pytest
from hypothesis import given
from labelling_sessions import changed, session
from strategies import events

from factcheck.app.session.prefetch import Prefetch
from factcheck.app.session.ui import ScreenView
from factcheck.formats.screen import Theme, frame
from factcheck.labelling import Event, bind, likely_keys, step
from factcheck.labelling.state import TypingMode


@given(keys=events)
def test_a_session_goes_as_it_would_have_without(keys: list[Event]) -> None:
    """Whatever is pressed, states and effects are those of the engine itself."""
    state = session()
    for key in keys:
        ahead = Prefetch(state)
        for _ in ahead.states():
            pass
        outcome = step(state, key)
        assert ahead.step(state, key) == outcome
        state = outcome[0]


def test_the_states_worked_out_are_the_ones_that_come() -> None:
    """The very state that a view has prepared to show comes when its key is pressed, also where keys are remapped."""
    state = session()._replace(keymap=bind([("claim", "1<f2>")]))
    ahead = Prefetch(state)
    prepared = dict(zip(likely_keys(state), ahead.states(), strict=True))
    assert {"1", "o", "u", "s", "z"} <= set(prepared)
    assert all(ahead.step(state, key)[0] is prepared[key] for key in prepared)


def test_another_state_is_worked_out_anew() -> None:
    """What was worked out before the file changed is not taken for what comes after."""
    ahead = Prefetch(session())
    list(ahead.states())
    other = session(*changed(0, note="plus tard"))
    assert ahead.step(other, "c")[0].sidecar.sentences[0].note == "plus tard"


def test_taking_a_proposed_source_is_worked_out_too() -> None:
    """While something is typed, Enter is the likeliest key."""
    state = step(session(), "s")[0]
    assert isinstance(state.mode, TypingMode)
    assert likely_keys(state) == ("<enter>",)


class _Drawn:
    """Stands in for a terminal: keeps what was drawn last, and says when a key is waiting."""

    def __init__(self) -> None:
        self.frame: tuple[tuple[str, ...], tuple[int, int] | None] = ((), None)
        self.keys = False
        self.background = None

    def draw(self, lines: tuple[str, ...], cursor: tuple[int, int] | None) -> None:
        self.frame = (lines, cursor)

    def waiting(self) -> bool:
        return self.keys


def test_a_prepared_frame_is_the_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was laid out before its key is shown as it would be now, and not at all after the window has changed."""
    drawn, sizes = _Drawn(), iter([(80, 24), (80, 24), (60, 20)])
    monkeypatch.setattr("factcheck.io.terminal.size", lambda: next(sizes))
    view, state = ScreenView(drawn, Theme.DARK), session()  # type: ignore[arg-type] # as far as it is used
    view.show(state)
    ahead = Prefetch(state)
    view.prepare(ahead.states())
    for key, size in (("c", (80, 24)), ("s", (60, 20))):
        after, _ = ahead.step(state, key)
        view.show(after)
        assert drawn.frame == frame(after, *size, Theme.DARK)[:2]


def test_nothing_is_prepared_while_a_key_waits() -> None:
    """A burst of keys never waits for what it will not show."""
    drawn = _Drawn()
    drawn.keys = True
    states = Prefetch(session()).states()
    ScreenView(drawn, Theme.DARK).prepare(states)  # type: ignore[arg-type] # as far as it is used
    assert len(list(states)) == len(likely_keys(session()))
