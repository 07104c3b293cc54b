"""One labelling session's hold on the terminal: raw from beginning to end, and left as it was found."""

from __future__ import annotations

import contextlib
import errno
import os
import select
import termios
from collections import deque
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Any, Self

from factcheck.io.terminal.decoding import Decoder
from factcheck.io.terminal.signals import Signals, stop
from factcheck.labelling.effects import Event

#: The alternate screen; no wrapping, so that a character wider than we think never pushes a row into the next.
_SCREEN_ON, _SCREEN_OFF = "\x1b[?1049h\x1b[?7l\x1b[2J", "\x1b[0m\x1b[?7h\x1b[?25h\x1b[?1049l"
#: Bracketed paste on, application cursor keys off: some programs forget to.
_KEYS_ON, _KEYS_OFF = "\x1b[?2004h\x1b[?1l", "\x1b[?2004l"


def interactive() -> bool:
    """Tell whether keys can be read: standard input is a terminal, not a file or a pipe."""
    return os.isatty(0)


def has_screen() -> bool:
    """Tell whether frames can be drawn: standard output is a terminal that can move its cursor."""
    return os.isatty(1) and os.environ.get("TERM", "") not in ("", "dumb", "unknown")


def size() -> tuple[int, int]:
    """Return the terminal's columns and rows; 80 and 24 where it does not say."""
    try:
        columns, rows = os.get_terminal_size(1)
    except OSError:
        columns = rows = 0
    return columns or 80, rows or 24


class Terminal:
    """Keys in, frames or lines out.

    Input that was typed before or during the start is kept: nothing here ever flushes what the kernel holds.

    Args:
        screen: Use the alternate screen and move the cursor; otherwise write plain lines only.
    """

    def __init__(self, *, screen: bool) -> None:
        self._screen = screen
        self._escapes = has_screen()
        self._decoder = Decoder()
        self._events: deque[Event] = deque()
        self._signals = Signals()
        self._shown: tuple[str, ...] = ()
        self._cursor: tuple[int, int] | None = None
        self._before: list[Any] = []

    def __enter__(self) -> Self:
        """Take the terminal."""
        self._before = termios.tcgetattr(0)
        self._signals.__enter__()
        self._take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the terminal back as it was."""
        self._give_back()
        self._signals.__exit__(kind, error, trace)

    def next(self, patience: float | None = None) -> Event | None:
        """Wait for the next event: a key, a paste, or one of the names in `signals.NAMES`.

        Args:
            patience: How many seconds to wait at most; None waits for ever, at no cost.

        Returns:
            The event; None if none came in time.
        """
        while not self._events and self._wait(patience):
            pass
        return self._events.popleft() if self._events else None

    def waiting(self) -> bool:
        """Tell whether an event is at hand, so that a frame nobody would see need not be drawn."""
        if not self._events and select.select([0, self._signals.fileno()], [], [], 0)[0]:
            self._wait(0)
        return bool(self._events)

    def draw(self, lines: Sequence[str], cursor: tuple[int, int] | None = None) -> None:
        """Show a frame: only the rows that differ from the last one are written, in one go.

        Args:
            lines: The rows from the top, already safe and no wider than the screen.
            cursor: Row and cell from 0 where text is being typed; None hides the cursor.
        """
        rows = tuple(lines)
        old = self._shown + ("",) * (len(rows) - len(self._shown))
        # Erased before it is written: after a row that fills the width, some terminals would erase its last cell.
        changed = [f"\x1b[{at};1H\x1b[2K{row}" for at, row in enumerate(rows, start=1) if row != old[at - 1]]
        if len(rows) < len(self._shown):
            changed.append(f"\x1b[{len(rows) + 1};1H\x1b[J")
        place = f"\x1b[{cursor[0] + 1};{cursor[1] + 1}H\x1b[?25h" if cursor else ""
        if changed or cursor != self._cursor:
            self.write("".join(["\x1b[?25l", *changed, place]))
            # On a busy machine the terminal would otherwise wait until our save sleeps, and show the frame only then.
            os.sched_yield()
        self._shown, self._cursor = rows, cursor

    def forget(self) -> None:
        """Let the next frame be drawn whole: after a resize, or when something else wrote on the screen."""
        self._shown = ()
        if self._screen:
            self.write("\x1b[0m\x1b[2J")

    def write(self, text: str) -> None:
        """Write text that is already safe for a terminal; when the terminal is gone, `next` will say so."""
        rest = memoryview(text.encode(errors="replace"))
        while rest:
            try:
                rest = rest[os.write(1, rest) :]
            except BlockingIOError:  # another program has made the shared terminal non-blocking
                select.select([], [1], [])
            except OSError as error:
                if error.errno != errno.EIO:
                    raise
                return

    def suspend(self) -> None:
        """Stop as Ctrl-Z does, giving the terminal back meanwhile; the frame is drawn anew afterwards."""
        with self.released():
            stop()

    @contextlib.contextmanager
    def released(self) -> Iterator[None]:
        """Give the terminal to somebody else for a while: the shell, or an editor."""
        self._give_back()
        try:
            yield
        finally:
            self._take()

    def retake(self) -> None:
        """Make sure the terminal is still ours: whoever ran while we were stopped may have changed it."""
        self._take()

    def _take(self) -> None:
        termios.tcsetattr(0, termios.TCSADRAIN, _raw(self._before))
        self.write((_SCREEN_ON if self._screen else "") + (_KEYS_ON if self._escapes else ""))
        self._shown = ()

    def _give_back(self) -> None:
        # After a hang-up there is no terminal any more to give back.
        with contextlib.suppress(OSError):
            self.write((_KEYS_OFF if self._escapes else "") + (_SCREEN_OFF if self._screen else ""))
        with contextlib.suppress(termios.error):
            termios.tcsetattr(0, termios.TCSADRAIN, self._before)

    def _wait(self, patience: float | None) -> bool:
        """Sleep until a byte or a signal comes; return False if nothing did.

        While an escape sequence is unfinished, only so long that a lone Esc can no longer be the start of one.
        """
        pause = self._decoder.pause
        ready, _, _ = select.select([0, self._signals.fileno()], [], [], patience if pause is None else pause)
        if self._signals.fileno() in ready:
            self._events.extend(self._signals.take())
        if 0 in ready:
            self._events.extend(self._read())
        elif not ready and pause is not None:
            self._events.extend(self._decoder.give_up())
        return bool(ready) or pause is not None

    def _read(self) -> list[Event]:
        try:
            data = os.read(0, 65_536)
        except BlockingIOError:
            return []
        except OSError:
            data = b""
        return self._decoder.feed(data) if data else ["<hangup>"]


def _raw(before: Sequence[Any]) -> list[Any]:
    """Return the settings under which each key arrives at once and unchanged; output is left as it was."""
    iflag, oflag, cflag, lflag, ispeed, ospeed, controls = before
    iflag &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.ISTRIP)
    iflag &= ~(termios.BRKINT | termios.PARMRK)
    lflag &= ~(termios.ICANON | termios.ECHO | termios.ISIG | termios.IEXTEN)
    controls = list(controls)
    controls[termios.VMIN], controls[termios.VTIME] = 1, 0
    return [iflag, oflag, cflag, lflag, ispeed, ospeed, controls]
