"""Sentences quoted in messages."""

from __future__ import annotations


def quoted(text: str, most: int = 50) -> str:
    """Return the beginning of a text in quotation marks, on one line.

    >>> quoted("Le trafic a repris.", 10)
    '"Le trafic…"'
    """
    words = " ".join(text.split())
    return f'"{words}"' if len(words) <= most else f'"{words[: most - 1].rstrip()}…"'
