"""Cut a text into sentences, by rules of our own over word lists of each language; nothing is read or printed here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.languages import CODES, load
from factcheck.model import Span
from factcheck.sentences.rules import ends
from factcheck.sentences.sites import sites

#: The version of the rules and lists together; it changes whenever a boundary may.
VERSION = "1"

#: The languages with word lists of their own; any other gets what holds for its script.
LANGUAGES = CODES

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


def split(text: str, language: str) -> tuple[Span, ...]:
    """Return the sentences of `text`, in order, without the white space around them.

    Every character that is not white space is in exactly one of them. A line break ends a sentence, and no rule
    looks past one.

    Args:
        text: Any text; of an article, its `prose`.
        language: An ISO 639 code; one that is not in `LANGUAGES` gets the rules without words.

    >>> split("M. Macron part. Il rit.", "fr")
    (Span(start=0, end=15), Span(start=16, end=23))
    """
    words = load(language)
    spans = []
    for line in _LINE.finditer(text):
        start = line.start()
        for site in sites(text, start, line.end()):
            if ends(site, words):
                spans.append((start, site.end))
                start = site.end
        spans.append((start, line.end()))
    return tuple(_trimmed(text, spans))


def _trimmed(text: str, spans: list[tuple[int, int]]) -> Iterator[Span]:
    for start, end in spans:
        piece = text[start:end]
        left = len(piece) - len(piece.lstrip())
        right = len(piece.rstrip())
        if left < right:
            yield Span(start + left, start + right)
