"""Sentences quoted in messages."""

from __future__ import annotations

from factcheck.i18n import deferred


def without_middle(text: str, most: int) -> str:
    """Return a text of at most `most` characters; a longer one without its middle.

    >>> without_middle("decided over nothing at all", 15)
    'decided…at all'
    """
    if len(text) <= most:
        return text
    half = (most - 1) // 2
    return f"{text[: most - 1 - half].rstrip()}…{text[-half:].lstrip()}"


def quoted(text: str, most: int = 50) -> str:
    """Return the beginning of a text in quotation marks, on one line.

    >>> quoted("Le trafic a repris.", 10)
    '"Le trafic…"'
    """
    words = " ".join(text[: 20 * most].split())
    shown = words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
    return deferred('"{text}"', text=shown)
