"""`factcheck report`: labels as pages for an editor."""

from __future__ import annotations

import re
from typing import Any

import click

from factcheck.app.interface import languages
from factcheck.cli.options import PATH
from factcheck.formats import REPORT
from factcheck.i18n import _


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "-o", "--output", type=PATH, metavar="OUT", help="The file, or for several articles the folder, to write."
)
@click.option("--format", "form", type=click.Choice(list(REPORT)), default="html", help="Output format.")
@click.option("--blind", is_flag=True, help="Leave out who said what.")
@click.option("--language", type=click.Choice(languages()), help="Language of the report; default: the interface's.")
@click.option("--title", default="", help="Title of the report.")
@click.option("--date", metavar="DAY", default="", help="Date the report, YYYY-MM-DD; --history leaves out later days.")
@click.option("--history", is_flag=True, help="Show on the index how many labels each week brought, by git.")
@click.option("--open", "open_", is_flag=True, help="Open the report in a browser.")
def report(*, language: str | None, open_: bool, **asked: Any) -> None:  # noqa: ANN401 - `ReportRequest` says which
    """Show the labels of articles as pages to look at.

    One article is one page; several are a folder with an index, and so is one where --history is asked for. A folder of
    such pages is brought up to date: only what changed is written again. The pages need no script and no network, and
    the same labels give the same bytes.

    \b
    Examples:
      factcheck report annotations/port-strike.txt -o port-strike.html --open
      factcheck report -o site --language fr
    """
    from factcheck.app.interface import interface_language, speak
    from factcheck.app.report.pages import ReportRequest
    from factcheck.app.report.run import write_report
    from factcheck.io import store

    if language:
        speak(language)
    if asked["date"] and not _DAY.fullmatch(asked["date"]):
        raise click.BadParameter(_("a day is written YYYY-MM-DD"), param_hint="--date")
    output = asked["output"]
    text = write_report(ReportRequest(language=interface_language(), **asked))
    if text is not None:
        click.echo(text, nl=False)
    elif open_ and output:
        click.launch(str(output / "index.html" if store.is_folder(output) else output))


_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
