"""Which sentences of an article need a second, blind label: some in a row, by a hash of their ids alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from factcheck.model import Sidecar
from factcheck.review.consensus import Final, consensus
from factcheck.text.article import Article


def overlap_sentences(article: Article, sidecars: Iterable[Sidecar], size: int) -> tuple[Final, ...]:
    """Return the sentences of an article that need a second label, with the votes on them.

    They begin where the hash of two neighbours' ids is lowest. Ids are kept for life, and only those that all
    annotators have count, so that no edit elsewhere and nobody who divides a sentence moves them; neighbours, since a
    sentence that stands in every article would otherwise be chosen in every article.

    Args:
        article: The article as it is now.
        sidecars: The annotators' sidecars.
        size: How many sentences; all of them where the article has no more.
    """
    finals = tuple(final for final in consensus(article, sidecars).finals if final.votes)
    if len(finals) <= size:
        return finals
    ids = [_frozen(final) for final in finals]
    starts = range(len(finals) - size + 1)
    start = min(starts, key=lambda number: (_weight(ids[number : number + 2]), number))
    return finals[start : start + size]


def _frozen(final: Final) -> str:
    """Return an id that every annotator has for a sentence; the least of all where there is none."""
    held = [{record.id for record in vote.records} for vote in final.votes]
    return min(set.intersection(*held) or set.union(*held))


def _weight(ids: Sequence[str]) -> bytes:
    return hashlib.sha256(" ".join(ids).encode()).digest()
