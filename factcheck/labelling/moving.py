"""Keys that go to another sentence and change nothing."""

from __future__ import annotations

from itertools import chain

from factcheck.i18n import _
from factcheck.labelling import views
from factcheck.labelling.changing import refuse, say
from factcheck.labelling.state import Act, ReadingMode, State, StepResult, waits
from factcheck.labelling.views import Test

#: How many sentences a page is.
PAGE = 10

#: How many characters half the smallest screen holds: what scrolling is bounded by.
_HALF_SCREEN = 60


def go(state: State, at: int) -> State:
    """Return the state at another sentence."""
    return state._replace(at=at, scroll=0, mode=ReadingMode())


def advance(state: State) -> State:
    """Return the state at the sentence that a label leads to: further on, or else from the top."""
    at = _after_label(state)
    if at is None:
        end = _finished(state.keymap.key("quit")) if state.left == 0 else _("the end of this view")
        return go(state, state.at)._replace(
            message=_("{told} - {end}").format(told=state.message, end=end) if state.message else end
        )
    return go(state, at)


def forward(state: State) -> StepResult:
    """Go to the next sentence of the view."""
    return _to(state, views.first_place(state, _ahead(state), views.shows(state)), _("the last sentence"))


def back(state: State) -> StepResult:
    """Go to the previous sentence of the view."""
    return _to(state, views.first_place(state, _behind(state), views.shows(state)), _("the first sentence"))


def page_down(state: State) -> StepResult:
    """Go ten sentences on in the view, or as far as there are any."""
    return _to(state, _stepped(state, _ahead(state)), _("the last sentence"))


def page_up(state: State) -> StepResult:
    """Go ten sentences back in the view, or as far as there are any."""
    return _to(state, _stepped(state, _behind(state)), _("the first sentence"))


def first(state: State) -> StepResult:
    """Go to the first sentence of the view."""
    return _to(
        state,
        views.first_place(state, range(len(state.sidecar.sentences)), views.shows(state)),
        _("nothing in this view"),
    )


def last(state: State) -> StepResult:
    """Go to the last sentence of the view."""
    places = range(len(state.sidecar.sentences) - 1, -1, -1)
    return _to(state, views.first_place(state, places, views.shows(state)), _("nothing in this view"))


def next_waiting(state: State) -> StepResult:
    """Go to the next sentence that waits for a label, from the top if there is none further on."""
    places = [*_ahead(state), *range(state.at)]
    return _to(state, views.first_place(state, places, views.waiting(state)), _none_waits(state))


def previous_waiting(state: State) -> StepResult:
    """Go to the previous sentence that waits for a label, from the end if there is none before."""
    places = [*_behind(state), *range(len(state.sidecar.sentences) - 1, state.at, -1)]
    return _to(state, views.first_place(state, places, views.waiting(state)), _none_waits(state))


def numbered(state: State, number: str) -> StepResult:
    """Go to the sentence of that number, counted from 1; to the first without one."""
    # Cut, so that a key held down makes no number that is slow to read.
    wanted = int(number[:9] or "1")
    count = len(state.sidecar.sentences)
    if not 1 <= wanted <= count:
        return refuse(
            go(state, state.at),
            _("there is no sentence {number}: the last is {count}").format(number=wanted, count=count),
        )
    return go(state, wanted - 1), ()


def to_last(state: State) -> StepResult:
    """Go to the article's last sentence, whatever the view."""
    return go(state, len(state.sidecar.sentences) - 1), ()


def view(state: State) -> StepResult:
    """Walk the next kind of sentences only, from the current one if it is of that kind."""
    state = state._replace(view=views.next_view(state))
    places = [*range(state.at, len(state.sidecar.sentences)), *_behind(state)]
    at = views.first_place(state, places, views.shows(state))
    state = go(state, state.at if at is None else at)
    return say(state, _("view: {view}{share}").format(view=views.view_name(state.view), share=_share(state)))


def times(act: Act, number: str, state: State) -> StepResult:
    """Return the state after a move that a number stands before, as often as that or as far as there is anything.

    A move has no effect but the bell, where there is nothing further on.
    """
    for _time in range(min(int(number[:9]), len(state.sidecar.sentences))):
        state, effects = act(state._replace(message=""))
        if effects:
            return state, effects
    return state, ()


def choose(state: State, at: int) -> StepResult:
    """Go to a sentence that was pointed at."""
    return (go(state, at), ()) if 0 <= at < len(state.sidecar.sentences) else (state, ())


def scroll_down(state: State) -> StepResult:
    """Scroll a long sentence on by half a screen."""
    most = len(state.record.text) // _HALF_SCREEN
    return state._replace(scroll=min(state.scroll + 1, most)), ()


def scroll_up(state: State) -> StepResult:
    """Scroll a long sentence back by half a screen."""
    return state._replace(scroll=max(state.scroll - 1, 0)), ()


def _share(state: State) -> str:
    """Return which of a view's sentences the current one is, for a view that is not of all."""
    test, sentences = views.shows(state), state.sidecar.sentences
    if state.view == "all" or not test(state.record):
        return ""
    before = sum(map(test, sentences[: state.at + 1]))
    return _(", {before} of {count}").format(before=before, count=before + sum(map(test, sentences[state.at + 1 :])))


def _after_label(state: State) -> int | None:
    test = views.after_label(state)
    if test is not waits:
        return views.first_place(state, _ahead(state), test)
    # What waits is counted, so that an article that is done is not searched in vain at every key.
    return views.first_place(state, chain(_ahead(state), range(state.at)), test) if state.left else None


def _ahead(state: State) -> range:
    return range(state.at + 1, len(state.sidecar.sentences))


def _behind(state: State) -> range:
    return range(state.at - 1, -1, -1)


def _to(state: State, at: int | None, otherwise: str) -> StepResult:
    return refuse(state, otherwise) if at is None else (go(state, at), ())


def _finished(key: str) -> str:
    return _("nothing is left to label: {key} leaves").format(key=key) if key else _("nothing is left to label")


def _none_waits(state: State) -> str:
    return _("this is the only one left") if waits(state.record) else _("nothing is left to label")


def _stepped(state: State, places: range) -> int | None:
    test: Test = views.shows(state)
    passing = (place for place in places if test(state.sidecar.sentences[place]))
    reached = None
    for _time, reached in zip(range(PAGE), passing, strict=False):  # noqa: B007 - the last place reached is the result
        pass
    return reached
