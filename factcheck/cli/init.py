"""`factcheck init`: the files a new desk starts with."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.options import PATH
from factcheck.formats.starters import BASICS, FORGES
from factcheck.formats.text import visible


@click.command()
@click.argument("folder", type=PATH, default=".")
@click.option(
    "--ci", multiple=True, type=click.Choice(list(FORGES)), help="Also write the files that run `check` at this forge."
)
def init(folder: Path, ci: tuple[str, ...]) -> None:
    """Start a desk in FOLDER, or here.

    Writes factcheck.yaml, .gitattributes, .gitignore and, asked, the files of a forge. Nothing that exists is changed.

    \b
    Example:
      factcheck init --ci github --ci pre-commit
    """
    from factcheck.io.store import read_identified
    from factcheck.io.store.output import write_new

    for name, text in [*BASICS.items(), *(pair for forge in ci for pair in FORGES[forge].items())]:
        written = write_new(folder / name, text)
        click.echo(f"{'wrote' if written else 'kept '} {visible(str(folder / name))}")
        by_line = name in (".gitattributes", ".gitignore")
        if not written and by_line and text.encode().strip() not in read_identified(folder / name)[0]:
            click.echo(f"      it should hold this line: {text.rstrip()}")
