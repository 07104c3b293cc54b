"""Numbers as values that can be compared: figures by their language's marks, number words put together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from factcheck.languages.edits import EditWords

_PLAIN = re.compile(r"([-+±~]?)(\d*)([.,])?(\d+)?")
_THREES = {mark: re.compile(rf"([-+±~]?)(\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+)") for mark in ".,"}


def figure(number: str, words: EditWords) -> str:
    """Return a number in figures with its groups joined and its decimals after `·`; as it stands, if in doubt.

    A mark before exactly three digits may group them or begin decimals, unless the language is sure of it.

    >>> from factcheck.languages import edit_words
    >>> [figure(n, edit_words("fr")) for n in ("7.5", "7,5", "1.500", ".5")]
    ['7·5', '7·5', '1.500', '0·5']
    """
    if not number.isascii():  # the digits of other scripts
        number = "".join([str(unicodedata.decimal(c)) if c.isdecimal() else c for c in number])
    for mark in words.grouping:
        if found := _THREES[mark].fullmatch(number):
            return found[1] + found[2].replace(mark, "")
    found = _PLAIN.fullmatch(number)
    if not found or not found[3] or not found[4]:
        return number
    sure = found[3] in words.decimals and (len(found[4]) != 3 or not found[2])
    return f"{found[1]}{found[2] or '0'}·{found[4]}" if sure or not found[2] else number


def together(values: Sequence[int]) -> int | None:
    """Return the number that number words say one after the other; None where they say several.

    >>> [together(v) for v in ((2, 100), (4, 20, 10, 7), (60, 11), (2, 1000, 17), (3, 4), (100, 2))]
    [200, 97, 71, 2017, None, 102]
    """
    total, part = 0, values[0]
    for value in values[1:]:
        if value == 1000 and 0 < part < 1000:
            total, part = total + part * 1000, 0
        elif value == 100 and 1 < part < 10:
            part *= 100
        elif value == 20 and part % 100 == 4:
            part += 76
        elif _adds(part, value, fresh=total > 0 and part == 0):
            part += value
        else:
            return None
    return total + part


def _adds(part: int, value: int, *, fresh: bool) -> bool:
    """Return whether a smaller number goes on with what was said: 20 and 2, 60 and 11, 100 and 30, 1000 and 5."""
    if fresh:
        return value < 1000
    tens = part % 100
    if tens in (60, 80):
        return value < 20
    if tens == 0:
        return 0 < value < 100 and part > 0
    return value < 10 and tens % 10 == 0
