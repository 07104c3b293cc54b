"""Finish an interrupted `carry` before another command touches the article."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.formats.text import visible
from factcheck.i18n import N_, _
from factcheck.io.store import transaction


def recover_article(article: Path) -> None:
    """Save the sidecars of an article that an interrupted `carry` did not come to any more, and say so."""
    for path in transaction.recover(article, N_("factcheck, finishing an interrupted carry")):
        click.echo(
            _("factcheck: {path}: brought up to date; carry had been interrupted").format(path=visible(str(path))),
            err=True,
        )
