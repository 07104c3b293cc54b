"""From the characters of a page to pieces of lines: blanks by white, ligatures undone, neighbours joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

#: The least white that may part two columns, in ems; blanks within a piece are narrower.
GUTTER = 0.8

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_UNITS = re.compile(r"(?:^|\W)[kcmdµ]?m$")


class Glyph(NamedTuple):
    """A character on a page; points from the lower left corner."""

    sign: str
    left: float
    right: float
    #: Of its base line.
    y: float
    height: float
    #: Of its font.
    size: float
    #: Where it begins on the base line.
    x: float


class PageGlyphs(NamedTuple):
    """The characters of a page in the order of the file."""

    height: float
    glyphs: tuple[Glyph, ...]


class Piece(NamedTuple):
    """Text on one base line without wide white in it."""

    text: str
    left: float
    right: float
    y: float
    size: float
    page: int


def pieces_of(glyphs: Sequence[Glyph], page: int) -> list[Piece]:
    """Return the pieces of lines on a page, merged where they lie on one line with only a blank between."""
    pieces: list[Piece] = []
    current: list[Glyph] = []
    for glyph in _without_overprint(glyphs):
        if current and _breaks(current, glyph):
            pieces += _piece(current, page)
            current = []
        current.append(glyph)
    pieces += _piece(current, page)
    return _merged(pieces)


def _without_overprint(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Yield the characters once, though bold is sometimes made by printing them twice."""
    seen: set[tuple[str, int, int]] = set()
    for glyph in glyphs:
        place = (glyph.sign, round(glyph.x), round(glyph.y))
        if glyph.sign.isspace() or place not in seen:
            yield glyph
        seen.add(place)


def _breaks(current: Sequence[Glyph], glyph: Glyph) -> bool:
    """Return whether a character begins another piece than the ones before it."""
    last = next((one for one in reversed(current) if not one.sign.isspace()), current[-1])
    size = max(last.size, glyph.size, 1.0)
    rise = glyph.y - last.y
    small = min(last.size, glyph.size) < 0.85 * size  # a note's mark, or a letter such as the one in 1er
    if abs(rise) > (0.6 if small else 0.3) * size:
        return True
    return not glyph.sign.isspace() and (glyph.x - last.right > GUTTER * size or glyph.x < last.left - 0.5 * size)


def _piece(glyphs: Sequence[Glyph], page: int) -> list[Piece]:
    inked = [glyph for glyph in glyphs if not glyph.sign.isspace()]
    if not inked:
        return []
    size = Counter(round(glyph.size, 1) for glyph in inked).most_common(1)[0][0] or 1.0
    y = median(glyph.y for glyph in inked if abs(glyph.size - size) < 0.1 * size + 0.1)
    text = _text(glyphs, size, y)
    if not text:
        return []
    return [Piece(text, min(g.left for g in inked), max(g.right for g in inked), y, size, page)]


def _text(glyphs: Sequence[Glyph], size: float, y: float) -> str:
    """Return the characters as text: blanks where there is white, ligatures undone, marks of notes dropped."""
    spaced = any(glyph.sign.isspace() for glyph in glyphs)
    text = ""
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.sign.isspace():
            text += " "
            continue
        white = glyph.x - last.right if last else 0.0
        if white > (0.3 if spaced else 0.17) * size and not text.endswith(" "):
            text += " "
        last = glyph
        raised = glyph.size < 0.8 * size and glyph.y > y + 0.2 * size
        if (
            raised
            and glyph.sign.isdecimal()
            and text[-1:].strip()
            and not text[-1:].isdigit()
            and not _UNITS.search(text)
        ):
            continue
        text += _LIGATURES.get(glyph.sign, glyph.sign)
    return " ".join(text.replace("\u00a0", "\ue000").split()).replace("\ue000", "\u00a0").strip()


def _merged(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with neighbours on the same line joined."""
    ordered = sorted(pieces, key=lambda piece: (-round(piece.y), piece.left))
    merged: list[Piece] = []
    for piece in ordered:
        near = next(
            (n for n in range(len(merged) - 1, max(-1, len(merged) - 40), -1) if _adjoin(merged[n], piece)), None
        )
        if near is None:
            merged.append(piece)
        else:
            before = merged[near]
            blank = "" if piece.left - before.right < 0.15 * before.size else " "
            text = f"{before.text}{blank}{piece.text}"
            size = before.size if len(before.text) >= len(piece.text) else piece.size
            merged[near] = before._replace(text=text, right=max(piece.right, before.right), size=size)
    return merged


def _adjoin(before: Piece, after: Piece) -> bool:
    size = max(before.size, after.size)
    level = abs(before.y - after.y) < 0.3 * size
    return level and -0.3 * size < after.left - before.right < GUTTER * size
