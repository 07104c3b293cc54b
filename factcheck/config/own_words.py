"""A newsroom's own words, added to the lists of a language."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from factcheck.languages import edit_words
from factcheck.languages.edits import EditWords, extended
from factcheck.text.tokens import tokens


class OwnWords(NamedTuple):
    """Words that a newsroom adds to one list of one language."""

    language: str
    #: One of `EXTENSIBLE`.
    listed: str
    #: In the form that `entry` gives them.
    words: tuple[str, ...]


def entry(text: str, listed: str, language: str) -> str | None:
    """Return a word as its list holds it, or a phrase for `leading`; None where it could never be found in a text.

    Sentences are compared word by word, so that a phrase or a word with a hyphen in any other list would do nothing.

    >>> entry("Prétendument", "modality", "fr"), entry("à peu près", "quantity", "fr")
    ('pretendument', None)
    """
    words = edit_words(language)
    found = tokens(text, words) if words else ()
    if not found or not all(token.is_word for token in found):
        return None
    if listed == "leading":
        return text
    return found[0].key if len(found) == 1 else None


@cache
def words_with(language: str, own: tuple[OwnWords, ...]) -> EditWords | None:
    """Return the word lists of a language with a newsroom's own words in them; None where there are no lists."""
    words = edit_words(language)
    mine = {more.listed: frozenset(more.words) for more in own if more.language == language}
    return extended(words, mine) if words and mine else words
