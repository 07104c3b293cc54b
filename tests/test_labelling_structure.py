"""Paragraphs and headings of an article, visible characters of a text, and keys that are held down."""

from __future__ import annotations

import itertools

import pytest
import wcwidth
from hypothesis import given
from hypothesis import strategies as st
from labelling_sessions import play, session, told

from factcheck.labelling import held_down, step
from factcheck.labelling.graphemes import after, before
from factcheck.labelling.history import replay, to_json
from factcheck.labelling.structure import structure
from factcheck.model import Record, RecordId

CASES = {
    "blank lines": ("Un mot.\nDeux mots. Trois.\n\nQuatre.", ["Un mot.", "Deux mots.", "Trois.", "Quatre."], [3], []),
    "lines": ("Un mot. Deux.\nTrois mots.", ["Un mot.", "Deux.", "Trois mots."], [2], []),
    "a list": ("Un.\nDeux.\nTrois.", ["Un.", "Deux.", "Trois."], [], []),
    "markdown": (
        "# Le port\n\nIl rouvre.\n\n## Après\nOui.",
        ["Le port", "Il rouvre.", "Après", "Oui."],
        [1, 2],
        [0, 2],
    ),
    "underlined": ("Le port\n===\n\nIl rouvre.", ["Le port", "Il rouvre."], [1], [0]),
    "plain": ("Le port rouvre\n\nIl rouvre.\n\nEt vite", ["Le port rouvre", "Il rouvre.", "Et vite"], [1, 2], [0]),
    "elsewhere": ("Rien.", ["Le port."], [], []),
}


@pytest.mark.parametrize("name", CASES)
def test_structure(name: str) -> None:
    """Where paragraphs begin, and what is a heading."""
    article, texts, begins, headings = CASES[name]
    records = [Record(RecordId(f"s{at}"), text) for at, text in enumerate(texts)]
    found = structure(article, records)
    assert sorted(found.begins) == [f"s{n}" for n in begins]
    assert sorted(found.headings) == [f"s{n}" for n in headings]


@given(
    st.lists(
        st.sampled_from(
            ["a", "é", "e\u0301\u0301", "👩\u200d👩\u200d👧", "🇫🇷", "👍🏽", "한", "\u1112\u1161\u11ab", "❤\ufe0f", " "]
        )
    )
)
def test_a_visible_character_is_removed_whole(signs: list[str]) -> None:
    """As Unicode cuts a text into what people see, which a library of its own says too."""
    text = "".join(signs)
    ends = list(itertools.accumulate(map(len, wcwidth.iter_graphemes(text)), initial=0))
    for start, end in itertools.pairwise(ends):
        assert (before(text, end), after(text, start)) == (start, end)
    assert (before(text, 0), after(text, len(text))) == (0, len(text))


def test_a_run_of_a_key_held_down_is_one_step_and_two_quick_keys_are_two() -> None:
    """In this session and in the next, and a redo does all of it again."""
    state, journal = session(), []
    for number, key in enumerate("cccc"):
        state, effects = step(state, key)
        if number > 1:
            state, effects = held_down(state, effects)
        journal += [to_json(entry) for effect in effects for entry in effect.entries]  # type: ignore[union-attr]
    assert "claim 3 times, faster than one reads" in state.message
    assert told(play(state, "z")) == "c >- - - -"
    assert told(play(play(state, "z"), "Z")).replace(">", "") == "c c c c -"
    assert replay(journal) == state.history
    once, effects = step(play(session(), "c"), "c")
    assert told(play(held_down(once, effects)[0], "z")) == "c >- - - -"


def test_a_draft_is_kept_by_sentence_and_field() -> None:
    """It waits where it was written, Enter takes it, and an emptied line is none."""
    state = play(session(), "eà voir<esc>jeautre<esc>k")
    assert [kept.text for kept in state.drafts] == ["à voir", "autre"]
    assert told(play(state, "e<enter>")) == ">-[à voir] - - - -"
    assert [kept.text for kept in play(state, "e<c-u><esc>").drafts] == ["autre"]
    assert play(state, "e<enter>je<enter>").drafts == ()


def test_enter_never_waits_for_a_source_that_nothing_names() -> None:
    """Whatever is proposed and not certain, and where nothing is: the source is left open, and keys label on."""
    for text in ("Le port de Brest a fermé.", "Il pleut."):
        records = [Record(RecordId(f"s{at}"), said) for at, said in enumerate((text, "Deux.", "Trois."))]
        state = play(session(*records, article=f"{text} Deux. Trois."), "s<enter>")
        assert "its source left open" in state.message
        assert told(play(state, "co")).replace(">", "") == "s c o"
