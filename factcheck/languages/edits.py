"""What an edit may touch without changing what a sentence says, in one language: in small letters, without accents.

An elided word stands in its full form (`d'` is under `de`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from factcheck.languages.lists import Lists, groups, pairs, words

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
    negation: frozenset[str] = frozenset()
    #: Words that say how sure or how bound somebody is: may, must, alleged.
    modality: frozenset[str] = frozenset()
    #: Words that say who says it: said, according, claims.
    attribution: frozenset[str] = frozenset()
    #: Words that measure without a figure: almost, most, only, less.
    quantity: frozenset[str] = frozenset()
    #: Words that relate things to each other: with, before, because, or.
    relation: frozenset[str] = frozenset()
    #: Words that stand for somebody: he, their, who.
    person: frozenset[str] = frozenset()
    #: Months, days and words of time that date what is said.
    dates: frozenset[str] = frozenset()
    #: Units of measure and currencies.
    units: frozenset[str] = frozenset()
    #: Function words that may come and go: they carry neither person nor relation.
    light: frozenset[str] = frozenset()
    #: Phrases that only link a sentence to the one before, which may come and go at its start.
    leading: frozenset[str] = frozenset()
    #: Words that differ by a letter from another word: never taken for its misspelling.
    confusable: frozenset[str] = frozenset()
    #: Words that become another word by an accent (written without it).
    accent_matters: frozenset[str] = frozenset()
    #: Words that become another word by a capital: May, may.
    case_matters: frozenset[str] = frozenset()
    #: Endings that carry person, tense or mood: a slip never turns one into another.
    endings: frozenset[str] = frozenset()
    #: Groups of words that may stand for each other.
    alike: tuple[frozenset[str], ...] = ()
    #: Number words and their figures.
    numbers: Mapping[str, str] = MappingProxyType({})
    #: What an elided or shortened word stands for.
    elided: Mapping[str, str] = MappingProxyType({})
    #: An apostrophe ends a word: `l'` and `eau` are two.
    elides: bool = False
    #: Every noun has a capital, so that a capital does not tell a name.
    capital_nouns: bool = False
    #: What groups digits besides a space.
    grouping: str = ""


class EditWords(_Lists):
    """The word lists that edits are judged by; equal only to itself, so that results can be remembered by it."""

    __slots__ = ()
    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__


def read_edits(lists: Lists) -> EditWords:
    """Return the words of a file's `EDITS`; each field comes from the entry of the same name."""
    plain = [name for name, value in EditWords._field_defaults.items() if value == frozenset()]
    return EditWords(
        **{name: words(lists, name) for name in plain},
        alike=groups(lists, "alike"),
        numbers=pairs(lists, "numbers"),
        elided=pairs(lists, "elided"),
        elides="elides" in lists,
        capital_nouns="capital_nouns" in lists,
        grouping=lists.get("grouping", ""),
    )


def extended(base: EditWords, more: Mapping[str, frozenset[str]]) -> EditWords:
    """Return the lists with a newsroom's own words added; the keys of `more` are names of `EXTENSIBLE`."""
    return base._replace(**{name: getattr(base, name) | added for name, added in more.items()})
