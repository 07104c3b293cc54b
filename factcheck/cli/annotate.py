"""`factcheck annotate`: label an article's sentences in the terminal, or by a script of keys."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import click

from factcheck import store
from factcheck.article import read_article
from factcheck.cli import options
from factcheck.errors import FactcheckError
from factcheck.model import Language

if TYPE_CHECKING:
    from factcheck.annotating import Face, Session, Wanted

#: A longer script of keys is none.
_LONGEST_SCRIPT = 1_000_000


@dataclass(frozen=True, slots=True)
class _Asked:
    """The command line; each field is an option of the same name."""

    article: Path
    annotator: str | None
    language: str | None
    encoding: str | None
    plain: bool
    keys: str | None
    color: str


@click.command()
@options.ARTICLE
@options.annotator_option
@options.language_option
@options.encoding_option
@click.option("--plain", is_flag=True, help="Plain lines instead of a screen: for screen readers and dumb terminals.")
@click.option("--keys", metavar="KEYS", help="Play these keys instead of reading a keyboard; - reads them from stdin.")
@options.colour_option
def annotate(**asked: object) -> None:
    r"""Label the sentences of ARTICLE, one key each: c claim, o opinion, u unverified, s sourced.

    Every label is saved at once, in a sidecar beside the article. Press ? for all keys, q to leave; the next time you
    go on where you left off.

    \b
    Examples:
      factcheck annotate annotations/port-strike.txt --language fr
      factcheck annotate annotations/port-strike.txt --plain
      factcheck annotate annotations/port-strike.txt --keys 'cous<esc>q'
    """
    _annotate(_Asked(**asked))  # type: ignore[arg-type] # click passes what the decorators declare


def _annotate(asked: _Asked) -> None:
    keys = _keys(asked)
    wanted = _wanted(asked)
    from factcheck.annotating import open_session, own_path

    own = own_path(wanted)
    with store.lock(own, f"{wanted.annotator}, process {os.getpid()}, since {time.strftime('%d %B, %H:%M')}"):
        store.sweep(own)
        opened = open_session(wanted)
        with _face(asked, keys) as face:
            session = opened.session(face)
            code, seconds = _timed(session)
        _part(asked, session, own, seconds)
    if session.ended_by:
        from factcheck import terminal

        terminal.die(session.ended_by)
    sys.exit(code)


def _keys(asked: _Asked) -> tuple[str, ...] | None:
    """Return the keys of the script, if there is one; otherwise make sure that there is a terminal to read them from.

    Raises:
        FactcheckError: No such key, no terminal, or one too small to begin on.
    """
    if asked.keys is None:
        _refuse_without_terminal(asked)
        return None
    from factcheck.labelling import parse_keys

    return parse_keys(_piped() if asked.keys == "-" else asked.keys)


def _piped() -> str:
    try:
        return sys.stdin.buffer.read(_LONGEST_SCRIPT).decode()
    except UnicodeDecodeError as error:
        raise FactcheckError("the keys on standard input are not text in UTF-8") from error


def _refuse_without_terminal(asked: _Asked) -> None:
    terminal = _terminal()
    if not terminal.interactive():
        hint = "Run it in a terminal, or play keys with --keys; what is piped in never labels anything."
        raise FactcheckError("no terminal to read keys from: standard input is something else", hint=hint)
    if not _on_screen(asked):
        return
    from factcheck.annotating import large_enough, least

    columns, rows = terminal.size()
    if not large_enough((columns, rows)):
        message = f"the terminal is too small: {columns} x {rows}, and it takes {least()} at least"
        raise FactcheckError(message, hint="Make the window larger, or use --plain.")


def _terminal() -> ModuleType:
    """Return the reader of keys, or say plainly that this system has none."""
    try:
        from factcheck import terminal
    except ModuleNotFoundError as error:
        message = "neither the screen nor --plain can read keys on this system"
        raise FactcheckError(message, hint="They need a POSIX terminal; on Windows, use WSL.") from error
    return terminal


def _on_screen(asked: _Asked) -> bool:
    return not asked.plain and bool(_terminal().has_screen())


def _wanted(asked: _Asked) -> Wanted:
    from factcheck.annotating import Wanted
    from factcheck.labelling import bind

    path = asked.article
    if path.name.endswith(store.SUFFIX):
        raise FactcheckError("a sidecar, not an article", path=str(path), hint="Give the article it belongs to.")
    # Read first of all, so that a missing article is what is complained about.
    data = store.read_bytes(path)
    desk = options.desk(path.parent)
    article = read_article(path.name, data, asked.encoding or desk.config.encoding, str(path))

    def speaks(own: Language | None, known: Iterable[Language | None]) -> Language:
        """Return the article's language."""
        return options.language(asked.language, own, (*known, desk.config.language))

    name = options.annotator(asked.annotator, path.parent)
    return Wanted(path, article, name, speaks, bind(desk.config.keys))


@contextlib.contextmanager
def _face(asked: _Asked, keys: tuple[str, ...] | None) -> Iterator[Face]:
    """Give the session its face, and hold the terminal for it meanwhile."""
    from factcheck.annotating import PlainFace, ScreenFace, ScriptFace

    if keys is not None:
        yield ScriptFace(keys)
        return
    screen = _on_screen(asked)
    with _terminal().Terminal(screen=screen) as held:
        yield ScreenFace(held, color=options.wants_colour(asked.color)) if screen else PlainFace(held)


def _timed(session: Session) -> tuple[int, float]:
    started = time.monotonic()
    return session.run(), time.monotonic() - started


def _part(asked: _Asked, session: Session, own: Path, seconds: float) -> None:
    """Print what the session came to, unless there is nobody left to read it."""
    if session.ended_by == "<hangup>":
        return
    from factcheck.formats.parting import Parting, parting
    from factcheck.labelling import summary

    end = Parting(summary(session.state), str(asked.article), str(own), seconds, session.state.trouble)
    click.echo(parting(end), nl=False)
    if session.cut_short:
        click.echo("the keys ended while something was being typed: it was not kept", err=True)
