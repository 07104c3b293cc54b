"""`factcheck agreement`: how far annotators agree."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import width
from factcheck.errors import FactcheckError
from factcheck.formats import AGREEMENT
from factcheck.i18n import _

if TYPE_CHECKING:
    from factcheck.app.agreement import AgreementRequest
from factcheck.formats.agreement import AgreementView

_BY = ("article", "annotator", "pair", "label", "month", "codebook")


def _day(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    if value and not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?", value):
        raise click.BadParameter(_("expected a month or a day, such as 2026-11 or 2026-11-28."))
    return value


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--annotator", "annotators", multiple=True, metavar="NAME", help="Only these annotators; give two or more."
)
@click.option("--by", type=click.Choice(_BY), help="One row for each of these, instead of all together.")
@click.option("--since", metavar="DATE", default="", callback=_day, help="Only articles first labelled from DATE on.")
@click.option("--until", metavar="DATE", default="", callback=_day, help="Only articles first labelled up to DATE.")
@click.option(
    "--format",
    "form",
    type=click.Choice([*AGREEMENT, "csv"]),
    default="text",
    show_default=True,
    help="Output format; csv is the labels themselves, for other programs.",
)
@click.option("--fail-under", type=float, metavar="X", help="Exit 1 if Krippendorff's alpha is below X anywhere.")
@click.option(
    "--level",
    type=click.FloatRange(0.5, 0.9999),
    default=0.95,
    show_default=True,
    help="Confidence level of the intervals.",
)
def agreement(form: str, fail_under: float | None, **asked: Any) -> None:  # noqa: ANN401 - `AgreementRequest` says what
    """Show how far annotators agree: on PATHS, or on the whole desk.

    Percent, Krippendorff's alpha, Gwet's AC1 and kappa, with intervals that allow for the sentences of one article
    being alike; which labels are confused; what had to be left out. docs/agreement.md says how to read them.

    \b
    Examples:
      factcheck agreement
      factcheck agreement --by month --since 2026-01
      factcheck agreement --annotator alice --annotator bob --format json
      factcheck agreement --format csv > labels.csv
    """
    from factcheck.app.agreement import AgreementRequest

    if len(set(asked["annotators"])) == 1:
        raise click.UsageError(_("--annotator is given once: agreement takes two, so give it twice or not at all."))
    request = AgreementRequest(**asked)
    sys.exit(_matrix(request) if form == "csv" else _report(request, form, fail_under))


def _matrix(request: AgreementRequest) -> int:
    from factcheck.app.agreement import column_names, labelled_articles
    from factcheck.app.streams import print_exactly
    from factcheck.formats.agreement.matrix import matrix_rows

    failures: list[FactcheckError] = []
    for row in matrix_rows(labelled_articles(request, failures), column_names(request)):
        print_exactly(row)
    return _tell(failures)


def _report(request: AgreementRequest, form: str, fail_under: float | None) -> int:
    from factcheck.app.agreement import agreement_view

    failures: list[FactcheckError] = []
    view = agreement_view(request, failures)._replace(width=width())
    for piece in AGREEMENT[form](view):
        click.echo(piece, nl=False)
    return _tell(failures) or (0 if fail_under is None else _measured(view, fail_under))


def _measured(view: AgreementView, least: float) -> int:
    """Return 1 and say where alpha is below what is asked for, or nobody knows it."""
    from factcheck.formats.agreement.words import coefficient_words, group_name

    low = [one for one in view.groups if one.alpha.value is None or one.alpha.value < least]
    for one in low:
        told = _("{group}: α is {value}, and {least} is asked for")
        words = told.format(group=group_name(view, one), value=coefficient_words(one.alpha), least=least)
        click.echo(f"factcheck: {words}", err=True)
    if not view.groups:
        nothing = _("nothing is labelled: there is no α to measure")
        click.echo(f"factcheck: {nothing}", err=True)
    return 1 if low or not view.groups else 0


def _tell(failures: list[FactcheckError]) -> int:
    from factcheck.formats.text import complaint

    for failure in failures:
        click.echo(f"factcheck: {complaint(failure)}", err=True)
    return 2 if failures else 0
