"""What `check` finds, as values; `codes` lists every kind of finding."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from factcheck.model import Place


class Severity(StrEnum):
    """How much a finding matters; only errors make `check` fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Finding(NamedTuple):
    """One thing that `check` has to say about one place in one file."""

    #: A stable code such as `FC101`.
    code: str
    severity: Severity
    #: The file, relative to where the command was run, with forward slashes.
    path: str
    place: Place
    #: What is wrong, as one sentence without a full stop.
    message: str
    #: What to do next.
    hint: str = ""
    #: Where the flagged stretch ends, exclusive; the same as `place` where there is no stretch.
    end: Place | None = None
    #: The whole line the place is on, without its line break: for carets, and for readers that count in bytes.
    line: str = ""
