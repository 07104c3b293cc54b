"""One step of a labelling session: a state and a key, a paste or an edited note, to the next state and effects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factcheck.i18n import _
from factcheck.labelling import changing, marking, moving, searching
from factcheck.labelling.adopting import take
from factcheck.labelling.changing import refuse, say
from factcheck.labelling.effects import (
    ArchiveAnswer,
    AskArchive,
    Background,
    EditorText,
    Event,
    Paste,
    Pointer,
    Quit,
    Redraw,
    SentenceChoice,
    Suspend,
)
from factcheck.labelling.keys import digit, key_name, key_word
from factcheck.labelling.prompting import EDITS, ask, insert, type_key
from factcheck.labelling.session import ASTRAY
from factcheck.labelling.state import (
    Act,
    AstrayMode,
    CodebookMode,
    DividingMode,
    HelpMode,
    InputField,
    LookupMode,
    ReadingMode,
    State,
    StepResult,
    TypingMode,
)
from factcheck.model import Label


def step(state: State, event: Event) -> StepResult:
    """Return the state after an event, and what is to be carried out, in order.

    Whatever the event, it never raises; a key that means nothing changes nothing but the message.
    """
    if isinstance(event, EditorText):
        return marking.edited(state._replace(message="", mode=ReadingMode()), event.text)
    if isinstance(event, ArchiveAnswer):
        return state._replace(message="", mode=LookupMode(event.lines)), ()
    if isinstance(event, Pointer | Background):  # where nothing was made of them
        return state, ()
    state = state._replace(message="", keystrokes=state.keystrokes + 1)
    if isinstance(event, Paste):
        return _paste(state, event.text)
    if isinstance(event, SentenceChoice):
        return moving.choose(state, event.at) if isinstance(state.mode, ReadingMode) else (state, ())
    action = state.keymap.actions.get(event, "")
    if action in _ALWAYS and _acts_always(state, event):
        return ACTS[action](state)
    return _MODES[type(state.mode)](state, event)


def _acts_always(state: State, key: str) -> bool:
    """Return whether a key leaves, stops or redraws now: one that edits a line being typed does that instead."""
    typing = isinstance(state.mode, TypingMode)
    return isinstance(state.mode, ReadingMode) or (len(key) > 1 and not (typing and key in EDITS))


def likely_keys(state: State) -> tuple[str, ...]:
    """Return the keys most likely to be pressed next, the likeliest first."""
    if not isinstance(state.mode, ReadingMode):
        return ("<enter>",) if isinstance(state.mode, TypingMode) else ()
    firsts: dict[str, str] = {}
    for key, action in state.keymap.actions.items():
        firsts.setdefault(action, key)
    return tuple(firsts[action] for action in _LIKELY if action in firsts)


def _paste(state: State, text: str) -> StepResult:
    if not isinstance(state.mode, TypingMode):
        return refuse(state, _("pasted text is not taken for keys"))
    return state._replace(mode=insert(state.mode, text)), ()


def _read(state: State, key: str) -> StepResult:
    mode = state.mode
    assert isinstance(mode, ReadingMode)  # noqa: S101 - the table of modes sends nothing else here
    action = state.keymap.actions.get(key)
    if action and mode.number:
        return _act_with_number(state._replace(mode=ReadingMode()), action, mode.number)
    if action:
        return ACTS[action](state)
    if digit(key) and state.others:
        return take(state, int(digit(key)))
    if digit(key):
        number = mode.number + digit(key)
        return state._replace(mode=ReadingMode(number), message=number), ()
    if key == "<esc>":
        state = state._replace(mode=ReadingMode())
        return (searching.end(state) if state.searching and not mode.number else state), ()
    return refuse(
        state._replace(mode=ReadingMode()),
        _("{key} does nothing here; {help} shows keys").format(
            key=key_word(key_name(key)), help=state.keymap.key("help")
        ),
    )


def _act_with_number(state: State, action: str, number: str) -> StepResult:
    if action in ("go", "go-last"):
        return moving.numbered(state, number)
    if action in _COUNTED:
        return moving.times(ACTS[action], number, state)
    keys = ", ".join(filter(None, map(state.keymap.key, ("next", "previous", "go-last"))))
    return refuse(state, _("{number} is for moves only ({keys}): nothing was done").format(number=number, keys=keys))


def _type(state: State, key: str) -> StepResult:
    assert isinstance(state.mode, TypingMode)  # noqa: S101 - as above
    return type_key(state, state.mode, key)


def _divide(state: State, key: str) -> StepResult:
    assert isinstance(state.mode, DividingMode)  # noqa: S101 - as above
    from factcheck.labelling.dividing import divide_key  # noqa: PLC0415 - not needed to show the first sentence

    return divide_key(state, state.mode, key)


def _begin_to_divide(state: State) -> StepResult:
    from factcheck.labelling.dividing import divide  # noqa: PLC0415 - as above

    return divide(state)


def _join(state: State) -> StepResult:
    from factcheck.labelling.dividing import join  # noqa: PLC0415 - as above

    return join(state)


def _consult(state: State, key: str) -> StepResult:
    assert isinstance(state.mode, CodebookMode)  # noqa: S101 - as above
    from factcheck.labelling.consulting import consult_key  # noqa: PLC0415 - not needed to show the first sentence

    return consult_key(state, state.mode, key)


def _help(state: State, key: str) -> StepResult:
    """Turn the pages of the help; any other key closes it and does nothing else."""
    assert isinstance(state.mode, HelpMode)  # noqa: S101 - as above
    page = _turned(state, state.mode.page, key)
    return state._replace(mode=replace(state.mode, page=page) if page is not None else ReadingMode()), ()


def _look_up(state: State, key: str) -> StepResult:
    """Turn the pages of what the archive answers; any other key closes it and does nothing else."""
    assert isinstance(state.mode, LookupMode)  # noqa: S101 - as above
    page = _turned(state, state.mode.page, key)
    return state._replace(mode=replace(state.mode, page=page) if page is not None else ReadingMode()), ()


def _turned(state: State, page: int, key: str) -> int | None:
    """Return the page that a key turns to; None if it turns none."""
    turn = {" ": 1, "<pgdn>": 1, "<down>": 1, "j": 1, "<pgup>": -1, "<up>": -1, "k": -1}.get(key, 0)
    last = state.pages - 1 if state.pages else page + 1
    return min(max(page + turn, 0), last) if turn else None


def _origin(state: State) -> StepResult:
    if not state.origin:
        return refuse(state, _("the article's origin is not recorded: `factcheck intake` records it"))
    return state._replace(mode=HelpMode(topic="origin")), ()


def _stray(state: State, key: str) -> StepResult:
    return (state._replace(mode=ReadingMode()), ()) if key == "<esc>" else refuse(state, _(ASTRAY))


def _highlight(state: State) -> StepResult:
    if state.blind:
        return refuse(state, _("off while you label after somebody else, so that nothing sways you"))
    return say(state._replace(highlight=not state.highlight), _("marks off") if state.highlight else _("marks on"))


def _ask_archive(state: State) -> StepResult:
    if state.blind:
        return refuse(state, _("off while you label after somebody else, so that nothing sways you"))
    return state, (AskArchive(state.record.text),)


def _search(state: State) -> StepResult:
    return ask(state, (InputField.SEARCH,)), ()


def _next_unlabelled(state: State) -> StepResult:
    return searching.next_hit(state) if state.searching else moving.next_waiting(state)


def _nowhere(state: State) -> StepResult:
    return moving.numbered(state, "")


_MODES: dict[type, Callable[[State, str], StepResult]] = {
    ReadingMode: _read,
    TypingMode: _type,
    DividingMode: _divide,
    CodebookMode: _consult,
    HelpMode: _help,
    LookupMode: _look_up,
    AstrayMode: _stray,
}

#: What most keys of a session do; more would be worked out in vain than is gained.
_LIKELY = (*(label.value for label in Label), "next", "undo")

#: The moves that a number before them repeats.
_COUNTED = {"next", "previous", "next-unlabelled", "previous-unlabelled", "previous-hit", "page-down", "page-up"}
_COUNTED |= {"scroll-down", "scroll-up"}

#: Actions whose named keys work while something is typed, too.
_ALWAYS = {"quit", "interrupt", "suspend", "redraw"}

#: What each action of the key table does.
ACTS: dict[str, Act] = {
    "next": moving.forward,
    "previous": moving.back,
    "next-unlabelled": _next_unlabelled,
    "previous-unlabelled": moving.previous_waiting,
    "page-down": moving.page_down,
    "page-up": moving.page_up,
    "first": moving.first,
    "last": moving.last,
    "go": _nowhere,
    "go-last": moving.to_last,
    "search": _search,
    "previous-hit": searching.previous_hit,
    "view": moving.view,
    "scroll-down": moving.scroll_down,
    "scroll-up": moving.scroll_up,
    "skip": marking.skip,
    "unsure": marking.unsure,
    "clear": marking.clear,
    "keep": marking.keep,
    "note": marking.note,
    "note-editor": marking.note_outside,
    "source": marking.source,
    "undo": changing.undo,
    "redo": changing.redo,
    "divide": _begin_to_divide,
    "join": _join,
    "codebook": lambda state: (state._replace(mode=CodebookMode()), ()),
    "highlight": _highlight,
    "origin": _origin,
    "similar": _ask_archive,
    "help": lambda state: (state._replace(mode=HelpMode()), ()),
    "quit": lambda state: (state, (Quit(0),)),
    "interrupt": lambda state: (state, (Quit(130),)),
    "suspend": lambda state: (state, (Suspend(),)),
    "redraw": lambda state: (state, (Redraw(),)),
}
ACTS |= {label.value: marking.labels(label) for label in Label}
ACTS |= {f"{label}-note": marking.labels(label, note=True) for label in Label}
