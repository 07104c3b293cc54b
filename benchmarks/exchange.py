"""How much processor time and memory exports take, against `check` on the same files.

Run as `python -m benchmarks.exchange [ARTICLES]`: 100,000 articles of 30 sentences, each with one sidecar, unless told
otherwise. Parquet is measured where DuckDB can be installed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.check import make_desk
from benchmarks.installed import FACTCHECK, PYTHON, install
from benchmarks.measure import Ratio, process_usage, ratio


def exporting(form: str, desk: Path, out: Path, peaks: list[int]) -> Callable[[], float]:
    """Return what measures an export: CPU seconds; the most memory it took, in kB, goes to `peaks`."""

    def measured() -> float:
        target = out / form
        usage = process_usage([FACTCHECK, "export", form, "annotations", "-o", str(target)], str(desk))
        peaks.append(usage.ru_maxrss)
        shutil.rmtree(target) if target.is_dir() else target.unlink()
        return usage.ru_utime + usage.ru_stime

    return measured


def checking(desk: Path) -> Callable[[], float]:
    """Return what measures `check` in one process."""

    def measured() -> float:
        usage = process_usage([FACTCHECK, "check", "--jobs", "1", "annotations"], str(desk))
        return usage.ru_utime + usage.ru_stime

    return measured


def memory(form: str, peaks: list[int], limit: int) -> str:
    """Return a line on the most memory that a form took."""
    most = max(peaks) / 1000
    return f"{form + ', most memory':48} {most:8.1f} MB  (limit {limit}: {'ok' if most <= limit else 'MISSED'})"


def main(articles: int) -> None:
    """Measure and print."""
    install()
    desk = make_desk(articles)
    rounds = 1 if articles >= 50_000 else 3
    lines: list[Ratio | str] = []
    with tempfile.TemporaryDirectory() as folder:
        out, peaks, many = Path(folder), list[int](), list[int]()
        rows = exporting("jsonl", desk, out, peaks)
        lines += [ratio("export jsonl / check", rows, checking(desk), rounds=rounds, limit=1)]
        lines += [memory("jsonl", peaks, 60)]
        if not subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "duckdb"], check=False).returncode:
            columns = exporting("parquet", desk, out, many)
            lines += [ratio("export parquet / export jsonl", columns, rows, rounds=rounds, limit=1.3)]
            lines += [f"{'parquet, most memory':48} {max(many) / 1000:8.1f} MB"]
        else:
            lines += ["(parquet is not measured: DuckDB cannot be installed)"]
    print(*lines, sep="\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
