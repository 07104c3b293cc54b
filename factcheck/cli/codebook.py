"""`factcheck codebook`: what the four labels mean and how to choose one."""

from __future__ import annotations

import os
from pathlib import Path

import click

from factcheck.app.codebook import own_codebook
from factcheck.app.desk import desk
from factcheck.cli.options import colour_option, width
from factcheck.errors import FactcheckError
from factcheck.formats.text import visible
from factcheck.i18n import _
from factcheck.io.colour import wants_colour
from factcheck.model import CODEBOOK


@click.command()
@click.option("--init", "begin", is_flag=True, help="Write it to codebook.yaml in the desk's folder, to be changed.")
@colour_option
def codebook(color: str, *, begin: bool) -> None:
    """Print what the four labels mean.

    Then the questions that lead to one, and the borderline cases. The annotator asks the same questions about a
    sentence when you press b. A desk that draws these lines otherwise has its own codebook.yaml: docs/codebook.md.

    \b
    Examples:
      factcheck codebook | less
      factcheck codebook --init
    """
    root = desk(Path()).root
    if begin:
        _begin(root)
        return
    from factcheck.formats.codebook import codebook_text
    from factcheck.labelling.codebook import USUAL

    book = own_codebook(root) or USUAL
    click.echo(codebook_text(book, width=width(), colour=wants_colour(color)), nl=False, color=True)


def _begin(root: Path) -> None:
    from factcheck.formats.codebook_file import codebook_yaml
    from factcheck.io.store.output import write_new

    path = root / CODEBOOK
    if not write_new(path, codebook_yaml()):
        hint = _("Change it there; for a fresh start, move it away first.")
        raise FactcheckError(_("the desk has a codebook of its own already"), path=os.path.relpath(path), hint=hint)
    told = _("wrote {path}; factcheck codebook shows it").format(path=visible(os.path.relpath(path)))
    click.echo(told)
