"""Merges of whole desks: what git gets wrong alone, what `check` says of it, and what the driver prevents.

    python -m benchmarks.desk_merges [PAIRS]

Every pair is merged by git's own engine, without and with our driver (kept running, so that no Python has to start
for each file). *Silently wrong*: git stops nowhere in the labels, and something said is lost, or stands with other
words, in another person's file, or beside what it does not belong to. *Caught*: `check` names it afterwards.
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
from pathlib import Path
from typing import NamedTuple

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
    contents = _Contents(repository)
    try:
        for number in range(count):
            command = ["git", "merge-tree", "--write-tree", "-z", "--name-only", "--no-messages"]
            told = subprocess.run(
                [*command, f"ours{number}", f"theirs{number}"], cwd=repository, capture_output=True, check=False
            )
            assert told.returncode in (0, 1), told.stderr
            tree, *conflicts = told.stdout.decode().rstrip("\0").split("\0")
            torn = frozenset(path for path in conflicts if path.endswith(SUFFIX))
            listed = subprocess.run(
                ["git", "ls-tree", "-r", "-z", tree], cwd=repository, capture_output=True, check=True
            ).stdout.decode()
            entries = (entry.partition("\t") for entry in listed.split("\0")[:-1])
            files = {path: contents.get(about.split(" ")[2]) for about, _, path in entries if path.endswith(SUFFIX)}
            yield Outcome(tree, torn, files)
    finally:
        contents.close()


class _Contents:
    """A `git cat-file --batch` that is asked one thing at a time."""

    def __init__(self, repository: Path) -> None:
        command = ["git", "cat-file", "--batch"]
        self._git = subprocess.Popen(command, cwd=repository, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def close(self) -> None:
        """End it."""
        self._git.communicate()

    def get(self, oid: str) -> bytes:
        """Return the bytes of a blob."""
        assert self._git.stdin
        assert self._git.stdout
        self._git.stdin.write(f"{oid}\n".encode())
        self._git.stdin.flush()
        size = int(self._git.stdout.readline().split()[2])
        data = self._git.stdout.read(size + 1)
        return data[:-1]


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


def caught(repository: Path, number: int, outcome: Outcome) -> bool:
    """Return whether `check` finds the merge wrong, committed as it is."""
    parents = _ids(repository, f"ours{number}", f"theirs{number}")
    command = ["git", "commit-tree", outcome.tree, "-m", "merge", "-p", parents[0], "-p", parents[1]]
    made = subprocess.run(command, cwd=repository, capture_output=True, check=True, env=_AUTHOR).stdout.decode().strip()
    if broken(repository, MergeCommit(made, parents), Blobs(repository)):
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


_AUTHOR = os.environ | {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Alice"), ("EMAIL", "alice@example.org"), ("DATE", "2026-03-02T09:00:00Z"))
}


def _ids(repository: Path, *names: str) -> tuple[str, ...]:
    found = subprocess.run(["git", "rev-parse", *names], cwd=repository, capture_output=True, check=True)
    return tuple(found.stdout.decode().split())


class Row(NamedTuple):
    """What came of a scenario."""

    alone: Counter[str]
    #: Of those silently wrong, how many `check` names; and of those right, how many it blames all the same.
    caught: int
    blamed: int
    driven: Counter[str]
    #: Conflicts of the driver where nobody contradicted anybody and everybody's files kept their names.
    needless: int


def scenario(name: str, count: int, *, show: bool = False) -> Row:
    """Merge so many pairs of a scenario, without and with the driver."""
    pairs = [drawn(name, seed) for seed in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        repository = Path(folder) / "desk"
        imported(repository, pairs)
        outcomes = list(by_git(repository, count))
        kinds = [judged(pair, outcome) for pair, outcome in zip(pairs, outcomes, strict=True)]
        said = [kind != "conflict" and caught(repository, n, outcomes[n]) for n, kind in enumerate(kinds)]
        with driver_kept_running(repository):
            driven = list(by_git(repository, count))
    ends = [judged(pair, outcome) for pair, outcome in zip(pairs, driven, strict=True)]
    if show:
        _show(name, pairs, [None if told else outcome for outcome, told in zip(outcomes, said, strict=True)])
        _show(f"driver: {name}", pairs, driven)
    return Row(
        Counter(kinds),
        sum(kind == "silently wrong" and told for kind, told in zip(kinds, said, strict=True)),
        sum(kind == "right" and told for kind, told in zip(kinds, said, strict=True)),
        Counter(ends),
        sum(kind == "conflict" and not _contradictory(pair) for pair, kind in zip(pairs, ends, strict=True)),
    )


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


def _show(name: str, pairs: Sequence[Desks], outcomes: Sequence[Outcome | None]) -> None:
    for seed, (pair, outcome) in enumerate(zip(pairs, outcomes, strict=True)):
        if outcome and judged(pair, outcome) == "silently wrong":
            print(name, seed, list(all_wrongs(pair, outcome.files))[:3], file=sys.stderr)


def table(count: int, *, show: bool = False) -> Iterator[str]:
    """Yield the lines of the table, in Markdown."""
    yield f"| {count:,} desks each | stock git: {' / '.join(KINDS)} | of the wrong, `check` names | with the driver |"
    yield "|---|---|---|---|"
    for name in SCENARIOS:
        row = scenario(name, count, show=show)
        alone, driven = (" / ".join(str(counts[kind]) for kind in KINDS) for counts in (row.alone, row.driven))
        named = f"{row.caught} of {row.alone['silently wrong']}; of the right {row.blamed}"
        yield f"| {name} | {alone} | {named} | {driven}; needless {row.needless} |"


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    for line in table(int(arguments[0]) if arguments else 1000, show="--show" in arguments):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
