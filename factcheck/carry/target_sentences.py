"""From an article to the sentences a sidecar is carried to: newly cut, but where a person had cut otherwise."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from factcheck.carry.alignment import align
from factcheck.carry.sidecars import CarryResult, carry
from factcheck.languages.edits import EditWords
from factcheck.model import Language, Sidecar, Span
from factcheck.sidecar import with_own_ids
from factcheck.text.article import Article
from factcheck.text.placement import place_all
from factcheck.text.sentences import split

#: So many old sentences at most are tried as the first part of what was divided: one may recur without end.
MOST_PLACES = 50


def follow(
    sidecar: Sidecar, article: Article, words: EditWords | None = None, *, wrapped: bool | None = None
) -> CarryResult:
    """Return the sidecar brought up to the article as it is now; the same sidecar if it is up to date.

    A record that has the id of another one gets its own.

    Sentences that an annotator divided or joined by hand stay so where the article still has their words. An article
    whose old sentences run on over line breaks is cut as hard-wrapped where more of them are found again that way.

    Args:
        sidecar: The labels, on the article as it was.
        article: The article as it is.
        words: Word lists to judge edits with; None means those of the sidecar's language.
        wrapped: Whether the article's lines are hard-wrapped; None finds out.
    """
    sidecar = with_own_ids(sidecar)
    old = [record.text for record in sidecar.sentences]
    if place_all(article, old) is not None:
        return CarryResult(sidecar, align(old, old, sidecar.language))
    spans = as_cut_before(article.text, _cut(article, sidecar.language, old, wrapped=wrapped), old)
    return carry(sidecar, list(map(article.sentence, spans)), words)


def _cut(article: Article, language: Language, old: Sequence[str], *, wrapped: bool | None) -> tuple[Span, ...]:
    """Return the article's sentences: no sidecar says that lines are hard-wrapped, but its sentences show it."""
    noticed = split(article.prose, language, wrapped=wrapped)
    if wrapped is not None or not any("\n" in text or "\r" in text for text in old):
        return noticed
    known = {" ".join(text.split()) for text in old}

    def found_again(spans: Sequence[Span]) -> int:
        """Count the sentences that are old ones but for their white space."""
        return sum(" ".join(article.text[span.start : span.end].split()) in known for span in spans)

    told = split(article.prose, language, wrapped=True)
    return told if found_again(told) > found_again(noticed) else noticed


def as_cut_before(text: str, spans: Sequence[Span], old: Sequence[str]) -> list[Span]:
    """Return the spans with the boundaries of old sentences where the text still has them word for word.

    >>> as_cut_before("Oui. Non.", [Span(0, 4), Span(5, 9)], ["Oui. Non."])
    [Span(start=0, end=9)]
    """
    cut = {text[span.start : span.end] for span in spans}
    known = set(old)
    unmatched = [k for k, sentence in enumerate(old) if sentence and sentence not in cut]
    joined = _joined(text, spans, {old[k] for k in unmatched})
    divisions = _Divisions(old, unmatched)
    divided: list[Span] = []
    for span in joined:
        whole = text[span.start : span.end]
        parts = () if whole in known else divisions.of(whole)
        divided += [Span(span.start + part.start, span.start + part.end) for part in parts] or [span]
    return divided


def _joined(text: str, spans: Sequence[Span], sentences: AbstractSet[str]) -> list[Span]:
    """Join neighbouring spans that together are one of the sentences, the longest first.

    Every span start is looked at once for each length that a sentence has.
    """
    ends = {span.end: n for n, span in enumerate(spans)}
    lengths = sorted({len(sentence) for sentence in sentences}, reverse=True)
    whole: dict[int, int] = {}
    inside: set[int] = set()
    for length in lengths:
        for n, span in enumerate(spans):
            last = ends.get(span.start + length, n)
            if last > n and inside.isdisjoint((n, last)) and text[span.start : span.start + length] in sentences:
                whole[n] = last
                inside.update(range(n, last + 1))
    firsts = (n for n in range(len(spans)) if n in whole or n not in inside)
    return [Span(spans[n].start, spans[whole.get(n, n)].end) for n in firsts]


class _Divisions:
    """Where wholes were divided: into neighbouring old sentences that the article no longer has as its own."""

    def __init__(self, old: Sequence[str], unmatched: Sequence[int]) -> None:
        self._old = old
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for k in unmatched:
            self._places[old[k]].append(k)
        self._sorted = sorted(self._places)
        self._found: dict[str, tuple[Span, ...]] = {}

    def of(self, whole: str) -> tuple[Span, ...]:
        """Return the parts that together are the whole; none if there are none."""
        if whole not in self._found:
            starts = islice((k for first in self._prefixes(whole) for k in self._places[first]), MOST_PLACES)
            self._found[whole] = next((parts for k in starts if (parts := self._from(k, whole))), ())
        return self._found[whole]

    def _prefixes(self, whole: str) -> Iterator[str]:
        """Yield the sentences that the whole begins with, the longest first: each is just before it in their order."""
        from rapidfuzz.distance import Prefix  # noqa: PLC0415 - slow to import, only needed for edits

        while (at := bisect_right(self._sorted, whole) - 1) >= 0:
            near = self._sorted[at]
            common = int(Prefix.similarity(near, whole))
            if common == len(near):
                yield near
            whole = whole[: min(common, len(near) - 1)]

    def _from(self, k: int, whole: str) -> tuple[Span, ...]:
        """Return the parts if the whole is the old sentences from the k-th on."""
        parts, position = [], 0
        for n in range(k, len(self._old)):
            while position < len(whole) and whole[position].isspace():
                position += 1
            if not whole.startswith(self._old[n], position):
                break
            position += len(self._old[n])
            parts.append(Span(position - len(self._old[n]), position))
            if position == len(whole):
                return tuple(parts)
        return ()
