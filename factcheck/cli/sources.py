"""`factcheck sources`: whom the desk's articles name as sources."""

from __future__ import annotations

import sys

import click

from factcheck.errors import FactcheckError


@click.command()
@click.argument("name", default="")
def sources(name: str) -> None:
    """List the sources that the desk's labels name.

    With NAME, list the sentences and addresses of that source. Spellings that differ in case, accents or punctuation
    count as one; what may be the same beyond that is proposed, never merged.

    \b
    Examples:
      factcheck sources
      factcheck sources "la préfecture"
    """
    from factcheck.app.sources import desk_sources
    from factcheck.formats.similar import sources_text
    from factcheck.formats.text import complaint

    failures: list[FactcheckError] = []
    found = desk_sources(name, failures)
    click.echo(sources_text(found, listed=bool(name)), nl=False)
    for failure in failures:
        click.echo(f"factcheck: {complaint(failure)}", err=True)
    sys.exit(2 if failures else 0)
