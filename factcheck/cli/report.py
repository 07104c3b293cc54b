"""`factcheck report`: labels as pages for an editor."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.app.interface import languages
from factcheck.cli.options import PATH
from factcheck.formats import REPORT


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "-o", "--output", type=PATH, metavar="OUT", help="The file, or for several articles the folder, to write."
)
@click.option("--format", "form", type=click.Choice(list(REPORT)), default="html", help="Output format.")
@click.option("--blind", is_flag=True, help="Leave out who said what.")
@click.option("--language", type=click.Choice(languages()), help="Language of the report; default: the interface's.")
@click.option("--title", default="", help="What to call the report.")
@click.option("--open", "open_", is_flag=True, help="Open the report in a browser.")
def report(
    *,
    paths: tuple[str, ...],
    output: Path | None,
    form: str,
    blind: bool,
    language: str | None,
    title: str,
    open_: bool,
) -> None:
    """Show the labels of articles as pages to look at.

    One article is one page, several are a folder with an index. The pages need no script and no network, and the same
    labels give the same bytes.

    \b
    Examples:
      factcheck report annotations/port-strike.txt -o port-strike.html --open
      factcheck report -o site --language fr
    """
    from factcheck.app.interface import speak, spoken
    from factcheck.app.report import ReportRequest, write_report
    from factcheck.io import store

    if language:
        speak(language)
    text = write_report(ReportRequest(paths, output, form, blind, spoken(), title))
    if text is not None:
        click.echo(text, nl=False)
    elif open_ and output:
        click.launch(str(output / "index.html" if store.is_folder(output) else output))
