"""The coefficients of agreement against published tables and five libraries, and the properties they must have."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pytest
from conftest import SHARED, needs_shared
from hypothesis import given
from hypothesis import strategies as st

from factcheck.review.coefficients import Formula, ac1, alpha, cohen, fleiss, percent
from factcheck.review.intervals import student, wilson
from factcheck.review.tally import LEAST_PIECES, Estimate, Tally, Unit

ORACLE = SHARED / "oracles" / "agreement_tables.json"

#: Students' t for 95 % (Abramowitz and Stegun, table 26.10), to the digits printed there.
QUANTILES = {1: 12.706, 2: 4.303, 3: 3.182, 10: 2.228, 30: 2.042, 60: 2.000, 120: 1.980}

FORMULAS: dict[str, Formula] = {"percent": percent, "alpha": alpha, "fleiss": fleiss, "ac1": ac1, "cohen": cohen}

Ratings = Sequence[Sequence[str | None]]


def tables() -> dict[str, Any]:
    """Return the tables that annotators' labels fill, by name; none where the data is not beside the project."""
    found = json.loads(ORACLE.read_text(encoding="utf-8")) if ORACLE.is_file() else {}
    return {name: table for name, table in found.items() if "raters" in table}


def tally(ratings: Ratings, labels: Sequence[str] = (), articles: Sequence[int] = ()) -> Tally:
    """Return the tally of ratings, one row a rater, all pieces in one article unless told otherwise."""
    names = tuple(f"r{number:02}" for number in range(len(ratings)))
    found = Tally(tuple(labels or sorted({label for row in ratings for label in row if label})))
    for units in _by_article(names, ratings, articles).values():
        found.add(units.items())
    return found


def _by_article(names: Sequence[str], ratings: Ratings, articles: Sequence[int]) -> dict[int, Counter[Unit]]:
    parted: dict[int, Counter[Unit]] = {}
    for number, column in enumerate(zip(*ratings, strict=True)):
        said = [(name, label) for name, label in zip(names, column, strict=True) if label]
        unit = Unit(tuple(name for name, _ in said), tuple(label for _, label in said))
        parted.setdefault(articles[number] if articles else 0, Counter())[unit] += 1
    return parted


def pairs(*cells: tuple[str, str, int]) -> Ratings:
    """Return the ratings of two raters from how often each pair of labels occurs."""
    return [[one for one, _, n in cells for _ in range(n)], [other for _, other, n in cells for _ in range(n)]]


@needs_shared
@pytest.mark.parametrize("name", tables())
def test_coefficients_are_those_of_five_libraries(name: str) -> None:
    """Every coefficient of the table comes out to 5e-6, and is undefined where it ought to be."""
    table = tables()[name]
    found = tally(table["raters"])
    four = tally(table["raters"], labels=[*found.labels, "w", "x", "y", "z"][:4])
    for figure, expected in table["expect"].items():
        if figure in FORMULAS or figure == "ac1_q4":
            value = (four if figure == "ac1_q4" else found).estimate(FORMULAS[figure.removesuffix("_q4")]).value
            assert value == (None if expected is None else pytest.approx(expected, abs=5e-6)), figure


@needs_shared
@pytest.mark.parametrize("name", [name for name, table in tables().items() if "note" not in table])
def test_errors_are_those_of_libraries(name: str) -> None:
    """On complete tables the standard errors come out to 1e-5, over pieces."""
    table = tables()[name]
    if any(label is None for row in table["raters"] for label in row):
        pytest.skip("with gaps the libraries' errors are too wide")
    found = tally(table["raters"])
    for figure, expected in table["expect"].items():
        if figure.endswith("_se") and "article" not in figure:
            assert found.estimate(FORMULAS[figure.removesuffix("_se")]).error == pytest.approx(expected, abs=1e-5)


@needs_shared
def test_errors_over_articles() -> None:
    """The error of percent is that of a cluster-robust regression; those of the others come near the jackknife."""
    table = tables()["clusters_6_articles"]
    found = tally(table["raters"], articles=table["articles"])
    expected = table["expect"]
    assert found.clustered
    assert found.estimate(percent).error == pytest.approx(expected["percent_se_article"], abs=1e-7)
    assert tally(table["raters"]).estimate(percent).error == pytest.approx(expected["percent_se_sentence"], abs=1e-7)
    assert found.estimate(alpha).error == pytest.approx(expected["alpha_se_jackknife"], rel=0.15)
    assert found.estimate(ac1).error == pytest.approx(expected["ac1_se_jackknife"], rel=0.15)


def test_a_table_by_hand() -> None:
    """Twenty yes-yes, five yes-no, ten no-yes, fifteen no-no: kappa is (0.7 - 0.5) / (1 - 0.5)."""
    found = tally(pairs(("y", "y", 20), ("y", "n", 5), ("n", "y", 10), ("n", "n", 15)))
    assert found.estimate(percent).value == pytest.approx(0.7)
    assert found.estimate(cohen).value == pytest.approx(0.4)
    # 55 of 100 labels are yes: alpha is 1 - 0.3 / (2 * 55 * 45 / (100 * 99)).
    assert found.estimate(alpha).value == pytest.approx(1 - 0.3 / (2 * 55 * 45 / 9900))
    assert found.estimate(fleiss).value == pytest.approx((0.7 - 0.505) / 0.495)
    assert found.estimate(ac1).value == pytest.approx((0.7 - 0.495) / 0.505)


def test_ac1_depends_on_how_many_labels_there_are() -> None:
    """The same table under four labels, two of them unused, gives a higher AC1."""
    ratings = pairs(("y", "y", 20), ("y", "n", 5), ("n", "y", 10), ("n", "n", 15))
    assert tally(ratings, ("y", "n", "p", "q")).estimate(ac1).value == pytest.approx((0.7 - 0.165) / 0.835)


def test_undefined_where_chance_alone_would_agree() -> None:
    """One label everywhere defines percent and AC1 of four labels, and nothing else."""
    found = tally(pairs(("y", "y", 12)), ("y", "n", "p", "q"))
    assert found.estimate(alpha) == found.estimate(cohen) == found.estimate(fleiss) == Estimate()
    assert found.estimate(percent).value == found.estimate(ac1).value == 1


def test_undefined_without_two_labels_on_a_piece() -> None:
    """Two annotators who labelled different pieces have no agreement at all."""
    found = tally([["y", "y", None], [None, None, "n"]])
    assert [found.estimate(formula) for formula in FORMULAS.values()] == [Estimate()] * 5


def test_perfect_agreement_gets_a_bound() -> None:
    """Fifteen of fifteen is no certainty: the interval is Wilson's, put through the coefficient."""
    found = tally(pairs(("y", "y", 9), ("n", "n", 6)))
    low, high = wilson(1.0, 15)
    assert [low, high] == pytest.approx([0.796116, 1], abs=1e-6)
    assert list(found.estimate(percent)[2:]) == pytest.approx([low, 1])
    assert list(found.estimate(fleiss)[2:]) == pytest.approx([(low - 0.52) / 0.48, 1])


def test_no_interval_from_few_pieces_or_one_constant() -> None:
    """Below ten pieces there is none, nor where one annotator's constancy leaves no error at all."""
    few = tally(pairs(("y", "y", 5), ("n", "y", LEAST_PIECES - 6)))
    assert few.estimate(alpha).low is None
    constant = tally(pairs(("y", "y", 6), ("y", "n", 6)))
    assert constant.estimate(cohen)[1:] == (0.0, None, None)
    assert constant.estimate(alpha).low is not None


@pytest.mark.parametrize("freedom", QUANTILES)
def test_students_t(freedom: int) -> None:
    """The quantiles are those of the tables."""
    assert student(0.95, freedom) == pytest.approx(QUANTILES[freedom], abs=6e-4)


def test_the_two_ways_to_students_t_meet() -> None:
    """Where the expansion takes over from the finite sums nothing jumps."""
    for level in (0.5, 0.9, 0.95, 0.99, 0.999):
        steps = [student(level, freedom) for freedom in range(98, 105)]
        falls = [one - other for one, other in pairwise(steps)]
        assert falls == pytest.approx(sorted(falls, reverse=True), abs=1e-8)


ratings = st.lists(st.tuples(*[st.sampled_from(["c", "o", "u", "s", None])] * 3), min_size=1, max_size=40).map(
    lambda rows: [list(column) for column in zip(*rows, strict=True)]
)


@given(ratings, st.randoms())
def test_no_order_of_pieces_or_articles_changes_a_digit(table: list[list[str | None]], shuffled: Any) -> None:
    """Pieces and articles in another order give the same figures to the last bit."""
    articles = [number % 4 for number in range(len(table[0]))]
    columns = list(zip(*table, articles, strict=True))
    shuffled.shuffle(columns)
    *other, others = map(list, zip(*columns, strict=True))
    one, two = tally(table, "cous", articles), tally(other, "cous", [3 - number for number in others])
    for formula in FORMULAS.values():
        assert one.estimate(formula) == two.estimate(formula)


@given(ratings, st.randoms())
def test_no_name_changes_a_figure(table: list[list[str | None]], shuffled: Any) -> None:
    """Annotators in another order, as under other names, give the same figures up to rounding."""
    articles = [number % 4 for number in range(len(table[0]))]
    other = shuffled.sample(table, len(table))
    one, two = tally(table, "cous", articles), tally(other, "cous", articles)
    for formula in (percent, alpha, fleiss, ac1):
        for figure, moved in zip(one.estimate(formula), two.estimate(formula), strict=True):
            assert figure == (moved if moved is None else pytest.approx(moved, abs=1e-9))


@given(ratings)
def test_a_tally_of_two_halves_is_the_tally_of_all(table: list[list[str | None]]) -> None:
    """What two processes counted adds up to what one would have counted."""
    articles = list(range(len(table[0])))
    whole = tally(table, "cous", articles)
    parts = [tally([row[start::2] for row in table], "cous", articles[start::2]) for start in (0, 1)]
    parts[0].merge(parts[1])
    for formula in FORMULAS.values():
        assert parts[0].estimate(formula) == whole.estimate(formula)


@given(ratings)
def test_intervals_hold_their_value(table: list[list[str | None]]) -> None:
    """An interval lies within the possible and around the value."""
    for formula in FORMULAS.values():
        value, _, low, high = tally(table, "cous").estimate(formula)
        if low is not None and high is not None:
            assert value is not None
            assert low <= value <= high <= 1


def _wide(seed: int) -> Iterator[list[str]]:
    import random

    source = random.Random(seed)
    for _ in range(300):
        truth = source.choice("cous")
        yield [truth if source.random() < 0.8 else source.choice("cous") for _ in range(5)]


def test_slopes_are_those_of_the_figure() -> None:
    """Leaving out one article after the other gives nearly the linearized error, for five annotators, every figure."""
    rows = [list(row) for row in zip(*_wide(7), strict=True)]
    articles = [number // 10 for number in range(300)]
    whole = tally(rows, "cous", articles)
    for formula in (percent, alpha, fleiss, ac1):
        values = []
        for left_out in range(30):
            kept = [number for number, article in enumerate(articles) if article != left_out]
            part = tally([[row[n] for n in kept] for row in rows], "cous", [articles[n] for n in kept])
            values.append(part.estimate(formula).value or 0)
        mean = sum(values) / 30
        jackknife = (29 / 30 * sum((value - mean) ** 2 for value in values)) ** 0.5
        assert whole.estimate(formula).error == pytest.approx(jackknife, rel=0.05)
