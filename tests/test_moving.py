"""Where each key of moving leads, from a table: an article of 25 sentences, of which some are labelled or unsure."""

from __future__ import annotations

import pytest

from factcheck.labelling import Bell, State, bind, start, step
from factcheck.labelling.moving import advance, choose
from factcheck.model import Annotator, Label, Language
from factcheck.sidecar import skeleton

#: Which sentences, from 1, have a label, and which are unsure; all others wait.
LABELLED, UNSURE = {1, 2, 5, 25}, {3, 14, 20}
COUNT = 25
LONG = "Il pleut encore " * 12


def session(at: int = 1, view: str = "all", labelled: set[int] = LABELLED) -> State:
    """Return a session at a sentence, counted from 1, in a view."""
    texts = [f"Phrase {number}. " + (LONG if number == 7 else "") for number in range(1, COUNT + 1)]
    empty = skeleton("a.txt", Annotator("alice"), Language("fr"), [text.strip() for text in texts])
    sentences = tuple(
        record._replace(label=Label.CLAIM if number in labelled else None, unsure=number in UNSURE)
        for number, record in enumerate(empty.sentences, 1)
    )
    state = start(empty._replace(sentences=sentences), "\n".join(texts))
    return state._replace(at=at - 1, view=view, message="")


END, TOP, EMPTY = "the last sentence", "the first sentence", "nothing in this view"
ONLY, NONE = "this is the only one left", "nothing is left to label"


@pytest.mark.parametrize(
    ("where", "keys", "to", "message"),
    [
        ((1, "all"), ["j"], 2, ""),
        ((25, "all"), ["j"], 25, END),
        ((2, "all"), ["k"], 1, ""),
        ((1, "all"), ["k"], 1, TOP),
        ((3, "unsure"), ["j"], 14, ""),
        ((20, "unsure"), ["j"], 20, END),
        ((14, "unsure"), ["k"], 3, ""),
        ((3, "unsure"), ["k"], 3, TOP),
        ((1, "all"), ["<pgdn>"], 11, ""),
        ((20, "all"), ["<pgdn>"], 25, ""),
        ((25, "all"), ["<pgdn>"], 25, END),
        ((25, "all"), ["<pgup>"], 15, ""),
        ((6, "all"), ["<pgup>"], 1, ""),
        ((1, "all"), ["<pgup>"], 1, TOP),
        ((1, "unsure"), ["<pgdn>"], 20, ""),
        ((25, "unsure"), ["<pgup>"], 3, ""),
        ((9, "all"), ["<home>"], 1, ""),
        ((9, "unsure"), ["<home>"], 3, ""),
        ((9, "opinion"), ["<home>"], 9, EMPTY),
        ((9, "all"), ["<end>"], 25, ""),
        ((9, "unsure"), ["<end>"], 20, ""),
        ((9, "claim"), ["<end>"], 25, ""),
        ((9, "opinion"), ["<end>"], 9, EMPTY),
        ((1, "all"), ["n"], 3, ""),
        ((4, "all"), ["n"], 6, ""),
        ((24, "all"), ["n"], 3, ""),
        ((3, "all"), ["p"], 24, ""),
        ((6, "all"), ["p"], 4, ""),
        ((9, "all"), ["g"], 1, ""),
        ((9, "all"), ["1", "g"], 1, ""),
        ((9, "all"), ["2", "g"], 2, ""),
        ((9, "all"), ["2", "5", "g"], 25, ""),
        ((9, "all"), ["2", "6", "g"], 9, "there is no sentence 26: the last is 25"),
        ((9, "all"), ["0", "g"], 9, "there is no sentence 0: the last is 25"),
        ((9, "all"), [*"1234567890123", "g"], 9, "there is no sentence 123456789: the last is 25"),
        ((9, "all"), ["G"], 25, ""),
        ((9, "unsure"), ["G"], 25, ""),
    ],
)
def test_a_key_goes_where_the_table_says(where: tuple[int, str], keys: list[str], to: int, message: str) -> None:
    """To a sentence, or nowhere with a bell and the reason."""
    state = session(*where)
    for key in keys:
        state, effects = step(state, key)
    assert (state.at + 1, state.message) == (to, message)
    assert any(isinstance(effect, Bell) for effect in effects) == bool(message)


@pytest.mark.parametrize(
    ("where", "key", "to", "labelled"),
    [((9, "claim"), "<end>", 1, {1}), ((9, "claim"), "<home>", 1, {1}), ((3, "all"), "p", 25, {*range(1, 25)} - {3})],
)
def test_a_key_reaches_the_first_and_the_last_sentence(
    where: tuple[int, str], key: str, to: int, labelled: set[int]
) -> None:
    """Where they are the only ones of their kind."""
    assert step(session(*where, labelled=labelled), key)[0].at + 1 == to


@pytest.mark.parametrize(("labelled", "message"), [({*range(2, 26)}, ONLY), ({*range(1, 26)}, NONE)])
@pytest.mark.parametrize("key", ["n", "p"])
def test_where_nothing_else_waits_it_is_said(key: str, labelled: set[int], message: str) -> None:
    """The sentence shown may be the one that is left."""
    state, effects = step(session(1, labelled=labelled), key)
    assert (state.at, state.message, any(isinstance(effect, Bell) for effect in effects)) == (0, message, True)


@pytest.mark.parametrize(("at", "to"), [(-1, 9), (0, 0), (1, 1), (24, 24), (25, 9)])
def test_only_sentences_that_are_there_can_be_pointed_at(at: int, to: int) -> None:
    """Elsewhere nothing happens, without a bell."""
    state, effects = choose(session(10)._replace(scroll=1), at)
    assert (state.at, effects) == (to, ())
    assert state.scroll == (1 if to == 9 else 0)


def test_a_long_sentence_scrolls_no_further_than_it_is_long() -> None:
    """By half a screen each time, and back to its beginning."""
    state = session(7)
    most = len(state.record.text) // 60
    assert most == 3
    for key, scrolls in (("<right>", [1, 2, 3, 3]), ("<left>", [2, 1, 0, 0])):
        for scroll in scrolls:
            state, effects = step(state, key)
            assert (state.scroll, effects) == (scroll, ())
    state, _ = step(step(state, "<right>")[0], "j")
    assert state.scroll == 0


ALL_BUT_1, ALL_BUT_4_AND_25 = {*range(2, 26)}, {*range(1, 25)} - {4}


@pytest.mark.parametrize(
    ("state", "key", "to", "message"),
    [
        (session(1, labelled=ALL_BUT_1), "c", 1, "1: claim - nothing is left to label: q leaves"),
        (session(20, "unsure"), "o", 20, "20: opinion - the end of this view"),
        (session(14, "unsure"), "o", 20, "14: opinion"),
        (session(3), "o", 4, "3: opinion"),
        (session(25, labelled=ALL_BUT_4_AND_25), "c", 4, "25: claim"),
    ],
)
def test_a_label_leads_on_and_says_where_there_is_nothing_more(state: State, key: str, to: int, message: str) -> None:
    """To the next that waits, from the top again; in a view to its next sentence."""
    state, _ = step(state, key)
    assert (state.at + 1, state.message) == (to, message)


def test_where_no_key_leaves_none_is_named() -> None:
    """What is said at the end names the key there is; without a message before, it stands alone."""
    state = session(1, labelled={*range(1, 26)})
    assert advance(state).message == "nothing is left to label: q leaves"
    bare = state._replace(keymap=bind([("quit", "<f9>")]))
    assert advance(bare).message == f"nothing is left to label: {bare.keymap.key('quit')} leaves"
    assert advance(bare._replace(keymap=state.keymap._replace(shown={}))).message == "nothing is left to label"


@pytest.mark.parametrize(
    ("at", "keys", "to", "message"),
    [
        (9, "v", 9, "view: unlabelled, 6 of 21"),
        (1, "v", 3, "view: unlabelled, 1 of 21"),
        (25, "v", 24, "view: unlabelled, 21 of 21"),
        (9, "vv", 14, "view: unsure, 2 of 3"),
        (22, "vv", 20, "view: unsure, 3 of 3"),
        (3, "vv", 3, "view: unsure, 1 of 3"),
        (9, "vvv", 25, "view: claim, 4 of 4"),
        (2, "vvv", 5, "view: claim, 3 of 4"),
        (9, "vvvv", 25, "view: all"),
    ],
)
def test_a_view_begins_at_its_next_sentence_and_counts(at: int, keys: str, to: int, message: str) -> None:
    """The one shown if it is of that kind, else the next, else the one before; and which of how many that is."""
    state = session(at)
    for key in keys:
        state, _ = step(state, key)
    assert (state.at + 1, state.message) == (to, message)


@pytest.mark.parametrize(
    ("at", "keys", "to", "message"),
    [
        (9, "3j", 12, ""),
        (9, "1j", 10, ""),
        (9, "3k", 6, ""),
        (24, "3j", 25, END),
        (25, "3j", 25, END),
        (1, "2k", 1, TOP),
        (9, "999k", 1, TOP),
        (9, "12345678901j", 25, END),
    ],
)
def test_a_number_repeats_a_move_as_far_as_there_is_anything(at: int, keys: str, to: int, message: str) -> None:
    """It ends at the end, with a bell where more was asked for than there is."""
    state = session(at)._replace(message="before")
    for key in keys:
        state, effects = step(state, key)
    assert (state.at + 1, state.message) == (to, message)
    assert any(isinstance(effect, Bell) for effect in effects) == bool(message)
