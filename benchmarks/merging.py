"""Merges of random pairs of branches: how often git alone and git with our driver are right; and what that costs.

    python -m benchmarks.merging [PAIRS]

Every pair is merged by git's own engine (`git merge-tree --write-tree`, what `git merge` runs) without any driver, and
by ours; the first pairs of each scenario also by git with our driver, which must give the same bytes.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import deeds
from benchmarks.installed import FACTCHECK, PYTHON
from benchmarks.installed import install as install_program
from benchmarks.judging import contradicts, wrongs
from benchmarks.measure import Ratio, process_cpu, ratio
from benchmarks.merge_scenarios import SCENARIOS, Versions, done, drawn
from factcheck import sidecar
from factcheck.errors import FactcheckError
from factcheck.io.git.installation import Scope, install
from factcheck.merging import merge
from factcheck.model import Label, Sidecar

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
        told = subprocess.run(
            [*command, f"ours{number}", f"theirs{number}"], cwd=repository, capture_output=True, check=False
        )
        assert told.returncode in (0, 1), told.stderr
        tree, *conflicts = told.stdout.decode().rstrip("\0").split("\0")
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
    # A file of its own, so that a base without the sidecar is not an empty tree.
    readme = {"README": b"desk\n"}
    return b"".join(
        commit(f"refs/heads/{name}{number}", readme | ({PATH: data} if data else {}), parent)
        for name, data, parent in sides
    )


def commit(branch: str, files: Mapping[str, bytes], parent: str) -> bytes:
    """Return what `git fast-import` makes a commit of that holds these files and nothing else.

    Args:
        branch: The reference that is to name it.
        files: What it holds, by path.
        parent: The reference of its parent; empty for none.
    """
    author = "Alice <alice@example.org> 0 +0000"
    head = f"commit {branch}\ncommitter {author}\ndata 0\n" + (f"from {parent}\ndeleteall\n" if parent else "")
    return head.encode() + b"".join(
        b"M 644 inline %b\ndata %d\n%b\n" % (p.encode(), len(d), d) for p, d in files.items()
    )


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


def costs(sentences: int = 200) -> Iterator[Ratio]:
    """Yield what merging one sidecar costs, start-up included, against git's own merge and a notebook's driver."""
    install_program()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_sidecars(folder, sentences)
        driver = [FACTCHECK, "merge-driver", "--"]
        ours = _timed(folder, [*driver, "base", "ours", "theirs", "7", PATH])
        by_git_alone = _timed(folder, ["git", "merge-file", "--quiet", "ours", "base", "theirs"])
        milliseconds = sorted(ours() * 1000 for _ in range(11))[5]
        yield Ratio(f"driver, {sentences} sentences, in CPU ms", milliseconds, milliseconds, milliseconds, limit=60)
        yield ratio("driver / python -c pass", ours, lambda: process_cpu([PYTHON, "-c", "pass"]))
        yield ratio("driver / git merge-file", ours, by_git_alone)
        if NBDIME.exists():
            _write_notebooks(folder, sentences)
            command = [str(NBDIME), "merge", "base.ipynb", "ours.ipynb", "theirs.ipynb", "7", "x.ipynb"]
            yield ratio("nbdime's driver / driver", _timed(folder, command, "ours.ipynb"), ours)


def merges_of_many(files: int = 200, sentences: int = 40) -> Iterator[Ratio]:
    """Yield what `git merge` takes with our driver against without, in a desk where both sides worked on every file.

    First each labelled other sentences and wrote notes, some on the same ones. Then one edited a sentence that the
    other labelled. At last every file is in conflict, and Python is started for each.
    """
    texts = [f"Sentence number {n} says what was said on day {n}." for n in range(sentences)]
    base = deeds.new(texts)
    shared = done(base, [deeds.label(at, Label.CLAIM) for at in range(0, sentences, 2)])
    noted = done(base, [deeds.note(at, "see page 2") for at in range(0, sentences, 3)])
    edited = done(base, [deeds.rewrite(4, "Hier,")])
    torn = done(base, [deeds.label(4, Label.OPINION)])
    yield _of_many(f"git merge, {files} sidecars, driver / stock", base, shared, noted, files=files, limit=30)
    yield _of_many("the same, edited here and labelled there", base, shared, edited, files=files, limit=30)
    yield _of_many("the same, every file in conflict", base, shared, torn, files=files, limit=0)


def _of_many(name: str, *three: Sidecar, files: int, limit: float) -> Ratio:
    with tempfile.TemporaryDirectory() as folder:
        stock, driven = Path(folder) / "stock", Path(folder) / "driven"
        _write_branches(stock, files, three)
        shutil.copytree(stock, driven)
        install(Scope(driven), FACTCHECK, textconv=False)
        return ratio(name, lambda: _merging(driven), lambda: _merging(stock), rounds=5, limit=limit)


def _write_branches(repository: Path, files: int, three: Sequence[Sidecar]) -> None:
    """Make a repository with `ours` checked out, and each version in so many files."""
    paths = [f"annotations/a{number}.alice.labels.yaml" for number in range(files)]
    branches = (("base", ""), ("ours", "refs/heads/base"), ("theirs", "refs/heads/base"))
    stream = b"".join(
        commit(f"refs/heads/{branch}", dict.fromkeys(paths, sidecar.write(side)), parent)
        for (branch, parent), side in zip(branches, three, strict=True)
    )
    subprocess.run(["git", "init", "--quiet", str(repository)], check=True)
    subprocess.run(["git", "fast-import", "--quiet"], cwd=repository, input=stream, check=True)
    subprocess.run(["git", "checkout", "--quiet", "--force", "--detach", "ours"], cwd=repository, check=True)


def _merging(repository: Path) -> float:
    """Return the CPU seconds of merging `theirs`, and take it back."""
    seconds = process_cpu(["git", "merge", "--quiet", "--no-commit", "theirs"], cwd=str(repository))
    subprocess.run(["git", "reset", "--quiet", "--hard", "ours"], cwd=repository, check=True)
    return seconds


#: `make bench-merging` puts it there; without it that line is left out.
NBDIME = Path(__file__).resolve().parent.parent / ".bench/nbdime/bin/git-nbmergedriver"


def _timed(folder: Path, command: Sequence[str], ours: str = "ours") -> Callable[[], float]:
    """Return what times a command that overwrites our side, which is put back before."""
    before = (folder / ours).read_bytes()

    def once() -> float:
        (folder / ours).write_bytes(before)
        return process_cpu(command, cwd=str(folder))

    return once


def _write_sidecars(folder: Path, sentences: int) -> None:
    """Write three versions in which both sides worked, on some sentences both."""
    base = deeds.new([f"Sentence number {n} says what was said on day {n}." for n in range(sentences)])
    ours = done(base, [deeds.label(at, Label.CLAIM) for at in range(0, sentences, 2)])
    theirs = done(base, [deeds.note(at, "see page 2") for at in range(0, sentences, 3)])
    for name, version in (("base", base), ("ours", ours), ("theirs", theirs)):
        (folder / name).write_bytes(sidecar.write(version))


def _write_notebooks(folder: Path, cells: int) -> None:
    """Write the same work as notebooks: a cell a sentence, its label in the metadata."""
    for name in ("base", "ours", "theirs"):
        listed = []
        for at in range(cells):
            metadata = {"label": "claim" if name == "ours" and at % 2 == 0 else ""}
            metadata |= {"note": "see page 2"} if name == "theirs" and at % 3 == 0 else {}
            source = f"Sentence number {at} says what was said on day {at}."
            listed.append({"cell_type": "markdown", "id": f"c{at}", "metadata": metadata, "source": source})
        notebook = {"cells": listed, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        (folder / f"{name}.ipynb").write_text(json.dumps(notebook, indent=1), encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Print the table, then the costs."""
    for line in table(int(arguments[0]) if arguments else 1000):
        print(line, flush=True)
    for cost in (*costs(), *merges_of_many()):
        print(cost, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
