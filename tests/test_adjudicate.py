"""`factcheck adjudicate`, played by scripts and on a real terminal."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import Ran
from desks import SENTENCES, Desk, blank, new_desk
from pty_session import FACTCHECK, pty_session

from factcheck.model import Label

Run = Callable[..., Ran]
ARTICLE = "annotations/port-strike.txt"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a desk on which Alice and Bob labelled three sentences each, and differ over two."""
    desk = new_desk(tmp_path_factory.mktemp("prepared") / "desk")
    desk.change("alice", 1, label=Label.CLAIM)
    desk.change("bob", 1, label=Label.CLAIM)
    desk.change("alice", 2, label=Label.CLAIM, note="le chiffre")
    desk.change("bob", 2, label=Label.SOURCED, source="la préfecture")
    desk.change("alice", 3, label=Label.OPINION)
    desk.change("bob", 3, label=Label.UNVERIFIED, unsure=True)
    desk.commit("Label")
    return desk


def decisions(desk: Desk) -> list[tuple[int, str, str, str]]:
    """Return number, label, reason and votes of each decision."""
    sentences = enumerate(desk.read(None).sentences, start=1)
    return [(n, str(r.label or r.skip), r.reason, r.over) for n, r in sentences if r.done]


def test_decisions_are_recorded_with_reason_and_votes(desk: Desk, run: Run) -> None:
    """One key for the label, one for the reason; the end says what is left and where it is kept."""
    ran = run("adjudicate", ARTICLE, "--keys", "23u2")
    assert ran.code == 0
    assert "1 alice: claim; note: le chiffre\n2 bob: sourced; source: la préfecture\n" in ran.out
    assert ran.out.endswith("2 sentences decided, 0 left; decisions are in annotations/port-strike.labels.yaml\n")
    assert decisions(desk) == [
        (2, "sourced", "slip", "alice=claim bob=sourced"),
        (3, "unverified", "codebook", "alice=opinion bob=unverified"),
    ]
    assert run("adjudicate", ARTICLE, "--keys", "").out == f"nothing is disputed in {ARTICLE}\n"


def test_leaving_early_ends_with_one_and_keeps_what_was_decided(desk: Desk, run: Run) -> None:
    """Disputes that are left are disputes."""
    assert run("adjudicate", ARTICLE, "--keys", "13q").code == 1
    assert [number for number, *_ in decisions(desk)] == [2]
    assert "3 of 6, 1 left" in run("adjudicate", ARTICLE, "--keys", "q").out


def test_looking_writes_nothing(desk: Desk, run: Run) -> None:
    """Who decides nothing leaves no file, not even an empty one."""
    assert run("adjudicate", ARTICLE, "--keys", "jkq").code == 1
    assert not desk.path(None).exists()


def test_a_changed_label_brings_a_decision_up_again(desk: Desk, run: Run) -> None:
    """Enter upholds it; the votes it weighed are then the new ones."""
    run("adjudicate", ARTICLE, "--keys", "23u2")
    desk.change("alice", 3, label=Label.CLAIM)
    before = desk.path(None).read_bytes()
    assert "before, unverified" in run("adjudicate", ARTICLE, "--keys", "q").out
    assert desk.path(None).read_bytes() == before
    assert run("adjudicate", ARTICLE, "--keys", "<enter>").code == 0
    assert decisions(desk)[1] == (3, "unverified", "codebook", "alice=claim bob=unverified")


def test_undo_reaches_back_into_an_earlier_session(desk: Desk, run: Run) -> None:
    """A decision can be taken back after quitting."""
    run("adjudicate", ARTICLE, "--keys", "23q")
    run("adjudicate", ARTICLE, "--keys", "zq")
    assert decisions(desk) == []


def test_blind_tells_no_name(desk: Desk, run: Run) -> None:
    """Letters stand for the annotators; the file has the names."""
    ran = run("adjudicate", ARTICLE, "--blind", "--keys", "c1c1")
    assert "alice" not in ran.out
    assert "bob" not in ran.out
    assert "A: " in ran.out
    assert decisions(desk)[0][3] == "alice=claim bob=sourced"


def test_who_labelled_an_older_text_is_named(desk: Desk, run: Run) -> None:
    """Their labels do not count until they are carried, and that is said."""
    (desk.top / ARTICLE).write_text("\n".join((*SENTENCES[:5], "Qui paiera la note ?")) + "\n", encoding="utf-8")
    ran = run("adjudicate", ARTICLE, "--keys", "q")
    assert ran.err == "".join(f"{who} labelled an older text: factcheck carry {ARTICLE}\n" for who in ("alice", "bob"))
    assert "2 of 6, 2 left" in ran.out


def test_without_annotators_it_says_how_to_begin(desk: Desk, run: Run) -> None:
    """There is nothing to decide between."""
    for who in ("alice", "bob"):
        desk.path(who).unlink()
    ran = run("adjudicate", ARTICLE)
    assert ran.code == 2
    assert "factcheck annotate" in ran.err


def test_on_a_terminal_it_is_the_annotator_s_screen(desk: Desk) -> None:
    """Voices under the sentence, a digit to take one, a digit for the reason, and on to the next dispute."""
    with pty_session([*FACTCHECK, "adjudicate", ARTICLE], desk.top) as session:
        session.wait_for("1 alice: claim; note: le chiffre")
        assert "2/6  2 left" in session.text
        assert "1-2 take theirs" in session.text
        session.send("2")
        session.wait_for("why they differ")
        session.wait_for("3 slip")
        session.send("3")
        session.wait_for("2 bob: unverified, unsure")
        session.wait_for("3/6  1 left  saved")
        session.send("q")
        assert session.wait() == 1
    assert [number for number, *_ in decisions(desk)] == [2]


def test_what_is_left_stays_right_when_the_decisions_change_underfoot(desk: Desk) -> None:
    """Sentences that nobody disputes have no decision, and are not waited for then, either."""
    with pty_session([*FACTCHECK, "adjudicate", ARTICLE], desk.top) as session:
        session.wait_for("1 alice: claim")
        session.send("23")
        session.wait_for("3/6  1 left  saved")
        path = desk.path(None)
        path.write_text(path.read_text().replace('"slip"', '"edge"'))
        session.send("o2")
        session.wait_for("0 left  saved")
        session.send("q")
        assert session.wait() == 0
        assert "2 sentences decided, 0 left" in session.text
    assert [reason for *_, reason, _ in decisions(desk)] == ["edge", "codebook"]


def test_in_a_plain_terminal_it_reads_line_by_line(desk: Desk) -> None:
    """The same keys without a screen."""
    with pty_session([*FACTCHECK, "adjudicate", ARTICLE, "--plain"], desk.top) as session:
        session.wait_for("2 bob: sourced; source: la préfecture")
        session.send("1")
        session.wait_for("why they differ")
        session.send("4")
        session.wait_for("2 bob: unverified, unsure")
        session.send("o1")
        session.wait_for("0 left")
        session.send("q")
        assert session.wait() == 0
    assert [label for _, label, *_ in decisions(desk)] == ["claim", "opinion"]


def test_two_adjudicators_at_once_are_told_of_each_other(desk: Desk, run: Run) -> None:
    """The decisions are locked like any sidecar while somebody decides."""
    with pty_session([*FACTCHECK, "adjudicate", ARTICLE], desk.top) as session:
        session.wait_for("1 alice: claim")
        ran = run("adjudicate", ARTICLE, "--keys", "c1")
        assert ran.code == 2
        assert "the adjudicator" in ran.err
        session.send("q")
        session.wait()


def test_a_decisions_skeleton_of_another_hand_is_kept(desk: Desk, run: Run) -> None:
    """Notes and comments in an existing decisions file survive."""
    desk.write(blank(None))
    desk.change(None, 6, note="à voir jeudi")
    desk.path(None).write_text(desk.path(None).read_text().replace("\n- id", "\n# à moitié fait\n- id", 1))
    assert run("adjudicate", ARTICLE, "--keys", "23u2").code == 0
    assert "# à moitié fait\n" in desk.path(None).read_text()
    assert desk.read(None).sentences[5].note == "à voir jeudi"
