"""Text from outside made to fit a screen, measured in cells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len

from factcheck.formats.text import visible

#: Longer sentences are shown up to here; wrapping more at every key would be slow.
LONGEST = 20_000

#: How many texts are kept as they were laid out: more than a screen holds, so that a key lays out only what is new.
REMEMBERED = 256

_SPACES = {ord(space): " " for space in "\t\n\v\f\r\x85\u2028\u2029"}


@lru_cache(REMEMBERED)
def shown(text: str) -> str:
    """Return `text` on one line, with everything that could steer a terminal made visible."""
    return visible(text.replace("\r\n", " ").translate(_SPACES))


def cell_count(text: str) -> int:
    """Return how many cells a text takes."""
    return cell_len(text)


def cut(text: str, width: int) -> str:
    """Return as much of `text` as `width` cells hold, with dots where something is missing.

    >>> cut("préfecture", 8), cut("Brest", 8)
    ('préfe...', 'Brest')
    """
    if cell_len(text) <= width:
        return text
    dots = "..."[: max(width, 0)]
    return text[: _fitting(text, 0, width - len(dots))] + dots


def shortened(text: str, width: int) -> str:
    """Return as much of both ends of `text` as `width` cells hold: a long name tells most at its end.

    >>> shortened("le porte-parole du gouvernement", 18)
    'le port...ernement'
    """
    if cell_len(text) <= width or width < 8:
        return cut(text, width)
    head = text[: _fitting(text, 0, (width - 3) // 2)]
    return f"{head}...{tail(text, width - 3 - cell_len(head))}"


def tail(text: str, width: int) -> str:
    """Return as much of the end of `text` as `width` cells hold."""
    start = 0
    while cell_len(text[start:]) > width:
        start = _character(text, start)
    return text[start:]


@lru_cache(REMEMBERED)
def wrap(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """Return where each line of `text` starts and ends when it is laid out in `width` cells, at least 2.

    Lines break at spaces, which belong to no line; a word wider than a line is broken between characters.

    >>> wrap("le port est fermé", 8)
    ((0, 7), (8, 11), (12, 17))
    """
    lines: list[tuple[int, int]] = []
    start = end = used = 0
    for left, right in _words(text, width):
        size = cell_len(text[left:right])
        if end > start and used + (left - end) + size > width:
            lines.append((start, end))
            start, used = left, size
        elif end == start:
            start, used = left, size
        else:
            used += (left - end) + size
        end = right
    return (*lines, (start, end))


def _words(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield where words start and end, those that are too wide in pieces."""
    position = 0
    for word in text.split(" "):
        start, end = position, position + len(word)
        position = end + 1
        while cell_len(text[start:end]) > width:
            piece = max(_fitting(text, start, width), _character(text, start))
            yield start, piece
            start = piece
        if start < end:
            yield start, end


def _fitting(text: str, start: int, width: int) -> int:
    """Return how far from `start` the text fits in `width` cells, never inside a character."""
    end = start
    while end < len(text):
        after = _character(text, end)
        if cell_len(text[start:after]) > width:
            break
        end = after
    return end


def _character(text: str, start: int) -> int:
    """Return where the character at `start` ends, what combines with it included."""
    end = start + 1
    while end < len(text) and cell_len(text[end]) == 0:
        end += 1
    return end
