"""How far annotators agree: figures for a desk and its parts, from what they say about each article.

Articles come one by one and are counted up; the formulas are in `coefficients`, what is compared in `matrix`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from factcheck.model import Label
from factcheck.review.coefficients import Estimate, Scheme, Tally, Unit, ac1, alpha, cohen, fleiss, percent
from factcheck.review.matrix import Matrix

#: The labels of the scheme; AC1 depends on how many there are.
LABELS = tuple(label.value for label in Label)

#: What agreement can be told by; `None` in its place is everything together.
WAYS = ("article", "annotator", "pair", "label", "month", "codebook")

#: What every other label is called where one is told by itself.
OTHER = "other"

#: One label's share of all above which chance-corrected figures say little.
_DOMINANT = 0.8


class Heard(NamedTuple):
    """An article and what its annotators say about it."""

    path: str
    matrix: Matrix
    #: When its first sidecar was committed, as `2026-11`; empty where none was.
    month: str = ""


class Confusion(NamedTuple):
    """How often two labels were given to the same piece by two annotators."""

    one: str
    other: str
    count: int


class Doubt(NamedTuple):
    """Agreement on the pieces somebody is unsure about, or on the others."""

    pieces: int
    percent: float | None


class Figures(NamedTuple):
    """How far annotators agree, in one group of pieces."""

    group: str
    annotators: tuple[str, ...]
    articles: int
    #: Pieces that at least two annotators labelled.
    pieces: int
    percent: Estimate
    alpha: Estimate
    ac1: Estimate
    kappa: Estimate
    #: `cohen` for two annotators, `fleiss` for more.
    kappa_kind: str
    #: Whether errors are taken over articles, not over pieces.
    clustered: bool
    #: The labels that were told apart.
    labels: tuple[str, ...]
    #: For each label: of those who gave it, how many others did too; None where nobody gave it.
    specific: tuple[float | None, ...]
    #: For each label: how often it was given to these pieces.
    given: tuple[int, ...]
    #: For two annotators: rows are the first one's labels, columns the second one's. For more it is symmetrical, each
    #: pair of annotators counted once on the diagonal and once on both sides of it.
    table: tuple[tuple[int, ...], ...]
    #: Most frequent first; the order of two labels says nothing.
    confusions: tuple[Confusion, ...]
    #: Pieces that everybody skipped, of those at least two dealt with; and those only some did.
    skipped: tuple[int, int]
    unsure: Doubt
    sure: Doubt
    #: Annotators who gave one label only.
    constant: tuple[str, ...]

    @property
    def agreeing(self) -> float:
        """Return how many pieces everybody agrees on, where one or no label was given; the share of pairs else."""
        return (self.percent.value or 0) * self.pieces

    @property
    def undefined(self) -> str:
        """Return why alpha is not defined: `no-overlap`, `one-label`, or nothing if it is."""
        if self.alpha.value is not None:
            return ""
        return "one-label" if self.pieces else "no-overlap"

    @property
    def dominant(self) -> str:
        """Return the label that makes up more than four fifths of all, if one does."""
        total = sum(self.given)
        return next((label for label, n in zip(self.labels, self.given, strict=True) if n > _DOMINANT * total), "")


class _Part(NamedTuple):
    """One row of answers as it counts in a group."""

    group: str
    unit: Unit
    #: What the skips come to: everybody skipped, only some did, nobody.
    skips: tuple[int, int]
    doubtful: bool


class Group:
    """A group of pieces while they are counted."""

    def __init__(self, name: str, labels: tuple[str, ...], pair: tuple[str, ...]) -> None:
        self.name = name
        self.tally = Tally(Scheme(labels, pair))
        self._doubtful: Counter[Unit] = Counter()
        self._skips: Counter[tuple[int, int]] = Counter()

    def add(self, parts: Mapping[_Part, int]) -> None:
        """Count the pieces of one article."""
        units: Counter[Unit] = Counter()
        for part, count in parts.items():
            units[part.unit] += count
            self._skips[part.skips] += count
            if part.doubtful:
                self._doubtful[part.unit] += count
        self.tally.add(units)

    def figures(self, level: float = 0.95) -> Figures:
        """Return how far the annotators agree on what was counted."""
        tally, labels = self.tally, self.tally.scheme.labels
        paired = {unit: n for unit, n in tally.units.items() if len(unit.labels) > 1}
        names = tuple(sorted({name for unit in paired for name in unit.names}))
        table = _table(paired, labels, tally.scheme.pair)
        kind = "cohen" if tally.scheme.pair else "fleiss"
        doubtful = {unit: n for unit, n in self._doubtful.items() if len(unit.labels) > 1}
        sure = {unit: n - doubtful.get(unit, 0) for unit, n in paired.items()}
        return Figures(
            group=self.name,
            annotators=names,
            articles=tally.articles,
            pieces=tally.pieces,
            percent=tally.estimate(percent, level),
            alpha=tally.estimate(alpha, level),
            ac1=tally.estimate(ac1, level),
            kappa=tally.estimate(cohen if tally.scheme.pair else fleiss, level),
            kappa_kind=kind,
            clustered=tally.clustered,
            labels=labels,
            specific=tuple(_specific(paired, label) for label in labels),
            given=tuple(sum(n * unit.labels.count(label) for unit, n in paired.items()) for label in labels),
            table=table,
            confusions=tuple(_confusions(table, labels, symmetrical=not tally.scheme.pair)),
            skipped=(self._skips[1, 0], self._skips[0, 1]),
            unsure=_doubt(doubtful),
            sure=_doubt(sure),
            constant=tuple(name for name in names if _constant(paired, name)),
        )
