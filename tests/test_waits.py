"""Nothing waits for ever: not for git, a lock, a pipe, or a process that was killed or stopped."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from desks import Desk, new_desk

from factcheck.errors import FactcheckError
from factcheck.io.git import runner
from factcheck.io.git.repository import attributes

#: How often a process of `check` is killed, once at each moment; `make scale` does it more often.
KILLS = int(os.environ.get("FACTCHECK_KILLS", "3"))
ARTICLES = 4_000
CHECK = [sys.executable, "-m", "factcheck", "check", "--jobs", "2", "annotations"]
#: Seconds in which a command ends once something it waits for is gone, on top of the work that is left.
SOON = 5.0
#: Seconds after which a command hangs, however busy the machine is.
HANG = 100.0


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Make a desk in a repository."""
    return new_desk(tmp_path / "desk")


def test_git_that_stops_is_ended(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped, as by a debugger or a frozen disk: it is killed, and the message says what was asked."""
    monkeypatch.setattr(runner, "PATIENCE", 0.3)
    with pytest.raises(FactcheckError, match="no answer"):
        runner.run(["-c", "alias.halt=!kill -STOP $PPID; sleep 30", "halt"], desk.top)


def test_git_that_waits_for_a_pipe_is_ended(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git itself reads `.gitattributes` even where it is a pipe that nobody writes to."""
    monkeypatch.setattr(runner, "PATIENCE", 0.3)
    (desk.top / ".gitattributes").unlink(missing_ok=True)
    os.mkfifo(desk.top / ".gitattributes")
    with pytest.raises(FactcheckError, match="no answer"):
        attributes(desk.top, ["annotations/port-strike.txt"], ["text"])


def test_a_pipe_that_nobody_reads_is_refused(tmp_path: Path) -> None:
    """The output of `check` may go to a pipe, but somebody has to read from it."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "annotations").mkdir()
    done = subprocess.run(
        [*CHECK[:-1], "-o", "pipe"], cwd=tmp_path, capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode == 2
    assert "pipe: a pipe that nobody reads from" in done.stderr


def test_a_pipe_that_somebody_reads_gets_all(tmp_path: Path) -> None:
    """More than a pipe holds, to a reader that takes its time."""
    os.mkfifo(tmp_path / "pipe")
    make_desk(tmp_path, 700)
    with subprocess.Popen(["sh", "-c", "(sleep 1; cat) < pipe"], cwd=tmp_path, stdout=subprocess.PIPE) as reader:
        time.sleep(0.5)
        subprocess.run([*CHECK, "-o", "pipe"], cwd=tmp_path, timeout=30, check=False)
        got, _ = reader.communicate(timeout=30)
    assert got == subprocess.run(CHECK, cwd=tmp_path, capture_output=True, timeout=30, check=False).stdout


def test_a_stopped_session_is_not_waited_for(tmp_path: Path) -> None:
    """Whoever comes second is told at once who holds the lock, even where that one sleeps."""
    sidecar = tmp_path / "a.alice.labels.yaml"
    holding = "import sys, time\nfrom pathlib import Path\nfrom factcheck.io.store.state import lock\n"
    holding += "with lock(Path(sys.argv[1]), 'alice'):\n    print('held', flush=True)\n    time.sleep(60)\n"
    with subprocess.Popen([sys.executable, "-c", holding, str(sidecar)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        holder.send_signal(signal.SIGSTOP)
        second = [sys.executable, "-c", holding, str(sidecar)]
        done = subprocess.run(second, capture_output=True, text=True, timeout=30, check=False)
        holder.kill()
    assert "is being labelled in another session: alice" in done.stderr


def make_desk(top: Path, articles: int) -> None:
    """Write small articles, every tenth with a sidecar that is not up to date."""
    (top / "annotations").mkdir()
    for number in range(articles):
        (top / f"annotations/a{number}.txt").write_text(f"Le navire {number} est parti.\n", encoding="ascii")
        if number % 10 == 0:
            (top / f"annotations/a{number}.alice.labels.yaml").write_text(
                f"factcheck: 1\narticle: a{number}.txt\nannotator: alice\nlanguage: fr\nsentences:\n\n"
                f'- id: s{number:010x}\n  text: "Le navire {number} est arrive."\n  label: claim\n',
                encoding="ascii",
            )


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a desk that is checked in several processes."""
    top = tmp_path_factory.mktemp("large")
    make_desk(top, ARTICLES)
    return top


def until(found: Callable[[], object], seconds: float) -> bool:
    """Wait until something is found; return whether it was, within some seconds."""
    end = time.monotonic() + seconds
    while not found():
        if time.monotonic() > end:
            return False
        time.sleep(0.005)
    return True


def workers(parent: int) -> list[int]:
    """Return the processes that a process has started."""
    try:
        return [
            int(word) for word in Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
        ]
    except OSError:
        return []


needs_proc = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="processes are found in /proc")


#: `check`, but that the process which gets an article is killed: at once, with its work done, or soon after it has
#: handed it over, while it writes or takes the next. It says so in a file, so that no kill can miss.
DEADLY = """
import os, signal, sys, threading, time
from factcheck.app.check import examine
from factcheck.cli import main

mark, article, moment, later = sys.argv[1:5]
del sys.argv[1:5]
home, work = os.getpid(), examine._examine_chunk


def die(seconds):
    time.sleep(seconds)
    open(mark, "w").close()
    os.kill(os.getpid(), signal.SIGKILL)


def deadly(chunk, tree):
    fatal = os.getpid() != home and any(group.article == article for group in chunk[0])
    if fatal and moment == "at once":
        die(0)
    done = work(chunk, tree)
    if fatal and moment == "done":
        die(0)
    if fatal:
        threading.Thread(target=die, args=(float(later),)).start()
    return done


examine._examine_chunk = deadly
main()
"""
MOMENTS = ("at once", "done", "handed over")


@needs_proc
def test_a_killed_worker_changes_nothing(large: Path, tmp_path: Path) -> None:
    """Whenever it is killed: the same output, or exit 2, and never a hang."""
    expected = subprocess.run(CHECK, cwd=large, capture_output=True, timeout=HANG, check=False)
    assert expected.returncode == 1
    assert expected.stdout.count(b"FC") >= ARTICLES
    chance = random.Random(23)
    for number in range(KILLS):
        mark, article = tmp_path / f"hit{number}", f"a{chance.randrange(ARTICLES)}.txt"
        how = (str(mark), article, MOMENTS[number % len(MOMENTS)], str(chance.uniform(0, 0.003)))
        deadly = [sys.executable, "-c", DEADLY, *how, *CHECK[3:]]
        done = subprocess.run(deadly, cwd=large, capture_output=True, timeout=HANG, check=False)
        assert mark.exists()
        assert done.returncode == 2 or (done.returncode, done.stdout) == (1, expected.stdout), how


@needs_proc
@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_worker_outlives_what_started_it(large: Path, sent: signal.Signals) -> None:
    """Killed as by the kernel, cancelled as by CI, or by Ctrl-C, which all of them get: its processes end too."""
    null, pipe = subprocess.DEVNULL, subprocess.PIPE
    with subprocess.Popen(CHECK, cwd=large, stdout=null, stderr=pipe, start_new_session=True) as running:
        assert running.stderr
        assert until(lambda: len(workers(running.pid)) == 2, 30)
        started = workers(running.pid)
        (os.killpg if sent == signal.SIGINT else os.kill)(running.pid, sent)
        running.wait(SOON)
        assert b"Traceback" not in running.stderr.read()
    assert until(lambda: not any(is_running(one) for one in started), SOON)


def is_running(process: int) -> bool:
    """Return whether a process is there and no zombie."""
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
