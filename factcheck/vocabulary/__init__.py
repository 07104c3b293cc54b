"""What an edit may touch without changing what a sentence says, as word lists per language; edits are judged elsewhere.

Each language is a module that holds one `WORDS`. Words are written in lower case and without accents, an elided word
as its full form (`d'` is under `de`).
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

#: The languages there are lists for.
LANGUAGES = ("en", "fr")

#: The lists a newsroom can add words to, by the names they have in its settings.
EXTENSIBLE = (
    "negation",
    "modality",
    "attribution",
    "quantity",
    "relation",
    "person",
    "dates",
    "units",
    "light",
    "leading",
    "confusable",
)


class _Lists(NamedTuple):
    #: Words that deny: not, never, nobody.
    negation: frozenset[str]
    #: Words that say how sure or how bound somebody is: may, must, alleged.
    modality: frozenset[str]
    #: Words that say who says it: said, according, claims.
    attribution: frozenset[str]
    #: Words that measure without a figure: almost, most, only, less.
    quantity: frozenset[str]
    #: Words that relate things to each other: with, before, because, or.
    relation: frozenset[str]
    #: Words that stand for somebody: he, their, who.
    person: frozenset[str]
    #: Months, days and words of time that date what is said.
    dates: frozenset[str]
    #: Units of measure and currencies.
    units: frozenset[str]
    #: Number words and their figures.
    numbers: Mapping[str, str]
    #: Function words that may come and go: they carry neither person nor relation.
    light: frozenset[str]
    #: Phrases that only link a sentence to the one before, which may come and go at its start.
    leading: frozenset[str]
    #: Groups of words that may stand for each other.
    alike: tuple[frozenset[str], ...] = ()
    #: Words that differ by a letter from another word: never taken for its misspelling.
    confusable: frozenset[str] = frozenset()
    #: Words that become another word by an accent (written without it).
    accent_matters: frozenset[str] = frozenset()
    #: Words that become another word by a capital: May, may.
    case_matters: frozenset[str] = frozenset()
    #: Endings that carry person, tense or mood: a slip never turns one into another.
    endings: frozenset[str] = frozenset()
    #: What an elided or shortened word stands for.
    elided: Mapping[str, str] = MappingProxyType({})
    #: An apostrophe ends a word: `l'` and `eau` are two.
    elides: bool = False
    #: Every noun has a capital, so that a capital does not tell a name.
    capital_nouns: bool = False
    #: What groups digits besides a space.
    grouping: str = ""


class Words(_Lists):
    """The word lists of one language; equal only to itself, so that results can be remembered by it."""

    __slots__ = ()
    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__


@cache
def words_for(language: str) -> Words | None:
    """Return the word lists of a language; None where there are none, so that only typography is harmless."""
    if language not in LANGUAGES:
        return None
    words = importlib.import_module(f"factcheck.vocabulary.{language}").WORDS
    assert isinstance(words, Words)  # noqa: S101 - a slip in our own data, not in the input
    return words


def extended(words: Words, more: Mapping[str, frozenset[str]]) -> Words:
    """Return the lists with a newsroom's own words added; the keys of `more` are names of `EXTENSIBLE`."""
    return words._replace(**{name: getattr(words, name) | added for name, added in more.items()})


def listed(text: str) -> frozenset[str]:
    """Return the words of a list, which are separated by white space; `_` stands for a space inside a phrase."""
    return frozenset(word.replace("_", " ") for word in text.split())


def paired(text: str) -> Mapping[str, str]:
    """Return a list of `word=meaning` pairs, separated by white space."""
    return dict(word.split("=") for word in text.split())
