"""A harness that runs the real program on a real pseudo-terminal, with a screen emulator looking on; no tests here."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyte

FACTCHECK = (sys.executable, "-m", "factcheck")

#: Nothing we wait for takes this long, even on a machine with other things to do.
PATIENCE = 20.0


class _Screen(pyte.Screen):
    """A screen that passes over what vim asks of keyboards in the form of a style."""

    def select_graphic_rendition(self, *attributes: int, private: bool = False) -> None:
        """Take on a style, unless it is none."""
        if not private:
            super().select_graphic_rendition(*attributes)


class PtySession:
    """One run of a program on a terminal of its own.

    Waiting is always for a predicate on what has been written, never for a time to pass.
    """

    def __init__(
        self, command: Sequence[str], cwd: Path, *, columns: int = 80, rows: int = 24, **environment: str | None
    ) -> None:
        self.screen = _Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        #: Every byte the program has written.
        self.output = bytearray()
        self.status: int | None = None
        #: What the terminal answers about the colour behind the text; None answers nothing.
        self.background: str | None = "rgb:1e1e/1e1e/1e1e"
        self.master, slave = pty.openpty()
        self._slave = os.dup(slave)
        _resize(slave, columns, rows)
        #: The terminal's settings before the program touched them.
        self.before = termios.tcgetattr(slave)
        variables = os.environ | {"TERM": "xterm-256color"} | environment
        with warnings.catch_warnings():
            # The child of a process with threads may do little; ours sets up its terminal and execs.
            warnings.simplefilter("ignore", DeprecationWarning)
            self.pid = os.fork()
        if self.pid == 0:  # pragma: no cover - the child
            _become(command, cwd, slave, {name: value for name, value in variables.items() if value is not None})
        os.close(slave)

    @property
    def text(self) -> str:
        """What the screen shows, without trailing spaces."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def settings(self) -> list[Any]:
        """The terminal's settings as they are now."""
        return termios.tcgetattr(self._slave)

    def send(self, keys: str | bytes) -> None:
        """Type all of this at once."""
        os.write(self.master, keys.encode() if isinstance(keys, str) else keys)

    def resize(self, columns: int, rows: int) -> None:
        """Change the window's size; the program is told by SIGWINCH."""
        self.screen.resize(rows, columns)
        _resize(self.master, columns, rows)

    def kill(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def wait_for(self, wanted: str | Callable[[], bool]) -> None:
        """Read what the program writes until the screen shows a text, or a predicate holds."""

        def found() -> bool:
            return wanted in self.text if isinstance(wanted, str) else wanted()

        deadline = time.monotonic() + PATIENCE
        while not found():
            if time.monotonic() > deadline or (not self.read(0.05) and self.ended() and not found()):
                raise AssertionError(f"never came: {wanted!r}\n{self.text}\n{bytes(self.output[-2000:])!r}")

    def read(self, patience: float = 0.0) -> bool:
        """Take what the program has written, if anything; return whether there was something."""
        if not select.select([self.master], [], [], patience)[0]:
            return False
        try:
            data = os.read(self.master, 65_536)
        except OSError:  # the other side is closed
            return False
        self.output += data
        if b"\x1b]11;?" in data and self.background:
            self.send(f"\x1b]11;{self.background}\x1b\\")
        self._stream.feed(data)
        return bool(data)

    def ended(self) -> bool:
        """Return whether the program has ended; `status` is then set as `waitstatus_to_exitcode` gives it."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.status = os.waitstatus_to_exitcode(status) if pid else None
        return self.status is not None

    def stopped(self) -> bool:
        """Return whether the program has stopped since this was last asked, as after Ctrl-Z."""
        pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
        return pid != 0 and os.WIFSTOPPED(status)

    def wait(self) -> int:
        """Wait for the program to end and return its exit code, negative for a signal."""
        self.wait_for(self.ended)
        while self.read():
            pass
        assert self.status is not None
        return self.status

    def close(self) -> None:
        """End the program however it takes."""
        if not self.ended():
            self.kill(signal.SIGKILL)
            _, status = os.waitpid(self.pid, 0)
            self.status = os.waitstatus_to_exitcode(status)
        for descriptor in (self.master, self._slave):
            with contextlib.suppress(OSError):
                os.close(descriptor)


@contextlib.contextmanager
def pty_session(
    command: Sequence[str], cwd: Path, *, columns: int = 80, rows: int = 24, **environment: str | None
) -> Iterator[PtySession]:
    """Run a command on a terminal; whatever happens, it has ended afterwards."""
    session = PtySession(command, cwd, columns=columns, rows=rows, **environment)
    try:
        yield session
    finally:
        session.close()


def _become(command: Sequence[str], cwd: Path, slave: int, environment: dict[str, str]) -> None:  # pragma: no cover
    """Turn the forked child into the command, with the terminal as its own."""
    try:
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        for descriptor in range(3):
            os.dup2(slave, descriptor)
        os.closerange(3, 256)
        os.chdir(cwd)
        os.execvpe(command[0], list(command), environment)
    finally:
        os._exit(127)


def _resize(descriptor: int, columns: int, rows: int) -> None:
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
