"""A sentence cut into words that carry what their language's lists say of them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.languages import source_words

if TYPE_CHECKING:
    from factcheck.languages.sources import SourceWords

#: An elided word with its apostrophe; an English genitive; a word, with hyphens, inner apostrophes, a second name after
#: a stroke and what makes it a host's name; a number; one other character.
_TOKEN = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|all|nell|dall|sull|un)['’](?=\w)"
    r"|\w+s['’](?= [a-z])|\w+(?:[-'’]\w+|(?-i:/[A-Z])\w+|\.[a-z]{2,4}(?!\w))*|[^\w\s]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TextToken:
    """A word or a mark of punctuation."""

    start: int
    end: int
    #: In small letters without accents.
    plain: str
    #: Whether it begins with a capital.
    capital: bool
    #: In small letters, with its accents.
    written: str
    #: Whether it is written in capitals alone.
    initials: bool


class Lexicon(NamedTuple):
    """The lists of a language, ready to be looked up."""

    words: SourceWords
    before: re.Pattern[str]
    cues: re.Pattern[str]
    participle: re.Pattern[str]
    #: Endings of finite verbs; those of many; and of forms that are no finite verb.
    finite: re.Pattern[str]
    plural: re.Pattern[str]
    nonfinite: re.Pattern[str]
    infinitive: re.Pattern[str]
    #: Words that begin, or lead on in, a noun phrase without being its noun.
    small: frozenset[str]
    #: Words that end a noun phrase.
    ends: frozenset[str]
    #: Words that begin no name, with a capital or without.
    unnamed: frozenset[str]
    #: What stands before a verb, and in no noun phrase.
    helpers: frozenset[str]
    #: Finite verbs of the commonest kind.
    finites: frozenset[str]
    #: Words that are no verbs of their own.
    function: frozenset[str]
    #: Words that follow a verb, and a noun only where a preposition or nothing stands before them.
    objects: frozenset[str]


@lru_cache(maxsize=8)
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language; an empty one where there are no lists."""
    words = source_words(language)
    hedges = _escaped(words.hedges) + ([words.hedging] if words.hedging else [])
    joined = "" if words.unspaced else r"\w"
    small = words.determiners | words.prepositions
    ends = words.stops | words.pronouns | (words.nobody - words.determiners)
    return Lexicon(
        words,
        before=_any(_escaped(words.before), joined),
        cues=_any(_escaped(words.before) + _escaped(words.verbs) + hedges, joined),
        participle=_ending(words.participle),
        finite=_ending(words.finite),
        plural=_ending(words.plural),
        nonfinite=_ending(words.nonfinite),
        infinitive=_ending(words.infinitive),
        small=small,
        ends=ends,
        finites=words.auxiliaries | words.copulas,
        unnamed=small | ends | words.between | words.calendar,
        helpers=words.auxiliaries | words.clitics | (words.between - small),
        function=small | ends | _function(words),
        objects=(words.determiners - words.prepositions) | words.that,
    )


def plain(text: str) -> str:
    """Return `text` in small letters without accents, character for character.

    >>> plain("D’après l’ÉTÉ")
    "d'apres l'ete"
    """
    return "".join([c if c.isascii() else _letter(c) for c in text.lower()]) if len(text.lower()) == len(text) else text


def text_tokens(text: str) -> list[TextToken]:
    """Return the words and marks of `text`, in order; a full stop is a mark, after a title or an initial too."""
    folded = plain(text)
    return [
        TextToken(m.start(), m.end(), folded[m.start() : m.end()], m[0][0].isupper(), m[0].lower(), m[0].isupper())
        for m in _TOKEN.finditer(text)
    ]


def _letter(character: str) -> str:
    return "'" if character == "’" else unicodedata.normalize("NFD", character)[0]


def _function(words: SourceWords) -> frozenset[str]:
    others = words.titles | words.joining | words.like | words.between | words.links | words.calendar
    return others | words.connectives | words.auxiliaries


def _ending(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern or r"(?!)")


def _escaped(phrases: frozenset[str]) -> list[str]:
    return sorted(map(re.escape, phrases))


def _any(patterns: list[str], joined: str) -> re.Pattern[str]:
    """Return what finds one of these, not within what `joined` matches."""
    either = "|".join(sorted(patterns, key=len, reverse=True))
    around = (f"(?<!{joined})", f"(?!{joined})") if joined else ("", "")
    return re.compile(f"{around[0]}(?:{either}){around[1]}" if patterns else r"(?!)")
