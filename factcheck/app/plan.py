"""Who labels which articles of a desk; `factcheck.review.plan` deals them out."""

from __future__ import annotations

import os
from pathlib import Path

from factcheck.app.check.scope import Home, by_desk, scope_of, start_of, without_ignored
from factcheck.app.corpus import calibrates, relative
from factcheck.app.desk import desk
from factcheck.review.plan import DeskPlan, even_plan, plan


def desk_plan(paths: tuple[str, ...], people: tuple[str, ...], *, even: bool = False) -> DeskPlan:
    """Return who labels which of the articles at `paths`, or of the whole desk where there are none.

    Raises:
        FactcheckError: No such file or folder, or settings that cannot be read.
    """
    here = desk(start_of(paths))
    root = os.path.relpath(here.root)
    groups = (group for group in scope_of(paths, Home(root, here.config.articles)).groups if group.exists)
    dealt, calibrating = [], 0
    for part in by_desk(without_ignored(groups, root, here.config.ignore), here):
        for group in part.groups:
            if calibrates(group, part):
                calibrating += 1
            else:
                dealt.append(relative(group, Path(here.root)))
    assignments = (even_plan if even else plan)(dealt, people)
    return DeskPlan(people, assignments, calibrating, here.config.overlap or 0, even)
