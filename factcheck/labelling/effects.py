"""What the engine is told besides keys, and what it asks of whoever runs it."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.labelling.history import JournalEntry


@dataclass(frozen=True, slots=True)
class Paste:
    """Text that was pasted in one go: it may fill a field, and is never taken for keys."""

    text: str


@dataclass(frozen=True, slots=True)
class EditorText:
    """The note of the current sentence as it came back from an editor outside."""

    text: str


@dataclass(frozen=True, slots=True)
class ArchiveAnswer:
    """What the archive answers about the current sentence."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pointer:
    """What the mouse did, at a row and a column of the window, both from 0."""

    #: `click`, or `up` and `down` of the wheel.
    what: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Background:
    """The colour behind the text, as the terminal answers; each part from 0 to 1."""

    red: float
    green: float
    blue: float


@dataclass(frozen=True, slots=True)
class SentenceChoice:
    """A sentence was chosen by pointing at it; counted from 0."""

    at: int


#: A key (see `keys`), pasted text, what comes back from an editor or the archive, what mouse and terminal say.
Event = str | Paste | EditorText | ArchiveAnswer | Pointer | Background | SentenceChoice


@dataclass(frozen=True, slots=True)
class Save:
    """Make the state's labels durable, and remember the steps in the journal, in this order."""

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
class AskArchive:
    """Ask the archive about this sentence, then step with `ArchiveAnswer`."""

    text: str


@dataclass(frozen=True, slots=True)
class FindAddresses:
    """Find out which addresses the desk gives to sources, before one is asked for."""


@dataclass(frozen=True, slots=True)
class Bell:
    """Say that a key did nothing."""


Effect = Save | Quit | Suspend | Redraw | EditExternally | AskArchive | FindAddresses | Bell
