"""Pieces counted up into coefficients of agreement, with errors that know which sentences share an article.

The error of a coefficient is Gwet's linearized one (Handbook of Inter-Rater Reliability, 4th ed., 2014, ch. 5): the
formula's slopes say what each piece, or each article as a whole, adds to it. What is kept of the articles are sums and
sums of products, all whole numbers, so that neither their order nor their number matters.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from operator import add, mul
from struct import unpack
from typing import NamedTuple

from factcheck.review.coefficients import Formula, Sums, cohen, corrected
from factcheck.review.intervals import Spread, fisher_interval, share_interval, wilson

#: Shares are counted in units of one over this: exact for up to sixteen annotators of a piece, and to 1e-6 for more.
_SCALE = math.lcm(*range(1, 17))

#: One number holds all sums of an article, in fields of so many bits: adding it up is one step for all of them.
_FIELD = 64

#: Articles are held until there are so many, since sums of long columns are quick.
_BATCH = 200

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


class Tally:
    """Pieces counted up, article by article; it stays as small however many there are.

    Args:
        labels: The labels of the scheme.
    """

    def __init__(self, labels: tuple[str, ...]) -> None:
        self.labels = labels
        #: How often the same annotators gave the same labels to a piece.
        self.units: Counter[Unit] = Counter()
        self._articles = 0
        self._size = 3 + 4 * len(labels)
        self._batch: list[int] = []
        self._sums = [0] * self._size
        self._products = [[0] * self._size for _ in self._sums]

    def add(self, units: Iterable[tuple[Unit, int]]) -> None:
        """Count the pieces of one article: what was said about them, and about how many."""
        packed, counted, labels = 0, self.units, self.labels
        for unit, count in units:
            counted[unit] += count
            packed += _contribution(unit, labels) * count
        self._batch.append(packed)
        if len(self._batch) == _BATCH:
            self._settle()

    def merge(self, other: Tally) -> None:
        """Count what another tally of the same labels counted."""
        self._settle()
        other._settle()
        self.units.update(other.units)
        self._articles += other._articles
        self._sums = list(map(add, self._sums, other._sums))
        self._products = [list(map(add, *rows)) for rows in zip(self._products, other._products, strict=True)]

    def _settle(self) -> None:
        """Add up the articles that are held."""
        columns = enumerate(zip(*map(self._unpacked, self._batch), strict=True))
        filled = [(number, column) for number, column in columns if any(column)]
        self._batch.clear()
        for index, (number, one) in enumerate(filled):
            self._sums[number] += sum(one)
            self._articles += sum(map(bool, one)) if number == 0 else 0
            row = self._products[number]
            for place, other in filled[: index + 1]:
                row[place] += sum(map(mul, one, other))

    def _unpacked(self, packed: int) -> tuple[int, ...]:
        return unpack(f"<{self._size}Q", packed.to_bytes(self._size * _FIELD // 8, "little"))

    @property
    def pieces(self) -> int:
        """Return how many pieces at least two annotators labelled."""
        self._settle()
        return self._sums[0] // _SCALE

    @property
    def articles(self) -> int:
        """Return in how many articles at least two annotators labelled the same piece."""
        self._settle()
        return self._articles

    @property
    def clustered(self) -> bool:
        """Return whether errors are taken over articles; over pieces where there are too few articles."""
        return self.articles >= LEAST_ARTICLES

    def estimate(self, formula: Formula, level: float = 0.95) -> Estimate:
        """Return a coefficient with its error, and the interval that holds the true value with probability `level`."""
        self._settle()
        sums = [total / _SCALE for total in self._sums]
        found = formula(_named(sums, len(self.labels))) if self.pieces else None
        if found is None or found[1] == 1:
            return Estimate()
        value, error = corrected(found).real, math.sqrt(self._variance(formula, sums))
        return Estimate(value, error, *self._interval((found[0].real, found[1].real), error, level))

    def _interval(self, found: tuple[float, float], error: float, level: float) -> tuple[float, float] | tuple[()]:
        """Return an interval for a coefficient; none from few pieces, nor where nothing but chance could vary."""
        if self.pieces < LEAST_PIECES:
            return ()
        if found[0] in {0, 1}:
            low, high = (corrected((end, found[1])).real for end in wilson(found[0], self.pieces, level))
            return low, high
        if error < _NOTHING:
            return ()
        spread = Spread(error, (self.articles if self.clustered else self.pieces) - 1, level)
        return share_interval(found[0], spread) if found[1] == 0 else fisher_interval(corrected(found).real, spread)

    def _variance(self, formula: Formula, sums: Sequence[float]) -> float:
        slopes = _slopes(formula, sums, len(self.labels))
        if self.clustered:
            return self._over_articles(slopes)
        # Cohen's is published without the correction (Fleiss, Cohen and Everitt, Psychological Bulletin 72, 1969).
        return self._over_pieces(slopes) * (1 - 1 / self.pieces if formula is cohen else 1)

    def _over_pieces(self, slopes: Sequence[float]) -> float:
        parts = [
            (math.fsum(map(mul, slopes, self._unpacked(_contribution(unit, self.labels)))), count)
            for unit, count in self.units.items()
        ]
        squares, total = (math.fsum(n * part**power for part, n in parts) for power in (2, 1))
        return max(squares * self.pieces - total**2, 0) / max(self.pieces - 1, 1) / _SCALE**2

    def _over_articles(self, slopes: Sequence[float]) -> float:
        total = math.fsum(
            one * slopes[place] * (1 if place == number else 2) * (self.articles * product - total * self._sums[place])
            for number, (one, total) in enumerate(zip(slopes, self._sums, strict=True))
            for place, product in enumerate(self._products[number][: number + 1])
        )
        return max(total, 0) / (self.articles - 1) / _SCALE**2


def _slopes(formula: Formula, sums: Sequence[float], labels: int) -> list[float]:
    """Return how a coefficient changes with each sum: by complex steps, exact to the last digits.

    Squire and Trapp, SIAM Review 40, 1998.
    """
    step = 1e-30
    slopes = []
    for number in range(len(sums)):
        moved = [complex(total, step if number == place else 0) for place, total in enumerate(sums)]
        found = formula(_named(moved, labels))
        slopes.append(corrected(found).imag / step if found else 0.0)
    return slopes


@cache
def _contribution(unit: Unit, labels: tuple[str, ...]) -> int:
    """Return what one piece adds to the sums, in units of `_SCALE`, packed in one number; `_named` has their order."""
    counts = [unit.labels.count(label) for label in labels]
    size = sum(counts)
    paired = _SCALE if size > 1 else 0
    agreeing = paired * sum(n * (n - 1) for n in counts) // (size * (size - 1)) if paired else 0
    two = size == 2
    sides = (paired * (two and side == label) for side in (*unit.labels, "", "")[:2] for label in labels)
    shares = (0 if two or not size else _SCALE * n // size for n in counts)
    given = (0 if two else paired * n for n in counts)
    parts = (paired, agreeing, agreeing * (size - 2), *sides, *shares, *given)
    return sum(part << _FIELD * place for place, part in enumerate(parts))


def _named(sums: Sequence[complex], labels: int) -> Sums:
    """Return the sums by their names; what pieces with just two labels add is in `one` and `other` and nowhere else."""
    paired, agreeing, more, *rest = sums
    one, other, *further = (rest[start : start + labels] for start in range(0, len(rest), labels))
    shares, given = further
    both = list(map(add, one, other))
    shares = [share + two / 2 for share, two in zip(shares, both, strict=True)]
    given = list(map(add, given, both))
    return Sums(sum(shares), paired, agreeing, sum(given), 2 * agreeing + more, shares, given, one, other)
