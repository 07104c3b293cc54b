"""spaCy: a DocBin with a Doc for each sidecar, its sentences as spans of the group `factcheck` (with spaCy)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.exchange.form import Chunk, Form
from factcheck.exchange.rows import ExportedArticle, Row, Table
from factcheck.exchange.tokens import tokens
from factcheck.i18n import N_


def write(articles: Iterable[ExportedArticle]) -> Iterator[Chunk]:
    """Yield the file."""
    from spacy.tokens import DocBin  # noqa: PLC0415 - an extra
    from spacy.vocab import Vocab  # noqa: PLC0415

    vocab = Vocab()
    docs = DocBin(store_user_data=True)
    for article in articles:
        for table in article.tables:
            docs.add(_doc(vocab, article, table))
    yield Chunk("", docs.to_bytes())


def _doc(vocab: Any, article: ExportedArticle, table: Table) -> Any:  # noqa: ANN401 - spaCy is an extra
    from spacy.tokens import Doc  # noqa: PLC0415

    labelled = [row for row in table.rows if row.label and row.start is not None and row.end is not None]
    edges = {at for row in labelled for at in (row.start, row.end) if at is not None}
    words, spaces = _words(article.text, edges)
    doc = Doc(vocab, words=words, spaces=spaces)
    doc.user_data["article"], doc.user_data["annotator"] = article.path, table.annotator
    doc.spans["factcheck"] = [_span(doc, row) for row in labelled]
    return doc


def _span(doc: Any, row: Row) -> Any:  # noqa: ANN401
    span = doc.char_span(row.start, row.end, label=str(row.label), span_id=row.id)
    assert span is not None, row  # noqa: S101 - tokens end where sentences do
    return span


def _words(text: str, edges: Iterable[int]) -> tuple[list[str], list[bool]]:
    """Return words that give the text again, and whether a space follows each; other white space is a word."""
    words: list[str] = []
    spaces: list[bool] = []
    end = 0
    for start, stop in (*tokens(text, edges), (len(text), len(text))):
        gap = text[end:start]
        if words and gap.startswith(" "):
            spaces[-1], gap = True, gap[1:]
        for word in (gap, text[start:stop]):
            if word:
                words.append(word)
                spaces.append(False)
        end = stop
    return words, spaces


FORM = Form(
    N_("spaCy: a DocBin with spans"),
    ".spacy",
    write,
    frozenset({"article", "annotator", "id", "start", "end", "text", "label"}),
    extra="spacy",
)
