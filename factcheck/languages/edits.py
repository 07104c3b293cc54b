"""What an edit may touch without changing what a sentence says, in one language: in small letters, without accents.

An elided word stands in its full form (`d'` is under `de`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

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
    #: The language's code.
    code: str = ""

    # Words that name the reason why an edit is asked about.

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

    # What may come and go.

    #: Words that only introduce a clause: they may come and go before a subject.
    introducing: frozenset[str] = frozenset()
    #: Words that may come and go anywhere, but beside a number or a word that weighs; only a newsroom says so.
    light: frozenset[str] = frozenset()
    #: Phrases that, at the start and with a comma, link a sentence to the one before and do nothing else.
    leading: frozenset[str] = frozenset()
    #: Those of one word that do nothing else in the middle of a sentence either, with or without commas.
    linking: frozenset[str] = frozenset()
    #: Words that are written with a hyphen or in one, and mean the same.
    compounds: frozenset[str] = frozenset()
    #: Two words that are written with a hyphen or without, and mean the same.
    hyphenated: frozenset[str] = frozenset()
    #: Groups of words that may stand for each other.
    alike: tuple[frozenset[str], ...] = ()
    #: What other spellings become, as patterns and what replaces them: colour and color.
    spelling: tuple[tuple[re.Pattern[str], str], ...] = ()

    # Where a comma may come and go.

    #: Conjunctions that oppose: but.
    adversative: frozenset[str] = frozenset()
    #: Conjunctions that add: and.
    coordinating: frozenset[str] = frozenset()
    #: Conjunctions that begin a clause after the main one: because.
    subordinating: frozenset[str] = frozenset()
    #: Prepositions and conjunctions that may open what leads in to a sentence.
    lead_ins: frozenset[str] = frozenset()
    #: Articles and pronouns that a subject begins with.
    subjects: frozenset[str] = frozenset()
    #: Words that begin a relative clause.
    relative: frozenset[str] = frozenset()

    # What makes another word.

    #: Words that differ by a letter from another word and are in no dictionary: never taken for its misspelling.
    confusable: frozenset[str] = frozenset()
    #: Words that become another word by an accent (written without it), and beginnings of such words.
    accent_matters: frozenset[str] = frozenset()
    accent_stems: frozenset[str] = frozenset()
    #: `listed` where the two lists above are complete, `restored` where accents may be put back into a whole article.
    accents: str = ""
    #: Words that become another word by a capital: May, may.
    case_matters: frozenset[str] = frozenset()
    #: Words that are the same with a capital or without: President, Monday.
    free_case: frozenset[str] = frozenset()
    #: Words that make the noun after them a plural.
    plurals: frozenset[str] = frozenset()

    # How words and figures are written.

    #: Number words and their figures.
    numbers: Mapping[str, str] = MappingProxyType({})
    #: Those that are other words as well, and stand for a figure beside others only: *neuf*, but not *vingt-neuf*.
    homographs: frozenset[str] = frozenset()
    #: What says `%` in words.
    percent: frozenset[str] = frozenset()
    #: What an elided or shortened word stands for.
    elided: Mapping[str, str] = MappingProxyType({})
    #: The two words that a contraction stands for, joined by `+`.
    contracted: Mapping[str, str] = MappingProxyType({})
    #: An apostrophe ends a word: `l'` and `eau` are two.
    elides: bool = False
    #: Every noun has a capital, so that a capital does not tell a name.
    capital_nouns: bool = False
    #: What groups digits by threes besides a space, and does nothing else before three digits.
    grouping: str = ""
    #: The ending of the form of a verb that has no subject after it.
    gerund: str = ""
    #: What begins decimals.
    decimals: str = ""


class EditWords(_Lists):
    """The word lists that edits are judged by; equal only to itself, so that results can be remembered by it."""

    __slots__ = ()
    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__


def read_edits(code: str, lists: Lists) -> EditWords:
    """Return the words of a file's `EDITS`; each field comes from the entry of the same name."""
    plain = [name for name, value in EditWords._field_defaults.items() if value == frozenset()]
    fields: dict[str, Any] = {name: words(lists, name) for name in plain}
    fields |= {name: pairs(lists, name) for name in ("numbers", "elided", "contracted")}
    fields |= {name: name in lists for name in ("elides", "capital_nouns")}
    fields |= {name: lists.get(name, "") for name in ("accents", "grouping", "gerund", "decimals")}
    spelling = tuple((re.compile(pattern), usual) for pattern, usual in pairs(lists, "spelling").items())
    return EditWords(code, alike=groups(lists, "alike"), spelling=spelling, **fields)


def extended(base: EditWords, more: Mapping[str, frozenset[str]]) -> EditWords:
    """Return the lists with a newsroom's own words added; the keys of `more` are names of `EXTENSIBLE`."""
    return base._replace(**{name: getattr(base, name) | added for name, added in more.items()})
