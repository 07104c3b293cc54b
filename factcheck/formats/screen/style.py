"""How text looks: the few styles, none of which says anything that words do not say too, and how long lines are."""

from __future__ import annotations

from collections.abc import Iterable

#: Styles by name, as parameters of the terminal's SGR sequence (ECMA-48, 8.3.117).
_SGR = {
    "claim": "36",
    "opinion": "35",
    "unverified": "33",
    "sourced": "32",
    "header": "7",
    "trouble": "1;31",
    "focus": "1",
    "context": "2",
    "chosen": "7",
    "removed": "31",
    "added": "32",
    "cue": "4",
}

#: How many cells a line of prose takes at most: longer lines tire the eye.
MEASURE = 96

#: A stretch of a text, from and up to, and the name of its style.
Mark = tuple[int, int, str]


def paint(text: str, style: str, *, color: bool) -> str:
    """Return `text` in a style, where there is one of that name and colours are wanted."""
    code = _SGR.get(style, "")
    return f"\x1b[{code}m{text}\x1b[0m" if color and code and text else text


def paint_marks(text: str, start: int, end: int, marks: Iterable[Mark], *, color: bool, style: str = "") -> str:
    """Return a line of a text with its marked stretches in their styles and the rest in `style`.

    Args:
        text: The whole text.
        start: Where the line begins in it.
        end: Where the line ends in it.
        marks: Stretches of the whole text, in order and apart.
        color: Whether to colour at all.
        style: The style of everything between marks.
    """
    parts = []
    for left, right, name in marks:
        left, right = max(left, start), min(right, end)  # noqa: PLW2901 - the mark, cut to the line
        if left < right:
            parts += [paint(text[start:left], style, color=color), paint(text[left:right], name, color=color)]
            start = right
    return "".join([*parts, paint(text[start:end], style, color=color)])
