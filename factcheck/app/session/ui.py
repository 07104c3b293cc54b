"""The faces of a session: where its events come from and how its states are shown."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Protocol

from factcheck.errors import FactcheckError
from factcheck.formats import screen
from factcheck.formats.screen import Frame
from factcheck.io import terminal
from factcheck.io.terminal import Terminal
from factcheck.labelling import Event, SaveStatus, State
from factcheck.labelling.state import TypingMode


class View(Protocol):
    """What the loop needs of a face."""

    def show(self, state: State) -> None:
        """Show the state."""

    def prepare(self, states: Iterator[State]) -> None:
        """Prepare to show one of these states next, as many as there is time for; each is worked out when taken."""

    def next(self, patience: float | None) -> Event | None:
        """Return the next event; None if none came in time."""

    def busy(self) -> bool:
        """Tell whether the next event is at hand already."""

    def shows_enough(self) -> bool:
        """Tell whether the annotator can see what a key would do."""

    def bell(self) -> None:
        """Tell that a key did nothing."""

    def redraw(self) -> None:
        """Show the next state from scratch."""

    def retake(self) -> None:
        """Take the terminal again after somebody else had it."""

    def suspend(self) -> None:
        """Stop until the shell brings us back."""

    def edit(self, text: str) -> str:
        """Return a text as it comes back from an editor outside."""

    def end(self) -> None:
        """Leave room for whatever is printed after the session."""


class KeyboardView:
    """A face whose events come from a terminal."""

    def __init__(self, held: Terminal) -> None:
        self._terminal = held

    def next(self, patience: float | None) -> Event | None:
        """Return the next event of the terminal."""
        return self._terminal.next(patience)

    def prepare(self, states: Iterator[State]) -> None:
        """Prepare nothing: lines are quickly said."""

    def busy(self) -> bool:
        """Tell whether keys are waiting."""
        return self._terminal.waiting()

    def bell(self) -> None:
        """Ring."""
        self._terminal.write("\a")

    def suspend(self) -> None:
        """Stop as Ctrl-Z does."""
        self._terminal.suspend()

    def retake(self) -> None:
        """Take the terminal again."""
        self._terminal.retake()

    def edit(self, text: str) -> str:
        """Lend the terminal to the editor."""
        with self._terminal.released():
            return terminal.edit(text)


class ScreenView(KeyboardView):
    """Frames on the alternate screen."""

    def __init__(self, held: Terminal, *, color: bool) -> None:
        super().__init__(held)
        self._color = color
        #: The window's columns and rows when it was last drawn.
        self._size = (0, 0)
        #: The frames of states that may come next, in that size.
        self._prepared: list[tuple[State, Frame]] = []

    def show(self, state: State) -> None:
        """Draw the frame."""
        if self._size != (size := terminal.size()):
            self._size, self._prepared = size, []
        frame = next((frame for known, frame in self._prepared if known is state), None) or self._frame(state)
        self._terminal.draw(frame.lines, frame.cursor)

    def prepare(self, states: Iterator[State]) -> None:
        """Lay out the frames of these states, until a key comes."""
        self._prepared = []
        while not self.busy() and (state := next(states, None)) is not None:
            self._prepared.append((state, self._frame(state)))

    def _frame(self, state: State) -> Frame:
        return screen.frame(state, *self._size, color=self._color)

    def shows_enough(self) -> bool:
        """Tell whether the window is large enough to show the sentence."""
        return large_enough(self._size)

    def redraw(self) -> None:
        """Draw the next frame whole."""
        self._terminal.forget()

    def end(self) -> None:
        """Do nothing: frames are on a screen of their own."""


class _Lines:
    """What has been said in plain lines so far, so that nothing is said twice."""

    def __init__(self) -> None:
        self._said: State | None = None

    def new(self, state: State) -> str:
        """Return the lines to say now."""
        said, self._said = self._said, state
        failed = state.saved is SaveStatus.FAILED and (said is None or said.saved is not SaveStatus.FAILED)
        # That labels are being saved, or are saved, is what everybody expects.
        if said is not None and not failed and said._replace(saved=state.saved) == state:
            return ""
        return screen.line(state, said)

    def forget(self) -> None:
        """Say all of the next state."""
        self._said = None

    def end(self) -> str:
        """Return what ends the line that is being typed, if any."""
        return "\n" if self._said is not None and isinstance(self._said.mode, TypingMode) else ""


class PlainView(KeyboardView):
    """Plain lines, each said once."""

    def __init__(self, held: Terminal) -> None:
        super().__init__(held)
        self._lines = _Lines()

    def show(self, state: State) -> None:
        """Say what is new."""
        self._terminal.write(self._lines.new(state))

    def shows_enough(self) -> bool:
        """Lines fit every terminal."""
        return True

    def redraw(self) -> None:
        """Say all of the next state."""
        self._lines.forget()

    def end(self) -> None:
        """End the line that is being typed."""
        self._terminal.write(self._lines.end())


class ScriptView:
    """Keys from a script, lines on standard output; no terminal is needed."""

    def __init__(self, keys: Iterable[Event]) -> None:
        self._keys = deque(keys)
        self._lines = _Lines()

    def show(self, state: State) -> None:
        """Print what is new."""
        _print(self._lines.new(state))

    def prepare(self, states: Iterator[State]) -> None:
        """Prepare nothing: the next key is known."""

    def next(self, patience: float | None) -> Event | None:  # noqa: ARG002 - a script never keeps us waiting
        """Return the next key; the end of the script ends the session."""
        return self._keys.popleft() if self._keys else END

    def busy(self) -> bool:
        """Lines are printed after every key."""
        return False

    def shows_enough(self) -> bool:
        """Lines fit everywhere."""
        return True

    def bell(self) -> None:
        """Say nothing: the message has said it."""

    def redraw(self) -> None:
        """Print all of the next state."""
        self._lines.forget()

    def retake(self) -> None:
        """Hold no terminal."""

    def suspend(self) -> None:
        """Go on: a script has nowhere to come back from."""

    def edit(self, text: str) -> str:  # noqa: ARG002 - nothing to edit it with
        """Refuse."""
        raise FactcheckError("an editor needs a terminal")

    def end(self) -> None:
        """End the line that is being typed."""
        _print(self._lines.end())


#: What a script face gives after its last key.
END = "<end-of-script>"


def large_enough(size: tuple[int, int]) -> bool:
    """Tell whether a window of these columns and rows can show a sentence."""
    return size[0] >= screen.LEAST_WIDTH and size[1] >= screen.LEAST_HEIGHT


def least() -> str:
    """Return the smallest window, as people write it."""
    return f"{screen.LEAST_WIDTH} x {screen.LEAST_HEIGHT}"


def _print(text: str) -> None:
    """Write to standard output, in UTF-8 whatever the locale says: an article may hold any character."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "surrogateescape"))
    sys.stdout.buffer.flush()
