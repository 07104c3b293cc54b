"""Agreement as text for people and for machines: one module a format, as `factcheck.formats` lists them."""

from __future__ import annotations

from typing import NamedTuple

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
