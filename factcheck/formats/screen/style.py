"""How text looks: the few styles, none of which says anything that words do not say too, and how long lines are."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Theme(StrEnum):
    """What colours go with what is behind the text."""

    #: No style at all, not even bold: for pipes and snapshots.
    BARE = "bare"
    #: Bold, underlined and inverted, but no colour.
    NONE = "none"
    #: For terminals that have eight colours only, on black.
    BASIC = "basic"
    DARK = "dark"
    LIGHT = "light"
    #: Where it is not known what is behind the text: on black and on white alike.
    EITHER = "either"


#: Styles as parameters of the terminal's SGR sequence (ECMA-48, 8.3.117): what they are in every theme but the bare,
#: and their colours among the 256 of xterm. Each colour has a contrast of 4.5 at least (WCAG 2, 1.4.3) to what is
#: behind it on the terminals people use; a test works that out.
_ALWAYS = {
    "header": "7",
    "here": "1",
    "trouble": "1;7",
    "focus": "1",
    "heading": "4",
    "chosen": "7",
    "removed": "9",
    "added": "4",
    "cue": "4",
    "hit": "7",
}
_LABELS = ("claim", "opinion", "unverified", "sourced")
_BASIC = dict(zip(_LABELS, ("36", "35", "33", "32"), strict=True)) | {"removed": "31", "added": "32", "trouble": "1;31"}
_DARK = dict(zip(_LABELS, ("38;5;80", "38;5;177", "38;5;221", "38;5;114"), strict=True)) | {
    "context": "38;5;250",
    "outside": "38;5;247",
    "heading": "4;38;5;250",
    "header": "38;5;250;48;5;236",
    "here": "1;38;5;231;48;5;236",
    "trouble": "1;38;5;210",
    "removed": "38;5;210",
    "added": "38;5;114",
}
_LIGHT = dict(zip(_LABELS, ("38;5;24", "38;5;90", "38;5;94", "38;5;22"), strict=True)) | {
    "context": "38;5;240",
    "outside": "38;5;242",
    "heading": "4;38;5;240",
    "header": "38;5;240;48;5;255",
    "here": "1;38;5;16;48;5;255",
    "trouble": "1;38;5;124",
    "removed": "38;5;124",
    "added": "38;5;22",
}
_EITHER = dict(zip(_LABELS, ("38;5;63", "38;5;163", "38;5;131", "38;5;29"), strict=True)) | {
    "outside": "38;5;243",
    "trouble": "1;38;5;163",
    "removed": "38;5;131",
    "added": "38;5;29",
}
SGR: dict[Theme, dict[str, str]] = {
    Theme.BARE: {},
    Theme.NONE: _ALWAYS,
    Theme.BASIC: _ALWAYS | _BASIC,
    Theme.DARK: _ALWAYS | _DARK,
    Theme.LIGHT: _ALWAYS | _LIGHT,
    Theme.EITHER: _ALWAYS | _EITHER,
}

#: How many cells a line of prose takes at most: longer lines tire the eye.
MEASURE = 96

#: A stretch of a text, from and up to, and the name of its style.
Mark = tuple[int, int, str]


def paint(text: str, style: str, theme: Theme, *, on: str = "") -> str:
    """Return `text` in a style, where the theme has one of that name.

    Args:
        text: What to paint; nothing in it is painted yet.
        style: The style's name; unknown ones paint nothing.
        theme: The theme.
        on: The style whose background stays behind it.
    """
    code, behind = SGR[theme].get(style, ""), SGR[theme].get(on, "")
    both = ";".join(filter(None, (behind, code if on != style else "")))
    return f"\x1b[{both}m{text}\x1b[0m" if both and text else text


def paint_marks(text: str, line: tuple[int, int], marks: Iterable[Mark], theme: Theme, *, style: str = "") -> str:
    """Return a line of a text with its marked stretches in their styles and the rest in `style`.

    Args:
        text: The whole text.
        line: Where the line begins and ends in it.
        marks: Stretches of the whole text, in order and apart.
        theme: Which colours.
        style: The style of everything between marks.
    """
    start, end = line
    parts = []
    for left, right, name in marks:
        left, right = max(left, start), min(right, end)  # noqa: PLW2901 - the mark, cut to the line
        if left < right:
            parts += [paint(text[start:left], style, theme), paint(text[left:right], name, theme)]
            start = right
    return "".join([*parts, paint(text[start:end], style, theme)])
