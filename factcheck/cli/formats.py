"""`factcheck formats`: what labels can be exported to and imported from."""

from __future__ import annotations

import click


@click.command()
def formats() -> None:
    """List the formats of `factcheck export` and `factcheck import`.

    \b
    Example:
      factcheck formats | less
    """
    from factcheck.formats.exchange import formats_text

    click.echo(formats_text(), nl=False)
