"""A server that refuses a push: real bare repositories, real hooks, real pushes."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from desks import Desk, new_desk

from benchmarks.desk_merges import imported
from benchmarks.desk_scenarios import drawn
from factcheck.formats.codebook_file import codebook_yaml
from factcheck.model import Label

Run = Callable[..., Ran]
ROOT = Path(__file__).resolve().parent.parent


def hook_of_the_docs() -> str:
    """Return the hook that docs/ci.md shows, with the program as it is run here."""
    page = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    found = re.search(r"`hooks/update`.*?```sh\n(.*?)```", page, re.DOTALL)
    assert found
    assert "exec factcheck check" in found[1]
    return found[1].replace("exec factcheck ", f"PYTHONPATH='{ROOT}' exec '{sys.executable}' -m factcheck ")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a desk in order, with everything labelled, that pushes to a bare repository with the hook."""
    desk = new_desk(tmp_path / "clone")
    for who in ("alice", "bob"):
        for number in range(1, 7):
            desk.change(who, number, label=Label.CLAIM)
    desk.commit("Label")
    server = tmp_path / "server.git"
    desk.git("init", "--quiet", "--bare", "--initial-branch", "main", str(server))
    hook = server / "hooks/update"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(hook_of_the_docs())
    hook.chmod(0o755)
    desk.git("remote", "add", "origin", str(server))
    return desk


def push(desk: Desk, *words: str) -> tuple[int, str]:
    """Push as git does, and return its exit code and what it said."""
    command = ["git", "push", "origin", *words]
    done = subprocess.run(command, cwd=desk.top, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_a_push_is_refused_while_something_is_wrong_in_it(desk: Desk) -> None:
    """The first push is checked whole, the next ones as far as they change something, merges included; why is said."""
    code, told = push(desk, "main")
    assert code == 0, told
    for who in ("alice", "bob"):
        desk.change(who, 2, label=None)
    desk.commit("Take a label off")
    code, told = push(desk, "main")
    assert code == 1
    assert "remote: annotations/port-strike.alice.labels.yaml:14:3: FC101 no label yet" in told
    assert "hook declined" in told
    desk.change("alice", 2, label=Label.OPINION)
    desk.commit("Put another there")
    code, told = push(desk, "main")
    assert code == 0, told
    desk.git("checkout", "--quiet", "-b", "side")
    (desk.top / "README").write_text("Nothing of ours.\n")
    desk.commit("Beside")
    assert push(desk, "side")[0] == 0
    assert push(desk, "--delete", "side")[0] == 0
    desk.git("rm", "--quiet", "annotations/port-strike.bob.labels.yaml", "annotations/port-strike.alice.labels.yaml")
    desk.commit("Remove")
    code, told = push(desk, "side:main")
    assert "annotations/port-strike.txt:1:1: FC501" in told
    assert code == 1


def test_a_push_of_a_merge_that_mixed_two_peoples_labels_is_refused(desk: Desk) -> None:
    """As plain git makes it where an article was moved on one side."""
    for number in range(1, 7):
        desk.change("alice", number, label=None)
        desk.change("bob", number, label=None)
    (desk.top / "factcheck.yaml").write_text("severity:\n  FC101: ignore\n")
    desk.commit("Begin anew")
    assert push(desk, "main")[0] == 0
    desk.git("branch", "newsroom")
    desk.change("alice", 1, label=Label.CLAIM)
    desk.change("alice", 2, label=Label.OPINION)
    desk.commit("On the laptop")
    desk.git("checkout", "--quiet", "newsroom")
    for number in (3, 4, 5):
        desk.change("alice", number, label=Label.CLAIM)
    for name in ("txt", "alice.labels.yaml", "bob.labels.yaml"):
        desk.git("mv", f"annotations/port-strike.{name}", f"annotations/port.{name}")
    for who in ("alice", "bob"):
        path = desk.path(who, "port")
        path.write_text(path.read_text().replace("article: port-strike.txt", "article: port.txt"))
    desk.commit("In the newsroom")
    desk.git("checkout", "--quiet", "main")
    desk.git("merge", "--quiet", "newsroom")
    (desk.top / "later").write_text("Later.\n")
    desk.commit("Later")
    for branch in ("main", "main:new"):
        code, told = push(desk, branch)
        assert code == 1
        assert told.count("FC601") == told.count("FC602") == 2, told


def test_a_push_of_a_merge_that_git_settled_for_both_is_refused(desk: Desk, tmp_path: Path) -> None:
    """What git alone makes of the two is found out while the commits are in quarantine."""
    made = Desk(tmp_path / "made")
    imported(made.top, [drawn("labels cleared, and moved", 855)])
    made.git("checkout", "--quiet", "ours0")
    made.git("merge", "--quiet", "--no-edit", "theirs0")
    made.git("remote", "add", "origin", desk.git("remote", "get-url", "origin").strip())
    told = push(made, "ours0")[1]
    assert told.count("FC602") == 1, told
    assert "could not be read" not in told


@pytest.mark.parametrize("named", [True, False])
def test_a_bare_repository_is_compared_and_checked(
    desk: Desk, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, named: bool
) -> None:
    """Named by GIT_DIR or as the folder one is in, `diff` and `check` see what a clone sees."""
    for who in ("alice", "bob"):
        desk.change(who, 1, label=Label.OPINION)
    desk.commit("Change")
    bare = tmp_path / "bare.git"
    desk.git("clone", "--quiet", "--bare", str(desk.top), str(bare))
    monkeypatch.chdir(desk.top)
    monkeypatch.setenv("NO_COLOR", "1")
    asked = (("diff", "HEAD~1..HEAD"), ("check", "--revision", "HEAD"), ("check", "--revision", "HEAD~1"))
    one = ("diff", "HEAD~1..HEAD", "annotations/port-strike.bob.labels.yaml")
    told = [run(*words) for words in (*asked, one)]
    assert "opinion" in told[0].out
    assert all(ran.code == 0 for ran in told), told
    if named:
        monkeypatch.setenv("GIT_DIR", str(bare))
        monkeypatch.chdir(tmp_path)
    else:
        monkeypatch.chdir(bare)
    assert [
        run(*words) for words in (*asked, ("diff", "HEAD~1..HEAD", "annotations/port-strike.bob.labels.yaml"))
    ] == told


def test_what_looks_like_a_repository_in_a_clone_is_none(desk: Desk, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pull request may hold such a folder: it is the clone that is asked."""
    desk.git("init", "--quiet", "--bare", "annotations/evil.git")
    desk.change("alice", 1, label=Label.OPINION)
    monkeypatch.chdir(desk.top / "annotations/evil.git")
    assert "1 relabelled" in run("diff").out
    assert run("check", "--revision", "HEAD", "..").out == "3 files checked, nothing found\n"


def test_what_a_bare_repository_names_is_not_run(
    desk: Desk, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked for its history, it is only read: it may have come in an archive."""
    bare = Desk(tmp_path / "evil.git")
    desk.git("clone", "--quiet", "--bare", str(desk.top), str(bare.top))
    canary = f"touch '{tmp_path / 'canary'}'"
    for key in ("core.fsmonitor", "core.pager", "diff.external", "core.sshCommand", "core.alternateRefsCommand"):
        bare.git("config", key, canary)
    bare.git("config", "core.hooksPath", str(tmp_path))
    monkeypatch.chdir(bare.top)
    assert "6 labelled" in run("diff", "HEAD~1..HEAD").out
    assert run("check", "--revision", "HEAD").code == 0
    assert run("check").out == "0 files checked, nothing found\n", "a folder like any other"
    assert not (tmp_path / "canary").exists()


def test_a_commit_is_checked_as_it_is_whatever_lies_in_the_folder(
    desk: Desk, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings, folders and files are the commit's; one path, one folder, or what changed since another commit."""
    monkeypatch.chdir(desk.top)
    for who in ("alice", "bob"):
        desk.change(who, 3, label=None)
    (desk.top / "factcheck.yaml").write_text("severity:\n  FC101: ignore\n")
    assert run("check", "--revision", "HEAD").code == 0
    desk.commit("Change")
    assert run("check", "--revision", "HEAD").code == 0, "its own settings say so"
    (desk.top / "factcheck.yaml").write_text("severity:\n  FC101: error\n")
    desk.commit("Change again")
    desk.git("rm", "--quiet", "-r", "annotations")
    assert "FC101" in run("check", "--revision", "HEAD", "annotations").out
    assert "FC101" in run("check", "--revision", "HEAD", "--changed-since", "HEAD~1").out, "settings hold for all"
    assert run("check", "--revision", "HEAD", "annotations/port-strike.bob.labels.yaml").code == 1
    assert run("check", "--revision", "HEAD~2", "--changed-since", "HEAD~2", "--fail-on-nothing").code == 2
    assert run("check", "--revision", "nowhere").code == 2
    assert run("check", "--revision", "HEAD", "nowhere.txt").code == 2
    assert run("check", "--revision", "HEAD", "--staged").code == 2


def test_a_commit_is_held_to_the_codebook_that_it_knows(
    desk: Desk, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither what is checked out nor a repository without files changes what is older than the codebook."""
    (desk.top / "codebook.yaml").write_text(codebook_yaml(), encoding="utf-8")
    (desk.top / "factcheck.yaml").write_text("severity:\n  FC108: error\n")
    desk.commit("Write a codebook")
    bare = tmp_path / "bare.git"
    desk.git("clone", "--quiet", "--bare", str(desk.top), str(bare))
    desk.git("checkout", "--quiet", "HEAD~1")
    (desk.top / "factcheck.yaml").write_text("severity:\n  FC108: error\n")
    for folder in (desk.top, bare):
        monkeypatch.chdir(folder)
        assert run("check", "--revision", "main").out.count("FC108 older than") == 12
        assert run("check", "--revision", "main~1", "--severity", "FC108=error").code == 0
    monkeypatch.chdir(desk.top)
    assert run("check").code == run("check", "--staged").code == 0


def test_a_commit_is_checked_from_any_folder(desk: Desk, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are told from there, as those of files are."""
    for who in ("alice", "bob"):
        desk.change(who, 2, label=None)
    desk.commit("Change")
    monkeypatch.chdir(desk.top / "annotations")
    told = run("check", ".")
    assert "\nport-strike.alice.labels.yaml:14:3: FC101" in f"\n{told.out}"
    assert run("check", "--revision", "HEAD") == run("check", "--revision", "HEAD", ".") == told


def test_what_is_replaced_is_checked_as_it_was_committed(desk: Desk, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anybody who may push may push `refs/replace/`, which have git show something else in place of a commit."""
    for who in ("alice", "bob"):
        desk.change(who, 2, label=None)
    desk.commit("Take a label off")
    desk.git("replace", "HEAD", "HEAD~1")
    desk.git("reset", "--quiet", "--hard")
    monkeypatch.chdir(desk.top)
    assert run("check").code == 0
    assert "FC101" in run("check", "--revision", "HEAD").out


@pytest.mark.parametrize("depth", [1, 2])
def test_a_merge_without_its_history_is_not_passed_unseen(
    desk: Desk, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, depth: int
) -> None:
    """Asked for commits, `check` ends with 2; asked for the files here, it checks them and says what it did not see."""
    desk.git("checkout", "--quiet", "-b", "side")
    for branch, name in (("side", "one"), ("main", "other")):
        desk.git("checkout", "--quiet", branch)
        (desk.top / name).write_text("Beside.\n")
        desk.commit("Beside")
    desk.git("merge", "--quiet", "--no-edit", "side")
    clone = tmp_path / "shallow"
    desk.git("clone", "--quiet", "--depth", str(depth), f"file://{desk.top}", str(clone))
    monkeypatch.chdir(clone)
    asked = ["check", "--revision", "HEAD"]
    told = run(*asked)
    assert told.code == 2
    assert "cannot be looked at: its history is not in this clone" in told.err
    assert "git fetch --unshallow" in told.err
    here = run("check")
    assert (here.code, here.out) == (0, "3 files checked, nothing found\n")
    assert here.err == told.err.replace("factcheck: ", "factcheck: merges are not looked at: ", 1)
    if depth > 1:
        assert run("check", "--changed-since", "HEAD^1").code == 2
    monkeypatch.chdir(desk.top)
    assert (run(*asked).code, run("check").err) == (0, "")
