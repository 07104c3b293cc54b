"""The sources that a desk names, those of one spelling together; what may be the same is proposed, never merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from factcheck.text.normal import folded

#: How alike two names are that may stand for the same, from 0 to 100 (rapidfuzz's token_set_ratio).
_ALIKE = 85


class Mention(NamedTuple):
    """A sentence that names a source."""

    source: str
    #: `annotations/strike.txt:12`.
    place: str
    text: str
    #: Where the source can be found; empty if nobody said.
    url: str = ""

    @property
    def article(self) -> str:
        """Return the path of the article."""
        return self.place.rpartition(":")[0]


class NamedSource(NamedTuple):
    """A source with all that is known of it."""

    #: Each spelling, the commonest first.
    spellings: tuple[str, ...]
    mentions: tuple[Mention, ...]
    #: What other sources may be the same, by their commonest spelling.
    alike: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return the commonest spelling."""
        return self.spellings[0]

    @property
    def articles(self) -> tuple[str, ...]:
        """Return the articles that name it."""
        return tuple(dict.fromkeys(mention.article for mention in self.mentions))

    @property
    def addresses(self) -> tuple[str, ...]:
        """Return where it can be found, each address once."""
        return tuple(dict.fromkeys(mention.url for mention in self.mentions if mention.url))


def named_sources(mentions: Iterable[Mention], asked: str = "") -> tuple[NamedSource, ...]:
    """Return the sources, the most named first; spellings that differ in case, accents or marks are one source.

    Args:
        mentions: The sentences; one that several annotators say the same of counts once.
        asked: Only the sources of this name, and those that may be the same.
    """
    groups: dict[str, list[Mention]] = {}
    for mention in dict.fromkeys(mentions):
        groups.setdefault(_key(mention.source), []).append(mention)
    sources = {key: NamedSource(_spellings(group), _once(group)) for key, group in groups.items() if key}
    alike = _alike(sources)
    found = [one._replace(alike=tuple(sources[key].name for key in alike[own])) for own, one in sources.items()]
    if asked:
        wanted = _key(asked)
        near = _near(wanted, list(sources))
        found = [one for one in found if _key(one.name) == wanted or _key(one.name) in near]
    return tuple(sorted(found, key=lambda one: (_key(one.name) != _key(asked), -len(one.mentions), one.name)))


def _key(name: str) -> str:
    """Return what the spellings of a name share."""
    return folded(name) or name.strip()


def _spellings(group: list[Mention]) -> tuple[str, ...]:
    counted = Counter(mention.source for mention in group)
    return tuple(sorted(counted, key=lambda name: (-counted[name], name)))


def _once(group: list[Mention]) -> tuple[Mention, ...]:
    """Return one mention a place, the one with an address if there is one."""
    places: dict[tuple[str, str], Mention] = {}
    for mention in group:
        held = places.setdefault((mention.place, mention.text), mention)
        if mention.url and not held.url:
            places[mention.place, mention.text] = mention
    return tuple(places.values())


def _alike(sources: dict[str, NamedSource]) -> dict[str, list[str]]:
    keys = list(sources)
    return {key: _near(key, keys) for key in keys}


def _near(name: str, keys: list[str]) -> list[str]:
    """Return the other names that may stand for the same source, the most alike first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only here

    found = process.extract(name, keys, scorer=fuzz.token_set_ratio, score_cutoff=_ALIKE, limit=None)
    return [key for key, _score, _at in sorted(found, key=lambda one: (-one[1], one[0])) if key != name]
