"""Which files belong together and which are left out, from their names alone; `io.store.listing` lists folders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.model import ANNOTATOR, SOURCE_SUFFIX, SUFFIX, source_name, stem
from factcheck.sidecar.names import meant


class Group(NamedTuple):
    """An article and its sidecars, by their names."""

    #: Where they are, as it is shown to people; empty for the current folder.
    folder: str
    #: The article's file name, even where there is no such file.
    article: str
    #: Whether there is such a file.
    exists: bool
    sidecars: tuple[str, ...]
    #: The sidecars that by their names could belong to another article there as well, each with that article.
    rivals: tuple[tuple[str, str], ...] = ()
    #: What is called like a sidecar of it and is none: see `sidecar.names`.
    lookalikes: tuple[str, ...] = ()
    #: The file that says where the article comes from; empty where there is none.
    source: str = ""

    @property
    def path(self) -> str:
        """Return the path of the article."""
        return self.join(self.article)

    @property
    def files(self) -> tuple[str, ...]:
        """Return the paths of the files that exist."""
        names = (self.article, *self.beside) if self.exists else self.beside
        return tuple(map(self.join, names))

    @property
    def beside(self) -> tuple[str, ...]:
        """Return the names of the files that belong to the article."""
        return (*self.sidecars, *self.lookalikes, *([self.source] if self.source else []))

    @property
    def file_count(self) -> int:
        """Return how many files exist."""
        return len(self.beside) + self.exists

    @property
    def annotators(self) -> tuple[str, ...]:
        """Return the annotators that the names of the sidecars speak of."""
        begin = f"{stem(self.article)}."
        middles = (name.removeprefix(begin).removesuffix(SUFFIX) for name in self.sidecars if name.startswith(begin))
        return tuple(name for name in middles if ANNOTATOR.fullmatch(name))

    def join(self, name: str) -> str:
        """Return the path of a file in the group's folder."""
        return f"{self.folder}/{name}" if self.folder else name


def group(
    folder: str,
    articles: Iterable[str],
    sidecars: Iterable[str],
    named: Callable[[str], str | None],
    *,
    sources: Iterable[str] = (),
) -> Iterator[Group]:
    """Yield the articles of one folder with their sidecars, then the sidecars that have none, in order of name.

    Args:
        folder: What their paths begin with.
        articles: The names of the articles there.
        sidecars: The names of the sidecars there, and of what is called like them.
        named: Returns the article that a sidecar's header names, given the sidecar's name; asked only where the
            names leave a choice.
        sources: The names of the files there that say where articles come from.
    """
    members: dict[str, list[str]] = {name: [] for name in articles}
    known = set(members)
    stems = _by_stem(members)
    rivals: dict[str, list[tuple[str, str]]] = {}
    for sidecar in sidecars:
        choice = [name for one in _stems_of(sidecar) for name in stems.get(one, ())]
        owner = choice[0] if len(choice) == 1 else _owner(sidecar, choice, named)
        members.setdefault(owner, []).append(sidecar)
        if len(choice) > 1:
            others = ((sidecar, name) for name in choice if stem(name) != stem(owner))
            rivals.setdefault(owner, []).extend(others)
    owners = {_source_owner(name, members): name for name in sources}
    for article in sorted({*members, *owners}):
        names = sorted(members.get(article, ()))
        sidecars = tuple(name for name in names if name.endswith(SUFFIX))
        lookalikes = tuple(name for name in names if not name.endswith(SUFFIX))
        found, source = tuple(rivals.get(article, ())), owners.get(article, "")
        yield Group(folder, article, article in known, sidecars, found, lookalikes, source)


def _source_owner(source: str, articles: Iterable[str]) -> str:
    """Return the article that a source file is named after, whether it is there or not."""
    return next((name for name in sorted(articles) if source_name(name) == source), f"{_plain_stem(source)}.txt")


def _plain_stem(name: str) -> str:
    """Return the stem of an article, given its name or that of its source file."""
    return name.removesuffix(SOURCE_SUFFIX) if name.endswith(SOURCE_SUFFIX) else stem(name)


def _by_stem(articles: Iterable[str]) -> dict[str, list[str]]:
    stems: dict[str, list[str]] = {}
    for name in articles:
        stems.setdefault(stem(name), []).append(name)
    return stems


def _stems_of(sidecar: str) -> tuple[str, ...]:
    """Return the stems an article of this sidecar may have, whose decisions or whose annotator's labels it holds."""
    whole = (sidecar if sidecar.endswith(SUFFIX) else meant(sidecar)).removesuffix(SUFFIX)
    before, _, annotator = whole.rpartition(".")
    return (whole, before) if before and ANNOTATOR.fullmatch(annotator) else (whole,)


def _owner(sidecar: str, choice: Sequence[str], named: Callable[[str], str | None]) -> str:
    header = named(sidecar)
    if header and (not choice or header in choice):
        return header
    return choice[0] if choice else f"{_stems_of(sidecar)[-1]}.txt"


def touching(names: Iterable[str]) -> tuple[str, ...]:
    """Return what the names of all files begin with that may belong together with one of `names`.

    >>> touching(["strike.alice.labels.yaml"])
    ('strike', 'strike.alice')
    """
    begin: set[str] = set()
    for name in names:
        begin.update(_stems_of(name) if meant(name).endswith(SUFFIX) else (_plain_stem(name),))
    return tuple(sorted(begin))


def covered(path: str, patterns: Iterable[str]) -> bool:
    """Return whether one of the desk's patterns goes for a path relative to it, of a file or folder.

    A pattern without a slash goes for any name in the path, one with a slash for the path from its start, and for
    all that is below; `*` stands for any characters.

    >>> covered("news/drafts/a.txt", ["drafts/"]), covered("news/a.txt", ["drafts/", "sport/*"])
    (True, False)
    """
    from fnmatch import fnmatchcase  # noqa: PLC0415 - most desks need no pattern

    parts = path.split("/")
    heads = ["/".join(parts[: number + 1]) for number in range(len(parts))]
    for pattern in patterns:
        wanted = pattern.rstrip("/")
        candidates = heads if "/" in wanted else parts
        if any(fnmatchcase(candidate, wanted.lstrip("/")) for candidate in candidates):
            return True
    return False
