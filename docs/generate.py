"""Writes the generated pages of the documentation and the parts of the schemas that follow from tables."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click
import picture

import schemas
from factcheck.cli.commands import COMMANDS, factcheck
from factcheck.formats import keys_page, rules, settings_page

HERE = Path(__file__).resolve().parent


def cli_page() -> str:
    """Return the page on the command line: what `--help` prints, command by command."""
    return "".join(_cli_page())


def _cli_page() -> Iterator[str]:
    yield "# The command line\n\n<!-- Written by `make docs` from `--help`; edits here are lost. -->\n"
    top = _context(factcheck, "factcheck")
    yield f"\n```text\n{factcheck.get_help(top)}\n```\n"
    for name in sorted(COMMANDS):
        command = factcheck.get_command(top, name)
        assert command is not None  # noqa: S101 - the table that names it was just read
        context = _context(command, f"factcheck {name}")
        yield f"\n## factcheck {name}\n\n```text\n{command.get_help(context)}\n```\n"


def _context(command: click.Command, name: str) -> click.Context:
    settings = {"help_option_names": ["-h", "--help"], "terminal_width": 80, "color": False}
    return click.Context(command, info_name=name, **settings)  # type: ignore[arg-type] # values of several types


PAGES = {
    "annotator.svg": picture.picture,
    "cli.md": cli_page,
    "config.md": settings_page.page,
    "keys.md": keys_page.page,
    "rules.md": rules.page,
}
FILES = {HERE / name: page for name, page in PAGES.items()} | {
    schemas.FOLDER / name: schema for name, schema in schemas.SCHEMAS.items()
}


def main() -> None:
    """Write the files; with `--check` only say which are stale, and exit 1 if any is."""
    stale = {path: text for path, write in FILES.items() if not _is(path, text := write())}
    if "--check" not in sys.argv:
        for path, text in stale.items():
            path.write_text(text, encoding="utf-8")
        return
    for path in stale:
        name = path.relative_to(HERE.parent)
        print(f"{name} is stale: run `make docs` and commit it", file=sys.stderr)  # noqa: T201 - a script
    sys.exit(1 if stale else 0)


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    main()
