"""Where a sidecar's sentences stand in the article, and where the two part ways; no judgement of edits."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.article import Article
from factcheck.model import Span


def tile(article: Article, texts: Sequence[str]) -> tuple[Span, ...] | None:
    """Return the span of each text, if together they tile the article's prose; None if they do not.

    They tile it when they stand in it in order, with nothing but white space between, before and after.
    Spans are in code points of `article.text`. This is the test of whether a sidecar is current.
    """
    spans = []
    position = 0
    for text in texts:
        start = article.text.find(text, position)
        if start < 0 or not text or not _blank(article.prose, position, start):
            return None
        position = start + len(text)
        spans.append(Span(start, position))
    return tuple(spans) if _blank(article.prose, position, len(article.prose)) else None


def locate(article: Article, texts: Sequence[str]) -> tuple[Span | None, ...]:
    """Return the span of each text that still stands in the article, in order; None for a text that does not.

    Greedy from the top; a text that is found only by stepping over one that stands further on counts as gone.
    """
    spans: list[Span | None] = []
    position = 0
    for text in texts:
        start = article.text.find(text, position) if text else -1
        spans.append(None if start < 0 else Span(start, start + len(text)))
        position = position if start < 0 else start + len(text)
    return tuple(spans)


def _blank(prose: str, start: int, end: int) -> bool:
    return start == end or prose[start:end].isspace()
