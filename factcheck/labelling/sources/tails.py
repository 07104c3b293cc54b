"""Sources that only their place tells: who speaks in a clause put after what is said, whatever its verb.

*The port will close, grumbled the mayor*; *..., a union spokesman hinted*.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.labelling.sources.lexicon import Lexicon, TextToken
from factcheck.labelling.sources.phrases import LEAST_SAID, QUOTES, NounPhrase, clause_end, subject_before
from factcheck.labelling.sources.speakers import subject_after
from factcheck.labelling.sources.verbs import may_be_verb


def after_clause(parts: list[TextToken], words: Lexicon, start: int, quotation: frozenset[int]) -> Iterator[NounPhrase]:
    """Yield who speaks in the clauses that follow a quotation or a comma; none of them is certain.

    Args:
        parts: The words of the sentence.
        words: The lists of its language.
        start: Where its first clause begins.
        quotation: The places within quotation marks.
    """
    if parts and parts[0].plain in words.words.like and (found := clause_speaker(parts, 1, words)):
        yield found._replace(certain=False)
    for at in range(start + LEAST_SAID, len(parts) - 1):
        follows = at not in quotation and (parts[at - 1].plain == "," or parts[at - 1].plain in QUOTES)
        if follows and (found := clause_speaker(parts, at, words)):
            yield found._replace(certain=False)


def clause_speaker(parts: list[TextToken], start: int, words: Lexicon) -> NounPhrase | None:
    """Return who speaks in the clause that begins here, if it says no more than that somebody speaks."""
    end = clause_end(parts, start)
    as_who = parts[start].plain in words.words.like or parts[start - 1].plain in words.words.like
    start += parts[start].plain in words.words.like
    if (words.words.svo or (as_who and words.words.nouns)) and (found := _before_last(parts, start, end, words)):
        return found
    if words.words.svo and not (parts[start - 1].plain in QUOTES or parts[start - 2].plain in QUOTES):
        return None
    verb = start
    while verb < end and parts[verb].plain in words.words.between:
        verb += 1
    if not may_be_verb(parts, verb, words, helped=verb > start):
        return None
    at = verb + 1
    if at < end and may_be_verb(parts, at, words, helped=True) and not words.words.nouns:
        at += 1  # fait savoir, reso noto
    found = next(subject_after(parts, at, words), None) if at < end else None
    first = found and parts[found.start]
    if first and (first.capital or first.plain in words.words.determiners | words.words.openers | words.words.titles):
        return found
    return None


def _before_last(parts: list[TextToken], start: int, end: int, words: Lexicon) -> NounPhrase | None:
    """Return the subject of a clause that ends with its verb: *..., the mayor hinted*; *..., wie das Amt verriet*."""
    verb = end - 1
    if verb <= start or not may_be_verb(parts, verb, words):
        return None
    while verb - 1 > start and parts[verb - 1].plain in words.words.between:
        verb -= 1
    found = subject_before(parts, verb, words)
    return found if found and found.start == start else None
