"""What holds for every command: help that teaches, and errors that are messages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import Ran

from factcheck.cli import COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_an_example(command: str, run: Callable[..., Ran]) -> None:
    """`--help` has an example that begins with the command, laid out as it is to be typed."""
    done = run(command, "--help")
    assert done.code == 0
    assert f"\n    factcheck {command} " in done.out or f"\n  factcheck {command} " in done.out
    assert "\\b" not in done.out
    assert "\b" not in done.out


def test_an_unknown_command_is_a_usage_error(run: Callable[..., Ran]) -> None:
    """A slip of the finger exits 2 and names the help."""
    done = run("anotate")
    assert (done.code, done.out) == (2, "")
    assert "anotate" in done.err
    assert "--help" in done.err


def test_a_bug_in_us_is_told_from_a_mistake_of_theirs(run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 3, the traceback, and that the labels are safe."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("factcheck.cli.factcheck.main", broken)
    done = run("check")
    assert done.code == 3
    assert "ZeroDivisionError" in done.err
    assert "bug in factcheck" in done.err
