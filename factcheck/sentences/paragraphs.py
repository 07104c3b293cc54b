"""Which stretches of a text are paragraphs, hard-wrapped lines joined; the sentences in them are found elsewhere."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from factcheck.sentences.sites import Paragraph

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_DETACHED = re.compile(r'(?<=\s)"(?=\s|$)')
_FIRST_WORD = re.compile(r"[^\W\d_]{1,40}")
_BULLET = re.compile(r"\s*([•⁃‣▪●■◆►])")


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of `text`, in order; a line break ends one."""
    for line in _LINE.finditer(text):
        for start, end in _items(text, line.start(), line.end()):
            yield _paragraph(text, start, end)


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the items of a list whose line breaks were lost: a line that begins with a bullet and has more of them."""
    bullet = _BULLET.match(text, start, end)
    cuts = [start, end]
    if bullet:
        cuts[1:1] = [start + found.start() for found in re.finditer(rf"(?<=\s){bullet[1]}", text[start:end])]
    yield from itertools.pairwise(cuts)


def _paragraph(text: str, start: int, end: int) -> Paragraph:
    first = _FIRST_WORD.search(text, start, end)
    return Paragraph(text, start, end, _closing(text, start, end), casual=bool(first and first[0].islower()))


def _closing(text: str, start: int, end: int) -> frozenset[int]:
    """Return where detached straight quotes close: each second one, and the very last."""
    if not _DETACHED.search(text, start, end):
        return frozenset()
    quotes = [match.start() for match in re.compile('"').finditer(text, start, end)]
    detached = {match.start() for match in _DETACHED.finditer(text, start, end)}
    return frozenset(detached.intersection(quotes[1::2] + quotes[-1:]))
