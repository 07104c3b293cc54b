"""Whether a word is known to be misspelt, by the dictionaries of the extra `spelling`, if they are installed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from factcheck.text.normal import unaccented

#: The languages whose dictionaries were held against each other, and load in the time of a blink.
LANGUAGES = ("en", "fr")


def misspelt(one: str, other: str, language: str) -> bool:
    """Return whether one of two spellings is no word, accents left out or not, and the other is one.

    Never without a dictionary of the language.

    Args:
        one: A word in small letters.
        other: What it became, in small letters.
        language: An ISO 639 code.
    """
    known = [bool(like(word, language)) for word in (one, other)]
    return known[0] != known[1] and bool({one, other} & _words(language))


def unaccented_form(one: str, other: str, language: str) -> bool:
    """Return whether one of two spellings is no word, and the other the only one it can be with its accents right."""
    known = _words(language)
    return (one in known) != (other in known) and len(like(one, language)) == 1


def like(word: str, language: str) -> frozenset[str]:
    """Return the words that are the same as this one but for accents; none without a dictionary."""
    plain = unaccented(word)
    found = _accented(language).get(plain, frozenset())
    return found | {plain} if plain in _words(language) else found


@cache
def _words(language: str) -> frozenset[str]:
    """Return the words of a language.

    What one dictionary lacks, the other may have: neither alone is enough to say that something is no word.
    """
    if language not in LANGUAGES:
        return frozenset()
    try:
        from simplemma.strategies.dictionaries import DefaultDictionaryFactory  # noqa: PLC0415 - an extra, and slow
        from spellchecker import SpellChecker  # noqa: PLC0415 - as above
    except ImportError:
        return frozenset()
    forms = DefaultDictionaryFactory().get_dictionary(language)
    return frozenset((*SpellChecker(language=language).word_frequency.words(), *map(str, forms), *forms.values()))


@cache
def _accented(language: str) -> Mapping[str, frozenset[str]]:
    """Return the words with accents, by what they are without."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word in _words(language):
        if not word.isascii():
            found[unaccented(word)].add(word)
    return {plain: frozenset(words) for plain, words in found.items()}
