"""The views of a session: where its events come from and how its states are shown."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Protocol

from factcheck.app.streams import print_exactly
from factcheck.errors import FactcheckError
from factcheck.formats import screen
from factcheck.formats.screen import Frame, Theme
from factcheck.i18n import deferred
from factcheck.io import terminal
from factcheck.io.terminal import Terminal
from factcheck.labelling import Background, Event, Pointer, SaveStatus, SentenceChoice, State
from factcheck.labelling.state import CodebookMode, HelpMode, LookupMode, ReadingMode, TypingMode


class View(Protocol):
    """What the loop needs of a view."""

    def show(self, state: State) -> None:
        """Show the state."""

    def prepare(self, states: Iterator[State]) -> None:
        """Prepare to show one of these states next, as many as there is time for; each is worked out when taken."""

    def next(self, patience: float | None) -> Event | None:
        """Return the next event; None if none came in time."""

    def busy(self) -> bool:
        """Return whether the next event is at hand already."""

    def shows_enough(self) -> bool:
        """Return whether the annotator can see what a key would do."""

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

    def held_down(self) -> bool:
        """Return whether the last event was the same key again, sooner than anybody reads: a key held down."""

    def pages(self) -> int:
        """Return how many pages what was shown last has; 0 where it has none."""

    def end(self) -> None:
        """Leave room for whatever is printed after the session."""


#: Whoever presses the same key again within so many seconds has not read what it led to.
_UNREAD = 0.06


class KeyboardView:
    """A view whose events come from a terminal."""

    def __init__(self, held: Terminal) -> None:
        self._terminal = held
        self._last: Event | None = None
        self._held_down = False

    def next(self, patience: float | None) -> Event | None:
        """Return the next event of the terminal."""
        asked = time.monotonic()
        event = self._terminal.next(patience)
        if event is not None:
            self._held_down = event == self._last and time.monotonic() - asked < _UNREAD
            self._last = event
        return event

    def held_down(self) -> bool:
        """Return whether the last key came again at once."""
        return self._held_down

    def pages(self) -> int:
        """Return 0: lines are said one after the other."""
        return 0

    def prepare(self, states: Iterator[State]) -> None:
        """Prepare nothing: lines are quickly said."""

    def busy(self) -> bool:
        """Return whether keys are waiting."""
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

    def __init__(self, held: Terminal, theme: Theme | None) -> None:
        super().__init__(held)
        #: None where it depends on what is behind the text.
        self._wanted = theme
        self._theme = theme or Theme.EITHER
        self._state: State | None = None
        self._frame = Frame(())
        #: The window's columns and rows when it was last drawn.
        self._size = (0, 0)
        #: The frames of states that may come next, in that size.
        self._prepared: list[tuple[State, Frame]] = []

    def show(self, state: State) -> None:
        """Draw the frame."""
        theme = self._wanted or _theme_on(self._terminal.background)
        if (self._size, self._theme) != (size := terminal.size(), theme):
            self._size, self._theme, self._prepared = size, theme, []
        known = next((frame for known, frame in self._prepared if known is state), None)
        self._state, self._frame = state, known or self._laid_out(state)
        self._terminal.draw(self._frame.lines, self._frame.cursor)

    def next(self, patience: float | None) -> Event | None:
        """Return the next event; what the mouse does is said as a key, or as the sentence it was done to."""
        event = super().next(patience)
        return self._pointed(event) if isinstance(event, Pointer) else event

    def _pointed(self, pointer: Pointer) -> Event | None:
        """Return what the mouse means: a click chooses a sentence, the wheel scrolls a long one or goes to the next."""
        if self._state is None:
            return None
        if pointer.what == "click":
            at = self._frame.at(pointer.row, pointer.column)
            return None if at is None else SentenceChoice(at)
        if isinstance(self._state.mode, HelpMode | LookupMode | CodebookMode):
            return "<pgup>" if pointer.what == "up" else "<pgdn>"
        if not isinstance(self._state.mode, ReadingMode):
            return None
        if pointer.what == "up":
            action = "scroll-up" if self._frame.above else "previous"
        else:
            action = "scroll-down" if self._frame.below else "next"
        return next((key for key, name in self._state.keymap.actions.items() if name == action), None)

    def pages(self) -> int:
        """Return how many pages the keys or the borderline cases take in this window."""
        return self._frame.pages

    def prepare(self, states: Iterator[State]) -> None:
        """Lay out the frames of these states, until a key comes."""
        self._prepared = []
        while not self.busy() and (state := next(states, None)) is not None:
            self._prepared.append((state, self._laid_out(state)))

    def _laid_out(self, state: State) -> Frame:
        return screen.frame(state, *self._size, self._theme)

    def shows_enough(self) -> bool:
        """Return whether the window is large enough to show the sentence."""
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
        self._begun = False

    def show(self, state: State) -> None:
        """Say what is new; at the start, which keys there are."""
        said = ("" if self._begun else screen.keys_line(state)) + self._lines.new(state)
        self._begun = True
        self._terminal.write(screen.wrap_lines(said, terminal.size()[0]))

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
        print_exactly(self._lines.new(state))

    def prepare(self, states: Iterator[State]) -> None:
        """Prepare nothing: the next key is known."""

    def next(self, patience: float | None) -> Event | None:  # noqa: ARG002 - a script never keeps us waiting
        """Return the next key; the end of the script ends the session."""
        return self._keys.popleft() if self._keys else END

    def busy(self) -> bool:
        """Lines are printed after every key."""
        return False

    def held_down(self) -> bool:
        """Every key of a script is meant."""
        return False

    def pages(self) -> int:
        """Return 0: lines are printed one after the other."""
        return 0

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
        raise FactcheckError(deferred("an editor needs a terminal"))

    def end(self) -> None:
        """End the line that is being typed."""
        print_exactly(self._lines.end())


#: Lighter backgrounds than this are read best in dark letters: white and black are equally far from it.
_LIGHT = 0.179

#: What a script view gives after its last key.
END = "<end-of-script>"


def _theme_on(background: Background | None) -> Theme:
    """Return the theme for what the terminal says is behind the text, by its relative luminance (WCAG 2)."""
    if background is None:
        return Theme.EITHER
    parts = (background.red, background.green, background.blue)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return Theme.LIGHT if 0.2126 * red + 0.7152 * green + 0.0722 * blue > _LIGHT else Theme.DARK


def large_enough(size: tuple[int, int]) -> bool:
    """Return whether a window of these columns and rows can show a sentence."""
    return size[0] >= screen.LEAST_WIDTH and size[1] >= screen.LEAST_HEIGHT


def least() -> str:
    """Return the smallest window, as people write it."""
    return f"{screen.LEAST_WIDTH} x {screen.LEAST_HEIGHT}"
