"""The real program on a real terminal: keys in, labels on the disk, the terminal left as it was."""

from __future__ import annotations

import contextlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from commands import run
from pty_session import FACTCHECK, PtySession, pty_session

from factcheck.sidecar import read

#: Fifteen sentences, one a line.
ARTICLE = "".join(f"Le quai numéro {number} rouvre lundi à 6 h 30.\n" for number in range(1, 16))
ANNOTATE = (*FACTCHECK, "annotate", "a.txt", "--annotator", "alice", "--language", "fr")
FIFTEEN = "couucoccouocucc"
NAMES = {"c": "claim", "o": "opinion", "u": "unverified"}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder with an article of fifteen sentences."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE)
    return folder


@pytest.fixture
def start(desk: Path) -> Iterator[Callable[..., PtySession]]:
    """Return a function that starts sessions on the article; they all end with the test."""
    sessions: list[PtySession] = []

    def begin(*more: str, ready: str = "c claim", **settings: str | int | None) -> PtySession:
        session = PtySession((*ANNOTATE, *more), desk, **settings)  # type: ignore[arg-type] # sizes and variables
        sessions.append(session)
        if ready:
            session.wait_for(ready)
        return session

    yield begin
    for session in sessions:
        session.close()


def labels(desk: Path, annotator: str = "alice") -> list[str]:
    """Return the labels on the disk, an empty string for each that is missing."""
    data = (desk / f"a.{annotator}.labels.yaml").read_bytes()
    return [record.label or "" for record in read(data, "").sidecar.sentences]


def contents(folder: Path) -> dict[str, bytes | str]:
    """Return what is in a folder, byte for byte; links by where they point, other things by their kind."""
    return {
        str(path.relative_to(folder)): str(path.readlink())
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else "other"
        for path in folder.rglob("*")
    }


def sane(session: PtySession) -> None:
    """Assert that the terminal is as it was before the program ran."""
    assert session.settings == session.before
    for on, off in ((b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?2004h", b"\x1b[?2004l"), (b"\x1b[?7l", b"\x1b[?7h")):
        assert session.output.rfind(on) < session.output.rfind(off)
    assert session.output.rfind(b"\x1b[?25l") < session.output.rfind(b"\x1b[?25h")


def test_fifteen_keys_in_one_burst_give_fifteen_labels(desk: Path, start: Callable[..., PtySession]) -> None:
    """None is dropped while frames are drawn and labels saved, and the session says what was done."""
    session = start()
    session.send(FIFTEEN)
    session.wait_for("0 left")
    session.send("q")
    assert session.wait() == 0
    assert labels(desk) == [NAMES[key] for key in FIFTEEN]
    assert "15 of 15 sentences done; 15 of them now" in session.text
    assert "with 1.07 keys a sentence" in session.text
    assert "factcheck check a.txt" in session.text
    sane(session)


def test_keys_typed_while_it_starts_give_labels_too(desk: Path, start: Callable[..., PtySession]) -> None:
    """What the kernel holds when we take the terminal is ours to read."""
    session = start(ready="")
    session.send(FIFTEEN + "q")
    assert session.wait() == 0
    assert labels(desk) == [NAMES[key] for key in FIFTEEN]


@pytest.mark.parametrize(
    ("end", "code"),
    [
        ("\x03", 130),
        ("\x04", 0),
        (signal.SIGINT, 130),
        (signal.SIGTERM, -15),
        (signal.SIGHUP, -1),
        (signal.SIGUSR1, -10),
        (signal.SIGALRM, -14),
    ],
    ids=["ctrl-c", "ctrl-d", "sigint", "sigterm", "sighup", "sigusr1", "sigalrm"],
)
def test_however_it_ends_the_labels_are_saved_and_the_terminal_is_sane(
    desk: Path, start: Callable[..., PtySession], end: str | signal.Signals, code: int
) -> None:
    """Whoever started it sees how it ended, too."""
    session = start()
    session.send("co")
    session.wait_for("13 left")
    session.send(end) if isinstance(end, str) else session.kill(end)
    assert session.wait() == code
    assert labels(desk)[:3] == ["claim", "opinion", ""]
    sane(session)


def test_a_terminal_that_is_closed_ends_the_session(desk: Path, start: Callable[..., PtySession]) -> None:
    """No process stays behind, burning time on a terminal that is gone."""
    session = start()
    session.send("c")
    session.wait_for("14 left")
    os.close(session._slave)
    os.close(session.master)
    assert os.waitstatus_to_exitcode(os.waitpid(session.pid, 0)[1]) == -signal.SIGHUP
    session.status = -signal.SIGHUP
    assert labels(desk)[0] == "claim"


@contextlib.contextmanager
def shell(desk: Path) -> Iterator[PtySession]:
    """Run the annotator in a real shell with job control, stopped by Ctrl-Z after two labels."""
    with pty_session(("bash", "--norc", "--noprofile", "-i"), desk, PS1="ready$ ") as session:
        session.wait_for("ready$")
        session.send(" ".join(ANNOTATE) + "\n")
        session.wait_for("c claim")
        session.send("cc")
        session.wait_for("13 left")
        session.send("\x1a")
        session.wait_for("Stopped")
        yield session


def test_ctrl_z_bg_and_fg_come_back_to_the_same_place(desk: Path) -> None:
    """Stopped, the terminal is the shell's; in the background it stays so; continued, the frame is drawn again."""
    with shell(desk) as session:
        session.send("stty -a | grep -o -w -- '-*icanon'\n")
        session.wait_for("\nicanon")
        session.send("bg\n")
        session.wait_for("fr &")
        session.send("clear; fg\n")
        session.wait_for("13 left")
        session.send("oq")
        session.wait_for("3 of 15 sentences done")
        session.send("clear; stty -a | grep -o -w -- '-*icanon'\n")
        session.wait_for(lambda: session.text.startswith("icanon"))
        assert b"Traceback" not in session.output
    assert labels(desk)[:4] == ["claim", "claim", "opinion", ""]


def test_a_stopped_session_can_be_killed(desk: Path) -> None:
    """It says its last word and ends, and the shell has its terminal."""
    with shell(desk) as session:
        session.send("clear; kill %1\n")
        session.wait_for("2 of 15 sentences done")
        session.send("clear; stty -a | grep -o -w -- '-*icanon'; jobs\n")
        session.wait_for(lambda: "\nicanon" in f"\n{session.text}" and b"Terminated" in session.output)
    assert labels(desk)[:3] == ["claim", "claim", ""]


def test_what_is_unknown_to_the_decoder_labels_nothing(desk: Path, start: Callable[..., PtySession]) -> None:
    """The keypad in application mode, the mouse as of X10, keys with Alt."""
    session = start()
    session.send(b"\x1bOc\x1b[Mcou\x1bc\x1b[99;5u")
    session.wait_for("Alt-C does nothing here")
    session.send("q")
    assert session.wait() == 0
    assert labels(desk) == [""] * 15


def test_a_key_held_down_is_undone_at_once(start: Callable[..., PtySession]) -> None:
    """Ten labels that nobody can have meant: it is said, and one z takes them back."""
    session = start()
    session.send("c" * 10)
    session.wait_for("claim 10 times, faster than one reads")
    session.send("z")
    session.wait_for("undone: claim, 10 times")
    session.wait_for("15 left")
    session.send("q")
    assert session.wait() == 0


def test_a_draft_comes_back_where_it_was_written(desk: Path, start: Callable[..., PtySession]) -> None:
    """After Esc, and after the terminal hung up; Ctrl-D deletes and does not leave."""
    session = start()
    session.send("eun douteX\x1b[D\x04")
    session.wait_for("note: un doute")
    session.send("\x1b")
    session.wait_for("kept as a draft")
    session.send("jjk")
    session.send("k")
    session.send("e")
    session.wait_for("note: un doute")
    session.send("s encore")
    session.wait_for("doutes encore")
    session.kill(signal.SIGHUP)
    assert session.wait() == -signal.SIGHUP
    later = start()
    later.send("e")
    later.wait_for("note: un doutes encore")
    later.send("\r")
    later.wait_for("1: note (un doutes encore)")
    later.send("q")
    assert later.wait() == 0
    assert 'note: "un doutes encore"' in (desk / "a.alice.labels.yaml").read_text()


def test_a_draft_outlives_a_kill_in_the_middle_of_a_word(desk: Path, start: Callable[..., PtySession]) -> None:
    """What was half-typed when the program was killed is offered again, and where it waits is said."""
    state = desk.parent / "state"
    session = start(XDG_STATE_HOME=str(state))
    session.send("csla mair")
    session.wait_for("source: la mair")
    session.wait_for(lambda: any("la mair" in file.read_text() for file in state.rglob("*.drafts")))
    session.kill(signal.SIGKILL)
    session.wait()
    later = start(XDG_STATE_HOME=str(state))
    later.wait_for("a draft waits at sentence 2")
    later.send("kl")
    later.wait_for("source: la mair")
    later.send("ie\r\r")
    later.wait_for("saved")
    later.send("q")
    assert later.wait() == 0
    assert 'source: "la mairie"' in (desk / "a.alice.labels.yaml").read_text()


def test_enter_without_a_source_types_nothing_into_it(desk: Path, start: Callable[..., PtySession]) -> None:
    """The sentence is sourced with its source left open, which is said; the next keys label the next sentences."""
    session = start()
    session.send("s")
    session.wait_for("source:")
    session.send("\r")
    session.wait_for("its source left open")
    session.send("co")
    session.wait_for("12 left")
    session.send("q")
    assert session.wait() == 0
    assert labels(desk)[:4] == ["sourced", "claim", "opinion", ""]
    assert "source:" not in (desk / "a.alice.labels.yaml").read_text()


def test_what_an_editor_wrote_in_another_encoding_is_offered_again(
    desk: Path, start: Callable[..., PtySession]
) -> None:
    """The note stays as it was, and the next editor begins with what was written."""
    editor = desk.parent / "editor"
    editor.write_text('#!/bin/sh\ngrep -q été "$1" && exit 0\nprintf "\\351t\\351\\n" > "$1"\n')
    editor.chmod(0o755)
    session = start(EDITOR=str(editor), VISUAL=None)
    session.send("E")
    session.wait_for("is not a text in UTF-8")
    session.send("E")
    session.wait_for("note: été")
    session.send("q")
    assert session.wait() == 0


def test_an_article_that_is_edited_meanwhile_is_told(desk: Path, start: Callable[..., PtySession]) -> None:
    """At the next key, and when leaving."""
    session = start(ready="15 left  saved")
    (desk / "a.txt").write_text(ARTICLE + "Le vent tourne.\n")

    def told() -> bool:
        session.send("j")  # it is looked for twice a second, and told until the next key, which may have come by now
        return b"the article was edited meanwhile" in session.output

    session.wait_for(told)
    (desk / "a.txt").unlink()
    session.send("q")
    assert session.wait() == 0
    assert "the article's file is gone" in session.text


def test_the_mouse_chooses_and_scrolls(start: Callable[..., PtySession]) -> None:
    """A click on a sentence or on the strip goes there; the wheel goes on and back."""
    session = start(ready="1/15")
    session.send(b"\x1b[<0;30;5M\x1b[<0;30;5m")
    session.wait_for("4/15")
    session.send(b"\x1b[<65;1;1M")
    session.wait_for("5/15")
    place = session.screen.display[0].index("]") + 2
    session.send(f"\x1b[<0;{place};1M".encode())
    session.wait_for("6/15")


def test_a_resize_redraws_at_the_new_size(start: Callable[..., PtySession]) -> None:
    """Rows and columns follow the window; a window too small says so, takes no labels, and recovers."""
    session = start()
    session.resize(40, 12)
    session.wait_for(lambda: session.screen.display[11].strip().startswith("c claim"))
    session.resize(20, 5)
    session.wait_for("too small")
    session.send("c")
    session.wait_for(lambda: session.output.endswith(b"\a") or b"\a" in session.output[-200:])
    session.resize(200, 60)
    session.wait_for(lambda: "15 left" in session.text and "c claim" in session.screen.display[59])


def test_a_window_too_small_to_see_a_sentence_takes_no_label_whatever_its_key(
    desk: Path, start: Callable[..., PtySession]
) -> None:
    """Where `q` was made a label, it labels nothing unseen; what leaves instead does leave."""
    (desk / "factcheck.yaml").write_text('keys:\n  claim: "q"\n  quit: "Q"\n')
    session = start(ready="15 left  saved")
    session.resize(20, 5)
    session.wait_for("too small")
    session.send("qQ")
    assert session.wait() == 0
    assert labels(desk) == [""] * 15


def test_a_terminal_too_small_to_begin_on_is_refused_kindly(desk: Path, start: Callable[..., PtySession]) -> None:
    """Before anything is written."""
    before = contents(desk)
    session = start(ready="", columns=20, rows=5)
    assert session.wait() == 2
    assert b"20 x 5" in session.output
    assert b"--plain" in session.output
    assert contents(desk) == before


def test_a_dumb_terminal_gets_the_plain_face(desk: Path, start: Callable[..., PtySession]) -> None:
    """Not one escape sequence, and the same keys."""
    session = start(ready="1 of 15, 15 left", TERM="dumb")
    session.send("c")
    session.wait_for("2 of 15, 14 left")
    session.send("q")
    assert session.wait() == 0
    assert b"\x1b" not in session.output
    assert labels(desk)[0] == "claim"
    assert session.settings == session.before


def test_the_plain_face_says_each_thing_once(desk: Path, start: Callable[..., PtySession]) -> None:
    """Notes are typed with their echo, and nothing is redrawn."""
    session = start("--plain", ready="1 of 15, 15 left")
    session.send("Cbien vu")
    session.wait_for("bien vu")
    session.send("\r")
    session.wait_for("2 of 15, 14 left")
    session.send("q")
    assert session.wait() == 0
    assert session.output.count("Le quai numéro 1 rouvre".encode()) == 1
    assert "note: bien vu" in (desk / "a.alice.labels.yaml").read_text().replace('"', "")


def test_the_plain_face_divides_no_word_at_the_edge_of_the_terminal(start: Callable[..., PtySession]) -> None:
    """A screen reader reads row after row, and would say two halves."""
    session = start("--plain", ready="1 of 15, 15 left", columns=24)
    told = session.text.split()
    assert [word for word in ARTICLE.split(".")[0].split() if word not in told and f"{word}." not in told] == []


@pytest.mark.parametrize("end", ["\x03", signal.SIGTERM], ids=["ctrl-c", "sigterm"])
def test_what_the_plain_face_says_last_has_lines_of_its_own(
    end: str | signal.Signals, start: Callable[..., PtySession]
) -> None:
    """Even where it ends in the middle of a note."""
    session = start("--plain", ready="1 of 15, 15 left")
    session.send("eun doute")
    session.wait_for("note: un doute")
    session.send(end) if isinstance(end, str) else session.kill(end)
    session.wait()
    assert "note: un doute\n0 of 15 sentences done\n" in session.text
    assert "what you were writing is kept as a draft" in session.text


def test_colour_may_be_forced_and_is_kept_from_where_it_cannot_be_seen(start: Callable[..., PtySession]) -> None:
    """NO_COLOR wins over FORCE_COLOR, `--color` over both; a dumb terminal gets no escape sequence at all."""

    def styled(*more: str, **settings: str) -> bool:
        session = start(*more, ready="15 left", **settings)
        session.send("c")
        session.wait_for("14 left")
        return b"38;5;" in session.output

    assert styled(FORCE_COLOR="1")
    assert styled("--color", "always", "--annotator", "bob", NO_COLOR="1")
    assert not styled("--annotator", "carla", FORCE_COLOR="1", NO_COLOR="1")
    dumb = start("--annotator", "dora", ready="15 left", FORCE_COLOR="1", TERM="dumb")
    dumb.send("cq")
    assert dumb.wait() == 0
    assert b"\x1b" not in dumb.output


def test_no_color_means_no_colour(start: Callable[..., PtySession]) -> None:
    """Bold and inverted are no colours; `--color never` wants not even those."""
    session = start(NO_COLOR="1")
    session.send("cou")
    session.wait_for("12 left")
    assert set(re.findall(rb"\x1b\[([0-9;]*)m", bytes(session.output))) <= {b"0", b"1", b"4", b"7", b"7;1"}
    bare = start("--color", "never", "--annotator", "bob")
    assert set(re.findall(rb"\x1b\[([0-9;]*)m", bytes(bare.output))) <= {b"0"}


def test_a_paste_never_labels(desk: Path, start: Callable[..., PtySession]) -> None:
    """While reading it is refused in one piece; in a note it is text, line breaks and all."""
    session = start()
    session.send(b"\x1b[200~couscous\nq\x1b[201~")
    session.wait_for("pasted")
    session.send(b"e\x1b[200~vu\r\nq\x1b[201~\r")
    session.wait_for("note: vu q")
    session.send("q")
    assert session.wait() == 0
    assert labels(desk) == [""] * 15


def test_an_escape_sequence_in_pieces_is_one_key(desk: Path, start: Callable[..., PtySession]) -> None:
    """As over a slow line: neither `[` nor `D` (which joins sentences) comes of it."""
    session = start()
    session.send("jj")
    session.wait_for("3/15")
    for piece in (b"\x1b", b"[", b"A"):
        session.send(piece)
    session.wait_for("2/15")
    session.send("q")
    assert session.wait() == 0
    assert len(labels(desk)) == 15


def test_a_note_is_written_in_the_editor_of_ones_choice(desk: Path, start: Callable[..., PtySession]) -> None:
    """The editor has the terminal to itself; one that fails leaves the note as it was."""
    editor = desk.parent / "editor"
    editor.write_text('#!/bin/sh\nstty -a | grep -q -w -- "-icanon" && exit 1\nprintf "à  vérifier\\n" > "$1"\n')
    editor.chmod(0o755)
    session = start(EDITOR=str(editor), VISUAL=None)
    session.send("E")
    session.wait_for("note: à  vérifier")
    session.send("q")
    assert session.wait() == 0
    for name, told in (("false", "the note stays as it was"), ("l'éditeur", "a quotation mark too few")):
        failing = start(EDITOR=name, VISUAL=None)
        failing.send("E")
        failing.wait_for(told)
        failing.send("q")
        assert failing.wait() == 0


def test_a_second_session_is_refused_with_who_and_since_when(desk: Path, start: Callable[..., PtySession]) -> None:
    """Another annotator is not in the way."""
    first = start(ready="15 left  saved")
    before = contents(desk)
    second = start(ready="")
    assert second.wait() == 2
    assert b"is being labelled in another session: alice, process" in second.output
    assert contents(desk) == before
    first.send("q")
    assert first.wait() == 0
    start()


def test_labels_written_by_somebody_else_meanwhile_are_merged(desk: Path, start: Callable[..., PtySession]) -> None:
    """By an editor or a checkout: both sides' labels are in the file, and the screen says so."""
    session = start()
    session.send("co")
    session.wait_for("13 left  saved")
    sidecar = desk / "a.alice.labels.yaml"
    theirs = sidecar.read_text().rpartition("  label:")
    sidecar.write_text(f'{theirs[0]}  label: sourced\n  source: "le port"{theirs[2]}')
    session.send("u")
    session.wait_for("changed by somebody else")
    session.wait_for("11 left  saved")
    session.send("q")
    assert session.wait() == 0
    assert labels(desk) == ["claim", "opinion", "unverified"] + [""] * 11 + ["sourced"]


def test_a_key_meant_for_a_sentence_that_has_just_changed_does_nothing(
    desk: Path, start: Callable[..., PtySession]
) -> None:
    """Somebody labelled it while it was on the screen: their label is shown and stays until a second key."""
    session = start(ready="15 left  saved")
    sidecar = desk / "a.alice.labels.yaml"
    sidecar.write_text(sidecar.read_text().replace("  label:", "  label: opinion", 1))
    session.send("c")
    session.wait_for("changed by somebody else: read again; your key was not taken")
    session.send("q")
    assert session.wait() == 0
    assert labels(desk)[:2] == ["opinion", ""]


def test_a_note_being_typed_survives_a_change_of_the_file(desk: Path, start: Callable[..., PtySession]) -> None:
    """A checkout meanwhile must not turn its letters into labels, whether it came before a letter or before a save."""
    session = start(ready="15 left  saved")
    sidecar = desk / "a.alice.labels.yaml"
    session.send("e")
    session.wait_for("note")
    sidecar.write_text(sidecar.read_text().replace("  label:", "  label: opinion", 1))
    session.send("cou")
    session.wait_for("cou")
    session.send("cou\r")
    session.wait_for("coucou")
    session.send("q")
    assert session.wait() == 0
    assert labels(desk) == ["opinion"] + [""] * 14
    assert 'note: "coucou"' in sidecar.read_text()


def test_keys_typed_ahead_of_a_sentence_that_has_just_changed_do_not_label_others(
    desk: Path, start: Callable[..., PtySession]
) -> None:
    """Were only the first dropped, each of the others would label the sentence before the one it was meant for."""
    session = start(ready="15 left  saved")
    sidecar = desk / "a.alice.labels.yaml"
    sidecar.write_text(sidecar.read_text().replace("  label:", "  label: opinion", 1))
    session.send("cou")
    session.wait_for("read again; your keys were not taken")
    sidecar.write_text(sidecar.read_text().replace("  label: opinion", "  label: claim", 1))
    session.send("ou\x04")
    assert session.wait() == 0
    assert labels(desk) == ["claim"] + [""] * 14


def test_dividing_a_sentence_that_changed_takes_no_key_for_a_label(
    desk: Path, start: Callable[..., PtySession]
) -> None:
    """However many keys were on their way; Esc ends it, and nothing but what somebody else wrote is in the file."""
    session = start(ready="15 left  saved")
    sidecar = desk / "a.alice.labels.yaml"
    session.send("d")
    session.wait_for("Enter divides")
    theirs = sidecar.read_text().replace("  label:", '  label:\n  was: "Rien."\n  was_label: claim', 1)
    theirs = theirs.replace('text: "', 'text: "Non : ', 1)
    sidecar.write_text(theirs)
    session.send("\x1b[C\x1b[C\rco")
    session.wait_for("press Esc to continue")
    session.send("\x1b")
    session.wait_for("Enter keeps claim")
    session.send("q")
    assert session.wait() == 0
    assert sidecar.read_text() == theirs


def test_a_note_survives_even_its_sentence(desk: Path, start: Callable[..., PtySession]) -> None:
    """It waits on the line, and what to do with it is shown there and asked once."""
    session = start(ready="15 left  saved")
    sidecar = desk / "a.alice.labels.yaml"
    session.send("eco")
    session.wait_for("note: co")
    head, first, rest = sidecar.read_text().partition("\n- id:")
    sidecar.write_text(head + first + rest.partition("\n- id:")[2])
    session.send("u")
    session.wait_for("the sentence you write about was removed")
    session.send("c\ro")
    session.wait_for("note: couco")
    session.send("\r")
    session.wait_for("14 left  saved")
    session.send("q")
    assert session.wait() == 0
    assert labels(desk) == [""] * 14
    assert 'note: "couco"\n  text: "Le quai numéro 2' in sidecar.read_text()


def test_a_sidecar_without_a_sentence_left_is_not_taken_over(desk: Path, start: Callable[..., PtySession]) -> None:
    """There is nothing to show in it: the session stays as it is, and says why it cannot save."""
    session = start(ready="15 left  saved")
    sidecar = desk / "a.alice.labels.yaml"
    empty = sidecar.read_text().partition("sentences:")[0] + "sentences: []\n"
    sidecar.write_text(empty)
    session.send("c")
    session.wait_for("taken all sentences out")
    session.send("qq")
    assert session.wait() == 2
    assert sidecar.read_text() == empty


def test_a_sidecar_that_became_unreadable_is_not_overwritten(desk: Path, start: Callable[..., PtySession]) -> None:
    """The session stays and says so; once the file is mended, both sides' labels are saved."""
    session = start()
    session.send("c")
    session.wait_for("14 left  saved")
    sidecar = desk / "a.alice.labels.yaml"
    good = sidecar.read_text()
    sidecar.write_text("<<<<<<< ours\n" + good)
    session.send("o")
    session.wait_for("NOT SAVED")
    assert sidecar.read_text().startswith("<<<<<<<")
    sidecar.write_text(good)
    session.send("j")  # the next key tries again, too
    session.wait_for(lambda: "NOT SAVED" not in session.text)
    session.send("q")
    assert session.wait() == 0
    assert labels(desk)[:3] == ["claim", "opinion", ""]


def test_leaving_while_labels_are_unsaved_takes_two_keys_and_fails(
    desk: Path, start: Callable[..., PtySession]
) -> None:
    """The exit code tells that something was lost."""
    session = start(ready="15 left  saved")
    sidecar = desk / "a.alice.labels.yaml"
    sidecar.write_text("not ours\n")
    session.send("c")
    session.wait_for("NOT SAVED")
    session.send("q")
    session.wait_for("press it again to leave without them")
    session.send("q")
    assert session.wait() == 2
    assert "NOT SAVED in a.alice.labels.yaml: not a sidecar of factcheck" in session.text
    assert "next: put that right" in session.text
    assert sidecar.read_text() == "not ours\n"


def test_symbolic_links_and_permissions_survive(desk: Path, start: Callable[..., PtySession]) -> None:
    """A sidecar that is a link to another folder of the desk stays one."""
    (desk.parent / "factcheck.yaml").touch()
    real = desk.parent / "real.yaml"
    subprocess.run([*ANNOTATE, "--keys", "q"], cwd=desk, check=True, capture_output=True)
    (desk / "a.alice.labels.yaml").rename(real)
    real.chmod(0o640)
    (desk / "a.alice.labels.yaml").symlink_to(real)
    session = start()
    session.send("ccq")
    assert session.wait() == 0
    assert (desk / "a.alice.labels.yaml").is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert labels(desk)[:3] == ["claim", "claim", ""]
    assert sorted(contents(desk)) == ["a.alice.labels.yaml", "a.txt"]


def test_a_killed_session_loses_nothing_acknowledged(desk: Path) -> None:
    """After kill -9 at any moment every label that the screen had called saved is on the disk, and the file whole."""
    runs = int(os.environ.get("FACTCHECK_KILLS", "4"))
    for number in range(runs):
        for path in desk.glob("*.labels.yaml"):
            path.unlink()
        _kill_once(desk, keys=FIFTEEN[: 1 + number % 15], later=number // 15 * 7)
        subprocess.run([*ANNOTATE, "--keys", "q"], cwd=desk, check=True, capture_output=True)
        assert sorted(contents(desk)) == ["a.alice.labels.yaml", "a.txt"]


def test_a_session_killed_at_any_time_loses_nothing_acknowledged(desk: Path) -> None:
    """Wherever the clock finds it: while it starts, draws, saves or sleeps, the keys coming as somebody types them."""
    seed = int(os.environ.get("FACTCHECK_SEED", "0")) or random.SystemRandom().randrange(1, 1 << 32)
    print(f"FACTCHECK_SEED={seed}")  # noqa: T201 - shown when the test fails
    chance = random.Random(seed)
    for _ in range(int(os.environ.get("FACTCHECK_KILLS", "2"))):
        for path in desk.glob("*.labels.yaml"):
            path.unlink()
        _kill_at_some_time(desk, chance)
        subprocess.run([*ANNOTATE, "--keys", "q"], cwd=desk, check=True, capture_output=True)
        assert sorted(contents(desk)) == ["a.alice.labels.yaml", "a.txt"]


def _kill_at_some_time(desk: Path, chance: random.Random) -> None:
    """Type until the time has come, kill, compare screen and disk."""
    with pty_session(ANNOTATE, desk) as session:
        if chance.random() < 0.8:
            session.wait_for("c claim")
        end = time.monotonic() + chance.uniform(0, 0.15)
        keys = list(FIFTEEN)
        while (left := end - time.monotonic()) > 0:
            if keys:
                session.send(keys.pop(0))
            session.read(min(left, chance.uniform(0, 0.02)))
        session.kill(signal.SIGKILL)
        session.wait()
        _holds_what_it_called_saved(desk, session)


def _holds_what_it_called_saved(desk: Path, session: PtySession) -> None:
    """Assert that the disk has every label that the screen called saved, and no other than those typed."""
    seen = [int(left) for left in re.findall(rb" (\d+) left  saved ", bytes(session.output))]
    if not (desk / "a.alice.labels.yaml").exists():
        assert not seen
        return
    kept = [label for label in labels(desk) if label]
    assert len(kept) >= 15 - min(seen, default=15)
    assert labels(desk) == [NAMES[key] for key in FIFTEEN[: len(kept)]] + [""] * (15 - len(kept))


def _kill_once(desk: Path, keys: str, later: int) -> None:
    """Send keys, wait for all but the last few bytes of what they draw, kill, compare screen and disk."""
    with pty_session(ANNOTATE, desk) as session:
        session.wait_for("c claim")
        session.send(keys)
        size = len(session.output) + later * 13
        done = f"{15 - len(keys)} left  saved"
        session.wait_for(lambda: len(session.output) > size or done in session.text)
        session.kill(signal.SIGKILL)
        session.wait()
        _holds_what_it_called_saved(desk, session)


def test_hostile_text_reaches_the_terminal_as_marks_only(desk: Path, start: Callable[..., PtySession]) -> None:
    """Whatever an article, a note or a name says, every control byte on the terminal is our own; the file is true."""
    attacks = [
        "\x1b]52;c;ZXZpbA==\x07",
        "\x1b[31mred",
        "\x9b2J",
        "a\u202eb",
        "z\u200bw",
        "[bold]x[/bold]",
        "e\u0301\u0301",
        "👩\u200d👩",
    ]
    article = "".join(f"Le mot {attack} est dit.\n" for attack in attacks)
    (desk / "a.txt").write_text(article)
    session = start()
    session.send("c" * len(attacks) + "q")
    assert session.wait() == 0
    known = rb"\x1b(?:>|\]11;\?\x1b\\|\[(?:\d+;\d+H|2?K|\?(?:1049|7|25|2004|1|100[0236]|1015)[hl]|2?J|[0-9;]*m))"
    rest = re.sub(known, b"", bytes(session.output)).decode()
    assert not re.search("[\x00-\x06\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]", rest)
    data = (desk / "a.alice.labels.yaml").read_bytes()
    assert [record.text for record in read(data, "").sidecar.sentences] == article.splitlines()


def test_whoever_is_at_a_terminal_is_asked_for_what_nobody_knows(desk: Path) -> None:
    """A name and a language; an answer that cannot be is asked for once more, and then labelling begins."""
    with pty_session((*FACTCHECK, "annotate", "a.txt"), desk, columns=120) as session:
        session.wait_for("Your name")
        session.send("李\r")
        session.wait_for("letters a to z")
        # What is typed before the question is there again would stand before it.
        session.wait_for(lambda: session.text.count("Your name") == 2)
        session.send("Zoé Le Goff\r")
        session.wait_for("You are zoe-le-goff on this computer from now on")
        session.send("klingon\r")
        session.wait_for("'klingon' is not a language code")
        session.wait_for(lambda: session.text.count("[fr]") == 2)
        session.send("\r")
        session.wait_for("15 left  saved")
        session.send("cq")
        assert session.wait() == 0
    assert labels(desk, "zoe-le-goff")[:2] == ["claim", ""]
    assert "language: fr\n" in (desk / "a.zoe-le-goff.labels.yaml").read_text()


def test_a_pipe_on_standard_input_never_labels(desk: Path) -> None:
    """Without a terminal and without a script of keys there is nothing to do, and that is said."""
    before = contents(desk)
    done = subprocess.run(ANNOTATE, cwd=desk, input=b"cccc", capture_output=True, check=False)
    assert done.returncode == 2
    assert b"no terminal to read keys from" in done.stderr
    assert contents(desk) == before


def test_a_script_of_keys_goes_through_the_same_engine(desk: Path) -> None:
    """From the option or from standard input; it prints what it did."""
    done = subprocess.run([*ANNOTATE, "--keys", "c"], cwd=desk, capture_output=True, check=False, text=True)
    assert done.returncode == 0
    assert "2 of 15, 14 left" in done.stdout
    done = subprocess.run(
        [*ANNOTATE, "--keys", "-"], cwd=desk, input="oe<lt>vu\n", capture_output=True, check=False, text=True
    )
    assert labels(desk)[:3] == ["claim", "opinion", ""]
    assert "kept as a draft" in done.stderr
    assert "note: <vu\n2 of 15 sentences done" in done.stdout
    assert done.returncode == 0


def large(desk: Path) -> None:
    """Make the article 50 MB."""
    with (desk / "a.txt").open("wb") as stream:
        stream.truncate(50_000_000)


def folder(desk: Path) -> None:
    """Put a folder in the article's place."""
    (desk / "a.txt").unlink()
    (desk / "a.txt").mkdir()


def fifo(desk: Path) -> None:
    """Put a pipe in the article's place."""
    (desk / "a.txt").unlink()
    os.mkfifo(desk / "a.txt")


BAD: dict[str, tuple[Callable[[Path], object], tuple[str, ...], str]] = {
    "missing": (lambda desk: (desk / "a.txt").unlink(), (), "no such file"),
    "folder": (folder, (), "a folder, not a file"),
    "binary": (lambda desk: (desk / "a.txt").write_bytes(b"\x7fELF\0\0"), (), "a binary file"),
    "empty": (lambda desk: (desk / "a.txt").write_bytes(b""), (), "no text to label"),
    "no-sentence": (lambda desk: (desk / "a.txt").write_text(" \n\t\n"), (), "no text to label"),
    "invalid-utf8": (lambda desk: (desk / "a.txt").write_bytes(b"caf\xe9"), (), "--encoding cp1252"),
    "large": (large, (), "too large"),
    "fifo": (fifo, (), "not a regular file"),
    "page": (lambda desk: (desk / "a.txt").write_text("<!doctype html><p>Le port"), (), "a web page, not the text"),
    "pdf": (lambda desk: (desk / "a.txt").write_bytes(b"%PDF-1.7\n"), (), "factcheck intake a.txt"),
    "sidecar": (lambda desk: (desk / "a.txt").write_text("factcheck: 1\narticle: b.txt\n"), (), "a sidecar"),
    "many": (lambda desk: (desk / "a.txt").write_text(("mot " * 5_000 + "fin.\n") * 210), (), "too many for one file"),
    "not-ours": (lambda desk: (desk / "a.alice.labels.yaml").write_text("a: 1\n"), (), "a.alice.labels.yaml"),
    "conflict": (lambda desk: (desk / "a.alice.labels.yaml").write_text("<<<<<<< x\n"), (), "a.alice.labels.yaml"),
    "other-article": (
        lambda desk: (desk / "a.alice.labels.yaml").write_text("factcheck: 1\narticle: a.md\n"),
        (),
        "another article, a.md",
    ),
    "dangling": (lambda desk: (desk / "a.alice.labels.yaml").symlink_to("gone.yaml"), (), "a.alice.labels.yaml"),
    "long-name": (lambda _: None, ("--annotator", "a" * 300), "the name is too long"),
    "bad-only": (lambda _: None, ("--only", "contested"), "disputed, unlabelled"),
    "bad-name": (lambda _: None, ("--annotator", "../Alice"), "cannot be an annotator's name"),
    "bad-key": (lambda _: None, ("--keys", "c<nope>"), "no key is called"),
    "bad-encoding": (lambda _: None, ("--encoding", "utf-9"), "unknown encoding"),
    "no-text-encoding": (lambda _: None, ("--encoding", "undefined"), "unknown encoding"),
    "bad-language": (lambda _: None, ("--language", "klingon"), "not a language code"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_a_message_and_changes_nothing(name: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what to do next; the folder is byte for byte the same afterwards, and the exit code is 2."""
    spoil, more, message = BAD[name]
    spoil(desk)
    before = contents(desk)
    monkeypatch.chdir(desk)
    done = run(*ANNOTATE[3:], "--keys", "ccq", *more)
    assert message in done.err
    _, hint = done.err.splitlines()
    assert hint.endswith(".")
    assert done.code == 2
    assert contents(desk) == before


#: Runs the program once where it may write, so that everything is imported, then as nobody where it may not.
_AS_NOBODY = """
import os, sys
from factcheck.cli import main
def run():
    sys.argv = ["factcheck", *{arguments!r}]
    try: main()
    except SystemExit as end: return end.code
run()
os.chdir({desk!r})
if os.geteuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
os.environ["XDG_STATE_HOME"] = {state!r}
sys.exit(run())
"""


def test_a_read_only_folder_is_refused_before_the_work(desk: Path, tmp_path: Path) -> None:
    """For a person who may not write there; root, who may, is made somebody else for the occasion."""
    for folder in (tmp_path, *tmp_path.parents[:3]):
        folder.chmod(folder.stat().st_mode | 0o755)
    elsewhere, state = tmp_path / "elsewhere", tmp_path / "state"
    shutil.copytree(desk, elsewhere)
    state.mkdir()
    state.chmod(0o777)
    desk.chmod(0o555)
    script = _AS_NOBODY.format(arguments=[*ANNOTATE[3:], "--keys", "cq"], desk=str(desk), state=str(state))
    done = subprocess.run([sys.executable, "-c", script], cwd=elsewhere, capture_output=True, check=False, text=True)
    desk.chmod(0o755)
    assert "the folder is read-only" in done.stderr
    assert done.returncode == 2
    assert sorted(contents(desk)) == ["a.txt"]
    assert labels(elsewhere)[0] == "claim"


@contextlib.contextmanager
def _tiny(folder: Path) -> Iterator[Path]:
    """Make a folder a disk of 64 KB of its own."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small disk")
    folder.mkdir(exist_ok=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(folder)], check=False)
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def tiny_disk(desk: Path) -> Iterator[Path]:
    """Return the desk on such a disk."""
    with _tiny(desk):
        (desk / "a.txt").write_text(ARTICLE)
        yield desk


def test_a_full_disk_keeps_the_labels_until_there_is_room(tiny_disk: Path) -> None:
    """The session stays, says so, tries again by itself, and in the end every label is there."""
    with pty_session(ANNOTATE, tiny_disk) as session:
        session.wait_for("c claim")
        session.send("c")
        session.wait_for("14 left  saved")
        before = (tiny_disk / "a.alice.labels.yaml").read_bytes()
        _fill(tiny_disk / "filler")
        session.send("ou")
        session.wait_for("NOT SAVED")
        session.wait_for("the disk is full")
        assert (tiny_disk / "a.alice.labels.yaml").read_bytes() == before
        assert sorted(contents(tiny_disk)) == ["a.alice.labels.yaml", "a.txt", "filler"]
        (tiny_disk / "filler").unlink()
        session.wait_for("12 left  saved")
        session.send("q")
        assert session.wait() == 0
    assert labels(tiny_disk)[:4] == ["claim", "opinion", "unverified", ""]


def test_a_full_disk_for_the_state_is_no_reason_not_to_label(desk: Path, tmp_path: Path) -> None:
    """Labels are saved where there is room, and it is said that undo will not reach back."""
    with _tiny(tmp_path / "tiny") as tiny:
        (tiny / "factcheck").mkdir()
        subprocess.run([*ANNOTATE, "--keys", "q"], cwd=desk, check=True, capture_output=True)
        _fill(tiny / "filler")
        command = ["env", f"XDG_STATE_HOME={tiny}", *ANNOTATE, "--keys", "co"]
        done = subprocess.run(command, cwd=desk, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    assert "undo will not reach back into this session" in done.stdout
    assert labels(desk)[:3] == ["claim", "opinion", ""]


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as stream:
        try:
            while True:
                stream.write(b"x" * 1024)
        except OSError:
            return


def test_a_file_size_limit_is_a_save_that_failed(desk: Path) -> None:
    """As under `ulimit -f`: nothing is truncated and the exit code tells."""
    subprocess.run([*ANNOTATE, "--keys", "c"], cwd=desk, check=True, capture_output=True)
    before = contents(desk)
    limited = (
        "import resource, runpy; resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600)); "
        "runpy.run_module('factcheck', run_name='__main__')"
    )
    command = [sys.executable, "-c", limited, *ANNOTATE[3:], "--keys", "oo"]
    done = subprocess.run(command, cwd=desk, capture_output=True, check=False, text=True)
    assert "NOT SAVED" in done.stdout
    assert done.returncode == 2
    assert contents(desk) == before


def test_only_what_makes_an_event_counts_as_waiting(tmp_path: Path) -> None:
    """A terminal that reports its focus while labels are saved keeps nobody from seeing that they are."""
    script = (
        "import select; from factcheck.io.terminal import Terminal\n"
        "with Terminal(screen=False) as held:\n"
        "    for _ in range(2):\n"
        "        held.write('ready '); select.select([0], [], []); held.write(f'{held.waiting()} ')\n"
    )
    with pty_session([sys.executable, "-c", script], tmp_path) as session:
        session.wait_for("ready")
        session.send("\x1b[I")
        session.wait_for("ready False ready")
        session.send("c")
        session.wait_for("ready False ready True")
