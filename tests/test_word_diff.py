"""Comparing two wordings word by word."""

from __future__ import annotations

import doctest
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import is_within

from factcheck.text import word_diff
from factcheck.text.word_diff import MAX_PAIRS, all_tokens, compare

#: Wordings as edits make them: few words, often the same, with odd white space and punctuation between.
WORDINGS = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(["le", "la", "d'", "5", "000", "12,5", "a-t-il", ".", ",", "世", ""])).map(" ".join),
)


def shown(old: str, new: str) -> str:
    """Return the comparison in git's notation for word diffs."""
    parts = []
    for stretch in compare(old, new):
        gone, added = old[stretch.old.start : stretch.old.end], new[stretch.new.start : stretch.new.end]
        parts.append(gone if stretch.same else (f"[-{gone}-]" if gone else "") + (f"{{+{added}+}}" if added else ""))
    return "".join(parts)


def test_the_examples_in_the_docstrings_hold() -> None:
    """What the documentation shows is what happens."""
    assert doctest.testmod(word_diff).failed == 0


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ""),
        ("Le trafic a repris.", "Le trafic a repris.", "Le trafic a repris."),
        ("5 000 personnes", "15 000 personnes", "[-5 000-]{+15 000+} personnes"),
        ("Il a menti.", "Il n'a pas menti.", "Il {+n'+}a{+ pas+} menti."),
        (
            "a pris une grave décision hier",
            "a fait des choix forts hier",
            "a [-pris une grave décision-]{+fait des choix forts+} hier",
        ),
        ("l\u2019eau de Brest", "l\u2019air de Brest", "l\u2019[-eau-]{+air+} de Brest"),
        ("Un mot.", "", "[-Un mot.-]"),
        ("", "Un mot.", "{+Un mot.+}"),
        ("两千人参加", "三千人参加", "[-两-]{+三+}千人参加"),
        ("deux  espaces", "deux espaces", "deux[-  -]{+ +}espaces"),
    ],
)
def test_a_change_is_shown_as_whole_words(old: str, new: str, expected: str) -> None:
    """Numbers, elisions and phrases change as a reader would say they did."""
    assert shown(old, new) == expected


@given(WORDINGS)
def test_tokens_are_the_text(text: str) -> None:
    """Nothing is lost or changed by cutting a text into words."""
    assert "".join(all_tokens(text)) == text


@given(WORDINGS, WORDINGS)
def test_stretches_tile_both_wordings_and_take_turns(old: str, new: str) -> None:
    """Every code point of both is in exactly one stretch, equal where it says so, and kinds alternate."""
    stretches = compare(old, new)
    assert "".join(old[s.old.start : s.old.end] for s in stretches) == old
    assert "".join(new[s.new.start : s.new.end] for s in stretches) == new
    for stretch in stretches:
        equal = old[stretch.old.start : stretch.old.end] == new[stretch.new.start : stretch.new.end]
        assert equal or not stretch.same
    assert all(a.same != b.same for a, b in itertools.pairwise(stretches))


@given(WORDINGS)
def test_a_wording_is_the_same_as_itself(text: str) -> None:
    """Comparing a text with itself finds no change."""
    assert all(stretch.same for stretch in compare(text, text))


def test_a_hostile_wording_takes_no_more_than_a_few_seconds() -> None:
    """Beyond the limit only the ends are compared; just below it, the time is bounded."""
    words = int(MAX_PAIRS**0.5) // 2 - 2
    assert is_within(4, lambda: compare("x " + "a b " * (words // 2) + "y", "z " + "b a " * (words // 2) + "w"))
    long = compare("x " + "a " * 100_000 + "y", "z " + "a " * 100_000 + "y")
    assert [stretch.same for stretch in long] == [False, True]
