"""`factcheck git`: make git understand sidecars in a repository, take that back, say how things stand."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from factcheck.app.desk import desk
from factcheck.formats.text import visible
from factcheck.i18n import _, deferred, said
from factcheck.io.git.contents import tracked
from factcheck.io.git.installation import Scope, command, install, missing, uncovered, uninstall, unsafe_elsewhere
from factcheck.io.git.paths import inside
from factcheck.io.git.repository import repository
from factcheck.model import SUFFIX

_EVERYWHERE = click.option(
    "--global", "everywhere", is_flag=True, help="Install in your own git settings, for all your repositories."
)


@click.group()
def git() -> None:
    """Make git merge labels field by field and show them as labels.

    \b
    Examples:
      factcheck git install --textconv
      factcheck git status
    """


@git.command("install")
@click.option("--textconv", is_flag=True, help="Also make git diff, log -p and show read as labels.")
@_EVERYWHERE
def install_(*, textconv: bool, everywhere: bool) -> None:
    """Install the merge driver here; with --textconv the readable diff too. Safe to repeat."""
    scope = _scope(everywhere=everywhere)
    _tell(install(scope, command(), textconv=textconv) or (deferred("nothing to do: all is in place"),))
    if not everywhere:
        _warn(scope)
        _tell((_CLONES, deferred("Commit .gitattributes, so that every clone knows which files are sidecars.")))


@git.command("uninstall")
@_EVERYWHERE
def uninstall_(*, everywhere: bool) -> None:
    """Remove what install put in place, and nothing else."""
    _tell(uninstall(_scope(everywhere=everywhere)) or (deferred("nothing to uninstall"),))


@git.command()
def status() -> None:
    """Show how git treats the sidecars of this repository; exit 1 if anything of install is missing."""
    scope = _scope(everywhere=False)
    absent = missing(scope)
    _tell(absent or (deferred("the merge driver is in place"),))
    problems = _warn(scope)
    _tell((_CLONES,))
    sys.exit(1 if absent or problems else 0)


@git.command()
@click.argument("file", type=click.Path(path_type=Path))
def textconv(file: Path) -> None:
    """Print the sidecar FILE as labels; git runs this after install --textconv."""
    from factcheck.formats.plain_labels import plain_labels, torn_labels
    from factcheck.io.store import read_identified
    from factcheck.merging.conflicts import sides
    from factcheck.sidecar import read

    data = read_identified(file)[0]
    if torn := sides(data):
        ours, theirs = (read(side, str(file)).sidecar for side in (torn.ours, torn.theirs))
        click.echo(torn_labels(ours, theirs, (torn.markers.ours, torn.markers.theirs)), nl=False)
    else:
        click.echo(plain_labels(read(data, str(file)).sidecar), nl=False)


_CLONES = deferred(
    "A clone without this merges sidecars line by line, and so does a forge's merge button: it stops more often, "
    "and where files are renamed or removed it can take one person's for another's. "
    "`factcheck check` names such merges."
)


def _scope(*, everywhere: bool) -> Scope:
    if everywhere:
        return Scope(Path.cwd(), everywhere)
    top = repository(Path.cwd()).top
    here = desk(Path.cwd())
    folder = inside(top, here.root)
    below = "" if folder == "." else f"{folder}/"
    return Scope(top, articles=tuple(below + one for one in here.config.articles) if folder else ())


def _warn(scope: Scope) -> bool:
    """Name the sidecars that another attribute rule takes away from us; tell whether there are any."""
    sidecars = [path for path in tracked(scope.start) if path.endswith(SUFFIX)]
    other = uncovered(scope.start, sidecars or ["annotations/example.alice.labels.yaml"])
    for path in other:
        click.echo(
            _(
                "factcheck: {path}: not handled by the factcheck merge driver: another attribute rule overrides it "
                "(git check-attr -a FILE)"
            ).format(path=visible(path)),
            err=True,
        )
    unsafe = unsafe_elsewhere(scope.start, sidecars)
    for path, why in unsafe.items():
        click.echo(
            _("factcheck: {path}: the committed attributes say {why}").format(
                path=visible(path), why=visible(said(why))
            ),
            err=True,
        )
    return bool(other or unsafe)


def _tell(lines: tuple[str, ...]) -> None:
    for line in lines:
        click.echo(visible(said(line)))
