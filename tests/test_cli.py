"""What holds for every command: help that teaches, and errors that are messages."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from labelling_sessions import sidecar

from factcheck.app.check.run import CheckRequest
from factcheck.cli.check import check
from factcheck.cli.commands import COMMANDS
from factcheck.sidecar import write


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_an_example(command: str, run: Callable[..., Ran]) -> None:
    """`--help` has an example that begins with the command, laid out as it is to be typed."""
    done = run(command, "--help")
    assert done.code == 0
    assert f"\n    factcheck {command} " in done.out or f"\n  factcheck {command} " in done.out
    assert "\\b" not in done.out
    assert "\b" not in done.out


def test_the_list_of_commands_cuts_nothing_short(run: Callable[..., Ran]) -> None:
    """On eighty columns each command has its whole sentence."""
    listed = run("--help").out.partition("Commands:\n")[2]
    assert [line for line in listed.splitlines() if not line.endswith(".") or line.endswith("...")] == []


def test_an_unknown_command_is_a_usage_error(run: Callable[..., Ran]) -> None:
    """A slip of the finger exits 2 and names the help."""
    done = run("anotate")
    assert (done.code, done.out) == (2, "")
    assert "anotate" in done.err
    assert "--help" in done.err


def test_a_usage_error_quotes_the_command_line_in_marks(run: Callable[..., Ran]) -> None:
    """An argument too many cannot steer the terminal or forge a line."""
    assert "(<U+001B>]0;x<U+0007><U+000A>::error::y)" in run("explain", "FC101", "\x1b]0;x\a\n::error::y").err


def test_a_bug_in_us_is_told_from_a_mistake_of_theirs(run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 3, the traceback, and that the labels are safe."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("factcheck.cli.commands.factcheck.main", broken)
    done = run("codebook")
    assert done.code == 3
    assert "ZeroDivisionError" in done.err
    assert "bug in factcheck" in done.err


def test_paths_alone_are_checked_as_with_options(run: Callable[..., Ran], tmp_path: Path) -> None:
    """Without an option click is passed by: what it would fill in is what stands in `Asked`."""
    assert check.make_context("check", ["a", "b"]).params == CheckRequest(("a", "b"))._asdict()
    (tmp_path / "a.txt").write_text("Il pleut.\n")
    plain, spelt = (run("check", *words, str(tmp_path)) for words in ((), ("--format", "text")))
    assert (plain.code, plain.out, plain.err) == (spelt.code, spelt.out, spelt.err)
    assert plain.code == 1


@pytest.mark.parametrize("words", [["sports.txt"], ["--changed-since", "HEAD"]])
def test_what_hooks_and_ci_run_imports_nothing_heavy(words: list[str], tmp_path: Path) -> None:
    """Importing any of these takes longer than the check of a file, in a newsroom with words of its own too."""
    (tmp_path / "factcheck.yaml").write_text("words:\n  fr:\n    modality: [rumeur]\n")
    (tmp_path / "sports.txt").write_text("Il pleut.\n")
    (tmp_path / "sports.alice.labels.yaml").write_bytes(
        write(sidecar(texts=["Il pleut."])._replace(article="sports.txt"))
    )
    for git in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b.fr", "commit", "-qm", "a"]):
        subprocess.run(["git", *git], cwd=tmp_path, check=True)
    (tmp_path / "sports.txt").write_text("Il pleut. ")
    done = ran_without(
        {"click", "dataclasses", "hashlib", "inspect", "rich", "tempfile"}, "check", *words, cwd=tmp_path
    )
    assert "FC101" in done.stdout


def ran_without(modules: set[str], *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the program; fail if it imports any of these, or of what is heavy for every command."""
    heavy = {*modules, "factcheck.carry", "ruamel.yaml", "rapidfuzz"}
    script = f"import sys; from factcheck.cli import main\ntry: main()\nfinally: print({heavy} & sys.modules.keys())"
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(
        [sys.executable, "-c", script, *words], cwd=cwd, capture_output=True, text=True, check=False, env=unmeasured
    )
    assert done.stdout.endswith("set()\n")
    return done


def test_a_session_begins_without_what_only_edits_need(tmp_path: Path) -> None:
    """Nor do a newsroom's own words bring it."""
    (tmp_path / "factcheck.yaml").write_text("words:\n  fr:\n    modality: [rumeur]\n")
    (tmp_path / "sports.txt").write_text("Il pleut.\n")
    words = ("annotate", "sports.txt", "--annotator", "alice", "--language", "fr", "--keys", "c")
    assert "1: claim" in ran_without(set(), *words, cwd=tmp_path).stdout
    ours = "sports.alice.labels.yaml"
    merged = ran_without({"dataclasses", "rich"}, "merge-driver", ours, ours, ours, "7", ours, cwd=tmp_path)
    assert merged.returncode == 0
