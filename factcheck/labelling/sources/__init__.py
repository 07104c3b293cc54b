"""Who a sentence may be quoting, and the words that tell; proposals only, the annotator decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.labelling.sources.lexicon import Lexicon, TextToken, lexicon, plain, text_tokens
from factcheck.labelling.sources.unspaced import unspaced_sources
from factcheck.model import Span
from factcheck.text.language import common_words

_NUMBER = re.compile(r"\d+(?:[ \u00a0\u202f.,]\d+)*(?:[ \u00a0\u202f]?%)?")

#: Longer noun phrases are more likely a sentence without its comma.
_MOST_WORDS = 16

#: Fewer words are no sentence with a subject, a verb and what it says.
_SHORTEST = 4

#: What is written with a full stop of its own at the end of a company's or a person's name.
_SUFFIXES = {"inc", "ltd", "corp", "co", "jr", "sr", "bros", "cie"}
_QUOTES = {"»", '"', "”", "’", "'", "“", "«"}


class Proposals(NamedTuple):
    """What may be the source of a sentence."""

    #: The likeliest first, each once.
    texts: tuple[str, ...]
    #: Whether the first of them is certain enough to be taken unread.
    certain: bool


class _NounPhrase(NamedTuple):
    """A noun phrase that may name a source, as the places of its words."""

    start: int
    end: int
    certain: bool = True


def propose(text: str, language: str, used: Sequence[str] = ()) -> Proposals:
    """Return proposals for the source of a sentence, the likeliest first, each once.

    First what follows a phrase such as *according to*, then the subjects of verbs of saying, then names; then the
    sources of other sentences, the last first. Where the subject is a pronoun, those come before the names. Only what
    the words around it show beyond doubt to be the source is certain: names alone, and what a pronoun may stand for,
    are not.

    Args:
        text: The sentence.
        language: The code of its language; names are found in any.
        used: The sources of other sentences, the one most likely meant again last.

    >>> propose("Selon la préfecture, 5 000 personnes ont défilé à Brest.", "fr")
    Proposals(texts=('la préfecture', 'Brest'), certain=True)
    """
    words = lexicon(language)
    if words.words.unspaced:
        return _proposals(unspaced_sources(text, words), [], [*used][::-1], certain=True)
    parts = text_tokens(text)
    found = [*_after_phrases(text, parts, words), *_around_verbs(text, parts, words)]
    nobody = words.words.pronouns | words.words.nobody
    every = found
    found = [one for one in found if " ".join(part.plain for part in parts[one.start : one.end]) not in nobody]
    quoted = [_said(text, parts, one, words) for one in found]
    names = [name for name in _names(text, parts, words) if " " in name or not any(name in known for known in quoted)]
    pronoun = len(found) < len(every) or any(part.plain in words.words.pronouns for part in parts[:5])
    opening = None if quoted else _after_quotation(parts, words) or (None if pronoun else _opening(parts, words))
    if opening:
        subject = _said(text, parts, opening, words)
        names.insert(0 if not names or names[0] in subject or " " not in names[0] else 1, subject)
    if parts and (parts[0].plain in words.words.pronouns or every[:1] != found[:1]):
        # Whoever the pronoun stands for says it.
        return _proposals([], [*[*used][::-1], *quoted, *names], [], certain=False)
    anew = [*names, *[*used][::-1]] if quoted or opening or not pronoun else [*[*used][::-1], *names]
    return _proposals(quoted, anew, [], certain=bool(found) and found[0].certain)


def _proposals(quoted: Iterable[str], rest: Iterable[str], last: Iterable[str], *, certain: bool) -> Proposals:
    first: dict[str, str] = {}
    for proposal in quoted:
        first.setdefault(plain(proposal), proposal)
    sure = certain and bool(first)
    for proposal in (*rest, *last):
        first.setdefault(plain(proposal), proposal)
    return Proposals(tuple(first.values()), sure)


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


def _after_phrases(text: str, parts: list[TextToken], words: Lexicon) -> Iterator[_NounPhrase]:
    for match in words.before.finditer(plain(text)):
        first = next((at for at, part in enumerate(parts) if part.start >= match.end()), len(parts))
        before = next((part.plain for part in reversed(parts) if part.end <= match.start()), "")
        if before not in words.words.determiners | words.words.prepositions - words.words.joining:
            yield from (_unless_run_on(parts, one, words) for one in _phrase(parts, first, words))


def _unless_run_on(parts: list[TextToken], found: _NounPhrase, words: Lexicon) -> _NounPhrase:
    """Return a phrase as uncertain if its verb may have run into it, for want of a comma: *Secondo l'Onu mancano*."""
    last = parts[found.end - 1]
    open_end = found.end < len(parts) and parts[found.end].plain[0].isalnum()
    run_on = found.end - found.start > 1 and parts[found.end - 2].capital and not (last.capital or words.words.nouns)
    return found._replace(certain=found.certain and not (open_end and run_on))


def _around_verbs(text: str, parts: list[TextToken], words: Lexicon) -> Iterator[_NounPhrase]:
    """Yield the noun phrase before each verb of saying, or after one that a quotation, a comma or nothing precedes."""
    for at, part in enumerate(parts):
        pair = at > 0 and f"{parts[at - 1].plain} {part.plain}" in words.words.verbs
        if not pair and part.plain not in words.words.verbs:
            continue
        left = at - pair
        if left and parts[left - 1].plain in (words.small - words.words.between) | words.words.passive:
            continue
        while left and parts[left - 1].plain in words.words.between:
            left -= 1
        if words.words.nouns:
            left = _auxiliary(parts, left, words)
        if words.participle.search(text[part.start : part.end]) and not any(
            one.plain in words.words.auxiliaries for one in parts[left:at]
        ):
            continue
        yield from _of_verb(parts, left, at, words)


def _auxiliary(parts: list[TextToken], end: int, words: Lexicon) -> int:
    """Return where the auxiliary of a participle at the end of its clause stands, after its subject; else `end`."""
    for at in range(end - 1, 0, -1):
        if parts[at].plain in words.words.auxiliaries:
            return at
        if not parts[at].plain[0].isalnum():
            break
    return end


def _of_verb(parts: list[TextToken], left: int, verb: int, words: Lexicon) -> Iterator[_NounPhrase]:
    """Yield the subject of a verb whose auxiliaries and adverbs begin at `left`."""
    mark = parts[left - 1].plain if left else ""
    if mark in words.words.joining:
        return  # its subject is that of the verb before: ... contrôlaient la situation et ont ordonné
    if mark == "," and (opening := _before_aside(parts, left - 1, words)):
        yield opening
    elif not left or mark == "," or mark in _QUOTES or (left == 1 and mark in words.words.like):
        yield from _inverted(parts, verb + 1, words)
    elif subject := _subject(parts, left, words):
        if not _is_noun(parts, subject, verb):
            yield subject
    else:
        # Where the verb comes second, whatever it begins with: Gestern sagte Anna Schmidt ...
        yield from (one for one in _inverted(parts, verb + 1, words) if parts[one.start].capital)


def _is_noun(parts: list[TextToken], subject: _NounPhrase, verb: int) -> bool:
    """Return whether what looks like a verb is a noun that ends its clause: *It cut its growth forecast*."""
    ends = verb + 1 == len(parts) or not parts[verb + 1].plain[0].isalnum()
    inner = subject.start > 0 and parts[subject.start - 1].plain[0].isalnum()
    return ends and inner and subject.end == verb


def _inverted(parts: list[TextToken], start: int, words: Lexicon) -> Iterator[_NounPhrase]:
    while start < len(parts) and parts[start].plain in words.words.between - words.words.determiners:
        start += 1
    for found in _phrase(parts, start, words):
        if parts[found.start].plain not in words.words.prepositions - words.words.determiners:
            yield _without_addressee(parts, found, words)


def _without_addressee(parts: list[TextToken], found: _NounPhrase, words: Lexicon) -> _NounPhrase:
    """Return the subject that follows its verb without whom it speaks to: *a dit le maire à la presse*."""
    inner = range(found.start + 1, found.end)
    return found._replace(end=next((at for at in inner if parts[at].plain in words.words.towards), found.end))


def _opening(parts: list[TextToken], words: Lexicon) -> _NounPhrase | None:
    """Return the noun phrase that opens the sentence: its noun, what prepositions and names add; None if none does.

    It is the subject of whatever verb follows, which may be one of saying that no list knows.
    """
    if len(parts) < _SHORTEST:
        return None
    if parts[0].plain not in words.words.determiners | words.words.openers:
        return _NounPhrase(0, 1, certain=False) if _lone_name(parts, words) else None
    end = 2
    while end < len(parts) - 1 and (step := _added(parts, end, words)):
        end += step
        while end < len(parts) - 1 and parts[end - 1].plain in words.small:
            end += 1
    return _trimmed(parts, _NounPhrase(0, end, certain=False), words)


def _added(parts: list[TextToken], at: int, words: Lexicon) -> int:
    """Return how many words at `at` belong to the noun phrase before them; 0 if the verb begins there."""
    verbal = words.words.auxiliaries | words.words.between
    if parts[at].plain in verbal or not _inside(parts, at, words):
        return 0
    if parts[at].plain in words.words.prepositions:
        return 2
    following = parts[at + 1]
    adjective = not words.words.nouns and (following.capital or following.plain in verbal - words.small)
    return 1 if parts[at].capital or adjective else 0


def _lone_name(parts: list[TextToken], words: Lexicon) -> bool:
    """Return whether the first word is a name of one word: *Oxfam puts the figure at* ..."""
    first, second = parts[0], parts[1]
    known = words.small | words.ends | words.words.between | words.words.calendar | words.words.like | common_words()
    return first.capital and first.plain not in known and second.plain[0].isalpha() and not second.capital


def _after_quotation(parts: list[TextToken], words: Lexicon) -> _NounPhrase | None:
    """Return the noun phrase after a quotation and a verb that no list knows: *"...," sighed the farmer Ruth Hale*."""
    for at in range(1, len(parts) - 2):
        if parts[at - 1].plain in _QUOTES or (at > 1 and parts[at - 1].plain == "," and parts[at - 2].plain in _QUOTES):
            verb = at
            while verb < len(parts) - 2 and parts[verb].plain in words.words.between:
                verb += 1
            known = words.small | words.words.titles | words.ends
            if parts[verb].plain[0].isalpha() and not parts[verb].capital and parts[verb].plain not in known:
                found = next(_inverted(parts, verb + 1, words), None)
                if found and (parts[found.start].capital or parts[found.start].plain in words.words.determiners):
                    return found._replace(certain=False)
    return None


def _before_aside(parts: list[TextToken], comma: int, words: Lexicon) -> _NounPhrase | None:
    """Return the noun phrase that opens the sentence before an aside: *The mayor, asked on Monday, said* ..."""
    first = next((at for at in range(comma - 1, 0, -1) if parts[at].plain == ","), 0)
    if not first or not 1 < comma - first <= _MOST_WORDS:
        return None
    opening = _subject(parts, first, words)
    return opening if opening and opening.start == 0 else None


def _subject(parts: list[TextToken], end: int, words: Lexicon) -> _NounPhrase | None:
    """Return the last noun phrase that ends right before `end`, if it can be a subject."""
    start = end
    while start and _inside(parts, start - 1, words) and end - start < _MOST_WORDS:
        start -= 1
        if _begins(parts, start, words):
            break
    if start == end or parts[start].plain in words.words.prepositions:
        return None
    before = parts[start - 1].plain if start else ""
    alone = parts[start].capital or parts[start].plain in words.words.determiners | words.words.titles
    clear = not before or not before[0].isalnum() or before in words.ends | words.words.between
    return _trimmed(parts, _NounPhrase(start, end, alone and (clear or _begins(parts, start, words))), words)


def _phrase(parts: list[TextToken], start: int, words: Lexicon) -> Iterator[_NounPhrase]:
    """Yield the noun phrase that begins at `start`, up to punctuation, another phrase, or a word that ends one."""
    end = start
    while end < len(parts) and _inside(parts, end, words) and end - start < _MOST_WORDS:
        if end > start and (_begins(parts, end, words) or _past_noun(parts, start, end, words)):
            break
        if _past_name(parts, start, end, words):
            break  # ..., a martelé Gérald Darmanin devant les préfets
        if end + 1 < len(parts) and parts[end].plain in words.small and parts[end + 1].plain in words.words.calendar:
            break  # it says when: ..., disse Marina Silva na segunda
        if end > start and parts[end].plain in words.words.calendar and parts[end - 1].capital:
            break  # ..., ha detto Elly Schlein lunedì
        end += 1
    if start < end and (found := _trimmed(parts, _NounPhrase(start, end), words)):
        yield found


def _past_noun(parts: list[TextToken], start: int, at: int, words: Lexicon) -> bool:
    """Return whether a word in small letters follows the noun, where nouns have capitals."""
    part = parts[at]
    named = any(one.capital for one in parts[start:at])
    return bool(words.words.nouns) and named and not part.capital and part.plain not in words.small | {"."}


def _past_name(parts: list[TextToken], start: int, at: int, words: Lexicon) -> bool:
    """Return whether a full name stands before `at`, and what does not belong to names at it."""
    named = at - start > 1 and all(part.capital or part.plain == "." for part in parts[start:at])
    return named and not parts[at].capital and parts[at].plain not in words.words.links | {"."}


def _inside(parts: list[TextToken], at: int, words: Lexicon) -> bool:
    """Return whether a word may belong to a noun phrase."""
    part = parts[at]
    if part.plain == ".":
        before = parts[at - 1] if at else part
        short = before.plain in words.words.titles | _SUFFIXES or (before.end - before.start == 1 and before.capital)
        return at > 0 and before.end == part.start and short
    if part.plain[0].isdigit():
        return at > 0 and parts[at - 1].plain in words.small
    if part.plain in words.words.verbs and not part.capital and not (at and parts[at - 1].plain in words.small):
        return False
    return part.plain[0].isalnum() and (part.plain not in words.ends or (part.capital and at > 0))


def _begins(parts: list[TextToken], at: int, words: Lexicon) -> bool:
    """Return whether a noun phrase of its own begins here: an article or a title that no preposition leads to."""
    determiners, titles = words.words.determiners, words.words.titles
    if parts[at].plain not in determiners | titles:
        return False
    if at and parts[at].capital and parts[at].plain in determiners:
        return False  # it belongs to a name, as in Mme Le Goff
    if at and words.words.nouns and parts[at - 1].capital and parts[at].plain in words.words.links:
        return False  # a genitive: ein Sprecher der Armee
    return at == 0 or parts[at - 1].plain not in words.small


def _trimmed(parts: list[TextToken], found: _NounPhrase, words: Lexicon) -> _NounPhrase | None:
    """Return a phrase without what is left over at its end; None if nothing is left."""
    end = found.end
    while end > found.start and parts[end - 1].plain in words.small:
        end -= 1
    return found._replace(end=end) if end > found.start else None


def _said(text: str, parts: list[TextToken], found: _NounPhrase, words: Lexicon) -> str:
    """Return a phrase as it is said elsewhere: what opens the sentence loses a capital that is not its own."""
    phrase, first = text[parts[found.start].start : parts[found.end - 1].end], parts[found.start].plain
    bare = found.end - found.start == 1 and first in words.words.people
    small = bare or first in words.words.determiners | words.words.openers
    return phrase[0].lower() + phrase[1:] if found.start == 0 and small else phrase


def _names(text: str, parts: list[TextToken], words: Lexicon) -> Iterator[str]:
    """Yield runs of capitalised words, with what links them in names; not the capital of the first word alone."""
    at = 0
    while at < len(parts):
        end = _run(parts, at, words)
        if end > at and not (at == 0 and (end == 1 or words.before.fullmatch(parts[0].plain))):
            yield text[parts[at].start : parts[end - 1].end]
        at = max(end, at + 1)


def _run(parts: list[TextToken], start: int, words: Lexicon) -> int:
    """Return where the run of capitalised words ends that begins here; `start` if none does."""
    small = words.small | words.ends | words.words.between | words.words.calendar
    end = at = start
    while at < len(parts):
        part = parts[at]
        if part.capital and part.plain not in words.words.calendar and not (at == start and part.plain in small):
            end = at + 1
        elif not (
            end > start and (part.plain in words.words.links or (part.plain == "." and _inside(parts, at, words)))
        ):
            break
        at += 1
    return end
