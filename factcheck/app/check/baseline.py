"""Known findings that a desk starts with: a file of their fingerprints, which `check` then leaves out."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from factcheck.app.check.publish import from_top
from factcheck.errors import FactcheckError
from factcheck.findings import Finding
from factcheck.formats.findings import Report
from factcheck.i18n import deferred
from factcheck.io import store
from factcheck.io.store.output import write_output

#: Larger ones hold over 200,000 findings.
_LIMIT = 40_000_000
_FINGERPRINT = re.compile(r"[0-9a-f]{32}")


def read_baseline(path: str | None) -> frozenset[str]:
    """Return the fingerprints in a baseline; none where there is no path.

    Raises:
        FactcheckError: It cannot be read, or is no baseline.
    """
    if path is None:
        return frozenset()
    hint = deferred("Write it with `factcheck check --write-baseline FILE`.")
    try:
        document = json.loads(store.read_bytes(Path(path), _LIMIT))
        marks = [finding["fingerprint"] for finding in document["baseline"]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise FactcheckError(deferred("not a baseline"), path=path, hint=hint) from error
    if not all(isinstance(mark, str) and _FINGERPRINT.fullmatch(mark) for mark in marks):
        message = deferred("not a baseline: a fingerprint has 32 hexadecimal digits")
        raise FactcheckError(message, path=path, hint=hint)
    return frozenset(marks)


def write_baseline(path: str, report: Report) -> Report:
    """Write the fingerprints of all findings to a file, and return a report that has them still to tell."""
    from factcheck.formats.findings.machine import fingerprinted
    from factcheck.formats.json_text import json_text

    findings = tuple(report.findings)
    listed = [
        {"path": finding.path, "code": finding.code, "fingerprint": mark}
        for finding, mark in fingerprinted(from_top(findings))
    ]
    write_output(Path(path), [json_text({"baseline": sorted(listed, key=lambda one: tuple(one.values()))})])
    return report._replace(findings=findings)


def unknown(findings: Iterable[Finding], known: Collection[str]) -> Iterator[Finding]:
    """Yield the findings whose fingerprint is not known; it is the one that the GitLab report has."""
    if not known:
        yield from findings
        return
    from factcheck.formats.findings.machine import fingerprinted

    here: list[Finding] = []

    def keeping() -> Iterator[Finding]:
        """Yield the findings, each kept for when its fingerprint comes."""
        for finding in findings:
            here.append(finding)
            yield finding

    for _, mark in fingerprinted(from_top(keeping())):
        finding = here.pop()
        if mark not in known:
            yield finding
