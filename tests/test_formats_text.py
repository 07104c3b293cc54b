"""Nothing that steers a terminal or hides from a reader gets through, and nothing else is touched."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.formats.json_text import json_text
from factcheck.formats.text import complaint, visible


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


def test_an_error_has_no_line_but_its_own() -> None:
    """A file's name with a line break in it, or a hint that quotes one, cannot forge a line of output."""
    error = FactcheckError("no such file", path="a\n::error::b", line=3, hint="Try c\nd.")
    assert complaint(error) == "a<U+000A>::error::b:3: no such file\nTry c<U+000A>d."


def test_what_is_written_on_a_terminal_is_ours() -> None:
    """The commands run on desks hostile in every place; `make fuzz` plays more of such rounds."""
    fuzz = Path(__file__).with_name("fuzz_pty.py")
    done = subprocess.run([sys.executable, fuzz, "--rounds", "1", "2"], capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@given(st.text(st.characters()))
def test_no_control_format_or_separator_survives(text: str) -> None:
    """Whatever the text, what is left has no control, surrogate, bidirectional or line-breaking character."""
    steering = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    for character in visible(text):
        assert unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        assert unicodedata.bidirectional(character) not in steering


_plain = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x17F, exclude_characters="#\x7f\xad", exclude_categories=["Cc"])
)
_values = st.none() | st.booleans() | st.integers() | st.floats() | _plain


@given(st.recursive(_values, lambda inner: st.lists(inner) | st.dictionaries(_plain, inner), max_leaves=10))
def test_json_is_what_the_library_writes(value: object) -> None:
    """Where nothing hides and no command stands in it, it is JSON with an indent of two, byte for byte."""
    assert json_text(value) == json.dumps(value, indent=2, ensure_ascii=False) + "\n"
