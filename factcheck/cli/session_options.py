"""What commands that walk sentences share: keys from a terminal or a script, the view, the lock, the session."""

from __future__ import annotations

import contextlib
import os
import shlex
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from factcheck.cli import options
from factcheck.errors import FactcheckError
from factcheck.i18n import _, deferred, said
from factcheck.io import store
from factcheck.io.colour import wants_colour

if TYPE_CHECKING:
    from factcheck.app.session import ReadySession, Session, View
    from factcheck.config import Config
    from factcheck.formats.screen import Theme

_Command = TypeVar("_Command", bound=Callable[..., Any])

#: What the names of terminals with 256 colours have in them.
_256_COLOURS = ("256color", "direct", "kitty", "alacritty", "ghostty", "foot", "wezterm")

#: A longer script of keys is none.
_LONGEST_SCRIPT = 1_000_000

KeyScript = tuple[str, ...] | None


class SessionOptions(NamedTuple):
    """How somebody sits down to walk sentences; each field is an option of the same name."""

    plain: bool
    keys: str | None
    color: str
    #: What `theme` and `mouse` say in the settings.
    theme: str = "auto"
    mouse: bool = True

    def at_desk(self, config: Config) -> SessionOptions:
        """Return the same with what the settings of a desk say of colours and the mouse."""
        return self._replace(theme=config.theme, mouse=config.mouse)

    @property
    def on_screen(self) -> bool:
        """Whether frames are drawn."""
        return not self.plain and bool(_terminal().has_screen())


def session_options(command: _Command) -> _Command:
    """Add `--plain`, `--keys` and `--color`."""
    for option in (
        options.colour_option,
        click.option(
            "--keys", metavar="KEYS", help="Play these keys instead of reading a keyboard; - reads them from stdin."
        ),
        click.option(
            "--plain", is_flag=True, help="Plain lines instead of a screen, for screen readers and dumb terminals."
        ),
    ):
        command = option(command)
    return command


def script(setup: SessionOptions) -> KeyScript:
    """Return the keys of the script, if there is one; otherwise make sure that there is a terminal to read them from.

    Raises:
        FactcheckError: No such key, no terminal, or one too small to begin on.
    """
    if setup.keys is None:
        _refuse_without_terminal(setup)
        return None
    from factcheck.labelling import parse_keys

    return parse_keys(_piped() if setup.keys == "-" else setup.keys)


class SessionEnd(NamedTuple):
    """A session that has ended."""

    session: Session
    code: int


def run_session(setup: SessionOptions, keys: KeyScript, opened: Callable[[], ReadySession]) -> SessionEnd:
    """Run a session to its end.

    Args:
        setup: How it is shown.
        keys: What `script` gave.
        opened: Returns what it begins with; called once its file is locked.
    """
    begun = opened()
    # Only now: whatever opening has to say or to ask belongs on the ordinary screen.
    with open_view(setup, keys) as view:
        return run_to_end(begun.session(view))


def run_to_end(session: Session) -> SessionEnd:
    """Run a session that has a view to its end."""
    return SessionEnd(session, session.run())


@contextlib.contextmanager
def locked(path: Path, who: str) -> Iterator[str]:
    """Keep a sidecar to ourselves, and remove what a killed process left beside it; yield why that cannot be done."""
    with store.lock(path, store.session_holder(who, os.getpid(), time.strftime("%Y-%m-%d %H:%M"))) as trouble:
        store.sweep(path)
        yield _unlocked(trouble) if trouble else ""


def _unlocked(why: str) -> str:
    return _("no lock ({why}): another session would not be noticed before it saves").format(why=said(why))


def program() -> str:
    """Return how this program was called, so that a command which is proposed works when it is pasted."""
    called = Path(sys.argv[0])
    if called.name == "__main__.py":
        return f"{shlex.quote(Path(sys.executable).name)} -m factcheck"
    import shutil

    found = shutil.which(called.name)
    return called.name if found and store.true_path(found) == store.true_path(called) else shlex.quote(str(called))


def leave(end: SessionEnd, code: int) -> None:
    """End the program as the session ended: by a signal if one ended it, else with `code`."""
    if end.session.cut_short and end.session.ended_by != "<hangup>":
        click.echo(_("what you were writing is kept as a draft: it is offered again at its sentence"), err=True)
    if end.session.ended_by:
        from factcheck.io import terminal

        terminal.die(end.session.ended_by)
    sys.exit(code)


def _piped() -> str:
    try:
        return sys.stdin.buffer.read(_LONGEST_SCRIPT).decode()
    except UnicodeDecodeError as error:
        raise FactcheckError(deferred("the keys on standard input are not text in UTF-8")) from error


def _refuse_without_terminal(setup: SessionOptions) -> None:
    terminal = _terminal()
    if not terminal.interactive():
        hint = deferred("Run it in a terminal, or play keys with --keys; what is piped in never labels anything.")
        raise FactcheckError(deferred("no terminal to read keys from: standard input is something else"), hint=hint)
    if not setup.on_screen:
        return
    from factcheck.app.session import large_enough, least

    columns, rows = terminal.size()
    if not large_enough((columns, rows)):
        message = deferred(
            "the terminal is too small: {columns} x {rows}; at least {least} is needed",
            columns=columns,
            rows=rows,
            least=least(),
        )
        raise FactcheckError(message, hint=deferred("Make the window larger, or use --plain."))


def _terminal() -> ModuleType:
    """Return the reader of keys, or say plainly that this system has none."""
    try:
        from factcheck.io import terminal
    except ModuleNotFoundError as error:
        message = deferred("neither the screen nor --plain can read keys on this system")
        raise FactcheckError(message, hint=deferred("They need a POSIX terminal; on Windows, use WSL.")) from error
    return terminal


@contextlib.contextmanager
def open_view(setup: SessionOptions, keys: KeyScript) -> Iterator[View]:
    """Give the session its view, and hold the terminal for it meanwhile."""
    from factcheck.app.session import PlainView, ScreenView, ScriptView

    if keys is not None:
        yield ScriptView(keys)
        return
    screen = setup.on_screen
    theme = _theme(setup) if screen else None
    with _terminal().Terminal(screen=screen, mouse=screen and setup.mouse, ask=screen and theme is None) as held:
        yield ScreenView(held, theme) if screen else PlainView(held)


def _theme(setup: SessionOptions) -> Theme | None:
    """Return the theme; None where the terminal is to be asked what is behind the text."""
    from factcheck.formats.screen import Theme

    if setup.color == "never":
        return Theme.BARE
    if setup.theme == "none" or not wants_colour(setup.color):
        return Theme.NONE
    name = os.environ.get("TERM", "")
    if not (os.environ.get("COLORTERM") or any(known in name for known in _256_COLOURS)):
        return Theme.NONE if setup.theme == "light" else Theme.BASIC
    if setup.theme != "auto":
        return Theme(setup.theme)
    return None if not name.startswith("screen") or os.environ.get("TMUX") else Theme.EITHER
