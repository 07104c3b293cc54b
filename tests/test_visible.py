"""Nothing that steers a terminal or hides from a reader gets through, and nothing else is touched."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.formats.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]52;c;cm0gLXJm\x07", "<U+001B>]52;c;cm0gLXJm<U+0007>"),
        ("\x9b31m", "<U+009B>31m"),
        ("a\u202eb\u2066c", "a<U+202E>b<U+2066>c"),
        ("M.\u200bZelensky\ufeff", "M.<U+200B>Zelensky<U+FEFF>"),
        ("a\rb\tc\nd\u2028e\x85", "a<U+000D>b<U+0009>c<U+000A>d<U+2028>e<U+0085>"),
        ("\U000e0041\ud800", "<U+E0041><U+D800>"),
        (same := "« 5\u202f000 » e\u0301te\u0301 \u00a0: 日本語 [bold]", same),
    ],
)
def test_hidden_characters_are_shown_as_marks(text: str, shown: str) -> None:
    """Escapes, bidirectional and zero-width characters are named; words, spaces and accents stay."""
    assert visible(text) == shown


def test_a_caller_may_keep_line_breaks() -> None:
    """Messages of several lines keep them and nothing else."""
    assert visible("a\nb\x1b", keep="\n") == "a\nb<U+001B>"


@given(st.text(st.characters()))
def test_no_control_format_or_separator_survives(text: str) -> None:
    """Whatever the text, what is left has no control, surrogate, bidirectional or line-breaking character."""
    steering = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    for character in visible(text):
        assert unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        assert unicodedata.bidirectional(character) not in steering
