"""Agreement as text for people and for machines: one module a format, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple, cast

from factcheck.review.agreement import Figures
from factcheck.review.matrix import LeftOut


class AgreementView(NamedTuple):
    """What there is to show about agreement."""

    #: What it is told by; None for everything together.
    by: str | None
    level: float
    groups: tuple[Figures, ...]
    again: tuple[Figures, ...]
    left_out: LeftOut
    #: How many articles could not be read.
    unread: int = 0
    #: Columns that text may take.
    width: int = 80


Formatter = Callable[[AgreementView], Iterator[str]]

#: Each format and the module of this package that writes it, as a function `pieces(view)`; the matrix of labels, for
#: other programs, is no figure and has a module of its own.
FORMATS = {"text": "text", "json": "own_json", "markdown": "markdown", "svg": "picture"}

#: What the command line offers.
CHOICES = ("text", "json", "csv", "markdown", "svg")


def formatter(name: str) -> Formatter:
    """Return the function that turns a view into pieces of text, each whole lines; `name` is one of `FORMATS`."""
    return cast("Formatter", import_module(f"{__name__}.{FORMATS[name]}").pieces)
