"""`factcheck diff`: what changed in the labels between two states of the repository."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import width
from factcheck.errors import FactcheckError
from factcheck.formats import CHANGES
from factcheck.formats.text import complaint
from factcheck.i18n import deferred
from factcheck.io import store
from factcheck.io.git.paths import below

if TYPE_CHECKING:
    from factcheck.app.history import Range


@click.command()
@click.argument("arguments", nargs=-1, metavar="[REV[..REV]] [PATHS]...")
@click.option("--format", "form", type=click.Choice(list(CHANGES)), default="text", help="Output format.")
def diff(arguments: tuple[str, ...], form: str) -> None:
    """Show which labels changed, sentence by sentence.

    Sources, notes and texts too. Without REV, what is not committed yet; with `A`, the work tree against A; with
    `A..B`, B against A; with `A...B`, what B changed since it left A. PATHS are articles, sidecars or folders.

    \b
    Examples:
      factcheck diff
      factcheck diff main... annotations/ --format markdown
      factcheck diff HEAD~3 annotations/port-strike.txt
    """
    from factcheck.app.history import compare_revisions
    from factcheck.formats.changes import text
    from factcheck.io.git.repository import history_of
    from factcheck.review.changes import FileChanges

    top = history_of(Path.cwd())
    revisions, paths = _sorted(arguments)
    told = list(compare_revisions(top, _range(top, revisions), [below(top, path) for path in paths]))
    files = [one for one in told if isinstance(one, FileChanges)]
    columns = width() if sys.stdout.isatty() else None
    tell = partial(text, width=columns) if form == "text" else CHANGES[form]
    errors = [one for one in told if isinstance(one, FactcheckError)]
    if files or not errors or form == "json":  # nobody knows that nothing changed where nothing could be read
        click.echo(tell(files), nl=False)
    for error in errors:
        click.echo(f"factcheck: {complaint(error)}", err=True)
    sys.exit(2 if errors else 0)


def _sorted(arguments: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return the revisions, HEAD if there are none, and the paths: what exists as a file, and all that follows it."""
    if arguments and not store.exists(arguments[0]):
        return arguments[0], arguments[1:]
    return "HEAD", arguments


def _range(top: Path, words: str) -> Range:
    """Return the two states that the first argument speaks of, which may be a mistyped path as well."""
    from factcheck.app.history import parse_range

    try:
        return parse_range(top, words)
    except FactcheckError as error:
        if ".." in words or words == "HEAD":
            raise
        raise FactcheckError(
            deferred("neither a revision nor a file: {words!r}", words=words), hint=error.hint
        ) from error
