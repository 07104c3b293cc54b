"""One labelling session's hold on the terminal: raw from beginning to end, and left as it was found."""

from __future__ import annotations

import contextlib
import errno
import os
import select
import termios
import time
from collections import deque
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Any, Self

from factcheck.io.terminal.decoding import Decoder
from factcheck.io.terminal.signals import Signals, stop, write_unstopped
from factcheck.labelling.effects import Background, Event

#: The alternate screen; no wrapping, so that a character wider than we think never pushes a row into the next.
_SCREEN_ON, _SCREEN_OFF = "\x1b[?1049h\x1b[?7l\x1b[2J", "\x1b[0m\x1b[?7h\x1b[?25h"
#: Below the frame, for terminals without an alternate screen: what follows must not be written over it.
_BELOW, _SCREEN_LEFT = "\x1b[{row};1H\n", "\x1b[?1049l"
#: Mouse reports off, in all their forms: some programs forget to.
_MOUSE_OFF = "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l"
_MOUSE_ON = "\x1b[?1000h\x1b[?1006h"
#: Bracketed paste on; the cursor keys and the keypad as we expect them, which is also as shells do.
_KEYS_ON, _KEYS_OFF = "\x1b[?2004h\x1b[?1l\x1b>" + _MOUSE_OFF, "\x1b[?2004l"
#: Asks for the colour behind the text (xterm's OSC 11), and how long an answer may be on its way.
_WHICH_BACKGROUND, _ON_ITS_WAY = "\x1b]11;?\x1b\\", 0.1

#: What `next` gives when the terminal has said what colour is behind the text.
THEME = "<theme>"


def interactive() -> bool:
    """Return whether keys can be read: standard input is a terminal, not a file or a pipe."""
    return os.isatty(0)


def has_screen() -> bool:
    """Return whether frames can be drawn: standard output is a terminal that can move its cursor."""
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
        mouse: Have the terminal report the mouse, which then needs Shift to select text.
        ask: Ask the terminal for its background once nothing else is to be done; `background` is the answer.
    """

    def __init__(self, *, screen: bool, mouse: bool = False, ask: bool = False) -> None:
        self._screen, self._mouse, self._ask = screen, mouse, ask
        #: The colour behind the text; None while the terminal has not said it.
        self.background: Background | None = None
        #: When it was asked for.
        self._asked = float("-inf")
        #: Whether the terminal is ours; it is not while we are stopped, or end in the background.
        self._held = False
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
        while not self._events:
            if self._ask and not self.waiting():
                self._ask, self._asked = False, time.monotonic()
                self.write(_WHICH_BACKGROUND)
            if self._events or not self._wait(patience):
                break
        return self._events.popleft() if self._events else None

    def waiting(self) -> bool:
        """Return whether an event is at hand, so that a frame nobody would see need not be drawn."""
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
        if self._held:
            self._write(text)

    def _write(self, text: str) -> None:
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
        """Take the terminal; in the background this stops us, as it should, until we are in the foreground."""
        if not self._set(_raw(self._before)):
            return
        self._held = True
        self.write(_SCREEN_ON if self._screen else "")
        self.write(_KEYS_ON + (_MOUSE_ON if self._mouse else "") if self._escapes else "")
        self._shown = ()

    def _give_back(self) -> None:
        if not self._held or not _in_foreground():
            write_unstopped()
        if not self._held:
            return
        # After a hang-up there is no terminal any more to give back.
        with contextlib.suppress(OSError):
            self._take_answer()
            self.write(_KEYS_OFF + (_MOUSE_OFF if self._mouse else "") if self._escapes else "")
            self.write(_SCREEN_OFF + _BELOW.format(row=size()[1]) + _SCREEN_LEFT if self._screen else "")
        # In the background the settings are somebody else's by now.
        with contextlib.suppress(termios.error):
            if _in_foreground():
                termios.tcsetattr(0, termios.TCSADRAIN, self._before)
        self._held = False

    def _set(self, settings: list[Any]) -> bool:
        """Change the terminal's settings; return False where there is none any more, or we are to end instead."""
        while not self._signals.ending():
            try:
                termios.tcsetattr(0, termios.TCSADRAIN, settings)
            except termios.error as error:
                if error.args[0] == errno.EIO:
                    return False
                if error.args[0] != errno.EINTR:  # we were stopped in the background, and continued
                    raise
            else:
                return True
        return False

    def _take_answer(self) -> None:
        """Wait for an answer that is on its way: the shell would take it for typing."""
        while self.background is None and (left := self._asked + _ON_ITS_WAY - time.monotonic()) > 0:
            if not select.select([0], [], [], left)[0]:
                return
            self._events.extend(self._read())

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
            self._events.extend(self._decoder.give_up(time.monotonic()))
        return bool(ready) or pause is not None

    def _read(self) -> list[Event]:
        try:
            data = os.read(0, 65_536)
        except BlockingIOError:
            return []
        except OSError:
            data = b""
        if not data:
            return ["<hangup>"]
        return [event for found in self._decoder.feed(data, time.monotonic()) if (event := self._noted(found))]

    def _noted(self, event: Event) -> Event:
        """Return the event, or in place of an answer that there is one."""
        if not isinstance(event, Background):
            return event
        self.background = event
        return THEME


def _in_foreground() -> bool:
    """Return whether the terminal is this job's; also where there is none, so that nothing waits for one."""
    try:
        return os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return True


def _raw(before: Sequence[Any]) -> list[Any]:
    """Return the settings under which each key arrives at once and unchanged; output is left as it was."""
    iflag, oflag, cflag, lflag, ispeed, ospeed, controls = before
    iflag &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.ISTRIP)
    iflag &= ~(termios.BRKINT | termios.PARMRK)
    lflag &= ~(termios.ICANON | termios.ECHO | termios.ISIG | termios.IEXTEN)
    controls = list(controls)
    controls[termios.VMIN], controls[termios.VTIME] = 1, 0
    return [iflag, oflag, cflag, lflag, ispeed, ospeed, controls]
