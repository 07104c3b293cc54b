"""Who labels what, as text for people and as CSV or JSON for programs."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from factcheck.formats.json_text import json_text
from factcheck.formats.text import visible
from factcheck.i18n import _, ngettext
from factcheck.review.plan import DeskPlan

#: With fewer articles than this, dealing by hash is noticeably uneven.
_FEW = 100


def text(plan: DeskPlan) -> str:
    """Return a line for each article, then how many fall to each person."""
    return "\n".join([*_rows(plan), "", *_shares(plan), *_remarks(plan), ""])


def _rows(plan: DeskPlan) -> Iterator[str]:
    rows = [(_("labels"), _("overlap"), _("article"))]
    rows += [(one.owner, one.overlap, visible(one.path)) for one in plan.assignments]
    widths = [max(len(row[number]) for row in rows) for number in (0, 1)]
    for owner, overlap, path in rows:
        yield f"{owner:{widths[0]}}  {overlap:{widths[1]}}  {path}"


def _shares(plan: DeskPlan) -> Iterator[str]:
    owners = Counter(one.owner for one in plan.assignments)
    others = Counter(one.overlap for one in plan.assignments)
    for name in sorted(plan.people):
        articles = ngettext("{count} article", "{count} articles", owners[name]).format(count=owners[name])
        yield _("{name}: {articles}, and the overlap of {others}").format(
            name=name, articles=articles, others=others[name]
        )


def _remarks(plan: DeskPlan) -> Iterator[str]:
    owners = Counter(one.owner for one in plan.assignments)
    shares = [owners[name] for name in plan.people]
    if not plan.even and len(plan.assignments) < _FEW and max(shares) - min(shares) > 1:
        told = _(
            "Uneven, from {least} to {most}, as is usual with fewer than {few} articles; --even deals them in turn."
        )
        yield told.format(least=min(shares), most=max(shares), few=_FEW)
    if not plan.overlap:
        yield _("factcheck.yaml asks for no overlap yet: overlap: 5")
    if plan.calibrating:
        told = ngettext(
            "{count} calibration article is everybody's.",
            "{count} calibration articles are everybody's.",
            plan.calibrating,
        )
        yield told.format(count=plan.calibrating)


def as_csv(plan: DeskPlan) -> str:
    """Return `article,labels,overlap`, a row for each article."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["article", "labels", "overlap"])
    writer.writerows([harmless(one.path), one.owner, one.overlap] for one in plan.assignments)
    return out.getvalue()


def as_json(plan: DeskPlan) -> str:
    """Return the plan as a JSON object."""
    rows = [{"article": one.path, "labels": one.owner, "overlap": one.overlap} for one in plan.assignments]
    return json_text({"overlap": plan.overlap, "articles": rows})


def harmless(path: str) -> str:
    """Return a path that no spreadsheet takes for a formula, and no CI system for a command.

    >>> harmless("=a.txt"), harmless("a.txt")
    ('./=a.txt', 'a.txt')
    """
    return f"./{path}" if path.startswith(("=", "+", "-", "@", ":", "\t", "\r")) else path
