"""`factcheck mv`: move an article together with its sidecars."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.options import PATH
from factcheck.cli.recovery import recover_article
from factcheck.formats.text import visible


@click.command()
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
def mv(old: Path, new: Path) -> None:
    """Move the article OLD to NEW, and its sidecars with it.

    NEW is a name or a folder. The sidecars are told the article's new name. Files that git knows are moved by git.
    Where the article was moved before, its sidecars follow.

    \b
    Example:
      factcheck mv annotations/port-strike.txt annotations/2026/brest-strike.txt
    """
    from factcheck.app.move import carry_out, plan

    recover_article(old)
    found = plan(old, new)
    carry_out(found)
    for move in found.moves:
        click.echo(f"{visible(str(move.old))} -> {visible(str(move.new))}")
    if not found.moves:
        click.echo(f"{visible(str(new))}: sidecars told the new name")
