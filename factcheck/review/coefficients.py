"""Coefficients of agreement on nominal labels, each as a formula over sums; the sums are made in `tally`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import mul
from typing import NamedTuple


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


def corrected(found: tuple[complex, complex]) -> complex:
    """Return the coefficient: how much of what chance leaves is agreed on."""
    return (found[0] - found[1]) / (1 - found[1])
