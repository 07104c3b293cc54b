"""The words that tell who speaks and how firmly, in one language: in small letters, without accents."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.languages.lists import Lists, inflected, words


@dataclass(frozen=True, slots=True)
class SourceWords:
    """What finds the source of a sentence; each field comes from the entry of the same name in `SOURCES`."""

    #: Phrases that a source follows: *selon*, *according to*.
    before: frozenset[str] = frozenset()
    #: Verbs of saying and thinking in the forms that news uses, past participles included.
    verbs: frozenset[str] = frozenset()
    #: What may stand between a subject and its verb: auxiliaries, adverbs, pronouns.
    between: frozenset[str] = frozenset()
    #: Words that begin a noun phrase.
    determiners: frozenset[str] = frozenset()
    #: Words after which a noun phrase goes on.
    prepositions: frozenset[str] = frozenset()
    #: Words that a noun phrase never contains.
    stops: frozenset[str] = frozenset()
    #: Subjects that stand for a source named before.
    pronouns: frozenset[str] = frozenset()
    #: Titles before names, without their full stop.
    titles: frozenset[str] = frozenset()
    #: Words and phrases that hedge.
    hedges: frozenset[str] = frozenset()
    #: A regular expression for forms of verbs that hedge.
    hedging: str = ""


def read_sources(lists: Lists) -> SourceWords:
    """Return the words of a file's `SOURCES`; `regular` holds more verbs, by their endings."""
    names = SourceWords.__slots__
    found = {name: words(lists, name) for name in names if name != "hedging"}
    verbs = found.pop("verbs") | inflected(lists, "regular")
    return SourceWords(**found, verbs=verbs, hedging=lists.get("hedging", ""))
