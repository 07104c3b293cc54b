"""Findings as SARIF 2.1.0, which code scanning services read (OASIS standard, 27 March 2020)."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import nsmallest

from factcheck import __version__
from factcheck.findings import Finding
from factcheck.findings.codes import CODES, Code
from factcheck.formats.findings import ORDER, Report
from factcheck.formats.findings.machine import end_place, fingerprinted, near, uri, utf16_column
from factcheck.formats.json_text import json_pieces
from factcheck.model import Place

#: GitHub takes in at most this many results of a run.
MOST_RESULTS = 25_000


def pieces(report: Report) -> Iterator[str]:
    """Yield one SARIF log with one run; beyond 25,000 results, which GitHub would refuse, the worst are kept."""
    worst = nsmallest(MOST_RESULTS, report.findings, key=lambda finding: ORDER[finding.severity])
    run: dict[str, object] = {
        "tool": {"driver": _driver(report.project)},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The top of the repository."}}},
        "results": [],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    yield from json_pieces(log, (_result(*pair) for pair in fingerprinted(worst)))


def _driver(project: str) -> dict[str, object]:
    return {
        "name": "factcheck",
        "version": __version__,
        "semanticVersion": __version__,
        **({"informationUri": project} if project else {}),
        "rules": [_rule(code, project) for code in CODES.values()],
    }


def _rule(code: Code, project: str) -> dict[str, object]:
    """Return what is known of a code: all that `factcheck explain` says is in its help, which services show."""
    command = f"factcheck explain {code.code}"
    return {
        "id": code.code,
        "name": "".join(word.capitalize() for word in code.name.split("-")),
        "shortDescription": {"text": code.summary},
        "fullDescription": {"text": f"{code.summary} {code.why}"},
        **({"helpUri": project} if project else {}),
        "help": {
            "text": f"{code.why} {code.remedy} In a terminal: {command}",
            "markdown": f"{code.why}\n\n{code.remedy}\n\nIn a terminal: `{command}`",
        },
        "defaultConfiguration": {"level": code.severity.value} if code.severity else {"enabled": False},
    }


def _result(finding: Finding, fingerprint: str) -> dict[str, object]:
    message = f"{finding.message}. {finding.hint}".rstrip()
    place = {"artifactLocation": {"uri": uri(finding.path), "uriBaseId": "SRCROOT"}, "region": _region(finding)}
    return {
        "ruleId": finding.code,
        "ruleIndex": list(CODES).index(finding.code),
        "level": finding.severity.value,
        "message": {"text": message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"factcheck/v1": fingerprint},
    }


def _region(finding: Finding) -> dict[str, object]:
    start, end = finding.place, end_place(finding)
    return {
        "startLine": start.line,
        "startColumn": _column(finding, start),
        "endLine": end.line,
        "endColumn": _column(finding, end),
        "snippet": {"text": near(finding)},
    }


def _column(finding: Finding, place: Place) -> int:
    return utf16_column(finding.line if place.line == finding.place.line else "", place.column)
