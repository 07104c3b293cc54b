"""`factcheck schema`: the schemas of what factcheck reads and writes, for editors and other programs."""

from __future__ import annotations

import click

from factcheck.io.store.schemas import NAMES, schema_text


@click.command()
@click.argument("name", type=click.Choice(NAMES), required=False, metavar="[NAME]")
def schema(name: str | None) -> None:
    """Print a JSON Schema, or without NAME what there is.

    `labels` is a sidecar, `config` is factcheck.yaml, `source` and `codebook` are the files of these names; the others
    are what commands print with --format json. `factcheck init` puts the first two into a desk, where editors with a
    YAML language server find them.

    \b
    Example:
      factcheck schema labels > schemas/labels-1.schema.json
    """
    click.echo(schema_text(name) if name else "".join(f"{one}\n" for one in NAMES), nl=False)
