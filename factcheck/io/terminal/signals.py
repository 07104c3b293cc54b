"""Signals as events: a handler only notes its signal and wakes the reader; nothing is ever interrupted halfway."""

from __future__ import annotations

import contextlib
import os
import signal
from types import FrameType, TracebackType
from typing import Self

#: What each signal is called among the keys. An interrupt from outside is the same as Ctrl-C.
NAMES = {
    signal.SIGINT: "<c-c>",
    signal.SIGTERM: "<terminate>",
    signal.SIGHUP: "<hangup>",
    signal.SIGTSTP: "<c-z>",
    signal.SIGCONT: "<continue>",
    signal.SIGWINCH: "<resize>",
}
#: What else would end a program by default, and is not its own fault: it would leave the terminal raw.
_FATAL = ["QUIT", "USR1", "USR2", "ABRT", "ALRM", "VTALRM", "PROF", "XCPU", "IO", "PWR", "STKFLT", "SYS", "TRAP"]
NAMES |= {signal.Signals[f"SIG{name}"]: f"<sig{name.lower()}>" for name in _FATAL if hasattr(signal, f"SIG{name}")}

#: The signals that end a session, and the exit code that shells give for each.
ENDING = {name: 128 + number for number, name in NAMES.items() if name in {"<terminate>", "<hangup>"}}
ENDING |= {name: 128 + number for number, name in NAMES.items() if name.startswith("<sig")}


class Signals:
    """Catches the signals above while it is entered; `fileno` becomes readable when one has come."""

    def __init__(self) -> None:
        self._come: list[str] = []
        self._before: dict[signal.Signals, object] = {}
        self._reading = self._writing = -1
        self._wakeup = -1

    def __enter__(self) -> Self:
        """Start catching."""
        self._reading, self._writing = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        # The wake-up pipe closes the gap between looking at the list and falling asleep.
        self._wakeup = signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, self._note) for number in NAMES}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave every signal as it was."""
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type] # it came from signal.signal itself
        signal.set_wakeup_fd(self._wakeup)
        os.close(self._reading)
        os.close(self._writing)

    def fileno(self) -> int:
        """Return the descriptor to wait on."""
        return self._reading

    def take(self) -> list[str]:
        """Return the signals that have come since the last time, each once, in order of arrival."""
        with contextlib.suppress(BlockingIOError):
            os.read(self._reading, 4096)
        come, self._come = self._come, []
        return list(dict.fromkeys(come))

    def ending(self) -> bool:
        """Return whether a signal has come that ends the session."""
        return any(name in ENDING for name in self._come)

    def _note(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - the handler's signature
        self._come.append(NAMES[signal.Signals(number)])


def stop() -> None:
    """Stop the whole job, as the terminal's own Ctrl-Z would; returns when it is continued."""
    before = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    os.kill(0, signal.SIGTSTP)
    signal.signal(signal.SIGTSTP, before)


def write_unstopped() -> None:
    """Let the terminal of another job be written to: a job that is ended in the background has its last word."""
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)


def die(name: str) -> None:
    """End as the signal of that name would have ended us, so that whoever started us sees which it was."""
    number = next(number for number, known in NAMES.items() if known == name)
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
