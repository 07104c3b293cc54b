"""Rules about where sentences stand: in the article, and under which id in which sidecar."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checking.subject import Current, Remark, Subject
from factcheck.i18n import deferred
from factcheck.model import RecordId, Span
from factcheck.text.quoting import quoted


def stale(subject: Subject) -> Iterator[Remark]:
    """Yield the sentences that the article no longer says, or no longer in that order (FC102)."""
    text = subject.article.text if subject.article else ""
    for one in subject.current:
        if one.tiles:
            continue
        for index, record in enumerate(one.sidecar.sentences):
            if one.spans[index] is None and (one.sidecar.annotator or record.done):
                where = (
                    deferred("is no longer at this place in the article")
                    if record.text in text
                    else deferred("is no longer in the article")
                )
                yield one.at(
                    index, "text", deferred("the sentence {where}: {text}", where=where, text=quoted(record.text))
                )


def untiled(subject: Subject) -> Iterator[Remark]:
    """Yield the words of the article that are in no record, unless a stale record stands in their place (FC303).

    Decisions list every sentence too.
    """
    for one in subject.current:
        if not one.tiles:
            for span in _gaps(subject, one):
                words = subject.article.text[span.start : span.end] if subject.article else ""
                yield subject.in_article(
                    span, deferred("in no record of {name}: {text}", name=one.sheet.name, text=quoted(words))
                )


def _gaps(subject: Subject, one: Current) -> Iterator[Span]:
    """Yield the prose between neighbours that both stand in the article."""
    position, explained = 0, False
    for span in (*one.spans, Span(len(subject.article.text), len(subject.article.text)) if subject.article else None):
        if span is None:
            explained = True
            continue
        if not explained:
            yield from _prose(subject, position, span.start)
        position, explained = span.end, False


def _prose(subject: Subject, start: int, end: int) -> Iterator[Span]:
    piece = subject.article.prose[start:end] if subject.article else ""
    if words := piece.strip():
        first = start + piece.index(words)
        yield Span(first, first + len(words))


def foreign_id(subject: Subject) -> Iterator[Remark]:
    """Yield the records whose id another sidecar gives to a sentence that stands elsewhere (FC302)."""
    if len(subject.current) < 2:
        return
    known: dict[RecordId, tuple[str, Span]] = {}
    for one in subject.current:
        for index, (record, span) in enumerate(zip(one.sidecar.sentences, one.spans, strict=True)):
            if span is None:
                continue
            name, other = known.setdefault(record.id, (one.sheet.name, span))
            apart = other.end <= span.start or span.end <= other.start
            if apart and name != one.sheet.name:
                yield one.at(
                    index,
                    "id",
                    deferred(
                        "{id} is another sentence in {name}: {text}", id=record.id, name=name, text=quoted(record.text)
                    ),
                )
