"""Whether the merges that a check is about gave every annotator their own labels, and lost none (FC601, FC602)."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.app.check.examine import Examination, ReadBytes
from factcheck.checking.scope import covered
from factcheck.config import Config
from factcheck.errors import FactcheckError
from factcheck.findings import Finding, Severity
from factcheck.findings.codes import CODES
from factcheck.i18n import deferred
from factcheck.io.git.merges import MergeCommit, merges
from factcheck.io.git.paths import from_here
from factcheck.io.git.repository import history_of, repository
from factcheck.io.store import work_tree
from factcheck.model import Place, Record
from factcheck.sidecar import Document, read
from factcheck.sidecar.places import Section
from factcheck.text.quoting import quoted

if TYPE_CHECKING:
    from factcheck.app.merges import BrokenMerge
    from factcheck.merging.laws import Breach

_CODES = {"mixed": "FC601", "lost": "FC602"}


class MergeScope(NamedTuple):
    """Which merges are looked at, and in which of their files."""

    #: The desk, relative to here.
    root: str
    #: Files and folders that were asked for; all of the desk if there are none.
    paths: tuple[str, ...]
    #: The revision since which merges count; None for `HEAD` only, if it is a merge.
    since: str | None
    config: Config
    #: The commit that is checked; None for the files here.
    revision: str | None = None

    def holds(self, path: str) -> bool:
        """Return whether a file, relative to here, was asked for and is not ignored."""
        asked = any(_is_below(path, wanted) for wanted in self.paths or (self.root,))
        return asked and not covered(Path(os.path.relpath(path, self.root)).as_posix(), self.config.ignore)


def merge_findings(scope: MergeScope, reader: ReadBytes) -> Iterator[Examination]:
    """Yield what merges got wrong and nobody has put right since, and why one could not be looked at.

    Args:
        scope: Which merges, and which files.
        reader: Gives a file as it is now.
    """
    severities = {code: CODES[code].severity for code in _CODES.values()} | dict(scope.config.severity)
    if not any(severities[code] for code in _CODES.values()):
        return
    try:
        if found := _merges(scope):
            yield from _in_merges(found, scope, reader, severities)
    except FactcheckError as error:
        yield Examination(failures=(error,))


def _merges(scope: MergeScope) -> tuple[MergeCommit, ...]:
    """Return the merges to look at; none where only files were asked for that are in no work tree."""
    if scope.revision is not None:
        return merges(history_of(Path.cwd()), scope.since, scope.revision)
    return merges(Path.cwd(), scope.since) if scope.since is not None or work_tree(Path.cwd()) else ()


def _in_merges(
    found: Iterable[MergeCommit], scope: MergeScope, reader: ReadBytes, severities: Mapping[str, Severity | None]
) -> Iterator[Examination]:
    from factcheck.app.merges import Blobs, broken

    top = repository(Path.cwd()).top if scope.revision is None else history_of(Path.cwd())
    blobs = Blobs(top)
    for commit in found:
        for one in broken(top, commit, blobs):
            path = from_here(top, one.path)
            if scope.holds(path):
                yield Examination(findings=tuple(_findings(one, path, reader, severities)))


def _findings(
    one: BrokenMerge, path: str, reader: ReadBytes, severities: Mapping[str, Severity | None]
) -> Iterator[Finding]:
    now = _document(path, reader)
    for breach in one.breaches:
        code = _CODES[breach.kind]
        severity = severities[code]
        if severity and breach.stands(now.sidecar if now else None):
            place, end, line = _place(now, breach)
            yield Finding(code, severity, path, place, _message(one.commit, breach), _hint(one, breach), end, line)


def _hint(one: BrokenMerge, breach: Breach) -> str:
    from factcheck.app.merges import IN_TWO_PLACES

    if one.is_second:
        return IN_TWO_PLACES
    if breach.undecided:
        return deferred(
            "`factcheck resolve --merge {merge}` asks which of the two counts; if this one does, a note says so.",
            merge=one.commit.id[:10],
        )
    return deferred("`factcheck resolve --merge {merge}` puts it right.", merge=one.commit.id[:10])


def _message(commit: MergeCommit, breach: Breach) -> str:
    values = {"merge": commit.id[:10], "facet": breach.facet, "text": quoted(breach.text)}
    if breach.kind == "mixed":
        found = breach.found or ""
        return deferred("the merge {merge} put here what neither side had, {found}: {text}", found=found, **values)
    if breach.wanted:
        return deferred("the merge {merge} lost the {facet} {wanted}: {text}", wanted=breach.wanted, **values)
    return deferred("the merge {merge} brought back a {facet} that one side had taken off: {text}", **values)


def _document(path: str, reader: ReadBytes) -> Document | None:
    """Return a sidecar as it is now; None where there is none, or it cannot be read, which other rules say."""
    try:
        return read(reader(path), path)
    except FactcheckError:
        return None


def _place(document: Document | None, breach: Breach) -> tuple[Place, Place, str]:
    """Return where a sentence's label stands and ends, and the whole line; the first line where it is not there."""
    if document is None:
        return Place(1, 1), Place(1, 1), ""
    start = end = Place(1, 1)
    field = "was_label" if breach.facet == "was" else breach.facet
    sections: tuple[tuple[Section, tuple[Record, ...]], ...] = (
        ("retired", document.sidecar.retired),
        ("sentences", document.sidecar.sentences),
    )
    for section, records in sections:
        for index, record in enumerate(records):
            if record.text == breach.text:
                start, end = document.span(section, index, field)
    return start, end, document.places.lines[start.line - 1].removesuffix("\r")


def _is_below(path: str, folder: str) -> bool:
    return not os.path.relpath(path, folder or ".").startswith("..")
