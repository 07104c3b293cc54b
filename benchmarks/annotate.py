"""How fast `factcheck annotate` is: its start, a key, a save; against vim, less and `git add -p` on one harness.

Run as `python -m benchmarks.annotate`, on a machine with nothing else to do. Keys are timed on a pseudo-terminal, from
the key sent to the first byte drawn in answer, on articles of 15, 500 and 5,000 sentences; CPU is all that a key costs,
saving and working ahead included. Peers that are not installed are skipped with a message. Linux only: CPU, memory and
idle time come from /proc.
"""

from __future__ import annotations

import itertools
import os
import select
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import Ratio, call_cpu, process_cpu, ratio
from factcheck.app.session import SidecarWriter
from factcheck.model import Annotator, Label, Language, Sidecar
from factcheck.sidecar import skeleton

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT / ".bench" / "annotate"
sys.path.insert(0, str(ROOT / "tests"))

from pty_session import PtySession, pty_session  # noqa: E402 - the harness lives with the tests

PYTHON = sys.executable
FACTCHECK = str(Path(sys.executable).parent / "factcheck")
SIZES = (15, 500, 5_000)
KEYS = 120


def sentences(count: int) -> list[str]:
    """Return sentences of a length and with the characters that French news has."""
    return [f"Selon la préfecture, {n * 37:,} personnes ont défilé à Brest, soit {n} % de plus." for n in range(count)]


def article(count: int) -> Path:
    """Return an article of so many sentences, one a line, alone in a folder, opened once already."""
    path = BENCH / str(count) / "a.txt"
    shutil.rmtree(path.parent, ignore_errors=True)
    path.parent.mkdir(parents=True)
    path.write_text("".join(f"{sentence}\n" for sentence in sentences(count)))
    subprocess.run(_annotate(path, "--keys", "q"), check=True, stdout=subprocess.DEVNULL)
    return path


def _annotate(path: Path, *more: str, program: str = FACTCHECK) -> list[str]:
    return [program, "annotate", str(path), "--annotator", "bench", "--language", "fr", *more]


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that answers keys: what to run on a file, when it is ready, and keys to press in turn."""

    name: str
    needs: str
    command: Callable[[Path], list[str]]
    ready: str
    keys: Sequence[str]


def _git_add(path: Path) -> list[str]:
    """Return `git add -p` in a repository where every third line of the article has changed, one key a hunk."""
    folder = path.parent / "git"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    lines = [f"{sentence}\n\n\n\n\n\n\n\n" for sentence in sentences(max(KEYS + 10, 15))]
    (folder / "a.txt").write_text("".join(lines))
    git = ["git", "-C", str(folder), "-c", "user.name=bench", "-c", "user.email=bench@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "start"], check=True)
    (folder / "a.txt").write_text("".join(lines).replace("Brest", "Nantes"))
    return [*git, "-c", "interactive.singleKey=true", "-c", "core.pager=cat", "add", "-p"]


PEERS = (
    Peer("factcheck annotate", FACTCHECK, _annotate, "c claim", ("c", "z")),
    # What these lead to is not worked out ahead: the whole step falls between the key and the redraw.
    Peer("... keys not foreseen", FACTCHECK, _annotate, "c claim", ("n", "p")),
    Peer("vim", "vim", lambda path: ["vim", "-Nu", "NONE", "-n", str(path)], "Selon", ("x", "u")),
    Peer("less", "less", lambda path: ["less", str(path)], "Selon", ("j", "k")),
    Peer("git add -p", "git", _git_add, "Stage this hunk", ("n",)),
)


def main() -> None:
    """Print every measurement, each with the limit it is held to."""
    os.environ["XDG_STATE_HOME"] = str(BENCH / "state")
    shutil.rmtree(BENCH, ignore_errors=True)
    articles = {count: article(count) for count in SIZES}
    print("First prompt: CPU until it has been drawn and left again, against `python -c pass`")
    for count in (15, 500):
        print(" ", start_ratio(count, articles[count]))
    print("\nKey to redraw on a terminal, milliseconds")
    for count, path in articles.items():
        _print_keys(count, path)
    print("\nOne label saved with all fsyncs: CPU against writing and fsyncing the same bytes")
    for count in (15, 500, 2_000):
        print(" ", save_ratio(count))
    print("\nIdle for five seconds, and at most resident")
    for count, path in articles.items():
        print(f"  {count:5} sentences: {idle(path)}")


def start_ratio(count: int, path: Path) -> Ratio:
    """Return the CPU of a start over that of an empty Python."""
    floor = [PYTHON, "-c", "pass"]
    return ratio(f"{count} sentences", lambda: start_cpu(path), lambda: process_cpu(floor), limit=8)


def start_cpu(path: Path, program: str = FACTCHECK) -> float:
    """Return the CPU seconds of a session in which `q` was typed before it had begun."""
    session = PtySession(_annotate(path, program=program), path.parent)
    session.send("q")
    while True:
        session.read(0.2)
        pid, status, usage = os.wait4(session.pid, os.WNOHANG)
        if pid:
            break
    session.status = os.waitstatus_to_exitcode(status)
    session.close()
    assert session.status == 0, session.text
    return usage.ru_utime + usage.ru_stime


def _print_keys(count: int, path: Path) -> None:
    medians: dict[str, float] = {}
    for peer in PEERS:
        if shutil.which(peer.needs) is None:
            print(f"  {count:5}  {peer.name:21} skipped: not installed")
            continue
        keys = list(key_times(peer, path))
        times = sorted(key.wall for key in keys)
        medians[peer.name] = statistics.median(times)
        p99, cpu = times[int(len(times) * 0.99)], statistics.median(key.cpu for key in keys)
        print(f"  {count:5}  {peer.name:21} median {medians[peer.name]:6.2f}   p99 {p99:6.2f}   CPU {cpu:6.2f}")
    for peer in PEERS[:2] if "vim" in medians else ():
        against = medians[peer.name] / medians["vim"]
        print(f"  {count:5}  {peer.name:21} {against:.2f} x vim  (limit 2: {'ok' if against <= 2 else 'MISSED'})")


class Key(NamedTuple):
    """What one key took, in milliseconds."""

    #: To the first byte drawn in answer.
    wall: float
    #: Of CPU, until the program waits for the next key.
    cpu: float


def key_times(peer: Peer, path: Path) -> Iterator[Key]:
    """Yield what each key took."""
    with pty_session(peer.command(path), path.parent) as session:
        session.wait_for(peer.ready)
        _quiet(session)
        for key in itertools.islice(itertools.cycle(peer.keys), KEYS):
            ran, started = _ran(session.pid), time.perf_counter()
            session.send(key)
            # Only until something arrives: what it costs us to emulate a screen is not the program's.
            assert select.select([session.master], [], [], 5.0)[0], f"{peer.name} does not answer:\n{session.text}"
            wall = time.perf_counter() - started
            _quiet(session)
            yield Key(1e3 * wall, (_ran(session.pid) - ran) / 1e6)


def _quiet(session: PtySession) -> None:
    """Read on until nothing more comes for a while: the answer to the last key, and its save, are over."""
    while session.read(0.05):
        pass


def save_ratio(count: int) -> Ratio:
    """Return the CPU of a label's save over the CPU of writing and fsyncing the same bytes."""
    folder = BENCH / f"save-{count}"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "a.bench.labels.yaml"
    path.unlink(missing_ok=True)
    state = skeleton("a.txt", Annotator("bench"), Language("fr"), sentences(count))
    keeper = SidecarWriter(path, (state.article, state.annotator), None)
    keeper.keep(state)
    states = itertools.cycle([_labelled(state, at, label) for at in range(10) for label in Label])
    data = path.read_bytes()

    def save() -> None:
        for _ in range(20):
            keeper.keep(next(states))

    def write() -> None:
        for _ in range(20):
            descriptor = os.open(folder / "plain", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.write(descriptor, data)
            os.fsync(descriptor)
            os.close(descriptor)

    return ratio(f"{count} sentences, {len(data):,} bytes", lambda: call_cpu(save), lambda: call_cpu(write), limit=2)


def _labelled(sidecar: Sidecar, at: int, label: Label) -> Sidecar:
    records = list(sidecar.sentences)
    records[at] = records[at]._replace(label=label)
    return sidecar._replace(sentences=tuple(records))


def idle(path: Path) -> str:
    """Return what a session costs while nobody types, and its memory, in words."""
    with pty_session(_annotate(path), path.parent) as session:
        session.wait_for("c claim")
        session.send("cz" * 10)
        _quiet(session)
        before = _ran(session.pid)
        time.sleep(5)
        spent = (_ran(session.pid) - before) / 1e6
        peak = int(_status(session.pid, "VmHWM")) / 1024
    kept = "ok" if peak <= 30 else "MISSED"
    return f"{spent:.3f} ms of CPU; {peak:.1f} MB (limit 30: {kept})"


def _ran(pid: int) -> int:
    """Return how long a process has run, in nanoseconds."""
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0])


def _status(pid: int, name: str) -> str:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(line.split()[1] for line in lines if line.startswith(name))


if __name__ == "__main__":
    main()
