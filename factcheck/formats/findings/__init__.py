"""Findings as text for people and for machines: one module a format, as `factcheck.formats` lists them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from factcheck.checking.scope import Group
from factcheck.errors import FactcheckError
from factcheck.findings import Finding, Severity

if TYPE_CHECKING:
    from factcheck.formats.findings.spool import Spool


class Files(Protocol):
    """Paths that can be counted, and be gone through by the formats that name each of them."""

    def __len__(self) -> int:
        """Return how many there are."""

    def __iter__(self) -> Iterator[str]:
        """Yield each."""


class SeenFiles:
    """The files that were looked at so far; their paths only where they will be named, since they may be millions."""

    def __init__(self, *, named: bool) -> None:
        self._count = 0
        self._paths: Spool | None = None
        if named:
            from factcheck.formats.findings.spool import Spool  # noqa: PLC0415 - most formats name no file

            self._paths = Spool()

    def add(self, group: Group) -> None:
        """Note the files of an article."""
        self._count += group.file_count
        if self._paths is not None:
            for path in group.files:
                self._paths.add(path)

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    def __iter__(self) -> Iterator[str]:
        """Yield each path, if they are to be named."""
        return iter(self._paths or ())


class Report(NamedTuple):
    """What a run of `check` has to tell."""

    #: In the order they are to be shown; may be an iterator that is used up once.
    findings: Iterable[Finding]
    #: Every file that was looked at, articles and sidecars; complete when the findings are used up.
    files: Files = ()
    #: Whether text may be coloured; formats for machines pay no heed.
    colour: bool = False
    #: What could not be read, one of those files each; filled while the findings are used up.
    unread: Sequence[FactcheckError] = ()
    #: Where on the web this program is to be found; empty if that is not known. Only SARIF says it.
    project: str = ""


#: Worst first.
ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings by severity; those of one severity keep their order."""
    return sorted(findings, key=lambda finding: ORDER[finding.severity])
