"""Intervals for shares and for coefficients of agreement: Wilson's, and Student's t on Fisher's scale."""

from __future__ import annotations

import math
from functools import cache
from statistics import NormalDist
from typing import NamedTuple


class Spread(NamedTuple):
    """How far off a figure may be."""

    error: float
    #: Degrees of freedom of the error.
    freedom: int
    #: How often the interval is to hold the true value, from 0 to 1.
    level: float


def wilson(share: float, size: int, level: float = 0.95) -> tuple[float, float]:
    """Return Wilson's score interval (Journal of the American Statistical Association 22, 1927) of a share of `size`.

    >>> [round(end, 3) for end in wilson(36 / 40, 40)]
    [0.769, 0.96]
    """
    square = NormalDist().inv_cdf((1 + level) / 2) ** 2
    middle = share + square / (2 * size)
    width = math.sqrt(square * (share * (1 - share) / size + square / (4 * size**2)))
    low, high = ((middle + way * width) / (1 + square / size) for way in (-1, 1))
    return (0.0 if share == 0 else low), (1.0 if share == 1 else high)


def fisher_interval(value: float, spread: Spread) -> tuple[float, float]:
    """Return the interval of a figure between -1 and 1: by Student's t on the scale of Fisher's z."""
    width = student(spread.level, spread.freedom) * spread.error / (1 - value**2)
    return math.tanh(math.atanh(value) - width), math.tanh(math.atanh(value) + width)


def share_interval(value: float, spread: Spread) -> tuple[float, float]:
    """Return the interval of a share between 0 and 1, stretched to a figure between -1 and 1 and back."""
    low, high = fisher_interval(2 * value - 1, spread._replace(error=2 * spread.error))
    return (low + 1) / 2, (high + 1) / 2


@cache
def student(level: float, freedom: int) -> float:
    """Return how many standard errors of Student's t hold `level` of it, in the middle.

    The distribution by its finite sums, and for many degrees of freedom the expansion of the quantile (Abramowitz and
    Stegun, 1964, 26.7.3 to 26.7.5); right to 1e-8.

    >>> round(student(0.95, 5), 4), round(student(0.95, 1000), 4)
    (2.5706, 1.9623)
    """
    if freedom > 100:
        z = NormalDist().inv_cdf((1 + level) / 2)
        terms = (
            (z**3 + z) / 4,
            (5 * z**5 + 16 * z**3 + 3 * z) / 96,
            (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
            (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
        )
        return z + sum(term / float(freedom) ** power for power, term in enumerate(terms, start=1))
    low, high = 0.0, math.pi / 2
    for _ in range(60):
        angle = (low + high) / 2
        low, high = (angle, high) if _within(angle, freedom) < level else (low, angle)
    return math.tan(low) * math.sqrt(freedom)


def _within(angle: float, freedom: int) -> float:
    """Return how much of Student's t lies within `tan(angle) * sqrt(freedom)` of its middle."""
    odd, square = freedom % 2, math.cos(angle) ** 2
    term, total = (math.cos(angle), 0.0) if odd else (1.0, 0.0)
    for number in range(1 + odd, freedom, 2):
        total += term
        term *= square * number / (number + 1)
    total *= math.sin(angle)
    return (angle + total) * 2 / math.pi if odd else total
