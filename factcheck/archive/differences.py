"""Which numbers, names and negations two similar sentences do not share, by what `factcheck.carry` knows of words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from factcheck.archive.entries import TellingWord
from factcheck.carry.naming import cause_of
from factcheck.carry.outcome import Cause
from factcheck.languages.edits import EditWords
from factcheck.text.tokens import Token, tokens

#: What is marked.
_TELLING = {Cause.NUMBER, Cause.UNIT, Cause.DATE, Cause.NEGATION, Cause.NAME}
#: Longer sentences are shown without marks.
_LONGEST = 2_000


def differences(query: str, hit: str, words: EditWords) -> tuple[TellingWord, ...]:
    """Return the telling words that only one of two sentences has: first the hit's, then the query's.

    Args:
        query: The sentence that was asked about.
        hit: The one that was found.
        words: The lists of the hit's language.
    """
    if max(len(query), len(hit)) > _LONGEST:
        return ()
    asked, found = tokens(query, words), tokens(hit, words)
    mine = tuple(_located(hit, _only(found, asked, words)))
    return (*mine, *(TellingWord(cause, token.raw, in_hit=False) for cause, token in _only(asked, found, words)))


def _only(side: tuple[Token, ...], other: tuple[Token, ...], words: EditWords) -> Iterator[tuple[Cause, Token]]:
    left = Counter(token.key for token in other)
    for k, token in enumerate(side):
        if left[token.key] > 0:
            left[token.key] -= 1
        elif (cause := cause_of(k, side, words)) in _TELLING and not (cause is Cause.NAME and len(token.key) == 1):
            yield cause, token


def _located(text: str, found: Iterator[tuple[Cause, Token]]) -> Iterator[TellingWord]:
    """Yield the differences with where they are in the text, which may be written with other spaces and marks."""
    at = 0
    for cause, token in found:
        signs = (rf"{re.escape(sign)}" if sign != "'" else "['’]" for sign in token.raw)
        loose = r"[ \u00a0\u202f\u2009]?" if token.is_number else ""
        place = re.compile(rf"(?<!\w){loose.join(signs)}").search(text, at)
        start, end = place.span() if place else (0, 0)
        at = max(at, end)
        yield TellingWord(cause, text[start:end] or token.raw, in_hit=True, start=start, end=end)
