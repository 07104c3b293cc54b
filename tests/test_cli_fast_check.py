"""Tests of `factcheck.cli.fast_check`: it never reads a command line otherwise than click does."""

from __future__ import annotations

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.app.check.run import CheckRequest
from factcheck.cli.check import check
from factcheck.cli.fast_check import fast_check

_OPTIONS = ["--staged", "--changed-since", "--changed-since=", "--changed-since=main", "--format", "json", "--staged=1"]
#: An argument never holds a NUL; surrogates stand for bytes in it, never for themselves.
WORDS = st.lists(
    st.one_of(
        st.sampled_from([*_OPTIONS, "--", "-", "-o", "--help", ""]),
        st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=6),
    ),
    max_size=6,
)


@given(WORDS)
def test_what_it_reads_click_reads_the_same(words: list[str]) -> None:
    """Whatever it does not leave to click means the same to click."""
    asked = fast_check(words)
    if asked is not None:
        assert CheckRequest(**check.make_context("check", list(words)).params) == asked


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ([], CheckRequest(())),
        (["a.txt", "b"], CheckRequest(("a.txt", "b"))),
        (["--changed-since", "origin/main", "a"], CheckRequest(("a",), changed_since="origin/main")),
        (["a", "--changed-since="], CheckRequest(("a",), changed_since="")),
        (["--staged"], CheckRequest((), staged=True)),
    ],
)
def test_what_hooks_and_ci_ask_needs_no_click(words: list[str], asked: CheckRequest) -> None:
    """Paths, and what changed."""
    assert fast_check(words) == asked


@pytest.mark.parametrize("words", [["--changed-since"], ["--staged", "--changed-since", "main"], ["--unknown"], ["-"]])
def test_a_mistake_is_left_to_click(words: list[str]) -> None:
    """Its messages are those of every other command."""
    assert fast_check(words) is None
    if words != ["-"]:
        with pytest.raises(click.UsageError):
            check.main(list(words), standalone_mode=False)
