"""The words that tell who speaks and how firmly, in one language: in small letters, without accents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from factcheck.languages.lists import Lists, inflected, pairs, words


@dataclass(frozen=True, slots=True)
class SourceWords:
    """What finds the source of a sentence; each field comes from the entry of the same name in `SOURCES`."""

    #: Phrases that a source follows: *selon*, *according to*.
    before: frozenset[str] = frozenset()
    #: Those of them that need a mark before them: German *..., so die Polizei*.
    aside: frozenset[str] = frozenset()
    #: Prepositions that whose view it is may follow, before a quotation: *pour*.
    view: frozenset[str] = frozenset()
    #: What opens a phrase before the subject without being a preposition of nouns: *nella*.
    frames: frozenset[str] = frozenset()
    #: Words that a source comes before: German *zufolge*.
    after: frozenset[str] = frozenset()
    #: Prepositions that may lead on from such a phrase to the source: *de l'avis* **de** *la maire*.
    leading: frozenset[str] = frozenset()
    #: Prepositions before the source where a verb of saying has no subject: *precisaron* **desde** *Defensa*.
    origins: frozenset[str] = frozenset()
    #: The article that is in such a preposition: `du` has `le`.
    contracted: Mapping[str, str] = field(default_factory=dict)
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
    #: Subjects that stand for nobody in particular: *everyone*, *chacun*.
    nobody: frozenset[str] = frozenset()
    #: Nouns that may begin a sentence without an article, and then have a capital that is not theirs: *police*.
    people: frozenset[str] = frozenset()
    #: Months and days, which are no names although some languages write them with a capital.
    calendar: frozenset[str] = frozenset()
    #: What may stand inside a name: *de*, *of*, *von*.
    links: frozenset[str] = frozenset()
    #: Prepositions before whom somebody speaks to, right after the speaker: *à*.
    towards: frozenset[str] = frozenset()
    #: Prepositions of place and time, right after the speaker, which may or may not belong to it.
    places: frozenset[str] = frozenset()
    #: What only joins: *et*, *and*.
    joining: frozenset[str] = frozenset()
    #: Verbs before which a verb of saying is passive, where it looks no other: *was*.
    passive: frozenset[str] = frozenset()
    #: *as*, after which the subject may follow its verb.
    like: frozenset[str] = frozenset()
    #: What begins a noun phrase without being a determiner in lists: *des*.
    openers: frozenset[str] = frozenset()
    #: Auxiliaries without which what looks like a participle is none of somebody's verbs.
    auxiliaries: frozenset[str] = frozenset()
    #: What opens a phrase or a clause after a comma without being a verb: *malgré*, *notamment*.
    connectives: frozenset[str] = frozenset()
    #: What leads from a verb to what is said, and seldom follows a noun: *que*.
    that: frozenset[str] = frozenset()
    #: Verbs that no list of verbs of saying has, and that most clauses have: *est*, *va*.
    copulas: frozenset[str] = frozenset()
    #: What begins a clause within another.
    subordinators: frozenset[str] = frozenset()
    #: What stands right before a finite verb: *ne*, *se*.
    clitics: frozenset[str] = frozenset()
    #: Adjectives that stand between an article and its noun: *ancien*.
    prenominal: frozenset[str] = frozenset()
    #: Words before nouns of many: *les*.
    plurals: frozenset[str] = frozenset()
    #: Words and phrases that hedge.
    hedges: frozenset[str] = frozenset()
    #: A regular expression for forms of verbs that hedge.
    hedging: str = ""
    #: One for participles, accents included, where they look otherwise than the other forms.
    participle: str = ""
    #: One for adjectives that keep their capital, where people are named without an article: *French police*.
    demonyms: str = ""
    #: One for what is a verb after a noun, whatever verb: English *-ed*.
    finite: str = ""
    #: One for what is a verb after a noun of many: French *-nt*.
    plural: str = ""
    #: One for what is no finite verb: participles, infinitives, adverbs.
    nonfinite: str = ""
    #: One for infinitives.
    infinitive: str = ""
    #: Not empty where the subject goes before the verb after a quotation too: English *..., the mayor said*.
    svo: str = ""
    #: Not empty where nouns have a capital, so that a word in small letters ends a name.
    nouns: str = ""
    #: Not empty where no spaces stand between words.
    unspaced: str = ""


def read_sources(lists: Lists) -> SourceWords:
    """Return the words of a file's `SOURCES`; `regular` holds more verbs, by their endings."""
    single = (
        "hedging",
        "participle",
        "demonyms",
        "finite",
        "plural",
        "nonfinite",
        "infinitive",
        "svo",
        "nouns",
        "unspaced",
    )
    others = (*single, "contracted")
    found: dict[str, Any] = {name: words(lists, name) for name in SourceWords.__slots__ if name not in others}
    verbs = found.pop("verbs") | inflected(lists, "regular")
    found |= {name: lists.get(name, "") for name in single}
    return SourceWords(**found, verbs=verbs, contracted=pairs(lists, "contracted"))
