"""The tokens of a sentence that judgement compares: words, numbers and telling signs, with the punctuation between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factcheck.languages.edits import EditWords
from factcheck.text.figures import figure, together
from factcheck.text.normal import typographic, unaccented

#: Punctuation that stands between tokens and is none itself: it groups words.
BETWEEN = frozenset(" ,;.()[]-'|")

_NUMBER = r"(?:(?<!\w)[-+±~])?(?:(?<![\w.,)\]”])[.,])?\d+(?:[.,:/-]\d+)*"
#: A letter, then letters and the marks on them, which no normal form joins in every script.
_WORD = r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u0655\u0670])*"
_ELIDING = re.compile(rf"({_NUMBER})|({_WORD}'?)|([^\s,;.()\[\]'|-])")
_PLAIN = re.compile(rf"({_NUMBER})|({_WORD}(?:'{_WORD})*)|([^\s,;.()\[\]'|-])")
#: How the parts of a number in words hang together.
_HANGING = frozenset(("", "-"))


class Token(NamedTuple):
    """A word, a number or a sign that means something."""

    #: As it stands in the text, in typographic normal form.
    raw: str
    #: What it is compared by: no case, no accents, elisions, number words and contractions written out.
    key: str
    #: The punctuation between it and the token before: a hyphen as `-`, a dash as `–`, no white space.
    gap: str = ""

    @property
    def is_word(self) -> bool:
        """Return whether it is made of letters."""
        return self.raw[0].isalpha()

    @property
    def is_number(self) -> bool:
        """Return whether it is written in figures or is a number word."""
        return self.key[-1].isdigit()


def tokens(text: str, words: EditWords) -> tuple[Token, ...]:
    """Return the tokens of `text` that count, in order.

    >>> from factcheck.languages import edit_words
    >>> [t.key for t in tokens("L'armée, dit-il, compte deux cent mille hommes ?", edit_words("fr"))]
    ['l', 'armee', 'dit', 'il', 'compte', '200000', 'hommes', '?']
    """
    return normal_tokens(typographic(text), words)[:-1]


def normal_tokens(normal: str, words: EditWords) -> tuple[Token, ...]:
    """Return the tokens of a text in typographic normal form, and one for the end, which is a line break."""
    found: list[Token] = []
    end = 0
    for match in (_ELIDING if words.elides else _PLAIN).finditer(normal):
        first, *more = _token(*match.groups(default=""), words)
        between = normal[end : match.start()]
        found += [first._replace(gap=_gap(between)) if between else first, *more]
        end = match.end()
    found.append(Token("\n", "\n", _gap(normal[end:])))
    return tuple(_counted(found, words) if words.numbers else found)


@lru_cache(20_000)  # both wordings share most words, and an article repeats them
def _token(number: str, word: str, sign: str, words: EditWords) -> tuple[Token, ...]:
    """Return a token, or the two that a contraction stands for."""
    if number:
        return (Token(number, figure(number, words)),)
    if not word:
        return (Token(sign, sign),)
    key = unaccented(word.removesuffix("'"))
    if key in words.contracted:
        first, second = words.contracted[key].split("+")
        return Token(word[0] + first[1:], first), Token(second, second)
    key = words.elided.get(key, key) if word.endswith("'") else key
    return (Token(word, words.numbers.get(key) or _usual(key, words)),)


def _usual(key: str, words: EditWords) -> str:
    """Return a word in the spelling that others are compared by."""
    for pattern, usual in words.spelling:
        key = pattern.sub(usual, key)
    return key


@lru_cache(4_000)
def _gap(between: str) -> str:
    """Return what stands between two tokens, a dash told from a hyphen by its white space."""
    plain = between.replace("|", "").strip(" ")
    if between.strip("-") == "" and between:
        return "-"
    return plain.replace("-", "–").replace(" ", "")


def _counted(found: list[Token], words: EditWords) -> Iterator[Token]:
    """Yield the tokens with number words put together into one number, and `%` for the words that say so."""
    at = 0
    while at < len(found):
        end, value = _number(found, at)
        token = found[at]
        if end == at + 1 and value and (key := unaccented(token.raw)) in words.homographs:
            token, value = token._replace(key=key), None
        if value is not None:
            raw = "".join([t.raw if n == at else (t.gap or " ") + t.raw for n, t in enumerate(found[at:end], at)])
            token = Token(raw, value, found[at].gap)
        yield token
        if token.is_number and (size := _percent(found, end, words)):
            yield Token("%", "%")
            end += size
        at = end


def _number(found: list[Token], at: int) -> tuple[int, str | None]:
    """Return where the number words end that begin here, and what they say; the next token where there are none."""
    if not (found[at].is_word and found[at].key.isdigit()):
        return at + 1, None
    values, end, said = [int(found[at].key)], at + 1, found[at].key
    while found[end].is_word and found[end].key.isdigit() and found[end].gap in _HANGING:
        more = together([*values, int(found[end].key)])
        if more is None:
            break
        values, said, end = [*values, int(found[end].key)], str(more), end + 1
    return end, said


def _percent(found: list[Token], at: int, words: EditWords) -> int:
    """Return how many tokens say *per cent* here."""
    for size in (1, 2):
        if " ".join([unaccented(t.raw) for t in found[at : at + size]]) in words.percent and not found[at].gap:
            return size
    return 0
