"""A small archive of claims in French and English, each said again in other words, denied, or never heard of.

All of it was made up for these tests. A line of cases/archive/claims.txt is a claim that the archive holds and, after
each bar, a question that is about it; a question that begins with `!` says something else of the same thing: another
number, a negation.
"""

from __future__ import annotations

from pathlib import Path

_CASES = Path(__file__).parent / "cases" / "archive"


def claims() -> tuple[tuple[str, ...], ...]:
    """Return each claim of the archive with the questions about it."""
    lines = (_CASES / "claims.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("|")) for line in lines)


def strangers() -> tuple[str, ...]:
    """Return questions that the archive has no answer to."""
    return tuple((_CASES / "strangers.txt").read_text(encoding="utf-8").splitlines())
