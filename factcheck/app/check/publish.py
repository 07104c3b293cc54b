"""Where the findings of `check` go: standard output or a file, and what GitHub Actions shows besides."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from factcheck.app.check.scope import Home, normal_path
from factcheck.errors import FactcheckError
from factcheck.findings import Finding
from factcheck.formats import FINDINGS
from factcheck.formats.findings import Report
from factcheck.formats.log_commands import inert
from factcheck.i18n import deferred
from factcheck.io import store
from factcheck.io.store.listing import listing
from factcheck.io.store.output import write_output
from factcheck.model import CODEBOOK, SETTINGS, SOURCE_SUFFIX, SUFFIX

#: Formats whose readers take paths from the top of the repository, wherever `check` was run.
_FROM_TOP = ("github", "gitlab", "sarif")

#: Formats without a syntax of their own, in which a mark can stand for what a CI system would obey.
_FOR_PEOPLE = ("text", "markdown", "statistics")


def publish(report: Report, form: str, output: str | None, *, stored: bool = False) -> None:
    """Write the report in the format asked for, as it comes; in GitHub Actions tell GitHub too.

    Args:
        report: What there is to tell.
        form: The format.
        output: The file to write to; `-` or None for standard output.
        stored: Whether its paths are those of an object store, which are in no repository.
    """
    if form in _FROM_TOP and not stored:
        report = report._replace(findings=from_top(report.findings))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true" and form == "text"
    if summary or in_actions:
        report = report._replace(findings=list(report.findings))
    if form == "sarif":
        from factcheck.app.origin import project_address

        report = report._replace(project=project_address())
    pieces = FINDINGS[form](report)
    if form in _FOR_PEOPLE:
        pieces = map(inert, pieces)
    if output and output != "-":
        write_output(Path(output), pieces)
    else:
        _print(_fenced(pieces) if in_actions else pieces)
    if in_actions:
        from factcheck.formats.findings.github import commands

        _print(commands(report.findings if stored else from_top(report.findings)))
    if summary:
        write_output(Path(summary), FINDINGS["markdown"](report), append=True)


def refuse_file_of_desk(output: str | None, home: Home) -> None:
    """Refuse to write where the desk has a file: an article, what lies beside one, its settings or its codebook.

    Raises:
        FactcheckError: There is one; or a symbolic link of the desk stands on the way.
    """
    if not output or output == "-":
        return
    path = Path(output)
    store.refuse_links(path)
    if path.name in (SETTINGS, CODEBOOK) or path.name.endswith((SUFFIX, SOURCE_SUFFIX)) or _is_article(path, home):
        hint = deferred("Give the file another name, or put it into another folder.")
        message = deferred("a file of the desk: nothing else is written there")
        raise FactcheckError(message, path=output, hint=hint)


def _is_article(path: Path, home: Home) -> bool:
    """Return whether an article is there; in a folder with sidecars every text counts as one."""
    if not store.is_article(path.name) or not store.exists(path):
        return False
    return home.holds(str(path)) or bool(listing(normal_path(str(path.parent))).sidecars)


def from_top(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings with paths from the top of the work tree; a file outside keeps its path."""
    top = store.work_tree(Path())

    @lru_cache(maxsize=100)
    def _shown(path: str) -> str:
        relative = os.path.relpath(path, top) if top else path
        return path if relative.startswith(f"..{os.sep}") else Path(relative).as_posix()

    yield from (finding._replace(path=_shown(finding.path)) for finding in findings)


def _print(pieces: Iterator[str]) -> None:
    """Write to standard output; names of files go out as the bytes they are."""
    stream, watched = sys.stdout.buffer, sys.stdout.isatty()
    for piece in pieces:
        stream.write(piece.encode("utf-8", "surrogateescape"))
        if watched:
            stream.flush()
    stream.flush()


def _fenced(pieces: Iterator[str]) -> Iterator[str]:
    """Yield the pieces where GitHub takes no line for a command, whatever an article or a file name says."""
    import secrets

    word = secrets.token_hex(16)
    yield f"::stop-commands::{word}\n"
    yield from pieces
    yield f"::{word}::\n"
