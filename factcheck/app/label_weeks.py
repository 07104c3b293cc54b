"""How many labels each week brought, as git remembers it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from factcheck.io.git.added_lines import added_lines
from factcheck.model import SUFFIX

#: A label that is given, in a sidecar as we write it.
_LABEL = re.compile(rb"  label: \S")
#: Earlier weeks are left out.
_MOST_WEEKS = 52


class LabelWeek(NamedTuple):
    """A week and how many labels it brought."""

    #: Its Monday, as `2026-11-23`.
    monday: str
    labels: int


def label_weeks(top: Path, paths: Sequence[str], until: str = "") -> tuple[LabelWeek, ...]:
    """Return the weeks from the first label to the last, those without one too; at most a year.

    A label counts in the week in which its commit was written. One that is changed, or moved with its sidecar, does
    not count again.

    Args:
        top: The top of the work tree.
        paths: Files and folders, relative to it; all of it if there are none.
        until: The last day that counts, as `2026-11-28`; the last commit's if empty.

    Raises:
        FactcheckError: git has no commit there, or fails.
    """
    return _by_week(added_lines(top, paths, SUFFIX, _LABEL), until)


def _by_week(days: Mapping[str, int], until: str) -> tuple[LabelWeek, ...]:
    weeks: Counter[date] = Counter()
    for day, labels in days.items():
        if not until or day <= until:
            weeks[_monday(day)] += labels
    if not weeks:
        return ()
    last = max(weeks)
    count = min(_MOST_WEEKS, (last - min(weeks)).days // 7 + 1)
    mondays = (last - timedelta(weeks=back) for back in reversed(range(count)))
    return tuple(LabelWeek(monday.isoformat(), weeks[monday]) for monday in mondays)


def _monday(day: str) -> date:
    found = date.fromisoformat(day)
    return found - timedelta(days=found.weekday())
