"""Where the characters that a person sees begin and end: a letter with its accents, an emoji of several code points."""

from __future__ import annotations

import unicodedata

#: Joins two emoji to one; what follows it belongs to what stands before it.
_JOINER = "\u200d"


def before(text: str, cursor: int) -> int:
    """Return where the visible character before the cursor begins, in code points."""
    start = 0
    for end in _ends(text, cursor):
        if end >= cursor:
            break
        start = end
    return start


def after(text: str, cursor: int) -> int:
    """Return where the visible character after the cursor ends, in code points."""
    return next((end for end in _ends(text, len(text)) if end > cursor), len(text))


def _ends(text: str, most: int) -> list[int]:
    """Return where each visible character ends, up to `most`."""
    ends: list[int] = []
    flags = 0
    for at in range(1, min(most, len(text))):
        flags = flags + 1 if _is_flag(text[at - 1]) else 0
        if not _goes_on(text, at, flags):
            ends.append(at)
    return [*ends, most]


def _goes_on(text: str, at: int, flags: int) -> bool:
    """Return whether the code point at `at` belongs to the character before it; `flags` halves of flags stand there.

    The cases of Unicode's grapheme clusters (UAX 29) that people type: marks, joined emoji, tones of skin, flags in
    pairs, and the vowels and final consonants of Hangul.
    """
    sign, last = text[at], text[at - 1]
    if unicodedata.category(sign) in ("Mn", "Me", "Mc") or sign == _JOINER or "\U0001f3fb" <= sign <= "\U0001f3ff":
        return True
    if last == _JOINER:
        return unicodedata.category(sign) in ("So", "Sk", "Sm")
    if _is_flag(sign):
        return flags % 2 == 1
    return "\u1160" <= sign <= "\u11ff" and ("\u1100" <= last <= "\u11ff" or "\uac00" <= last <= "\ud7a3")


def _is_flag(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"
