"""Pages that a site has already and that still hold: the hash of what each was made of is kept, and its own.

They are kept in the user's cache folder, where no pull request can put anything, and a page on disk counts only with
its own hash: whatever was put in its place is replaced. A page depends on the files of its article, on settings, on
what was asked for and on the program; one that depends on git's history as well is made each time.
"""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from factcheck.app.check.examine import asks_history
from factcheck.app.check.scope import from_disk
from factcheck.app.report.pages import ReportRequest
from factcheck.checking.scope import Group
from factcheck.config import Config
from factcheck.formats.report.index import Line
from factcheck.io.store.cache import keep_cached, program_stamp, read_cached, write_cached
from factcheck.io.store.results import existing
from factcheck.model import Annotator
from factcheck.review.matrix import Matrix

#: No page has more bytes: one of 2,000 sentences with three annotators has 700,000.
_MOST = 1 << 27


class SitePage(NamedTuple):
    """The page of an article, and what the index is to say of it."""

    html: bytes
    line: Line
    #: What annotators say; without the places, which figures have no use for.
    matrix: Matrix


class KnownPages:
    """The pages of the last report in a folder.

    Args:
        site: The folder.
        request: What is asked for now.
    """

    def __init__(self, site: Path, request: ReportRequest) -> None:
        self._site = site
        self._asked = repr((program_stamp(), request.blind, request.language, request.date))
        self._folder = f"reports/{_hash(os.fsencode(site.absolute()))}"
        self._seen: set[str] = set()

    def inputs(self, group: Group, config: Config) -> str:
        """Return the hash of what the page of an article is made of; empty where it depends on more than files.

        Raises:
            FactcheckError: A file cannot be read.
        """
        if asks_history(config):
            return ""
        found = sha256(repr((self._asked, group, config)).encode())
        for path in group.files:
            found.update(sha256(from_disk(path)).digest())
        return found.hexdigest()

    def page(self, path: str, inputs: str) -> SitePage | None:
        """Return the page of the article of that path if it was made of the same and is still there as it was made."""
        entry = f"{_hash(os.fsencode(path))}.json"
        self._seen.add(entry)
        kept = _parsed(read_cached(f"{self._folder}/{entry}"))
        if not inputs or kept is None or kept.inputs != inputs:
            return None
        html = existing(self._site / page_name(path), _MOST)
        return SitePage(html, kept.line, kept.matrix) if _hash(html) == kept.page else None

    def keep(self, path: str, inputs: str, made: SitePage) -> None:
        """Keep what a page was made of, for the next time."""
        said = [inputs, _hash(made.html), made.line._asdict(), made.matrix.names, made.matrix.columns]
        write_cached(f"{self._folder}/{_hash(os.fsencode(path))}.json", json.dumps(said).encode())

    def close(self) -> None:
        """Forget the pages of articles that are gone."""
        keep_cached(self._folder, self._seen)


class _KnownPage(NamedTuple):
    """What is kept of a page."""

    inputs: str
    page: str
    line: Line
    matrix: Matrix


def page_name(path: str) -> str:
    """Return what the page of the article of that path is called in a site."""
    return f"articles/{path}.html"


def _parsed(data: bytes) -> _KnownPage | None:
    """Return what was kept; None for a file that is empty, or was not written to its end."""
    try:
        inputs, page, line, names, columns = json.loads(data)
        line["shares"] = tuple(line["shares"])
        return _KnownPage(
            inputs, page, Line(**line), Matrix(tuple(map(Annotator, names)), (), tuple(map(tuple, columns)))
        )
    except (ValueError, TypeError, KeyError):
        return None


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()
