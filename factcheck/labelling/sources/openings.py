"""Sources that only their place tells: what opens a sentence or follows a quotation, with a verb that no list knows."""

from __future__ import annotations

import re

from factcheck.labelling.sources.lexicon import Lexicon, TextToken
from factcheck.labelling.sources.phrases import MOST_WORDS, QUOTES, NounPhrase, begins_phrase, is_inside, trimmed
from factcheck.labelling.sources.speakers import subject_after
from factcheck.text.language import common_words

#: Fewer words are no sentence with a subject, a verb and what it says.
_SHORTEST = 4
#: Where the verb stands after an article, a noun, and an adjective or another noun.
_NOUN_AND_MORE = 3
#: How infinitives end in the Romance languages.
_INFINITIVE = r"(?:er|ir|re|ar|oir)$"
#: How a noun ends whose owner it is, in English.
_GENITIVES = ("'s", "s'")


def likely_subject(parts: list[TextToken], words: Lexicon, *, opens: bool) -> NounPhrase | None:
    """Return the noun phrase that most likely speaks, never a certain one; None if there is none.

    Args:
        parts: The words of the sentence.
        words: The lists of its language.
        opens: Whether what opens the sentence may speak; else only what follows a quotation.
    """
    if (found := _after_quotation(parts, words)) or not opens:
        return found
    main = _past_frame(parts, words)
    opening = _opening_phrase(parts[main:], words)
    return opening and opening._replace(start=opening.start + main, end=opening.end + main)


def _past_frame(parts: list[TextToken], words: Lexicon) -> int:
    """Return where the clause begins after a phrase such as *In a ruling on Thursday,*; 0 if none opens it."""
    comma = next((at for at, part in enumerate(parts[:MOST_WORDS]) if part.plain == ","), 0)
    framed = comma and (parts[0].plain in words.words.prepositions or parts[0].plain in words.words.frames)
    return comma + 1 if framed else 0


def _opening_phrase(parts: list[TextToken], words: Lexicon) -> NounPhrase | None:
    """Return the noun phrase that opens the sentence: its noun, what prepositions and names add; None if none does.

    It is the subject of whatever verb follows, which may be one of saying that no list knows.
    """
    if len(parts) < _SHORTEST:
        return None
    bare = is_bare(parts, 0, words)
    if parts[0].plain not in words.words.determiners | words.words.openers and not bare:
        return NounPhrase(0, 1, certain=False) if _lone_name(parts, words) else None
    if end := _before_verb(parts, words):
        return trimmed(parts, NounPhrase(0, end, certain=False), words)
    end = 1 if parts[0].plain in words.words.people else 2 + parts[1].plain.endswith(_GENITIVES)
    while end < len(parts) - 1 and (step := _added(parts, end, words)):
        end += step
        while end < len(parts) - 1 and parts[end - 1].plain in words.small:
            end += 1
    return trimmed(parts, NounPhrase(0, end, certain=False), words)


def _before_verb(parts: list[TextToken], words: Lexicon) -> int:
    """Return how many words stand before the verb of the first clause, if all may belong to one noun phrase.

    The verb is an auxiliary, or after an article and two words what looks like one: *The ferry company blamed the* ...
    """
    for at, part in enumerate(parts[:MOST_WORDS]):
        if at and part.plain in words.words.auxiliaries:
            return at
        if 1 < at <= _NOUN_AND_MORE and _looks_finite(parts, at, words):
            return at
        if not is_inside(parts, at, words) or (at and begins_phrase(parts, at, words)):
            return 0
    return 0


def _looks_finite(parts: list[TextToken], at: int, words: Lexicon) -> bool:
    """Return whether a word that no list knows is most likely a verb: by its ending, or as an article follows it."""
    part = parts[at]
    if part.capital or words.words.nouns or part.plain in words.small | words.ends:
        return False
    articles = words.words.determiners - words.words.prepositions
    object_follows = at + 1 < len(parts) and (parts[at + 1].plain in articles or parts[at + 1].plain.isdigit())
    known = words.words.finite and re.search(words.words.finite, part.plain)
    return bool(known) or (at == _NOUN_AND_MORE and object_follows and not re.search(_INFINITIVE, part.plain))


def _added(parts: list[TextToken], at: int, words: Lexicon) -> int:
    """Return how many words at `at` belong to the noun phrase before them; 0 if the verb begins there."""
    verbal = words.words.auxiliaries | words.words.between
    if parts[at].plain in verbal or not is_inside(parts, at, words):
        return 0
    if parts[at].plain in words.words.prepositions or (words.words.nouns and parts[at].plain in words.words.links):
        return 2
    following = parts[at + 1]
    adjective = not words.words.nouns and (following.capital or following.plain in verbal - words.small)
    return 1 if parts[at].capital or adjective else 0


def _lone_name(parts: list[TextToken], words: Lexicon) -> bool:
    """Return whether the first word is a name of one word: *Oxfam puts the figure at* ..."""
    first, second = parts[0], parts[1]
    known = words.small | words.ends | words.words.between | words.words.calendar | words.words.like | common_words()
    return first.capital and first.plain not in known and second.plain[0].isalpha() and not second.capital


def _after_quotation(parts: list[TextToken], words: Lexicon) -> NounPhrase | None:
    """Return the noun phrase after a quotation and a verb that no list knows: *"...," sighed the farmer Ruth Hale*."""
    for at in range(1, len(parts) - 2):
        if parts[at - 1].plain in QUOTES or (at > 1 and parts[at - 1].plain == "," and parts[at - 2].plain in QUOTES):
            verb = at
            while verb < len(parts) - 2 and parts[verb].plain in words.words.between:
                verb += 1
            known = words.small | words.words.titles | words.ends
            if parts[verb].plain[0].isalpha() and not parts[verb].capital and parts[verb].plain not in known:
                found = next(subject_after(parts, verb + 1, words), None)
                if found and (parts[found.start].capital or parts[found.start].plain in words.words.determiners):
                    return found._replace(certain=False)
    return None


def is_bare(parts: list[TextToken], at: int, words: Lexicon) -> bool:
    """Return whether people are named without an article here, maybe after an adjective: *Local residents*."""
    first, second = parts[at], parts[at + 1] if at + 1 < len(parts) else parts[at]
    if first.plain in words.words.people:
        return second is first or not second.capital
    adjective = bool(words.words.demonyms) and not re.search(words.words.demonyms, first.plain)
    return adjective and second.plain in words.words.people and not second.capital and first.plain not in words.ends
