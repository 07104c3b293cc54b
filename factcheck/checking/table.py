"""Every rule under its code, and one pass of them over a subject; reading files is done elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from factcheck.checking import decisions, form, labels, standing
from factcheck.checking.codes import CODES
from factcheck.checking.subject import Remark, Subject
from factcheck.config import Config
from factcheck.model import Finding, Severity

Rule = Callable[[Subject], Iterable[Remark]]

#: In the order of their codes; the documentation and the tests go by this table too.
RULES: dict[str, Rule] = {
    "FC101": labels.unlabelled,
    "FC102": standing.stale,
    "FC103": labels.source_missing,
    "FC104": labels.source_unknown,
    "FC105": labels.unsure,
    "FC106": labels.skips,
    "FC201": decisions.disputed,
    "FC202": decisions.undecided,
    "FC203": decisions.decision_outdated,
    "FC301": form.duplicate_id,
    "FC302": standing.foreign_id,
    "FC303": standing.untiled,
    "FC401": form.invalid,
    "FC402": form.not_canonical,
    "FC403": form.unknown_field,
    "FC404": form.wrong_type,
    "FC405": form.unknown_label,
    "FC406": form.conflict,
    "FC501": form.no_sidecar,
    "FC502": form.no_article,
    "FC503": form.misnamed,
    "FC504": form.unreadable_article,
}


def severities(config: Config) -> dict[str, Severity]:
    """Return the severity of every rule that is switched on."""
    settled = {code: told.severity for code, told in CODES.items()} | dict(config.severity)
    return {code: severity for code, severity in settled.items() if severity}


def check(subject: Subject) -> tuple[Finding, ...]:
    """Return everything the rules find in a subject, file by file, from top to bottom."""
    chosen = severities(subject.config)
    found = [finding for code in RULES if code in chosen for finding in _findings(subject, code, chosen[code])]
    return tuple(sorted(found, key=lambda finding: (finding.path, finding.place.line, finding.place.column)))


def _findings(subject: Subject, code: str, severity: Severity) -> Iterator[Finding]:
    for path, place, message, end, hint in RULES[code](subject):
        line = subject.line(path, place.line)
        yield Finding(code, severity, path, place, message, hint or CODES[code].remedy, end, line)
