"""The words by which sentences are found: without case, accents and addresses, cut at five letters."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.text.language import common_words
from factcheck.text.normal import folded, unaccented

#: Words are compared by so many letters: *grève*, *grévistes* and *gréviste* share four of five.
CUT = 5
#: What is longer is no sentence: what comes after so many code points is not searched for.
LONGEST = 2_000
#: Words of a query beyond these are not looked up.
MOST_WORDS = 64

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\b[a-z0-9-]+\.(?:com|org|net|fr|ly|co|be)/\S+", re.IGNORECASE)
#: Between the words of `#GiletsJaunes` and `#COVIDVaccins2021`.
_SEAM = re.compile(r"(?<=[^\W\d_A-ZÀ-Ý])(?=[A-ZÀ-Ý])|(?<=[A-ZÀ-Ý])(?=[A-ZÀ-Ý][a-zà-ÿ])|(?<=[^\W\d_])(?=\d)")
_TAGGED = re.compile(r"[#@]\w+")
_WORD = re.compile(r"[^\W_]+")
#: Scripts without spaces between words: there, two neighbours are one word.
_UNSPACED = re.compile("[\u3041-\u30ff\u4e00-\u9fff]+")


def plain_text(text: str) -> str:
    """Return a text without addresses, with the words of `#CamelCase` and `@CamelCase` apart.

    >>> plain_text("#GiletsJaunes: vu sur https://t.co/x1 hier")
    'Gilets Jaunes: vu sur   hier'
    """
    text = _ADDRESS.sub(" ", text[:LONGEST])
    return _TAGGED.sub(lambda found: _SEAM.sub(" ", found[0][1:].replace("_", " ")), text)


def index_words(*texts: str) -> tuple[str, ...]:
    """Return the words of texts as they are indexed, in order, each as often as it is there.

    >>> index_words("Les grévistes du #PortDeBrest", "2 000 manifestants")
    ('les', 'grevi', 'du', 'port', 'de', 'brest', '2000', 'manif')
    """
    words = (word for text in texts for word in _WORD.findall(_joined(plain_text(text))))
    return tuple(cut for word in words for cut in _cut(word))


def query_words(text: str) -> tuple[str, ...]:
    """Return the words to look up for a text, each once: those that any sentence has only if there are no others."""
    words = [word for word in _WORD.findall(_joined(plain_text(text))) if len(word) > 1 or word.isdigit()]
    telling = [word for word in words if word not in common_words()]
    return tuple(dict.fromkeys(cut for word in telling or words for cut in _cut(word)))[:MOST_WORDS]


def comparable(text: str) -> str:
    """Return a text as its characters are compared: its words and numbers, without case, accents and addresses.

    >>> comparable("À Brest : 5 000 #DockersEnGreve")
    'a brest 5000 dockers en greve'
    """
    return folded(plain_text(text))


def trigrams(plain: str) -> frozenset[str]:
    """Return all runs of three characters of what `comparable` returns, blanks around each word included."""
    spaced = f" {plain} "
    return frozenset([spaced[at : at + 3] for at in range(len(spaced) - 2)])


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much two sets share, from 0 to 1 (Dice 1945)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _joined(text: str) -> str:
    return unaccented(re.sub(r"(?<=\d)[ \u00a0\u202f\u2009](?=\d{3}(?!\d))", "", text))


def _cut(word: str) -> Iterable[str]:
    if _UNSPACED.fullmatch(word) and len(word) > 1:
        return (word[at : at + 2] for at in range(len(word) - 1))
    return (word if word.isdigit() else word[:CUT],)
