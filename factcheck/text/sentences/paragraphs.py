"""Which stretches of a text are paragraphs, and what is true of each as a whole; no sentence is looked for here."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from factcheck.text.sentences.sites import Paragraph

#: Where a line starts and ends.
Line = tuple[int, int]

#: Hard-wrapped text is this wide; narrower lines are verse or a list, wider ones were broken on purpose.
WIDTHS = range(40, 101)

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_DETACHED = re.compile(r'(?<=\s)"(?=\s|$)')
_FIRST_WORD = re.compile(r"[^\W\d_]{1,40}")
_UNFINISHED = re.compile(r"[^\s.!?…:;»”\"]\s*\Z")
_BULLET = re.compile(r"\s*([•⁃‣▪●■◆►])")


def paragraphs(text: str, *, wrapped: bool | None = None) -> Iterator[Paragraph]:
    """Yield the paragraphs of `text`, in order.

    Each line is one, except where lines are hard-wrapped: then blank lines divide paragraphs.

    Args:
        text: Any text.
        wrapped: Whether its lines are hard-wrapped; None finds out, for each block of lines by itself.
    """
    for block in _blocks(text):
        joined = _fills(text, block) if wrapped is None else wrapped
        lines = [(block[0][0], block[-1][1])] if joined else block
        for line in lines:
            yield from (_paragraph(text, start, end) for start, end in _items(text, *line))


def _blocks(text: str) -> Iterator[list[Line]]:
    """Yield the lines that have anything on them, together where no blank line is between."""
    block: list[Line] = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        if match[0].isspace():
            continue
        if block and text[block[-1][1] : start].strip(" \t") not in {"\n", "\r\n", "\r"}:
            yield block
            block = []
        block.append((start, end))
    if block:
        yield block


def _fills(text: str, block: Sequence[Line]) -> bool:
    """Tell whether the lines are one paragraph, hard-wrapped.

    They are when no word that starts a line had room at the end of the one before, all are of a usual width, and a
    sentence goes on over a line break in lower case.
    """
    lines = [text[start:end].rstrip() for start, end in block]
    width = max(map(len, lines))
    if len(lines) < 2 or width not in WIDTHS:
        return False
    breaks = list(itertools.pairwise(lines))
    full = all(len(line) + 1 + len(following.split(None, 1)[0]) > width for line, following in breaks)
    return full and any(_UNFINISHED.search(line) and following.lstrip()[0].islower() for line, following in breaks)


def _items(text: str, start: int, end: int) -> Iterator[Line]:
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
