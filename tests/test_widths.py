"""Narrow and wide: help and screens in both languages, with no word cut and no key hint lost."""

from __future__ import annotations

import re

import pytest
from commands import run
from labelling_sessions import play, session
from rich.cells import cell_len
from test_pseudo import SCREENS, command_lines, forget_what_was_said

from factcheck import i18n
from factcheck.formats.screen import Theme, frame
from factcheck.formats.screen import line as plain_line
from factcheck.labelling import parse_keys, step

LANGUAGES = ("en", "fr")
WIDTHS = (40, 80)
#: Wide enough for nothing to be wrapped.
ENDLESS = 2000


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin each test without texts in another language."""
    monkeypatch.setenv("LANGUAGE", "")
    forget_what_was_said()


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_fits(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is wider than the terminal but examples and lists of choices; words are whole, as they are elsewhere."""
    monkeypatch.setenv("FACTCHECK_LANG", language)
    for line in command_lines():
        texts = {}
        for width in (*WIDTHS, ENDLESS):
            monkeypatch.setenv("COLUMNS", str(width))
            texts[width] = run(*line.split(), "--help").out
        whole = set(re.split(r"\s+|(?<=-)", texts[ENDLESS]))
        for width in WIDTHS:
            words = set(re.split(r"\s+|(?<=-)", texts[width]))
            assert not {word for word in words - whole if not word.endswith("...")}, (line, width)
            assert not [row for row in texts[width].splitlines() if len(row.rstrip()) > width and not may_be_wide(row)]


def may_be_wide(row: str) -> bool:
    """Return whether a row is an example, or an option with its choices, which nothing divides."""
    return bool(re.match(r" +(factcheck |--[\w-]+ \[\S+\]$)", row))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_screens_fit(language: str, width: int) -> None:
    """No row is wider than the screen, and messages and hints stand there whole, in rows of 24."""
    i18n.use(language)
    for name, keys in SCREENS.items():
        state = play(session(), keys)
        rows = frame(state, width, 24, Theme.BARE).lines
        assert len(rows) == 24
        assert all(cell_len(row) <= width for row in rows), name
        assert not rows[0].endswith("...") or state.searching or state.view != "all", name
        assert not [row for row in rows[-4:] if row.endswith("...")], (name, rows[-4:])
        *_, last = re.split(r" {2,}", frame(state, 200, 24, Theme.BARE).lines[-1])
        assert last in " ".join(rows[-4:]), (name, last, rows[-4:])


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_lines_hold_no_sign_that_nobody_says(language: str) -> None:
    """No arrow, bracket, dash or ellipsis: a screen reader spells those, or passes over them."""
    i18n.use(language)
    for name, keys in SCREENS.items():
        if keys.startswith(("?", "b")):
            continue  # keys and the codebook are quotations
        state = session()
        for event in parse_keys(keys):
            before, state = state, step(state, event)[0]
            assert not re.search(r"[→←…\[\]{}|–—•·]|\.\.\.", plain_line(state, before)), name
