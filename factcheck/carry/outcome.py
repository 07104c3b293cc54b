"""What became of each sentence, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What became of a sentence between two versions of an article."""

    #: The same sentence, word for word or with a harmless edit, in the same order.
    KEPT = "kept"
    #: The same, at another place.
    MOVED = "moved"
    #: It says something else now, or might.
    CHANGED = "changed"
    #: It became several sentences.
    SPLIT = "split"
    #: Several became one.
    MERGED = "merged"
    #: The article no longer has it.
    RETIRED = "retired"
    #: The article says again what it said before, and has its label back.
    RESTORED = "restored"
    #: The article did not have it before.
    NEW = "new"


class Cause(StrEnum):
    """Why an edit is not harmless; `reasons.py` has the words for it."""

    NUMBER = "number"
    UNIT = "unit"
    DATE = "date"
    NEGATION = "negation"
    MODALITY = "modality"
    ATTRIBUTION = "attribution"
    QUANTITY = "quantity"
    RELATION = "relation"
    PERSON = "person"
    NAME = "name"
    QUOTES = "quotes"
    QUESTION = "question"
    TONE = "tone"
    COLON = "colon"
    PUNCTUATION = "punctuation"
    JOINED = "joined"
    WORD = "word"
    ORDER = "order"
    ACCENT = "accent"
    CASE = "case"
    LANGUAGE = "language"
    PARTS = "parts"
    LONG = "long"
    SOURCE = "source"
    LINK = "link"


class Kind(StrEnum):
    """What kind of edit is harmless; `reasons.py` has the words for it."""

    #: Code points of what looks the same: composed or not, kinds of space, what is not seen.
    FORM = "form"
    TYPOGRAPHY = "typography"
    MARKUP = "markup"
    LINK = "link"
    ACCENTS = "accents"
    CAPITALS = "capitals"
    SPELLING = "spelling"
    FIGURES = "figures"
    PUNCTUATION = "punctuation"
    LINKING = "linking"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that keeps an edit from being harmless."""

    cause: Cause
    #: The words it is about in the old wording; empty where words were added.
    old: str = ""
    #: The words it is about in the new wording; empty where words were taken out.
    new: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an edit is: harmless if there is no reason that it might not be."""

    reasons: tuple[Reason, ...] = ()
    #: What was harmless in it, in the order of `Kind`.
    kinds: tuple[Kind, ...] = ()
    #: What is harmless and still worth a look: a word in another form, a link that leads elsewhere.
    named: tuple[Reason, ...] = ()

    @property
    def harmless(self) -> bool:
        """Return whether a label may stay without asking."""
        return not self.reasons


@dataclass(frozen=True, slots=True)
class Outcome:
    """The fate of one sentence, or of several that were split or merged together."""

    #: Indices into the old sentences; empty for a new sentence.
    old: tuple[int, ...]
    #: Indices into the new sentences; empty for a retired one.
    new: tuple[int, ...]
    fate: Fate
    #: Why a label cannot stay without somebody looking; empty where it can.
    reasons: tuple[Reason, ...] = ()
    #: It stands at another place among the others; also set where it changed on its way.
    moved: bool = False
    #: The old wording, parts joined by a space.
    before: str = ""
    #: The new wording, parts joined by a space.
    after: str = ""
    #: What kinds of harmless edit there were.
    kinds: tuple[Kind, ...] = ()
    #: What is harmless in it and still worth a look.
    named: tuple[Reason, ...] = ()

    @property
    def edited(self) -> bool:
        """Return whether a label stays on a wording that is not the one it was given to, letter for letter."""
        return self.keeps_label and self.fate is not Fate.RESTORED and self.before != self.after

    @property
    def keeps_label(self) -> bool:
        """Return whether a label stays without asking anybody."""
        return self.fate in {Fate.KEPT, Fate.MOVED, Fate.RESTORED}
