"""Articles and sidecars in folders, by name and quickly; `factcheck.checking.scope` says which belong together."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from factcheck.io.store.bounds import resolved
from factcheck.io.store.finding import is_article
from factcheck.io.store.reading import is_file, unreadable
from factcheck.model import SOURCE_SUFFIX, SUFFIX
from factcheck.sidecar.names import is_called_like_a_sidecar


class Listing(NamedTuple):
    """The articles and sidecars in one folder, by their names, hidden ones left out."""

    folder: str
    articles: list[str]
    sidecars: list[str]
    #: Files called like sidecars that are none, as `strike.bob.labels.yml`.
    lookalikes: tuple[str, ...] = ()
    #: Folders that are symbolic links, and therefore not looked into.
    links: tuple[str, ...] = ()
    #: The files that say where articles come from.
    sources: tuple[str, ...] = ()

    @property
    def beside(self) -> tuple[str, ...]:
        """Return the names of what tells that the texts of the folder are articles."""
        return (*self.sidecars, *self.lookalikes, *self.sources)


#: No stem: every file is meant.
EVERYTHING: frozenset[str] = frozenset()


def listing(folder: str, stems: frozenset[str] = EVERYTHING) -> Listing:
    """Return what is in one folder, as far as it has one of these stems; nothing if there is none.

    Raises:
        FactcheckError: It cannot be read, or is behind a symbolic link that leads out of the desk.
    """
    resolved(folder or ".")
    try:
        names = os.listdir(folder or ".")  # noqa: PTH208 - names, not paths
    except FileNotFoundError:
        names = []
    except OSError as error:
        raise unreadable(Path(folder), error) from error
    # What somebody named is meant, hidden or not.
    return sort(folder, having(stems, names), hidden=bool(stems))


def having(stems: frozenset[str], names: Iterable[str]) -> list[str]:
    """Return the names that are one of the stems up to one of their dots.

    >>> having(frozenset({"strike"}), ["strike.txt", "strike.alice.labels.yaml", "strikes.txt"])
    ['strike.txt', 'strike.alice.labels.yaml']
    """
    if not stems:
        return list(names)
    # Of a folder's thousands of names hardly one begins like a stem; the others are not looked at twice.
    heads = {stem.partition(".")[0] for stem in stems}
    alike = (name for name in names if name.partition(".")[0] in heads)
    return [name for name in alike if any(name[: dot.start()] in stems for dot in re.finditer(r"\.", name))]


def listings(folder: str) -> Iterator[Listing]:
    """Yield what is in a folder and the folders below it, in order of path, where there is anything.

    Raises:
        FactcheckError: A folder cannot be read, or `folder` is behind a symbolic link that leads out of the desk.
    """
    resolved(folder or ".")
    for where, folders, names in os.walk(folder or ".", onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = tuple(name for name in folders if os.path.islink(os.path.join(where, name)))  # noqa: PTH114, PTH118
        found = sort(_shown(where), names)._replace(links=links)
        if found.articles or found.beside or links:
            yield found


def article_paths(folder: Path) -> Iterator[Path]:
    """Yield the articles in a folder and the folders below it, in order of path; raises what `listings` does."""
    for found in listings(str(folder)):
        yield from _regular(found.folder, found.articles)


def sidecars_below(folder: Path) -> Iterator[Path]:
    """Yield the sidecars there, whether their articles exist or not, in order of path; raises what `listings` does."""
    for found in listings(str(folder)):
        yield from _regular(found.folder, found.sidecars)


def _regular(folder: str, names: list[str]) -> Iterator[Path]:
    """Yield the paths of regular files, links to them included, in order of name."""
    for name in sorted(names):
        path = Path(folder, name)
        if is_file(path):
            yield path


def sort(folder: str, names: Iterator[str] | list[str], *, hidden: bool = False) -> Listing:
    """Return the articles and sidecars among the names in a folder; hidden ones only if asked."""
    seen = [name for name in names if hidden or not name.startswith(".")]
    sidecars = [name for name in seen if name.endswith(SUFFIX)]
    # Of ten thousand names hardly one ends so; whoever asks of each wastes a hundredth of the time.
    yaml = [name for name in seen if name[-4:].lower() in {"yaml", ".yml"} and not name.endswith(SUFFIX)]
    lookalikes = tuple(name for name in yaml if is_called_like_a_sidecar(name))
    sources = tuple(name for name in yaml if name.endswith(SOURCE_SUFFIX))
    articles = [name for name in seen if is_article(name)]
    return Listing(folder, articles, sidecars, lookalikes, sources=sources)


def _shown(where: str) -> str:
    """Return a folder without the `.` it may begin with."""
    return "" if where == "." else where.removeprefix("./")


def _refuse(error: OSError) -> None:
    raise unreadable(_shown(str(error.filename)), error)
