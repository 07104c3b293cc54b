"""Where the findings of `check` go: standard output or a file, and what GitHub Actions shows besides."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.findings import Finding
from factcheck.formats import FINDINGS
from factcheck.formats.findings import Report
from factcheck.io import store
from factcheck.io.store.output import write_output

#: Formats whose readers take paths from the top of the repository, wherever `check` was run.
_FROM_TOP = ("github", "gitlab", "sarif")


def publish(report: Report, form: str, output: str | None) -> None:
    """Write the report in the format asked for, as it comes; in GitHub Actions tell GitHub too."""
    if form in _FROM_TOP:
        report = report._replace(findings=_from_top(report.findings))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true" and form == "text"
    if summary or in_actions:
        report = report._replace(findings=list(report.findings))
    pieces = FINDINGS[form](report)
    if output and output != "-":
        write_output(Path(output), "".join(pieces))
    else:
        _print(_fenced(pieces) if in_actions else pieces)
    if in_actions:
        from factcheck.formats.findings.github import shown

        _print(shown(_from_top(report.findings)))
    if summary:
        write_output(Path(summary), "".join(FINDINGS["markdown"](report)), append=True)


def _from_top(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings with paths from the top of the work tree; a file outside keeps its path."""
    top = store.work_tree(Path())
    for finding in findings:
        path = os.path.relpath(finding.path, top) if top else finding.path
        yield finding if path.startswith(f"..{os.sep}") else finding._replace(path=Path(path).as_posix())


def _print(pieces: Iterator[str]) -> None:
    """Write to standard output; names of files go out as the bytes they are."""
    stream, watched = sys.stdout.buffer, sys.stdout.isatty()
    for piece in pieces:
        stream.write(piece.encode("utf-8", "surrogateescape"))
        if watched:
            stream.flush()
    stream.flush()


def _fenced(pieces: Iterator[str]) -> Iterator[str]:
    """Yield the pieces where GitHub takes no line for a command, whatever an article or a file name says."""
    import secrets

    word = secrets.token_hex(16)
    yield f"::stop-commands::{word}\n"
    yield from pieces
    yield f"::{word}::\n"
