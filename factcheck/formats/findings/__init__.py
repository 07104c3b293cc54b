"""Findings as text for people and for machines: one module a format, as `factcheck.formats` lists them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.findings import Finding, Severity


class Report(NamedTuple):
    """What a run of `check` has to tell."""

    #: In the order they are to be shown; may be an iterator that is used up once.
    findings: Iterable[Finding]
    #: Every file that was looked at, articles and sidecars.
    files: tuple[str, ...] = ()
    #: Whether text may be coloured; formats for machines pay no heed.
    colour: bool = False
    #: What could not be read, one of those files each; filled while the findings are used up.
    unread: Sequence[FactcheckError] = ()


#: Worst first.
ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings by severity; those of one severity keep their order."""
    return sorted(findings, key=lambda finding: ORDER[finding.severity])
