"""W3C Web Annotation (Recommendation of 23 February 2017): a page of annotations, by quote and by position."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from factcheck.exchange.form import Chunk, Form
from factcheck.exchange.rows import ExportedArticle, Row
from factcheck.i18n import N_

#: How much stands before and after a quote: more where the same words stand twice, up to a page of a newspaper.
_CONTEXT, _MOST = 32, 8192
#: Which field is said for which purpose (section 3.3.5 of the model).
_PURPOSES = {
    "label": "classifying",
    "note": "commenting",
    "source": "identifying",
    "url": "linking",
    "skip": "describing",
}


def write(articles: Iterable[ExportedArticle]) -> Iterator[Chunk]:
    """Yield one page with an annotation for each sentence that is labelled."""
    head = '{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:factcheck:labels", "type": "AnnotationPage"'
    separator = f'{head}, "items": [\n'
    for article in articles:
        for item in _items(article):
            yield Chunk("", (separator + json.dumps(item, ensure_ascii=False)).encode("utf-8", "backslashreplace"))
            separator = ",\n"
    yield Chunk("", (f'{head}, "items": []}}\n' if separator != ",\n" else "\n]}\n").encode())


def _items(article: ExportedArticle) -> Iterator[dict[str, object]]:
    for table in article.tables:
        for row in table.rows:
            if row.label and row.start is not None and row.end is not None:
                yield _annotation(row, article.text, row.start, row.end)


def _annotation(row: Row, text: str, start: int, end: int) -> dict[str, object]:
    who = row.annotator or "decisions"
    body = [
        {"type": "TextualBody", "value": str(value), "purpose": purpose}
        for name, purpose in _PURPOSES.items()
        if (value := row.value(name))
    ]
    if row.record.unsure:
        body.append({"type": "TextualBody", "value": "unsure", "purpose": "tagging"})
    before, after = context(text, start, end)
    return {
        "id": f"urn:factcheck:{quote(row.article)}:{who}:{row.id}:{row.n}",
        "type": "Annotation",
        "motivation": "classifying",
        "creator": {"type": "Person", "nickname": who},
        "body": body,
        "target": {
            "source": quote(row.article),
            "selector": [
                {"type": "TextQuoteSelector", "exact": text[start:end], "prefix": before, "suffix": after},
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a stretch of a text, long enough to tell it from others with its words."""
    width = _CONTEXT
    while True:
        before, after = text[max(0, start - width) : start], text[end : end + width]
        whole = before + text[start:end] + after
        first = text.find(whole)
        if text.find(whole, first + 1) < 0 or width >= _MOST:
            return before, after
        width *= 2


FORM = Form(
    N_("W3C Web Annotation: JSON-LD, by quote and position"),
    ".jsonld",
    write,
    frozenset({"article", "annotator", "id", "n", "start", "end", "text", "label", "note", "source", "url", "unsure"}),
)
