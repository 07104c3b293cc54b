"""`factcheck feedback`: what an annotator can learn from what was decided."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from factcheck.cli import options
from factcheck.errors import FactcheckError
from factcheck.formats import FEEDBACK
from factcheck.i18n import _
from factcheck.model import Annotator

if TYPE_CHECKING:
    from factcheck.formats.feedback import Found


class _Options(NamedTuple):
    """What to tell and to whom; each field is an option of the same name."""

    annotator: str | None
    paths: tuple[str, ...]
    desk: bool
    calibration: bool
    by: str | None
    form: str


@click.command()
@click.argument("annotator", required=False)
@click.option("--in", "paths", multiple=True, metavar="PATH", type=click.Path(), help="Only here; else the whole desk.")
@click.option("--desk", is_flag=True, help="What the desk has to fix instead: codebook gaps and ambiguous sentences.")
@click.option("--calibration", is_flag=True, help="The score on the articles that `calibration:` names, and no more.")
@click.option("--by", type=click.Choice(["codebook"]), help="Apart for each version of the desk's own codebook.")
@click.option(
    "--format", "form", type=click.Choice([*FEEDBACK]), default="text", show_default=True, help="Output format."
)
def feedback(**asked: Any) -> None:  # noqa: ANN401 - `_Asked` says what each holds
    """Show ANNOTATOR, or yourself, which labels did not stand.

    Only sentences that you labelled and that are decided, so that nothing sways you: how often your label stood, where
    something else was decided and which question of the codebook settles that, sources that differ, and sentences
    that you labelled otherwise in another article.

    \b
    Examples:
      factcheck feedback
      factcheck feedback alice --in annotations/march
      factcheck feedback --calibration
      factcheck feedback --desk
    """
    if asked["desk"] and asked["calibration"]:
        raise click.UsageError(_("--desk and --calibration exclude one another."))
    failures: list[FactcheckError] = []
    text = _text(_Options(**asked), failures)
    from factcheck.app.streams import print_exactly
    from factcheck.formats.text import complaint

    print_exactly(text)

    for failure in failures:
        click.echo(f"factcheck: {complaint(failure)}", err=True)
    sys.exit(2 if failures else 0)


def _text(asked: _Options, failures: list[FactcheckError]) -> str:
    from factcheck.app.codebook import own_codebook
    from factcheck.app.desk import desk
    from factcheck.formats.feedback import FeedbackView
    from factcheck.labelling.codebook import USUAL

    book = own_codebook(desk(Path()).root) or USUAL
    return FEEDBACK[asked.form](FeedbackView(_found(asked, failures), book, options.width()))


def _found(asked: _Options, failures: list[FactcheckError]) -> Found:
    from factcheck.app.feedback import annotator_feedback, calibration_score, desk_homework, feedback_by_codebook

    if asked.desk:
        asking = Annotator(options.known_annotator(asked.annotator))
        return desk_homework(asked.paths, asking, failures)
    name = options.annotator(asked.annotator)
    if asked.calibration:
        return calibration_score(asked.paths, name, failures)
    return (feedback_by_codebook if asked.by else annotator_feedback)(asked.paths, name, failures)
