"""The order of what was found, and whether the first of it stands out; finding candidates is the index's part."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from factcheck.archive.entries import ArchiveEntry, Hit
from factcheck.archive.words import comparable, index_words, overlap, query_words, trigrams

#: How far the first hit must be ahead of the next other one to be called strong; set by tests/cases/archive/claims.txt.
GAP = 0.3
#: The same, in what they mean; set by tests/cases/archive/other-claims.txt.
GAP_MEANING = 0.09
#: What the next other one counts for at least: in a small archive there may be none. The best of 6,000 sentences about
#: other things reaches as much for three questions of four.
_CHANCE = 0.2
#: The same, in what they mean: the best of 300 sentences about other things reaches as much for most questions.
_CHANCE_MEANING = 0.25
#: Two hits that share more than this say the same: the second of them is no rival of the first.
_SAME = 0.8
#: How much words count, against characters.
_WORDS = 0.5


class IndexedEntry(NamedTuple):
    """An entry with what it is compared by, which the index keeps so that no answer has to work it out."""

    entry: ArchiveEntry
    #: Its words as they are indexed, with blanks between them.
    words: str
    #: Its text and its headline, as `comparable` returns them.
    plain: tuple[str, ...]
    #: How nearly it means what was asked about, at most 1; 0 if it is not among the nearest, or no model was asked.
    meaning: float = 0.0


def indexed(entry: ArchiveEntry) -> IndexedEntry:
    """Return an entry with what it is compared by."""
    words = " ".join(index_words(entry.text, entry.headline, entry.source))
    return IndexedEntry(entry, words, (comparable(entry.text), comparable(entry.headline)))


def rank(query: str, candidates: Iterable[IndexedEntry], frequency: Mapping[str, int], total: int) -> list[Hit]:
    """Return the candidates as hits, the most similar first.

    By words, a candidate scores the mean of two shares: the query's words that it has, rare ones weighing more (inverse
    document frequency, Spärck Jones 1972), and the runs of three characters that both have; nothing if it has no word.
    It scores what it means if that is more. (Reciprocal ranks put what shares a word by chance before what says the
    same in another language.)

    Args:
        query: The sentence that is asked about.
        candidates: What shares a word with it, or means nearly the same.
        frequency: In how many entries each word of the query is.
        total: How many entries there are.
    """
    weights = {word: math.log(1 + total / max(frequency.get(word, 0), 1)) for word in query_words(query)}
    whole = sum(weights.values()) or 1.0
    grams = trigrams(comparable(query))
    found = []
    for entry, held, plain, meaning in candidates:
        own = frozenset(held.split())
        words = sum(weight for word, weight in weights.items() if word in own) / whole
        alike = max(overlap(grams, trigrams(text)) for text in plain) if words else 0.0
        if words or meaning:
            found.append(Hit(entry, _WORDS * words + (1 - _WORDS) * alike if words else 0.0, meaning))
    return sorted(found, key=lambda hit: (-hit.score, hit.entry))


def stands_out(hits: list[Hit]) -> bool:
    """Return whether the first hit is ahead of the next one that says something else, by words or by what it means.

    How similar it is by itself decides nothing: a sentence full of common words is similar to many. What is said of the
    same thing in the same language means nearly the same, whatever is said: there, only words can tell.
    """
    if not hits:
        return False
    first, others = hits[0], tuple(_others(hits))
    if first.in_other_words:
        return first.meaning - max((_CHANCE_MEANING, *(hit.meaning for hit in others))) >= GAP_MEANING
    return first.words - max((_CHANCE, *(hit.words for hit in others))) >= GAP


def _others(hits: list[Hit]) -> Iterator[Hit]:
    """Yield the hits that do not say the same as the first."""
    first = trigrams(comparable(hits[0].entry.text))
    return (hit for hit in hits[1:] if overlap(first, trigrams(comparable(hit.entry.text))) < _SAME)
