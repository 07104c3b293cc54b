"""`factcheck sentences`: how an article is cut into sentences, for reviewing it or for using it alone."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.app.desk import desk
from factcheck.cli import options
from factcheck.formats import SENTENCES
from factcheck.i18n import _
from factcheck.io import store


@click.command()
@options.ARTICLE
@options.language_option
@options.encoding_option
@options.wrapped_option
@click.option("--format", "form", type=click.Choice(list(SENTENCES)), default="text", help="Output format.")
def sentences(article: Path, language: str | None, encoding: str | None, *, wrapped: bool | None, form: str) -> None:
    """Print the sentences of ARTICLE, one a line.

    This is how `factcheck annotate` would cut it. The JSON lines hold `start`, `end` (in code points of the article,
    from 0, the end exclusive) and `text`.

    \b
    Examples:
      factcheck sentences annotations/port-strike.txt --language fr
      factcheck sentences letter.txt --language en --wrapped --format jsonl
    """
    from factcheck.text.sentences import LANGUAGES, split

    settings = desk(article.parent).config
    read = store.open_article(article, encoding or settings.encoding)
    known = options.language(language, None, (read.language, settings.language))
    if known not in LANGUAGES:
        click.echo(
            _("factcheck: no word lists for {language}; only the rules that need none apply").format(language=known),
            err=True,
        )
    spans = split(read.prose, known, wrapped=settings.wrapped if wrapped is None else wrapped)
    click.echo(SENTENCES[form](read.text, spans), nl=False)
