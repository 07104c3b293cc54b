"""`factcheck similar`: what has been labelled or checked before."""

from __future__ import annotations

import sys
from typing import Any

import click

from factcheck.formats import SIMILAR


@click.command()
@click.argument("asked", nargs=-1, metavar="[TEXT] [PATHS]...")
@click.option("--sentence", type=click.IntRange(min=1), metavar="N", help="Only this sentence of the article, from 1.")
@click.option(
    "--in",
    "archives",
    multiple=True,
    type=click.Path(),
    metavar="FILE",
    help="Search this archive of fact checks too: ClaimReview, Claim Search API answers, JSON lines or CSV.",
)
@click.option("--limit", type=click.IntRange(1, 100), default=5, show_default=True, help="How many to show.")
@click.option("--words", is_flag=True, help="Search by words only, though the extra for other languages is installed.")
@click.option("--label", metavar="LABEL", default="", help="Only what has this label or verdict.")
@click.option("--format", "form", type=click.Choice(list(SIMILAR)), default="text", help="Output format.")
def similar(form: str, **request: Any) -> None:  # noqa: ANN401 - `SimilarRequest` says what
    """Find labelled or checked sentences that are like TEXT.

    They are looked for in the desk, or in the articles and folders at PATHS. Without TEXT, ask about each claim and
    unverified sentence of the articles at PATHS, or of the desk, and show only where the first hit stands out. Numbers,
    names and negations that are not in the question are in square brackets; no label is taken over. It works offline,
    on words; what says the same in another language is found too once the extra for it is installed: pip install
    'factcheck-annotator[similar]'.

    \b
    Examples:
      factcheck similar "Le port emploie 340 dockers."
      factcheck similar annotations/
      factcheck similar annotations/port-strike.txt --sentence 5
      factcheck similar annotations/port-strike.txt --in checks.json
    """
    from factcheck.app.similar import SimilarRequest, find_similar
    from factcheck.formats.text import complaint

    view = find_similar(SimilarRequest(**request))
    click.echo(SIMILAR[form](view), nl=False)
    for failure in view.failures:
        click.echo(f"factcheck: {complaint(failure)}", err=True)
    sys.exit(2 if view.failures else 0)
