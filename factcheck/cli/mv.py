"""`factcheck mv`: move an article together with its sidecars."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from factcheck.cli.options import PATH
from factcheck.cli.recovery import recover_article
from factcheck.formats.text import visible
from factcheck.i18n import _


@click.command()
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
def mv(old: Path, new: Path) -> None:
    """Move the article OLD to NEW, and its sidecars with it.

    NEW is a name or a folder. The sidecars get the article's new name. Files that git knows are moved by git. Where
    the article was moved before, its sidecars follow, and labels that one person has under both names become one file.

    \b
    Example:
      factcheck mv annotations/port-strike.txt annotations/2026/brest-strike.txt
    """
    from factcheck.app.move import carry_out, plan_move

    recover_article(old)
    found = plan_move(old, new)
    torn = carry_out(found)
    for move in found.moves:
        click.echo(f"{visible(str(move.old))} -> {visible(str(move.new))}")
    for move in found.joins:
        click.echo(_("{old} joined with {new}").format(old=visible(str(move.old)), new=visible(str(move.new))))
    for path in torn:
        told = _("{path}: both files label a sentence: {command}")
        command = visible(f"factcheck resolve {shlex.quote(str(path))}")
        click.echo(told.format(path=visible(str(path)), command=command))
    if torn:
        sys.exit(1)
    if not found.moves and not found.joins:
        click.echo(_("{path}: sidecars updated with the new name").format(path=visible(str(new))))
