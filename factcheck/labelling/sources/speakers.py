"""Sources that a verb of saying has for its subject, before it or after it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.labelling.sources.lexicon import Lexicon, TextToken
from factcheck.labelling.sources.phrases import (
    LEAST_SAID,
    MOST_WORDS,
    QUOTES,
    NounPhrase,
    clause_end,
    phrase_from,
    quoted_name,
    subject_before,
)
from factcheck.labelling.sources.verbs import is_verb

#: Who does not say something, in any language, is a source after whoever says something.
_NOT = {"not", "non", "no", "nao", "n'", "ne", "nicht", "kein", "keine"}
#: How many words whom somebody speaks to has at most, with its preposition.
_MOST_BETWEEN = 6


def around_verbs(text: str, parts: list[TextToken], words: Lexicon) -> Iterator[NounPhrase]:
    """Yield the noun phrase before each verb of saying, or after one that a quotation, a comma or nothing precedes."""
    denied: list[NounPhrase] = []
    for at, part in enumerate(parts):
        if part.capital and at and parts[at - 1].plain[0].isalnum():
            continue  # a name or a noun: the US State Department
        pair = at > 0 and f"{parts[at - 1].plain} {part.plain}" in words.words.verbs
        longer = at + 1 < len(parts) and f"{part.plain} {parts[at + 1].plain}" in words.words.verbs
        if longer or (not pair and part.plain not in words.words.verbs):
            continue
        left = at - pair
        if left and parts[left - 1].plain in (words.small - words.words.between) | words.words.passive:
            continue
        while left and _between(parts, left - 1, words):
            left -= 1
        if words.words.nouns:
            left = _auxiliary(parts, left, words)
        if words.participle.search(text[part.start : part.end]) and not any(
            one.plain in words.words.auxiliaries for one in parts[left:at]
        ):
            continue
        found = (
            one._replace(apart=_is_tail(parts, min(left, one.start), words)) for one in _of_verb(parts, left, at, words)
        )
        if any(one.plain in _NOT for one in parts[left:at]):
            denied += found
        else:
            yield from found
    yield from denied


def _is_tail(parts: list[TextToken], start: int, words: Lexicon) -> bool:
    """Return whether the clause that begins here is put after what is said, and leads on to nothing."""
    if start < LEAST_SAID or not (parts[start - 1].plain == "," or parts[start - 1].plain in QUOTES):
        return False
    end = clause_end(parts, start)
    return not any(part.plain in words.words.that or part.plain == ":" for part in parts[start : end + 1])


def _between(parts: list[TextToken], at: int, words: Lexicon) -> bool:
    """Return whether a word may stand between a subject and its verb: an auxiliary, an adverb, *on Monday*."""
    dated = parts[at].plain in words.words.prepositions and parts[at + 1].plain in words.words.calendar
    return dated or parts[at].plain in words.words.between


def _auxiliary(parts: list[TextToken], end: int, words: Lexicon) -> int:
    """Return where the auxiliary of a participle at the end of its clause stands, after its subject; else `end`."""
    for at in range(end - 1, 0, -1):
        if parts[at].plain in words.words.auxiliaries:
            return at
        if not parts[at].plain[0].isalnum():
            break
    return end


def _of_verb(parts: list[TextToken], left: int, verb: int, words: Lexicon) -> Iterator[NounPhrase]:
    """Yield the subject of a verb whose auxiliaries and adverbs begin at `left`."""
    mark = parts[left - 1].plain if left else ""
    if mark in words.words.joining:
        return  # its subject is that of the verb before: ... contrôlaient la situation et ont ordonné
    if mark == "," and (opening := _before_aside(parts, left - 1, words)):
        yield opening
    elif (
        not left
        or mark == ","
        or _ends_quotation(parts, left - 1, words)
        or (mark in words.words.like and _opens(parts, left - 1))
    ):
        yield from subject_after(parts, verb + 1, words)
    elif found := _unmarked(parts, left, verb, words):
        yield found
    elif subject := subject_before(parts, left, words):
        if words.words.nouns or not _is_noun(parts, subject, verb, words):
            yield subject
    elif mark not in words.words.nobody | words.words.pronouns:
        # Where the verb comes second, whatever it begins with: Gestern sagte Anna Schmidt ...
        determiners = words.words.determiners if words.words.nouns else frozenset()
        for one in subject_after(parts, verb + 1, words):
            first = parts[one.start]
            if (first.capital and first.plain not in words.words.calendar) or first.plain in determiners:
                yield one


def _unmarked(parts: list[TextToken], left: int, verb: int, words: Lexicon) -> NounPhrase | None:
    """Return who ends the sentence after a verb before which another clause stands without its comma.

    *Le feu a été maîtrisé ont précisé les pompiers*
    """
    if words.words.svo or not _is_clause(parts, left, words):
        return None
    found = next(subject_after(parts, verb + 1, words), None)
    starts = words.words.determiners | words.words.openers
    if not found or not (parts[found.start].capital or parts[found.start].plain in starts):
        return None
    after = parts[found.end].plain if found.end < len(parts) else "."
    aside = (
        words.words.subordinators | words.words.towards | words.words.places | words.words.frames | words.words.calendar
    )
    return found if not after[0].isalnum() or after in aside else None


def _is_clause(parts: list[TextToken], end: int, words: Lexicon) -> bool:
    """Return whether the words before `end` have a verb of their own, and nothing that makes what follows theirs."""
    start = next((at + 1 for at in range(end - 1, -1, -1) if parts[at].plain in {",", ";", ":"}), 0)
    weak = start < end and parts[start].plain in words.words.determiners
    verbs = sum(
        (parts[at].written in words.finites and not parts[at].capital) or is_verb(parts, at, words, formed=not weak)
        for at in range(start + 1, end)
    )
    return verbs > sum(part.plain in words.words.subordinators for part in parts[start:end])


def _opens(parts: list[TextToken], at: int) -> bool:
    """Return whether a word opens a clause, after nothing or a mark."""
    return at == 0 or not parts[at - 1].plain[0].isalnum()


def _ends_quotation(parts: list[TextToken], at: int, words: Lexicon) -> bool:
    """Return whether a mark is one of a quotation, not of a name: *der „Spiegel“*."""
    return parts[at].plain in QUOTES and not quoted_name(parts, at, words)


def _is_noun(parts: list[TextToken], subject: NounPhrase, verb: int, words: Lexicon) -> bool:
    """Return whether what looks like a verb is a noun that ends its clause: *It cut its growth forecast*."""
    ends = verb + 1 == len(parts) or not parts[verb + 1].plain[0].isalnum()
    before = parts[subject.start - 1].plain if subject.start else ""
    inner = before[:1].isalnum() and before not in words.ends
    return ends and inner and subject.end == verb


def subject_after(parts: list[TextToken], start: int, words: Lexicon) -> Iterator[NounPhrase]:
    """Yield the subject that follows its verb, which ends at `start`."""
    passed = words.words.between - words.words.determiners - words.words.towards
    while start < len(parts) and parts[start].plain in passed:
        start += 1
    start = _past_addressee(parts, start, words)
    if start < len(parts) and parts[start].plain in words.words.origins:
        first = start + (parts[start].plain not in words.words.contracted)
        for one in phrase_from(parts, first, words):
            yield _without_addressee(parts, one, words)._replace(led=True)
        return
    for found in phrase_from(parts, start, words):
        if (
            parts[found.start].plain
            not in (words.words.prepositions - words.words.determiners) | words.words.connectives
        ):
            yield _without_addressee(parts, found, words)


def _past_addressee(parts: list[TextToken], start: int, words: Lexicon) -> int:
    """Return where the subject begins after whom it speaks to, or where: *a déclaré à l'AFP le colonel*."""
    led = words.words.towards | words.words.places | words.words.connectives
    if start >= len(parts) or parts[start].plain not in led:
        return start
    # Portuguese `a` may be the subject's own article.
    reach = 3 if parts[start].plain in words.words.determiners else _MOST_BETWEEN
    for at in range(start + 1, min(start + reach, len(parts) - 1)):
        if not parts[at].plain[0].isalnum():
            return start
        leads = (
            parts[at].plain in words.words.determiners | words.words.titles
            and parts[at - 1].plain not in words.small | led
        )
        if leads and parts[at + 1].plain not in words.ends:
            return at
    return start


def _without_addressee(parts: list[TextToken], found: NounPhrase, words: Lexicon) -> NounPhrase:
    """Return the subject that follows its verb without whom it speaks to: *a dit le maire à la presse*.

    It is uncertain where a place may or may not belong to it: *sagte der Präsident in Kiel*.
    """
    inner = range(found.start + 1, found.end)
    end = next((at for at in inner if parts[at].plain in words.words.towards | words.words.places), found.end)
    placed = end < found.end and parts[end].plain not in words.words.towards
    return found._replace(end=end, certain=found.certain and not placed)


def _before_aside(parts: list[TextToken], comma: int, words: Lexicon) -> NounPhrase | None:
    """Return the noun phrase that opens the sentence before an aside: *The mayor, asked on Monday, said* ..."""
    first = next((at for at in range(comma - 1, 0, -1) if parts[at].plain == ","), 0)
    if not first or not 1 < comma - first <= MOST_WORDS:
        return None
    verbal = any(part.written in words.finites for part in parts[:comma])
    verbal = verbal or any(is_verb(parts, at, words, formed=True) for at in range(1, first))
    if verbal or parts[0].plain in words.words.prepositions:
        return None
    opening = next(phrase_from(parts, 0, words), None)
    return opening if opening and opening.end == first else None
