"""Hostile pull requests through every command, with canaries for what must never happen.

Each makes a desk of names, links, repositories, settings, texts and sizes that a stranger could send, runs `check` in
two of its ways and two other commands over it, and then looks: did a program run, was a file outside read or written,
would a CI system take a line of the output for a command, was it a bug (exit code 3), did it take over two seconds?

Run as `python tests/fuzz_pull_requests.py [NUMBER [SEED]]`, or `make hostile`; some run in the test suite. A fault is
told with the seed of its pull request: NUMBER 1 and that SEED try it again.
"""

from __future__ import annotations

import gc
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from canaries import elsewhere, left_faults, said_faults, watched
from commands import run
from hostile_desks import World, hostile_attributes, in_memory, make, prepare

from factcheck.cli.commands import COMMANDS
from factcheck.formats import FINDINGS
from factcheck.formats.exchange import CHOICES

# What is run.

#: Formats that need no extra, of which one is too slow to import to be tried again and again.
_BUILT_IN = sorted(set(CHOICES) - {"parquet", "spacy", "xlsx", "cas"})
#: What each command is given besides a path; those that are not here get the path alone.
ARGUMENTS: dict[str, list[list[str]]] = {
    "annotate": [
        ["--annotator", "alice", "--language", "fr", "--keys", "cq"],
        ["--language", "fr", "--keys", "cs<enter>"],
    ],
    "adjudicate": [["--keys", "1"]],
    "carry": [["--format", "json"], ["--dry-run", "--format", "markdown"], ["--from", "main"], []],
    "check": [["--format", form] for form in FINDINGS if form != "statistics"]
    + [
        ["--statistics"],
        ["--baseline", "baseline.json"],
        ["-o", "report.json"],
        ["-o", "out/report.json"],
        ["--write-baseline", "baseline.json"],
        ["--encoding", "cp1252"],
        ["--strict"],
    ],
    "agreement": [["--format", form] for form in ("text", "json", "markdown", "svg", "csv")],
    "diff": [["--format", form] for form in ("text", "json", "markdown")],
    "export": [[form, *out] for form in _BUILT_IN for out in ([], ["-o", "out/labels"], ["-o", "report.json"])],
    "import": [[form, *how] for form in CHOICES for how in ([], ["--annotator", "carol"], ["--dry-run"])],
    "log": [["--sentence", "1"]],
    "plan": [["--among", "alice,bob"], ["--among", "alice,bob", "--format", "csv"]],
    "report": [["-o", "out/report"], ["-o", "report.json", "--format", "markdown"], ["--blind"], ["--title", "::x"]],
    "resolve": [["--keys", "1"]],
    "similar": [
        [],
        ["--format", "json"],
        ["--format", "markdown", "--sentence", "1"],
        ["--in", "annotations/leak.txt"],
    ],
    "sentences": [["--language", "fr"], ["--language", "fr", "--format", "jsonl"]],
}
#: What takes no path, or another one.
ALONE: dict[str, list[list[str]]] = {
    "codebook": [[], ["--init"]],
    "feedback": [["alice"], ["--desk"], ["--calibration"], ["alice", "--format", "json"]],
    "formats": [[]],
    "explain": [["FC101"]],
    "git": [["status"], ["install"], ["uninstall"], ["textconv", "annotations/strike.alice.labels.yaml"]],
    "init": [["."], ["annotations"], ["--ci", "github", "--from", "https://example.org/a@v1"]],
    "merge-driver": [["annotations/strike.alice.labels.yaml"] * 3 + ["7", "::error::x"]],
    "schema": [["labels"]],
    "sources": [[], ["prefecture"]],
}
#: Commands that change the repository because somebody asks for it, by the repository's own settings.
CHANGING = ("git", "mv", "resolve")
_CHANGED: tuple[list[str], ...] = ([], [], ["--changed-since", "main"], ["--changed-since", "main"], ["--staged"])


def runs(world: World) -> Iterator[list[str]]:
    """Yield the command lines to try: `check` in two ways, and two other commands."""
    paths = sorted(os.fsdecode(path.relative_to(world.desk)) for path in (world.desk / "annotations").iterdir())
    for _ in range(2):
        named = world.chance.choice(([], [], ["annotations/"], [world.chance.choice(paths)]))
        scope = world.chance.choice(_CHANGED)
        yield ["check", *scope, *world.chance.choice(ARGUMENTS["check"]), "--", *named]
    for name in world.chance.sample(sorted(set(COMMANDS) - {"check"}), 2):
        if name in ALONE:
            yield [name, *world.chance.choice(ALONE[name])]
        else:
            path = world.chance.choice(paths)
            to = ["annotations/moved.txt"] if name == "mv" else []
            yield [name, *world.chance.choice(ARGUMENTS.get(name, [[]])), "--", path, *to]


def try_one(prepared: Path, folder: Path, seed: int) -> list[str]:
    """Try one pull request; return what went wrong."""
    world = World(folder / f"world-{seed}", random.Random(seed))
    shutil.copytree(prepared, world.folder, symlinks=True)
    mischief = make(world)
    os.chdir(world.desk)
    asked = [words for words in runs(world) if hostile_attributes not in mischief or words[0] not in CHANGING]
    found = [f"seed {seed}, {words}: {fault}" for words in asked for fault in faults(world, words)]
    os.chdir(folder)
    shutil.rmtree(world.folder)
    return found


def faults(world: World, words: list[str]) -> Iterator[str]:
    """Run a command in this process; yield what went wrong."""
    changing = words[0] in CHANGING
    before = elsewhere(world, changing=changing)
    started = time.process_time()
    with watched(world, changing=changing) as done:
        told = run(*words)
    seconds = time.process_time() - started
    gc.enable()  # `check` ends with its process otherwise
    yield from done
    yield from said_faults(told, seconds)
    yield from left_faults(world)
    if elsewhere(world, changing=changing) != before:
        yield "written outside"


def try_some(first: int, number: int) -> list[str]:
    """Try pull requests with the seeds from `first` on, in an environment of their own; return what went wrong."""
    with tempfile.TemporaryDirectory(prefix="hostile-", dir=in_memory()) as folder:
        home = Path(folder, "home")
        home.mkdir()
        os.environ |= {
            "HOME": str(home),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_CONFIG_HOME": str(home / "config"),
        }
        os.environ |= {"GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8"}
        os.environ |= {f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        prepared = prepare(Path(folder, "prepared"))
        before = Path.cwd()
        try:
            return [fault for seed in range(first, first + number) for fault in try_one(prepared, Path(folder), seed)]
        finally:
            os.chdir(before)


#: How many pull requests one process tries before another takes over.
_APIECE = 200


def main() -> None:
    """Try as many pull requests as asked; print what went wrong, and fail if anything did."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    starts = range(first, first + number, _APIECE)
    found: list[str] = []
    print(f"{number:,} hostile pull requests from seed {first}", flush=True)  # noqa: T201 - a script
    with ProcessPoolExecutor(2, max_tasks_per_child=1) as pool:
        for faulty in pool.map(try_some, starts, [min(_APIECE, first + number - start) for start in starts]):
            found += faulty
            for fault in faulty:
                print(fault, flush=True)  # noqa: T201
    print(f"{len(found)} faults")  # noqa: T201
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
