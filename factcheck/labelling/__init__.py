"""Labelling as a pure state machine: keys in, labels and effects out; `app.session` draws, reads keys, saves."""

from factcheck.labelling.changing import held_down
from factcheck.labelling.drafts import put_aside, with_draft
from factcheck.labelling.effects import (
    ArchiveAnswer,
    AskArchive,
    Background,
    Bell,
    EditExternally,
    EditorText,
    Effect,
    Event,
    FindAddresses,
    Paste,
    Pointer,
    Quit,
    Redraw,
    Save,
    SentenceChoice,
    Suspend,
)
from factcheck.labelling.history import History, JournalEntry, UndoStep, Verb, from_json, replay, to_json
from factcheck.labelling.keys import ACTIONS, Action, Keymap, bind, parse_keys
from factcheck.labelling.searching import prepare as prepare_search
from factcheck.labelling.session import Summary, reload, saved, start, summary, unsaved
from factcheck.labelling.state import SaveStatus, Selection, State
from factcheck.labelling.stepping import likely_keys, step
from factcheck.labelling.views import CARRIED, carried, select

__all__ = [
    "ACTIONS",
    "CARRIED",
    "Action",
    "ArchiveAnswer",
    "AskArchive",
    "Background",
    "Bell",
    "EditExternally",
    "EditorText",
    "Effect",
    "Event",
    "FindAddresses",
    "History",
    "JournalEntry",
    "Keymap",
    "Paste",
    "Pointer",
    "Quit",
    "Redraw",
    "Save",
    "SaveStatus",
    "Selection",
    "SentenceChoice",
    "State",
    "Summary",
    "Suspend",
    "UndoStep",
    "Verb",
    "bind",
    "carried",
    "from_json",
    "held_down",
    "likely_keys",
    "parse_keys",
    "prepare_search",
    "put_aside",
    "reload",
    "replay",
    "saved",
    "select",
    "start",
    "step",
    "summary",
    "to_json",
    "unsaved",
    "with_draft",
]
