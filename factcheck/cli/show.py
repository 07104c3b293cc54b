"""`factcheck show`: an article with its final labels, for reading."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.options import ARTICLE, colour_option, encoding_option, width
from factcheck.errors import FactcheckError
from factcheck.io.colour import wants_colour
from factcheck.text.shell import file, shell_command


@click.command()
@ARTICLE
@encoding_option
@colour_option
def show(article: Path, encoding: str | None, color: str) -> None:
    """Show ARTICLE with its final labels.

    For reading, in a terminal or a pipe. A final label is the decision where one was made, else what the annotators
    agree on.

    \b
    Example:
      factcheck show annotations/port-strike.txt
    """
    from factcheck.app.article_files import load_article_files
    from factcheck.formats.show import reading_text

    dossier = load_article_files(article, encoding)
    if not dossier.held:
        hint = f"Start with: {shell_command('factcheck', 'annotate', file(str(article)))}"
        raise FactcheckError("nobody has labelled this article yet", path=str(article), hint=hint)
    text = reading_text(dossier.article, dossier.consensus, width=width(), colour=wants_colour(color))
    click.echo(text, nl=False, color=True)
