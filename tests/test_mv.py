"""`factcheck mv` in real repositories and outside of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from desks import Desk, blank, new_desk

from factcheck.model import Label

Run = Callable[..., Ran]
OLD, NEW = "annotations/port-strike.txt", "annotations/brest.txt"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a desk with an article, two sidecars and decisions."""
    desk = new_desk(tmp_path_factory.mktemp("prepared") / "desk")
    desk.change("alice", 1, label=Label.CLAIM)
    desk.write(blank(None))
    desk.commit("Label")
    return desk


def headers(desk: Desk, article: str = "brest") -> list[str]:
    """Return what the three sidecars of an article say it is called."""
    return [desk.read(who, article).article for who in ("alice", "bob", None)]


def test_article_and_sidecars_move_together(desk: Desk, run: Run) -> None:
    """All is staged as renames, and the sidecars name the article as it is called now."""
    ran = run("mv", OLD, NEW)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == f"{OLD} -> {NEW}"
    assert headers(desk) == ["brest.txt"] * 3
    assert desk.read("alice", "brest").sentences[0].label is Label.CLAIM
    assert [line[:2] for line in desk.git("status", "--short").splitlines()] == ["R "] * 4
    assert run("diff", "HEAD").out == "No label changed.\n"


def test_a_folder_takes_them_all(desk: Desk, run: Run) -> None:
    """Into a folder the names stay."""
    (desk.top / "archive").mkdir()
    assert run("mv", OLD, "archive").code == 0
    assert sorted(path.name for path in (desk.top / "archive").iterdir()) == [
        "port-strike.alice.labels.yaml",
        "port-strike.bob.labels.yaml",
        "port-strike.labels.yaml",
        "port-strike.txt",
    ]


def test_sidecars_follow_an_article_moved_by_git(desk: Desk, run: Run) -> None:
    """After `git mv` of the article alone, the same command puts things right."""
    desk.git("mv", OLD, NEW)
    assert run("mv", OLD, NEW).code == 0
    assert headers(desk) == ["brest.txt"] * 3
    assert not list((desk.top / "annotations").glob("port-strike*"))


def test_what_was_half_done_is_finished(desk: Desk, run: Run) -> None:
    """Sidecars that were renamed by hand, but name the old article, are told."""
    for suffix in (".txt", ".alice.labels.yaml", ".bob.labels.yaml"):
        desk.git("mv", f"annotations/port-strike{suffix}", f"annotations/brest{suffix}")
    assert run("mv", OLD, NEW).code == 0
    assert headers(desk) == ["brest.txt"] * 3


def test_another_ending_only_changes_the_headers(desk: Desk, run: Run) -> None:
    """From text to Markdown the sidecars keep their names."""
    assert run("mv", OLD, "annotations/port-strike.md").code == 0
    assert headers(desk, "port-strike") == ["port-strike.md"] * 3


def test_changes_not_staged_stay_not_staged(desk: Desk, run: Run) -> None:
    """A label that is not to be committed yet is not slipped into the next commit."""
    desk.change("alice", 2, label=Label.OPINION)
    run("mv", OLD, NEW)
    assert desk.read("alice", "brest").sentences[1].label is Label.OPINION
    assert "RM annotations/port-strike.alice" in desk.git("status", "--short")
    assert "opinion" not in desk.git("show", ":annotations/brest.alice.labels.yaml")


def test_without_git_files_are_renamed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk needs no repository; undo reaches back through the move."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Il pleut. Qui paiera ?\n", encoding="utf-8")
    run("annotate", "a.txt", "--annotator", "alice", "--language", "fr", "--keys", "cq")
    assert run("mv", "a.txt", "b.txt").out == "a.txt -> b.txt\na.alice.labels.yaml -> b.alice.labels.yaml\n"
    assert "undone: claim" in run("annotate", "b.txt", "--annotator", "alice", "--keys", "zq").out


def test_an_article_in_a_repository_that_git_does_not_know_is_renamed(desk: Desk, run: Run) -> None:
    """Untracked files move as files."""
    (desk.top / "draft.txt").write_text("Il pleut.\n", encoding="utf-8")
    assert run("mv", "draft.txt", "final.txt").code == 0
    assert desk.git("status", "--short") == "?? final.txt\n"


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("nowhere.txt", "b.txt"), "nowhere.txt: no such file"),
        ((OLD, "annotations/other.txt"), "annotations/other.txt: exists already"),
        (
            ("annotations/gone.txt", "annotations/other.txt"),
            "annotations/gone.txt: no such file\nannotations/other.txt",
        ),
        ((OLD, "nowhere/b.txt"), "nowhere: no such folder"),
        (("annotations/port-strike.alice.labels.yaml", "b.txt"), "a sidecar, not an article"),
        ((OLD, "annotations/taken.txt"), "annotations/taken.bob.labels.yaml: exists already"),
    ],
)
def test_what_cannot_be_moved_is_left_as_it_is(desk: Desk, run: Run, names: tuple[str, str], message: str) -> None:
    """Nothing is overwritten, and nothing is half done."""
    (desk.top / "annotations/other.txt").write_text("Autre.\n")
    (desk.top / "annotations/taken.bob.labels.yaml").write_text("article: else.txt\n")
    before = desk.git("status", "--short")
    ran = run("mv", *names)
    assert ran.code == 2
    assert message in ran.err
    assert desk.git("status", "--short") == before


def test_an_unreadable_sidecar_stops_the_move_before_it_begins(desk: Desk, run: Run) -> None:
    """Its header could not be mended afterwards."""
    desk.path("bob").write_text("<<<<<<< HEAD\n" + desk.path("bob").read_text())
    assert run("mv", OLD, NEW).code == 2
    assert (desk.top / OLD).exists()
    assert desk.path("alice").exists()


@pytest.mark.parametrize("label", [None, Label.OPINION])
def test_one_person_s_files_under_both_names_become_one(desk: Desk, run: Run, label: Label | None) -> None:
    """Begun here while the article was moved there: both are kept, and what differs is asked about."""
    desk.git("branch", "train")
    run("mv", OLD, NEW)
    desk.change_in("brest", "alice", 2, label=Label.CLAIM)
    desk.commit("Move")
    # As a merge leaves it that did not know which file is whose.
    desk.write(blank("alice"))
    desk.change("alice", 1, label=label)
    desk.change("alice", 3, label=Label.UNVERIFIED)
    ran = run("mv", OLD, NEW)
    assert (ran.code, ran.err) == (1 if label else 0, "")
    assert not desk.path("alice").exists()
    if label:
        assert f"factcheck resolve {desk.path('alice', 'brest').relative_to(desk.top)}" in ran.out
        assert run("resolve", str(desk.path("alice", "brest")), "--keys", "1").code == 0
    kinds = [record.label for record in desk.read("alice", "brest").sentences[:3]]
    assert kinds == [label or Label.CLAIM, Label.CLAIM, Label.UNVERIFIED]
