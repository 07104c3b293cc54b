"""What a terminal sends becomes keys, whatever way the bytes are cut."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.io.terminal.decoding import DOUBT_PAUSE, ESCAPE_PAUSE, LATE, SEQUENCE_PAUSE, Decoder
from factcheck.labelling import Background, Event, Paste, Pointer

WHOLE: list[tuple[bytes, list[Event]]] = [
    (b"cous", ["c", "o", "u", "s"]),
    ("é«’ 字".encode(), ["é", "«", "’", " ", "字"]),
    (b"\r\n\t\x7f\x08", ["<enter>", "<enter>", "<tab>", "<backspace>", "<backspace>"]),
    (b"\x03\x04\x0c\x1a\x12", ["<c-c>", "<c-d>", "<c-l>", "<c-z>", "<c-r>"]),
    (b"\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F", ["<up>", "<down>", "<right>", "<left>", "<home>", "<end>"]),
    (b"\x1bOA\x1bOP\x1b[11~\x1b[[A", ["<up>", "<f1>", "<f1>", "<f1>"]),
    (b"\x1b[5~\x1b[6~\x1b[3~\x1b[1~\x1b[4~", ["<pgup>", "<pgdn>", "<delete>", "<home>", "<end>"]),
    (b"\x1b[1;5C\x1b[3;2~\x1b[Z", ["<right>", "<delete>", "<s-tab>"]),
    (b"\x1bc\x1b\x1b[A\x1b\xc3\xa9\x1b\r", ["<a-c>", "<esc>", "<up>", "<a-é>", "<a-enter>"]),
    (b"\x1bOM\x1bOjc\x1bOqo\x1bO~u", ["<enter>", "*", "c", "1", "o", "u"]),
    (b"\x1b[Mcoc\x1b[M \xc3!u\x1b[35;12;4Mc", ["u", "c"]),
    (b"\x1b[<0;12;4M\x1b[<0;12;4m\x1b[<65;1;1Mc", [Pointer("click", 3, 11), Pointer("down", 0, 0), "c"]),
    (b"\x1b[99;5uc\x1b[27;5;99~o\x1b[?u", ["c", "o"]),
    (b"\x1bXcc\x1b\\c\x1b^oo\x07o", ["c", "o"]),
    (b"\x1b[12;40R\x1b[?1;2c\x1b[99~\x1b[Ic", ["c"]),
    (b"\x1b]11;rgb:ffff/00/0\x07o\x1bP1$r0 q\x1b\\u", [Background(1.0, 0.0, 0.0), "o", "u"]),
    (b"\x1b[12\x1b[Ac", ["<up>", "c"]),
    (b"a\x1b[200~cous\r\nc\x1b[31m\x1b[201~o", ["a", Paste("cous\nc\x1b[31m"), "o"]),
    (b"\xffc\xc3", ["\ufffd", "c"]),
    (b"\xc2\x85\xe2\x80\x8b\x00c", ["c"]),
]


@pytest.mark.parametrize(("data", "events"), WHOLE, ids=[repr(data)[2:30] for data, _ in WHOLE])
def test_bytes_become_keys_however_they_are_cut(data: bytes, events: list[Event]) -> None:
    """A burst in one piece, and the same bytes one at a time, give the same keys."""
    assert Decoder().feed(data) == events
    decoder = Decoder()
    assert [event for at in range(len(data)) for event in decoder.feed(data[at : at + 1])] == events


def test_a_lone_escape_is_the_key_after_a_pause() -> None:
    """Esc cannot be told from the start of a sequence until nothing follows."""
    decoder = Decoder()
    assert (decoder.feed(b"\x1b"), decoder.pause) == ([], ESCAPE_PAUSE)
    assert (decoder.give_up(), decoder.pause) == (["<esc>"], None)
    assert decoder.feed(b"c") == ["c"]


def test_a_sequence_cut_by_a_slow_line_is_still_one_key() -> None:
    """When `[D` follows an Esc too late, it is the arrow's tail and never the key that joins sentences."""
    decoder = Decoder()
    decoder.feed(b"\x1b")
    decoder.give_up()
    assert decoder.feed(b"[D") == ["<left>"]
    assert decoder.feed(b"[D") == ["[", "D"]


def test_an_unfinished_sequence_is_waited_for_longer_and_then_dropped() -> None:
    """Its digits and letters never become keys of their own."""
    decoder = Decoder()
    assert decoder.feed(b"\x1b[1;") == []
    assert decoder.pause == SEQUENCE_PAUSE
    assert decoder.give_up(10.0) == []
    assert decoder.feed(b"c", 10.0 + LATE) == ["c"]


#: What no key of ours sends: none of its bytes may ever count as one.
UNKNOWN = [
    b"\x1bOc", b"\x1bO~", b"\x1b[c", b"\x1b[1;9z", b"\x1b[99;5u", b"\x1b[27;5;99~", b"\x1b[Mcou", b"\x1b[?1;2c",
    b"\x1b]11;cou\x07", b"\x1bPcou\x1b\\", b"\x1bc", b"\x1b[<35;3;9M", b"\x1b[[~",
]  # fmt: skip


@pytest.mark.parametrize("data", UNKNOWN, ids=repr)
@pytest.mark.parametrize("waited", [0.0, 0.2, 0.6, 1.5])
def test_what_is_unknown_is_no_typing_however_it_is_split(data: bytes, waited: float) -> None:
    """A line so slow that we give up in the middle still sends a sequence and no keys."""
    for at in range(1, len(data)):
        decoder = Decoder()
        events = decoder.feed(data[:at], 100.0)
        if waited and decoder.pause and decoder.pause < waited:
            events += decoder.give_up(100.0 + decoder.pause)
        events += decoder.feed(data[at:], 100.0 + waited)
        late_escape = at == 1 and waited > ESCAPE_PAUSE and data[1:2] not in b"[O"
        single = waited > SEQUENCE_PAUSE and at == len(data) - 1 and data[1:2] in b"]P"
        if not (late_escape or single):
            assert [event for event in events if str(event) in "cou~"] == [], (data[:at], events)


def test_esc_and_a_capital_o_are_two_keys_unless_a_function_key_follows_at_once() -> None:
    """Who leaves a line and labels with a note loses neither; F1 that came in three pieces labels nothing."""
    for tail, events in ((b"Pas", ["O", "P", "a", "s"]), (b"P", ["<f1>"]), (b"d", ["O", "d"])):
        decoder = Decoder()
        assert decoder.feed(b"\x1b", 1.0) + decoder.give_up(1.03) + decoder.feed(b"O", 1.2) == ["<esc>"]
        assert decoder.pause == DOUBT_PAUSE
        if tail == b"Pas":
            assert decoder.give_up(1.45) + decoder.feed(tail, 1.5) == events
        else:
            assert decoder.feed(tail, 1.3) == events


def test_a_paste_is_waited_for_without_limit_but_can_be_left() -> None:
    """A paste that stalls gives no keys; Ctrl-C alone gets out of one whose end was lost."""
    decoder = Decoder()
    assert decoder.feed(b"\x1b[200~cccc") == []
    assert decoder.pause is None
    assert decoder.feed(b"cc") == []
    assert decoder.feed(b"\x03") == ["<c-c>"]


def test_what_never_ends_is_dropped() -> None:
    """A sequence or an answer longer than any real one does not pile up."""
    for start in (b"\x1b[", b"\x1b]"):
        decoder = Decoder()
        assert decoder.feed(start + b"1" * 10_000) == []
        assert decoder.feed(b"\x07\x1b[A")[-1] == "<up>"


@given(st.binary(max_size=60), st.lists(st.integers(0, 60), max_size=5))
def test_no_control_character_ever_comes_out(data: bytes, cuts: list[int]) -> None:
    """Whatever arrives, a key is printable, a name in angle brackets, or a paste."""
    decoder = Decoder()
    edges = [0, *sorted(cuts), len(data)]
    for start, end in itertools.pairwise(edges):
        events = decoder.feed(data[start:end]) + (decoder.give_up() if decoder.pause else [])
        assert all(not isinstance(event, str) or event.isprintable() for event in events)
