"""What the engine is told besides keys, and what it asks of whoever runs it; nothing is carried out here."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.labelling.history import JournalEntry
from factcheck.model import Sidecar


@dataclass(frozen=True, slots=True)
class Paste:
    """Text that was pasted in one go: it may fill a field, and is never taken for keys."""

    text: str


@dataclass(frozen=True, slots=True)
class EditorText:
    """The note of the current sentence as it came back from an editor outside."""

    text: str


#: A key (see `keys`), pasted text, or a note that comes back from an editor.
Event = str | Paste | EditorText


@dataclass(frozen=True, slots=True)
class Save:
    """Make these labels durable, and remember the steps in the journal, in this order."""

    sidecar: Sidecar
    #: What to append to the journal, one line each by `to_json`.
    entries: tuple[JournalEntry, ...]


@dataclass(frozen=True, slots=True)
class Quit:
    """End the session with this exit code."""

    code: int


@dataclass(frozen=True, slots=True)
class Suspend:
    """Stop the program until the shell brings it back."""


@dataclass(frozen=True, slots=True)
class Redraw:
    """Draw the whole screen afresh."""


@dataclass(frozen=True, slots=True)
class EditExternally:
    """Let an editor change this note, then step with `EditorText`."""

    text: str


@dataclass(frozen=True, slots=True)
class Bell:
    """Say that a key did nothing."""


Effect = Save | Quit | Suspend | Redraw | EditExternally | Bell
