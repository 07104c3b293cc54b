"""Labels before and after each change of the desk's own codebook, as git's history has them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from desks import Desk
from labelled import labels, sentences, write_desk

from factcheck import sidecar
from factcheck.formats.codebook_file import codebook_yaml
from factcheck.model import Label


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a desk whose codebook changed twice while two people labelled; commands run there, as alice."""
    desk = Desk(tmp_path)
    desk.git("init", "--quiet", "--initial-branch", "main")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_ANNOTATOR", "alice")

    def commit(day: str, said: dict[str | None, str]) -> None:
        monkeypatch.setenv("GIT_AUTHOR_DATE", f"{day}T12:00:00+0000")
        write_desk(tmp_path / "annotations", {"a": said})
        desk.commit(f"Work of {day}")

    commit("2026-01-10", {"alice": "cccc........", "bob": "ccoo........"})
    (tmp_path / "codebook.yaml").write_text(codebook_yaml(), encoding="utf-8")
    commit("2026-02-10", {"alice": "cccc........", "bob": "ccoo........"})
    commit("2026-02-20", {"alice": "ccccoooo....", "bob": "ccooooou...."})
    (tmp_path / "codebook.yaml").write_text(codebook_yaml() + "# changed\n", encoding="utf-8")
    commit("2026-03-10", {"alice": "ccccoooo....", "bob": "ccooooou...."})
    commit("2026-03-20", {"alice": "ccccooouuuuu", "bob": "ccooooouuuuu", None: "ccoc...uc..."})
    return desk


@pytest.mark.usefixtures("here")
def test_agreement_before_and_after(run: Callable[..., Ran]) -> None:
    """A piece belongs to the version that all its labels have seen; a label that was changed has seen the newer one."""
    found = json.loads(run("agreement", "--by", "codebook", "--format", "json").out)["groups"]
    assert [(one["group"][:14], one["pieces"], one["percent"]["value"]) for one in found] == [
        ("000", 4, 0.5),
        ("001 2026-02-10", 4, 1.0),
        ("002 2026-03-10", 4, 1.0),
    ]
    text = run("agreement", "--by", "codebook").out
    assert "before any change" in text
    assert "since 2026-03-10" in text


@pytest.mark.usefixtures("here")
def test_feedback_before_and_after(run: Callable[..., Ran]) -> None:
    """By what my own labels have seen."""
    found = json.loads(run("feedback", "--by", "codebook", "--format", "json").out)
    assert [(name[:3], one["decided"], one["stood"]) for name, one in found] == [("000", 4, 3), ("002", 2, 1)]
    assert "before any change" in run("feedback", "--by", "codebook").out


def test_annotate_walks_what_is_older(here: Desk, run: Callable[..., Ran]) -> None:
    """Only labels that nobody has touched since; a note is enough, in whatever name the files have now."""
    here.git("mv", "annotations", "articles")
    here.commit("Call it otherwise")
    told = run("annotate", "articles/a.txt", "--only", "before-codebook", "--keys", "q").out
    assert told.startswith("1 of 12")
    path = here.top / "articles" / "a.alice.labels.yaml"
    before = sidecar.read(path.read_bytes(), "a").sidecar
    noted = tuple(record._replace(note="still so") if record.label else record for record in before.sentences)
    path.write_bytes(sidecar.write(before._replace(sentences=noted)))
    assert "nothing to label" in run("annotate", "articles/a.txt", "--only", "before-codebook", "--keys", "q").out


def test_check_asks_only_where_it_is_told_to(here: Desk, run: Callable[..., Ran]) -> None:
    """FC108 is off until a severity switches it on; then it names what nobody has touched since the last change."""
    assert "FC108" not in run("check").out
    assert run("check", "--severity", "before-codebook=warning").out.count("FC108 warning") == 7 + 8
    (here.top / "factcheck.yaml").write_text("severity:\n  FC108: error\n", encoding="utf-8")
    assert run("check").code == 1
    assert "FC108 before-codebook (off)" in run("explain", "FC108").out


def test_without_a_codebook_all_is_before_any_change(
    tmp_path: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is one group, and nothing is older than what never changed; without git it is said that there is none."""
    write_desk(tmp_path / "annotations", {"a": {"alice": "cco", "bob": "cco"}})
    monkeypatch.chdir(tmp_path)
    assert run("agreement", "--by", "codebook").code == 2
    desk = Desk(tmp_path)
    desk.git("init", "--quiet")
    desk.commit("Label")
    found = json.loads(run("agreement", "--by", "codebook", "--format", "json").out)["groups"]
    assert [one["group"] for one in found] == ["000"]
    keys = ("--annotator", "alice", "--only", "before-codebook", "--keys", "q")
    assert "nothing to label" in run("annotate", "annotations/a.txt", *keys).out


def test_a_label_is_what_is_said(here: Desk) -> None:
    """Nothing of it is stamped into sidecars."""
    assert here.top.is_dir()
    path = Path("annotations/a.alice.labels.yaml")
    expected = labels("alice", sentences(12), "ccccooouuuuu")
    assert sidecar.read(path.read_bytes(), "a").sidecar == expected
    assert expected.sentences[0].label is Label.CLAIM
