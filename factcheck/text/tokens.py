"""The tokens of a sentence that judgement compares: words, numbers and telling signs; not how they are judged."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from factcheck.languages.edits import EditWords
from factcheck.text.normal import typographic, unaccented

#: Punctuation that may come and go: it groups words and says nothing itself.
SILENT = frozenset(",;.()[]{}-*_|'\\")

_NUMBER = r"(?:(?<!\w)[-+±~])?\d+(?:[.,:/-]\d+)*"
_ELIDING = re.compile(rf"({_NUMBER})|([^\W\d_]+'?)|(\S)")
_PLAIN = re.compile(rf"({_NUMBER})|([^\W\d_]+(?:'[^\W\d_]+)*)|(\S)")

#: A number whose digits are grouped by threes: not `2,5`.
_GROUPED = {mark: re.compile(rf"[-+±~]?\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+") for mark in ".,"}


class Token(NamedTuple):
    """A word, a number or a sign that means something."""

    #: As it stands in the text, in typographic normal form.
    raw: str
    #: What it is compared by: no case, no accents, elisions and number words written out.
    key: str

    @property
    def is_word(self) -> bool:
        """Tell whether it is made of letters."""
        return self.raw[0].isalpha()

    @property
    def is_number(self) -> bool:
        """Tell whether it is written in figures or is a number word."""
        return self.key[-1].isdigit()


def tokens(text: str, words: EditWords) -> tuple[Token, ...]:
    """Return the tokens of `text` that count, in order.

    >>> from factcheck.languages import edit_words
    >>> [t.key for t in tokens("L'armée, dit-il, compte 5 000 hommes ?", edit_words("fr"))]
    ['l', 'armee', 'dit', 'il', 'compte', '5000', 'hommes', '?']
    """
    return normal_tokens(typographic(text), words)


def normal_tokens(normal: str, words: EditWords) -> tuple[Token, ...]:
    """Return the tokens of a text that is in typographic normal form."""
    found = (_ELIDING if words.elides else _PLAIN).findall(normal)
    return tuple([_token(*parts, words) for parts in found if parts[2] not in SILENT])


@lru_cache(20_000)  # both wordings share most words, and an article repeats them
def _token(number: str, word: str, sign: str, words: EditWords) -> Token:
    if number:
        grouped = words.grouping and _GROUPED[words.grouping].fullmatch(number)
        return Token(number, number.replace(words.grouping, "") if grouped else number)
    if not word:
        return Token(sign, sign)
    key = unaccented(word.removesuffix("'"))
    key = words.elided.get(key, key) if word.endswith("'") else key
    return Token(word, words.numbers.get(key, key))
