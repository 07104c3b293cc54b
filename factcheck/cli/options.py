"""What commands share: options that mean the same everywhere, and whether to colour."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])

ARTICLE = click.argument("article", type=click.Path(path_type=Path))


def encoding_option(command: _Command) -> _Command:
    """Add `--encoding`."""
    return click.option(
        "--encoding", metavar="NAME", help="How the article is encoded, if not in UTF-8; for instance cp1252."
    )(command)


def colour_option(command: _Command) -> _Command:
    """Add `--color`, which wins over the environment."""
    return click.option(
        "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Whether to colour the output."
    )(command)


def wants_colour(choice: str = "auto") -> bool:
    """Tell whether to colour: the option, else NO_COLOR, else FORCE_COLOR, else whether a terminal reads it."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Return how many columns the output may take."""
    return shutil.get_terminal_size((80, 24)).columns
