"""Findings for people: where, what, the line with a caret under it, and what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from factcheck.findings import Finding, Severity
from factcheck.formats.findings import Report
from factcheck.formats.text import cells, plural, visible
from factcheck.i18n import _, deferred, said

#: How many cells of a line are shown before and after the start of the flagged stretch.
_BEFORE, _AFTER = 40, 80

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def pieces(report: Report) -> Iterator[str]:
    """Yield each finding as it comes, then the count."""
    counts: Counter[Severity] = Counter()
    for finding in report.findings:
        counts[finding.severity] += 1
        yield _block(finding, colour=report.colour)
    yield closing_line(counts, report)


def headline(finding: Finding, say: Callable[[str], str] = str) -> str:
    """Return `path:line:column: CODE message`; what is no error says so.

    Args:
        finding: What was found.
        say: What puts messages into the language of a reader; machines read English.
    """
    word = (
        "" if finding.severity is Severity.ERROR else say(deferred("{severity}: ", severity=deferred(finding.severity)))
    )
    where = f"{finding.path}:{finding.place.line}:{finding.place.column}"
    return visible(f"{where}: {finding.code} {word}{say(finding.message)}")


def closing_line(counts: Counter[Severity], report: Report) -> str:
    """Return the last line: how many findings of which severity in how many files; the findings are used up."""
    looked = plural(len(report.files) - len(report.unread), "file")
    unread = _("; {count} could not be read").format(count=len(report.unread)) if report.unread else ""
    if not counts:
        return _("{files} checked, nothing found{unread}").format(files=looked, unread=unread) + "\n"
    parts = ", ".join(plural(counts[severity], severity) for severity in Severity if counts[severity])
    return _("{files} checked: {parts}{unread}").format(files=looked, parts=parts, unread=unread) + "\n"


def _block(finding: Finding, *, colour: bool) -> str:
    head = headline(finding, said)
    if colour:
        head = head.replace(f" {finding.code} ", f" \x1b[1;{_COLOURS[finding.severity]}m{finding.code}\x1b[0m ", 1)
    lines = [head, *_excerpt(finding)]
    if finding.hint:
        lines.append(f"  {visible(said(finding.hint))}")
    return "\n".join(lines) + "\n"


def _excerpt(finding: Finding) -> Iterator[str]:
    """Yield the flagged line, cut to what is near, and carets under the flagged stretch."""
    if not finding.line:
        return
    start = finding.place.column - 1
    end = finding.end.column - 1 if finding.end and finding.end.line == finding.place.line else start + 1
    # What may be shown at all, for a line may be megabytes long; most characters take a cell.
    before, after = finding.line[max(0, start - 4 * _BEFORE) : start], finding.line[end : end + 4 * _AFTER]
    shown_before = _last_cells(visible(before), _BEFORE)
    stretch = _first_cells(visible(finding.line[start : min(end, start + 4 * _AFTER)]), _AFTER)
    shown_after = _first_cells(visible(after), max(0, _AFTER - cells(stretch)))
    gutter = f"{finding.place.line:>6} | "
    yield f"{gutter}{shown_before}{stretch}{shown_after}".rstrip()
    yield f"{'| ':>9}{' ' * cells(shown_before)}{'^' * max(1, cells(stretch))}"


def _last_cells(text: str, limit: int) -> str:
    if cells(text) <= limit:
        return text
    kept = text[-limit + 1 :]
    while cells(kept) >= limit:
        kept = kept[1:]
    return "…" + kept


def _first_cells(text: str, limit: int) -> str:
    if cells(text) <= limit:
        return text
    kept = text[: max(0, limit - 1)]
    while cells(kept) > max(0, limit - 1):
        kept = kept[:-1]
    return kept + "…"
