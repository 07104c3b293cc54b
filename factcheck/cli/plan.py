"""`factcheck plan`: who labels what."""

from __future__ import annotations

import click

from factcheck.formats import PLAN
from factcheck.i18n import _
from factcheck.model import ANNOTATOR


def _people(_ctx: click.Context, _param: click.Parameter, value: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in value.split(","))
    if wrong := [name for name in names if not ANNOTATOR.fullmatch(name)]:
        told = _("{name!r} cannot be an annotator's name: lower-case letters, digits and hyphens.")
        raise click.BadParameter(told.format(name=wrong[0]))
    if len(set(names)) < max(len(names), 2):
        raise click.BadParameter(_("expected two or more names, each once, such as alice,bob,carol."))
    return names


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--among", "people", metavar="NAMES", required=True, callback=_people, help="Who labels: alice,bob,carol."
)
@click.option(
    "--even",
    is_flag=True,
    help="Deal articles out in turn: even shares, but a new name or article may move anybody's work.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([*PLAN]),
    default="text",
    show_default=True,
    help="Output format.",
)
def plan(paths: tuple[str, ...], people: tuple[str, ...], form: str, *, even: bool) -> None:
    """Print who labels which article, and who labels its overlap.

    On PATHS, or on the whole desk. The plan follows from names and paths alone: every clone prints the same, nothing
    is written, and somebody who joins or leaves moves nobody else's work. The overlap never goes to the article's
    owner.

    \b
    Examples:
      factcheck plan --among alice,bob,carol
      factcheck plan --among alice,bob,carol --even annotations/march
    """
    from factcheck.app.plan import desk_plan
    from factcheck.app.streams import print_exactly
    from factcheck.errors import FactcheckError

    found = desk_plan(paths, people, even=even)
    if not found.assignments:
        hint = _("Articles are in annotations/, in what `articles:` names, or beside a sidecar.")
        raise FactcheckError(_("no article to deal"), hint=hint)
    print_exactly(PLAN[form](found))
