"""Who a sentence may be quoting, and the words that tell; proposals only, the annotator decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from factcheck.labelling.sources.leads import after_origin, after_phrases, after_viewpoint, before_words
from factcheck.labelling.sources.lexicon import Lexicon, TextToken, lexicon, plain, text_tokens
from factcheck.labelling.sources.openings import is_bare, likely_subject
from factcheck.labelling.sources.phrases import NounPhrase, is_inside, quoted_places
from factcheck.labelling.sources.speakers import around_verbs
from factcheck.labelling.sources.unspaced import unspaced_sources
from factcheck.model import Span

_NUMBER = re.compile(r"\d+(?:[ \u00a0\u202f.,]\d+)*(?:[ \u00a0\u202f]?%)?")

#: Whoever is named after so many characters is not looked for: prose has no such sentences, and hostile text may.
_LONGEST = 4_000
#: Within how many words the subject of a sentence stands, where it is a pronoun.
_BEGINNING = 5


class Proposals(NamedTuple):
    """What may be the source of a sentence."""

    #: The likeliest first, each once.
    texts: tuple[str, ...]
    #: Whether the first of them is certain enough to be taken unread.
    certain: bool


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
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rpartition(" ")[0]
    if words.words.unspaced:
        return _proposals(unspaced_sources(text, words), [], [*used][::-1], certain=True)
    parts = text_tokens(text)
    quotation = quoted_places(parts)
    every = _candidates(text, parts, quotation, words)
    found = [one for one in every if not _is_nobody(parts[one.start : one.end], words)]
    quoted = [_said(text, parts, one, words) for one in found]
    names = [name for name in _names(text, parts, words) if " " in name or not any(name in known for known in quoted)]
    stand_ins = words.words.pronouns - words.words.determiners
    pronoun = len(found) < len(every) or any(part.plain in stand_ins for part in _beginning(parts, words))
    opening = None if quoted else likely_subject(parts, words, quotation, opens=not pronoun)
    if opening:
        names.insert(0, _said(text, parts, opening, words))
    if parts and (parts[0].plain in words.words.pronouns or parts[0].written == "él" or every[:1] != found[:1]):
        # Whoever the pronoun stands for says it.
        return _proposals([], [*[*used][::-1], *quoted, *names], [], certain=False)
    anew = [*names, *[*used][::-1]] if quoted or opening or not pronoun else [*[*used][::-1], *names]
    return _proposals(quoted, anew, [], certain=bool(found) and found[0].certain)


def _candidates(text: str, parts: list[TextToken], quotation: frozenset[int], words: Lexicon) -> list[NounPhrase]:
    """Return what words show to be a source, outside quotations; first what stands apart from what is said."""
    every = [
        *after_viewpoint(parts, words),
        *after_origin(parts, words),
        *after_phrases(text, parts, words),
        *before_words(parts, words),
        *around_verbs(text, parts, words),
    ]
    return sorted((one for one in every if one.start not in quotation), key=lambda one: not one.apart)


def _beginning(parts: list[TextToken], words: Lexicon) -> list[TextToken]:
    """Return the first words of a sentence, up to where what is said begins."""
    leads_on = words.words.that | ({","} if words.words.nouns else set())
    return list(takewhile(lambda part: part.plain not in leads_on, parts[:_BEGINNING]))


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


def _is_nobody(phrase: Sequence[TextToken], words: Lexicon) -> bool:
    """Return whether a phrase stands for a source named before, or for nobody in particular: *many people*."""
    whole = " ".join(part.plain for part in phrase)
    nobody = words.words.nobody
    return whole in words.words.pronouns | nobody or all(
        part.plain in nobody | words.words.determiners - words.words.people for part in phrase
    )


def _said(text: str, parts: list[TextToken], found: NounPhrase, words: Lexicon) -> str:
    """Return a phrase as it is said elsewhere: what opens the sentence loses a capital that is not its own."""
    phrase, first = text[parts[found.start].start : parts[found.end - 1].end], parts[found.start].plain
    if found.led and first in words.words.contracted:
        return words.words.contracted[first] + phrase[parts[found.start].end - parts[found.start].start :]
    small = is_bare(parts, found.start, words) or first in words.words.determiners | words.words.openers
    return phrase[0].lower() + phrase[1:] if found.start == 0 and small else phrase


def _names(text: str, parts: list[TextToken], words: Lexicon) -> Iterator[str]:
    """Yield runs of capitalised words, with what links them in names; not the capital of the first word alone."""
    at = int(bool(parts) and is_bare(parts, 0, words))
    while at < len(parts):
        end = _run(parts, at, words)
        if end > at and not (at == 0 and (end == 1 or words.before.fullmatch(parts[0].plain))):
            yield text[parts[at].start : parts[end - 1].end]
        at = max(end, at + 1)


def _run(parts: list[TextToken], start: int, words: Lexicon) -> int:
    """Return where the run of capitalised words ends that begins here; `start` if none does."""
    end = at = start
    while at < len(parts):
        part = parts[at]
        begins = at > start or part.plain not in words.unnamed
        if begins and part.capital and part.plain not in words.words.calendar:
            end = at + 1
        elif not (
            end > start and (part.plain in words.words.links or (part.plain == "." and is_inside(parts, at, words)))
        ):
            break
        at += 1
    return end
