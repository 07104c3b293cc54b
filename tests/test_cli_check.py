"""`factcheck check` as CI runs it: what it looks at, where it tells, and how it ends."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from commands import run
from conftest import ROOT

from factcheck.app import progress
from factcheck.app.check.examine import Examination
from factcheck.findings import Finding, Severity
from factcheck.model import Place

CASES = ROOT / "tests" / "cases" / "checking"


def git(*args: str) -> str:
    """Run git here and return what it printed."""
    done = subprocess.run(["git", *args], check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with two clean articles in folders of their own, and a README that is no article of the desk."""
    top = tmp_path / "desk"
    for name in ("news", "sport"):
        shutil.copytree(CASES / "clean", top / name, ignore=shutil.ignore_patterns("expected"))
    (top / "README.md").write_text("About this desk.\n")
    monkeypatch.chdir(top)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "start")
    return top


def unlabel(path: Path) -> None:
    """Take the first label out of a sidecar."""
    path.write_text(path.read_text().replace("  label: claim\n", "  label:\n", 1))


def paths(out: str) -> list[str]:
    """Return the paths that the findings are about."""
    return sorted({line.split(":")[0] for line in out.splitlines() if ": FC" in line})


def test_nothing_wrong_is_exit_0(desk: Path) -> None:
    """The whole desk from its top, from below, and by folder; a README beside it is no article."""
    for told in (run("check"), run("check", "news"), run("check", "news/", "sport"), run("check", str(desk / "news"))):
        assert (told.code, told.err) == (0, ""), told
    os.chdir("news")
    assert run("check").out == "4 files checked, nothing found\n"


def test_findings_are_exit_1(desk: Path) -> None:
    """An unlabelled sentence fails the run, unless the run is asked not to."""
    unlabel(desk / "news" / "strike.alice.labels.yaml")
    assert run("check").code == 1
    assert run("check", "--exit-zero").code == 0
    assert run("check", "sport").code == 0


@pytest.mark.parametrize("path", ["news/strike.txt", "news/strike.alice.labels.yaml", "./news/../news/strike.txt"])
def test_a_file_pulls_in_what_belongs_to_it(desk: Path, path: str) -> None:
    """An article stands for its sidecars and a sidecar for its article."""
    unlabel(desk / "news" / "strike.alice.labels.yaml")
    told = run("check", path)
    assert (told.code, paths(told.out)) == (1, ["news/strike.alice.labels.yaml"])
    assert "2 files checked" in told.out


def test_a_folder_named_is_all_articles(desk: Path) -> None:
    """Where a folder is asked for by name, an article nobody began is a finding."""
    (desk / "drafts").mkdir()
    (desk / "drafts" / "a.txt").write_text("It rained.\n")
    assert run("check").code == 0
    assert paths(run("check", "drafts").out) == ["drafts/a.txt"]
    assert paths(run("check", "drafts/a.txt").out) == ["drafts/a.txt"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["nowhere.txt"],
        ["--format", "html"],
        ["--changed-since", "nowhere"],
        ["--changed-since", "main", "--staged"],
        ["--jobs", "0"],
        ["--severity", "FC999=error"],
        ["--severity", "FC101=fatal"],
        ["--encoding", "klingon"],
        ["-o", "nowhere/report.txt"],
    ],
)
def test_what_cannot_run_is_exit_2(desk: Path, arguments: list[str]) -> None:
    """A mistake on the command line is never a finding, and never passes."""
    told = run("check", *arguments)
    assert told.code == 2
    assert told.err
    assert "Traceback" not in told.err
    assert desk.is_dir()


def test_bad_settings_are_exit_2_with_their_place(desk: Path) -> None:
    """Settings that cannot be read stop the run, whatever the labels."""
    (desk / "factcheck.yaml").write_text("annotators: none\n")
    told = run("check")
    assert told.code == 2
    assert "factcheck.yaml:1:13: expected a whole number from 1, not 'none'" in told.err


def test_an_unreadable_file_is_exit_2_and_hides_nothing(desk: Path) -> None:
    """What can be read is checked and told; the exit code says that not all could."""
    os.mkfifo(desk / "news" / "wild.txt")
    unlabel(desk / "sport" / "strike.alice.labels.yaml")
    told = run("check", "--exit-zero", "news", "sport")
    assert told.code == 2
    assert paths(told.out) == ["sport/strike.alice.labels.yaml"]
    assert "news/wild.txt: not a regular file" in told.err
    assert told.out.endswith("4 files checked: 1 error; 1 could not be read\n")
    assert run("check", "news").out == "2 files checked, nothing found; 1 could not be read\n"


@pytest.mark.timeout(10)
@pytest.mark.parametrize("name", ["strike.alice", "strike.bob", "strike"])
def test_an_unreadable_sidecar_is_all_that_is_told_of_its_article(desk: Path, name: str) -> None:
    """Nobody knows what it says: not that the article has none, that a label is missing, or that a decision is."""
    bob, decisions = ((desk / "news" / f"strike.{who}labels.yaml") for who in ("bob.", ""))
    text = (desk / "news" / "strike.alice.labels.yaml").read_text()
    bob.write_text(text.replace("annotator: alice", "annotator: bob").replace("label: opinion", "label: unverified"))
    over = '  label: opinion\n  over: "alice=opinion bob=unverified"\n'
    decisions.write_text(text.replace("annotator: alice\n", "").replace("  label: opinion\n", over))
    (desk / "factcheck.yaml").write_text("annotators: 2\nadjudication: true\n")
    assert run("check", "news").code == 0
    unreadable = desk / "news" / f"{name}.labels.yaml"
    unreadable.unlink()
    os.mkfifo(unreadable)
    told = run("check", "news")
    assert (told.code, paths(told.out)) == (2, [])
    assert told.err.startswith(f"factcheck: news/{name}.labels.yaml: not a regular file")
    unreadable.unlink()
    unreadable.write_text("factcheck: 1\narticle: [\n")
    assert paths(run("check", "news").out) == [f"news/{name}.labels.yaml"]


def test_without_git_a_git_scope_is_exit_2(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git missing, or no repository: the message says which."""
    monkeypatch.setenv("PATH", str(desk))
    assert (run("check").code, run("check", "--staged").code) == (0, 2)
    assert "git is not installed" in run("check", "--changed-since", "main").err


def test_outside_a_repository_a_git_scope_is_exit_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing changed is one thing, nobody knows what changed is another."""
    monkeypatch.chdir(tmp_path)
    assert "not in a git repository" in run("check", "--staged").err


def test_changed_since_looks_at_the_branch_and_the_work_tree(desk: Path) -> None:
    """From the merge base: what the branch did counts, what main did meanwhile does not."""
    git("checkout", "-qb", "topic")
    unlabel(desk / "news" / "strike.alice.labels.yaml")
    git("commit", "-qam", "topic")
    git("checkout", "-q", "main")
    unlabel(desk / "sport" / "strike.alice.labels.yaml")
    git("commit", "-qam", "main moves on")
    git("checkout", "-q", "topic")
    told = run("check", "--changed-since", "main")
    assert (told.code, paths(told.out)) == (1, ["news/strike.alice.labels.yaml"])
    assert "2 files checked" in told.out
    unlabel(desk / "sport" / "strike.alice.labels.yaml")
    assert len(paths(run("check", "--changed-since", "main").out)) == 2
    assert paths(run("check", "--changed-since", "main", "sport").out) == ["sport/strike.alice.labels.yaml"]


def test_changed_since_counts_from_wherever_it_is_asked(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder of the desk the whole desk is meant, and paths may lead out of that folder."""
    for folder in ("news", "sport"):
        unlabel(desk / folder / "strike.alice.labels.yaml")
    monkeypatch.chdir(desk / "sport")
    both = ["../news/strike.alice.labels.yaml", "strike.alice.labels.yaml"]
    assert paths(run("check", "--changed-since", "HEAD").out) == both
    assert paths(run("check", "--changed-since", "HEAD", "../news").out) == both[:1]
    assert paths(run("check", "--changed-since", "HEAD", "strike.txt").out) == both[1:]


def test_nothing_changed_is_exit_0(desk: Path) -> None:
    """An empty scope is fine, and says so."""
    told = run("check", "--changed-since", "HEAD")
    assert (told.code, told.out) == (0, "0 files checked, nothing found\n")
    assert run("check", "--staged").code == 0
    (desk / "README.md").write_text("More about this desk.\n")
    assert run("check", "--changed-since", "HEAD").out == told.out


def test_a_changed_article_pulls_in_its_sidecars(desk: Path) -> None:
    """An edit of the article makes labels stale, though no sidecar changed."""
    article = desk / "news" / "strike.txt"
    article.write_text(article.read_text().replace("Monday", "Tuesday"))
    told = run("check", "--changed-since", "HEAD")
    assert "FC102" in told.out
    assert paths(told.out) == ["news/strike.alice.labels.yaml"]


def test_a_deleted_or_renamed_file_is_a_change(desk: Path) -> None:
    """A sidecar without its article, an article without its sidecar."""
    (desk / "news" / "strike.txt").unlink()
    assert "FC502" in run("check", "--changed-since", "HEAD").out
    git("mv", "sport/strike.txt", "sport/walk.txt")
    told = run("check", "--staged")
    assert ("FC502" in told.out, "news" in told.out) == (True, False)


def test_the_last_sidecar_deleted_is_missed(desk: Path) -> None:
    """Where every text is an article by its folder's name, and anywhere by what git says changed."""
    (desk / "annotations").mkdir()
    (desk / "sport").rename(desk / "annotations" / "sport")
    git("add", "-A")
    git("commit", "-qm", "move")
    for folder in ("annotations/sport", "news"):
        (desk / folder / "strike.alice.labels.yaml").unlink()
    both = ["annotations/sport/strike.txt", "news/strike.txt"]
    assert paths(run("check").out) == both[:1]
    (desk / "README.md").write_text("No article, though it changed, too.\n")
    assert paths(run("check", "--changed-since", "HEAD").out) == both
    assert run("check", "--staged").code == 0
    git("add", "-A")
    assert paths(run("check", "--staged").out) == both
    git("commit", "-qm", "delete")
    assert paths(run("check", "--changed-since", "HEAD~1").out) == both


def test_settings_say_where_articles_are(desk: Path) -> None:
    """By folder or by name; what they do not cover is an article only beside a sidecar."""
    for name in ("news", "sport"):
        (desk / name / "strike.alice.labels.yaml").unlink()
    told = run("check")
    assert (told.code, told.out) == (0, "0 files checked, nothing found\n")
    assert "nothing to check: an article is a text in a folder called annotations, in one that `articles:`" in told.err
    (desk / "sport" / "notes.md").write_text("Nothing.\n")
    (desk / "factcheck.yaml").write_text("articles: [news/, sport/*.txt]\n")
    told = run("check")
    assert (told.code, paths(told.out), told.err) == (1, ["news/strike.txt", "sport/strike.txt"], "")
    git("add", "-A")
    git("commit", "-qm", "settle")
    (desk / "sport" / "notes.md").write_text("Nothing much.\n")
    (desk / "news" / "new.md").write_text("Newly written.\n")
    assert paths(run("check", "--changed-since", "HEAD").out) == ["news/new.md"]


def test_a_folder_of_articles_that_is_a_link_out_of_the_desk_is_exit_2(desk: Path) -> None:
    """Links are not walked into; one where articles should be must not look as if there were none."""
    (desk / "news").rename(desk.parent / "annotations")
    (desk / "vendored").symlink_to("../annotations")
    assert run("check").code == 0
    (desk / "annotations").symlink_to("../annotations")
    told = run("check")
    assert (told.code, told.out) == (2, "")
    assert "annotations: behind a symbolic link that leads out of the desk" in told.err


def test_changed_settings_check_everything(desk: Path) -> None:
    """A stricter desk concerns articles nobody touched."""
    (desk / "factcheck.yaml").write_text("annotators: 2\n")
    assert paths(run("check", "--changed-since", "HEAD").out) == [
        "factcheck.yaml",
        "news/strike.txt",
        "sport/strike.txt",
    ]


def test_changed_settings_of_a_desk_within_the_desk_check_its_part(desk: Path) -> None:
    """From wherever one looks, and when they were deleted too; among the paths that are asked for."""
    (desk / "sport" / "factcheck.yaml").write_text("annotators: 2\n")
    unlabel(desk / "news" / "strike.alice.labels.yaml")
    git("add", "news")
    git("commit", "-qm", "outside")
    for folder, sport in ((".", "sport/"), ("news", "../sport/"), ("sport", "")):
        os.chdir(desk / folder)
        found = [f"{sport}factcheck.yaml", f"{sport}strike.txt"]
        assert paths(run("check", "--changed-since", "HEAD").out) == found
    os.chdir(desk)
    assert run("check", "--changed-since", "HEAD", "news").out == "0 files checked, nothing found\n"
    git("add", "-A")
    git("commit", "-qm", "settle")
    (desk / "sport" / "factcheck.yaml").unlink()
    assert run("check", "--changed-since", "HEAD").out.endswith("2 files checked: 1 note\n")


def test_what_is_not_checked_out_is_passed_over(desk: Path) -> None:
    """A sparse checkout has left it out on purpose; the index holds it all the same."""
    unlabel(desk / "news" / "strike.alice.labels.yaml")
    unlabel(desk / "sport" / "strike.alice.labels.yaml")
    git("add", "-A")
    assert len(paths(run("check", "--staged").out)) == 2
    git("commit", "-qm", "unlabel")
    git("sparse-checkout", "set", "news")
    assert paths(run("check", "--changed-since", "HEAD~1").out) == ["news/strike.alice.labels.yaml"]


def test_untracked_files_count_as_changed(desk: Path) -> None:
    """What was written just now is looked at before it is added."""
    shutil.copytree(CASES / "FC103-source-missing", desk / "new", ignore=shutil.ignore_patterns("expected"))
    assert paths(run("check", "--changed-since", "HEAD").out) == ["new/strike.alice.labels.yaml"]


@pytest.mark.parametrize("how", [("--staged",), ("--revision", "HEAD")])
def test_the_files_of_a_commit_are_read_in_batches(
    how: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number of runs of git does not grow with the files, in whatever order they are asked for."""
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    for number in range(40):
        Path(f"{number}.txt").write_text(f"Number {number} rang.\n")
        annotated = ("annotate", f"{number}.txt", "--annotator", "alice", "--language", "en", "--keys", "c")
        assert run(*annotated).code == 0
    git("add", ".")
    git("commit", "-qm", "labels")
    for path in tmp_path.glob("*.txt"):
        path.write_text(path.read_text() + "\n")
    git("add", ".")
    started: list[object] = []
    popen = subprocess.Popen

    def counted(*arguments: Any, **options: Any) -> subprocess.Popen[bytes]:
        started.append(arguments)
        return popen(*arguments, **options)

    monkeypatch.setattr(subprocess, "Popen", counted)
    assert "80 files checked" in run("check", *how, "--jobs", "1").out
    assert len(started) < 20


def test_staged_reads_what_will_be_committed(desk: Path) -> None:
    """The index counts, not the work tree: neither its mistakes nor its mends."""
    sidecar = desk / "news" / "strike.alice.labels.yaml"
    whole = sidecar.read_text()
    unlabel(sidecar)
    assert run("check", "--staged").code == 0
    git("add", "-A")
    sidecar.write_text(whole)
    assert (run("check").code, run("check", "--staged").code) == (0, 1)
    os.chdir("sport")
    assert "../news/strike.alice.labels.yaml" in run("check", "--staged").out


def test_a_shallow_clone_without_the_merge_base_is_exit_2(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CI clones one commit by default; the message says what to set."""
    git("commit", "-q", "--allow-empty", "-m", "second")
    git("clone", "-q", "--depth", "1", f"file://{desk}", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    told = run("check", "--changed-since", "HEAD~1")
    assert told.code == 2
    assert "fetch-depth: 0" in told.err


def test_many_processes_say_the_same_in_the_same_order(desk: Path) -> None:
    """Two processes and one are told apart by nothing but the clock."""
    for number in range(250):
        text = (desk / "news" / "strike.alice.labels.yaml").read_text().replace("strike.txt", f"s{number}.txt")
        (desk / "news" / f"s{number}.alice.labels.yaml").write_text(text)
    one, two = run("check", "--jobs", "1"), run("check", "--jobs", "2")
    assert one == two
    assert one.out.count("FC502") == 250


def test_the_command_line_wins_over_settings(desk: Path) -> None:
    """Annotators, severities and ignored paths."""
    (desk / "factcheck.yaml").write_text("annotators: 2\nseverity:\n  FC101: warning\n")
    assert run("check").code == 0
    assert run("check", "--severity", "FC101=error").code == 1
    assert run("check", "--annotators", "1").out == "4 files checked, nothing found\n"
    assert "2 files checked" in run("check", "--ignore", "sport").out


@pytest.mark.usefixtures("desk")
def test_an_empty_revision_is_exit_2() -> None:
    """A variable that CI did not set asks for nothing less than a revision; checking all instead would hide that."""
    told = run("check", "--changed-since", "")
    assert (told.code, told.out) == (2, "")
    assert "git knows no revision ''" in told.err


def test_what_fmt_leaves_is_canonical_enough(desk: Path) -> None:
    """A comment beside a field stays where it is; once formatted, nothing asks for formatting any more."""
    sidecar = desk / "news" / "strike.alice.labels.yaml"
    sidecar.write_text(sidecar.read_text().replace("sentences:", "sentences:    # all of them", 1))
    assert "`factcheck fmt` writes here: sentences:  # all of them" in run("check").out
    assert run("fmt").out == "rewrote news/strike.alice.labels.yaml\n"
    assert run("check").out == "4 files checked, nothing found\n"


def test_line_ends_of_another_system_are_named(desk: Path) -> None:
    """Not the last line is wrong, but how each of them ends."""
    sidecar = desk / "news" / "strike.alice.labels.yaml"
    sidecar.write_bytes(sidecar.read_bytes().replace(b"\n", b"\r\n"))
    assert (
        "labels.yaml:1:1: FC402 warning: not in canonical form; `factcheck fmt` writes here: a line" in run("check").out
    )


def test_an_id_that_stands_twice_is_not_foreign(desk: Path) -> None:
    """FC302 is about other sidecars; within one, FC301 says all."""
    alice, bob = (desk / "news" / f"strike.{who}.labels.yaml" for who in ("alice", "bob"))
    text = alice.read_text()
    first, second = re.findall(r"- id: (s\w+)", text)[:2]
    bob.write_text(
        text.replace("annotator: alice", "annotator: bob").replace(first, "s0123456789").replace(second, "s0123456789")
    )
    found = run("check").out
    assert ("FC301" in found, "FC302" in found) == (True, False)


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "text"])
def test_forges_are_told_paths_from_the_top(desk: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """Run below the top, or given an absolute path, the annotation still lands on the repository's file."""
    unlabel(desk / "news" / "strike.alice.labels.yaml")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    os.chdir("news")
    for arguments in ([], [str(desk / "news")]):
        told = run("check", "--format", form, *arguments).out
        assert re.search(r"(file=|\"path\": \"|\"uri\": \")news/strike.alice.labels.yaml", told)


@pytest.mark.usefixtures("desk")
def test_output_that_takes_no_more_is_exit_2() -> None:
    """A full disk is no bug in us and no finding."""
    command = f"{sys.executable} -m factcheck check > /dev/full"
    told = subprocess.run(command, shell=True, check=False, capture_output=True, text=True)
    assert told.returncode == 2
    assert told.stderr == "factcheck: standard output cannot be written: No space left on device\n"


def test_output_goes_to_a_file(desk: Path) -> None:
    """The file holds the format; standard output stays empty."""
    told = run("check", "--format", "json", "-o", "report.json")
    assert (told.code, told.out) == (0, "")
    assert json.loads((desk / "report.json").read_text())["files"] == 4


def test_statistics_count_by_code(desk: Path) -> None:
    """The most frequent code comes first."""
    for name in ("news", "sport"):
        unlabel(desk / name / "strike.alice.labels.yaml")
    told = run("check", "--statistics")
    assert told.code == 1
    assert told.out.splitlines()[0].startswith("      2 FC101 unlabelled")


def test_in_github_actions_text_also_annotates(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The log is fenced off from commands; annotations and the job's summary follow."""
    unlabel(desk / "news" / "strike.alice.labels.yaml")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(desk / "summary.md"))
    (desk / "summary.md").write_text("before\n")
    lines = run("check").out.splitlines()
    assert lines[0].startswith("::stop-commands::")
    assert lines[-2] == f"::{lines[0].rpartition('::')[2]}::"
    assert lines[-1].startswith("::error title=FC101 unlabelled,file=news/strike.alice.labels.yaml,line=10,")
    summary = (desk / "summary.md").read_text()
    assert summary.startswith("before\n### factcheck: 4 files checked: 1 error\n")


@pytest.mark.parametrize("name", ["50%, a:b 'é'", "::error::x", "-o x", "line\nbreak", os.fsdecode(b"latin\xe9")])
def test_any_file_name_will_do(desk: Path, name: str) -> None:
    """Names that mean something to a shell, a forge or a terminal are only names; raw bytes come out raw."""
    shutil.copy(desk / "news" / "strike.txt", desk / "news" / f"{name}.txt")
    for form in ("text", "json", "github", "gitlab", "sarif", "junit", "rdjson", "markdown"):
        told = run("check", "--format", form, "--", f"news/{name}.txt")
        assert (told.code, "FC501" in told.out, told.err) == (1, True, "")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("closing", "code"), [("<&- >&- 2>&-", 0), (">&-", 0), ("nowhere 2>&-", 2)])
def test_streams_that_were_closed_are_no_bug(closing: str, code: int) -> None:
    """A service may start us without any: the exit code still tells what was found."""
    command = f"{sys.executable} -m factcheck check --exit-zero {closing}"
    assert subprocess.run(command, shell=True, check=False, capture_output=True).returncode == code


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("command", ["show news/strike.txt", "check --format json", "explain"])
def test_a_reader_that_left_is_no_finding(command: str) -> None:
    """The code is the shell's for a closed pipe, for every command, and not the 1 of findings."""
    piped = f"({sys.executable} -m factcheck {command}; echo $? >&2) | true"
    done = subprocess.run(piped, shell=True, check=True, capture_output=True, text=True)
    assert done.stderr in ("141\n", "0\n")  # zero where the reader left late


def test_a_pipe_that_closes_early_is_no_bug(desk: Path) -> None:
    """`factcheck check | head -1` ends quietly."""
    shutil.copytree(CASES / "FC101-unlabelled", desk / "more", ignore=shutil.ignore_patterns("expected"))
    command = f"{sys.executable} -m factcheck check | true"
    done = subprocess.run(
        command, shell=True, check=False, capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    assert b"Traceback" not in done.stderr
    assert b"bug" not in done.stderr


class Terminal(io.StringIO):
    """Somebody watches."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_a_long_run_shows_how_far_it_is_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar is cleared before findings and at the end; where nobody watches there is none."""
    found = Examination("a.txt", (Finding("FC101", Severity.ERROR, "a.txt", Place(1, 1), "no label"),))
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)
    monkeypatch.setattr(progress, "_STEP", -1.0)
    for stream in (io.StringIO(), Terminal()):
        monkeypatch.setattr(sys, "stderr", stream)
        both = [found, Examination()]
        unit = "{number} of {total} articles"
        assert list(progress.with_progress(both, lambda: 2, unit, lambda one: one.findings)) == both
        half, whole = rf"\[{'#' * 15}\.{{15}}\] 1 of 2 articles", rf"\[{'#' * 30}\] 2 of 2 articles"
        clear, pace = "\r\x1b\\[K", r", [\d,]+ a second, 0\d:\d\d left"
        shown = f"{clear}{half}{pace}{clear}{clear}{whole}{pace}{clear}" if stream.isatty() else ""
        assert re.fullmatch(shown, stream.getvalue())


def test_a_hook_sees_what_commit_all_will_commit(desk: Path) -> None:
    """`git commit -a` hands hooks an index of its own; that one counts."""
    hook = desk / ".git" / "hooks" / "pre-commit"
    hook.write_text(f"#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m factcheck check --staged\n")
    hook.chmod(0o755)
    unlabel(desk / "news" / "strike.alice.labels.yaml")
    (desk / "sport" / "strike.txt").unlink()
    done = subprocess.run(["git", "commit", "-qam", "all"], check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert paths(done.stdout + done.stderr) == ["news/strike.alice.labels.yaml", "sport/strike.alice.labels.yaml"]


def test_what_links_lead_out_of_the_desk_is_exit_2(desk: Path) -> None:
    """By name, by folder, in the whole desk and by git: nothing outside is looked at."""
    (desk / "news").rename(desk.parent / "elsewhere")
    (desk / "news").symlink_to("../elsewhere")
    for arguments in (["news"], ["news/strike.txt"], ["--changed-since", "HEAD"], ["--changed-since", "HEAD", "news"]):
        told = run("check", *arguments)
        assert (told.code, told.out) == (2, ""), arguments
        assert "out of the desk, to" in told.err
    (desk / "sport" / "strike.txt").unlink()
    (desk / "sport" / "strike.txt").symlink_to("../../elsewhere/strike.txt")
    told = run("check")
    assert (told.code, paths(told.out)) == (2, [])
    assert "sport/strike.txt: behind a symbolic link that leads out of the desk, to" in told.err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("command", ["check", "fmt", "carry", "resolve", "show"])
def test_a_name_the_system_refuses_is_exit_2(command: str) -> None:
    """Whether there is such a folder is asked first, and answered with an error of its own."""
    told = run(command, "a" * 300)
    assert (told.code, "no such file: the name is too long" in told.err) == (2, True), told


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look into everything")
@pytest.mark.parametrize("command", ["check", "fmt", "carry"])
@pytest.mark.parametrize("named", [[], ["news"], ["news/strike.txt"]])
def test_a_closed_folder_is_exit_2(desk: Path, command: str, named: list[str]) -> None:
    """What may be in it is neither fine nor a bug in us."""
    (desk / "news").chmod(0)
    told = run(command, *named)
    (desk / "news").chmod(0o755)
    assert (told.code, "not readable" in told.err) == (2, True), told


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "command", ["check", "check --format json", "fmt", "carry", "resolve", "show", "annotate", "init"]
)
def test_an_empty_path_is_exit_2(command: str) -> None:
    """A variable that is not set does not mean the current folder, let alone write there."""
    told = run(*command.split(), "")
    assert (told.code, told.out) == (2, "")
    assert "maybe a variable is not set" in told.err


@pytest.mark.parametrize("command", ["check", "fmt", "carry", "diff", "check --staged", "git status"])
def test_a_current_folder_that_is_no_more_is_exit_2(tmp_path: Path, command: str) -> None:
    """As after a build has cleaned up under a shell's feet."""
    (tmp_path / "gone").mkdir()
    line = f"cd gone && rmdir ../gone && PYTHONPATH={ROOT} {sys.executable} -m factcheck {command}"
    done = subprocess.run(line, shell=True, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_a_link_inside_the_desk_is_the_article_it_leads_to(desk: Path) -> None:
    """In the work tree and in the next commit, where git holds but the name that the link leads to."""
    (desk / "sport" / "strike.txt").unlink()
    (desk / "sport" / "strike.txt").symlink_to("../news/strike.txt")
    git("add", "-A")
    for arguments in ([], ["--staged"], ["--changed-since", "HEAD"]):
        assert run("check", *arguments).code == 0, arguments


@pytest.mark.parametrize("command", ["annotate", "show", "sentences", "carry", "fmt", "mv"])
def test_no_command_follows_a_link_out_of_the_desk(desk: Path, command: str) -> None:
    """Whatever is done to an article or its sidecars."""
    (desk / "news" / "strike.alice.labels.yaml").rename(desk.parent / "theirs")
    (desk / "news" / "strike.alice.labels.yaml").symlink_to("../../theirs")
    (desk / "linked").symlink_to("../elsewhere")
    shutil.copytree(desk / "sport", desk.parent / "elsewhere")
    before = (desk.parent / "theirs").read_bytes()
    rest = {
        "sentences": ["--language", "fr"],
        "mv": ["news/new.txt"],
        "annotate": ["--annotator", "alice", "--keys", "c"],
    }
    given = "strike.alice.labels.yaml" if command == "fmt" else "strike.txt"
    for folder in ("linked",) if command == "sentences" else ("linked", "news"):
        told = run(command, f"{folder}/{given}", *rest.get(command, []))
        assert (told.code, told.out if command != "carry" else "") == (2, ""), told
        assert "out of the desk, to" in told.err
    assert (desk.parent / "theirs").read_bytes() == before


def test_a_desk_within_the_desk_goes_by_its_own_settings(desk: Path) -> None:
    """What is found does not depend on the folder from which one looks; the outer desk may leave the inner one out."""
    (desk / "factcheck.yaml").write_text("severity: {FC101: warning}\n")
    (desk / "news" / "factcheck.yaml").write_text("annotators: 2\nignore: [drafts/*.md]\n")
    (desk / "news" / "drafts").mkdir()
    shutil.copy(desk / "news" / "strike.txt", desk / "news" / "drafts" / "strike.md")
    (desk / "news" / "drafts" / "strike.alice.labels.yaml").write_text(
        (desk / "news" / "strike.alice.labels.yaml").read_text().replace("strike.txt", "strike.md")
    )
    unlabel(desk / "sport" / "strike.alice.labels.yaml")
    for arguments in ([], ["news", "sport"], ["--changed-since", "HEAD"], ["sport", "news/strike.txt"]):
        found = [
            line.split(" ")[:3]
            for line in run("check", *arguments).out.splitlines()
            if ": FC" in line and "FC507" not in line
        ]
        assert sorted(found) == [
            ["news/strike.txt:1:1:", "FC101", "2"],
            ["sport/strike.alice.labels.yaml:10:3:", "FC101", "warning:"],
        ], arguments
    assert run("check", "--annotators", "1").code == 0
    assert run("check", "--ignore", "news").code == 0


def test_settings_may_be_shared_through_a_link(desk: Path) -> None:
    """Inside the repository; a link that leads nowhere is no reason to go by the usual settings, nor one out of it."""
    (desk / "shared").write_text("annotators: 2\n")
    (desk / "news" / "factcheck.yaml").symlink_to("../shared")
    assert "FC101" in run("check", "news").out
    (desk / "shared").rename(desk.parent / "shared")
    assert run("check", "news").code == 2
    (desk / "news" / "factcheck.yaml").unlink()
    (desk / "news" / "factcheck.yaml").symlink_to("../../shared")
    told = run("check", "news")
    assert (told.code, "annotators" in told.err) == (2, False)
    assert "leads out of the repository" in told.err
