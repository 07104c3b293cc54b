"""Who a sentence may be quoting, and the words that tell; proposals only, the annotator decides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.labelling.sources.lexicon import Lexicon, Token, lexicon, plain, tokens
from factcheck.model import Span

_NUMBER = re.compile(r"\d+(?:[ \u00a0\u202f.,]\d+)*(?:[ \u00a0\u202f]?%)?")

#: Longer noun phrases are more likely a sentence without its comma.
_MOST_WORDS = 16


class Proposals(NamedTuple):
    """What may be the source of a sentence."""

    #: The likeliest first, each once.
    texts: tuple[str, ...]
    #: Whether the first of them is certain enough to be taken unread.
    certain: bool


def propose(text: str, language: str, used: Sequence[str] = ()) -> Proposals:
    """Return proposals for the source of a sentence, the likeliest first, each once.

    First what follows a phrase such as *according to*, then the subjects of verbs of saying, then names; then the
    sources of other sentences, the last first. Where the subject is a pronoun, those come before the names.

    Args:
        text: The sentence.
        language: The code of its language; names are found in any.
        used: The sources of other sentences, the one most likely meant again last.

    >>> propose("Selon la préfecture, 5 000 personnes ont défilé à Brest.", "fr").texts
    ('la préfecture', 'Brest')
    """
    words, parts = lexicon(language), tokens(text)
    subjects = [*_after_phrases(text, parts, words), *_around_verbs(text, parts, words)]
    quoted = [subject for subject in subjects if plain(subject) not in words.pronouns]
    names = [name for name in _names(text, parts, words) if " " in name or not any(name in known for known in quoted)]
    earlier = list(used)[::-1]
    stands_for = len(quoted) < len(subjects) or (not quoted and any(part.plain in words.pronouns for part in parts[:5]))
    rest = [*earlier, *names] if stands_for else [*names, *earlier]
    first: dict[str, str] = {}
    for proposal in [*quoted, *rest]:
        first.setdefault(plain(proposal), proposal)
    return Proposals(tuple(first.values()), bool(first))


def cues(text: str, language: str) -> tuple[Span, ...]:
    """Return the words of a sentence that tell of a source or a hedge, and its numbers; in order, apart.

    >>> [("Il serait 5 heures."[cue.start : cue.end]) for cue in cues("Il serait 5 heures.", "fr")]
    ['serait', '5']
    """
    folded = plain(text)
    found = [m.span() for pattern in (lexicon(language).cues, _NUMBER) for m in pattern.finditer(folded)]
    spans: list[Span] = []
    for start, end in sorted(found):
        if not spans or start >= spans[-1].end:
            spans.append(Span(start, end))
    return tuple(spans)


def _after_phrases(text: str, parts: list[Token], words: Lexicon) -> Iterator[str]:
    for match in words.before.finditer(plain(text)):
        first = next((at for at, part in enumerate(parts) if part.start >= match.end()), len(parts))
        yield from _phrase(text, parts, first, words)


def _around_verbs(text: str, parts: list[Token], words: Lexicon) -> Iterator[str]:
    """Yield the noun phrase before each verb of saying, or after one that a quotation or a comma precedes."""
    not_before = (words.determiners | words.prepositions) - words.between
    for at, part in enumerate(parts):
        if part.plain not in words.verbs or (at and parts[at - 1].plain in not_before):
            continue
        left = at
        while left and parts[left - 1].plain in words.between:
            left -= 1
        if left and parts[left - 1].plain in {",", "»", '"', "”", "’", "'"}:
            yield from _phrase(text, parts, at + 1, words)
        else:
            yield from _subject(text, parts, left, words)


def _subject(text: str, parts: list[Token], end: int, words: Lexicon) -> Iterator[str]:
    """Yield the last noun phrase that ends right before `end`."""
    start = end
    while start and _inside(parts, start - 1, words) and end - start < _MOST_WORDS:
        start -= 1
        if _begins(parts, start, words):
            break
    if start < end and parts[start].plain not in words.prepositions:
        yield from _cut(text, parts[start:end], words, opens=start == 0)


def _phrase(text: str, parts: list[Token], start: int, words: Lexicon) -> Iterator[str]:
    """Yield the noun phrase that begins at `start`, up to punctuation, another phrase, or a word that ends one."""
    end = start
    while end < len(parts) and _inside(parts, end, words) and end - start < _MOST_WORDS:
        if end > start and _begins(parts, end, words):
            break
        end += 1
    if start < end:
        yield from _cut(text, parts[start:end], words, opens=start == 0)


def _inside(parts: list[Token], at: int, words: Lexicon) -> bool:
    """Tell whether a word may belong to a noun phrase."""
    part = parts[at]
    if part.plain == ".":
        return at > 0 and (parts[at - 1].plain in words.titles or parts[at - 1].end - parts[at - 1].start == 1)
    if part.plain[0].isdigit():
        return at > 0 and parts[at - 1].plain in words.prepositions
    return part.plain[0].isalnum() and part.plain not in words.stops and part.plain not in words.pronouns


def _begins(parts: list[Token], at: int, words: Lexicon) -> bool:
    """Tell whether a noun phrase of its own begins here: an article or a title that no preposition leads to."""
    if parts[at].plain not in words.determiners | words.titles:
        return False
    if at and parts[at].capital and parts[at].plain in words.determiners:
        return False  # it belongs to a name, as in Mme Le Goff
    return at == 0 or parts[at - 1].plain not in words.prepositions | words.determiners


def _cut(text: str, parts: list[Token], words: Lexicon, *, opens: bool) -> Iterator[str]:
    """Yield a phrase without what is left over at its end; the article that opens the sentence loses its capital."""
    while parts and parts[-1].plain in words.prepositions | words.determiners:
        parts = parts[:-1]
    if parts:
        phrase = text[parts[0].start : parts[-1].end]
        yield phrase[0].lower() + phrase[1:] if opens and parts[0].plain in words.determiners else phrase


def _names(text: str, parts: list[Token], words: Lexicon) -> Iterator[str]:
    """Yield runs of capitalised words, with the small words between them; not the capital of the first word alone."""
    at = 0
    while at < len(parts):
        end = _run(parts, at, words)
        if end > at and not (at == 0 and (end == 1 or words.before.fullmatch(parts[0].plain))):
            yield text[parts[at].start : parts[end - 1].end]
        at = max(end, at + 1)


def _run(parts: list[Token], start: int, words: Lexicon) -> int:
    """Return where the run of capitalised words ends that begins here; `start` if none does."""
    small = words.determiners | words.prepositions | words.stops | words.pronouns | words.between
    end = at = start
    while at < len(parts):
        part = parts[at]
        if part.capital and not (at == start and part.plain in small):
            end = at + 1
        elif not (end > start and (part.plain in words.prepositions or _initial(parts, at, words))):
            break
        at += 1
    return end


def _initial(parts: list[Token], at: int, words: Lexicon) -> bool:
    return parts[at].plain == "." and _inside(parts, at, words)
