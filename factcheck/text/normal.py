"""Normal forms of a sentence, in which two wordings may be the same; what a difference means is judged elsewhere."""

from __future__ import annotations

import re
import unicodedata

_QUOTES = dict.fromkeys(map(ord, "«»“”„‟″❝❞＂"), '"')
_APOSTROPHES = dict.fromkeys(map(ord, "‘’‚‛ʼʹ′‹›`´＇"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), "")
_TYPOGRAPHY = _QUOTES | _APOSTROPHES | _DASHES | _UNSEEN | {ord("…"): "..."}

_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")
#: White space that only one house style writes: before high punctuation, inside brackets.
_LOOSE = re.compile(r" +(?=[;:!?%,)\]}]|\.(?!\w))|(?<=[(\[{]) +")
#: A pair of apostrophes that open and close a quotation: none of them stands inside a word.
_SINGLE = re.compile(r"(?<!\w)'(?=\S)([^'\"]*(?:(?<=\w)'(?=\w)[^'\"]*)*)(?<=\S)'(?!\w)")
_QUOTED = re.compile(r'" ?([^"]*?) ?"')

_LIGATURES = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
_ACCENTED = re.compile(r"[^\W\d_\x00-\x7f]")
_PIECE = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_GROUP_SPACE = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009](?=\d{3}(?!\d))")


def typographic(text: str) -> str:
    """Return `text` with one kind of quotation mark, apostrophe, dash, space and ellipsis, and numbers ungrouped.

    >>> typographic("« Oui… » : 5\u202f000 l’ont dit")
    '"Oui...": 5000 l\\'ont dit'
    """
    plain = " ".join(unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY).split())
    if plain.replace(" ", "").isalpha():  # nothing but words, as in most edits
        return plain
    plain = _LOOSE.sub("", plain)
    plain = _GROUPED.sub(lambda m: m[0].replace(" ", ""), plain)
    if "'" in plain:
        plain = _SINGLE.sub(r'"\1"', plain.replace("''", '"'))
    return _QUOTED.sub(r'"\1"', plain) if '"' in plain else plain


def unaccented(text: str) -> str:
    """Return `text` in lower case without accents, and with œ and æ as two letters.

    >>> unaccented("Œuvre à Orléans")
    'oeuvre a orleans'
    """
    lower = text.casefold()
    return lower if lower.isascii() else lower.translate(_BASES)


def accented(text: str) -> int:
    """Return how many letters of `text` are none of the plain alphabet's, as letters with accents.

    >>> accented("Œuvre à Orléans")
    3
    """
    return 0 if text.isascii() else len(_ACCENTED.findall(text))


class _Bases(dict[int, str]):
    """What is left of each character without its accents; worked out once a character."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFD", _LIGATURES.get(chr(code), chr(code)))
        self[code] = base = "".join(part for part in parts if not unicodedata.combining(part))
        return base


_BASES = _Bases()


def folded(text: str) -> str:
    """Return the words and numbers of `text`, without case, accents or punctuation; decimals are kept apart.

    >>> folded("« Déjà 5 000 » – ou 5,5 ?")
    'deja 5000 ou 5,5'
    """
    return " ".join(_PIECE.findall(unaccented(_GROUP_SPACE.sub("", text))))
