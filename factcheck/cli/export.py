"""`factcheck export`: labels for other tools."""

from __future__ import annotations

import sys
from typing import Any

import click

from factcheck.cli.options import PATH
from factcheck.formats.exchange import CHOICES
from factcheck.i18n import _


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(CHOICES))
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("-o", "--output", type=PATH, metavar="OUT", help="The file, or the folder, to write.")
@click.option("--annotator", "annotators", multiple=True, metavar="NAME", help="Only this annotator's labels.")
@click.option(
    "--who",
    multiple=True,
    type=click.Choice(["annotators", "final", "decisions"]),
    default=("annotators", "decisions"),
    help="Whose labels: each annotator's, the final ones, or the decisions.",
)
@click.option("--spreadsheet", is_flag=True, help="With csv: guard cells that a spreadsheet would run as formulas.")
@click.option("--stamp", is_flag=True, help="Say in OUT.stamp.json when, where and by which version it was written.")
@click.option("--strict", is_flag=True, help="Exit 1 if the format cannot hold something.")
def export(*, form: str, strict: bool, **asked: Any) -> None:  # noqa: ANN401 - `ExportRequest` says what each holds
    """Write the labels of PATHS, or of the whole desk, in FORMAT.

    `factcheck formats` says what reads each format and what it keeps. Offsets count code points of the article, unless
    the tool that reads them counts otherwise. The same labels give the same bytes.

    \b
    Examples:
      factcheck export jsonl -o labels.jsonl
      factcheck export labelstudio annotations/port-strike.txt -o tasks
      factcheck export csv --spreadsheet --who final -o labels.csv
    """
    from factcheck.app.export import ExportRequest, export_labels
    from factcheck.formats.exchange import losses, warnings

    if asked["spreadsheet"] and form != "csv":
        raise click.UsageError(_("--spreadsheet is for csv only."))
    done = export_labels(ExportRequest(form, **asked))
    for line in (*losses(done.lost, form), *warnings(done.formulas)):
        click.echo(f"factcheck: {line}", err=True)
    sys.exit(1 if strict and done.lost.total() else 0)
