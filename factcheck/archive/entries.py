"""One thing that was labelled here or checked by others, and what is answered about it."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.errors import FactcheckError

#: What shares fewer words than this says it in other words, most likely in another language.
_SHARED = 0.25


class ArchiveEntry(NamedTuple):
    """A sentence or a claim with what was found about it; an absent string is empty."""

    text: str
    #: The label on this desk, or the verdict in the words of whoever published it.
    verdict: str = ""
    #: The annotators, `decision`, or the publisher.
    who: str = ""
    #: As it was published: `2026-11-28`, maybe with more behind it.
    date: str = ""
    #: `annotations/strike.txt:12`, or an address.
    place: str = ""
    #: The title of the fact check.
    headline: str = ""
    #: Who says so.
    source: str = ""
    #: A code such as `fr`.
    language: str = ""
    #: Where the source can be found, if a label on this desk says so.
    source_address: str = ""


class TellingWord(NamedTuple):
    """A number, a name or a negation that only one of two sentences has."""

    #: Of `factcheck.carry.outcome.Cause`.
    cause: str
    word: str
    #: Whether the sentence that was found has it; else the one that was asked about.
    in_hit: bool
    #: Where in the sentence that was found, in code points from 0, the end exclusive; (0, 0) if it is not there.
    start: int = 0
    end: int = 0


class Hit(NamedTuple):
    """Something similar to what was asked about."""

    entry: ArchiveEntry
    #: How similar by its words, from 0 to 1; only for putting hits in order, as the next.
    words: float
    #: How similar by what it means, at most 1; 0 where no model was asked.
    meaning: float = 0.0
    differences: tuple[TellingWord, ...] = ()

    @property
    def score(self) -> float:
        """How similar, by whichever of the two says more: in another language the words say nothing."""
        return max(self.words, self.meaning)

    @property
    def in_other_words(self) -> bool:
        """Whether hardly a word is shared: then only what it means can say that it is the same claim."""
        return self.words < _SHARED


class SimilarAnswer(NamedTuple):
    """What there is about one sentence."""

    query: str
    #: Where the sentence is: `annotations/strike.txt:12`; empty for one that was typed.
    place: str
    hits: tuple[Hit, ...]
    #: Whether the first hit stands out from the others so far that it is most likely the same claim.
    strong: bool


class SimilarView(NamedTuple):
    """What there is about each sentence."""

    answers: tuple[SimilarAnswer, ...]
    #: How many entries were searched.
    searched: int
    #: How many sentences were asked about.
    asked: int
    #: Why articles could not be searched.
    failures: tuple[FactcheckError, ...] = ()
    #: The model that was asked what the sentences mean, with its version; empty if only words were searched.
    model: str = ""
