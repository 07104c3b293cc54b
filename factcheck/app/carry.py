"""An article's sidecars brought up to its present text, all together or not at all; `factcheck.carry` decides how."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.app.article_files import SidecarFile, load_article_files
from factcheck.carry import Outcome, compose, follow
from factcheck.config.own_words import OwnWords, words_with
from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.io import store
from factcheck.io.git import contents
from factcheck.io.git.paths import below
from factcheck.io.git.repository import repository
from factcheck.io.store.transaction import FileReplacement, write_all
from factcheck.model import Sidecar
from factcheck.sidecar import Document, update
from factcheck.text.article import Article, read_article
from factcheck.text.shell import shell_command


@dataclass(frozen=True, slots=True)
class CarryStep:
    """One sidecar before and after."""

    held: SidecarFile
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
        """Return whether there is anything to save."""
        return self.document.data != self.held.document.data


@dataclass(frozen=True, slots=True)
class CarryPlan:
    """What has to be done about one article."""

    path: Path
    steps: tuple[CarryStep, ...]


def plan_carry(
    path: Path, encoding: str | None = None, since: str | None = None, *, wrapped: bool | None = None
) -> CarryPlan:
    """Return how the sidecars of the article at `path` come to its present text; nothing is written.

    Args:
        path: The article.
        encoding: How to decode it; None means what the desk says.
        since: A revision whose article the sidecars are brought to first, where they fit no text any more.
        wrapped: Whether the article's lines are hard-wrapped; None means what the desk says, or else finds out.

    Raises:
        FactcheckError: The article, a sidecar or the revision cannot be read.
    """
    files = load_article_files(path, encoding)
    old = _article_at(path, since, encoding or files.config.encoding) if since else None
    versions = (old, files.article) if old else (files.article,)
    told = files.config.wrapped if wrapped is None else wrapped
    return CarryPlan(path, tuple(_step(held, versions, files.config.words, wrapped=told) for held in files.held))


def plan_for(path: Path, article: Article) -> CarryPlan:
    """Return how the sidecars of the article at `path` come to a text that it does not have yet; nothing is written.

    Raises:
        FactcheckError: The article, the settings or a sidecar cannot be read.
    """
    files = load_article_files(path)
    words, wrapped = files.config.words, files.config.wrapped
    return CarryPlan(path, tuple(_step(held, (article,), words, wrapped=wrapped) for held in files.held))


def _step(
    held: SidecarFile, versions: Sequence[Article], own: tuple[OwnWords, ...], *, wrapped: bool | None
) -> CarryStep:
    """Return the sidecar brought to each version of the article in turn."""
    sidecar = held.document.sidecar
    words = words_with(sidecar.language, own)
    first, *more = versions
    carried = follow(sidecar, first, words, wrapped=wrapped)
    outcomes = carried.outcomes
    for article in more:
        carried = follow(carried.sidecar, article, words, wrapped=wrapped)
        outcomes = compose(outcomes, carried.outcomes)
    return CarryStep(held, update(held.document, held.document.keeping_unknown(carried.sidecar)), outcomes)


def _article_at(path: Path, revision: str, encoding: str | None) -> Article:
    top = repository(Path.cwd()).top
    name = below(top, store.true_path(path))
    data = contents.file_at(top, revision, name)
    if data is None:
        log = shell_command("git", "log", "--follow", "--", str(path))
        hint = deferred("See which revisions have it: {command}", command=log)
        raise FactcheckError(deferred("not in revision {revision}", revision=revision), path=str(path), hint=hint)
    return read_article(path.name, data, encoding, f"{revision}:{name}")


def apply(
    path: Path, holder: str, encoding: str | None = None, since: str | None = None, *, wrapped: bool | None = None
) -> CarryPlan:
    """Bring the sidecars of the article at `path` up to its present text and save them; return what was done.

    They change together or not at all: all are computed before the first is written, and `together` sees to the rest.
    A session that is open on one of them stops this before anything.

    Args:
        path: The article.
        holder: Who is at work, for the message a session that comes meanwhile gets.
        encoding: See `plan`.
        since: See `plan`.
        wrapped: See `plan`.
    """
    with contextlib.ExitStack() as held:
        for sidecar in store.sidecar_paths(path):
            held.enter_context(store.lock(sidecar, holder))
        found = plan_carry(path, encoding, since, wrapped=wrapped)
        write_all(path, replacements(found))
    return found


def replacements(found: CarryPlan) -> list[FileReplacement]:
    """Return what a plan changes."""
    return [FileReplacement(s.held.path, s.held.document.data, s.document.data) for s in found.steps if s.changes]
