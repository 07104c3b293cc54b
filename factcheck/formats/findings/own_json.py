"""Findings as our own JSON, the form that promises to stay: schemas/findings-1.schema.json."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import __version__
from factcheck.findings import Finding
from factcheck.findings.codes import CODES
from factcheck.formats.findings import Report
from factcheck.formats.findings.machine import end_place, fingerprinted
from factcheck.formats.json_text import json_pieces


def pieces(report: Report) -> Iterator[str]:
    """Yield one JSON document."""
    findings = tuple(report.findings)  # only then all files are known
    document = {"factcheck": __version__, "files": len(report.files), "findings": []}
    yield from json_pieces(document, (_finding(*pair) for pair in fingerprinted(findings)))


def _finding(finding: Finding, fingerprint: str) -> dict[str, object]:
    end = end_place(finding)
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
