"""How every benchmark measures: rivals take turns, and what is reported is the median of the paired ratios."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times the floor something took: the median over the rounds, and the range."""

    name: str
    median: float
    low: float
    high: float
    #: The limit it is held to; 0 where it is only reported.
    limit: float = 0.0

    def __str__(self) -> str:
        """Return one line of the table a benchmark prints."""
        kept = "ok" if self.median <= self.limit else "MISSED"
        verdict = f"  (limit {self.limit:g}: {kept})" if self.limit else ""
        return f"{self.name:48} {self.median:8.2f} x   [{self.low:.2f} - {self.high:.2f}]{verdict}"


def process_cpu(command: Sequence[str], cwd: str | None = None) -> float:
    """Return the CPU seconds, user and system, that a command and its children took."""
    usage = process_usage(command, cwd)
    return usage.ru_utime + usage.ru_stime


def process_usage(command: Sequence[str], cwd: str | None = None) -> resource.struct_rusage:
    """Return what a command and its children used, as the system counts it."""
    with open(os.devnull, "w") as null:  # noqa: PTH123 - the null device is no path to join
        child = subprocess.Popen(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=null, stderr=null)
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return usage


def call_cpu(function: Callable[[], object]) -> float:
    """Return the CPU seconds of this process that a call took."""
    started = time.process_time()
    function()
    return time.process_time() - started


def ratio(
    name: str, measured: Callable[[], float], floor: Callable[[], float], *, rounds: int = 11, limit: float = 0.0
) -> Ratio:
    """Measure the two in turn and return how many times `floor` the measured one took.

    Args:
        name: What the line of the table says.
        measured: Returns the seconds one round took; see `process_cpu` and `call_cpu`.
        floor: The same, for what it is compared with.
        rounds: Counted rounds, after one that is not.
        limit: What the ratio is held to, if anything.
    """
    measured(), floor()
    pairs = sorted(measured() / max(floor(), 1e-9) for _ in range(rounds))
    return Ratio(name, statistics.median(pairs), pairs[0], pairs[-1], limit)
