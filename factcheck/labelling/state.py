"""Everything a labelling session knows, as one frozen value; how keys change it is in the other modules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcheck.i18n import N_
from factcheck.labelling.effects import Effect
from factcheck.labelling.history import History
from factcheck.labelling.keys import Keymap, bind
from factcheck.labelling.structure import Structure
from factcheck.model import Record, RecordId, Sidecar
from factcheck.review.alternatives import Alternative, Alternatives

if TYPE_CHECKING:
    from factcheck.labelling.codebook import Codebook


class InputField(StrEnum):
    """What is being typed."""

    NOTE = "note"
    SOURCE = "source"
    URL = "url"
    SKIP = "skip"
    REASON = "reason"
    SEARCH = "search"


class Draft(NamedTuple):
    """What was begun to be written about a sentence and not finished."""

    id: RecordId
    field: InputField
    text: str


@dataclass(frozen=True, slots=True)
class ReadingMode:
    """A sentence is shown and keys are actions."""

    #: The digits typed so far, for `g` and the moves.
    number: str = ""


class TypingMode(NamedTuple):
    """One line of text is being typed."""

    field: InputField
    text: str = ""
    #: Where the next character goes, in code points.
    cursor: int = 0
    #: What can be taken with one key instead.
    proposals: tuple[str, ...] = ()
    #: The proposal that Enter takes; None where Enter takes the text.
    chosen: int | None = None
    #: The line was emptied on purpose: Enter leaves the field empty.
    emptied: bool = False
    #: What is asked for next.
    then: tuple[InputField, ...] = ()
    #: Whether to go on to the next sentence at the end, as after a label.
    advance: bool = False
    #: Whether what is typed is undone together with the change before it.
    follows: bool = False
    #: The sentence it was about is gone: the text waits until it is said where it belongs now.
    stray: bool = False


@dataclass(frozen=True, slots=True)
class DividingMode:
    """A place to divide the sentence at is being chosen."""

    #: Where the second half may begin, in code points of the sentence.
    cuts: tuple[int, ...]
    #: Which of them is chosen.
    chosen: int


@dataclass(frozen=True, slots=True)
class CodebookMode:
    """The codebook's questions are being answered."""

    #: The answers so far, counted from 0.
    answers: tuple[int, ...] = ()
    #: Which page of borderline cases is shown instead, from 1; 0 shows the questions.
    page: int = 0


@dataclass(frozen=True, slots=True)
class HelpMode:
    """The keys are shown, or where the article is from."""

    page: int = 0
    topic: Literal["keys", "origin"] = "keys"


@dataclass(frozen=True, slots=True)
class LookupMode:
    """What the archive answers is shown."""

    lines: tuple[str, ...]
    page: int = 0


@dataclass(frozen=True, slots=True)
class AstrayMode:
    """The sentence that the next keys are meant for is another now: they mean nothing until Esc."""


Mode = ReadingMode | TypingMode | DividingMode | CodebookMode | HelpMode | LookupMode | AstrayMode


class SaveStatus(StrEnum):
    """How the labels on the disk stand to those shown."""

    SAVED = N_("saved")
    PENDING = N_("saving")
    FAILED = N_("NOT SAVED")


class Selection(NamedTuple):
    """The sentences a session is about, where it is not about all of them."""

    #: What they are, for people: `disputed`, `changed since main`.
    name: str
    #: The ids of their records.
    ids: frozenset[str]


class State(NamedTuple):
    """A labelling session between two keys."""

    sidecar: Sidecar
    #: The article's text, for what stands between its sentences.
    article: str = ""
    #: The current sentence, from 0.
    at: int = 0
    mode: Mode = ReadingMode()
    keymap: Keymap = bind()
    #: Which sentences moves stop at; a name of `views.NAMES`, or the selection's.
    view: str = "all"
    selection: Selection | None = None
    history: History = History()
    #: What to tell the annotator; cleared by the next key.
    message: str = ""
    #: What was searched for last, and whether its hits are still walked.
    query: str = ""
    searching: bool = False
    #: Where the article is from, as words and values; empty where nobody wrote it down.
    origin: tuple[tuple[str, str], ...] = ()
    #: How far a long sentence is scrolled, in half screens.
    scroll: int = 0
    highlight: bool = False
    #: Where paragraphs begin, and what is a heading.
    structure: Structure = Structure()
    #: What was begun to be written and not finished.
    drafts: tuple[Draft, ...] = ()
    #: The addresses that the desk gives to sources, by their names as `folded`; None until somebody needs one.
    addresses: Mapping[str, tuple[str, ...]] | None = None
    #: How many pages the keys, the archive's answer or the borderline cases take in the window; 0 where not known.
    pages: int = 0
    #: Why undo will not reach back into this session; empty if it will.
    forgetful: str = ""
    #: What others say, in a session that settles differences.
    others: Alternatives | None = None
    #: The annotator must not be swayed: nothing marks or suggests what others thought.
    blind: bool = False
    saved: SaveStatus = SaveStatus.SAVED
    #: Why the labels could not be saved; empty unless they could not.
    trouble: str = ""
    #: How many sentences wait for somebody; kept up to date by each change.
    left: int = 0
    #: How many waited when the session began.
    left_at_start: int = 0
    #: How many keys were pressed in this session.
    keystrokes: int = 0
    #: The desk's own codebook; None for the usual one, which no session needs before somebody asks for it.
    codebook: Codebook | None = None

    @property
    def record(self) -> Record:
        """The current sentence and what is said about it."""
        return self.sidecar.sentences[self.at]

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """What others say about the current sentence, or about the one that it was divided from."""
        known = self.others.alternatives if self.others else {}
        if not known:
            return ()
        upwards = reversed(self.sidecar.sentences[: self.at + 1])
        return next((known[record.id] for record in upwards if record.id in known), ())


#: What a step returns: the state after it, and what to carry out.
StepResult = tuple[State, tuple[Effect, ...]]

#: What a key does.
Act = Callable[[State], StepResult]


def waits(record: Record) -> bool:
    """Return whether somebody still has to look at a sentence: no label and no skip, or its text changed since."""
    return not record.done or record.was != ""
