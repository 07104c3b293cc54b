"""Findings as GitHub Actions workflow commands, which show beside the lines of a pull request.

Form and escapes: https://docs.github.com/actions/reference/workflow-commands-for-github-actions, and what npm's
@actions/core writes. GitHub shows ten annotations a step, in the order they come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.findings import Finding, Severity
from factcheck.findings.codes import CODES
from factcheck.formats.findings import Report, worst_first
from factcheck.formats.findings.machine import end_place
from factcheck.formats.findings.text import headline
from factcheck.formats.log_commands import inert
from factcheck.formats.text import visible

#: How many annotations GitHub shows of one step.
SHOWN = 10

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def pieces(report: Report) -> Iterator[str]:
    """Yield the ten worst findings as annotations, how many there are more, and those as lines of the log."""
    findings = worst_first(report.findings)
    yield from commands(findings)
    for finding in findings[SHOWN:]:
        # A line that began with two colons would be a command.
        yield inert(f"- {headline(finding)}\n")


def commands(found: Iterable[Finding]) -> Iterator[str]:
    """Yield commands for the ten worst findings and one for how many there are more."""
    findings = worst_first(found)
    for finding in findings[:SHOWN]:
        yield _command(finding)
    if len(findings) > SHOWN:
        more = len(findings) - SHOWN
        counted = f"{more:,} {'finding' if more == 1 else 'findings'}"  # for a machine, so in English
        yield f"::notice title=factcheck::{counted} more: see the log of this step\n"


def _command(finding: Finding) -> str:
    end = end_place(finding)
    properties: dict[str, object] = {
        "title": f"{finding.code} {CODES[finding.code].name}",
        "file": finding.path,
        "line": finding.place.line,
        "endLine": end.line,
    }
    if end.line == finding.place.line:
        properties |= {"col": finding.place.column, "endColumn": end.column}
    told = ",".join(f"{name}={_property(visible(str(value), keep=chr(10)))}" for name, value in properties.items())
    message = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    command = f"::{_COMMANDS[finding.severity]} {told}::{_data(visible(message, keep=chr(10)))}\n"
    # It is no start of a line to the systems that look for other commands within.
    return inert(command, at_start=False)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
