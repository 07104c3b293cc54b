"""The annotator inside a real tmux, where the terminal outlives every client that looks at it."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pty_session import FACTCHECK, PATIENCE, pty_session

from factcheck.sidecar import read

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is missing")

ARTICLE = "".join(f"Le quai numéro {number} rouvre lundi à 6 h 30.\n" for number in range(1, 6))
ANNOTATE = " ".join((*FACTCHECK, "annotate", "a.txt", "--annotator", "alice", "--language", "fr"))


class Tmux:
    """A tmux server of our own, with one window in which a shell runs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.base = ("tmux", "-S", str(folder / "socket"), "-f", "/dev/null")
        self(
            "new-session",
            "-d",
            "-x",
            "80",
            "-y",
            "24",
            "env PS1='ready$ ' bash --norc --noprofile -i",
            ";",
            "set",
            "-g",
            "status",
            "off",
        )

    def __call__(self, *arguments: str) -> str:
        """Run a command of tmux and return what it prints."""
        environment = {name: value for name, value in os.environ.items() if name != "TMUX"}
        done = subprocess.run(
            [*self.base, *arguments], cwd=self._folder, env=environment, capture_output=True, check=False, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def type(self, *keys: str) -> None:
        """Press keys, by the names tmux gives them."""
        self("send-keys", *keys)

    @property
    def screen(self) -> str:
        """What the window shows."""
        return self("capture-pane", "-p")

    def wait_for(self, wanted: str | Callable[[str], bool]) -> str:
        """Wait until the window shows a text, or something that a predicate holds of; return all it shows."""
        deadline = time.monotonic() + PATIENCE
        while not (wanted in self.screen if isinstance(wanted, str) else wanted(self.screen)):
            assert time.monotonic() < deadline, f"never came: {wanted!r}\n{self.screen}"
        return self.screen


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    """Return a tmux whose shell is in a folder with an article; it ends with the test."""
    (tmp_path / "a.txt").write_text(ARTICLE)
    server = Tmux(tmp_path)
    yield server
    with contextlib.suppress(AssertionError):
        server("kill-server")


def test_a_session_goes_on_through_resizing_detaching_and_suspending(tmux: Tmux, tmp_path: Path) -> None:
    """What was on the screen is there again each time, and every label is on the disk."""
    tmux.wait_for("ready$")
    tmux.type(ANNOTATE, "Enter")
    tmux.wait_for("5 left  saved")
    tmux.type("c", "o")
    before = tmux.wait_for("3 left  saved")
    tmux("resize-window", "-x", "40", "-y", "12")
    tmux.wait_for(lambda shown: shown.rstrip("\n").count("\n") == 11 and "> 3" in shown.replace(">  3", "> 3"))
    tmux("resize-window", "-x", "80", "-y", "24")
    assert tmux.wait_for(lambda shown: shown == before)
    with pty_session((*tmux.base, "attach"), tmp_path, TMUX=None) as client:
        client.wait_for("3 left  saved")
        assert [line.rstrip() for line in client.screen.display] == [line.rstrip() for line in before.split("\n")[:24]]
        tmux("detach-client")
        client.wait()
    tmux.type("u")
    tmux.wait_for("2 left  saved")
    tmux.type("C-z")
    tmux.wait_for("Stopped")
    tmux.type("fg", "Enter")
    tmux.wait_for("2 left  saved")
    tmux.type("c", "c", "q")
    tmux.wait_for("5 of 5 sentences done")
    records = read((tmp_path / "a.alice.labels.yaml").read_bytes(), "").sidecar.sentences
    assert [record.label for record in records] == ["claim", "opinion", "unverified", "claim", "claim"]
