"""What the annotator's screen shows besides the article: prompts, proposals, the keys."""

from __future__ import annotations

from functools import lru_cache

from factcheck.formats.screen.layout import cell_count, cut, shortened, shown, tail, wrap
from factcheck.formats.screen.style import Theme, paint
from factcheck.i18n import N_, _, spoken
from factcheck.labelling.keys import ACTIONS
from factcheck.labelling.state import (
    AstrayMode,
    CodebookMode,
    DividingMode,
    HelpMode,
    InputField,
    ReadingMode,
    SaveStatus,
    State,
    TypingMode,
)
from factcheck.model import Label

#: What is asked for, in the words of the prompt.
ASKED = {
    InputField.NOTE: N_("note"),
    InputField.SOURCE: N_("source"),
    InputField.URL: N_("address"),
    InputField.SKIP: N_("why skip"),
    InputField.REASON: N_("why they differ"),
    InputField.SEARCH: N_("search"),
}

#: The actions of the bottom row, as many as there is room for, and what it calls them.
_HINTS: dict[str, str] = {
    **{label.value: label.value for label in Label},
    "undo": N_("undo"),
    "codebook": N_("codebook"),
}
#: Names of actions and their keys.
Hints = tuple[tuple[str, str], ...]

#: Those that are always there: who knows these finds all others.
_LAST_HINTS = {"help": N_("keys"), "quit": N_("quit")}


def prompt(state: State, width: int, most: int = 1) -> tuple[list[str], int | None]:
    """Return the rows for messages and typing, and the cell the cursor belongs in while something is typed.

    Args:
        state: The session.
        width: The screen's cells.
        most: How many rows a message may take; a longer one is cut.
    """
    if not isinstance(state.mode, TypingMode):
        trouble = _("not saved: {trouble}").format(trouble=state.trouble) if state.saved is SaveStatus.FAILED else ""
        said = " - ".join(text for text in (trouble, state.message) if text)
        return _message(shown(said), width, most), None
    name = " " + _("{name}: {text}").format(name=_(ASKED[state.mode.field]), text="")
    # One cell stays free for the cursor behind the text.
    before = tail(shown(state.mode.text[: state.mode.cursor]), max(width - len(name) - 1, 1))
    text = cut(name + before + shown(state.mode.text[state.mode.cursor :]), width - 1)
    return [text], min(cell_count(name + before), width - 1)


def _message(text: str, width: int, most: int) -> list[str]:
    rows = [f" {text[start:end]}" for start, end in wrap(text, width - 1)] if text else [""]
    return rows if len(rows) <= most else [cut(f" {text}", width)]


#: Below this width, the hints of a sentence take two rows where the window is tall.
_NARROW = 60


def hints(state: State, width: int, most: int = 1, pages: int = 0) -> list[str]:
    """Return the bottom rows: what the most useful keys do now.

    Args:
        state: The session.
        width: The screen's cells.
        most: How many rows there may be; where they do not suffice there is one, cut.
        pages: How many pages what is shown has.
    """
    mode = state.mode
    if isinstance(mode, ReadingMode):
        room = (width - 1) * (2 if width < _NARROW and most > 1 else 1)
        return _in_rows(_reading_hints(state, room), width)[:most]
    if isinstance(mode, TypingMode):
        text = _typing_hints(state, mode, width - 1)
    elif isinstance(mode, DividingMode):
        text = _("Enter divides here  Esc leaves it whole  Left Right choose the word")
    elif isinstance(mode, CodebookMode):
        text = _page(mode.page, pages) if mode.page else _("b borderline cases  Backspace back  Esc leave")
    elif isinstance(mode, AstrayMode):
        text = _("Esc goes on")
    else:
        text = _page(min(mode.page + 1, pages), pages)
    rows = _in_rows(text, width)
    return rows if len(rows) <= most else [cut(f" {text}", width)]


def _in_rows(text: str, width: int) -> list[str]:
    """Return hints, which two spaces part, in as many rows as they need; none of them is divided."""
    rows: list[str] = []
    for hint in text.split("  "):
        if rows and cell_count(f"{rows[-1]}  {hint}") <= width:
            rows[-1] += f"  {hint}"
        else:
            rows.append(cut(f" {hint}", width))
    return rows


def _page(page: int, pages: int) -> str:
    page = min(page, pages)
    told = _("page {page} of {pages}").format(page=page, pages=pages)
    return (
        _("{told}  Space next page  Esc leave").format(told=told)
        if page < pages
        else _("{told}  Esc leave").format(told=told)
    )


def _typing_hints(state: State, mode: TypingMode, width: int) -> str:
    most = len(mode.proposals)
    choose = _("1-{most} choose").format(most=most) if most > 1 else _("1 chooses")
    takes, leaves = _("Enter takes it"), _("Esc leaves it")
    if mode.field in (InputField.SOURCE, InputField.URL) and mode.chosen is None and not mode.text.strip():
        takes = _("Enter leaves it open")
    first = [choose, _("Tab edits")] if most and not (mode.text or mode.emptied) else []
    # That a label was given shows beside its sentence.
    told = state.message and not state.message.startswith(_("{number}: {what}").format(number=state.at + 1, what=""))
    if told:
        return f"{shown(state.message)} - {'  '.join([*first, takes, leaves])}"
    return _fitting(first, [takes, leaves], width)


def _reading_hints(state: State, width: int) -> str:
    """Return the hints that fit, those that lead to all others last and always."""
    record, keymap = state.record, state.keymap
    label = _(record.was_label or "it")
    first = [_("1-{most} take theirs").format(most=len(state.alternatives))] if state.alternatives else []
    first += [_("{key} keeps {label}").format(key=keymap.key("keep"), label=label)] if record.was else []
    if not first:
        return _usual_hints(keymap.hints(tuple(_HINTS)), keymap.hints(tuple(_LAST_HINTS)), width, spoken())
    return _fitting(first + _named(keymap.hints(tuple(_HINTS))), _named(keymap.hints(tuple(_LAST_HINTS))), width)


@lru_cache(64)
def _usual_hints(keys: Hints, last: Hints, width: int, language: str) -> str:  # noqa: ARG001 - tells languages apart
    """Return the hints of a sentence that has none of its own; remembered, as it is asked for at every key."""
    return _fitting(_named(keys), _named(last), width)


def _fitting(hints: list[str], always: list[str], width: int) -> str:
    last = "  ".join(always)
    room = width - cell_count(last) - 2
    text = ""
    for hint in hints:
        if cell_count(text) + cell_count(hint) + 2 > room:
            break
        text += hint + "  "
    return text + last


def _named(keys: Hints) -> list[str]:
    return [f"{shown(key)} {_((_HINTS | _LAST_HINTS)[name])}" for name, key in keys if key]


def proposal_lines(state: State, width: int, room: int, theme: Theme) -> list[str]:
    """Return the numbered proposals, the chosen one marked."""
    assert isinstance(state.mode, TypingMode)  # noqa: S101 - only asked for while something is typed
    lines = []
    for at, text in enumerate(state.mode.proposals):
        chosen = at == state.mode.chosen
        line = shortened(f" {'>' if chosen else ' '}{at + 1} {shown(offer(state.mode, text))}", width)
        lines.append(paint(line, "chosen" if chosen else "", theme))
    return lines[: max(room, 0)]


def offer(mode: TypingMode, text: str) -> str:
    """Return a proposal as people read it: reasons why annotators differ are chosen by what they mean."""
    if mode.field is not InputField.REASON:
        return text
    from factcheck.review.adjudication.reasons import reason_offer  # noqa: PLC0415 - not for the first screen

    return reason_offer(text)


def helping_lines(state: State, width: int, room: int) -> tuple[list[str], int]:
    """Return one page of the keys, under their headings, and how many pages there are."""
    assert isinstance(state.mode, HelpMode)  # noqa: S101 - only asked for while help is open
    lines = help_text(state, width)
    last = max(-(-len(lines) // room) - 1, 0)
    page = min(state.mode.page, last)
    return lines[page * room : (page + 1) * room], last + 1


def help_text(state: State, width: int) -> list[str]:
    """Return every key and what it does, or where the article is from, in lines of at most `width` cells."""
    lines: list[str] = []
    if isinstance(state.mode, HelpMode) and state.mode.topic == "origin":
        words = max(cell_count(word) for word, _value in state.origin)
        return [row for word, value in state.origin for row in _hanging(f"  {word:<{words}}  ", shown(value), width)]
    named = [" ".join(shown(key) for key in state.keymap.keys(action.name)) for action in ACTIONS]
    widest = min(max(map(cell_count, named)), max(width // 4, 12))
    group = ""
    for action, keys in zip(ACTIONS, named, strict=True):
        if action.group != group:
            lines += [*([""] if lines else []), f" {_(action.group)}"]
            group = action.group
        lines += _hanging(f"  {keys:<{widest}}  ", _(action.help), width)
    return lines


def _hanging(head: str, text: str, width: int) -> list[str]:
    room = max(width - cell_count(head), 10)
    rows = [text[start:end] for start, end in wrap(text, room)]
    return [cut((head if at == 0 else " " * cell_count(head)) + row, width) for at, row in enumerate(rows)]
