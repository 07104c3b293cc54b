"""`factcheck import`: labels from other tools."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from factcheck.cli.options import PATH
from factcheck.formats.exchange import CHOICES


@click.command("import")
@click.argument("form", metavar="FORMAT", type=click.Choice(CHOICES))
@click.argument("file", type=PATH)
@click.option("--annotator", metavar="NAME", help="Whose labels they are, where the file does not say.")
@click.option("--mine", "prefer", flag_value="mine", help="Where both have something, keep what is here.")
@click.option("--theirs", "prefer", flag_value="theirs", help="Where both have something, take what FILE says.")
@click.option("--dry-run", is_flag=True, help="Show what would change; write nothing.")
def import_labels(*, form: str, file: Path, annotator: str | None, prefer: str | None, dry_run: bool) -> None:
    """Take the labels of FILE, in FORMAT, into this desk.

    A label belongs to the sentence of its id and text, else to the one at its place, else to the only one that says the
    same. Whatever matches no sentence is listed and left out, and so is what would overwrite something different:
    --mine and --theirs decide that. All sidecars are written or none.

    Exit codes: 0 all taken in, 1 something was left out, 2 nothing could be taken in.

    \b
    Examples:
      factcheck import labelstudio export.json --dry-run
      factcheck import jsonl labels.jsonl --theirs
    """
    from factcheck.app.import_labels import ImportRequest, import_file
    from factcheck.formats.exchange import imported_text

    done = import_file(ImportRequest(form, file, annotator, prefer or "", dry_run))
    click.echo(imported_text(done, str(file), dry_run=dry_run), nl=False)
    sys.exit(1 if done.unmatched or done.disagreements else 0)
