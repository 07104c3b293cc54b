"""The labelled articles of a desk, read one by one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from factcheck.app.check.scope import Home, Part, by_desk, from_disk, scope_of, start_of, without_ignored
from factcheck.app.desk import Desk, desk
from factcheck.checking.scope import Group, covered
from factcheck.config import Config
from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.model import Annotator, Sidecar, sidecar_name
from factcheck.sidecar import Columns, Document, read
from factcheck.text.article import Article, read_article
from factcheck.text.garbage import no_collection


class CorpusArticle(NamedTuple):
    """An article with all its sidecars."""

    group: Group
    article: Article
    #: The annotators' sidecars, by file name.
    sidecars: tuple[Sidecar, ...]
    decisions: Sidecar | None
    #: The file of each sidecar, by annotator; None for the decisions.
    documents: Mapping[Annotator | None, Document]
    #: The settings that hold for it.
    config: Config
    #: Whether its decisions are the key that annotators are measured by.
    calibrates: bool = False

    @property
    def path(self) -> str:
        """Return the article's path, relative to where the command was run."""
        return self.group.path


class Corpus(NamedTuple):
    """Articles at some paths, not read yet, and listed anew whenever they are asked for."""

    #: The desk of the first path.
    desk: Desk
    #: All articles at those paths, and which of them are meant; ignored ones never are.
    found: Iterable[Group]
    wanted: Callable[[Group], bool]

    @property
    def parts(self) -> Iterator[Part]:
        """Yield the articles with the settings that hold for them."""
        root = os.path.relpath(self.desk.root)
        kept = without_ignored(filter(self.wanted, self.found), root, self.desk.config.ignore)
        return by_desk(kept, self.desk)

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return the articles with the names of their sidecars, in order of path."""
        return tuple(group for part in self.parts for group in part.groups)

    def listed(self) -> Iterator[tuple[Group, Part]]:
        """Yield the articles to be read, each with the part of the corpus that it is in."""
        with no_collection():
            yield from ((group, part) for part in self.parts for group in part.groups)

    def articles(self) -> Iterator[CorpusArticle | FactcheckError]:
        """Yield each article, or why it or one of its sidecars cannot be read, in order of path."""
        for group, part in self.listed():
            try:
                yield corpus_article(group, part)
            except FactcheckError as error:
                yield error


def corpus(paths: tuple[str, ...]) -> Corpus:
    """Return the labelled articles at `paths`, files or folders; those of the desk where there are none.

    Raises:
        FactcheckError: No such file or folder, or settings that cannot be read.
    """
    return _corpus(paths, lambda group: bool(group.sidecars))


def untouched(paths: tuple[str, ...]) -> Corpus:
    """Return the articles at `paths` that have no sidecar; see `corpus`."""
    return _corpus(paths, lambda group: group.exists and not group.sidecars)


def _corpus(paths: tuple[str, ...], wanted: Callable[[Group], bool]) -> Corpus:
    if "" in paths:
        raise FactcheckError(
            deferred("a path is empty: maybe a variable is not set"), hint=deferred("For the whole desk, give none.")
        )
    here = desk(start_of(paths))
    found = scope_of(paths, Home(os.path.relpath(here.root), here.config.articles)).groups
    return Corpus(here, found, wanted)


def relative(group: Group, root: Path, current: str = "") -> str:
    """Return an article's path from a folder above it, with forward slashes.

    Args:
        group: The article.
        root: The folder.
        current: The current folder, where it is known: the system needs as long to tell it as to open a file.
    """
    folder = _folder_below(group.folder or ".", str(root), current or os.getcwd())  # noqa: PTH109 - as above
    return group.article if folder == "." else f"{folder}/{group.article}"


@lru_cache(1024)
def _folder_below(folder: str, root: str, current: str) -> str:  # noqa: ARG001 - what the folder's path counts from
    return Path(os.path.relpath(folder, root)).as_posix()


def calibrates(group: Group, part: Part) -> bool:
    """Return whether an article is one of those that the settings name under `calibration:`."""
    patterns = part.config.calibration
    return bool(patterns) and covered(relative(group, part.root), patterns)


def corpus_article(group: Group, part: Part) -> CorpusArticle:
    """Return an article with all its sidecars.

    Args:
        group: Its files.
        part: The part of the corpus that it is in, for its settings.

    Raises:
        FactcheckError: There is no such article, or one of the files cannot be read.
    """
    article = article_text(group, part)
    documents = tuple(_document(group.join(name)) for name in group.sidecars)
    by_annotator = {document.sidecar.annotator: document for document in documents}
    sidecars = tuple(document.sidecar for document in documents)
    decisions = next((sidecar for sidecar in sidecars if sidecar.annotator is None), None)
    annotators = tuple(one for one in sidecars if one.annotator)
    return CorpusArticle(group, article, annotators, decisions, by_annotator, part.config, calibrates(group, part))


def article_text(group: Group, part: Part) -> Article:
    """Return an article without its sidecars; see `corpus_article`."""
    if not group.exists:
        missing = group.join(group.sidecars[0])
        raise FactcheckError(deferred("there is no article {article} beside it", article=group.article), path=missing)
    return read_article(group.article, from_disk(group.path), part.config.encoding, group.path)


def refuse_misnamed(path: str, sidecar: Sidecar | Columns) -> None:
    """Raise a `FactcheckError` where the name of a sidecar's file is not what its header asks for."""
    name = sidecar_name(sidecar.article, sidecar.annotator)
    if path.rpartition("/")[2] != name:
        raise FactcheckError(deferred("file name and header disagree; expected {name}", name=name), path=path)


def _document(path: str) -> Document:
    document = read(from_disk(path), path)
    refuse_misnamed(path, document.sidecar)
    return document
