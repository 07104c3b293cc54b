"""Noun phrases that may name a source: where one begins and ends; who speaks is not told here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from factcheck.labelling.sources.lexicon import Lexicon, TextToken

#: Longer noun phrases are more likely a sentence without its comma.
MOST_WORDS = 16
#: What is written with a full stop of its own at the end of a company's or a person's name.
_SUFFIXES = {"inc", "ltd", "corp", "co", "jr", "sr", "bros", "cie", "st"}
#: A clause before which fewer words stand follows nothing that could be said.
LEAST_SAID = 3
QUOTES = {"»", '"', "”", "’", "'", "“", "«", "„"}
#: Marks that end a clause.
_CLAUSE_MARKS = {",", ";", ":", "!", "?", "(", "–", "—"}
#: Marks that open a quotation where nothing tells otherwise.
_OPENING = {"«", "„", "“"}
#: Within how many words after a participle the day stands.
_SOON = 5
#: How many words a name in quotation marks may have.
_LONGEST_NAME = 4
#: *Is* and *he*, which without their accents look like *and* and *the*.
_IS = {"é", "è", "él"}
_ROMAN = re.compile("[ivxl]+")
#: What stands between the parts of people's names, in any language.
_PARTICLES = {
    "al",
    "ben",
    "bin",
    "da",
    "de",
    "del",
    "della",
    "den",
    "der",
    "di",
    "do",
    "el",
    "la",
    "ter",
    "van",
    "von",
    "zu",
}


class NounPhrase(NamedTuple):
    """A noun phrase that may name a source, as the places of its words."""

    start: int
    end: int
    certain: bool = True
    #: Whether a phrase such as *in the opinion* leads to it, whose preposition may have taken up its article.
    led: bool = False
    #: Whether it stands apart from what is said: after *according to*, or in a clause after it with nothing more.
    apart: bool = False


def phrase_from(parts: list[TextToken], start: int, words: Lexicon) -> Iterator[NounPhrase]:
    """Yield the noun phrase that begins at `start`, up to punctuation, another phrase, or a word that ends one."""
    end = start
    while end < len(parts) and is_inside(parts, end, words) and end - start < MOST_WORDS:
        if end > start and (begins_phrase(parts, end, words) or _past_noun(parts, start, end, words)):
            break
        if end > start + 1 and _begins_aside(parts, end, words):
            break  # une étude publiée mardi, un habitant joint par téléphone
        if _past_name(parts, start, end, words):
            break  # ..., a martelé Gérald Darmanin devant les préfets
        if end + 1 < len(parts) and parts[end].plain in words.small and parts[end + 1].plain in words.words.calendar:
            break  # it says when: ..., disse Marina Silva na segunda
        dated = parts[end].plain in words.words.calendar and not (end + 1 < len(parts) and parts[end + 1].capital)
        if end > start and dated and parts[end - 1].capital:
            break  # ..., ha detto Elly Schlein lunedì
        end += 1
    if start < end and (found := trimmed(parts, NounPhrase(start, end), words)):
        yield found


def _begins_aside(parts: list[TextToken], at: int, words: Lexicon) -> bool:
    """Return whether a participle begins here that says when something was published, or that somebody was asked."""
    part = parts[at]
    if part.plain in words.words.frames and not part.capital:
        return True
    if part.capital or parts[at - 1].plain in words.small or not words.nonfinite.search(part.written):
        return False
    after = list(takewhile(lambda one: one.plain[0].isalnum(), parts[at + 1 : at + 1 + _SOON]))
    when = next((one for one in after if one.plain not in words.small), part)
    return any(one.plain in words.words.calendar for one in after) or when.plain[0].isdigit()


def subject_before(parts: list[TextToken], end: int, words: Lexicon) -> NounPhrase | None:
    """Return the last noun phrase that ends right before `end`, if it can be a subject."""
    start = end
    while start and is_inside(parts, start - 1, words) and end - start < MOST_WORDS:
        start -= 1
        if begins_phrase(parts, start, words):
            break
    if start == end or parts[start].plain in words.words.prepositions:
        return None
    end = next((at for at in range(start + 2, end) if _begins_aside(parts, at, words)), end)
    before = parts[start - 1].plain if start else ""
    alone = parts[start].capital or parts[start].plain in words.words.determiners | words.words.titles
    clear = not before or not before[0].isalnum() or before in words.ends | words.words.between
    # Save the Children called: a name may have begun before the article.
    inner = (
        start == 1 and parts[0].capital and end > 2 and parts[2].capital and parts[0].plain not in words.words.calendar
    )
    placed = any(part.plain in words.words.places - words.words.prepositions for part in parts[start:end])
    # Técnicos do Ibama: what opens the sentence may have no capital of its own.
    common = start == 0 and end > 1 and not parts[1].capital and parts[0].plain not in words.small | words.words.people
    # ..., obwohl die Sparte rote Zahlen schrieb
    doubt = before in words.words.connectives | words.words.subordinators or placed
    sure = (
        alone
        and not doubt
        and not (common and parts[1].plain in words.small)
        and (clear or (begins_phrase(parts, start, words) and not inner))
    )
    return trimmed(parts, NounPhrase(start, end, sure), words)


def _past_noun(parts: list[TextToken], start: int, at: int, words: Lexicon) -> bool:
    """Return whether a word in small letters follows the noun, where nouns have capitals."""
    part = parts[at]
    # After an article, a preposition leads to a participle of the noun's: zwei mit der Sache vertraute Personen.
    inner = at > start + 1 and parts[start + 1].plain in words.words.prepositions and not parts[start].capital
    named = sum(one.capital for one in parts[start:at]) > inner
    return (
        bool(words.words.nouns)
        and named
        and not part.capital
        and part.plain[0].isalnum()
        and part.plain not in words.small
    )


def _past_name(parts: list[TextToken], start: int, at: int, words: Lexicon) -> bool:
    """Return whether a full name stands before `at`, and what does not belong to names at it."""
    first, last = parts[start], parts[at - 1]
    full = all(part.capital or part.plain in _PARTICLES | {"."} for part in parts[start:at])
    named = at - start > 1 and full and first.capital and (last.capital or last.plain == ".")
    if at - start == 2 and first.plain in words.words.determiners:
        return False  # Le Canard enchaîné
    return named and not parts[at].capital and parts[at].plain not in words.words.links | {"."}


def is_inside(parts: list[TextToken], at: int, words: Lexicon) -> bool:
    """Return whether a word may belong to a noun phrase."""
    part = parts[at]
    if not part.plain[0].isalnum():
        return _is_inner_mark(parts, at, words)
    if part.plain[0].isdigit():
        return at > 0 and parts[at - 1].plain in words.small
    if part.plain in words.words.verbs and not part.capital and not (at and parts[at - 1].plain in words.small):
        return _is_headed(parts, at, words)
    named = part.capital and at > 0 and part.end - part.start > 1
    counted = at > 0 and parts[at - 1].plain in words.words.determiners
    people = part.plain in words.words.nobody and (counted or part.plain in words.words.people)
    return (part.plain not in words.ends and part.written not in _IS) or named or people


def _is_inner_mark(parts: list[TextToken], at: int, words: Lexicon) -> bool:
    """Return whether a mark is one of a name: of an initial, a quoted name, letters in brackets, *„Bild“-Zeitung*."""
    part, before = parts[at], parts[at - 1] if at else parts[at]
    if part.plain == ".":
        short = before.plain in words.words.titles | _SUFFIXES or (before.end - before.start == 1 and before.capital)
        numeral = (
            at > 1
            and at + 1 < len(parts)
            and parts[at - 2].capital
            and before.initials
            and _ROMAN.fullmatch(before.plain)
        )
        return at > 0 and before.end == part.start and (short or bool(numeral))
    if part.plain in QUOTES:
        return quoted_name(parts, at, words)
    if part.plain == "-":
        return (
            at > 0
            and before.plain in QUOTES
            and before.end == part.start
            and part.end == parts[min(at + 1, len(parts) - 1)].start
        )
    return is_abbreviation(parts, at)


def is_abbreviation(parts: list[TextToken], at: int) -> bool:
    """Return whether a bracket is around nothing but letters that stand for the name before: *(INE)*."""
    first = at - 2 if parts[at].plain == ")" else at
    if first < 1 or first + 2 >= len(parts) or parts[first].plain != "(" or parts[first + 2].plain != ")":
        return False
    return parts[first + 1].initials and parts[first + 1].plain[0].isalpha()


def _is_headed(parts: list[TextToken], at: int, words: Lexicon) -> bool:
    """Return whether what looks like a verb is the noun to which an article before a name belongs: *an Ipsos poll*."""
    start = at
    while start and parts[start - 1].capital:
        start -= 1
    return (
        bool(words.words.svo)
        and 0 < start < at
        and parts[start - 1].plain in {"a", "an"}
        and not parts[start - 1].capital
    )


def begins_phrase(parts: list[TextToken], at: int, words: Lexicon) -> bool:
    """Return whether a noun phrase of its own begins here: an article or a title that no preposition leads to."""
    determiners, titles = words.words.determiners, words.words.titles
    if parts[at].plain not in determiners | titles:
        return False
    if at and parts[at].capital and parts[at].plain in determiners:
        return False  # it belongs to a name, as in Mme Le Goff
    if at and words.words.nouns and parts[at - 1].capital and parts[at].plain in words.words.links:
        return False  # a genitive: ein Sprecher der Armee
    if _in_name(parts, at, words):
        return False
    return at == 0 or parts[at - 1].plain not in words.small


def _in_name(parts: list[TextToken], at: int, words: Lexicon) -> bool:
    """Return whether an article is in the name of a body: *el grupo Salvemos el Río*."""
    if not 1 < at < len(parts) - 1 or words.words.nouns or parts[at].plain not in words.words.determiners:
        return False
    kind, first, following = parts[at - 2], parts[at - 1], parts[at + 1]
    common = kind.plain[0].isalpha() and not kind.capital and kind.plain not in words.small | words.ends
    return common and kind.plain not in words.words.verbs | words.words.between and first.capital and following.capital


def quoted_name(parts: list[TextToken], at: int, words: Lexicon) -> bool:
    """Return whether a quotation mark is around a short name that follows a noun or an article."""
    for start in range(at, max(at - _LONGEST_NAME - 2, 0), -1):
        before = parts[start - 1]
        if parts[start].plain in QUOTES and before.plain[0].isalpha() and before.plain not in words.words.verbs:
            end = start + 1
            while end < len(parts) and (parts[end].capital or (end > start + 1 and parts[end].plain in words.small)):
                end += 1
            closed = end < len(parts) and parts[end].plain in QUOTES
            if closed and at in (start, end) and 0 < end - start - 1 <= _LONGEST_NAME:
                return True
    return False


def trimmed(parts: list[TextToken], found: NounPhrase, words: Lexicon) -> NounPhrase | None:
    """Return a phrase without what is left over at its end; None if nothing is left."""
    end = found.end
    while end > found.start and parts[end - 1].plain in words.small:
        end -= 1
    return found._replace(end=end) if end > found.start else None


def quoted_places(parts: list[TextToken]) -> frozenset[int]:
    """Return the places of the words within quotation marks; with a closing one alone, from the start."""
    marks = [at for at, part in enumerate(parts) if part.plain in QUOTES and part.plain not in {"'", "’"}]
    places: set[int] = set()
    opened = -1
    for number, at in enumerate(marks):
        if _opens_quotation(parts, at):
            opened = at
        elif opened >= 0 or number == 0:
            places.update(range(opened + 1, at))
            opened = -1
    if opened >= 0:
        places.update(range(opened + 1, len(parts)))
    return frozenset(places)


def _opens_quotation(parts: list[TextToken], at: int) -> bool:
    """Return whether a mark opens a quotation: by the side on which a word touches it, else by what it looks like."""
    before = at > 0 and parts[at - 1].end == parts[at].start
    after = at + 1 < len(parts) and parts[at + 1].start == parts[at].end and parts[at + 1].plain[0].isalnum()
    return after if before != after else parts[at].plain in _OPENING


def clause_end(parts: list[TextToken], start: int) -> int:
    """Return where the clause ends that begins here: at the next mark that is none of a name."""
    for at in range(start, len(parts)):
        if (parts[at].plain in _CLAUSE_MARKS and not is_abbreviation(parts, at)) or (
            parts[at].plain == "." and at == len(parts) - 1
        ):
            return at
    return len(parts)
