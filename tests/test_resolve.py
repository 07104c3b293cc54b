"""`factcheck resolve` after real merges, with stock git and with our driver."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from conftest import Ran
from desks import Desk, new_desk
from pty_session import FACTCHECK, pty_session

from factcheck.model import Label

Run = Callable[..., Ran]
ALICE = "annotations/port-strike.alice.labels.yaml"


#: Where `factcheck` is found by its name.
PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


def differing(folder: Path) -> Desk:
    """Return a desk whose branches `main` and `laptop` differ over Alice's labels on two sentences."""
    desk = new_desk(folder)
    desk.git("switch", "--quiet", "--create", "laptop")
    desk.change("alice", 1, label=Label.OPINION)
    desk.change("alice", 3, label=Label.UNVERIFIED, note="vague")
    desk.change("alice", 6, label=Label.OPINION)
    desk.commit("On the train")
    desk.git("switch", "--quiet", "main")
    desk.change("alice", 1, label=Label.CLAIM)
    desk.change("alice", 3, label=Label.CLAIM)
    desk.change("alice", 5, label=Label.CLAIM)
    desk.commit("In the newsroom")
    return desk


@pytest.fixture(scope="module")
def stopped(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Desk]:
    """Return a function that returns a desk in the middle of a merge that stopped, made once."""

    @cache
    def made(merging: str) -> Desk:
        desk = differing(tmp_path_factory.mktemp("prepared") / "desk")
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("PATH", PATH)
            if merging == "our driver":
                subprocess.run([*FACTCHECK, "git", "install"], cwd=desk.top, check=True, capture_output=True)
                desk.commit("Install the driver")
            desk.git("merge", "laptop", code=1)
        return desk

    return made


@pytest.fixture(params=["stock git", "our driver"])
def prepared(stopped: Callable[[str], Desk], request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return what `desk` is a copy of."""
    monkeypatch.setenv("PATH", PATH)
    return stopped(request.param)


def names(desk: Desk) -> tuple[str, str]:
    """Return what the sides are called: by the markers, which an old git does not let a driver name."""
    lines = desk.path("alice").read_text().splitlines()
    found = [next(line[8:] for line in lines if line.startswith(sign * 7)) for sign in "<>"]
    ours, theirs = found
    return ours if ours == "ours" else f"ours ({ours})", theirs if theirs == "theirs" else f"theirs ({theirs})"


def labels(desk: Desk) -> list[str]:
    """Return Alice's labels, in order; a dash where there is none."""
    return [str(record.label or "-") for record in desk.read("alice").sentences]


def test_one_key_settles_one_conflict(desk: Desk, run: Run) -> None:
    """Ours, then another label; git takes the file and the merge can be committed."""
    ours, theirs = names(desk)
    ran = run("resolve", "--keys", "1o")
    assert (ran.code, ran.err) == (0, "")
    assert f"1 {ours}: claim\n2 {theirs}: opinion\n" in ran.out
    assert ran.out.endswith(f"{ALICE}: 2 settled, 0 left; next: git add {ALICE}\n")
    assert labels(desk) == ["claim", "-", "opinion", "-", "claim", "opinion"]
    assert desk.read("alice").sentences[2].note == "vague"
    desk.git("add", ALICE)
    desk.git("commit", "--quiet", "--no-edit")
    assert desk.git("status", "--short") == ""


def test_what_is_left_is_taken_up_again(desk: Desk, run: Run) -> None:
    """Leaving after the first conflict ends with 1; the second session asks about the other only."""
    ran = run("resolve", ALICE, "--keys", "2q")
    assert (ran.code, ran.out.splitlines()[-1]) == (1, f"{ALICE}: 1 settled, 1 left")
    assert "<<<<<<< " in desk.path("alice").read_text()
    ran = run("resolve", ALICE, "--keys", "2")
    assert ran.code == 0
    assert labels(desk) == ["opinion", "-", "unverified", "-", "claim", "opinion"]


def test_looking_changes_nothing(desk: Desk, run: Run) -> None:
    """Who settles nothing finds the file as git left it."""
    before = desk.path("alice").read_bytes()
    assert run("resolve", "--keys", "q").code == 1
    assert desk.path("alice").read_bytes() == before


def test_what_was_settled_by_hand_stands(desk: Desk, run: Run) -> None:
    """A hunk edited away in an editor is not asked about again."""
    text = desk.path("alice").read_text()
    start, end = text.index("<<<<<<<"), text.index(">>>>>>>")
    end = text.index("\n", end) + 1
    desk.path("alice").write_text(text[:start] + "  label: sourced\n" + text[end:])
    assert run("resolve", "--keys", "1").code == 0
    assert labels(desk)[:3] == ["sourced", "-", "claim"]
    desk.git("add", ALICE)
    assert run("resolve").out == "no sidecar is in conflict\n"
    assert run("resolve", ALICE).out == f"{ALICE}: nothing is in conflict\n"


def test_our_side_without_a_marker_is_not_taken_for_settled(desk: Desk, run: Run) -> None:
    """A driver that died leaves it so, and so does `git checkout --ours`: it says what is, and changes nothing."""
    desk.git("checkout", "--ours", ALICE)
    before = desk.path("alice").read_bytes()
    ran = run("resolve", "--keys", "22")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith(f"{ALICE}: as our side has it, and nothing is marked: git add takes that; ")
    assert desk.path("alice").read_bytes() == before
    assert run("resolve", "--again", ALICE, "--keys", "22").code == 0
    assert labels(desk) == ["opinion", "-", "unverified", "-", "claim", "opinion"]


def test_it_works_as_git_mergetool(desk: Desk) -> None:
    """Git calls it for each unmerged file and adds what it settled."""
    desk.git("config", "mergetool.factcheck.cmd", 'factcheck resolve "$MERGED" --keys 21')
    desk.git("config", "mergetool.factcheck.trustExitCode", "true")
    desk.git("mergetool", "--tool=factcheck", "--no-prompt")
    assert desk.git("ls-files", "--unmerged") == ""
    assert labels(desk)[:3] == ["opinion", "-", "claim"]


def test_a_mergetool_that_leaves_conflicts_adds_nothing(desk: Desk) -> None:
    """The exit code tells git that it is not done."""
    desk.git("config", "mergetool.factcheck.cmd", 'factcheck resolve "$MERGED" --keys 2q')
    desk.git("config", "mergetool.factcheck.trustExitCode", "true")
    desk.git("mergetool", "--tool=factcheck", "--no-prompt", code=1)
    assert ALICE in desk.git("ls-files", "--unmerged")


def test_install_lets_git_mergetool_find_it(desk: Desk, run: Run) -> None:
    """`factcheck git install` tells git how to call it."""
    assert run("git", "install").code == 0
    assert desk.git("config", "mergetool.factcheck.cmd").endswith('resolve "$MERGED"\n')


def test_on_a_terminal_it_is_the_annotator_s_screen(desk: Desk) -> None:
    """Both sides under the sentence, a key each, and the conflict is gone from the file."""
    theirs = names(desk)[1]
    with pty_session([*FACTCHECK, "resolve"], desk.top) as session:
        session.wait_for(f"2 {theirs}: opinion")
        assert "1/6  2 left" in session.text
        session.send("2")
        session.wait_for(f"2 {theirs}: unverified; note: vague")
        session.wait_for("3/6  1 left  saved")
        session.send("1")
        session.wait_for("0 left  saved")
        session.send("q")
        assert session.wait() == 0
    assert labels(desk) == ["opinion", "-", "claim", "-", "claim", "opinion"]


def test_in_a_plain_terminal_it_reads_line_by_line(desk: Desk) -> None:
    """The same keys without a screen."""
    with pty_session([*FACTCHECK, "resolve", "--plain", ALICE], desk.top) as session:
        session.wait_for(f"1 {names(desk)[0]}: claim")
        session.send("22q")
        assert session.wait() == 0
    assert labels(desk) == ["opinion", "-", "unverified", "-", "claim", "opinion"]


def test_below_the_top_the_files_are_named_from_there(desk: Desk, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """All unmerged sidecars of the repository are walked; a folder limits them."""
    monkeypatch.chdir(desk.top / "annotations")
    ran = run("resolve", "--keys", "q")
    assert "port-strike.alice.labels.yaml: 0 settled, 2 left\n" in ran.out
    (desk.top / "drafts").mkdir()
    assert run("resolve", "../drafts").out == "no sidecar is in conflict\n"
    assert run("resolve", "..", "--keys", "11").code == 0
    assert desk.read("alice")


def test_a_rebase_is_settled_the_same_way(desk: Desk, run: Run) -> None:
    """The branch that is rebased onto is called ours, as git does."""
    desk.git("merge", "--abort")
    desk.git("switch", "--quiet", "laptop")
    desk.git("rebase", "main", code=1)
    assert run("resolve", "--keys", "22").code == 0
    desk.git("add", ALICE)
    desk.git("-c", "core.editor=true", "rebase", "--continue")
    assert labels(desk) == ["opinion", "-", "unverified", "-", "claim", "opinion"]


def test_a_file_that_one_side_removed_is_said(desk: Desk, run: Run) -> None:
    """There is nothing to walk: to keep or to remove it is git's to be told."""
    desk.git("merge", "--abort")
    desk.git("rm", "--quiet", ALICE)
    desk.commit("Leave it to Bob")
    desk.git("merge", "laptop", code=1)
    ran = run("resolve", "--keys", "1")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out == f"{ALICE}: our side removed it and the other changed it: git add keeps it, git rm removes it\n"


def test_what_no_key_settles_is_left_with_its_line(desk: Desk, run: Run) -> None:
    """Conflicts outside the labels get markers of their own and are named; with them the file is not done."""
    desk.git("merge", "--abort")
    for branch, language in (("main", "br"), ("laptop", "en")):
        desk.git("switch", "--quiet", branch)
        text = desk.path("alice").read_text()
        desk.path("alice").write_text(text.replace("language: fr", f"language: {language}"))
        desk.commit("Call the language something else")
    desk.git("merge", "main", code=1)
    for keys, told in (("q", "0 settled, 2 left"), ("12", "2 settled, 0 left"), ("", "no label is in conflict")):
        ran = run("resolve", "--keys", keys)
        lines = desk.path("alice").read_text().splitlines()
        at = lines.index("language: en")
        assert lines[at - 1].startswith("<<<<<<< ")
        assert lines[at + 1 : at + 3] == ["=======", "language: br"]
        assert ran.code == 1
        assert f"{ALICE}: {told}\n{ALICE}:{at}: `language` in the header\n" in ran.out
        assert ran.out.endswith(f"; then: git add {ALICE}\n")


def test_two_files_are_walked_one_after_the_other(desk: Desk, run: Run) -> None:
    """`q` leads to the next file once all of the first is settled, and nowhere if not."""
    desk.git("merge", "--abort")
    desk.change("bob", 1, label=Label.CLAIM)
    desk.commit("Bob here")
    desk.git("switch", "--quiet", "laptop")
    desk.change("bob", 1, label=Label.OPINION)
    desk.commit("Bob there")
    desk.git("merge", "main", code=1)
    ran = run("resolve", "--keys", "2q")
    assert ran.out.splitlines()[-2:] == [
        f"{ALICE}: 1 settled, 1 left",
        "annotations/port-strike.bob.labels.yaml: not looked at yet",
    ]
    assert run("resolve", "--keys", "2q1q").code == 0
    assert desk.read("bob").sentences[0].label is Label.OPINION


def test_outside_a_repository_it_could_not_run(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody can be asked what is in conflict, `nothing` is no answer."""
    monkeypatch.chdir(tmp_path)
    told = run("resolve")
    assert (told.code, told.out) == (2, "")
    assert "not in a git repository" in told.err
