"""How far annotators agree: figures for a desk and its parts, from what they say about each article.

Articles come one by one and are counted up; the formulas are in `coefficients`, what is compared in `matrix`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from factcheck.model import Label
from factcheck.review.coefficients import ac1, alpha, cohen, fleiss, percent
from factcheck.review.matrix import DOUBT, SKIP, Matrix
from factcheck.review.tally import Estimate, Tally, Unit

#: The labels of the scheme; AC1 depends on how many there are.
LABELS = tuple(label.value for label in Label)

#: What agreement can be told by.
WAYS = ("article", "annotator", "pair", "label", "month", "codebook")

#: What every other label is called where one is told by itself.
OTHER = "other"

#: One label's share of all above which chance-corrected figures say little.
_DOMINANT = 0.8


class LabelledArticle(NamedTuple):
    """An article and what its annotators say about it."""

    path: str
    matrix: Matrix
    #: For each annotator who labelled it a second time, what they said first and then, as of two annotators.
    again: tuple[Matrix, ...] = ()
    #: The day its first sidecar was committed, as `2026-11-28`; empty where none was.
    day: str = ""
    #: For each piece, which version of the codebook all its labels have seen; empty where nobody asked.
    versions: Sequence[str] = ()


class Confusion(NamedTuple):
    """How often two labels were given to the same piece by two annotators."""

    one: str
    other: str
    times: int


class Doubt(NamedTuple):
    """Agreement on the pieces that somebody is unsure about, or on the others."""

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
    #: Cohen's for two annotators, Fleiss' for more.
    kappa: Estimate
    #: Whether errors are taken over articles, and not over pieces.
    clustered: bool
    #: The labels that were told apart.
    labels: tuple[str, ...]
    #: For each label: of the others' labels where one gave it, the share that is the same; None where nobody gave it.
    specific: tuple[float | None, ...]
    #: For each label: how often it was given to these pieces.
    given: tuple[int, ...]
    #: For two annotators: rows are the first one's labels, columns the second one's. For more, how many pairs of
    #: annotators gave the two labels, once on each side of the diagonal.
    table: tuple[tuple[int, ...], ...]
    #: The most frequent first; which of two labels comes first says nothing.
    confusions: tuple[Confusion, ...]
    #: Pieces that at least two annotators skipped and nobody labelled.
    skipped: int
    #: Pieces that some skipped and others labelled.
    skipped_by_some: int
    unsure: Doubt
    sure: Doubt
    #: Annotators who gave one label only, where others gave several.
    constant: tuple[str, ...]

    @property
    def undefined(self) -> str:
        """Return why alpha is not defined: `no-overlap` or `one-label`; empty where it is."""
        if self.alpha.value is not None:
            return ""
        return "one-label" if self.pieces else "no-overlap"

    @property
    def dominant(self) -> str:
        """Return the label that makes up more than four fifths of all; empty where none does."""
        limit = _DOMINANT * sum(self.given)
        return next((label for label, count in zip(self.labels, self.given, strict=True) if count > limit), "")


class _Part(NamedTuple):
    """What one row of answers comes to in a group."""

    unit: Unit
    skips: int
    doubtful: bool


class GroupTally:
    """A group of pieces while they are counted."""

    def __init__(self, name: str, labels: tuple[str, ...] = LABELS) -> None:
        self.name = name
        self._tally = Tally(labels)
        self._doubtful: Counter[Unit] = Counter()
        self._skips: Counter[str] = Counter()

    def add(self, parts: Iterable[tuple[_Part, int]]) -> None:
        """Count the pieces of one article: what was said about them, and about how many."""
        units = []
        for part, count in parts:
            units.append((part.unit, count))
            if part.doubtful:
                self._doubtful[part.unit] += count
            if part.skips and (part.unit.labels or part.skips > 1):
                self._skips["some" if part.unit.labels else "all"] += count
        self._tally.add(units)

    def figures(self, level: float = 0.95) -> Figures:
        """Return how far the annotators agree on what was counted; intervals hold with probability `level`."""
        tally = self._tally
        paired = {unit: count for unit, count in tally.units.items() if len(unit.labels) > 1}
        doubtful = {unit: count for unit, count in self._doubtful.items() if len(unit.labels) > 1}
        names = tuple(sorted({name for unit in paired for name in unit.names}))
        two = len(names) <= 2
        table = _table(paired, tally.labels, symmetrical=not two)
        return Figures(
            group=self.name,
            annotators=names,
            articles=tally.articles,
            pieces=tally.pieces,
            percent=tally.estimate(percent, level),
            alpha=tally.estimate(alpha, level),
            ac1=tally.estimate(ac1, level),
            kappa=tally.estimate(cohen if two else fleiss, level),
            clustered=tally.clustered,
            labels=tally.labels,
            specific=tuple(_specific(paired, label) for label in tally.labels),
            given=tuple(_given(paired, label) for label in tally.labels),
            table=table,
            confusions=tuple(_confusions(table, tally.labels, symmetrical=not two)),
            skipped=self._skips["all"],
            skipped_by_some=self._skips["some"],
            unsure=_doubt(doubtful, tally.labels),
            sure=_doubt({unit: count - doubtful.get(unit, 0) for unit, count in paired.items()}, tally.labels),
            constant=tuple(_constant(paired, names)),
        )


class Agreement:
    """The groups of a desk while its articles are counted.

    Args:
        by: One of `WAYS`; None for everything together.
    """

    def __init__(self, by: str | None = None) -> None:
        self._by = by
        self._groups: dict[str, GroupTally] = {}
        self._again: dict[str, GroupTally] = {}

    def add(self, article: LabelledArticle) -> None:
        """Count one article."""
        for group, parts in _parted(article, self._by).items():
            self._group(self._groups, group).add(parts)
        # Whoever labelled nothing is no column: there may be one name, or none, and then nothing to compare.
        for again in (matrix for matrix in article.again if len(matrix.names) > 1):
            parts = _parted(LabelledArticle(article.path, again), None)[""]
            self._group(self._again, again.names[0]).add(parts)

    def _group(self, groups: dict[str, GroupTally], name: str) -> GroupTally:
        if name not in groups:
            labels = (name, OTHER) if self._by == "label" and groups is self._groups else LABELS
            groups[name] = GroupTally(name, labels)
        return groups[name]

    def figures(self, level: float = 0.95) -> tuple[Figures, ...]:
        """Return the figures of each group in which anything was labelled: by name, labels in the scheme's order."""
        names = LABELS if self._by == "label" else sorted(self._groups, key=lambda name: (name == "", name))
        return tuple(self._groups[name].figures(level) for name in names if name in self._groups)

    def again(self, level: float = 0.95) -> tuple[Figures, ...]:
        """Return how far annotators who labelled articles a second time agree with themselves, by name."""
        return tuple(self._again[name].figures(level) for name in sorted(self._again))


def _parted(article: LabelledArticle, by: str | None) -> Mapping[str, Sequence[tuple[_Part, int]]]:
    """Return what the pieces of an article come to, and how many of them, by the groups that they belong to."""
    whole, names = {"article": article.path, "month": article.day[:7]}.get(by or "", ""), article.matrix.names
    if by == "codebook":
        rows = Counter(zip(article.versions, article.matrix.rows, strict=True))
        told = [(version, _part(names, row), count) for (version, row), count in rows.items()]
    elif by in _OWN_GROUPS:
        counted = Counter(article.matrix.rows).items()
        told = [(group, part, count) for row, count in counted for group, part in _parts(by, names, row)]
    else:
        return {whole: [(_part(names, row), count) for row, count in Counter(article.matrix.rows).items()]}
    parted: dict[str, list[tuple[_Part, int]]] = {}
    for group, part, count in told:
        parted.setdefault(group, []).append((part, count))
    return parted


#: The ways in which what is said about a piece tells its groups.
_OWN_GROUPS = ("annotator", "pair", "label")


@cache
def _parts(by: str, names: Sequence[str], row: Sequence[str]) -> tuple[tuple[str, _Part], ...]:
    """Return the groups that one row of answers belongs to, and what it comes to in each."""
    if by == "label":
        part = _part(names, row)
        return tuple((label, part._replace(unit=_one_label(part.unit, label))) for label in LABELS)
    found = []
    for one, other in combinations([n for n, answer in enumerate(row) if answer], 2):
        pair = _part((names[one], names[other]), (row[one], row[other]))
        groups = [" ".join(pair.unit.names)] if by == "pair" else [names[one], names[other]]
        found += [(group, pair) for group in groups if len(pair.unit.labels) > 1]
    return tuple(found)


@cache
def _part(names: Sequence[str], row: Sequence[str]) -> _Part:
    said = [(name, answer.removesuffix(DOUBT)) for name, answer in zip(names, row, strict=True) if answer]
    labelled = [(name, answer) for name, answer in said if answer != SKIP]
    unit = Unit(tuple(name for name, _ in labelled), tuple(answer for _, answer in labelled))
    return _Part(unit, len(said) - len(labelled), any(answer.endswith(DOUBT) for answer in row))


def _one_label(unit: Unit, label: str) -> Unit:
    return unit._replace(labels=tuple(given if given == label else OTHER for given in unit.labels))


def _table(paired: Mapping[Unit, int], labels: Sequence[str], *, symmetrical: bool) -> tuple[tuple[int, ...], ...]:
    cells: Counter[tuple[str, str]] = Counter()
    for unit, count in paired.items():
        for one, other in combinations(unit.labels, 2):
            cells[one, other] += count
            if symmetrical and one != other:
                cells[other, one] += count
    return tuple(tuple(cells[one, other] for other in labels) for one in labels)


def _confusions(table: Sequence[Sequence[int]], labels: Sequence[str], *, symmetrical: bool) -> Iterator[Confusion]:
    numbers = combinations(range(len(labels)), 2)
    found = ((table[one][other] + (0 if symmetrical else table[other][one]), one, other) for one, other in numbers)
    for count, one, other in sorted(found, key=lambda item: (-item[0], item[1:])):
        if count:
            yield Confusion(labels[one], labels[other], count)


def _specific(paired: Mapping[Unit, int], label: str) -> float | None:
    """Return the specific agreement on a label (Cicchetti and Feinstein, J. of Clinical Epidemiology 43, 1990)."""
    both = chances = 0
    for unit, count in paired.items():
        times = unit.labels.count(label)
        both += count * times * (times - 1)
        chances += count * times * (len(unit.labels) - 1)
    return both / chances if chances else None


def _given(paired: Mapping[Unit, int], label: str) -> int:
    return sum(count * unit.labels.count(label) for unit, count in paired.items())


def _doubt(units: Mapping[Unit, int], labels: tuple[str, ...]) -> Doubt:
    tally = Tally(labels)
    tally.add(units.items())
    return Doubt(tally.pieces, tally.estimate(percent).value)


def _constant(paired: Mapping[Unit, int], names: Iterable[str]) -> Iterator[str]:
    if len({label for unit in paired for label in unit.labels}) == 1:
        return
    for name in names:
        given = {label for unit in paired for who, label in zip(unit.names, unit.labels, strict=True) if who == name}
        if len(given) == 1:
            yield name
