"""Findings as Markdown: the summary of a CI job, or a comment on a merge request."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from factcheck.findings import Finding
from factcheck.formats.findings import Report, plural, worst_first
from factcheck.formats.findings.text import summary
from factcheck.formats.text import visible

#: GitHub refuses a job summary of more than 1 MiB; this many rows stay well below it.
_ROWS = 500


def pieces(report: Report) -> Iterator[str]:
    """Yield a heading with the count, and a table of the worst findings if there are any."""
    findings = worst_first(report.findings)
    counted = summary(Counter(finding.severity for finding in findings), report)
    yield f"### factcheck: {counted}"
    if findings:
        yield "\n| where | code | what | what to do |\n| --- | --- | --- | --- |\n"
    for finding in findings[:_ROWS]:
        yield _row(finding)
    if len(findings) > _ROWS:
        yield f"\n{plural(len(findings) - _ROWS, 'finding')} more.\n"


def _row(finding: Finding) -> str:
    where = f"{finding.path}:{finding.place.line}:{finding.place.column}"
    what = finding.message if finding.severity == "error" else f"{finding.severity}: {finding.message}"
    return f"| {_literal(where)} | {finding.code} | {_literal(what)} | {_literal(finding.hint)} |\n"


def _literal(text: str) -> str:
    """Return text that Markdown shows as it is: no markup, no links, no mentions of people."""
    return re.sub(r"[\\`*_{}\[\]<>()#+\-.!|~@&:/$]", lambda match: f"&#{ord(match[0])};", visible(text))
