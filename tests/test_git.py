"""The only runner of git: names that survive, an environment of its own, and clear words where git cannot help."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import commands
import pytest
from conftest import ROOT, Ran
from desks import Desk, copies, new_desk
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.io.git import contents, staging, versions
from factcheck.io.git.installation import RULE, WANTED, lines_for, with_rule, without_rule
from factcheck.io.git.repository import attributes, repository, setting, toplevel, user_name
from factcheck.io.git.runner import run
from factcheck.model import Label

#: Spaces, quotes, a line break, an option, a glob, accents, and bytes that are no UTF-8.
ODD_NAMES = [
    "a b.txt",
    'it\'s "it".txt',
    "two\nlines.txt",
    "-n",
    "*.txt",
    "é.txt",
    os.fsdecode(b"caf\xe9.txt"),
    "tab\t.txt",
]
SIDECAR = "annotations/port-strike.alice.labels.yaml"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Make the desk that every test copies: a commit, and a branch `topic` that left it."""
    desk = new_desk(tmp_path_factory.mktemp("prepared") / "desk")
    for name in ODD_NAMES:
        (desk.top / name).write_text("1\n2\n3\n4\n", encoding="utf-8")
    desk.commit("Odd names")
    return desk


def test_odd_names_survive(desk: Desk) -> None:
    """Every name comes out of git as it went in: tracked, shown, changed, untracked, staged."""
    assert set(ODD_NAMES) <= set(contents.tracked(desk.top))
    assert contents.files(desk.top, "HEAD").keys() >= set(ODD_NAMES)
    for name in ODD_NAMES:
        assert contents.file_at(desk.top, "HEAD", name) == b"1\n2\n3\n4\n"
        assert contents.file_at(desk.top, "", name) == b"1\n2\n3\n4\n"
        assert [version.commit.path for version in versions.versions(desk.top, name)] == [name]
        (desk.top / name).write_text("changed\n", encoding="utf-8")
        (desk.top / f"new {name}").write_text("", encoding="utf-8")
    changes = contents.changed_files(desk.top, "HEAD")
    assert {c.path for c in changes if c.status == "M"} == set(ODD_NAMES)
    assert {c.path for c in changes if c.status == "?"} == {f"new {name}" for name in ODD_NAMES}
    desk.git("add", "--all")
    assert {c.path for c in contents.staged(desk.top) if c.status == "M"} == set(ODD_NAMES)


def test_the_top_folder_may_hold_a_line_break(tmp_path: Path) -> None:
    """The name of the work tree comes back whole."""
    desk = new_desk(tmp_path / 'two\nlines "and" it\'s')
    assert repository(desk.top / "annotations").top == desk.top
    assert toplevel(desk.top / "annotations") == desk.top


def test_another_repositorys_environment_is_not_ours(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a hook of some repository git still looks at the folder it is asked about."""
    other = new_desk(tmp_path / "other")
    for name, value in (("GIT_DIR", ".git"), ("GIT_WORK_TREE", "."), ("GIT_PREFIX", "x/")):
        monkeypatch.setenv(name, str(other.top / value))
    assert repository(desk.top).top == desk.top
    assert set(ODD_NAMES) <= set(contents.tracked(desk.top))


def test_what_a_revision_does_not_have_is_none(desk: Desk) -> None:
    """A missing file is None; a folder is no file; a missing revision is an error."""
    assert contents.file_at(desk.top, "HEAD", "nothing.txt") is None
    assert contents.file_at(desk.top, "HEAD", "annotations") is None
    assert contents.file_at(desk.top, "", "annotations") is None
    for revision in ("nothing", "--help", "HEAD:annotations"):
        with pytest.raises(FactcheckError, match="git knows no revision"):
            contents.file_at(desk.top, revision, "a b.txt")


@pytest.mark.parametrize(
    "words",
    ["report -o site --history", "diff", "check --changed-since HEAD", "check --revision main", "agreement --by month"],
)
def test_before_the_first_commit_it_is_said_that_there_is_none(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever asks for a revision says that nothing is committed yet, and what to do."""
    shutil.copytree(ROOT / "annotations", tmp_path / "annotations")
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "-q"], check=True)
    told = commands.run(*words.split())
    assert told.code == 2
    assert "nothing is committed here yet" in told.err
    assert "git add, then git commit" in told.err


def test_what_changed_since_a_branch_left_does_not_hold_what_others_did(desk: Desk) -> None:
    """Changes are counted from the merge base to the work tree, untracked files included."""
    desk.git("checkout", "--quiet", "-b", "topic")
    desk.change("alice", 1, label=Label.CLAIM)
    desk.commit("Label")
    desk.git("checkout", "--quiet", "main")
    desk.change("bob", 1, label=Label.CLAIM)
    desk.commit("Another")
    desk.git("checkout", "--quiet", "topic")
    (desk.top / "new.txt").write_text("", encoding="utf-8")
    found = contents.changed_since(desk.top, "main")
    assert found == (SIDECAR, "new.txt")


def test_renames_are_followed(desk: Desk) -> None:
    """A renamed file is one change with two names, and its history goes on under the old one."""
    staging.rename_tracked(desk.top, SIDECAR, "annotations/strike of the port.alice.labels.yaml")
    (change,) = contents.staged(desk.top)
    assert (change.status, change.old_path, change.path) == (
        "R",
        SIDECAR,
        "annotations/strike of the port.alice.labels.yaml",
    )
    desk.commit("Rename")
    assert [version.commit.path for version in versions.versions(desk.top, change.path)] == [change.path, SIDECAR]
    (between,) = contents.changed_files(desk.top, "HEAD~1", "HEAD")
    assert (between.old_path, between.path) == (change.old_path, change.path)


def test_the_history_holds_merges_and_odd_subjects(desk: Desk) -> None:
    """A merge that settles a conflict counts as a commit, once; a subject may hold anything."""
    desk.git("checkout", "--quiet", "-b", "topic")
    desk.change("alice", 1, label=Label.CLAIM)
    desk.commit("A\x01b\tc")
    desk.git("checkout", "--quiet", "main")
    desk.change("alice", 1, label=Label.OPINION)
    desk.commit("Ours")
    desk.git("merge", "topic", code=1)
    desk.git("checkout", "--ours", SIDECAR)
    desk.change("alice", 1, label=Label.SOURCED)
    merge = desk.commit("Settle")
    commits = [version.commit for version in versions.versions(desk.top, SIDECAR)]
    assert [c.id for c in commits].count(merge) == 1
    assert {c.subject for c in commits} >= {"Settle", "Ours", "A\x01b\tc", "Open the article"}


def test_a_conflict_has_three_versions(desk: Desk) -> None:
    """The stages of the index are told by name; a side without the file has none."""
    desk.git("checkout", "--quiet", "-b", "topic")
    (desk.top / "a b.txt").unlink()
    desk.change("alice", 1, label=Label.CLAIM)
    desk.commit("Theirs")
    desk.git("checkout", "--quiet", "main")
    (desk.top / "a b.txt").write_text("other\n", encoding="utf-8")
    desk.change("alice", 1, label=Label.OPINION)
    desk.commit("Ours")
    desk.git("merge", "topic", code=1)
    conflicts = {conflict.path: conflict for conflict in contents.unmerged(desk.top)}
    assert conflicts["a b.txt"].theirs is None
    sides = conflicts[SIDECAR]
    held = contents.blobs(desk.top, [side for side in (sides.base, sides.ours, sides.theirs) if side])
    assert [b"label: opinion" in data for data in held.values()] == [False, True, False]
    assert contents.file_at(desk.top, "", SIDECAR) is None


def test_before_the_first_commit_everything_staged_is_new(tmp_path: Path) -> None:
    """An unborn branch is compared with nothing at all."""
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    run(["add", "a.txt"], tmp_path)
    assert [(c.status, c.path) for c in contents.staged(tmp_path)] == [("A", "a.txt")]


def test_a_shallow_clone_says_how_to_get_the_rest(desk: Desk, tmp_path: Path) -> None:
    """What the clone does not have is named, with the command that brings it."""
    desk.git("checkout", "--quiet", "-b", "topic", "HEAD~1")
    desk.change("alice", 1, label=Label.CLAIM)
    desk.commit("Label")
    clone = tmp_path / "clone"
    address = f"file://{desk.top}"
    desk.git("clone", "--quiet", "--depth", "1", "--no-single-branch", "--branch", "topic", address, str(clone))
    assert repository(clone).shallow
    for ask in (lambda: contents.changed_since(clone, "origin/main"), lambda: contents.commit_id(clone, "HEAD~1")):
        with pytest.raises(FactcheckError) as error:
            ask()
        assert "git fetch --unshallow" in error.value.hint


def test_a_bare_repository_has_no_work_tree(desk: Desk, tmp_path: Path) -> None:
    """It is told apart from no repository at all."""
    bare = tmp_path / "bare.git"
    desk.git("clone", "--quiet", "--bare", str(desk.top), str(bare))
    with pytest.raises(FactcheckError, match="no work tree here: a bare repository"):
        repository(bare)
    with pytest.raises(FactcheckError, match="not in a git repository"):
        repository(tmp_path)
    assert toplevel(bare) is None
    assert toplevel(tmp_path) is None


def test_without_git_there_is_a_clear_error(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What can do without git does; the rest says that it is missing."""
    monkeypatch.setenv("PATH", "/nowhere")
    assert toplevel(desk.top) is None
    assert user_name(desk.top) == ""
    with pytest.raises(FactcheckError, match="git is not installed"):
        repository(desk.top)
    with pytest.raises(FactcheckError, match="no such folder"):
        run(["status"], desk.top / "nowhere")


def test_the_users_name_is_gits(desk: Desk) -> None:
    """`user.name` counts as it does for git: the repository's before the user's, empty without any."""
    assert user_name(desk.top) == ""
    desk.git("config", "--global", "user.name", "Zoé d'Arc")
    assert user_name(desk.top) == "Zoé d'Arc"
    desk.git("config", "user.name", "two\nlines")
    assert user_name(desk.top) == "two\nlines"


ATTRIBUTE_FILES = st.none() | st.lists(
    st.sampled_from([b"*.png binary", b"", b"# mine", b"*.labels.yaml -merge", b"\r", RULE, b"*.txt text\r"]),
    max_size=4,
).flatmap(lambda lines: st.sampled_from([b"\n".join(lines), b"\n".join([*lines, b""])]))


@given(ATTRIBUTE_FILES)
def test_what_install_writes_uninstall_takes_out_exactly(before: bytes | None) -> None:
    """Attribute files are byte for byte as they were, and installing twice is installing once."""
    lines = lines_for(["annotations/", "*.txt"])
    after = with_rule(before, lines)
    assert RULE in after.splitlines()
    assert with_rule(after, lines) == after
    if before is None or RULE not in before.splitlines():
        assert with_rule(after, lines_for([])) == with_rule(before, lines_for([])), "other settings, other lines"
    assert without_rule(after) == before


def snapshot(top: Path) -> dict[str, bytes]:
    """Return the files that installing may touch."""
    names = (".git/config", ".gitattributes", ".git/info/attributes", ".git/info/exclude")
    return {name: (top / name).read_bytes() for name in names if (top / name).exists()}


def test_install_and_uninstall_leave_no_trace(
    desk: Desk, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything else in git's files stays; a second install finds nothing to do."""
    monkeypatch.chdir(desk.top / "annotations")
    (desk.top / ".gitattributes").write_bytes(b"*.png binary\n*.labels.yaml merge=union")
    desk.git("config", "diff.other.textconv", "cat")
    before = snapshot(desk.top)
    assert run("git", "install", "--textconv").code == 0
    assert attributes(desk.top, [SIDECAR], tuple(WANTED))[SIDECAR] == WANTED
    installed = snapshot(desk.top)
    assert "nothing to do" in run("git", "install", "--textconv").out
    desk.git("check-ignore", ".a.alice.labels.yaml.12.factcheck-tmp")
    assert snapshot(desk.top) == installed
    assert run("git", "status").code == 0
    assert run("git", "uninstall").code == 0
    assert snapshot(desk.top) == before
    assert "nothing to uninstall" in run("git", "uninstall").out
    assert run("git", "status").code == 1


def test_another_rule_that_wins_is_named(desk: Desk, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """Installing looks at real sidecars, and says which ones git treats otherwise."""
    monkeypatch.chdir(desk.top)
    assert run("git", "install").code == 0
    with (desk.top / ".git/info/attributes").open("ab") as file:
        file.write(b"*.alice.labels.yaml merge=ours\n")
    done = run("git", "status")
    assert done.code == 1
    assert SIDECAR in done.err
    assert "bob" not in done.err


@pytest.mark.parametrize("said", ["merge=union", "filter=lfs diff=lfs merge=lfs -text"])
def test_what_other_clones_and_forges_go_by_is_looked_at(
    desk: Desk, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    """Our own rule hides a committed one here only: union and LFS are named although all is installed."""
    monkeypatch.chdir(desk.top)
    (desk.top / "annotations/.gitattributes").write_text(f"*.alice.labels.yaml {said}\n")
    run("git", "install")
    done = run("git", "status")
    assert done.code == 1
    assert f"{SIDECAR}: the committed attributes say {said.partition(' ')[0]}: " in done.err
    assert "bob" not in done.err


def test_articles_are_the_same_bytes_in_every_clone(
    desk: Desk, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clone with core.autocrlf has the article's own line ends, and sidecars keep theirs."""
    monkeypatch.chdir(desk.top)
    run("git", "install")
    desk.commit("Install")
    desk.git("-c", "core.autocrlf=true", "clone", "--quiet", "-c", "core.autocrlf=true", ".", "clone")
    for name in ("port-strike.txt", "port-strike.alice.labels.yaml"):
        held = desk.top / "annotations" / name
        assert (desk.top / "clone/annotations" / name).read_bytes() == held.read_bytes()


def test_a_driver_that_moved_is_noticed(desk: Desk, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """The status says so when the program is no longer where git will look for it."""
    monkeypatch.chdir(desk.top)
    run("git", "install")
    desk.git("config", "merge.factcheck.driver", "'/no where/factcheck' merge-driver")
    done = run("git", "status")
    assert done.code == 1
    assert "/no where/factcheck" in done.out


def test_a_percent_sign_in_the_programs_path_is_no_placeholder(
    desk: Desk, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The path stands doubled in git's setting, and the status looks for the program where it is."""
    program = tmp_path / "50% off" / "factcheck"
    program.parent.mkdir()
    program.symlink_to("/bin/true")
    monkeypatch.chdir(desk.top)
    run("git", "install")
    desk.git("config", "merge.factcheck.driver", f"'{program}' merge-driver".replace("%", "%%"))
    assert "the merge driver is in place" in run("git", "status").out


def test_it_can_be_installed_for_all_repositories(
    desk: Desk, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, hermetic: Path
) -> None:
    """With --global, the user's own settings and attributes serve every repository, and nothing is left behind."""
    monkeypatch.chdir(desk.top)
    before = snapshot(desk.top)
    assert run("git", "install", "--global").code == 0
    assert snapshot(desk.top) == before
    assert attributes(desk.top, [SIDECAR], tuple(WANTED))[SIDECAR] == WANTED
    assert setting(desk.top, "merge.factcheck.driver")
    assert run("git", "uninstall", "--global").code == 0
    assert not setting(desk.top, "merge.factcheck.driver")
    assert not (hermetic / "config/git/attributes").exists()


def test_gits_own_words_come_through(desk: Desk) -> None:
    """A failing command is told with git's reason."""
    with pytest.raises(FactcheckError, match=r"git mv: bad source"):
        staging.rename_tracked(desk.top, "nothing", "other")


@pytest.mark.parametrize("relative", [True, False])
def test_a_repository_and_a_work_tree_that_the_environment_names(
    prepared: Desk, tmp_path: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, *, relative: bool
) -> None:
    """As `git --git-dir=X --work-tree=Y` and its hooks have it: every command finds what a clone with a `.git` has."""
    desk = copies(prepared, tmp_path)()
    desk.change("alice", 1, label=Label.CLAIM)
    asked = (
        ("diff",),
        ("check", "--changed-since", "HEAD"),
        ("check", "--staged"),
        ("git", "status"),
        ("log", "annotations/port-strike.txt", "--sentence", "1"),
        ("mv", "annotations/port-strike.txt", "annotations/quay.txt"),
    )
    other = copies(prepared, tmp_path / "other")()
    other.change("alice", 1, label=Label.CLAIM)
    (other.top / ".git").rename(tmp_path / "elsewhere")
    monkeypatch.chdir(desk.top)
    told = [run(*words) for words in asked]
    assert "1 labelled" in told[0].out
    monkeypatch.chdir(other.top)
    monkeypatch.setenv("GIT_DIR", os.path.relpath(tmp_path / "elsewhere") if relative else str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_WORK_TREE", "." if relative else str(other.top))
    assert [run(*words) for words in asked] == told
    assert "R  annotations/port-strike.txt -> annotations/quay.txt" in other.git("status", "--porcelain")
