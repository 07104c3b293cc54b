"""Both views of the annotator: snapshots that a person reads, and what holds for any session, size and text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT
from golden import expect
from hypothesis import given
from hypothesis import strategies as st
from labelling_sessions import ARTICLE, changed, play, session, sidecar
from rich.cells import cell_len

from factcheck import i18n
from factcheck.formats.screen import LEAST_HEIGHT, LEAST_WIDTH, Theme, frame, line, wrap_lines
from factcheck.formats.screen.layout import cut, shown, tail, wrap
from factcheck.formats.text import visible
from factcheck.labelling import Paste, Selection, State, parse_keys, start, step, unsaved
from factcheck.labelling.keys import NAMED
from factcheck.model import Annotator, Label, Language, Record, RecordId, Sidecar

CASES = ROOT / "tests" / "cases" / "screen"
SIZES = ((80, 24), (40, 12))

_WAS = "Le port de Brest a rouvert lundi."
_LONG = "Le long récit " + "que personne n'a jamais lu jusqu'au bout " * 30 + "finit ici."

#: Sessions to draw, by name: how each begins, and the keys played on it.
SESSIONS: dict[str, tuple[State, str]] = {
    "begin": (session(), ""),
    "labelled": (session(), "cs<enter>iphoto<enter>w"),
    "source": (session(), "js"),
    "typing": (session(), "eà revoir avec la rédaction<left><left>"),
    "searching": (session(), "/préf"),
    "nothing-found": (session(), "/xyz<enter>"),
    "changed": (session(*changed(0, was=_WAS, was_label=Label.CLAIM, note="daté")), ""),
    "divide": (session(), "jjd"),
    "codebook": (session(), "b"),
    "codebook-verdict": (session(), "b31"),
    "codebook-cases": (session(), "bb"),
    "help": (session(), "?"),
    "help-next": (session(), "? "),
    "highlight": (session(), "jh"),
    "long": (session(*changed(1, text=_LONG)), "j<right>"),
    "done": (session(), "cccoc"),
    "not-saved": (unsaved(play(session(), "c"), "no space left on device"), ""),
    "selection": (start(sidecar(), ARTICLE, selection=Selection("changed since main", frozenset({"s0000000002"}))), ""),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SESSIONS)
def test_screen(name: str, size: tuple[int, int]) -> None:
    """The screen of each session is as a person has read it; `^` below the last row tells where the cursor is."""
    begun, keys = SESSIONS[name]
    drawn = frame(play(begun, keys), *size, Theme.BARE)
    pointer = f"(cursor in row {drawn.cursor[0] + 1}, cell {drawn.cursor[1] + 1})\n" if drawn.cursor else ""
    rows = "".join(f"{row.rstrip()}\n" for row in drawn.lines)
    expect(CASES / f"{name}.{size[0]}x{size[1]}.txt", rows + pointer)


@pytest.mark.parametrize("name", SESSIONS)
def test_plain_face(name: str) -> None:
    """What the plain view prints from the first sentence to the last key is as a person has read it."""
    state, keys = SESSIONS[name]
    said = [line(state)]
    for key in parse_keys(keys):
        before, (state, _) = state, step(state, key)
        said.append(line(state, before))
    expect(CASES / f"{name}.plain.txt", "".join(said).rstrip("\n") + "\n")


def test_every_snapshot_belongs_to_a_session() -> None:
    """No file stays behind when a session is renamed."""
    assert {path.name.partition(".")[0] for path in Path(CASES).iterdir()} == set(SESSIONS)


def test_colour_adds_nothing_but_style() -> None:
    """Without its styles a screen in colour says the same as one without colour."""
    for begun, keys in SESSIONS.values():
        state = play(begun, keys)._replace(highlight=False)
        assert _bare(frame(state, 80, 24, Theme.DARK).lines) == frame(state, 80, 24, Theme.BARE).lines


def test_each_label_is_told_by_letter_word_and_colour() -> None:
    """Somebody who sees no colours, or does not know the letters, still sees the labels."""
    rows = "\n".join(frame(play(session(), "cous<enter>"), 80, 24, Theme.DARK).lines)
    for label in Label:
        assert re.search(rf"\x1b\[[\d;]+m{label[0].upper()} +{label}\b", rows)


def test_highlights_are_off_for_a_blind_annotator() -> None:
    """Even a state that asks for marks shows none to somebody who must not be swayed."""
    state = start(sidecar(), ARTICLE, blind=True)._replace(at=1, highlight=True)
    assert "\x1b[4m" not in "".join(frame(state, 80, 24, Theme.DARK).lines)
    assert "cues" not in "".join(frame(state, 80, 24, Theme.BARE).lines) + line(state)


def test_the_plain_face_echoes_what_is_typed() -> None:
    """Characters that go to the end are echoed as they are; anything else says the line again."""
    state = play(session(), "eab")
    assert line(play(state, "c"), state) == "c"
    assert line(play(state, "<backspace>"), state) == "\nnote: a"
    assert line(play(state, "<enter>"), state).startswith("\n1: note (ab)\n")


def test_the_plain_face_says_trouble_once() -> None:
    """That labels could not be saved is said when it happens, and not again with every key."""
    before = play(session(), "c")
    failed = unsaved(before, "disk full")
    assert "NOT SAVED: disk full" in line(failed, before)
    assert "NOT SAVED" not in line(play(failed, "j"), failed)


@pytest.mark.parametrize(("width", "height"), [(20, 5), (19, 24), (1, 1), (80, 6)])
def test_a_window_too_small_is_refused_kindly(width: int, height: int) -> None:
    """A tiny window says what it needs and names the plain view, within its own bounds."""
    drawn = frame(session(), width, height, Theme.DARK)
    assert len(drawn.lines) == height
    assert all(len(row) <= width for row in drawn.lines)
    assert "small" in "".join(drawn.lines) or width * height < 20


def test_the_smallest_window_shows_the_sentence() -> None:
    """At the smallest size that is accepted there is room for position, sentence, message and keys."""
    rows = frame(session(), LEAST_WIDTH, LEAST_HEIGHT, Theme.BARE).lines
    assert rows[0].startswith(" 1/5")
    assert "Le port a" in rows[1]


#: Texts that want to break a screen: controls, bidi, markup, wide and combining characters.
NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x1b\x07\x9b\x00\x7f\r\n\t \u202e\u2066\u200b\u200d\u0301\ufe0f\u2028\ud800日本👍🏽🇫🇷한é[]/\u00a0\u202f"
        ),
        st.sampled_from("abc defg hij "),
    ),
    max_size=80,
).map(lambda text: text or "x")
RECORDS = st.builds(
    Record,
    id=st.just(RecordId("s")),
    text=NASTY,
    label=st.sampled_from([None, *Label]),
    note=NASTY,
    source=NASTY,
    url=NASTY,
    unsure=st.booleans(),
    skip=st.one_of(st.just(""), NASTY),
    was=st.one_of(st.just(""), NASTY),
    was_label=st.sampled_from([None, *Label]),
)
KEYS = st.lists(
    st.one_of(st.sampled_from([*NAMED, *"cousSCeilvd/?bhw12gjkn"]), st.characters(), NASTY.map(Paste)), max_size=12
)
_SGR = re.compile(r"\x1b\[[0-9;]+m")


def _hostile(records: list[Record], name: str) -> State:
    numbered = tuple(record._replace(id=RecordId(f"s{at:010x}")) for at, record in enumerate(records))
    owner = Sidecar(name, Annotator("alice"), Language("fr"), numbered)
    return start(owner, name, selection=Selection(name, frozenset(record.id for record in numbered)))


def _bare(rows: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_SGR.sub("", row) for row in rows)


@given(
    records=st.lists(RECORDS, min_size=1, max_size=5),
    name=NASTY,
    keys=KEYS,
    screen=st.tuples(st.integers(1, 100), st.integers(1, 40), st.sampled_from(Theme)),
)
def test_nothing_hostile_reaches_the_screen(
    records: list[Record], name: str, keys: list[str | Paste], screen: tuple[int, int, Theme]
) -> None:
    """Whatever texts hold, a frame has its size, fits its width, and holds no control but our own styles."""
    state = unsaved(_hostile(records, name), name)
    for key in keys:
        state, _ = step(state, key)
    width, height, theme = screen
    drawn = frame(state, width, height, theme)
    assert len(drawn.lines) == height
    for row in _bare(drawn.lines):
        assert visible(row) == row
        assert cell_len(row) <= width
    if drawn.cursor:
        assert drawn.cursor[0] < height
        assert drawn.cursor[1] < width


@given(records=st.lists(RECORDS, min_size=1, max_size=5), name=NASTY, keys=KEYS)
def test_nothing_hostile_reaches_the_plain_face(records: list[Record], name: str, keys: list[str | Paste]) -> None:
    """Whatever texts hold, the plain view prints lines and nothing that steers a terminal."""
    state = unsaved(_hostile(records, name), name)
    said = line(state)
    for key in keys:
        before, (state, _) = state, step(state, key)
        said += line(state, before)
    assert visible(said, keep="\n") == said


@given(text=NASTY, width=st.integers(2, 40))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    """The lines of a text hold all of it but spaces, in order, and none is too wide."""
    text = shown(text)
    lines = [text[start:end] for start, end in wrap(text, width)]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(row) <= width for row in lines)


@given(text=NASTY, width=st.integers(0, 40))
def test_cutting_fits(text: str, width: int) -> None:
    """What is cut at either end fits, and what fits is not cut."""
    text = shown(text)
    assert cell_len(cut(text, width)) <= width
    assert cell_len(tail(text, width)) <= width
    assert text.endswith(tail(text, width))
    if cell_len(text) <= width:
        assert cut(text, width) == tail(text, width) == text


def test_a_sentence_taller_than_the_window_is_divided_where_one_sees_it() -> None:
    """The view follows the bar, from word to word and to both ends."""
    state = play(session(*changed(0, text=_LONG)), "d")
    for keys in ("", "<home>", "<end>", "<left><left>", *["<left>" * 20] * 8):
        state = play(state, keys)
        assert "|" in "".join(frame(state, 40, 12, Theme.BARE).lines)


def test_a_sentence_of_a_megabyte_is_drawn_at_once() -> None:
    """Only as much of a sentence is laid out as anybody scrolls through, and what is left out is counted."""
    record = Record(RecordId("s1"), "mot " * 250_000)
    rows = "\n".join(frame(session(record)._replace(scroll=10_000), 80, 24, Theme.BARE).lines)
    assert "980000 more characters" in rows


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_said_of_a_sentence_never_touches_it(language: str) -> None:
    """A label's word, or the one in its place, is followed by a space, and sentences stand below one another."""
    blank = Record(RecordId("s0000000000"), "Zzz.")
    said = [blank, blank._replace(skip="byline"), blank._replace(was="Z.", was_label=Label.CLAIM)]
    said += [blank._replace(label=label) for label in Label]
    records = tuple(record._replace(id=RecordId(f"s{n:010}")) for n, record in enumerate(said))
    i18n.use(language)
    try:
        shown = frame(start(Sidecar("a.txt", Annotator("a"), Language("fr"), records)), 100, 30, Theme.BARE)
    finally:
        i18n.use()
    lines = [line for line in shown.lines if line.endswith("Zzz.")]
    assert len(lines) == len(said)
    assert all(line[:-4].endswith(" ") for line in lines)
    assert len({line.index("Zzz.") for line in lines}) == 1


@given(said=st.text("ab é漢\n", max_size=60), width=st.integers(2, 12))
def test_plain_lines_are_broken_between_words(said: str, width: int) -> None:
    """No row is wider than the terminal, no word that fits is divided, and what is being typed stays as it is."""
    *rows, typed = wrap_lines(said, width).split("\n")
    *lines, end = said.split("\n")
    assert typed == end
    assert all(cell_len(row) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join("".join(lines).split())
    told = [word for row in rows for word in row.split()]
    assert all(word in told for text in lines for word in text.split() if cell_len(word) <= width)
