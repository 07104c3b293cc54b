"""From an article to the sentences a sidecar is carried to: newly cut, but where a person had cut otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.carry.alignment import align
from factcheck.carry.sidecars import CarryResult, carry
from factcheck.languages.edits import EditWords
from factcheck.model import Language, Sidecar, Span
from factcheck.text.article import Article
from factcheck.text.placement import place_all
from factcheck.text.sentences import split


def follow(sidecar: Sidecar, article: Article, words: EditWords | None = None, *, wrapped: bool = False) -> CarryResult:
    """Return the sidecar brought up to the article as it is now; the same sidecar if it is up to date.

    Sentences that an annotator divided or joined by hand stay so where the article still has their words. An article
    whose old sentences run on over line breaks is cut as hard-wrapped where more of them are found again that way.

    Args:
        sidecar: The labels, on the article as it was.
        article: The article as it is.
        words: Word lists to judge edits with; None means those of the sidecar's language.
        wrapped: The article's lines are hard-wrapped for certain.
    """
    old = [record.text for record in sidecar.sentences]
    if place_all(article, old) is not None:
        return CarryResult(sidecar, align(old, old, sidecar.language))
    spans = as_cut_before(article.text, _cut(article, sidecar.language, old, wrapped=wrapped), old)
    return carry(sidecar, list(map(article.sentence, spans)), words)


def _cut(article: Article, language: Language, old: Sequence[str], *, wrapped: bool) -> tuple[Span, ...]:
    """Return the article's sentences: no sidecar says that lines are hard-wrapped, but its sentences show it."""
    noticed = split(article.prose, language, wrapped=wrapped or None)
    if wrapped or not any("\n" in text or "\r" in text for text in old):
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
    joined = _joined(text, spans, [old[k] for k in unmatched])
    divided: list[Span] = []
    for span in joined:
        whole = text[span.start : span.end]
        parts = None if whole in known else _divided(whole, span.start, (old, unmatched))
        divided += parts or [span]
    return divided


def _joined(text: str, spans: Sequence[Span], sentences: Sequence[str]) -> list[Span]:
    """Join neighbouring spans that together are one of the sentences."""
    starts = {span.start: n for n, span in enumerate(spans)}
    ends = {span.end: n for n, span in enumerate(spans)}
    heads = dict.fromkeys(sentences)
    result = list(spans)
    for sentence in sorted(heads, key=len, reverse=True):
        start = text.find(sentence)
        while start >= 0:
            end = start + len(sentence)
            if start in starts and end in ends and start in (span.start for span in result):
                inside = [span for span in result if start <= span.start and span.end <= end]
                place = result.index(inside[0])
                result[place : place + len(inside)] = [Span(start, end)]
            start = text.find(sentence, start + 1)
    return result


def _divided(whole: str, start: int, sentences: tuple[Sequence[str], Sequence[int]]) -> list[Span] | None:
    """Return the spans of neighbouring old sentences that together are the whole; None if there are none."""
    old, unmatched = sentences
    for k in unmatched:
        parts, position = [], 0
        for sentence in old[k:]:
            gap = len(whole[position:]) - len(whole[position:].lstrip())
            if not whole.startswith(sentence, position + gap):
                break
            position += gap + len(sentence)
            parts.append(Span(start + position - len(sentence), start + position))
            if position == len(whole):
                return parts
    return None
