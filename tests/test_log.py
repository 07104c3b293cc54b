"""`factcheck log` in real repositories."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from desks import Desk, blank, new_desk

from factcheck.model import Label, Record, RecordId

Run = Callable[..., Ran]
ARTICLE = "annotations/port-strike.txt"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a desk whose third sentence was labelled by two people on two branches, relabelled, and moved."""
    desk = new_desk(tmp_path_factory.mktemp("prepared") / "desk")
    dates = iter(f"2026-03-{day:02}T09:00:00+01:00" for day in range(1, 20))

    def commit(message: str) -> None:
        desk.git("add", "--all")
        desk.git("commit", "--quiet", "--message", message, "--date", next(dates))

    desk.git("switch", "--quiet", "--create", "bob")
    desk.change("bob", 3, label=Label.UNVERIFIED, note="vague")
    commit("Second labels")
    desk.git("switch", "--quiet", "main")
    desk.change("alice", 3, label=Label.CLAIM)
    commit("First labels")
    desk.change("alice", 4, label=Label.CLAIM)
    commit("Another sentence")
    desk.git("merge", "--quiet", "--no-edit", "bob")
    desk.change("alice", 3, label=Label.OPINION)
    commit("Look again")
    return desk


def told(out: str) -> list[str]:
    """Return the lines that tell a change, with the subject of its commit, without dates and ids."""
    lines = out.splitlines()
    return [f"{lines[at - 1].split(': ')[-1]} - {line.strip()}" for at, line in enumerate(lines) if is_change(line)]


def is_change(line: str) -> bool:
    """Return whether a line of the log names an annotator and what they did."""
    return line.startswith(("  alice: ", "  bob: ", "  carla: ", "  decisions: "))


def test_the_labels_of_a_sentence_are_told_newest_first(desk: Desk, run: Run) -> None:
    """Each change is told once, where it was made, and a merge that took it over tells nothing."""
    ran = run("log", ARTICLE, "--sentence", "3")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        f"{ARTICLE}, sentence 3: disputed\n  Les observateurs estiment que le maire a perdu la main.\n\n"
    )
    assert told(ran.out) == [
        "Look again - alice: relabelled: claim → opinion",
        "First labels - alice: labelled: claim",
        "Second labels - bob: labelled, note: unverified",
    ]
    assert (
        f"2026-03-02T09:00:00+01:00  {desk.git('log', '--format=%h', '--abbrev=8', '--grep=First').strip()}" in ran.out
    )
    assert "    note: vague\n" in ran.out


def test_what_is_not_committed_comes_first(desk: Desk, run: Run) -> None:
    """The work tree is part of the history too."""
    desk.change("bob", 3, label=Label.OPINION, note="vague")
    assert (
        told(run("log", ARTICLE, "--sentence", "3").out)[0]
        == "not committed yet - bob: relabelled: unverified → opinion"
    )


def test_renames_are_followed(desk: Desk, run: Run) -> None:
    """A sentence keeps its history when article and sidecars are moved."""
    for name in ("port-strike.txt", "port-strike.alice.labels.yaml", "port-strike.bob.labels.yaml"):
        desk.git("mv", f"annotations/{name}", f"annotations/{name.replace('port-', 'harbour-')}")
        path = desk.top / "annotations" / name.replace("port-", "harbour-")
        path.write_text(path.read_text().replace("article: port-", "article: harbour-"))
    desk.commit("Rename")
    assert len(told(run("log", "annotations/harbour-strike.txt", "--sentence", "3").out)) == 3


def test_sidecars_that_seem_exchanged_keep_their_own_history(desk: Desk, run: Run) -> None:
    """Where two were moved with their article and relabelled as the other was, their names tell them apart."""
    for number in range(1, 7):
        desk.change("alice", number, label=Label.CLAIM, note="", source="")
        desk.change("bob", number, label=Label.OPINION, note="", source="")
    desk.commit("As one, as the other")
    for number in range(1, 7):
        desk.change("alice", number, label=Label.OPINION)
        desk.change("bob", number, label=Label.CLAIM)
    for path in (desk.top / "annotations").glob("port-strike.*"):
        moved = path.with_name(path.name.replace("port-", "harbour-"))
        moved.write_text(path.read_text().replace("article: port-", "article: harbour-"))
        path.unlink()
    desk.commit("Exchange and rename")
    found = told(run("log", "annotations/harbour-strike.txt", "--sentence", "1").out)
    assert sorted(found) == [
        "As one, as the other - alice: labelled: claim",
        "As one, as the other - bob: labelled: opinion",
        "Exchange and rename - alice: relabelled: claim → opinion",
        "Exchange and rename - bob: relabelled: opinion → claim",
    ]


def test_a_rename_merged_with_labels_is_followed_on_both_sides(desk: Desk, run: Run) -> None:
    """Labels given under the old name, while a branch moved the files, are told where they were given."""
    desk.git("switch", "--quiet", "--create", "moving")
    assert run("mv", ARTICLE, "annotations/harbour.txt").code == 0
    desk.commit("Rename")
    desk.git("switch", "--quiet", "main")
    desk.change("alice", 3, label=Label.UNVERIFIED)
    desk.commit("Meanwhile")
    desk.git("merge", "--quiet", "--no-edit", "moving")
    found = told(run("log", "annotations/harbour.txt", "--sentence", "3").out)
    assert found[0] == "Meanwhile - alice: relabelled: opinion → unverified"
    assert len(found) == 4


def test_a_divided_sentence_keeps_the_history_of_the_whole(desk: Desk, run: Run) -> None:
    """Both halves tell what was said about the sentence they were."""
    before = desk.read("alice")
    whole = before.sentences[4]
    first = Record(whole.id, "Le terminal emploie 340 dockers.", Label.CLAIM)
    second = Record(RecordId("s00000000aa"), "C'est un gâchis.", Label.OPINION)
    desk.change("alice", 5, label=Label.CLAIM)
    desk.commit("Label the whole")
    records = (*before.sentences[:4], first, second, *before.sentences[5:])
    desk.write(type(before)(before.article, before.annotator, before.language, records))
    desk.path("bob").unlink()
    desk.commit("Divide")
    assert told(run("log", ARTICLE, "--sentence", "6").out) == [
        "Divide - alice: divided, relabelled: claim → claim + opinion",
        "Label the whole - alice: labelled: claim",
    ]


def test_a_colleague_s_sidecar_is_not_taken_for_an_earlier_one(desk: Desk, run: Run) -> None:
    """A second annotator's file resembles the first one's, but its history begins with itself."""
    desk.write(blank("carla"))
    desk.change("carla", 3, label=Label.CLAIM)
    desk.git("switch", "--quiet", "--create", "carla")
    desk.commit("Third labels")
    desk.git("switch", "--quiet", "main")
    desk.git("merge", "--quiet", "--no-ff", "--no-edit", "carla")
    changes = told(run("log", ARTICLE, "--sentence", "3").out)
    assert changes[0] == "Third labels - carla: labelled: claim"
    assert len(changes) == 4


def test_a_sidecar_that_was_never_committed_has_a_history_too(desk: Desk, run: Run) -> None:
    """What is in it is not committed yet."""
    desk.write(blank("carla"))
    desk.change("carla", 6, skip="question")
    assert told(run("log", ARTICLE, "--sentence", "6").out) == ["not committed yet - carla: skipped: skip (question)"]


def test_an_untouched_sentence_has_no_history(desk: Desk, run: Run) -> None:
    """That nobody labelled it is said in words."""
    assert desk.top.is_dir()
    assert run("log", ARTICLE, "--sentence", "6").out.endswith("\n\nNobody labelled it yet.\n")


def test_a_version_that_cannot_be_read_is_said_and_passed_over(desk: Desk, run: Run) -> None:
    """Conflict markers committed by mistake hide one version, not the history."""
    good = desk.path("alice").read_text()
    desk.path("alice").write_text(good + "<<<<<<< HEAD\n")
    desk.commit("Oops")
    desk.path("alice").write_text(good)
    ran = run("log", ARTICLE, "--sentence", "3")
    assert ran.code == 2
    assert len(told(ran.out)) == 3
    assert "in commit " in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((ARTICLE, "--sentence", "7"), "there is no sentence 7: the article has 6"),
        (("annotations/nowhere.txt", "--sentence", "1"), "no such file"),
    ],
)
def test_what_is_not_there_is_said(desk: Desk, run: Run, arguments: tuple[str, ...], message: str) -> None:
    """A wrong number or article ends with 2 and a plain message."""
    assert desk.top.is_dir()
    ran = run("log", *arguments)
    assert ran.code == 2
    assert message in ran.err


def test_a_shallow_clone_says_that_its_history_is_cut_off(
    prepared: Desk, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise the oldest commit there is would seem to have labelled everything."""
    prepared.git("clone", "--quiet", "--depth=1", f"file://{prepared.top}", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    told = run("log", ARTICLE, "--sentence", "3")
    assert (told.code, "Look again" in told.out) == (0, True)
    assert "this clone is shallow" in told.err
