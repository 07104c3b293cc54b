"""Merges of whole desks: what git gets wrong alone, what `check` says of it, and what the driver prevents.

    python -m benchmarks.desk_merges [PAIRS]

Every pair is merged by git's own engine, without and with our driver (kept running, so that no Python has to start
for each file). *Silently wrong*: git stops nowhere in the labels, and something said is lost, or stands with other
words, in another person's file, or beside what it does not belong to. *Caught*: `check` names it afterwards.
The table is printed anew after each hundred desks of every scenario.
"""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Self

from benchmarks.desk_scenarios import DECISIONS, SCENARIOS, Desks, drawn, new, people
from benchmarks.judging import contradicts, every, wrongs
from benchmarks.merging import commit
from factcheck import sidecar as form
from factcheck.app.driver import MergeRequest, run_merge
from factcheck.app.merges import Blobs, broken
from factcheck.checking.form import label_apart
from factcheck.checking.subject import Sheet, subject
from factcheck.config import Config
from factcheck.errors import FactcheckError
from factcheck.io.git.merges import MergeCommit
from factcheck.model import SUFFIX, Sidecar

KINDS = ("right", "conflict", "silently wrong")


class Outcome(NamedTuple):
    """What a merge came to."""

    tree: str
    #: The sidecars that git calls unmerged, by any name they have in it.
    conflicts: frozenset[str]
    #: The sidecars of the tree.
    files: Mapping[str, bytes]


def imported(repository: Path, pairs: Sequence[Desks]) -> None:
    """Make a repository with the branches `baseN`, `oursN` and `theirsN` of each pair."""
    subprocess.run(["git", "init", "--quiet", str(repository)], check=True)
    stream = b"".join(_commits(number, pair) for number, pair in enumerate(pairs))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=repository, input=stream, check=True)


def _commits(number: int, pair: Desks) -> bytes:
    names = (("base", ""), ("ours", "base"), ("theirs", "base"))
    return b"".join(
        commit(f"refs/heads/{name}{number}", side.files(), f"refs/heads/{parent}{number}" if parent else "")
        for (name, parent), side in zip(names, pair, strict=True)
    )


def by_git(repository: Path, count: int) -> Iterator[Outcome]:
    """Merge the pairs that `imported` put into a repository."""
    with Objects(repository) as objects:
        for number in range(count):
            command = ["git", "merge-tree", "--write-tree", "-z", "--name-only", "--no-messages"]
            told = subprocess.run(
                [*command, f"ours{number}", f"theirs{number}"], cwd=repository, capture_output=True, check=False
            )
            assert told.returncode in (0, 1), told.stderr
            tree, *conflicts = told.stdout.decode().rstrip("\0").split("\0")
            torn = frozenset(path for path in conflicts if path.endswith(SUFFIX))
            yield Outcome(tree, torn, dict(objects.sidecars(tree)))


class Objects:
    """A `git cat-file --batch` that is asked one thing at a time."""

    def __init__(self, repository: Path) -> None:
        command = ["git", "cat-file", "--batch"]
        self._git = subprocess.Popen(command, cwd=repository, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> Self:
        """Return it."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self._git.communicate()

    def sidecars(self, tree: str, folder: str = "") -> Iterator[tuple[str, bytes]]:
        """Yield the sidecars of a tree and those below it, by path."""
        for mode, name, oid in _entries(self._get(tree)):
            if mode == b"40000":
                yield from self.sidecars(oid, f"{folder}{name}/")
            elif name.endswith(SUFFIX):
                yield folder + name, self._get(oid)

    def _get(self, oid: str) -> bytes:
        assert self._git.stdin
        assert self._git.stdout
        self._git.stdin.write(f"{oid}\n".encode())
        self._git.stdin.flush()
        size = int(self._git.stdout.readline().split()[2])
        data = self._git.stdout.read(size + 1)
        return data[:-1]


def _entries(data: bytes) -> Iterator[tuple[bytes, str, str]]:
    """Yield mode, name and id of everything in a tree object: `mode name`, a zero byte, twenty bytes of id."""
    while data:
        about, _, rest = data.partition(b"\0")
        mode, _, name = about.partition(b" ")
        yield mode, name.decode(), rest[:20].hex()
        data = rest[20:]


@contextlib.contextmanager
def driver_kept_running(repository: Path) -> Iterator[None]:
    """Let git use our driver in this process: a shell script hands each call over and waits for its exit code."""
    call, answer, script = (repository / ".git" / name for name in ("call", "answer", "driver"))
    for pipe in (call, answer):
        os.mkfifo(pipe)
    script.write_text(
        f"#!/bin/sh\nprintf '%s\\n' \"$@\" > '{call}'\nread code < '{answer}'\n"
        "case $code in 0) exit 0;; 10) exit 1;; esac\n"
        'git merge-file --marker-size="$4" -L ours -L base -L theirs "$2" "$1" "$3" || exit 1\n'
    )
    script.chmod(0o700)

    def serve() -> None:
        while (words := call.read_text().splitlines()) != ["stop"]:
            base, ours, theirs, size, path = words
            asked = MergeRequest(repository / base, repository / ours, repository / theirs, int(size), path)
            try:
                with contextlib.redirect_stderr(io.StringIO()):
                    code = run_merge(asked)
            except FactcheckError:
                code = 2
            answer.write_text(f"{code}\n")

    server = threading.Thread(target=serve, daemon=True)
    server.start()
    _set(repository, "merge.factcheck.driver", f"'{script}' %O %A %B %L %P")
    (repository / ".git/info").mkdir(exist_ok=True)
    (repository / ".git/info/attributes").write_text("*.labels.yaml merge=factcheck\n")
    yield
    call.write_text("stop\n")
    server.join()
    _set(repository, "merge.factcheck.driver", "false")
    (repository / ".git/info/attributes").unlink()
    for file in (call, answer):
        file.unlink()


def _set(repository: Path, key: str, value: str) -> None:
    subprocess.run(["git", "config", key, value], cwd=repository, check=True)


# --- judged by the values alone ---------------------------------------------------------------------------------------


def judged(pair: Desks, outcome: Outcome) -> str:
    """Return which of `KINDS` the outcome is."""
    if outcome.conflicts:
        return "conflict"
    return "silently wrong" if any(all_wrongs(pair, outcome.files)) else "right"


def all_wrongs(pair: Desks, files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield everything that a merge which stopped nowhere got wrong."""
    merged: dict[str, list[Sidecar]] = {}
    for path, data in files.items():
        try:
            sidecar = form.read(data, path).sidecar
        except FactcheckError as error:
            yield f"{path}: {error.message}"
            continue
        merged.setdefault(sidecar.annotator or DECISIONS, []).append(sidecar)
    for person in people(pair):
        yield from _of_person(pair, person, merged.get(person, []))
    yield from (f"nobody is {person}" for person in merged if person not in people(pair))
    yield from _comments(pair, files)


def _of_person(pair: Desks, person: str, merged: Sequence[Sidecar]) -> Iterator[str]:
    base, ours, theirs = (side.sidecars.get(person) for side in pair)
    if ours is None or theirs is None:
        left = ours or theirs
        if left != base and left is not None and base is not None:
            yield f"{person}: removed here, worked on there, and nobody asked"
        elif bool(merged) != (base is None):
            yield f"{person}: there although it was removed, or gone although it was added"
        elif left and merged and merged[0].sentences != left.sentences:
            yield f"{person}: not what was added"
        return
    before = base or new([record.text for record in ours.sentences], person)
    if len(merged) != 1:
        yield f"{person}: {len(merged)} files"
    for one in merged:
        yield from (f"{person}: {wrong}" for wrong in wrongs(before, ours, theirs, one))
        yield from (f"{person}: {wrong}" for wrong in _composed(ours, theirs, one))


def _composed(ours: Sidecar, theirs: Sidecar, merged: Sidecar) -> Iterator[str]:
    """Yield labels with what belongs to them that stood so on neither side."""
    sides = [every(side) for side in (ours, theirs)]
    for name, record in every(merged).items():
        units = {_unit(side[name]) for side in sides if name in side and side[name].text == record.text}
        if record.done and units and _unit(record) not in units:
            yield f"{name}: put together of two"


def _unit(record: object) -> tuple[object, ...]:
    return tuple(getattr(record, name) for name in ("label", "skip", "source", "url", "reason", "over"))


def _comments(pair: Desks, files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield comments of either side that are nowhere, though their file was not removed."""
    said = b"\n".join(files.values())
    for side in pair[1:]:
        for person in side.spellings:
            data = side.files().get(side.path(person), b"")
            kept = all(person in other.sidecars for other in pair[1:])
            for line in data.decode().splitlines():
                comment = line.partition("#")[2].strip()
                if kept and comment and " says " in comment and comment.encode() not in said:
                    yield f"{person}: the comment {comment!r} is lost"


def committed(repository: Path, outcomes: Sequence[Outcome]) -> dict[int, MergeCommit]:
    """Commit the merges that stopped nowhere as they are, and return them by the number of their pair."""
    clean = [number for number, outcome in enumerate(outcomes) if not outcome.conflicts]
    stream = "".join(
        f"commit refs/heads/merge{number}\ncommitter Alice <alice@example.org> 0 +0000\ndata 0\n"
        f"from refs/heads/ours{number}\nmerge refs/heads/theirs{number}\nM 040000 {outcomes[number].tree} \n\n"
        for number in clean
    )
    subprocess.run(["git", "fast-import", "--quiet"], cwd=repository, input=stream.encode(), check=True)
    command = ["git", "for-each-ref", "--format=%(refname) %(objectname) %(parent)", "refs/heads/merge*"]
    told = subprocess.run(command, cwd=repository, capture_output=True, check=True).stdout.decode()
    merged = (line.split(" ") for line in told.splitlines())
    return {int(name.removeprefix("refs/heads/merge")): MergeCommit(oid, tuple(two)) for name, oid, *two in merged}


def caught(repository: Path, commit: MergeCommit, outcome: Outcome) -> bool:
    """Return whether `check` finds a merge wrong."""
    if broken(repository, commit, Blobs(repository)):
        return True
    return any(not _sound(path, data) for path, data in outcome.files.items())


def _sound(path: str, data: bytes) -> bool:
    """Return whether the rules about one file find nothing wrong that is no matter of labels."""
    try:
        document = form.read(data, path)
    except FactcheckError:
        return False
    sheet = Sheet(path, data, document)
    return not document.problems and not any(label_apart(subject("x", None, [sheet], Config())))


@dataclass
class Row:
    """What came of a scenario so far."""

    alone: Counter[str] = field(default_factory=Counter)
    #: Of those silently wrong, how many `check` names; and of those right, how many it blames all the same.
    caught: int = 0
    blamed: int = 0
    driven: Counter[str] = field(default_factory=Counter)
    #: Conflicts of the driver where nobody contradicted anybody and everybody's files kept their names.
    needless: int = 0

    def add(self, pairs: Sequence[Desks], alone: Sequence[str], said: Sequence[bool], driven: Sequence[str]) -> None:
        """Count more merges: what git made of them, whether `check` named that, and what the driver made of them."""
        self.alone.update(alone)
        self.caught += sum(kind == "silently wrong" and told for kind, told in zip(alone, said, strict=True))
        self.blamed += sum(kind == "right" and told for kind, told in zip(alone, said, strict=True))
        self.driven.update(driven)
        stopped = (pair for pair, kind in zip(pairs, driven, strict=True) if kind == "conflict")
        self.needless += sum(not _contradictory(pair) for pair in stopped)


def merge_more(row: Row, name: str, seeds: Sequence[int], *, show: bool = False) -> None:
    """Merge pairs of a scenario, without and with the driver, and count what comes of it."""
    pairs = [drawn(name, seed) for seed in seeds]
    with tempfile.TemporaryDirectory() as folder:
        repository = Path(folder) / "desk"
        imported(repository, pairs)
        outcomes = list(by_git(repository, len(pairs)))
        commits = committed(repository, outcomes)
        said = [n in commits and caught(repository, commits[n], outcome) for n, outcome in enumerate(outcomes)]
        with driver_kept_running(repository):
            driven = list(by_git(repository, len(pairs)))
    alone, ends = ([judged(*each) for each in zip(pairs, some, strict=True)] for some in (outcomes, driven))
    row.add(pairs, alone, said, ends)
    if show:
        for seed, pair, outcome, told, end in zip(seeds, pairs, outcomes, said, driven, strict=True):
            _show(name, seed, pair, None if told else outcome)
            _show(f"driver: {name}", seed, pair, end)


def _contradictory(pair: Desks) -> bool:
    _, ours, theirs = pair
    if ours.article != theirs.article or any(p not in s.sidecars for s in pair for p in people(pair)):
        return True
    versions = [[side.sidecars[person] for side in pair] for person in people(pair)]
    return any(contradicts(*of_one) or _both_decided(*of_one) for of_one in versions)


def _both_decided(base: Sidecar, ours: Sidecar, theirs: Sidecar) -> bool:
    """Return whether both sides changed what belongs to one label, each in its own way."""
    before, here, there = ({name: _unit(r) for name, r in every(side).items()} for side in (base, ours, theirs))
    return any(len({before.get(name), here[name], there.get(name)}) == 3 for name in here)


def _show(name: str, seed: int, pair: Desks, outcome: Outcome | None) -> None:
    if outcome and judged(pair, outcome) == "silently wrong":
        print(name, seed, list(all_wrongs(pair, outcome.files))[:3], file=sys.stderr, flush=True)


def table(rows: Mapping[str, Row]) -> Iterator[str]:
    """Yield the lines of the table, in Markdown."""
    count = min(row.alone.total() for row in rows.values())
    yield f"| {count:,} desks each | stock git: {' / '.join(KINDS)} | of the wrong, `check` names | with the driver |"
    yield "|---|---|---|---|"
    for name, row in rows.items():
        alone, driven = (" / ".join(str(counts[kind]) for kind in KINDS) for counts in (row.alone, row.driven))
        named = f"{row.caught} of {row.alone['silently wrong']}; of the right {row.blamed}"
        yield f"| {name} | {alone} | {named} | {driven}; needless {row.needless} |"


#: So many desks of each scenario are merged before the table is printed anew.
_ROUND = 100


def main(arguments: Sequence[str]) -> None:
    """Print the table after each round."""
    count = int(arguments[0]) if arguments else 1000
    rows = {name: Row() for name in SCENARIOS}
    for first in range(0, count, _ROUND):
        for name, row in rows.items():
            merge_more(row, name, range(first, min(first + _ROUND, count)), show="--show" in arguments)
        print(*table(rows), "", sep="\n", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
