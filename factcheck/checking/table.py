"""Every rule under its code, and one pass of them over a subject."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from factcheck.checking import decisions, form, labels, positions, sources
from factcheck.checking.subject import Remark, Subject
from factcheck.config import Config
from factcheck.findings import Finding, Severity
from factcheck.findings.codes import CODES, Code
from factcheck.i18n import deferred
from factcheck.text.quoting import without_middle

#: How many characters a message and a hint may have: both quote names and values of any length.
_MESSAGE, _HINT = 400, 5_000

Rule = Callable[[Subject], Iterable[Remark]]

#: In the order of their codes. What changed (FC507) and what is wrong with merges (FC6) is no matter of one article:
#: `factcheck.app.check` looks for it.
RULES: dict[str, Rule] = {
    "FC101": labels.unlabelled,
    "FC102": positions.stale,
    "FC103": labels.source_missing,
    "FC104": labels.source_unknown,
    "FC105": labels.unsure,
    "FC106": labels.skips,
    "FC107": labels.overlap,
    "FC108": labels.before_codebook,
    "FC109": labels.skipped_and_labelled,
    "FC201": decisions.disputed,
    "FC202": decisions.undecided,
    "FC203": decisions.decision_outdated,
    "FC301": form.duplicate_id,
    "FC302": positions.foreign_id,
    "FC303": positions.untiled,
    "FC401": form.invalid,
    "FC402": form.not_canonical,
    "FC403": form.unknown_field,
    "FC404": form.wrong_type,
    "FC405": form.unknown_label,
    "FC406": form.conflict,
    "FC407": form.label_apart,
    "FC501": form.no_sidecar,
    "FC502": form.no_article,
    "FC503": form.misnamed,
    "FC504": form.unreadable_article,
    "FC505": form.shared_name,
    "FC506": form.misspelt_name,
    "FC701": sources.invalid_source,
    "FC702": sources.source_differs,
    "FC703": sources.foreign_source,
}


@cache
def in_force(config: Config) -> tuple[tuple[Code, Severity, Rule], ...]:
    """Return the rules that the settings leave switched on, each with its code and severity."""
    settled = {code: told.severity for code, told in CODES.items()} | dict(config.severity)
    return tuple((CODES[code], severity, rule) for code, rule in RULES.items() if (severity := settled[code]))


def check(subject: Subject) -> tuple[Finding, ...]:
    """Return everything the rules find in an article and its sidecars, file by file, from top to bottom."""
    found = [
        _finding(subject, code, severity, remark)
        for code, severity, rule in in_force(subject.config)
        for remark in rule(subject)
    ]
    return tuple(sorted(found, key=lambda finding: (finding.path, finding.place.line, finding.place.column)))


def _finding(subject: Subject, code: Code, severity: Severity, remark: Remark) -> Finding:
    path, place, message, end, hint = remark
    line = subject.line(path, place.line)
    message, hint = without_middle(message, _MESSAGE), without_middle(hint or deferred(code.remedy), _HINT)
    return Finding(code.code, severity, path, place, message, hint, end, line)
