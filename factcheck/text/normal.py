"""Normal forms of a sentence, in which two wordings may be the same; `factcheck.carry` judges what remains."""

from __future__ import annotations

import re
import unicodedata

#: Double quotation marks, by the direction that their form suggests where their neighbours do not tell.
_OPENING, _CLOSING = "«“‟❝", "»”❞"
_MARK = re.compile(rf'[{_OPENING}{_CLOSING}„″＂"]')
_APOSTROPHES = dict.fromkeys(map(ord, "‘’‚‛ʼʹ′‹›`´＇"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), "")
_OTHER_SCRIPTS = {ord("،"): ",", ord("؛"): ";", ord("؟"): "?", ord("、"): ",", ord("，"): ",", ord("。"): "."}
_TYPOGRAPHY = _OTHER_SCRIPTS | _APOSTROPHES | _DASHES | _UNSEEN | {ord("…"): "..."}

_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")
#: White space that only one house style writes: before high punctuation, inside brackets.
_LOOSE = re.compile(r" +(?=[;:!?%,)\]}]|\.(?!\w))|(?<=[(\[{]) +")
#: A pair of apostrophes that open and close a quotation: none of them stands inside a word.
_SINGLE = re.compile(r"(?<!\w)'(?=\S)([^'“”]*(?:(?<=\w)'(?=\w)[^'“”]*)*)(?<=\S)'(?!\w)")
#: American style sets a full stop or a comma before the closing mark, British style after it.
_INSIDE = re.compile(r"(?<![.,])([.,])”")
_RANGE = re.compile(r"(?<=\d) - (?=\d)")

_LIGATURES = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
_ACCENTED = re.compile(r"[^\W\d_\x00-\x7f]")
_PIECE = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_GROUP_SPACE = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009](?=\d{3}(?!\d))")


def typographic(text: str) -> str:
    """Return `text` with one kind of quotation mark, apostrophe, dash, space and ellipsis, and numbers ungrouped.

    >>> typographic("« Oui… » : 5\u202f000 l’ont dit en 1914 – 1918")
    "“Oui...”: 5000 l'ont dit en 1914-1918"
    """
    plain = " ".join(unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY).split())
    if plain.replace(" ", "").isalpha():  # nothing but words, as in most edits
        return plain
    plain = _RANGE.sub("-", _GROUPED.sub(lambda m: m[0].replace(" ", ""), _LOOSE.sub("", plain)))
    if "'" in plain:
        plain = plain.replace("''", '"')
    if _MARK.search(plain):
        plain = _directed(plain)
    if "'" in plain:
        plain = _SINGLE.sub(r"“\1”", plain)
    return _INSIDE.sub(r"”\1", plain) if "”" in plain else plain


def _directed(text: str) -> str:
    """Return the text with every quotation mark as “ or ”, without white space inside: which it is, its place tells."""
    parts, end, inside = [], 0, 0
    for found in _MARK.finditer(text):
        before, after = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
        opens = _opens(found[0], before, after, inside=inside > 0)
        inside += 1 if opens else -1
        between = text[end : found.start()]
        parts += [between, "“"] if opens else [between.rstrip(" "), "”"]
        end = found.end() + (opens and after == " ")
    return "".join([*parts, text[end:]])


def _opens(mark: str, before: str, after: str, *, inside: bool) -> bool:
    fresh, done = not before or before in " ([{-'/“\"«„", not after or after in " .,;:!?)]}-'/”\"»"
    if fresh != done:
        return fresh
    if mark in _OPENING + _CLOSING:
        return mark in _OPENING
    return not inside


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
