"""`factcheck diff` in real repositories."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from desks import Desk, blank, new_desk

from factcheck.model import Label

Run = Callable[..., Ran]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a desk on which Alice labelled two sentences and Bob one, on a branch of his."""
    desk = new_desk(tmp_path_factory.mktemp("prepared") / "desk")
    desk.change("alice", 1, label=Label.CLAIM)
    desk.change("alice", 3, label=Label.CLAIM)
    desk.commit("Label two sentences")
    desk.git("switch", "--quiet", "--create", "bob")
    desk.change("bob", 3, label=Label.UNVERIFIED, note="vague")
    desk.commit("Label one")
    desk.git("switch", "--quiet", "main")
    desk.change("alice", 4, label=Label.OPINION)
    desk.commit("Label one more")
    return desk


def test_without_a_revision_it_tells_what_is_not_committed(desk: Desk, run: Run) -> None:
    """The work tree is compared with HEAD, new files included."""
    desk.change("alice", 3, label=Label.UNVERIFIED)
    desk.write(blank("carla"))
    desk.change("carla", 6, skip="question")
    assert run("diff") == Ran(
        0,
        """\
annotations/port-strike.txt
  alice
    3 relabelled: claim → unverified
      Les observateurs estiment que le maire a perdu la main.
  carla
    6 skipped: skip (question)
      Qui paiera ?

2 sentences in 1 article: 1 relabelled, 1 skipped
""",
        "",
    )


def test_an_article_is_told_of_once_whatever_others_are_called(desk: Desk, run: Run) -> None:
    """`a.txt` and `a.b.txt` both have sidecars, whose names are one between the other."""
    sidecar = (desk.top / "annotations" / "port-strike.alice.labels.yaml").read_text()
    for article in ("a.txt", "a.b.txt"):
        (desk.top / "annotations" / article).write_bytes((desk.top / "annotations" / "port-strike.txt").read_bytes())
        for annotator in ("alice", "bob", "carla"):
            own = sidecar.replace("port-strike.txt", article).replace("annotator: alice", f"annotator: {annotator}")
            path = desk.top / "annotations" / f"{article.removesuffix('.txt')}.{annotator}.labels.yaml"
            path.write_text(own.replace("\n  label:\n", "\n  label: claim\n"))
    told = run("diff")
    lines = told.out.splitlines()
    assert [line for line in lines if line.endswith(".txt")] == ["annotations/a.b.txt", "annotations/a.txt"]
    assert " in 2 articles: " in lines[-1]


@pytest.mark.parametrize(
    ("revisions", "expected"),
    [
        ("HEAD~1", {"alice": ["labelled"]}),
        ("HEAD~2..HEAD~1", {"alice": ["labelled", "labelled"]}),
        ("HEAD~1..", {"alice": ["labelled"]}),
        ("main..bob", {"alice": ["cleared"], "bob": ["labelled", "note"]}),
        ("main...bob", {"bob": ["labelled", "note"]}),
        ("bob...", {"alice": ["labelled"]}),
        ("HEAD..", {}),
    ],
)
def test_revisions_are_git_s(desk: Desk, run: Run, revisions: str, expected: dict[str, list[str]]) -> None:
    """One revision, two dots and three dots mean what they mean to git."""
    assert desk.git("status", "--short") == ""
    told = json.loads(run("diff", revisions, "--format", "json").out)
    found = {file["annotator"]: [k for change in file["changes"] for k in change["kinds"]] for file in told["files"]}
    assert found == expected


@pytest.mark.parametrize(
    ("paths", "annotators"),
    [
        (["annotations"], ["alice", "bob"]),
        (["annotations/port-strike.txt"], ["alice", "bob"]),
        (["annotations/port-strike.bob.labels.yaml"], ["bob"]),
        (["annotations/other.txt"], []),
        (["."], ["alice", "bob"]),
    ],
)
def test_paths_limit_what_is_told(desk: Desk, run: Run, paths: list[str], annotators: list[str]) -> None:
    """An article stands for its sidecars, a folder for all below; paths count from where one is."""
    desk.change("alice", 6, label=Label.OPINION)
    desk.change("bob", 6, label=Label.OPINION)
    told = json.loads(run("diff", "HEAD", *paths, "--format", "json").out)
    assert [file["annotator"] for file in told["files"]] == annotators


def test_paths_count_from_the_current_folder(desk: Desk, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder below the top, its files are named as they are there."""
    desk.change("alice", 6, label=Label.OPINION)
    monkeypatch.chdir(desk.top / "annotations")
    assert "6 labelled" in run("diff", "port-strike.txt").out
    assert "6 labelled" in run("diff", "HEAD", "..").out


def test_a_moved_article_tells_only_what_changed(desk: Desk, run: Run) -> None:
    """A renamed sidecar is compared with what it was."""
    desk.git("mv", "annotations/port-strike.alice.labels.yaml", "annotations/strike.alice.labels.yaml")
    assert run("diff").out == "No label changed.\n"
    assert run("diff", "--format", "markdown").out == "**No label changed.**\n"


def test_a_removed_sidecar_tells_the_labels_that_are_gone(desk: Desk, run: Run) -> None:
    """Labels lost with their file are told one by one."""
    desk.path("alice").unlink()
    assert run("diff").out.endswith("3 sentences in 1 article: 3 gone\n")


def test_a_sidecar_that_cannot_be_read_is_said_and_the_rest_told(desk: Desk, run: Run) -> None:
    """One broken file never hides the changes in the others."""
    desk.path("alice").write_text("labels: none\n")
    desk.change("bob", 6, label=Label.OPINION)
    ran = run("diff")
    assert ran.code == 2
    assert "bob\n    6 labelled: opinion" in ran.out
    assert "port-strike.alice.labels.yaml:1:" in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "neither a revision nor a file: 'nowhere'"),
        (["main..nowhere"], "git knows no revision 'nowhere'"),
        (["--", "-x"], "neither a revision nor a file: '-x'"),
        (["HEAD", "/"], "outside this repository"),
    ],
)
def test_what_git_does_not_know_is_said(desk: Desk, run: Run, arguments: list[str], message: str) -> None:
    """A mistyped revision or path ends with 2 and a plain message."""
    assert desk.top.is_dir()
    ran = run("diff", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_outside_a_repository_it_says_so(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git's memory there is nothing to compare."""
    monkeypatch.chdir(tmp_path)
    ran = run("diff")
    assert ran.code == 2
    assert "not in a git repository" in ran.err


def test_names_with_odd_bytes_survive(desk: Desk, run: Run) -> None:
    """A folder whose name has a quote, a line break and a byte that is no UTF-8 is compared and shown safely."""
    folder = desk.top / b'a "b"\n\xff'.decode(errors="surrogateescape")
    folder.mkdir()
    desk.git("mv", "annotations/port-strike.alice.labels.yaml", f"{folder}/port-strike.alice.labels.yaml")
    desk.write(blank("alice"))
    (desk.path("alice")).rename(folder / "port-strike.alice.labels.yaml")
    ran = run("diff", "HEAD")
    assert 'a "b"<U+000A><U+DCFF>/port-strike.txt\n  alice (was annotations/port-strike.alice.labels.yaml)' in ran.out
    assert json.loads(run("diff", "HEAD", "--format", "json").out)["files"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look into everything")
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_labels_that_may_not_be_looked_at_are_not_gone(desk: Desk, run: Run, form: str) -> None:
    """Git takes a closed folder for an empty one; what is really gone is told as before."""
    desk.path("alice").parent.chmod(0)
    ran = run("diff", "--format", form)
    desk.path("alice").parent.chmod(0o755)
    assert (ran.code, ran.out) == (2, "")
    assert "port-strike.alice.labels.yaml: not readable: permission denied" in ran.err
    shutil.rmtree(desk.path("alice").parent)
    ran = run("diff", "--format", form)
    assert (ran.code, "gone" in ran.out) == (0, True)
