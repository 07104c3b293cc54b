"""Merges of random pairs of branches: how often git alone and git with our driver are right; and what that costs.

    python -m benchmarks.merging [PAIRS]

Every pair is merged by git's own engine (`git merge-tree --write-tree`, what `git merge` runs) without any driver, and
by ours; the first pairs of each scenario also by git with our driver, which must give the same bytes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.judging import contradicts, wrongs
from benchmarks.merge_scenarios import SCENARIOS, Versions, drawn
from factcheck import sidecar
from factcheck.errors import FactcheckError
from factcheck.git.installation import Scope, install
from factcheck.merging import merge

KINDS = ("right", "false conflict", "true conflict", "silently wrong")
PATH = "annotations/port-strike.alice.labels.yaml"
#: How many pairs of each scenario git also merges with our driver.
THROUGH_GIT = 10


@dataclass(frozen=True)
class Pair:
    """Two branches: the versions as values and as files."""

    versions: Versions
    base: bytes
    ours: bytes
    theirs: bytes


@dataclass(frozen=True)
class Outcome:
    """What a merge came to."""

    conflict: bool
    data: bytes


def pairs(name: str, count: int) -> Iterator[Pair]:
    """Yield the random pairs of a scenario."""
    added = SCENARIOS[name][1]
    for seed in range(count):
        versions = drawn(name, seed)
        base, ours, theirs = map(sidecar.write, versions)
        yield Pair(versions, b"" if added else base, ours, theirs)


def judged(pair: Pair, outcome: Outcome) -> str:
    """Return which of `KINDS` the outcome is."""
    if outcome.conflict:
        return "true conflict" if contradicts(*pair.versions) else "false conflict"
    try:
        merged = sidecar.read(outcome.data, PATH).sidecar
    except FactcheckError:
        return "silently wrong"
    return "silently wrong" if any(wrongs(*pair.versions, merged)) else "right"


def by_driver(pair: Pair) -> Outcome:
    """Merge with our driver, in this process."""
    merged = merge(pair.base, pair.ours, pair.theirs)
    return Outcome(bool(merged.conflicts), merged.data())


def by_git(repository: Path, count: int) -> Iterator[Outcome]:
    """Merge the pairs that `imported` put into a repository."""
    for number in range(count):
        command = ["git", "merge-tree", "--write-tree", "-z", "--name-only", "--no-messages"]
        done = subprocess.run(
            [*command, f"ours{number}", f"theirs{number}"], cwd=repository, capture_output=True, check=False
        )
        assert done.returncode in (0, 1), done.stderr
        tree, *conflicts = done.stdout.decode().rstrip("\0").split("\0")
        blob = subprocess.run(
            ["git", "cat-file", "blob", f"{tree}:{PATH}"], cwd=repository, capture_output=True, check=True
        )
        yield Outcome(PATH in conflicts, blob.stdout)


def imported(repository: Path, drawn_pairs: Iterable[Pair]) -> None:
    """Make a repository with the branches `oursN` and `theirsN` of each pair."""
    subprocess.run(["git", "init", "--quiet", str(repository)], check=True)
    stream = b"".join(_commits(number, pair) for number, pair in enumerate(drawn_pairs))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=repository, input=stream, check=True)


def _commits(number: int, pair: Pair) -> bytes:
    base = f"refs/heads/base{number}"
    sides = [("base", pair.base, ""), ("ours", pair.ours, base), ("theirs", pair.theirs, base)]
    return b"".join(_commit(f"refs/heads/{name}{number}", data, parent) for name, data, parent in sides)


def _commit(branch: str, data: bytes, parent: str) -> bytes:
    author = "Alice <alice@example.org> 0 +0000"
    head = f"commit {branch}\ncommitter {author}\ndata 0\n" + (f"from {parent}\n" if parent else "")
    # A file of its own, so that a base without the sidecar is not an empty tree.
    files = [("README", b"desk\n"), *([(PATH, data)] if data else [])]
    return head.encode() + b"".join(b"M 644 inline %b\ndata %d\n%b\n" % (p.encode(), len(d), d) for p, d in files)


def scenario(name: str, count: int) -> tuple[Counter[str], Counter[str]]:
    """Return how often git alone, and our driver, came to each kind of outcome."""
    all_pairs = list(pairs(name, count))
    with tempfile.TemporaryDirectory() as folder:
        repository = Path(folder) / "desk"
        imported(repository, all_pairs)
        alone = Counter(map(judged, all_pairs, by_git(repository, count)))
        ours = [by_driver(pair) for pair in all_pairs]
        install(Scope(repository), f"{sys.executable} -m factcheck", textconv=False)
        through = list(by_git(repository, min(count, THROUGH_GIT)))
        assert through == ours[: len(through)], f"{name}: through git it comes to something else"
    return alone, Counter(map(judged, all_pairs, ours))


def table(count: int) -> Iterator[str]:
    """Yield the lines of the table, in Markdown."""
    yield f"| {count:,} pairs each | stock git: {' / '.join(KINDS)} | with the driver |"
    yield "|---|---|---|"
    for name in SCENARIOS:
        cells = (" / ".join(str(counts[kind]) for kind in KINDS) for counts in scenario(name, count))
        yield f"| {name} | {' | '.join(cells)} |"


def main(arguments: Sequence[str]) -> None:
    """Print the table, then the costs."""
    for line in table(int(arguments[0]) if arguments else 1000):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
