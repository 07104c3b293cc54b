"""The part of two wordings that an edit touched, with a few words around it; what it means is judged elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

#: At least so many words before and after the edit are kept: what stands beside a word can make it weigh more.
AROUND = 2


@dataclass(frozen=True, slots=True)
class Window:
    """Where an edit is in both wordings."""

    old: str
    new: str
    #: How many words both wordings have before it.
    before: int
    #: It reaches to the end of the sentence.
    at_end: bool


def window(old: str, new: str) -> Window:
    """Return the part of two different wordings that differs, in whole words, with those around it.

    >>> window("a b c d e f g h i j", "a b c d X f g h i j")
    Window(old='c d e f g h', new='c d X f g h', before=2, at_end=False)
    """
    from rapidfuzz.distance import Postfix, Prefix  # noqa: PLC0415 - slow to import, only needed for edits

    head = int(Prefix.similarity(old, new))
    tail = min(int(Postfix.similarity(old, new)), min(len(old), len(new)) - head)
    start = _back(old, head)
    end = _on(old, len(old) - tail)
    kept = len(old) - end
    return Window(old[start:end], new[start : len(new) - kept], old.count(" ", 0, start), kept == 0)


def _back(text: str, place: int) -> int:
    """Return where the words before the one at `place` start."""
    for _ in range(AROUND + 1):
        place = text.rfind(" ", 0, place)
        if place < 0:
            return 0
    return place + 1


def _on(text: str, place: int) -> int:
    """Return where the words after the one at `place` end."""
    for _ in range(AROUND + 1):
        place = text.find(" ", place + 1)
        if place < 0:
            return len(text)
    return place
