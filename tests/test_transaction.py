"""Sidecars that change together: the real `carry`, killed or refused by the system between two of its saves."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from desks import SENTENCES, Desk, new_desk

from factcheck.errors import FactcheckError
from factcheck.io import store
from factcheck.io.store.transaction import FileReplacement, recover, write_all
from factcheck.model import Label

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")

ARTICLE = "annotations/port-strike.txt"
WHO = ("alice", "bob")
#: The calls by which files come, change places and go. The long form tries more.
CALLS = ("rename", "link", "unlink", "fsync") if os.environ.get("FACTCHECK_FAULTS") else ("rename", "unlink")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a desk whose article was edited after Alice and Bob had labelled it."""
    desk = new_desk(tmp_path_factory.mktemp("prepared") / "desk")
    for annotator, label in zip(WHO, (Label.CLAIM, Label.OPINION), strict=True):
        desk.change(annotator, 2, label=label)
    text = (desk.top / ARTICLE).read_text(encoding="utf-8")
    (desk.top / ARTICLE).write_text(text.replace("5 000", "3 000"), encoding="utf-8")
    desk.commit("Label, then edit")
    return desk


@pytest.fixture
def desk(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return the copy of the prepared desk, with a state folder of its own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return desk


@dataclass(frozen=True)
class Ended:
    """How a command ended: killed, or with a code, and what it said on standard error."""

    killed: bool
    code: int
    out: str
    err: str


def factcheck(*words: str, under: tuple[str, ...] = ()) -> Ended:
    """Run the program in a process of its own, under strace if so asked."""
    command = [*under, sys.executable, "-B", "-m", "factcheck", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return Ended(done.returncode in (-9, 137), done.returncode, done.stdout, done.stderr)


def killed_at(call: str, number: int) -> Ended:
    """Run `carry` and kill it before the call of a name that has this number."""
    injection = f"inject={call}:signal=KILL:when={number}"
    return factcheck(
        "carry", ARTICLE, under=("strace", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", injection)
    )


def carried(desk: Desk) -> list[bool]:
    """Tell for each sidecar whether it is up to date; each must be whole."""
    return [desk.read(annotator).sentences[1].text != SENTENCES[1] for annotator in WHO]


def plans() -> list[Path]:
    """Return what was written down and is not done yet."""
    return list(store.state_folder().glob("*.plan"))


@needs_strace
def test_a_kill_between_two_saves_is_made_good_by_the_next_carry(desk: Desk) -> None:
    """After it one sidecar is new and the other old, each whole; then both are new, and the user is told."""
    assert killed_at("rename", 2).killed
    assert carried(desk) == [True, False]
    told = factcheck("check", ARTICLE)
    assert told.err == f"factcheck: {ARTICLE}: carry was interrupted; to finish it: factcheck carry {ARTICLE}\n"
    behind = [line for line in told.out.splitlines() if "FC102" in line]
    assert ["bob" in line for line in behind] == [True], behind
    ended = factcheck("carry", ARTICLE)
    assert (ended.code, carried(desk), plans()) == (0, [True, True], [])
    assert "port-strike.bob.labels.yaml: brought up to date; carry had been interrupted" in ended.err
    again = factcheck("carry", ARTICLE)
    assert (again.code, again.err) == (0, "")
    assert again.out.endswith("2 sidecars, all up to date.\n")


@needs_strace
@pytest.mark.parametrize("words", [("annotate", "--annotator", "alice", "--keys", "q"), ("adjudicate", "--keys", "q")])
def test_who_works_on_the_article_finishes_it_for_everybody(desk: Desk, words: tuple[str, ...]) -> None:
    """Alice opens the article and Bob's sidecar is brought up to date too."""
    assert killed_at("rename", 2).killed
    assert "bob.labels.yaml: brought up to date; carry had been interrupted" in factcheck(*words, ARTICLE).err
    assert (carried(desk), plans()) == ([True, True], [])


@needs_strace
def test_an_article_is_moved_once_it_is_finished(desk: Desk) -> None:
    """What was written down is under the old name: after the move nobody would look there."""
    assert killed_at("rename", 2).killed
    assert factcheck("mv", ARTICLE, "annotations/strike.txt").code == 0
    assert plans() == []
    assert all(desk.read(annotator, "strike").sentences[1].text != SENTENCES[1] for annotator in WHO)
    assert factcheck("check", "annotations").err == ""


@needs_strace
@pytest.mark.parametrize("call", CALLS)
def test_a_kill_at_any_call_leaves_all_or_none_once_finished(prepared: Desk, desk: Desk, call: str) -> None:
    """Wherever it is killed, finishing makes all sidecars new, or none was; carry then gives what it always gives."""
    seen, number = set(), 1
    while killed_at(call, number).killed:
        recover(Path(ARTICLE), "test")
        seen.add(tuple(carried(desk)))
        assert plans() == [], f"{call} {number}"
        assert factcheck("carry", ARTICLE).code == 0
        assert carried(desk) == [True, True], f"{call} {number}"
        assert {path.name for path in (desk.top / "annotations").glob(".*")} == set()
        for annotator in WHO:
            desk.path(annotator).write_bytes(prepared.path(annotator).read_bytes())
        number += 1
    assert number > 1
    assert seen <= {(True, True), (False, False)}


@needs_strace
def test_what_somebody_changed_after_the_crash_is_left_alone(desk: Desk, prepared: Desk) -> None:
    """Taking the first save back with git, or labelling meanwhile, makes the rest a matter for carry alone."""
    assert killed_at("rename", 2).killed
    desk.path("alice").write_bytes(prepared.path("alice").read_bytes())
    assert recover(Path(ARTICLE), "test") == ()
    assert (carried(desk), plans()) == ([False, False], [])
    assert killed_at("rename", 2).killed
    desk.change("bob", 1, label=Label.CLAIM)
    assert recover(Path(ARTICLE), "test") == ()
    assert (carried(desk), plans()) == ([True, False], [])


def changes(*paths: Path) -> list[FileReplacement]:
    """Make files and return how they are to change."""
    for path in paths:
        path.write_bytes(b"old")
    return [FileReplacement(path, b"old", f"new {path.name} \udcff".encode(errors="surrogateescape")) for path in paths]


def save_locked(owner: Path, wanted: list[FileReplacement]) -> None:
    """Replace the files with their locks held, as the contract asks."""
    with contextlib.ExitStack() as locks:
        for change in wanted:
            locks.enter_context(store.lock(change.path, "test"))
        write_all(owner, wanted)


def test_where_one_file_is_not_what_it_was_none_changes(tmp_path: Path) -> None:
    """The ones already replaced get their old bytes back, and nothing is left to be finished."""
    wanted = changes(tmp_path / "a", tmp_path / "b", tmp_path / "c")
    (tmp_path / "b").write_bytes(b"edited by hand")
    with pytest.raises(FactcheckError, match="changed by somebody else"):
        save_locked(tmp_path / "owner", wanted)
    assert [change.path.read_bytes() for change in wanted] == [b"old", b"edited by hand", b"old"]
    assert recover(tmp_path / "owner", "test") == ()


def test_where_the_old_bytes_cannot_be_put_back_the_rest_is_done_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fills after the first save takes nothing any more; once there is room, all is finished."""
    wanted = changes(tmp_path / "a", tmp_path / "b")
    save = store.save
    saved: list[Path] = []

    def fills_up(path: Path, data: bytes, expected: store.Identity | None) -> store.Identity:
        if len(saved) == 2:  # what was written down, and the first file
            raise FactcheckError("cannot be saved: the disk is full", path=str(path))
        saved.append(path)
        return save(path, data, expected)

    with monkeypatch.context() as full:
        full.setattr(store, "save", fills_up)
        with pytest.raises(FactcheckError, match="the disk is full"):
            save_locked(tmp_path / "owner", wanted)
    assert recover(tmp_path / "owner", "test") == (tmp_path / "b",)
    assert [change.path.read_bytes() for change in wanted] == [change.after for change in wanted]


def test_what_another_version_wrote_down_is_forgotten(tmp_path: Path) -> None:
    """Nothing stands in the way of carry, which computes everything anew."""
    plan = store.state_file(tmp_path / "owner", "plan")
    plan.parent.mkdir(parents=True, exist_ok=True)
    plan.write_text("?")
    assert recover(tmp_path / "owner", "test") == ()
    assert not plan.exists()
