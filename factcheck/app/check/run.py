"""One run of `check`, from what was asked to the exit code; how the command line asks is said in `check`."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from factcheck.app.check.examine import MANY, Examination, examine_all
from factcheck.app.check.merges import MergeScope, merge_findings
from factcheck.app.check.publish import publish
from factcheck.app.check.scope import CheckScope, Home, by_desk, scope_of, start_of, without_ignored
from factcheck.app.desk import Desk, desk
from factcheck.app.interface import speak
from factcheck.app.progress import with_progress
from factcheck.checking.scope import Group
from factcheck.config import Config
from factcheck.errors import FactcheckError
from factcheck.findings import Finding, Severity
from factcheck.formats.findings import Report
from factcheck.formats.text import complaint
from factcheck.io.colour import wants_colour
from factcheck.io.store.machine import free_memory, usable_cores

#: Nothing is wrong in an empty desk, but where articles lie elsewhere nobody should believe that they were checked.
_NO_ARTICLES = (
    "nothing to check: an article is a text in a folder called annotations, in one that `articles:` in factcheck.yaml "
    "names, or beside a sidecar"
)


#: More processes than this are not chosen: one can only take in so much of what the others find.
_MOST = 8
#: Bytes that a process may need; the figures are in docs/scale.md.
_MEMORY = 100_000_000

#: What `check` finds where a sidecar is behind its article.
_BEHIND = ("FC102", "FC303")


class CheckRequest(NamedTuple):
    """What to check and how; each field is an option of that name, and as here where the option is not given."""

    paths: tuple[str, ...]
    form: str = "text"
    output: str | None = None
    changed_since: str | None = None
    staged: bool = False
    statistics: bool = False
    exit_zero: bool = False
    jobs: int | None = None
    engine: str = "processes"
    annotators: int | None = None
    severity: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    encoding: str | None = None
    color: str = "auto"


def run_check(asked: CheckRequest) -> int:
    """Check what was asked for, publish the findings and return the exit code.

    Raises:
        FactcheckError: Nothing could be checked: no such file, settings that cannot be read, git that is missing.
    """
    if "" in asked.paths:
        raise FactcheckError("a path is empty: maybe a variable is not set", hint="For the whole desk, give none.")
    gc.disable()  # nothing here makes cycles, and looking for them takes a seventh of the time
    here = desk(start_of(asked.paths))
    if here.config.interface:
        speak(here.config.interface)
    config = _settled(here.config, asked)
    root = os.path.relpath(here.root)
    found = _chosen(asked, Home(root, config.articles))
    kept = without_ignored(found.groups, root, config.ignore)
    parts = tuple(by_desk(kept, Desk(here.root, config), lambda config: _settled(config, asked)))
    groups = tuple(group for part in parts for group in part.groups)
    files = tuple(path for group in groups for path in group.files)
    tally = _Tally(Counter(), [], [])
    workers = (asked.jobs or _processes(len(files)), asked.engine)
    examined = (one for part in parts for one in examine_all(part.groups, part.config, found.reader, workers))
    shown = with_progress(examined, len(groups), "{number} of {total} articles", lambda one: one.findings)
    findings = chain(
        tally.findings(groups, shown),
        tally.counted(merge_findings(MergeScope(root, asked.paths, asked.changed_since, config), found.reader)),
    )
    report = Report(findings, files, wants_colour(asked.color) and not asked.output, tally.failures)
    if not files and not asked.paths and not asked.staged and asked.changed_since is None:
        _tell(_NO_ARTICLES)
    publish(report, "statistics" if asked.statistics else asked.form, asked.output)
    return tally.close(exit_zero=asked.exit_zero)


def _settled(config: Config, asked: CheckRequest) -> Config:
    """Return the settings as the command line changes them."""
    if not (asked.annotators or asked.encoding or asked.ignore or asked.severity):
        return config
    from factcheck.config.settings_file import encoding_of, severity_of

    return config._replace(
        annotators=asked.annotators or config.annotators,
        encoding=encoding_of(asked.encoding) if asked.encoding else config.encoding,
        ignore=config.ignore + asked.ignore,
        severity=config.severity + tuple(map(severity_of, asked.severity)),
    )


def _chosen(asked: CheckRequest, home: Home) -> CheckScope:
    # An empty revision, as from a variable that is not set, is asked for too: git does not know it.
    if not asked.staged and asked.changed_since is None:
        return scope_of(asked.paths, home)
    from factcheck.app.check import changed

    if asked.changed_since is not None:
        return changed.since(asked.changed_since, asked.paths, home)
    return changed.in_index(asked.paths, home)


def _processes(files: int) -> int:
    """Return how many processes are worth it: for the files, on the cores and in the memory that may be used."""
    if files < MANY:
        return 1
    return max(1, min(_MOST, files * 2 // MANY, int(usable_cores()), free_memory() // _MEMORY - 1))


class _Tally(NamedTuple):
    """What decides the exit code, noted while the findings pass through."""

    severities: Counter[Severity]
    failures: list[FactcheckError]
    #: The articles that have a sidecar which is not up to date.
    ahead: list[str]

    def findings(self, groups: Sequence[Group], examined: Iterable[Examination]) -> Iterator[Finding]:
        """Yield the findings, counted; keep the failures."""
        for group, one in zip(groups, examined, strict=True):
            if any(finding.code in _BEHIND for finding in one.findings):
                self.ahead.append(group.path)
            self.failures.extend(one.failures)
            self.severities.update(finding.severity for finding in one.findings)
            yield from one.findings

    def counted(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield findings that are about no article, counted."""
        for finding in findings:
            self.severities[finding.severity] += 1
            yield finding

    def close(self, *, exit_zero: bool) -> int:
        """Tell the failures and return the exit code."""
        if self.ahead:
            _tell_interrupted(self.ahead)
        for failure in self.failures:
            _tell(complaint(failure))
        if self.failures:
            return 2
        return 1 if self.severities[Severity.ERROR] and not exit_zero else 0


def _tell_interrupted(articles: Iterable[str]) -> None:
    """Say where a sidecar is behind because `carry` was killed before it came to it."""
    import shlex

    from factcheck.io.store.transaction import is_unfinished

    for article in articles:
        if is_unfinished(Path(article)):
            _tell(f"{article}: carry was interrupted; to finish it: factcheck carry {shlex.quote(article)}")


def _tell(message: str) -> None:
    """Say what is already safe for a terminal."""
    sys.stderr.write(f"factcheck: {message}\n")
