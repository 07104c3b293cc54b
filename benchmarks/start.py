"""How fast the program starts where people have it: in a plain install, against an empty Python of the same install.

Run as `python -m benchmarks.start`. Everything is CPU time, user and system; for the annotator until its first frame is
drawn and left again.
"""

from __future__ import annotations

import os
import shutil
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.annotate import article, start_cpu
from benchmarks.check import ROOT, sentences, sidecar
from benchmarks.installed import FACTCHECK, PYTHON, install
from benchmarks.measure import Ratio, process_cpu, ratio

BENCH = ROOT / ".bench" / "start"


def desk() -> Path:
    """Make an article of 30 sentences with its sidecar, and return the sidecar."""
    folder = BENCH / "desk"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    texts = sentences(1)
    (folder / "a.txt").write_text(" ".join(texts) + "\n", encoding="utf-8")
    path = folder / "a.alice.labels.yaml"
    path.write_text(sidecar("a.txt", texts), encoding="utf-8")
    return path


def merged(path: Path) -> float:
    """Return the CPU seconds of git's driver on a sidecar that only one side changed."""
    for side in ("base", "ours", "theirs"):
        shutil.copy(path, path.with_name(side))
    theirs = path.with_name("theirs")
    theirs.write_bytes(theirs.read_bytes().replace(b"label: claim", b"label: opinion", 1))
    words = ["merge-driver", "--", "base", "ours", "theirs", "7", path.name]
    return process_cpu([FACTCHECK, *words], cwd=str(path.parent))


def ratios(path: Path) -> Iterator[Ratio]:
    """Yield how many times an empty Python each start takes."""

    def against(name: str, measured: Callable[[], float], limit: float = 0.0) -> Ratio:
        return ratio(name, measured, lambda: process_cpu([PYTHON, "-c", "pass"]), rounds=21, limit=limit)

    yield against("import click / python -c pass", lambda: process_cpu([PYTHON, "-c", "import click"]))
    yield against("check ONE_FILE / python -c pass", lambda: process_cpu([FACTCHECK, "check", str(path)]), limit=5)
    yield against("the same with an option", lambda: process_cpu([FACTCHECK, "check", "--format", "text", str(path)]))
    long = article(15)
    yield against("annotate, first frame / python -c pass", lambda: start_cpu(long, FACTCHECK), limit=8)


def main() -> None:
    """Print the table."""
    os.environ["XDG_STATE_HOME"] = str(BENCH / "state")
    install()
    path = desk()
    for line in ratios(path):
        print(line)
    median = statistics.median(merged(path) for _ in range(21))
    print(f"merge-driver: {1000 * median:.1f} ms  (limit 80: {'ok' if median <= 0.08 else 'MISSED'})")


if __name__ == "__main__":
    main()
