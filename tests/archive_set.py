"""A small archive of claims in French and English, each said again in other words, denied, or never heard of.

All of it was made up for these tests. A line of cases/archive/claims.txt is a claim that the archive holds and, after
each bar, a question that is about it; a question that begins with `!` says something else of the same thing: another
number, a negation. The files `apart-…` were written later, when everything had been set by the others: nothing is to be
set by them.
"""

from __future__ import annotations

from pathlib import Path

_CASES = Path(__file__).parent / "cases" / "archive"

#: The sets, by what the names of their files begin with.
SETS = ("", "apart-")


def claims(which: str = "") -> tuple[tuple[str, ...], ...]:
    """Return each claim of an archive with the questions about it."""
    lines = (_CASES / f"{which}claims.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("|")) for line in lines)


def strangers(which: str = "") -> tuple[str, ...]:
    """Return questions that an archive has no answer to."""
    return tuple((_CASES / f"{which}strangers.txt").read_text(encoding="utf-8").splitlines())
