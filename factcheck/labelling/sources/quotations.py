"""Whose words a sentence goes on with: the quotation that an earlier sentence of its paragraph opened and left open."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Record

#: What closes a quotation, by what opens it; a straight quote does both. Single ones are apostrophes as often as not.
_CLOSES = {"«": "»", "“": "”", "„": "“”", '"': '"', "「": "」", "『": "』"}


def still_speaking(before: Sequence[Record]) -> str:
    """Return the source of the quotation that is still open after these sentences; empty if none is, or it has none.

    Args:
        before: The earlier sentences of a paragraph, in order.
    """
    opened, since = "", 0
    for at, record in enumerate(before):
        for character in record.text:
            if opened and character in _CLOSES[opened]:
                opened = ""
            elif not opened and character in _CLOSES:
                opened, since = character, at
    return next((one.source for one in reversed(before[since:]) if one.source), "") if opened else ""
