"""What became of an article's sentences as text for a terminal, Markdown for a pull request, and JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.carry import Fate, Kind, Outcome, Reason
from factcheck.carry.reasons import kinds, phrase
from factcheck.formats.changes import MARKDOWN, PLAIN, Style, marked_wording
from factcheck.formats.log_commands import inert_json
from factcheck.formats.text import in_markdown, plural, visible
from factcheck.i18n import _, said
from factcheck.model import Sidecar

#: The version of the JSON form.
JSON_VERSION = 1


@dataclass(frozen=True, slots=True)
class CarriedFile:
    """One sidecar after its article changed."""

    #: The sidecar, and the article as it was given.
    path: str
    article: str
    sidecar: Sidecar
    outcomes: tuple[Outcome, ...]
    #: The file is not as it was.
    changed: bool

    @property
    def asked(self) -> int:
        """Return how many sentences wait for somebody to confirm their label."""
        return sum(1 for record in self.sidecar.sentences if record.was and not record.done)


def text(files: Sequence[CarriedFile], *, dry_run: bool = False) -> str:
    """Return what became of each sentence as plain text: a heading for each sidecar, its totals last.

    A sentence that stayed as it was is only counted.
    """
    lines: list[str] = []
    for article in dict.fromkeys(file.article for file in files):
        lines.append(visible(article))
        for file in files:
            if file.article == article:
                lines += _text_of(file)
    return "\n".join([*lines, totals_line(files) + (_(" (dry run: nothing was written)") if dry_run else ""), ""])


def _text_of(file: CarriedFile) -> Iterator[str]:
    yield f"  {_whose(file)}" + ("" if file.changed else _(": up to date"))
    for outcome in _told(file):
        yield f"{_numbers(outcome):>5} {_what(outcome)}"
        yield f"      {_wording(outcome, PLAIN)}"
    if file.changed:
        yield f"    {_totals(file)}"


def markdown(files: Sequence[CarriedFile], *, dry_run: bool = False) -> str:
    """Return the same as a comment for a pull request: totals, then a table for each sidecar that changed."""
    parts = [f"**{totals_line(files)}**" + (_(" Nothing was written.") if dry_run else "") + "\n"]
    for file in files:
        if file.changed:
            parts.append(f"\n#### {in_markdown(file.article)}, {_whose(file)}\n\n{in_markdown(_totals(file))}\n\n")
            header = " | ".join((_("what became of it"), _("sentence")))
            parts.append(f"| # | {header} |\n|--:|---|---|\n")
            rows = ((_numbers(o), _what(o), _wording(o, MARKDOWN)) for o in _told(file))
            parts += [f"| {number} | {in_markdown(what)} | {wording} |\n" for number, what, wording in rows]
    return "".join(parts)


def as_json(files: Sequence[CarriedFile], *, dry_run: bool = False) -> str:
    """Return every sentence's fate for programs; only ASCII, so that it is safe on a terminal too."""
    content = {"carry": JSON_VERSION, "dry_run": dry_run, "files": [_file_object(file) for file in files]}
    return inert_json(json.dumps(content, indent=2) + "\n")


def _file_object(file: CarriedFile) -> dict[str, object]:
    return {
        "path": file.path,
        "article": file.article,
        "annotator": file.sidecar.annotator,
        "changed": file.changed,
        "to_confirm": file.asked,
        "totals": _counted(file.outcomes),
        "sentences": [_outcome_object(outcome) for outcome in file.outcomes],
    }


def _outcome_object(outcome: Outcome) -> dict[str, object]:
    return {
        "old": [i + 1 for i in outcome.old],
        "new": [j + 1 for j in outcome.new],
        "fate": outcome.fate,
        "moved": outcome.moved,
        "keeps_label": outcome.keeps_label,
        "before": outcome.before,
        "after": outcome.after,
        "reasons": _reason_objects(outcome.reasons),
        "kinds": list(outcome.kinds),
        "named": _reason_objects(outcome.named),
    }


def _reason_objects(reasons: Iterable[Reason]) -> list[dict[str, str]]:
    return [
        {"cause": reason.cause, "old": reason.old, "new": reason.new, "text": str(phrase(reason))} for reason in reasons
    ]


def totals_line(files: Sequence[CarriedFile]) -> str:
    """Return the totals as one line.

    >>> totals_line([])
    'No sidecars.'
    """
    if not files:
        return _("No sidecars.")
    changed = [file for file in files if file.changed]
    if not changed:
        return _("{sidecars}, all up to date.").format(sidecars=plural(len(files), "sidecar"))
    asked = sum(file.asked for file in files)
    todo = _("{labels} to confirm").format(labels=plural(asked, "label")) if asked else _("nothing to confirm")
    return _("{sidecars} brought up to date: {todo}.").format(sidecars=plural(len(changed), "sidecar"), todo=todo)


def _told(file: CarriedFile) -> Iterable[Outcome]:
    """Return what is worth a line: all but sentences that stayed as and where they were."""
    return (o for o in file.outcomes if o.fate is not Fate.KEPT or o.before != o.after) if file.changed else ()


def _whose(file: CarriedFile) -> str:
    return visible(file.sidecar.annotator) if file.sidecar.annotator else _("decisions")


def _numbers(outcome: Outcome) -> str:
    """Return the sentence's number now, or in brackets the one it had.

    >>> _numbers(Outcome((4,), (5, 6), Fate.SPLIT)), _numbers(Outcome((8,), (), Fate.RETIRED))
    ('6-7', '(9)')
    """
    places = outcome.new or outcome.old
    joined = str(places[0] + 1) if len(places) == 1 else f"{places[0] + 1}-{places[-1] + 1}"
    return joined if outcome.new else f"({joined})"


def _what(outcome: Outcome) -> str:
    moved = _(" and moved") if outcome.moved and outcome.fate is not Fate.MOVED else ""
    kept = [said(kinds(outcome.kinds))] if outcome.edited and outcome.kinds else []
    why = [*kept, *(said(phrase(reason)) for reason in (*outcome.reasons, *outcome.named))]
    what = _(outcome.fate) + moved
    return _("{name}: {text}").format(name=what, text=visible(_("; ").join(dict.fromkeys(why)))) if why else what


def _wording(outcome: Outcome, style: Style) -> str:
    """Return the sentence with what changed marked; as it is now, where what changed looks the same."""
    if outcome.before and outcome.after and outcome.kinds != (Kind.FORM,):
        return marked_wording(outcome.before, outcome.after, style)
    return style.escape(outcome.after or outcome.before)


def _counted(outcomes: Iterable[Outcome]) -> dict[str, int]:
    counts = Counter(outcome.fate for outcome in outcomes)
    return {str(fate): counts[fate] for fate in Fate if counts[fate]}


def _totals(file: CarriedFile) -> str:
    edited = sum(1 for outcome in file.outcomes if outcome.edited)
    told = [_("{count} {kind}").format(count=count, kind=_(fate)) for fate, count in _counted(file.outcomes).items()]
    return ", ".join(told) + (_("; {count} with a harmless edit").format(count=edited) if edited else "")
