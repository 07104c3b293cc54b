"""Sources that only their place tells: what opens a sentence or follows a quotation, with a verb that no list knows."""

from __future__ import annotations

import re

from factcheck.labelling.sources.lexicon import Lexicon, TextToken
from factcheck.labelling.sources.phrases import MOST_WORDS, QUOTES, NounPhrase, begins_phrase, is_inside, trimmed
from factcheck.labelling.sources.tails import after_clause, clause_speaker
from factcheck.labelling.sources.verbs import ends_name, is_plural, is_verb
from factcheck.text.language import common_words

#: Fewer words are no sentence with a subject, a verb and what it says.
_SHORTEST = 4
#: How a noun ends whose owner it is, in English.
_GENITIVES = ("'s", "s'")


def likely_subject(
    parts: list[TextToken], words: Lexicon, quotation: frozenset[int], *, opens: bool
) -> NounPhrase | None:
    """Return the noun phrase that most likely speaks, never a certain one; None if there is none.

    Args:
        parts: The words of the sentence.
        words: The lists of its language.
        quotation: The places within quotation marks.
        opens: Whether what opens the sentence may speak; else only what follows a quotation or a clause.
    """
    main = _past_frames(parts, words)
    opening = _opening_phrase(parts[main:], words) if opens and main not in quotation else None
    if opening:
        opening = opening._replace(start=opening.start + main, end=opening.end + main)
        if _introduces(parts, opening.end) or _is_apposed(parts, opening.end, words):
            return opening
    if main and not opening and main not in quotation and (found := clause_speaker(parts, main, words)):
        return found._replace(certain=False)  # Weil die Ferien beginnen, empfiehlt der ADAC ...
    return next(after_clause(parts, words, main, quotation), opening)


def _introduces(parts: list[TextToken], end: int) -> bool:
    """Return whether a colon before a quotation follows: *The farmer shook his head: "Never."*."""
    marks = (at for at in range(end, len(parts) - 1) if parts[at].plain in {":", ",", *QUOTES})
    colon = next(marks, 0)
    return colon > 0 and parts[colon].plain == ":" and parts[colon + 1].plain in QUOTES


def _is_apposed(parts: list[TextToken], end: int, words: Lexicon) -> bool:
    """Return whether what a noun phrase is called follows it between commas: *The mayor, Ann Lee, shrugged*."""
    if end >= len(parts) or parts[end].plain != ",":
        return False
    return end + 1 < len(parts) and clause_speaker(parts, end + 1, words) is None


def _past_frames(parts: list[TextToken], words: Lexicon) -> int:
    """Return where the clause begins after phrases such as *In a ruling on Thursday,*; 0 if none opens it."""
    main = 0
    while main < len(parts) - 1 and _is_frame(parts, main, words):
        comma = next((at for at in range(main, min(main + MOST_WORDS, len(parts))) if parts[at].plain == ","), 0)
        if not comma:
            return main or _past_open_frame(parts, words)
        main = comma + 1
    return main


def _is_frame(parts: list[TextToken], at: int, words: Lexicon) -> bool:
    """Return whether a phrase begins here that says when, where or on what occasion."""
    first = parts[at]
    framing = words.words.prepositions | words.words.frames | words.words.connectives
    return first.plain not in words.words.view | words.words.openers and (
        first.plain in framing or bool(words.nonfinite.search(first.written) and not words.words.nouns)
    )


def _past_open_frame(parts: list[TextToken], words: Lexicon) -> int:
    """Return where a noun phrase of its own begins after one that a preposition leads to; 0 if none does."""
    if words.words.nouns or words.words.svo:
        return 0
    leading = parts[0].plain in words.small or parts[0].plain in words.words.frames
    starts = (at for at in range(2, min(MOST_WORDS, len(parts))) if begins_phrase(parts, at, words))
    return next(starts, 0) if leading else 0


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
            return at if part.plain == "," and (at > 1 or noun) else 0
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
