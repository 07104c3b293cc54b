"""One run of `check`, from what was asked to the exit code; `factcheck.cli.check` has the options."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from factcheck.app.check.examine import MANY, Examination, examine_all
from factcheck.app.check.merges import MergeScope, merge_findings
from factcheck.app.check.publish import publish, refuse_file_of_desk
from factcheck.app.check.scope import (
    CheckScope,
    Home,
    Part,
    Tree,
    WorkTree,
    by_desk,
    settings_changed,
    start_of,
    without_ignored,
)
from factcheck.app.desk import Desk
from factcheck.app.interface import speak
from factcheck.app.progress import with_progress
from factcheck.config import Config
from factcheck.errors import FactcheckError
from factcheck.findings import Finding, Severity
from factcheck.formats import NAMING_FILES
from factcheck.formats.findings import Report, SeenFiles
from factcheck.formats.text import complaint, visible
from factcheck.i18n import _, deferred, said
from factcheck.io.colour import wants_colour
from factcheck.io.object_store import is_address
from factcheck.io.store.machine import free_memory, usable_cores

#: Nothing is wrong in an empty desk, but where articles lie elsewhere nobody should believe that they were checked.
_NO_ARTICLES = deferred(
    "nothing to check: an article is a text in a folder called annotations, in one that `articles:` in "
    "factcheck.yaml names, or beside a sidecar"
)
_NONE_BELOW = deferred(
    "nothing to check: there is no article or sidecar in what was named, or factcheck.yaml ignores it"
)
_NONE_CHANGED = deferred("nothing to check: no article or sidecar changed")

#: More processes than this are not chosen: one can only take in so much of what the others find.
_MOST = 8
#: Bytes that a process may need; the figures are in docs/scale.md.
_MEMORY = 100_000_000

#: What `check` finds where a sidecar is behind its article.
_BEHIND = ("FC102", "FC303")


#: How long an id is at least: to hooks and forges so many zeros stand for a branch that was not there before.
_SHORTEST_ID = 40


class CheckRequest(NamedTuple):
    """What to check and how; each field is an option of that name, and as here where the option is not given."""

    paths: tuple[str, ...]
    form: str = "text"
    output: str | None = None
    changed_since: str | None = None
    staged: bool = False
    revision: str | None = None
    statistics: bool = False
    strict: bool = False
    fail_on_nothing: bool = False
    exit_zero: bool = False
    baseline: str | None = None
    write_baseline: str | None = None
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
        raise FactcheckError(
            deferred("a path is empty: maybe a variable is not set"), hint=deferred("For the whole desk, give none.")
        )
    asked = _without_null(asked)
    gc.disable()  # nothing here makes cycles, and looking for them takes a seventh of the time
    tree = _tree(asked)
    here = tree.desk(start_of(asked.paths))
    if here.config.interface:
        speak(here.config.interface)
    config = _settled(here.config, asked)
    home = Home(os.path.relpath(here.root), config.articles)
    for output in (asked.output, asked.write_baseline):
        refuse_file_of_desk(output, home)
    found = _chosen(asked, home, tree)
    desk = Desk(here.root, config)
    files, tally = SeenFiles(named=asked.form in NAMING_FILES), _Tally(Counter(), [], [])
    examined = _examined(_parts(found, desk, asked), files, asked, tree)
    shown = with_progress(
        examined,
        lambda: _articles(_parts(found, desk, asked)),
        _("{number} of {total} articles"),
        lambda one: one.findings,
    )
    merged = _merged(asked, home, config, tree)
    every = chain(settings_changed(found, _severities(asked)), tally.findings(chain(shown, merged)))
    findings = tally.counted(_unknown(every, asked.baseline))
    report = Report(findings, files, wants_colour(asked.color) and not asked.output, tally.failures)
    if asked.write_baseline:
        report = _kept(asked.write_baseline, report)
    publish(report, "statistics" if asked.statistics else asked.form, asked.output, stored=_is_stored(asked))
    return 2 if asked.fail_on_nothing and not files else tally.close(exit_zero=asked.exit_zero, strict=asked.strict)


def _without_null(asked: CheckRequest) -> CheckRequest:
    """Return the request with all that there is for what changed since a branch that was not there before."""
    since = asked.changed_since or ""
    return asked._replace(changed_since=None) if len(since) >= _SHORTEST_ID and set(since) == {"0"} else asked


def _tree(asked: CheckRequest) -> Tree:
    """Return where the files are that are looked at."""
    if _is_stored(asked):
        return _stored(asked)
    if not asked.staged and asked.revision is None:
        return WorkTree()
    from factcheck.app.check.changed import Index, Revision

    return Index() if asked.revision is None else Revision(asked.revision, asked.changed_since)


def _is_stored(asked: CheckRequest) -> bool:
    """Return whether the files are in an object store."""
    return any(map(is_address, asked.paths))


def _stored(asked: CheckRequest) -> Tree:
    from factcheck.app.check.stored import StoredDesk

    if asked.staged or asked.revision is not None or asked.changed_since is not None:
        raise FactcheckError(deferred("there is no git in an object store"), path=asked.paths[0])
    return StoredDesk(asked.paths)


def _merged(asked: CheckRequest, home: Home, config: Config, tree: Tree) -> Iterator[Examination]:
    """Yield what merges got wrong, where there can be any.

    Why one cannot be looked at is a failure where commits were asked for, and said where only files were.
    """
    if _is_stored(asked):
        return
    merges = MergeScope(home.root, asked.paths, asked.changed_since, config, asked.revision)
    for one in merge_findings(merges, tree.read):
        if asked.changed_since is None and asked.revision is None:
            for failure in one.failures:
                _tell(_("merges are not looked at: {reason}").format(reason=complaint(failure)))
            one = one._replace(failures=())  # noqa: PLW2901
        yield one


def _unknown(findings: Iterable[Finding], baseline: str | None) -> Iterable[Finding]:
    """Return the findings that are not in the baseline, if there is one."""
    if baseline is None:
        return findings
    from factcheck.app.check.baseline import read_baseline, unknown

    return unknown(findings, read_baseline(baseline))


def _kept(path: str, report: Report) -> Report:
    from factcheck.app.check.baseline import write_baseline

    return write_baseline(path, report)


def _nothing(asked: CheckRequest) -> str:
    """Return why there is nothing to check."""
    if asked.staged or asked.changed_since is not None:
        return _NONE_CHANGED
    return _NONE_BELOW if asked.paths else _NO_ARTICLES


def _parts(found: CheckScope, here: Desk, asked: CheckRequest) -> Iterator[Part]:
    """Return what is to be examined, listed anew."""
    kept = without_ignored(found.groups, os.path.relpath(here.root), here.config.ignore)
    return by_desk(kept, here, lambda config: _settled(config, asked), found.tree)


def _articles(parts: Iterable[Part]) -> int:
    return sum(len(part.groups) for part in parts)


def _examined(parts: Iterator[Part], files: SeenFiles, asked: CheckRequest, tree: Tree) -> Iterator[Examination]:
    """Return what comes of each article, as it comes; list the first ones at once, and say so where there are none."""
    first = tuple(_enough(parts))
    if not first:
        _tell(said(_nothing(asked)))
    alone = asked.engine == "processes" and not tree.forks
    processes = 1 if alone else asked.jobs or _processes(_files(first))
    return examine_all(_noting(chain(first, parts), files), tree, (processes, asked.engine))


def _enough(parts: Iterator[Part]) -> Iterator[Part]:
    """Yield parts until there is work for as many processes as are ever chosen."""
    files = 0
    for part in parts:
        yield part
        files += _files([part])
        if _of_use(files) >= _MOST:
            return


def _files(parts: Iterable[Part]) -> int:
    return sum(group.file_count for part in parts for group in part.groups)


def _noting(parts: Iterable[Part], files: SeenFiles) -> Iterator[Part]:
    for part in parts:
        for group in part.groups:
            files.add(group)
        yield part


def _settled(config: Config, asked: CheckRequest) -> Config:
    """Return the settings as the command line changes them."""
    if not (asked.annotators or asked.encoding or asked.ignore or asked.severity):
        return config
    from factcheck.config.settings_file import encoding_of

    return config._replace(
        annotators=asked.annotators or config.annotators,
        encoding=encoding_of(asked.encoding) if asked.encoding else config.encoding,
        ignore=config.ignore + asked.ignore,
        severity=config.severity + tuple(_severities(asked).items()),
    )


def _severities(asked: CheckRequest) -> dict[str, Severity | None]:
    """Return what the command line says of codes."""
    if not asked.severity:
        return {}
    from factcheck.config.settings_file import severity_of

    return dict(map(severity_of, asked.severity))


def _chosen(asked: CheckRequest, home: Home, tree: Tree) -> CheckScope:
    # An empty revision, as from a variable that is not set, is asked for too: git does not know it.
    if asked.changed_since is None or not isinstance(tree, WorkTree):
        return tree.scope(asked.paths, home)
    from factcheck.app.check.changed import since

    return since(asked.changed_since, asked.paths, home)


def _processes(files: int) -> int:
    """Return how many processes are worth it: for the files, on the cores and in the memory that may be used."""
    if files < MANY:
        return 1
    return max(1, min(_MOST, _of_use(files), int(usable_cores()), free_memory() // _MEMORY - 1))


def _of_use(files: int) -> int:
    """Return for how many processes there is work."""
    return files * 2 // MANY


class _Tally(NamedTuple):
    """What decides the exit code, noted while the findings pass through."""

    severities: Counter[Severity]
    failures: list[FactcheckError]
    #: The articles that have a sidecar which is not up to date.
    ahead: list[str]

    def findings(self, examined: Iterable[Examination]) -> Iterator[Finding]:
        """Yield the findings; keep the failures, and which articles are ahead of their sidecars."""
        for one in examined:
            if any(finding.code in _BEHIND for finding in one.findings):
                self.ahead.append(one.article)
            self.failures.extend(one.failures)
            yield from one.findings

    def counted(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings, counted."""
        for finding in findings:
            self.severities[finding.severity] += 1
            yield finding

    def close(self, *, exit_zero: bool, strict: bool) -> int:
        """Tell the failures and return the exit code."""
        if self.ahead:
            _tell_interrupted(self.ahead)
        for failure in self.failures:
            _tell(complaint(failure))
        if self.failures:
            return 2
        failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
        return 1 if any(self.severities[one] for one in failing) and not exit_zero else 0


def _tell_interrupted(articles: Iterable[str]) -> None:
    """Say where a sidecar is behind because `carry` was killed before it came to it."""
    from factcheck.io.store.transaction import is_unfinished
    from factcheck.text.shell import file, shell_command

    for article in articles:
        if is_unfinished(Path(article)):
            finish = shell_command("factcheck", "carry", file(article))
            told = _("{article}: carry was interrupted; to finish it: {command}")
            _tell(told.format(article=visible(article), command=finish))


def _tell(message: str) -> None:
    """Say what is already safe for a terminal."""
    sys.stderr.write(f"factcheck: {message}\n")
