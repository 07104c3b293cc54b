"""`factcheck codebook`: what the four labels mean and how to choose one."""

from __future__ import annotations

import click

from factcheck.cli.options import colour_option, width
from factcheck.io.colour import wants_colour


@click.command()
@colour_option
def codebook(color: str) -> None:
    """Print what the four labels mean.

    Then the questions that lead to one, and the borderline cases. The annotator asks the same questions about a
    sentence when you press b.

    \b
    Example:
      factcheck codebook | less
    """
    from factcheck.formats.codebook import codebook_text

    click.echo(codebook_text(width=width(), colour=wants_colour(color)), nl=False, color=True)
