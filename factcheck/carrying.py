"""An article's sidecars brought up to its present text, all together or not at all; how is decided in `anchoring`."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck import store
from factcheck.anchoring import Outcome, composed, follow
from factcheck.article import Article, read_article
from factcheck.dossier import Held, open_dossier
from factcheck.errors import FactcheckError
from factcheck.git import contents
from factcheck.git.repository import repository
from factcheck.model import Sidecar
from factcheck.sidecar import Document, update
from factcheck.together import Change, save_all
from factcheck.vocabulary.own_words import OwnWords, words_with


@dataclass(frozen=True, slots=True)
class Step:
    """One sidecar before and after."""

    held: Held
    document: Document
    outcomes: tuple[Outcome, ...]

    @property
    def before(self) -> Sidecar:
        """Return the labels as they were read."""
        return self.held.document.sidecar

    @property
    def after(self) -> Sidecar:
        """Return the labels as they are to be saved."""
        return self.document.sidecar

    @property
    def changes(self) -> bool:
        """Tell whether there is anything to save."""
        return self.document.data != self.held.document.data


@dataclass(frozen=True, slots=True)
class Plan:
    """What has to be done about one article."""

    path: Path
    steps: tuple[Step, ...]


def plan(path: Path, encoding: str | None = None, since: str | None = None) -> Plan:
    """Return how the sidecars of the article at `path` come to its present text; nothing is written.

    Args:
        path: The article.
        encoding: How to decode it; None means what the desk says.
        since: A revision whose article the sidecars are brought to first, where they fit no text any more.

    Raises:
        FactcheckError: The article, a sidecar or the revision cannot be read.
    """
    dossier = open_dossier(path, encoding)
    old = _article_at(path, since, encoding or dossier.config.encoding) if since else None
    versions = (old, dossier.article) if old else (dossier.article,)
    return Plan(path, tuple(_step(held, versions, dossier.config.words) for held in dossier.held))


def _step(held: Held, versions: Sequence[Article], own: tuple[OwnWords, ...]) -> Step:
    """Return the sidecar brought to each version of the article in turn."""
    sidecar = held.document.sidecar
    words = words_with(sidecar.language, own)
    first, *more = versions
    carried = follow(sidecar, first, words)
    outcomes = carried.outcomes
    for article in more:
        carried = follow(carried.sidecar, article, words)
        outcomes = composed(outcomes, carried.outcomes)
    return Step(held, update(held.document, held.document.keeping_unknown(carried.sidecar)), outcomes)


def _article_at(path: Path, revision: str, encoding: str | None) -> Article:
    top = repository(path.parent).top
    name = path.resolve().relative_to(top.resolve()).as_posix()
    data = contents.show(top, revision, name)
    if data is None:
        hint = f"See which revisions have it: git log --follow -- {path}"
        raise FactcheckError(f"not in revision {revision}", path=str(path), hint=hint)
    return read_article(path.name, data, encoding, f"{revision}:{name}")


def apply(path: Path, holder: str, encoding: str | None = None, since: str | None = None) -> Plan:
    """Bring the sidecars of the article at `path` up to its present text and save them; return what was done.

    They change together or not at all: all are computed before the first is written, and `together` sees to the rest.
    A session that is open on one of them stops this before anything.

    Args:
        path: The article.
        holder: Who is at work, for the message a session that comes meanwhile gets.
        encoding: See `plan`.
        since: See `plan`.
    """
    with contextlib.ExitStack() as held:
        for sidecar in store.sidecar_paths(path):
            held.enter_context(store.lock(sidecar, holder))
        found = plan(path, encoding, since)
        changes = [Change(s.held.path, s.held.document.data, s.document.data) for s in found.steps if s.changes]
        save_all(path, changes)
    return found
