"""Findings as our own JSON, the form that promises to stay: schemas/findings-1.schema.json."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import __version__
from factcheck.findings import Finding
from factcheck.findings.codes import CODES
from factcheck.formats.findings import Report
from factcheck.formats.findings.machine import dump, ending, fingerprinted


def pieces(report: Report) -> Iterator[str]:
    """Yield one JSON document."""
    findings = [_finding(finding, mark) for finding, mark in fingerprinted(report.findings)]
    document = {"factcheck": __version__, "files": len(report.files), "findings": findings}
    yield dump(document)


def _finding(finding: Finding, fingerprint: str) -> dict[str, object]:
    end = ending(finding)
    return {
        "code": finding.code,
        "name": CODES[finding.code].name,
        "severity": finding.severity.value,
        "path": finding.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "end_line": end.line,
        "end_column": end.column,
        "message": finding.message,
        "hint": finding.hint,
        "fingerprint": fingerprint,
    }
