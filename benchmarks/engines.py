"""Merges of whole desks by engines other than git's own: what they get wrong, and whether `check` says so.

    python -m benchmarks.engines [DESKS]

libgit2 (pygit2) is what desktop programs and some forges use, dulwich what Python services use, isomorphic-git what
runs in browsers. None of them runs a merge driver of ours.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.desk_merges import KINDS, Objects, Outcome, caught, committed, imported, judged
from benchmarks.desk_scenarios import SCENARIOS, drawn
from factcheck.model import SUFFIX

NODE = Path(__file__).resolve().parent.parent / ".bench"

Engine = Callable[[Path, int], Iterator[Outcome]]


def libgit2(repository: Path, count: int) -> Iterator[Outcome]:
    """Merge with libgit2, which pairs renamed files by likeness as git does."""
    import pygit2  # noqa: PLC0415 - not everybody has it

    held: Any = pygit2.Repository(str(repository))
    for number in range(count):
        index = held.merge_commits(held.branches[f"ours{number}"].target, held.branches[f"theirs{number}"].target)
        torn = {side.path for conflict in index.conflicts or () for side in conflict if side}
        if any(path.endswith(SUFFIX) for path in torn):
            yield Outcome("", frozenset(torn), {})
            continue
        for path in torn:  # an article, which is not judged
            del index.conflicts[path]
        tree = str(index.write_tree(held))
        yield Outcome(tree, frozenset(), _files(repository, tree))


def dulwich(repository: Path, count: int) -> Iterator[Outcome]:
    """Merge with dulwich."""
    from dulwich.merge import three_way_merge  # noqa: PLC0415 - as above
    from dulwich.repo import Repo  # noqa: PLC0415 - as above

    with Repo(str(repository)) as held:
        for number in range(count):
            sides: Any = [held[held.refs[f"refs/heads/{name}{number}".encode()]] for name in ("base", "ours", "theirs")]  # type: ignore[index]  # a name of a reference is bytes
            tree, conflicts = three_way_merge(held.object_store, *sides)
            held.object_store.add_object(tree)
            torn = frozenset(path.decode() for path in conflicts if path.decode().endswith(SUFFIX))
            name = tree.id.decode()
            yield Outcome(name, torn, {} if torn else _files(repository, name))


ISOMORPHIC = """
import fs from 'node:fs'
import git from 'isomorphic-git'
const [gitdir, count] = process.argv.slice(1)
const author = { name: 'Alice', email: 'alice@example.org', timestamp: 0, timezoneOffset: 0 }
const found = []
for (let n = 0; n < Number(count); n++) {
  try {
    const merge = { fs, gitdir, ours: `ours${n}`, theirs: `theirs${n}`, author, noUpdateBranch: true, message: 'merge' }
    const { oid } = await git.merge(merge)
    const { commit } = await git.readCommit({ fs, gitdir, oid })
    found.push({ tree: commit.tree, conflicts: [] })
  } catch (error) {
    if (!['MergeConflictError', 'MergeNotSupportedError'].includes(error.code)) throw error
    found.push({ tree: '', conflicts: error.data?.filepaths ?? ['?'] })
  }
}
console.log(JSON.stringify(found))
"""


def isomorphic(repository: Path, count: int) -> Iterator[Outcome]:
    """Merge with isomorphic-git, which knows no renames."""
    command = ["node", "--input-type=module", "-e", ISOMORPHIC, str(repository / ".git"), str(count)]
    done = subprocess.run(command, cwd=NODE, check=True, capture_output=True)
    for told in json.loads(done.stdout):
        torn = frozenset(told["conflicts"])
        yield Outcome(told["tree"], torn, {} if torn else _files(repository, told["tree"]))


def _files(repository: Path, tree: str) -> dict[str, bytes]:
    """Return the sidecars of a tree."""
    with Objects(repository) as objects:
        return dict(objects.sidecars(tree))


ENGINES: dict[str, Engine] = {"libgit2": libgit2, "dulwich": dulwich, "isomorphic-git": isomorphic}


def engines() -> dict[str, Engine]:
    """Return the engines that are installed."""
    python = {"libgit2": ["pygit2"], "dulwich": ["dulwich", "merge3"]}
    found = {name for name, modules in python.items() if all(map(importlib.util.find_spec, modules))}
    if (NODE / "node_modules/isomorphic-git").is_dir():
        found.add("isomorphic-git")
    return {name: engine for name, engine in ENGINES.items() if name in found}


def scenario(engine: Engine, name: str, count: int) -> tuple[Counter[str], int]:
    """Return how often an engine came to each kind of outcome, and how many of the wrong ones `check` names."""
    pairs = [drawn(name, seed) for seed in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        repository = Path(folder) / "desk"
        imported(repository, pairs)
        outcomes = list(engine(repository, count))
        kinds = [judged(pair, outcome) for pair, outcome in zip(pairs, outcomes, strict=True)]
        wrong = [number for number, kind in enumerate(kinds) if kind == "silently wrong"]
        commits = committed(repository, outcomes)
        return Counter(kinds), sum(caught(repository, commits[number], outcomes[number]) for number in wrong)


def main(arguments: Sequence[str]) -> None:
    """Print a table, and fail if something is wrong that `check` does not name, or an engine is missing."""
    if absent := ENGINES.keys() - engines().keys():
        sys.exit(f"not installed: {', '.join(sorted(absent))}; `make engines` installs what pip and npm bring")
    count = int(arguments[0]) if arguments else 100
    missed = 0
    print(f"| {count:,} desks each | engine | {' / '.join(KINDS)} | of the wrong, `check` names |\n|---|---|---|---|")
    for name in SCENARIOS:
        for engine, merge in engines().items():
            kinds, named = scenario(merge, name, count)
            wrong = kinds["silently wrong"]
            missed += wrong - named
            print(
                f"| {name} | {engine} | {' / '.join(str(kinds[kind]) for kind in KINDS)} | {named} of {wrong} |",
                flush=True,
            )
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
