"""A text cut into tokens, for formats that cannot do without; no sentence's edge ever falls inside one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.model import Span

#: A word with its combining marks, or any other character that is no white space.
_TOKEN = re.compile(r"[\w\u0300-\u036f]+|[^\w\s]")


def tokens(text: str, edges: Iterable[int] = ()) -> Iterator[Span]:
    """Yield the tokens of a text, in code points, in order.

    Args:
        text: Any text.
        edges: Positions that are to be between tokens.

    >>> [(a, b) for a, b in tokens("L'été", [3])]
    [(0, 1), (1, 2), (2, 3), (3, 5)]
    """
    start = 0
    for end in (*sorted(set(edges) - {0, len(text)}), len(text)):
        yield from (Span(*found.span()) for found in _TOKEN.finditer(text, start, end))
        start = end
