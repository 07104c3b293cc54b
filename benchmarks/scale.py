"""What a large corpus costs: `check` by one process, by two and by Dask, git's own limits, α in SQL.

- `python -m benchmarks.scale [ARTICLES ...]`: `check`; 10,000 and 100,000 articles unless told otherwise.
- `python -m benchmarks.scale git [ARTICLES [COMMITS]]`: a repository of 100,000 articles and 10,000 commits.
- `python -m benchmarks.scale sql [ARTICLES]`: α as `agreement` says it and as SQL does, of 11,200 articles with three
  annotators each, which are a million labels.

`--sentences N` gives articles N sentences instead of 30, `--in FOLDER` makes desks there instead of in `.bench`. What
is made is removed. Dask and DuckDB (the extras `dask` and `parquet`) are measured where they are installed.
docs/scale.md has the figures.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import importlib.util
import math
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from benchmarks import check
from benchmarks.check import sentences, sidecar
from factcheck.app.agreement import AgreementRequest, agreement_view
from factcheck.model import SETTINGS

ROOT = Path(__file__).resolve().parent.parent
FACTCHECK = (sys.executable, "-m", "factcheck")
#: Articles that differ; a million of them would fill a disk, and measure its speed.
DIFFERENT = 10_000
#: Who labels for `sql`, and what they say where the first of them says claim.
ANNOTATORS = ("alice", "bob", "carol")
CHOICES = ("claim",) * 8 + ("opinion", "unverified")
#: Articles of one folder, and how often processes are looked at, in seconds.
FOLDER = 1_000
LOOK = 0.02


class Cost(NamedTuple):
    """What one run of a command took."""

    #: Of the command and all that it started, user and system.
    cpu_seconds: float
    seconds: float
    #: The most that the first process, and any that it started, ever held.
    megabytes: float
    worker_megabytes: float
    output: str


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("asked", nargs="*")
    parser.add_argument("--sentences", type=int, default=check.SENTENCES)
    parser.add_argument("--in", dest="folder", type=Path, default=ROOT / ".bench")
    parser.add_argument("--engines", default="one,two,dask")
    asked = parser.parse_args()
    numbers = [int(word) for word in asked.asked if word not in {"git", "sql"}]
    check.SENTENCES = asked.sentences
    asked.folder.mkdir(exist_ok=True)
    if "git" in asked.asked:
        git_limits(asked.folder, *numbers)
        return
    if "sql" in asked.asked:
        sql_alpha(asked.folder, *numbers)
        return
    for articles in numbers or (10_000, 100_000):
        engines(asked.folder, articles, asked.engines.split(","))


# --- check ----------------------------------------------------------------------------------------------------------


def engines(folder: Path, articles: int, wanted: Sequence[str]) -> None:
    """Print what each engine takes for a desk of so many articles, and whether it says the same."""
    known = {"one": ["--jobs", "1"], "two": ["--jobs", "2"], "dask": ["--engine", "dask", "--jobs", "2"]}
    with made(folder) as desk:
        fill(desk, articles)
        print(f"{articles:,} articles of {check.SENTENCES} sentences")
        first: Cost | None = None
        for name in wanted:
            if name == "dask" and not importlib.util.find_spec("distributed"):
                continue
            cost = measured([*FACTCHECK, "check", *known[name]], desk)
            first = first or cost
            same = "the same output" if cost.output == first.output else "ANOTHER OUTPUT"
            print(f"  {name:6}{shown(cost)}   x {cost.cpu_seconds / first.cpu_seconds:.2f}   {same}", flush=True)


def shown(cost: Cost) -> str:
    """Return it as columns."""
    memory = f"{cost.megabytes:6.0f} MB, workers {cost.worker_megabytes:4.0f} MB"
    return f"{cost.cpu_seconds:9.2f} s of CPU {cost.seconds:9.2f} s {memory}"


@contextmanager
def made(folder: Path) -> Iterator[Path]:
    """Make a folder for a desk, and remove it."""
    desk = Path(tempfile.mkdtemp(prefix="scale-", dir=folder))
    try:
        yield desk
    finally:
        shutil.rmtree(desk)


def beside(number: int, folder: int) -> str:
    """Return the path of an article in a folder, without its ending."""
    return f"annotations/{folder:04}/a{number:07}"


def files(number: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the paths and texts of an article and its sidecar; every thousandth has a label too few."""
    path, texts = beside(number, number // FOLDER), sentences(number)
    labels = sidecar(f"a{number:07}.txt", texts)
    if number % FOLDER == 0:
        labels = labels.replace("label: claim", "label:", 1)
    return (f"{path}.txt", "\n".join(texts) + "\n"), (f"{path}.alice.labels.yaml", labels)


def fill(desk: Path, articles: int) -> None:
    """Write the files of a desk; after ten thousand articles the same ones are linked into further folders."""
    (desk / SETTINGS).touch()
    for folder in range(-(-articles // FOLDER)):
        (desk / f"annotations/{folder:04}").mkdir(parents=True)
    for number in range(min(articles, DIFFERENT)):
        for path, text in files(number):
            (desk / path).write_text(text, encoding="utf-8")
    for number in range(DIFFERENT, articles):
        same = number % DIFFERENT
        for ending in (".txt", ".alice.labels.yaml"):
            os.link(
                f"{desk}/{beside(same, same // FOLDER)}{ending}", f"{desk}/{beside(same, number // FOLDER)}{ending}"
            )


def measured(command: Sequence[str], desk: Path) -> Cost:
    """Run a command and watch its processes."""
    began, most = time.monotonic(), [0, 0]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen(command, cwd=desk, env=environment, stdout=output, stderr=subprocess.DEVNULL)
        while not (ended := os.wait4(child.pid, os.WNOHANG))[0]:
            most[0] = max(most[0], kilobytes(child.pid))
            most[1] = max([most[1], *map(kilobytes, descendants(child.pid))])
            time.sleep(LOOK)
        child.returncode = os.waitstatus_to_exitcode(ended[1])
        digest = f"{child.returncode} {digest_of(output)}"
    cpu = ended[2].ru_utime + ended[2].ru_stime
    return Cost(cpu, time.monotonic() - began, most[0] / 1e3, most[1] / 1e3, digest)


def digest_of(file: IO[bytes]) -> str:
    """Return a digest of all that was written."""
    file.seek(0)
    return hashlib.sha256(file.read()).hexdigest()


def kilobytes(process: int) -> int:
    """Return the most that a process has held; 0 if it has ended."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)


def descendants(process: int) -> Iterator[int]:
    """Yield the processes that any thread of a process has started, and theirs."""
    for tasks in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = tasks.read_text(encoding="ascii").split()
        except OSError:
            continue
        for child in map(int, children):
            yield child
            yield from descendants(child)


# --- questions in SQL ------------------------------------------------------------------------------------------------


def sql_alpha(folder: Path, articles: int = 11_200) -> None:
    """Print α of a desk whose annotators often differ, as `agreement` says it and as docs/scale.md's SQL does."""
    import duckdb  # noqa: PLC0415 - an extra

    page = (ROOT / "docs/scale.md").read_text(encoding="utf-8")
    questions = dict(re.findall(r"```sql\n-- (\w+)\n(.*?)```", page, re.DOTALL))
    with made(folder) as desk:
        labelled(desk, articles)
        with contextlib.chdir(desk):  # what the command prints is rounded
            alpha = agreement_view(AgreementRequest(), []).groups[0].alpha.value or 0
        subprocess.run([*FACTCHECK, "export", "parquet", "-o", "labels"], cwd=desk, check=True)
        print(f"{articles * len(ANNOTATORS) * check.SENTENCES:,} labels")
        print(f"  agreement    {alpha:.16f}")
        for view in ("parquet", "yaml"):
            with contextlib.chdir(desk), duckdb.connect() as database:
                database.execute(questions[view])
                ((found,),) = database.execute(questions["agreement"]).fetchall()
            same = "ok" if math.isclose(found, alpha, rel_tol=1e-12) else "MISSED"
            print(f"  SQL, {view:8}{found:.16f}   {abs(found - alpha):.0e} apart  (limit 12 digits: {same})")


def labelled(desk: Path, articles: int) -> None:
    """Write a desk in which three annotators agree four times in five."""
    chance = random.Random(23)
    (desk / SETTINGS).touch()
    for number in range(articles):
        path, texts = Path(desk, beside(number, number // FOLDER)), sentences(number)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_suffix(".txt").write_text("\n".join(texts) + "\n", encoding="utf-8")
        records = sidecar(f"{path.name}.txt", texts)
        for name in ANNOTATORS:
            said = re.sub("label: claim", lambda _: f"label: {chance.choice(CHOICES)}", records)
            Path(f"{path}.{name}.labels.yaml").write_text(
                said.replace("annotator: alice", f"annotator: {name}"), encoding="utf-8"
            )


# --- git ------------------------------------------------------------------------------------------------------------


def git_limits(folder: Path, articles: int = 100_000, commits: int = 10_000) -> None:
    """Print what git and we take in a repository of so many articles and commits, each of one label."""
    with made(folder) as desk:
        import_history(desk, articles, commits)
        size = sum(path.stat().st_size for path in (desk / ".git").rglob("*") if path.is_file())
        print(f"{articles:,} articles of {check.SENTENCES} sentences, {commits:,} commits, .git {size / 1e6:,.0f} MB")
        edited, one = (f"annotations/0000/a{number:07}" for number in range(2))
        (desk / f"{edited}.txt").write_text("Autre chose.\n", encoding="utf-8")
        subprocess.run(["git", "add", f"{edited}.txt"], cwd=desk, check=True)
        for command in (
            ["git", "status", "--short"],
            ["git", "log", "--oneline", "--", f"{one}.alice.labels.yaml"],
            ["git", "diff", "--stat", "HEAD~100"],
            # What --changed-since asks git: what differs from there, and what git does not know.
            ["git", "diff", "--name-only", "--no-renames", "--merge-base", "HEAD~100"],
            ["git", "ls-files", "--others", "--exclude-standard"],
            [*FACTCHECK, "--version"],
            [*FACTCHECK, "check", "--staged"],
            [*FACTCHECK, "check", "--changed-since", "HEAD~100"],
            [*FACTCHECK, "show", f"{one}.txt"],
            [*FACTCHECK, "log", f"{one}.txt", "--sentence", "1"],
            [*FACTCHECK, "diff", "HEAD~100", "HEAD"],
            [*FACTCHECK, "check", f"{one}.txt"],
            [*FACTCHECK, "check"],
        ):
            name = " ".join(command).replace(" ".join(FACTCHECK), "factcheck").replace(one, "ARTICLE")
            cost = measured(command, desk)
            failed = "" if cost.output[0] in "01" else "   FAILED"
            print(f"  {name:56}{shown(cost)}{failed}", flush=True)


def import_history(desk: Path, articles: int, commits: int) -> None:
    """Make a repository whose first commit has all articles, and each further one a label of one of them."""
    git = ["git", "-c", "init.defaultBranch=main", "-c", "core.fsync=none"]
    subprocess.run([*git, "init", "-q"], cwd=desk, check=True)
    with subprocess.Popen([*git, "fast-import", "--quiet"], cwd=desk, stdin=subprocess.PIPE) as importing:
        assert importing.stdin
        importing.stdin.write(commit(0))
        for path, text in (file for number in range(articles) for file in files(number)):
            importing.stdin.write(changed(path, text))
        for number in range(1, commits):
            _, (path, text) = files(number * 7919 % articles)
            importing.stdin.write(commit(number))
            importing.stdin.write(changed(path, text.replace("label: claim", "label: opinion", 1 + number % 5)))
    subprocess.run([*git, "checkout", "-q", "main"], cwd=desk, check=True)


def commit(number: int) -> bytes:
    """Return the begin of a commit, as fast-import reads it."""
    who = f"Alice <alice@example.org> {1_700_000_000 + 600 * number} +0000"
    return f"commit refs/heads/main\ncommitter {who}\ndata 1\n.\n".encode()


def changed(path: str, text: str) -> bytes:
    """Return a file of a commit."""
    data = text.encode()
    return f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n"


if __name__ == "__main__":
    main()
