"""The accounting of keys and minutes: counted on the engine, and told as it is counted."""

from __future__ import annotations

import pytest
from conftest import ROOT
from golden import expect

from benchmarks.effort import READING, SENTENCES, SOURCED, WORDS, ours, page, peers, played


def test_one_key_labels_a_sentence_and_one_more_takes_its_source() -> None:
    """A label costs one key; a source that is proposed rightly costs one more."""
    assert (ours().labels, ours().sources) == (SENTENCES, SOURCED)


def test_only_a_wholly_labelled_article_counts() -> None:
    """A script that leaves a sentence without its label has not done the work."""
    with pytest.raises(AssertionError):
        played("s<enter>" * SOURCED)


def test_reading_is_nearly_the_only_cost() -> None:
    """Labels and sources together add less than a tenth to the time of reading, and less than with any peer."""
    assert ours().minutes < 1.1 * WORDS / READING
    assert all(ours().minutes < peer.minutes for peer in peers())


def test_the_page_is_fresh() -> None:
    """The committed page is what the benchmark prints now."""
    expect(ROOT / "docs" / "effort.md", page())
