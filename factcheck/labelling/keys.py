"""Which key does what, as a table that may be remapped, and key scripts; `stepping` has what each action does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.i18n import N_, _, deferred
from factcheck.model import LineStarts


class Action(NamedTuple):
    """Something a key can do while a sentence is shown."""

    #: What `factcheck.yaml` calls it.
    name: str
    #: Its usual keys; the first is the one that is shown.
    keys: tuple[str, ...]
    #: Under which heading it is listed.
    group: str
    #: What it does, as the help says it.
    help: str


ACTIONS = (
    Action("claim", ("c",), "Labels", "label it a claim; go to the next sentence without a label"),
    Action("opinion", ("o",), "Labels", "label it an opinion; go on"),
    Action("unverified", ("u",), "Labels", "label it unverified; go on"),
    Action("sourced", ("s",), "Labels", "label it sourced, choose the source, go on"),
    Action("claim-note", ("C",), "Labels", "claim, and ask for a note"),
    Action("opinion-note", ("O",), "Labels", "opinion, and ask for a note"),
    Action("unverified-note", ("U",), "Labels", "unverified, and ask for a note"),
    Action("sourced-note", ("S",), "Labels", "sourced, and ask for a note after the source"),
    Action("skip", ("i",), "Labels", "not a statement: skip it, with a reason"),
    Action("unsure", ("w",), "Labels", "mark it unsure, or sure again"),
    Action("clear", ("x",), "Labels", "take the label or the skip away"),
    Action("keep", ("<enter>",), "Labels", "keep the earlier label of a sentence whose text changed"),
    Action("undo", ("z", "<backspace>"), "Labels", "undo, also what earlier sessions did"),
    Action("redo", ("Z",), "Labels", "redo"),
    Action("note", ("e",), "Remarks", "write a note"),
    Action("note-editor", ("E",), "Remarks", "write the note in $EDITOR"),
    Action("source", ("l",), "Remarks", "source, then its address"),
    Action("next", (" ", "j", "<down>"), "Moving", "next sentence"),
    Action("previous", ("k", "<up>"), "Moving", "previous sentence"),
    Action("next-unlabelled", ("n",), "Moving", "next sentence that waits for a label; in a search, next hit"),
    Action("previous-unlabelled", ("p",), "Moving", "previous sentence that waits for a label"),
    Action("page-down", ("<pgdn>",), "Moving", "ten sentences on"),
    Action("page-up", ("<pgup>",), "Moving", "ten sentences back"),
    Action("first", ("<home>",), "Moving", "first sentence"),
    Action("last", ("<end>",), "Moving", "last sentence"),
    Action("go", ("g",), "Moving", "after a number: go to that sentence (12g)"),
    Action("go-last", ("G",), "Moving", "go to the last sentence, or after a number to that one"),
    Action("search", ("/",), "Moving", "search what is shown; n and N walk the hits, Esc ends it"),
    Action("previous-hit", ("N",), "Moving", "the hit before, while a search is on"),
    Action("view", ("v",), "Moving", "walk all, unlabelled, unsure, noted, or one label only"),
    Action("scroll-down", ("<right>",), "Moving", "scroll a sentence too long for the screen"),
    Action("scroll-up", ("<left>",), "Moving", "scroll it back"),
    Action("divide", ("d",), "Sentences", "divide the sentence at a word"),
    Action("join", ("D",), "Sentences", "join it with the next"),
    Action("codebook", ("b",), "Help", "ask the codebook's questions; borderline cases"),
    Action("similar", ("F",), "Help", "ask the archive: what was labelled or checked that is like it"),
    Action("highlight", ("h",), "Help", "mark cue words and numbers, or stop"),
    Action("origin", ("a",), "Help", "where the article is from: title, author, date, address"),
    Action("help", ("?", "<f1>"), "Help", "these keys"),
    Action("quit", ("q", "<c-d>"), "Session", "leave; everything is saved"),
    Action("interrupt", ("<c-c>",), "Session", "leave at once; everything is saved"),
    Action("suspend", ("<c-z>",), "Session", "suspend; `fg` comes back"),
    Action("redraw", ("<c-l>",), "Session", "draw the screen again"),
)

#: The keys that are more than one character, by what stands in their angle brackets.
_NAMES = "enter esc tab s-tab backspace delete insert up down left right pgup pgdn home end"
NAMED = frozenset(f"<{name}>" for name in _NAMES.split(" "))
NAMED |= {f"<f{number}>" for number in range(1, 13)} | {f"<c-{letter}>" for letter in "abcdefghijklmnopqrstuvwxyz"}

#: Keys as people read them, where languages differ.
KEYS = (
    *(N_("Enter"), N_("Esc"), N_("Tab"), N_("Backspace"), N_("Delete"), N_("Insert"), N_("Up"), N_("Down")),
    *(N_("Left"), N_("Right"), N_("PgUp"), N_("PgDn"), N_("Home"), N_("End"), N_("Space")),
)

#: How a script writes the keys that are one character but cannot stand for themselves.
_WRITTEN = {"<space>": " ", "<lt>": "<"}

#: The digit row of a French keyboard without Shift.
_AZERTY = dict(zip("&é\"'(-è_çà", "1234567890", strict=True))


def key_word(key: str) -> str:
    """Return a key in the language of the interface: names are translated, a letter is the letter on the key."""
    return _(key) if key in KEYS else key


class Keymap(NamedTuple):
    """Which action each key stands for."""

    actions: Mapping[str, str]
    #: The keys of each action as people read them.
    shown: Mapping[str, tuple[str, ...]]

    def key(self, action: str) -> str:
        """Return the first key of an action as people read it; empty where it has none."""
        return next(iter(self.keys(action)), "")

    def hints(self, actions: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """Return some actions with their first keys."""
        return tuple([(action, self.key(action)) for action in actions])

    def keys(self, action: str) -> tuple[str, ...]:
        """Return every key of an action as people read them, in the language of the interface."""
        return tuple([key_word(key) for key in self.shown.get(action, ())])


def bind(remapped: Iterable[tuple[str, str]] = ()) -> Keymap:
    """Return the keymap with some actions given other keys.

    Args:
        remapped: Pairs of an action's name and its keys, written as a key script; they replace its usual keys.

    Raises:
        FactcheckError: An unknown action or key, or a key that two actions would share.

    >>> bind([("claim", "1<f2>")]).key("claim")
    '1'
    """
    asked = dict(remapped)
    for name in asked.keys() - {action.name for action in ACTIONS}:
        message = deferred("factcheck.yaml gives keys to {name!r}, and there is no such action", name=name)
        raise FactcheckError(
            message, hint=deferred("The actions are: {names}.", names=", ".join(action.name for action in ACTIONS))
        )
    actions: dict[str, str] = {}
    for action in ACTIONS:
        for key in _asked_keys(action.name, asked[action.name]) if action.name in asked else action.keys:
            if key == "<esc>" and action.group == "Labels":
                message = deferred(
                    "factcheck.yaml gives Esc to {action}, but terminals send Esc as part of other keys",
                    action=action.name,
                )
                raise FactcheckError(message, hint=deferred("Give it another key."))
            if key in actions and actions[key] != action.name:
                message = deferred(
                    "factcheck.yaml gives the key {key} to both {one} and {action}",
                    key=key_name(key),
                    one=actions[key],
                    action=action.name,
                )
                raise FactcheckError(message, hint=deferred("Give one of them another key."))
            actions[key] = action.name
    read: dict[str, tuple[str, ...]] = {}
    for key, name in actions.items():
        read[name] = (*read.get(name, ()), key_name(key))
    return Keymap(actions, read)


def _asked_keys(action: str, script: str) -> tuple[str, ...]:
    try:
        return parse_keys(script)
    except FactcheckError as error:
        raise FactcheckError(
            deferred("factcheck.yaml, keys of {action}: {problem}", action=action, problem=error.message),
            hint=error.hint,
        ) from error


#: One key of a script; compiled when the first script is read, as most sessions have none.
_ONE_KEY = r"(?s:<[a-z0-9-]+>|[^<])"


def parse_keys(script: str) -> tuple[str, ...]:
    """Return the keys that a script stands for; line breaks in it mean nothing.

    A character stands for itself; other keys are written as in `<enter>`, a space also as `<space>`, and the
    character `<` as `<lt>`.

    Raises:
        FactcheckError: A key nobody knows, with its column.

    >>> parse_keys("cs<enter>/a b<enter>")
    ('c', 's', '<enter>', '/', 'a', ' ', 'b', '<enter>')
    """
    keys: list[str] = []
    position = 0
    token = re.compile(_ONE_KEY)
    while position < len(script):
        match = token.match(script, position)
        key = _WRITTEN.get(match[0], match[0]) if match else "<"
        if match is None or not is_key(key, script=True):
            line, column = LineStarts(script).place(position)
            raise FactcheckError(
                deferred(
                    "line {line}, column {column} of the keys: no key is called {text!r}",
                    line=line,
                    column=column,
                    text=script[position : position + 12],
                ),
                hint=deferred("Write <enter>, <esc>, <tab>, <up>, <f1>, <c-d> and the like; a literal < is <lt>."),
            )
        keys += [] if key in "\r\n" else [key]
        position = match.end()
    return tuple(keys)


def is_key(key: str, *, script: bool = False) -> bool:
    """Return whether this is a key: one printable character or a known name (in a script also a line break)."""
    if len(key) == 1:
        return key.isprintable() or not (key.isascii() or "\x80" <= key <= "\x9f") or (script and key in "\r\n")
    return key in NAMED


def key_name(key: str) -> str:
    """Return a key as people read it: `Space`, `Enter`, `Ctrl-D`, `F1`, or itself.

    >>> key_name("<c-d>"), key_name(" "), key_name("<pgdn>")
    ('Ctrl-D', 'Space', 'PgDn')
    """
    if len(key) == 1:
        return "Space" if key == " " else key
    name = key[1:-1]
    if name.startswith(("c-", "s-", "a-")) and len(name) > 2:
        held = {"c": "Ctrl", "s": "Shift", "a": "Alt"}[name[0]]
        return f"{held}-{'Space' if name[2:] == ' ' else name[2:].capitalize()}"
    return {"pgup": "PgUp", "pgdn": "PgDn"}.get(name, name.capitalize())


def digit(key: str) -> str:
    """Return the digit a key counts as, AZERTY's digits without Shift included; empty if none.

    >>> digit("7"), digit("è"), digit("g")
    ('7', '7', '')
    """
    return key if key in set("0123456789") else _AZERTY.get(key, "")
