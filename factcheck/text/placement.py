"""Where a sidecar's sentences stand in the article, and where the two part ways."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, repeat
from operator import add
from typing import NamedTuple

from factcheck.model import Span
from factcheck.text.article import Article

#: A start and an end become a span without the detour of its constructor.
_new: Callable[[type[Span], Iterable[object]], Span] = tuple.__new__


def place_all(article: Article, texts: Sequence[str]) -> tuple[Span, ...] | None:
    """Return the span of each text, if together they tile the article's prose; None if they do not.

    They tile it when they stand in it in order, with nothing but white space between, before and after.
    Spans are in code points of `article.text`. This is the test of whether a sidecar is current. A line break is one
    in whichever way the article and the texts spell it.
    """
    if "\r" in article.text or any("\r" in text for text in texts):
        plain = _PlainEnds(article.text)
        found = _place_all(plain.article(article), plain.texts(texts))
        return found and tuple(map(plain.span, found))
    return _place_all(article, texts)


def _place_all(article: Article, texts: Sequence[str]) -> tuple[Span, ...] | None:
    starts = tile(article, texts)
    if starts is None:
        return None
    return tuple(map(_new, repeat(Span), zip(starts, map(add, starts, map(len, texts)), strict=True)))


def covers(article: Article, texts: Sequence[str]) -> bool:
    """Return whether the texts tile the article's prose; what `place_all` says, at less than its cost."""
    if "\r" in article.text or any("\r" in part for part in texts):
        return place_all(article, texts) is not None
    return tile(article, texts) is not None


def tile(article: Article, texts: Sequence[str]) -> list[int] | None:
    """Return where each text begins, if they tile the prose of an article without carriage returns; see `place_all`."""
    text, prose, position, found = article.text, article.prose, 0, []
    for part in texts:
        start = text.find(part, position)
        if start < 0 or not part or (start != position and not prose[position:start].isspace()):
            return None
        found.append(start)
        position = start + len(part)
    return found if _blank(prose, position, len(prose)) else None


def place_some(article: Article, texts: Sequence[str]) -> tuple[Span | None, ...]:
    """Return the span of each text that still stands in the article, in order; None for a text that does not.

    As many texts as possible are placed without overlap, so that a sentence moved far away counts as gone and does
    not take those it jumped over with it. A longest increasing subsequence by patience sorting (Hunt and Szymanski,
    Communications of the ACM 20, 1977), with ends in the place of positions.
    """
    if "\r" in article.text or any("\r" in text for text in texts):
        plain = _PlainEnds(article.text)
        found = _place_some(plain.article(article), plain.texts(texts))
        return tuple(span and plain.span(span) for span in found)
    return _place_some(article, texts)


def _place_some(article: Article, texts: Sequence[str]) -> tuple[Span | None, ...]:
    ends: list[int] = []  # ends[k]: the smallest end of a chain of k + 1 texts
    tips: list[_Link] = []
    for index, text in enumerate(texts):
        for start in reversed(_occurrences(article.text, text)):
            k = bisect_right(ends, start)
            if k == len(ends) or start + len(text) < ends[k]:
                link = _Link(index, Span(start, start + len(text)), tips[k - 1] if k else None)
                ends[k : k + 1] = [link.span.end]
                tips[k : k + 1] = [link]
    spans: list[Span | None] = [None] * len(texts)
    link_or_none = tips[-1] if tips else None
    while link_or_none:
        spans[link_or_none.number] = link_or_none.span
        link_or_none = link_or_none.before
    return tuple(spans)


def place(article: Article, texts: Sequence[str]) -> Sequence[Span | None]:
    """Return where each text stands: by `place_all`, else by `place_some`."""
    return place_all(article, texts) or place_some(article, texts)


class _PlainEnds:
    """A text in which every line ends in a line feed, and where its places are in the text as it is spelt."""

    def __init__(self, text: str) -> None:
        self._gone = [match.start() for match in re.finditer("\r(?=\n)", text)]
        #: How far into the plain text each of them would be.
        self._before = [place - number for number, place in enumerate(self._gone)]

    def article(self, article: Article) -> Article:
        """Return the article with plain line ends."""
        return article._replace(text=self._without(article.text), prose=self._without(article.prose))

    def texts(self, texts: Sequence[str]) -> list[str]:
        """Return texts with plain line ends."""
        return [text.replace("\r\n", "\n") for text in texts]

    def span(self, span: Span) -> Span:
        """Return where a span of the plain text is in the text as it is spelt."""
        start = span.start + bisect_right(self._before, span.start)
        return Span(start, span.end + bisect_left(self._before, span.end))

    def _without(self, text: str) -> str:
        ends = pairwise([-1, *self._gone, len(text)])
        return "".join(text[after + 1 : end] for after, end in ends)


#: A sentence repeated more often than this in one article is looked for in its first places only.
_MOST_OCCURRENCES = 100


class _Link(NamedTuple):
    """One placed text in a chain, and the link before it."""

    number: int
    span: Span
    before: _Link | None


def _occurrences(text: str, part: str) -> list[int]:
    found: list[int] = []
    start = text.find(part) if part else -1
    while start >= 0 and len(found) < _MOST_OCCURRENCES:
        found.append(start)
        start = text.find(part, start + 1)
    return found


def _blank(prose: str, start: int, end: int) -> bool:
    return start == end or prose[start:end].isspace()
