"""Which stretches of a text are paragraphs, hard-wrapped lines joined; the sentences in them are found elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.sentences.sites import Paragraph

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_DETACHED = re.compile(r'(?<=\s)"(?=\s|$)')
_LETTER = re.compile(r"[^\W\d_]")


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of `text`, in order; a line break ends one."""
    for line in _LINE.finditer(text):
        yield _paragraph(text, line.start(), line.end())


def _paragraph(text: str, start: int, end: int) -> Paragraph:
    first = _LETTER.search(text, start, end)
    return Paragraph(text, start, end, _closing(text, start, end), casual=bool(first and first[0].islower()))


def _closing(text: str, start: int, end: int) -> frozenset[int]:
    """Return where detached straight quotes close: those with an odd number of quotes before them."""
    if not _DETACHED.search(text, start, end):
        return frozenset()
    quotes = [match.start() for match in re.compile('"').finditer(text, start, end)]
    detached = {match.start() for match in _DETACHED.finditer(text, start, end)}
    return frozenset(detached.intersection(quotes[1::2]))
