"""What French costs over English: a `check` of one file, and the annotator until its first frame.

Run as `python -m benchmarks.french`, best on an idle machine. Everything is CPU time, user and system, of the program
as people install it; the two languages take turns.
"""

from __future__ import annotations

import os
import statistics
from collections.abc import Callable

from benchmarks.annotate import article, start_cpu
from benchmarks.installed import FACTCHECK, install
from benchmarks.measure import process_cpu, ratio
from benchmarks.start import BENCH, desk

#: Milliseconds that French may cost a `check`.
LIMIT = 4.0


def speaking(language: str, measured: Callable[[], float]) -> Callable[[], float]:
    """Return what measures the same in a language."""

    def measure() -> float:
        """Measure it."""
        os.environ["FACTCHECK_LANG"] = language
        return measured()

    return measure


def main() -> None:
    """Print the table."""
    os.environ["XDG_STATE_HOME"] = str(BENCH / "state")
    install()
    path, long = desk(), article(15)
    check = [speaking(language, lambda: process_cpu([FACTCHECK, "check", str(path)])) for language in ("fr", "en")]
    screen = [speaking(language, lambda: start_cpu(long, FACTCHECK)) for language in ("fr", "en")]
    print(ratio("check ONE_FILE, French / English", check[0], check[1], rounds=21))
    print(ratio("annotate, first frame, French / English", screen[0], screen[1], rounds=11, limit=1.1))
    more = 1000 * statistics.median(check[0]() - check[1]() for _ in range(21))
    print(f"check ONE_FILE: French takes {more:.1f} ms more  (limit {LIMIT:g}: {'ok' if more <= LIMIT else 'MISSED'})")


if __name__ == "__main__":
    main()
