"""Findings as Markdown: the summary of a CI job, or a comment on a merge request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.findings import Finding
from factcheck.formats.findings import Report, worst_first
from factcheck.formats.findings.text import summary
from factcheck.formats.text import in_markdown, plural

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
    return f"| {in_markdown(where)} | {finding.code} | {in_markdown(what)} | {in_markdown(finding.hint)} |\n"
