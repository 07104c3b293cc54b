"""`factcheck init`: the files a new desk starts with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from factcheck.cli.options import PATH
from factcheck.formats.starters import BASICS, FORGES
from factcheck.formats.text import visible
from factcheck.i18n import _

#: The schemas that an editor needs for what people write by hand.
_SCHEMAS = ("labels", "config")


@click.command()
@click.argument("folder", type=PATH, default=".")
@click.option("--ci", multiple=True, type=click.Choice(list(FORGES)), help="Write the file that runs `check` there.")
@click.option("--from", "asked", metavar="URL@REV", help="Where CI gets factcheck from; else where this one came from.")
def init(folder: Path, ci: tuple[str, ...], asked: str | None) -> None:
    """Start a desk in FOLDER, or here.

    Writes factcheck.yaml, .gitattributes, .gitignore, schemas for editors and, if asked, the files of a forge: those at
    the top of the repository, where forges read them. Nothing that exists is changed.

    \b
    Examples:
      factcheck init
      factcheck init --ci github --ci pre-commit --from https://example.org/factcheck@v1
    """
    from factcheck.io.store import read_identified
    from factcheck.io.store.output import write_new

    for path, text in _files(folder, ci, asked):
        written = write_new(path, text)
        told = _("wrote {path}") if written else _("kept  {path}")
        click.echo(told.format(path=visible(str(path))))
        by_line = path.name in {".gitattributes", ".gitignore"}
        if not written and by_line and text.encode().strip() not in read_identified(path)[0]:
            click.echo(_("      it should hold this line: {line}").format(line=text.rstrip()))


def _files(folder: Path, ci: tuple[str, ...], asked: str | None) -> tuple[tuple[Path, str], ...]:
    """Return what to write where; all is known before the first file is written."""
    from factcheck.io.store.schemas import schema_file, schema_text

    basics = [(folder / name, text) for name, text in BASICS.items()]
    schemas = [(folder / "schemas" / schema_file(name), schema_text(name)) for name in _SCHEMAS]
    return (*basics, *schemas, *_forges(folder, ci, asked))


def _forges(folder: Path, ci: tuple[str, ...], asked: str | None) -> Iterator[tuple[Path, str]]:
    if not ci:
        return
    import os

    from factcheck.app.origin import origin
    from factcheck.io.store import work_tree

    top = Path(os.path.relpath(work_tree(folder) or folder))
    source = origin(asked)
    for path, text in (FORGES[forge] for forge in ci):
        yield top / path, text(source)
