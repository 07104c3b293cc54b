"""Sources that only their place tells: what opens a sentence or follows a quotation, with a verb that no list knows."""

from __future__ import annotations

import re

from factcheck.labelling.sources.lexicon import Lexicon, TextToken
from factcheck.labelling.sources.phrases import MOST_WORDS, NounPhrase, begins_phrase, is_inside, trimmed
from factcheck.labelling.sources.tails import after_clause
from factcheck.labelling.sources.verbs import ends_name, is_plural, is_verb
from factcheck.text.language import common_words

#: Fewer words are no sentence with a subject, a verb and what it says.
_SHORTEST = 4
#: How a noun ends whose owner it is, in English.
_GENITIVES = ("'s", "s'")


def likely_subject(parts: list[TextToken], words: Lexicon, *, opens: bool) -> NounPhrase | None:
    """Return the noun phrase that most likely speaks, never a certain one; None if there is none.

    Args:
        parts: The words of the sentence.
        words: The lists of its language.
        opens: Whether what opens the sentence may speak; else only what follows a quotation or a clause.
    """
    main = _past_frame(parts, words)
    opening = _opening_phrase(parts[main:], words) if opens else None
    end = main + opening.end if opening else 0
    if opening and end < len(parts) and parts[end].plain == ",":
        return opening._replace(start=opening.start + main, end=end)  # The mayor, Ann Lee, shrugged: ...
    if found := next(after_clause(parts, words, main), None):
        return found
    return opening and opening._replace(start=opening.start + main, end=end)


def _past_frame(parts: list[TextToken], words: Lexicon) -> int:
    """Return where the clause begins after a phrase such as *In a ruling on Thursday,*; 0 if none opens it."""
    comma = next((at for at, part in enumerate(parts[:MOST_WORDS]) if part.plain == ","), 0)
    first = parts[0] if parts else None
    framed = comma and first and first.plain not in words.words.view and (
        first.plain in words.words.prepositions | words.words.frames | words.words.connectives
        or words.nonfinite.search(first.written)
    )
    return comma + 1 if framed else 0


def _opening_phrase(parts: list[TextToken], words: Lexicon) -> NounPhrase | None:
    """Return the noun phrase that opens the sentence: its noun, what prepositions and names add; None if none does.

    It is the subject of whatever verb follows, which may be one of saying that no list knows.
    """
    if len(parts) < _SHORTEST:
        return None
    bare = is_bare(parts, 0, words)
    led = parts[0].plain in words.words.determiners | words.words.openers
    if not led and not bare and parts[0].plain in words.function | common_words():
        return None
    if end := _before_verb(parts, 1 if led else 0, words):
        return trimmed(parts, NounPhrase(0, end, certain=False), words)
    if not led and not bare and not _lone_name(parts, words):
        return None
    end = 1 if parts[0].plain in words.words.people or not led else 2 + parts[1].plain.endswith(_GENITIVES)
    while parts[end - 1].plain in words.words.prenominal and end < len(parts) - 1:
        end += 1
    while end < len(parts) - 1 and (step := _added(parts, end, words)):
        end += step
        while end < len(parts) - 1 and parts[end - 1].plain in words.small:
            end += 1
    return trimmed(parts, NounPhrase(0, end, certain=False), words)


def _before_verb(parts: list[TextToken], noun: int, words: Lexicon) -> int:
    """Return how many words stand before the verb of the first clause, if all may belong to one noun phrase."""
    many = is_plural(parts, 0, words)
    for at, part in enumerate(parts[:MOST_WORDS]):
        if at and part.plain in words.helpers:
            return at
        if at > noun and (ends_name(parts, at, words) or is_verb(parts, at, words, many=many)):
            return at
        if not is_inside(parts, at, words) or (at and begins_phrase(parts, at, words)):
            return at if part.plain == "," else 0
    return 0


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


def is_bare(parts: list[TextToken], at: int, words: Lexicon) -> bool:
    """Return whether people are named without an article here, maybe after an adjective: *Local residents*."""
    first, second = parts[at], parts[at + 1] if at + 1 < len(parts) else parts[at]
    if first.plain in words.words.people:
        return second is first or not second.capital
    adjective = bool(words.words.demonyms) and not re.search(words.words.demonyms, first.plain)
    return adjective and second.plain in words.words.people and not second.capital and first.plain not in words.ends
