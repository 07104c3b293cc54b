"""The colours of the annotator can be read, on the backgrounds that people have; the strip says what is done."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelling_sessions import changed, play, session

from factcheck.formats.screen import Theme, frame
from factcheck.formats.screen.strip import strip
from factcheck.formats.screen.style import SGR
from factcheck.labelling import State
from factcheck.model import Annotator, Label, Language, Record, RecordId, Sidecar

#: What is behind the text in the terminals and colour schemes that people use most.
DARK = ("000000", "1e1e1e", "282a36", "002b36", "2e3440", "300a24", "282c34", "282828")
LIGHT = ("ffffff", "fdf6e3", "fbf1c7", "fafafa", "eeeeee", "eff1f5")
LABELS = [label.value for label in Label]
BEHIND = {Theme.DARK: DARK, Theme.LIGHT: LIGHT, Theme.EITHER: ("000000", "ffffff")}


def xterm(number: int) -> tuple[int, int, int]:
    """Return one of the fixed colours of xterm's 256: a cube of six levels, then greys."""
    if number >= 232:
        return (8 + 10 * (number - 232),) * 3
    red, rest = divmod(number - 16, 36)
    levels = (0, 95, 135, 175, 215, 255)
    return levels[red], levels[rest // 6], levels[rest % 6]


def luminance(colour: tuple[int, int, int]) -> float:
    """Return the relative luminance as WCAG 2 defines it."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (c / 255 for c in colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """Return the contrast ratio as WCAG 2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", BEHIND)
def test_every_colour_has_a_contrast_of_4_5(theme: Theme) -> None:
    """On every background of its kind, and on a background of its own; no colour is left to a terminal's palette."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    header = re.search(r"48;5;(\d+)", SGR[theme]["header"])
    for name, code in SGR[theme].items():
        assert not re.search(r"(?<![\d;])(?:[39][0-7]|2)(?![\d;])", code), f"{name} uses the terminal's own {code}"
        if front := re.search(r"38;5;(\d+)", code):
            behind = [(b[0], b[1], b[2]) for b in map(bytes.fromhex, BEHIND[theme])]
            own = [xterm(int(header[1]))] if header else []
            behind = own if name in ("header", "here") else [*behind, *own] if name in LABELS else behind
            worst = min(contrast(xterm(int(front[1])), colour) for colour in behind)
            assert worst >= 4.5, f"{theme} {name}: {worst:.2f}"


def test_themes_without_colour_have_none() -> None:
    """NO_COLOR speaks of colour: bold, underlined and inverted text stay."""
    assert not any(re.search(r"[34]8|3\d", code) for code in SGR[Theme.NONE].values())
    assert SGR[Theme.BARE] == {}


def test_the_strip_says_what_is_done_and_where_one_is() -> None:
    """A letter a sentence, the current one in brackets."""
    assert strip(play(session(*changed(3, was="Non.")), "cs<enter>iphoto<enter>"), 40).text == "CSx[!]-"


def _long(labels: list[Label | None], at: int) -> State:
    records = tuple(Record(RecordId(f"s{n:010x}"), f"Mot {n}.", label=label) for n, label in enumerate(labels))
    return session(*records)._replace(at=at, sidecar=Sidecar("a.txt", Annotator("a"), Language("fr"), records))


@given(st.lists(st.sampled_from([None, *Label]), min_size=1, max_size=200), st.data(), st.integers(3, 60))
def test_a_strip_fits_and_leads_to_each_part(labels: list[Label | None], data: st.DataObject, width: int) -> None:
    """However long the article: it is compressed, its places are in order, and what waits is never called done."""
    at = data.draw(st.integers(0, len(labels) - 1))
    laid = strip(_long(labels, at), width)
    assert len(laid.text) == len(laid.places) <= max(width, 3)
    assert list(laid.places) == sorted(laid.places)
    cells = laid.text.replace("[", "").replace("]", "")
    assert laid.text[laid.places.index(at)] == "["
    for cell, letter in enumerate(cells):
        part = labels[-(-cell * len(labels) // len(cells)) : -(-(cell + 1) * len(labels) // len(cells))]
        assert (letter in "-~") == (None in part)


def test_a_click_finds_the_sentence_of_a_row_and_of_the_strip() -> None:
    """Blank rows and prompts are nobody's."""
    state = play(session(), "js")
    drawn = frame(state, 80, 24, Theme.BARE)
    rows = [drawn.at(row, 20) for row in range(24)]
    assert [at for at in rows if at is not None] == [0, 1, 2, 3, 4]
    first = drawn.lines[0].index("-[")
    assert [drawn.at(0, first + cell) for cell in (-1, 0, 1, 2, 3, 4, 7)] == [None, 0, 1, 1, 1, 2, None]


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
def test_the_keys_that_lead_to_all_others_are_always_there(width: int) -> None:
    """Also at 40 columns, and where a changed sentence has a hint of its own."""
    for state in (session(), session(*changed(0, was="Non.", was_label=Label.UNVERIFIED))):
        assert frame(state, width, 24, Theme.BARE).lines[-1].rstrip().endswith("? keys  q quit")


def test_a_long_proposal_shows_its_end() -> None:
    """Where it ends is what tells one spokesman from another."""
    text = "Selon le porte-parole adjoint du ministère fédéral de l'Intérieur et de la Sécurité civile, il pleut."
    rows = frame(play(session(Record(RecordId("s1"), text)), "s"), 40, 12, Theme.BARE).lines
    assert any("..." in row and row.endswith("Sécurité civile") for row in rows)
