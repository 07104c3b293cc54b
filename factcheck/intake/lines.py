"""From lines to paragraphs: by gap, indent, size, and the room left at their ends; hyphens undone over line ends."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.i18n import deferred
from factcheck.intake.prose import ends_sentence

#: How sizes of one paragraph may differ, as a share; an indent, in ems; a gap, in the usual distances of lines.
_SAME_SIZE = 0.08
_INDENT = 0.7
_GAP = 1.3
#: The distance of lines in ems where there are too few to tell.
_LEADING = 1.2
_FEW = 3
_BULLET = re.compile(r"[•‣▪●■◦–—*-]\s")


class TextLine(NamedTuple):
    """A line of one column, and the edges of that column."""

    text: str
    left: float
    right: float
    y: float
    size: float
    column: tuple[float, float]
    #: How wide its first word is.
    first: float


def joined_paragraphs(columns: Sequence[Sequence[TextLine]]) -> tuple[list[str], list[str]]:
    """Return the paragraphs of columns in reading order, and remarks on what cannot be known."""
    joiner = _Joiner(Counter(word.casefold() for column in columns for line in column for word in _words(line.text)))
    return list(joiner.paragraphs(columns)), joiner.doubts


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", text)


class _Joiner:
    """Lines made paragraphs, over columns and pages; notes what cannot be known."""

    def __init__(self, words: Counter[str]) -> None:
        self.doubts: list[str] = []
        self._words = words

    def paragraphs(self, columns: Sequence[Sequence[TextLine]]) -> Iterator[str]:
        """Yield the paragraphs of columns in reading order."""
        leading = _leading(columns)
        indented = self._indents(columns)
        open_: list[TextLine] = []
        for column in columns:
            hanging = _hangs(column)
            for before, line in zip([None, *column], column, strict=False):
                if before is None:
                    begins = bool(open_) and not self._goes_on(open_[-1], line, indented=indented)
                else:
                    begins = _begins(before, line, leading, hanging=hanging)
                if open_ and begins:
                    yield self._joined(open_)
                    open_ = []
                open_.append(line)
        if open_:
            yield self._joined(open_)

    def _indents(self, columns: Sequence[Sequence[TextLine]]) -> bool:
        """Return whether the document begins its paragraphs with an indent."""
        lines = [line for column in columns for line in column[1:] if len(column) > 4]
        indents = sum(_INDENT * line.size < line.left - line.column[0] < 4 * line.size for line in lines)
        return indents >= max(2, 0.05 * len(lines))

    def _goes_on(self, before: TextLine, line: TextLine, *, indented: bool) -> bool:
        """Return whether a paragraph goes on in the next column or on the next page."""
        if not _alike(before, line) or _has_room(before, line) or _BULLET.match(line.text):
            return False
        if line.left - line.column[0] > _INDENT * line.size and indented:
            return False
        if not ends_sentence(before.text) or line.text[:1].islower():
            return True
        if indented:
            self.doubts.append(deferred("doubtful: whether a paragraph goes on at “{text}”", text=_opening(line.text)))
        return indented

    def _joined(self, lines: Sequence[TextLine]) -> str:
        text = lines[0].text
        for line in lines[1:]:
            text = self._with(text, line.text)
        return text.replace("\u00ad", "")

    def _with(self, text: str, line: str) -> str:
        """Return a text with the next line, the hyphen between them undone where it was only there for the line."""
        if text.endswith("\u00ad"):
            return text[:-1] + line
        divided = re.search(r"([^\W\d_]+)[-‐]$", text)
        after = re.match(r"[^\W\d_]+", line)
        if not divided or not after or not line[:1].islower():
            return f"{text}{line}" if re.search(r"[\w)][-‐/]$", text) else f"{text} {line}"
        whole, kept = divided[1] + after[0], f"{divided[1]}-{after[0]}"
        known = self._words[whole.casefold()] - self._words[kept.casefold()]
        if known == 0:
            self.doubts.append(deferred("doubtful: “{whole}”, or “{kept}”", whole=whole, kept=kept))
        return f"{text}{line}" if known < 0 else f"{text[:-1]}{line}"


def _opening(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


def _leading(columns: Sequence[Sequence[TextLine]]) -> float:
    """Return the usual distance of base lines, in ems."""
    steps = [
        (a.y - b.y) / a.size for column in columns for a, b in itertools.pairwise(column) if a.y > b.y and _alike(a, b)
    ]
    return sorted(steps)[len(steps) // 3] if len(steps) > _FEW else _LEADING


def _hangs(column: Sequence[TextLine]) -> bool:
    """Return whether paragraphs begin at the margin and go on indented."""
    inside = sum(line.left - line.column[0] > _INDENT * line.size for line in column)
    return len(column) > 3 and inside > 0.5 * len(column)


def _alike(before: TextLine, line: TextLine) -> bool:
    return abs(before.size - line.size) <= _SAME_SIZE * max(before.size, line.size)


def _begins(before: TextLine, line: TextLine, leading: float, *, hanging: bool) -> bool:
    """Return whether a line begins a paragraph, judged against the line before it in the same column."""
    if not _alike(before, line) or before.y - line.y > _GAP * leading * max(before.size, 1.0):
        return True
    step = (line.left - before.left) / line.size
    if _BULLET.match(line.text) or " | " in line.text or " | " in before.text:
        return True
    if hanging:
        return step < -_INDENT
    if not ends_sentence(before.text) and line.text[:1].islower() and not _has_room(before, line):
        return False  # whatever its indent: beside an initial, lines begin further right
    if step > _INDENT and before.left - before.column[0] < _INDENT * before.size:
        return True
    return _has_room(before, line)


def _has_room(before: TextLine, line: TextLine) -> bool:
    """Return whether the first word of a line had room in the one before, so that the break was wanted."""
    if before.text.endswith(("-", "‐", "\u00ad")):
        return False
    room = before.column[1] - before.right - 0.3 * before.size - line.first
    width = before.column[1] - before.column[0]
    return room > 0 and bool(ends_sentence(before.text) or room > 0.25 * width)
