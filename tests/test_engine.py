"""Work in several processes, and what becomes of it when one of them is lost."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.app import engine
from factcheck.app.engine import map_chunks


def double(number: int) -> int:
    """Return twice a number."""
    return 2 * number


@given(st.integers(0, 40))
def test_one_process_does_what_a_loop_does(count: int) -> None:
    """Every result, in order."""
    assert list(map_chunks(double, range(count), 1)) == [2 * number for number in range(count)]


@pytest.mark.parametrize("count", [0, 1, 7, 100])
def test_two_processes_do_the_same(count: int) -> None:
    """Every result, in order, whoever was first."""
    assert list(map_chunks(double, range(count), 2)) == [2 * number for number in range(count)]


class Fatal:
    """A function whose process is lost at one chunk, the first time."""

    def __init__(self, at: int, mark: Path, sent: signal.Signals) -> None:
        self.at, self.mark, self.sent, self.home = at, mark, sent, os.getpid()

    def __call__(self, number: int) -> int:
        """Return twice a number, or end."""
        if number == self.at and os.getpid() != self.home and not self.mark.exists():
            self.mark.touch()
            os.kill(os.getpid(), self.sent)
            time.sleep(60)
        return 2 * number


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM])
@pytest.mark.parametrize("at", [0, 5, 39])
def test_a_lost_process_loses_no_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int, sent: signal.Signals
) -> None:
    """Killed, ended or stopped: what it had is done again, and nobody waits for ever."""
    monkeypatch.setattr(engine, "PATIENCE", 0.5)
    fatal = Fatal(at, tmp_path / "mark", sent)
    assert list(map_chunks(fatal, range(40), 2)) == [2 * number for number in range(40)]
    assert fatal.mark.exists()


def test_chunks_are_not_taken_far_ahead() -> None:
    """What is to be done is a stream: memory does not grow with it."""
    taken = []

    def chunks() -> object:
        for number in range(1000):
            taken.append(number)
            yield number

    results = map_chunks(double, chunks(), 2)  # type: ignore[arg-type]
    assert next(results) == 0
    assert len(taken) < 20
    results.close()  # type: ignore[attr-defined] # it is a generator
