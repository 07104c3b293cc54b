"""An article with everything the desk holds on it: its sidecars and the settings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from factcheck.app.desk import desk
from factcheck.config import Config
from factcheck.io import store
from factcheck.model import Annotator, Sidecar
from factcheck.review.consensus import Consensus, consensus
from factcheck.sidecar import Document
from factcheck.text.article import Article


@dataclass(frozen=True, slots=True)
class SidecarFile:
    """A sidecar where it was found, and what the file looked like then."""

    path: Path
    document: Document
    identity: store.Identity


@dataclass(frozen=True)
class ArticleFiles:
    """An article, the desk's settings, and all its sidecars, by name of annotator."""

    path: Path
    article: Article
    config: Config
    held: tuple[SidecarFile, ...]
    #: What the article looked like, and the files that were its sidecars by their names.
    identity: store.Identity | None
    candidates: tuple[Path, ...]

    @property
    def sidecars(self) -> tuple[Sidecar, ...]:
        """Return the annotators' sidecars, without the decisions."""
        return tuple(held.document.sidecar for held in self.held if held.document.sidecar.annotator)

    @property
    def decisions(self) -> Sidecar | None:
        """Return the decisions, if any were made."""
        return next((h.document.sidecar for h in self.held if not h.document.sidecar.annotator), None)

    def of(self, annotator: Annotator | None) -> SidecarFile | None:
        """Return an annotator's sidecar, or the decisions for None; None if there is none."""
        return next((h for h in self.held if h.document.sidecar.annotator == annotator), None)

    @cached_property
    def consensus(self) -> Consensus:
        """Return what the annotators say together, under the desk's settings."""
        return consensus(self.article, self.sidecars, self.decisions, self.config.annotators)


def load_article_files(path: Path, encoding: str | None = None) -> ArticleFiles:
    """Return the article at `path` with its sidecars and its desk's settings.

    Args:
        path: The article.
        encoding: How to decode it; None means what the desk says, else UTF-8.

    Raises:
        FactcheckError: The article, a sidecar or the settings cannot be read.
    """
    config = desk(path.parent).config
    identity = store.identity(path)
    article = store.open_article(path, encoding or config.encoding)
    candidates = store.possible_sidecars(path)
    held = tuple(SidecarFile(found.path, *store.parse_found(found)) for found in store.found_sidecars(path))
    return ArticleFiles(path, article, config, held, identity, candidates)


def reloaded(files: ArticleFiles, encoding: str | None = None) -> ArticleFiles:
    """Return an article's files as they are now: loaded again if one of them changed, came or went."""
    same = files.identity == store.identity(files.path) and files.candidates == store.possible_sidecars(files.path)
    if same and all(held.identity == store.identity(held.path) for held in files.held):
        return files
    return load_article_files(files.path, encoding)
