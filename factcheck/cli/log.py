"""`factcheck log`: how one sentence came by its labels, commit by commit."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import ARTICLE, encoding_option
from factcheck.errors import FactcheckError
from factcheck.formats.text import complaint
from factcheck.i18n import _, deferred
from factcheck.io.git.paths import below
from factcheck.io.git.repository import repository

if TYPE_CHECKING:
    from factcheck.app.article_files import ArticleFiles
    from factcheck.review.changes import HistoryStep
    from factcheck.review.consensus import Final


@click.command()
@ARTICLE
@click.option(
    "--sentence",
    "number",
    metavar="N",
    type=click.IntRange(min=1),
    required=True,
    help="The sentence's number, from 1.",
)
@encoding_option
def log(article: Path, number: int, encoding: str | None) -> None:
    """Show how sentence N of ARTICLE came by its labels.

    Commit by commit, newest first, whatever the files were called then.

    \b
    Example:
      factcheck log annotations/port-strike.txt --sentence 12
    """
    from factcheck.app.article_files import load_article_files
    from factcheck.formats.history import history_text
    from factcheck.review.changes import HistoryStep

    files = load_article_files(article, encoding)
    final = _sentence(files, number)
    told = _history(files, final)
    steps = sorted((one for one in told if isinstance(one, HistoryStep)), key=_when, reverse=True)
    click.echo(
        history_text(_("{article}, sentence {number}").format(article=article, number=number), final, steps), nl=False
    )
    errors = [one for one in told if isinstance(one, FactcheckError)]
    for error in errors:
        click.echo(f"factcheck: {complaint(error)}", err=True)
    if repository(Path.cwd()).shallow:
        click.echo(
            _("factcheck: this clone is shallow, its history cut off: git fetch --unshallow brings the rest"), err=True
        )
    sys.exit(2 if errors else 0)


def _sentence(files: ArticleFiles, number: int) -> Final:
    finals = files.consensus.finals
    if number > len(finals):
        raise FactcheckError(
            deferred("there is no sentence {number}: the article has {count}", number=number, count=len(finals)),
            path=str(files.path),
        )
    return finals[number - 1]


def _history(files: ArticleFiles, final: Final) -> list[HistoryStep | FactcheckError]:
    """Return what happened to the sentence in each sidecar of the article."""
    from factcheck.app.history import history

    top = repository(Path.cwd()).top
    records = [record for vote in final.votes for record in vote.records]
    ids = {record.id for record in (*records, *([final.decision] if final.decision else []))}
    return [step for held in files.held for step in history(top, below(top, held.path), held.document.data, ids)]


def _when(step: HistoryStep) -> float:
    """Return the moment of a step, for sorting; what is not committed yet is the newest."""
    return datetime.fromisoformat(step.date).timestamp() if step.date else float("inf")
