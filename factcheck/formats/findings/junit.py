"""Findings as JUnit XML, which nearly every CI server shows: a case for each finding and each clean file.

Form: the schema of Jenkins' xunit plug-in (junit-10.xsd); there is no normative one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from factcheck.errors import FactcheckError
from factcheck.findings import Finding, Severity
from factcheck.formats.findings import Report
from factcheck.formats.findings.spool import Spool
from factcheck.formats.findings.text import headline
from factcheck.formats.log_commands import inert_xml
from factcheck.formats.text import visible


def pieces(report: Report) -> Iterator[str]:
    """Yield one XML document: errors are failed cases, clean files passed ones, what could not be read is broken."""
    failed, remarks, failures, bad = Spool(), Spool(), 0, set[str]()
    for finding in report.findings:
        if finding.severity is Severity.ERROR:
            failures += 1
            bad.add(finding.path)
            failed.add(_failure(finding))
        else:
            remarks.add(_remark(finding))
    # Known only now that the findings are used up.
    unread = report.unread
    bad.update(error.path for error in unread)
    tests = failures + len(unread) + sum(path not in bad for path in report.files)
    counts = f'tests="{tests}" failures="{failures}" errors="{len(unread)}"'
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="factcheck" {counts}>\n  <testsuite name="factcheck" {counts}>\n'
    yield from failed
    yield from map(_error, unread)
    for path in report.files:
        if path not in bad:
            yield f'    <testcase name="nothing found" classname={_attribute(path)} />\n'
    yield from _output(remarks)
    yield "  </testsuite>\n</testsuites>\n"


def _failure(finding: Finding) -> str:
    name = f"{finding.code} line {finding.place.line}: {finding.message}"
    return (
        f"    <testcase name={_attribute(name)} classname={_attribute(finding.path)}>\n"
        f"      <failure type={_attribute(finding.code)} message={_attribute(finding.message)}>"
        f"{_text(headline(finding))}\n{_text(finding.hint)}</failure>\n"
        "    </testcase>\n"
    )


def _error(error: FactcheckError) -> str:
    return (
        f'    <testcase name="could not be read" classname={_attribute(error.path)}>\n'
        f'      <error type="unreadable" message={_attribute(error.message)}>{_text(error.hint)}</error>\n'
        "    </testcase>\n"
    )


def _remark(finding: Finding) -> str:
    return f"{_text(headline(finding))}\n"


def _output(remarks: Iterable[str]) -> Iterator[str]:
    """Yield what the suite printed: what is no error, if there is any."""
    begin = "    <system-out>\n"
    for remark in remarks:
        yield begin + remark
        begin = ""
    if not begin:
        yield "    </system-out>\n"


def _text(text: str) -> str:
    return inert_xml(escape(visible(_legal(text))))


def _attribute(text: str) -> str:
    return inert_xml(quoteattr(visible(_legal(text))))


def _legal(text: str) -> str:
    """Return text without the two characters that XML 1.0 forbids and `visible` lets through."""
    return text.replace("\ufffe", "<U+FFFE>").replace("\uffff", "<U+FFFF>")
