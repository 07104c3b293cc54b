"""Sessions that settle differences: what others say, taking it over, and the reason for a decision."""

from __future__ import annotations

import pytest

from factcheck.formats.screen import Theme, frame, line
from factcheck.labelling import State, parse_keys, start, step
from factcheck.labelling.effects import Bell, Save
from factcheck.labelling.state import ReadingMode, Selection, TypingMode
from factcheck.model import Label, Language, Record, RecordId, Sidecar
from factcheck.review.alternatives import Alternative, Alternatives

FIRST = Record(RecordId("s0000000001"), "Le port est fermé. Selon la mairie, rien ne bouge.")
SECOND = Record(RecordId("s0000000002"), "Qui paiera ?")
ALICE = FIRST._replace(label=Label.CLAIM, note="daté", unsure=True)
BOB = FIRST._replace(label=Label.SOURCED, source="la mairie")
NOTHING = Alternative("carla", "", FIRST, takable=False)


def session(*, asks_reason: bool = True) -> State:
    """Return a session on two sentences, over the first of which Alice and Bob differ."""
    voices = {
        FIRST.id: (Alternative("alice", "claim", ALICE), Alternative("bob", "sourced", BOB), NOTHING),
        SECOND.id: (),
    }
    others = Alternatives(voices, ("label", "source"), asks_reason=asks_reason)
    sidecar = Sidecar("a.txt", None, Language("fr"), (FIRST, SECOND))
    state = start(sidecar, "\n".join((FIRST.text, SECOND.text)), selection=Selection("disputed", frozenset({FIRST.id})))
    return state._replace(others=others)


def play(state: State, keys: str) -> State:
    """Return the state after these keys."""
    for key in parse_keys(keys):
        state, _ = step(state, key)
    return state


def test_a_digit_takes_what_a_voice_says_and_asks_why() -> None:
    """Label and source are taken over, the note is not; the reason is chosen with one more key."""
    state = play(session(), "2")
    assert isinstance(state.mode, TypingMode)
    state = play(state, "3")
    assert state.sidecar.sentences[0] == FIRST._replace(label=Label.SOURCED, source="la mairie", reason="slip")
    assert isinstance(state.mode, ReadingMode)


def test_another_label_can_be_chosen_too() -> None:
    """The label keys mean what they always mean; the reason is asked for after the source."""
    state = play(session(), "u4")
    assert state.sidecar.sentences[0] == FIRST._replace(label=Label.UNVERIFIED, reason="edge")
    state = play(session(), "s<enter>1")
    assert state.sidecar.sentences[0] == FIRST._replace(label=Label.SOURCED, source="la mairie", reason="ambiguous")


def test_a_skip_has_its_reason_and_the_decision_too() -> None:
    """Why it is no statement and why annotators differed are two questions."""
    state = play(session(), "i<enter>2")
    assert (state.record.skip != "", state.record.reason) == (True, "codebook")


def test_the_reason_can_be_left_open() -> None:
    """Esc leaves it; a word of one's own is no class."""
    assert play(session(), "1<esc>").sidecar.sentences[0] == FIRST._replace(label=Label.CLAIM)
    state, effects = step(play(session(), "1bof"), "<enter>")
    assert isinstance(state.mode, TypingMode)
    assert effects == (Bell(),)


def test_one_undo_takes_label_and_reason_back() -> None:
    """A decision is one step."""
    assert play(session(), "23z").sidecar.sentences[0] == FIRST
    assert play(session(), "23zZ").sidecar.sentences[0].reason == "slip"


def test_without_reasons_one_key_settles_it() -> None:
    """Where nothing is filed, the session goes on at once."""
    state, effects = step(session(asks_reason=False), "1")
    assert isinstance(effects[0], Save)
    assert state.sidecar.sentences[0].label is Label.CLAIM
    assert isinstance(state.mode, ReadingMode)


@pytest.mark.parametrize("key", ["3", "4", "9", "ç"])
def test_what_cannot_be_taken_is_refused(key: str) -> None:
    """No voice of that number, or one that says nothing: a message, and nothing changes."""
    state, effects = step(session(), key)
    assert effects == (Bell(),)
    assert state.sidecar == session().sidecar


def test_the_parts_of_a_divided_sentence_keep_its_voices() -> None:
    """Who differed over the whole is shown, and can be taken, on both parts."""
    state = play(session(asks_reason=False), "d<enter>")
    assert [voice.name for voice in state._replace(at=1).alternatives] == ["alice", "bob", "carla"]
    assert state._replace(at=2).alternatives == ()
    assert play(state._replace(at=1), "1").sidecar.sentences[1].label is Label.CLAIM


def test_both_faces_show_the_voices() -> None:
    """Screen and lines name each voice with its key, label, source and note."""
    shown = ["1 alice: claim, unsure; note: daté", "2 bob: sourced; source: la mairie", "3 carla: no label"]
    screen = "\n".join(frame(session(), 80, 24, Theme.BARE).lines)
    assert all(words in screen for words in [*shown, "1-3 take theirs"])
    assert all(words in line(session()) for words in shown)
    assert "why they differ" in line(play(session(), "1"))
    assert "why they differ" in frame(play(session(), "1"), 80, 24, Theme.BARE).lines[-2]
