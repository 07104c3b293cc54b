"""Which stretches of a text are paragraphs, and what is true of each as a whole."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.languages.words import Words
from factcheck.text.sentences.marks import ELLIPSIS, OWN, WIDE
from factcheck.text.sentences.sites import Paragraph
from factcheck.text.sentences.wrapping import WIDTHS, runs

#: Where a line starts and ends.
Line = tuple[int, int]

#: A line that fills a width is as long as this.
LEAST = WIDTHS.start // 2

#: A passage this long is no prose where its marks stand closer together than this, on average.
_LONG = 1_000
_CLOSE = 8

_MARKS = re.compile(rf"[.!?{ELLIPSIS}{WIDE}{OWN}]+")
_ONE_BREAK = frozenset(("\n", "\r\n", "\r"))
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_DETACHED = re.compile(r'(?<=\s)"(?=\s|$)')
_FIRST_WORD = re.compile(r"[^\W\d_]{1,40}")
_BULLETS = re.compile("[•⁃‣▪●■◆►]")
_BULLET = re.compile(rf"\s*({_BULLETS.pattern})")


def paragraphs(text: str, words: Words, *, wrapped: bool | None = None) -> Iterator[Line]:
    """Yield where the paragraphs of `text` start and end, in order.

    Each line is one, except where lines are hard-wrapped: then a line break may be no more than a space.

    Args:
        text: Any text.
        words: The lists of its language.
        wrapped: Whether its lines are hard-wrapped; None finds out, for each break by itself.
    """
    bullets = _BULLETS.search(text) is not None
    for block in _blocks(text):
        lines = _joined(text, block, words, wrapped=wrapped)
        yield from itertools.chain.from_iterable(_items(text, *line) for line in lines) if bullets else lines


def _joined(text: str, block: Sequence[Line], words: Words, *, wrapped: bool | None) -> Sequence[Line]:
    """Return the lines of a block, as one where a break between them is no more than a space."""
    if wrapped is False or len(block) < 2 or (wrapped is None and all(end - start < LEAST for start, end in block)):
        return block
    if wrapped:
        return [(block[0][0], block[-1][1])]
    lines = [text[start:end] for start, end in block]
    return [(block[first][0], block[last][1]) for first, last in runs(lines, words)]


def _blocks(text: str) -> Iterator[list[Line]]:
    """Yield the lines that have anything on them, together where no blank line is between."""
    block: list[Line] = []
    for match in _LINE.finditer(text):
        if match[0].isspace():
            continue
        line = match.span()
        if block and text[block[-1][1] : line[0]].strip(" \t") not in _ONE_BREAK:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _items(text: str, start: int, end: int) -> Iterator[Line]:
    """Yield the items of a list whose line breaks were lost: a line that begins with a bullet and has more of them."""
    bullet = _BULLET.match(text, start, end)
    if not bullet:
        yield start, end
        return
    found = re.finditer(rf"(?<=\s){bullet[1]}", text[start:end])
    yield from itertools.pairwise([start, *(start + each.start() for each in found), end])


def passages(found: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield paragraphs together until they are long enough to say whether they are prose; a long one is alone."""
    passage: list[Line] = []
    length = 0
    for start, end in found:
        size = end - start
        if passage and (length >= _LONG or size >= _LONG):
            yield passage
            passage, length = [], 0
        passage.append((start, end))
        length += size
    if passage:
        yield passage


def is_crowded(text: str, start: int, end: int) -> bool:
    """Return whether there is nearly nothing but marks.

    Looking at a mark takes a thousand times as long as reading a letter: where a passage is long and crowded, sentences
    are looked for only in its paragraphs that are not.
    """
    return len(_MARKS.findall(text, start, end)) * _CLOSE >= end - start


def is_long(passage: Sequence[Line]) -> bool:
    """Return whether a passage is long enough to tell."""
    return passage[-1][1] - passage[0][0] >= _LONG


def paragraph_at(text: str, start: int, end: int) -> Paragraph:
    """Return the paragraph that starts and ends there, with what is true of the whole of it."""
    first = _FIRST_WORD.search(text, start, end)
    return Paragraph(text, start, end, _closing(text, start, end), casual=bool(first and first[0].islower()))


def _closing(text: str, start: int, end: int) -> frozenset[int]:
    """Return where detached straight quotes close: each second one, and the very last."""
    if not _DETACHED.search(text, start, end):
        return frozenset()
    quotes = [match.start() for match in re.compile('"').finditer(text, start, end)]
    detached = {match.start() for match in _DETACHED.finditer(text, start, end)}
    return frozenset(detached.intersection(quotes[1::2] + quotes[-1:]))
