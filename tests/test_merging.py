"""Merging two versions of a sidecar: the laws, as properties, and one case a rule."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from golden import expect
from hypothesis import assume, given
from hypothesis import strategies as st

from benchmarks import deeds
from factcheck import sidecar
from factcheck.merging import MergeResult, UnmergeableError, merge
from factcheck.merging.comments import merged_comments, merged_tails
from factcheck.model import Label, Record, Sidecar

TEXTS = [
    "Il pleut à Brest.",
    "Le trafic a repris.",
    "L'usine ferme.",
    "Rien n'est sûr.",
    "Il pleut à Brest.",
    "On dit non.",
]
PLACES = st.integers(0, 5)
WORDS = st.sampled_from(["Hier,", "Selon lui,", 'dit "non"', "a\nb", "#x: y"])


def anything(person: int) -> st.SearchStrategy[deeds.Deed]:
    """Return anything one person may do; new sentences are never the same as somebody else's."""
    return st.one_of(
        st.builds(deeds.label, PLACES, st.sampled_from([*Label, None]), WORDS),
        st.builds(deeds.skip, PLACES, WORDS),
        st.builds(deeds.note, PLACES, WORDS),
        st.builds(deeds.source, PLACES, WORDS),
        st.builds(deeds.unsure, PLACES),
        st.builds(deeds.rewrite, PLACES, WORDS),
        st.builds(deeds.polish, PLACES),
        st.builds(deeds.insert, PLACES, WORDS.map(lambda words: f"{words} {person}.")),
        st.builds(deeds.retire, PLACES),
        st.builds(deeds.divide, PLACES),
        st.builds(deeds.join, PLACES),
    )


def worked(start: Sidecar, work: list[deeds.Deed]) -> Sidecar:
    """Return the sidecar after some work on it."""
    for deed in work:
        start = deed(start)
    return start


@st.composite
def versions(draw: st.DrawFn, people: int) -> tuple[Sidecar, ...]:
    """Draw a version and what several people, each alone, made of it."""
    base = worked(deeds.new(TEXTS), draw(st.lists(anything(0), max_size=4)))
    return base, *(worked(base, draw(st.lists(anything(person), max_size=4))) for person in range(1, people + 1))


def merged(*sides: Sidecar) -> MergeResult:
    """Merge sidecars given as values."""
    base, ours, theirs = map(sidecar.write, sides)
    return merge(base, ours, theirs)


def records(data: bytes) -> dict[str, Record]:
    """Return every record of a file by its id, retired ones too."""
    read = sidecar.read(data, "x").sidecar
    return {record.id: record for record in (*read.sentences, *read.retired)}


def every(side: Sidecar) -> dict[str, Record]:
    """Return every record of a sidecar by its id, retired ones too."""
    return {record.id: record for record in (*side.sentences, *side.retired)}


@given(versions(1))
def test_what_only_one_side_did_is_taken_as_it_is(both: tuple[Sidecar, ...]) -> None:
    """merge(b, a, a) = a, merge(b, b, a) = a, merge(b, a, b) = a, merge(a, a, a) = a, byte for byte."""
    base, one = map(sidecar.write, both)
    for sides in ((base, one, one), (base, base, one), (base, one, base), (one, one, one)):
        assert merge(*sides).data() == one
        assert merge(*sides).conflicts == ()


@given(versions(2))
def test_it_does_not_matter_whose_side_is_whose(three: tuple[Sidecar, ...]) -> None:
    """Swapping the sides swaps what stands between the markers and nothing else."""
    base, ours, theirs = three
    one, other = merged(base, ours, theirs), merged(base, theirs, ours)
    assert one.choosing("ours") == other.choosing("theirs")
    assert one.choosing("theirs") == other.choosing("ours")
    assert one.choosing("base") == other.choosing("base")


@given(versions(2))
def test_whatever_is_chosen_the_file_is_canonical(three: tuple[Sidecar, ...]) -> None:
    """Each side of every conflict leaves a file in canonical form."""
    result = merged(*three)
    for side in ("base", "ours", "theirs"):
        assert sidecar.read(result.choosing(side), "x").canonical, result.choosing(side).decode()


@given(versions(2))
def test_no_label_stands_on_a_wording_it_was_not_given_to(three: tuple[Sidecar, ...]) -> None:
    """Every label in the outcome was in one of the sides on that very text; so was every one that waits."""
    _, ours, theirs = three
    given_ = {(r.text, r.label) for side in (ours, theirs) for r in every(side).values()}
    given_ |= {(r.was, r.was_label) for side in (ours, theirs) for r in every(side).values()}
    for record in (r for s in ("ours", "theirs") for r in records(merged(*three).choosing(s)).values()):
        assert record.label is None or (record.text, record.label) in given_
        assert record.was_label is None or (record.was, record.was_label) in given_


@given(versions(2))
def test_no_label_is_missing_unless_it_conflicts(three: tuple[Sidecar, ...]) -> None:
    """A label that one side gave is in the outcome: on its sentence, waiting there, or between markers."""
    base, *sides = three
    result = merged(*three)
    torn = {conflict.id for conflict in result.conflicts}
    outcome = records(result.choosing("ours"))
    for record in (r for side in sides for r in every(side).values() if r.label and r.id not in torn):
        before = every(base).get(record.id)
        if not before or record.label != before.label:
            assert record.label in (outcome[record.id].label, outcome[record.id].was_label)


@given(versions(2))
def test_merging_again_changes_nothing(three: tuple[Sidecar, ...]) -> None:
    """A clean outcome merged with either side once more is the same outcome."""
    base, ours, theirs = map(sidecar.write, three)
    result = merge(base, ours, theirs)
    assume(not result.conflicts)
    assert merge(base, result.data(), theirs).data() == result.data()
    assert merge(base, ours, result.data()).data() == result.data()


@given(versions(3))
def test_three_people_in_any_order_give_one_result(four: tuple[Sidecar, ...]) -> None:
    """The order in which branches are merged does not matter, as long as nothing conflicts.

    Only where one person removed the sentence that stood between new ones of two others can these be told apart by
    nothing, so there the order in the list may differ; what is in each list does not.
    """
    base, *sides = four
    outcomes = {
        outcome for one, other, third in permutations(sides) if (outcome := merged_twice(base, one, other, third))
    }
    kept = {record.id for side in sides for record in side.sentences if all(record.id in ids(s) for s in sides)}
    if all(record.id in kept for record in base.sentences):
        assert len(outcomes) <= 1
    read = [sidecar.read(outcome, "x").sidecar for outcome in outcomes]
    assert len({(frozenset(side.sentences), frozenset(side.retired)) for side in read}) <= 1


def merged_twice(base: Sidecar, one: Sidecar, other: Sidecar, third: Sidecar) -> bytes:
    """Return what two people's work and then a third's come to; nothing if they conflict."""
    first = merged(base, one, other)
    if first.conflicts:
        return b""
    second = merge(sidecar.write(base), first.data(), sidecar.write(third))
    return b"" if second.conflicts else second.data()


def ids(side: Sidecar) -> set[str]:
    """Return the ids of the sentences the article has."""
    return {record.id for record in side.sentences}


CASES = sorted((Path(__file__).parent / "cases/merging").iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_case_comes_to_what_is_expected(case: Path) -> None:
    """Comments, unknown fields, lost ids, moves and the rest: base, ours and theirs give the file beside them."""
    base, ours, theirs = ((case / name).read_bytes() for name in ("base", "ours", "theirs"))
    expect(case / "expected", merge(base, ours, theirs).data().decode())
    assert merge(base, theirs, ours).choosing("theirs") == merge(base, ours, theirs).choosing("ours")


GOOD = sidecar.write(deeds.new(TEXTS))
UNMERGEABLE = {
    "not UTF-8": GOOD.replace(b"Brest", b"Br\xe9st"),
    "conflict markers": GOOD.replace(b"  label:\n", b"<<<<<<< ours\n  label: claim\n=======\n", 1),
    "no list": GOOD.replace(b"sentences:", b"sentence:"),
    "an id twice": GOOD + GOOD[GOOD.index(b"\n- id:") : GOOD.index(b"\n- id:", GOOD.index(b"\n- id:") + 1)],
    "a line of no field": GOOD.replace(b"  label:\n", b"  label:\n nothing\n", 1),
}


@pytest.mark.parametrize("bad", UNMERGEABLE.values(), ids=UNMERGEABLE)
def test_what_is_not_made_of_records_is_refused(bad: bytes) -> None:
    """Whichever version it is, nothing is guessed: the merge is left to git."""
    other, third = (sidecar.write(deeds.label(0, kind)(deeds.new(TEXTS))) for kind in (Label.CLAIM, Label.OPINION))
    for sides in ((bad, other, third), (other, bad, third), (other, third, bad)):
        with pytest.raises(UnmergeableError):
            merge(*sides)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("# a\n", "# a\n# b\n", "# a\n# c\n", "# a\n# b\n# c\n"),
        ("# a\n# b\n", "# b\n", "# a\n# b\n# c\n", "# b\n# c\n"),
        ("", "# x\n# x\n", "# y\n", "# x\n# x\n# y\n"),
        ("# a\n", "", "# a\n# b\n", "# b\n"),
        ("# a\n", "", "# b\n", "# b\n"),
    ],
)
def test_comments_of_both_sides_stay(base: str, ours: str, theirs: str, merged: str) -> None:
    """Each side's lines stay together, whoever is called ours; what one side removed goes."""
    assert merged_comments(base, ours, theirs) == merged
    assert merged_comments(base, theirs, ours) == merged


def test_comments_behind_a_value_are_joined() -> None:
    """One side's, or both in one order."""
    assert merged_tails("", "  # sure", "") == merged_tails("", "", "  # sure") == "  # sure"
    assert merged_tails("  # old", "  # sure", "  # ask Bob") == "  # ask Bob # sure"
    assert merged_tails("  # old", "", "  # ask Bob") == "  # ask Bob"
