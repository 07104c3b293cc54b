"""Findings as a GitLab code quality report, which shows in merge requests.

Form: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Severity
from factcheck.formats.findings import Report
from factcheck.formats.findings.machine import end_place, fingerprinted
from factcheck.formats.json_text import json_pieces

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def pieces(report: Report) -> Iterator[str]:
    """Yield one JSON list."""
    yield from json_pieces([], (_issue(*pair) for pair in fingerprinted(report.findings)))


def _issue(finding: Finding, fingerprint: str) -> dict[str, object]:
    return {
        "description": f"{finding.message}. {finding.hint}".rstrip(),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.path, "lines": {"begin": finding.place.line, "end": end_place(finding).line}},
    }
