"""Findings in the Reviewdog Diagnostic Format, whose columns are bytes of UTF-8.

Form: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Severity
from factcheck.formats.findings import Report
from factcheck.formats.findings.machine import end_place, utf8_column
from factcheck.formats.json_text import json_pieces
from factcheck.model import Place

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def pieces(report: Report) -> Iterator[str]:
    """Yield one JSON document."""
    yield from json_pieces({"source": {"name": "factcheck"}, "diagnostics": []}, map(_diagnostic, report.findings))


def _diagnostic(finding: Finding) -> dict[str, object]:
    span = {"start": _position(finding, finding.place), "end": _position(finding, end_place(finding))}
    return {
        "message": f"{finding.message}\n{finding.hint}" if finding.hint else finding.message,
        "location": {"path": finding.path, "range": span},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.code},
    }


def _position(finding: Finding, place: Place) -> dict[str, int]:
    line = finding.line if place.line == finding.place.line else ""
    return {"line": place.line, "column": utf8_column(line, place.column)}
