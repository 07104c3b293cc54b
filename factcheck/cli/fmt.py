"""`factcheck fmt`: sidecars back into canonical form."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from factcheck.cli.options import PATH
from factcheck.errors import FactcheckError
from factcheck.formats.text import complaint, visible
from factcheck.i18n import _
from factcheck.io import store
from factcheck.io.store.listing import sidecars_below


@click.command()
@click.argument("paths", nargs=-1, type=PATH)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a file would change.")
@click.pass_context
def fmt(ctx: click.Context, paths: tuple[Path, ...], *, check: bool) -> None:
    """Rewrite sidecars in canonical form: PATHS, or the whole desk.

    A folder stands for all sidecars below it, an article for its own. Values never change; comments stay where they
    are, and unknown fields in their records.

    Exit codes: 0 done, 1 with --check if a file would change, 2 if a file cannot be read or written.

    \b
    Examples:
      factcheck fmt annotations/
      factcheck fmt --check
    """
    changed = failed = 0
    desk = Path(os.path.relpath(store.desk_root(Path())))
    for path in dict.fromkeys(_sidecars(paths or (desk,))):
        try:
            changed += _format(path, check=check)
        except FactcheckError as error:
            click.echo(f"factcheck: {complaint(error)}", err=True)
            failed += 1
    ctx.exit(2 if failed else int(check and changed > 0))


def _sidecars(paths: tuple[Path, ...]) -> Iterator[Path]:
    for path in paths:
        if store.is_folder(path):
            yield from sidecars_below(path)
        elif store.is_article(path.name) and store.exists(path):
            yield from store.sidecar_paths(path)
        else:
            yield path


def _format(path: Path, *, check: bool) -> bool:
    """Rewrite one sidecar if need be, and say so; return whether it was (or would be) changed."""
    from factcheck.sidecar.editing.formatting import formatted

    loaded = store.load(path)
    data = formatted(loaded.document)
    if data == loaded.document.data:
        return False
    if not check:
        with store.lock(path, "factcheck fmt"):
            store.save(path, data, loaded.identity)
    told = _("would rewrite {path}") if check else _("rewrote {path}")
    click.echo(told.format(path=visible(str(path))))
    return True
