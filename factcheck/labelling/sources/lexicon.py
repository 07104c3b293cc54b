"""A sentence cut into words that carry what their language's lists say of them; nothing is concluded from it here."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from factcheck.languages import source_words

#: An elided word with its apostrophe; a word, hyphens and inner apostrophes included; a number; one other character.
_TOKEN = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|all|nell|dall|sull|un)['’](?=\w)|\w+(?:[-'’]\w+)*|[^\w\s]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of punctuation."""

    start: int
    end: int
    #: In small letters without accents.
    plain: str
    #: Whether it begins with a capital.
    capital: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of a language, ready to be looked up."""

    before: re.Pattern[str]
    cues: re.Pattern[str]
    verbs: frozenset[str]
    between: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    stops: frozenset[str]
    pronouns: frozenset[str]
    titles: frozenset[str]


@lru_cache(maxsize=8)
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language; an empty one where there are no lists."""
    words = source_words(language)
    hedges = _escaped(words.hedges) + ([words.hedging] if words.hedging else [])
    return Lexicon(
        before=_any(_escaped(words.before)),
        cues=_any(_escaped(words.before) + _escaped(words.verbs) + hedges),
        verbs=words.verbs,
        between=words.between,
        determiners=words.determiners,
        prepositions=words.prepositions,
        stops=words.stops,
        pronouns=words.pronouns,
        titles=words.titles,
    )


def plain(text: str) -> str:
    """Return `text` in small letters without accents, character for character.

    >>> plain("D’après l’ÉTÉ")
    "d'apres l'ete"
    """
    return "".join([c if c.isascii() else _letter(c) for c in text.lower()]) if len(text.lower()) == len(text) else text


def tokens(text: str) -> list[Token]:
    """Return the words and marks of `text`, in order; a full stop is a mark, after a title or an initial too."""
    folded = plain(text)
    return [Token(m.start(), m.end(), folded[m.start() : m.end()], m[0][0].isupper()) for m in _TOKEN.finditer(text)]


def _letter(character: str) -> str:
    return "'" if character == "’" else unicodedata.normalize("NFD", character)[0]


def _escaped(phrases: frozenset[str]) -> list[str]:
    return sorted(map(re.escape, phrases))


def _any(patterns: list[str]) -> re.Pattern[str]:
    longest_first = sorted(patterns, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)" if patterns else r"(?!)")
