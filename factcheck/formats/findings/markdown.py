"""Findings as Markdown: the summary of a CI job, or a comment on a merge request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck.findings import Finding
from factcheck.formats.findings import Report, worst_first
from factcheck.formats.findings.text import closing_line
from factcheck.formats.text import in_markdown, plural
from factcheck.i18n import N_, _, said

#: GitHub drops a job summary of more than 1 MiB (1,048,576 bytes) whole, and nobody reads more rows than these.
_ROWS = 500
_BYTES = 900_000
#: What the columns of the table are called.
_HEADS = (N_("where"), N_("code"), N_("what"), N_("what to do"))


def pieces(report: Report) -> Iterator[str]:
    """Yield a heading with the count, and a table of the worst findings if there are any."""
    findings = worst_first(report.findings)
    counted = closing_line(Counter(finding.severity for finding in findings), report)
    yield f"### factcheck: {counted}"
    if findings:
        heads = " | ".join(_(head) for head in _HEADS)
        yield f"\n| {heads} |\n| --- | --- | --- | --- |\n"
    shown = tuple(_fitting(map(_row, findings[:_ROWS])))
    yield from shown
    if len(findings) > len(shown):
        yield "\n" + _("{findings} more.").format(findings=plural(len(findings) - len(shown), "finding")) + "\n"


def _fitting(rows: Iterable[str]) -> Iterator[str]:
    """Yield rows as long as they fit into a summary."""
    left = _BYTES
    for row in rows:
        left -= len(row.encode("utf-8", "surrogatepass"))
        if left < 0:
            return
        yield row


def _row(finding: Finding) -> str:
    where = f"{finding.path}:{finding.place.line}:{finding.place.column}"
    word = "" if finding.severity == "error" else _("{severity}: ").format(severity=_(finding.severity))
    what = word + said(finding.message)
    return f"| {in_markdown(where)} | {finding.code} | {in_markdown(what)} | {in_markdown(said(finding.hint))} |\n"
