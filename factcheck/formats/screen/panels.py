"""What the annotator's screen shows besides the article: prompts, proposals, the keys."""

from __future__ import annotations

from factcheck.formats.screen.layout import cells, cut, shown, tail, wrap
from factcheck.formats.screen.style import paint
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

#: What is asked for, in the words of the prompt.
ASKED = {
    InputField.NOTE: "note",
    InputField.SOURCE: "source",
    InputField.URL: "address",
    InputField.SKIP: "why skip",
    InputField.REASON: "why they differ",
    InputField.SEARCH: "search",
}

#: The actions of the bottom row, as many as there is room for, and what it calls them.
_HINTS = {
    "claim": "claim",
    "opinion": "opinion",
    "unverified": "unverified",
    "sourced": "sourced",
    "undo": "undo",
    "help": "keys",
    "codebook": "codebook",
    "quit": "quit",
}


def prompt(state: State, width: int) -> tuple[str, int | None]:
    """Return the row for messages and typing, and the cell the cursor belongs in while something is typed."""
    if not isinstance(state.mode, TypingMode):
        trouble = f"not saved: {state.trouble}" if state.saved is SaveStatus.FAILED else ""
        said = " - ".join(text for text in (trouble, state.message) if text)
        return cut(f" {shown(said)}" if said else "", width), None
    name = f" {ASKED[state.mode.field]}: "
    # One cell stays free for the cursor behind the text.
    before = tail(shown(state.mode.text[: state.mode.cursor]), max(width - len(name) - 1, 1))
    text = cut(name + before + shown(state.mode.text[state.mode.cursor :]), width - 1)
    return text, min(cells(name + before), width - 1)


def hints(state: State, width: int) -> str:
    """Return the bottom row: what the most useful keys do now."""
    mode = state.mode
    if isinstance(mode, ReadingMode):
        text = _reading_hints(state)
    elif isinstance(mode, TypingMode):
        text = "Enter takes it  Esc leaves it"
        most = len(mode.proposals)
        text = (
            f"{f'1-{most} choose' if most > 1 else '1 chooses'}  Tab edits  {text}" if mode.chosen is not None else text
        )
        # That a label was given shows beside its sentence.
        told = state.message and not state.message.startswith(f"{state.at + 1}: ")
        text = f"{shown(state.message)} - {text}" if told else text
    elif isinstance(mode, DividingMode):
        text = "Left Right choose the word  Enter divides before it  Esc leaves it whole"
    elif isinstance(mode, CodebookMode):
        text = "b borderline cases  Backspace back  Esc leave"
    elif isinstance(mode, AstrayMode):
        text = "Esc goes on"
    else:
        text = "Space next page  Esc leave"
    return cut(" " + text, width)


def _reading_hints(state: State) -> str:
    record, keymap = state.record, state.keymap
    take = f"1-{len(state.alternatives)} take theirs  " if state.alternatives else ""
    keep = f"{keymap.key('keep')} keeps {record.was_label or 'it'}  " if record.was else ""
    return (
        take
        + keep
        + "  ".join(f"{shown(keymap.key(name))} {word}" for name, word in _HINTS.items() if keymap.key(name))
    )


def proposal_lines(state: State, width: int, room: int, *, color: bool) -> list[str]:
    """Return the numbered proposals, the chosen one marked."""
    assert isinstance(state.mode, TypingMode)  # noqa: S101 - only asked for while something is typed
    lines = []
    for at, text in enumerate(state.mode.proposals):
        chosen = at == state.mode.chosen
        line = cut(f" {'>' if chosen else ' '}{at + 1} {shown(text)}", width)
        lines.append(paint(line, "chosen" if chosen else "", color=color))
    return lines[: max(room, 0)]


def helping_lines(state: State, width: int, room: int) -> list[str]:
    """Return one page of the keys, under their headings."""
    assert isinstance(state.mode, HelpMode)  # noqa: S101 - only asked for while help is open
    lines = help_text(state, width)
    last = max(-(-len(lines) // room) - 1, 0)
    page = min(state.mode.page, last)
    return lines[page * room : (page + 1) * room]


def help_text(state: State, width: int) -> list[str]:
    """Return every key and what it does, in lines of at most `width` cells."""
    lines: list[str] = []
    group = ""
    for action in ACTIONS:
        if action.group != group:
            lines += [*([""] if lines else []), f" {action.group}"]
            group = action.group
        keys = " ".join(shown(key) for key in state.keymap.keys(action.name))
        lines += _hanging(f"  {keys:<12} ", action.help, width)
    return lines


def _hanging(head: str, text: str, width: int) -> list[str]:
    room = max(width - cells(head), 10)
    rows = [text[start:end] for start, end in wrap(text, room)]
    return [cut((head if at == 0 else " " * cells(head)) + row, width) for at, row in enumerate(rows)]
