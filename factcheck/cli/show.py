"""`factcheck show`: an article with its final labels, for reading."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.options import ARTICLE, colour_option, encoding_option, nobody_has_labelled, width
from factcheck.io.colour import wants_colour


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

    files = load_article_files(article, encoding)
    if not files.held:
        raise nobody_has_labelled(article)
    text = reading_text(files.article, files.consensus, width=width(), colour=wants_colour(color))
    click.echo(text, nl=False, color=True)
