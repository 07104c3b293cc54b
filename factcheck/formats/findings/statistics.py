"""How often each code was found, instead of where: the overview before a desk is cleaned up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.findings import Severity
from factcheck.findings.codes import CODES
from factcheck.formats.findings import Report
from factcheck.formats.findings.text import closing_line
from factcheck.i18n import _


def pieces(report: Report) -> Iterator[str]:
    """Yield a line for each code that was found, the most frequent first, then the count."""
    codes: Counter[str] = Counter()
    severities = Counter[Severity]()
    for finding in report.findings:
        codes[finding.code] += 1
        severities[finding.severity] += 1
    for code, number in sorted(codes.items(), key=lambda item: (-item[1], item[0])):
        told = _("{name}: {text}").format(name=f"{code} {CODES[code].name}", text=_(CODES[code].summary))
        yield f"{number:>7} {told}\n"
    yield closing_line(severities, report)
