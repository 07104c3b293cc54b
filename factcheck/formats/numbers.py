"""Numbers as people of a language write them; machines get theirs from json and csv."""

from __future__ import annotations

from factcheck.i18n import _


def decimal(value: float, digits: int = 2) -> str:
    """Return a number with its decimals, behind a point or a comma.

    >>> decimal(0.7149), decimal(-0.0001)
    ('0.71', '0.00')
    """
    whole, _point, part = f"{round(value, digits) + 0.0:.{digits}f}".partition(".")
    return _("{whole}.{part}").format(whole=whole, part=part)


def percentage(share: float) -> str:
    """Return a share from 0 to 1 as a percentage.

    >>> percentage(0.815)
    '82 %'
    """
    return _("{number} %").format(number=f"{100 * share:.0f}")


def between(low: str, high: str) -> str:
    """Return an interval between two numbers that are already written out.

    >>> between("0.62", "0.78")
    '[0.62, 0.78]'
    """
    return _("[{low}, {high}]").format(low=low, high=high)


def percentage_between(low: float, high: float) -> str:
    """Return an interval between two shares from 0 to 1, in per cent.

    >>> percentage_between(0.752, 0.861)
    '[75, 86]'
    """
    return between(f"{100 * low:.0f}", f"{100 * high:.0f}")
