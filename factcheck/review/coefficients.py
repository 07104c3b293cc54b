"""Coefficients of agreement on nominal labels, with errors that know which sentences share an article.

Each coefficient is a formula over sums of what single pieces contribute. Its error is Gwet's linearized one (Handbook
of Inter-Rater Reliability, 4th ed., 2014, ch. 5): the formula's slopes say what each piece, or each article as a whole,
adds to it. The sums are integers, so that no order of adding them changes a digit.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from operator import add, mul
from typing import NamedTuple

from factcheck.review.intervals import Spread, fisher_interval, share_interval, wilson

#: Shares are counted in units of one over this: exact for up to twenty annotators of a piece.
_SCALE = math.lcm(*range(1, 21))

#: Below this many pieces no interval is given; below this many articles none over articles.
LEAST_PIECES, LEAST_ARTICLES = 10, 3

#: An error that is nothing but rounding.
_NOTHING = 1e-9


class Unit(NamedTuple):
    """What annotators say about one piece of text: their names in order, and as many labels."""

    names: tuple[str, ...]
    labels: tuple[str, ...]


class Estimate(NamedTuple):
    """A coefficient, its standard error and its interval; None for what is not defined or not to be had."""

    value: float | None = None
    error: float | None = None
    low: float | None = None
    high: float | None = None


class Sums(NamedTuple):
    """What pieces add up to; complex numbers while slopes are taken."""

    #: Pieces with at least one label, and with at least two.
    pieces: complex
    paired: complex
    #: Of the paired ones: the share of pairs of annotators who agree, the labels, and those times that share.
    agreeing: complex
    labels: complex
    weighted: complex
    #: For each label: the share of annotators who gave it; how many did, of the paired pieces.
    shares: Sequence[complex]
    given: Sequence[complex]
    #: For each label: how often the first and the second of just two annotators gave it, of the paired pieces.
    one: Sequence[complex]
    other: Sequence[complex]


#: Returns the observed agreement and that expected of chance; None where it is not defined for any labels.
Formula = Callable[[Sums], tuple[complex, complex] | None]


def percent(sums: Sums) -> tuple[complex, complex]:
    """Return the share of pairs of labels that agree, averaged over pieces; nothing is expected of chance."""
    return sums.agreeing / sums.paired, 0


def alpha(sums: Sums) -> tuple[complex, complex]:
    """Return what Krippendorff's alpha compares (Content Analysis, 4th ed., 2018, ch. 12; nominal, gaps allowed)."""
    pairs = sums.labels * (sums.labels - 1)
    return sums.weighted / sums.labels, sum(n * (n - 1) for n in sums.given) / pairs


def fleiss(sums: Sums) -> tuple[complex, complex]:
    """Return what Fleiss' kappa compares (Psychological Bulletin 76, 1971), with gaps as Gwet 2014 treats them."""
    return sums.agreeing / sums.paired, sum((share / sums.pieces) ** 2 for share in sums.shares)


def ac1(sums: Sums) -> tuple[complex, complex] | None:
    """Return what Gwet's AC1 compares (British J. of Mathematical and Statistical Psychology 61, 2008)."""
    if len(sums.shares) < 2:
        return None
    spread = sum(share / sums.pieces * (1 - share / sums.pieces) for share in sums.shares)
    return sums.agreeing / sums.paired, spread / (len(sums.shares) - 1)


def cohen(sums: Sums) -> tuple[complex, complex]:
    """Return what Cohen's kappa compares (Educational and Psychological Measurement 20, 1960)."""
    return sums.agreeing / sums.paired, sum(map(mul, sums.one, sums.other)) / sums.paired**2


class Tally:
    """Pieces counted up, article by article; it stays as small however many there are.

    Args:
        labels: The labels of the scheme.
    """

    def __init__(self, labels: tuple[str, ...]) -> None:
        self.labels = labels
        #: How often the same annotators gave the same labels to a piece.
        self.units: Counter[Unit] = Counter()
        #: Articles with at least one piece that two annotators labelled.
        self.articles = 0
        self._sums = list(_contribution(Unit((), ()), labels))
        self._products = [list(self._sums) for _ in self._sums]

    def add(self, units: Mapping[Unit, int]) -> None:
        """Count the pieces of one article."""
        row = [0] * len(self._sums)
        for unit, count in units.items():
            row = list(map(add, row, map(count.__mul__, _contribution(unit, self.labels))))
        self._include(units, int(row[1] > 0), row, [[value * one for one in row] if value else () for value in row])

    def merge(self, other: Tally) -> None:
        """Count what another tally of the same labels counted."""
        self._include(other.units, other.articles, other._sums, other._products)

    def _include(
        self, units: Mapping[Unit, int], articles: int, sums: Sequence[int], products: Iterable[Sequence[int]]
    ) -> None:
        self.units.update(units)
        self.articles += articles
        self._sums = list(map(add, self._sums, sums))
        self._products = [
            list(map(add, old, new)) if new else old for old, new in zip(self._products, products, strict=True)
        ]

    @property
    def pieces(self) -> int:
        """Return how many pieces at least two annotators labelled."""
        return self._sums[1] // _SCALE

    @property
    def clustered(self) -> bool:
        """Return whether errors are taken over articles; over pieces where there are too few articles."""
        return self.articles >= LEAST_ARTICLES

    def estimate(self, formula: Formula, level: float = 0.95) -> Estimate:
        """Return a coefficient with its error, and the interval that holds the true value with probability `level`."""
        sums = [total / _SCALE for total in self._sums]
        found = formula(_named(sums, len(self.labels))) if self.pieces else None
        if found is None or found[1] == 1:
            return Estimate()
        value, error = _corrected(found).real, math.sqrt(self._variance(formula, sums))
        return Estimate(value, error, *self._interval((found[0].real, found[1].real), error, level))

    def _interval(self, found: tuple[float, float], error: float, level: float) -> tuple[float, float] | tuple[()]:
        """Return an interval for a coefficient; none from few pieces, nor where nothing but chance could vary."""
        if self.pieces < LEAST_PIECES:
            return ()
        if found[0] in {0, 1}:
            low, high = (_corrected((end, found[1])).real for end in wilson(found[0], self.pieces, level))
            return low, high
        if error < _NOTHING:
            return ()
        spread = Spread(error, (self.articles if self.clustered else self.pieces) - 1, level)
        return share_interval(found[0], spread) if found[1] == 0 else fisher_interval(_corrected(found).real, spread)

    def _variance(self, formula: Formula, sums: Sequence[float]) -> float:
        slopes = _slopes(formula, sums, len(self.labels))
        if self.clustered:
            return self._over_articles(slopes)
        # Cohen's is published without the correction (Fleiss, Cohen and Everitt, Psychological Bulletin 72, 1969).
        return self._over_pieces(slopes) * (1 - 1 / self.pieces if formula is cohen else 1)

    def _over_pieces(self, slopes: Sequence[float]) -> float:
        parts = [(math.fsum(map(mul, slopes, _contribution(unit, self.labels))), n) for unit, n in self.units.items()]
        squares, total = (math.fsum(n * part**power for part, n in parts) for power in (2, 1))
        return max(squares * self.pieces - total**2, 0) / max(self.pieces - 1, 1) / _SCALE**2

    def _over_articles(self, slopes: Sequence[float]) -> float:
        total = math.fsum(
            one * other * (self.articles * product - left * right)
            for one, left, row in zip(slopes, self._sums, self._products, strict=True)
            for other, right, product in zip(slopes, self._sums, row, strict=True)
        )
        return max(total, 0) / (self.articles - 1) / _SCALE**2


def _corrected(found: tuple[complex, complex]) -> complex:
    return (found[0] - found[1]) / (1 - found[1])


def _slopes(formula: Formula, sums: Sequence[float], labels: int) -> list[float]:
    """Return how a coefficient changes with each sum: by complex steps, exact to the last digits.

    Squire and Trapp, SIAM Review 40, 1998.
    """
    step = 1e-30
    slopes = []
    for number in range(len(sums)):
        moved = [complex(total, step if number == place else 0) for place, total in enumerate(sums)]
        found = formula(_named(moved, labels))
        slopes.append(_corrected(found).imag / step if found else 0.0)
    return slopes


@cache
def _contribution(unit: Unit, labels: tuple[str, ...]) -> tuple[int, ...]:
    """Return what one piece adds to the sums, in their order, in units of `_SCALE`."""
    counts = [unit.labels.count(label) for label in labels]
    size = sum(counts)
    paired = _SCALE if size > 1 else 0
    agreeing = paired * sum(n * (n - 1) for n in counts) // (size * (size - 1)) if paired else 0
    shares = [_SCALE * n // size if size else 0 for n in counts]
    sides = (paired * (size == 2 and side == label) for side in (*unit.labels, "", "")[:2] for label in labels)
    given = (paired * n for n in counts)
    return (_SCALE if size else 0, paired, agreeing, paired * size, agreeing * size, *shares, *given, *sides)


def _named(sums: Sequence[complex], labels: int) -> Sums:
    pieces, paired, agreeing, total, weighted, *rest = sums
    return Sums(pieces, paired, agreeing, total, weighted, *(rest[n : n + labels] for n in range(0, len(rest), labels)))
