"""`factcheck carry`: labels brought up to the present text of their articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import PATH, encoding_option, wrapped_option
from factcheck.cli.recovery import recover_article
from factcheck.errors import FactcheckError
from factcheck.formats import CARRY
from factcheck.formats.text import complaint
from factcheck.i18n import deferred

if TYPE_CHECKING:
    from factcheck.app.carry import CarryPlan
    from factcheck.formats.carry import CarriedFile


@click.command()
@click.argument("articles", nargs=-1, type=PATH, metavar="[ARTICLE]...")
@click.option(
    "--from",
    "since",
    metavar="REV",
    help="If a sidecar matches no current text, align it with the article as of REV first.",
)
@click.option("--dry-run", is_flag=True, help="Show what would change; write nothing.")
@click.option("--format", "form", type=click.Choice(list(CARRY)), default="text", help="Output format.")
@encoding_option
@wrapped_option
def carry(*, articles: tuple[Path, ...], dry_run: bool, form: str, **asked: Any) -> None:  # noqa: ANN401 - `_plan` says
    """Bring every sidecar of ARTICLE up to its present text.

    A label stays where the sentence is the same or the edit is harmless; a changed sentence keeps its old wording and
    label beside it until somebody confirms or changes them; what is gone waits under `retired:` and comes back with
    the sentence. ARTICLE may be a folder; without any, all articles of the desk.

    \b
    Examples:
      factcheck carry annotations/port-strike.txt
      factcheck carry --dry-run --format markdown
      factcheck carry --from HEAD~1 annotations/port-strike.txt
    """
    files: list[CarriedFile] = []
    refused: list[FactcheckError] = []
    for path in _articles(articles):
        try:
            files += _files(_plan(path, dry_run=dry_run, **asked))
        except FactcheckError as error:
            refused.append(error)
    if files or not refused or form == "json":
        click.echo(CARRY[form](files, dry_run=dry_run), nl=False)
    for why in refused:
        click.echo(f"factcheck: {complaint(why)}", err=True)
    sys.exit(2 if refused else 0)


def _articles(given: tuple[Path, ...]) -> Iterator[Path]:
    """Yield the articles that were given and the labelled ones in folders; the desk's where nothing was given."""
    from factcheck.io import store
    from factcheck.io.store.listing import article_paths

    for path in given or (store.desk_root(Path.cwd()),):
        if store.is_folder(path):
            found = (Path(os.path.relpath(article)) for article in article_paths(path))
            yield from (article for article in found if store.sidecar_paths(article))
        elif path.name.endswith(store.SUFFIX):
            raise FactcheckError(
                deferred("a sidecar, not an article"), path=str(path), hint=deferred("Give the article it belongs to.")
            )
        else:
            yield path


def _plan(path: Path, *, encoding: str | None, since: str | None, wrapped: bool | None, dry_run: bool) -> CarryPlan:
    from factcheck.app import carry

    if dry_run:
        return carry.plan_carry(path, encoding, since, wrapped=wrapped)
    recover_article(path)
    return carry.apply(path, "factcheck carry", encoding, since, wrapped=wrapped)


def _files(plan: CarryPlan) -> Iterator[CarriedFile]:
    from factcheck.formats.carry import CarriedFile

    for step in plan.steps:
        path = str(step.held.path)
        yield CarriedFile(path, str(plan.path), step.after, step.outcomes, step.changes)
