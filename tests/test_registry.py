"""Tables of formats: each name is written somewhere, offered by an option, and in the documentation."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from factcheck import formats
from factcheck.cli.commands import COMMANDS, factcheck
from factcheck.registry import Registry

ROOT = Path(__file__).resolve().parent.parent

#: The command that writes each table's formats, and what else it offers or leaves to another option.
OFFERED: dict[str, tuple[str, set[str], set[str]]] = {
    "FINDINGS": ("check", set(), {"statistics"}),
    "AGREEMENT": ("agreement", {"csv"}, set()),
    "CARRY": ("carry", set(), set()),
    "CHANGES": ("diff", set(), set()),
    "REPORT": ("report", set(), set()),
    "SIMILAR": ("similar", set(), set()),
    "SENTENCES": ("sentences", set(), set()),
    "PLAN": ("plan", set(), set()),
    "FEEDBACK": ("feedback", set(), set()),
}
TABLES = {name: table for name, table in vars(formats).items() if isinstance(table, Registry)}


def test_every_table_is_offered_by_a_command() -> None:
    """A new table is a new line above."""
    assert TABLES.keys() == OFFERED.keys()


@pytest.mark.parametrize("table", TABLES)
def test_each_name_is_a_function_and_a_choice(table: str) -> None:
    """What is in the table can be written, and is what `--format` offers."""
    assert all(callable(TABLES[table][name]) for name in TABLES[table])
    command, more, elsewhere = OFFERED[table]
    assert set(choices(command)) == (set(TABLES[table]) | more) - elsewhere


def test_no_option_lists_formats_of_its_own() -> None:
    """Every `--format` there is belongs to a table, and docs/cli.md shows what it offers."""
    page = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        if offered := choices(name):
            assert name in {command for command, _, _ in OFFERED.values()}, name
            assert f"--format [{'|'.join(offered)}]" in page


def choices(name: str) -> list[str]:
    """Return what the `--format` of a command offers; nothing where it has none."""
    command = factcheck.get_command(click.Context(factcheck), name)
    assert command is not None
    found = (option for option in command.params if "--format" in option.opts)
    return next((list(option.type.choices) for option in found if isinstance(option.type, click.Choice)), [])
