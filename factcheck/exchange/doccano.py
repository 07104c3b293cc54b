"""doccano: a line an article and annotator, with spans (offsets in UTF-16 units, as its page counts)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.exchange import jsonl
from factcheck.exchange.form import Chunk, Form, FoundLabel, WrongFileError, label_of
from factcheck.exchange.rows import ExportedArticle, from_utf16, in_utf16
from factcheck.i18n import N_, deferred
from factcheck.model import Annotator


def write(articles: Iterable[ExportedArticle]) -> Iterator[Chunk]:
    """Yield a line for each sidecar."""
    for article in articles:
        for table in article.tables:
            spans = [
                [in_utf16(article.text, row.start), in_utf16(article.text, row.end), row.label]
                for row in table.rows
                if row.label and row.start is not None and row.end is not None
            ]
            line = {"text": article.text, "label": spans, "article": article.path, "annotator": table.annotator or ""}
            yield Chunk("", jsonl.encoded(line))


def read(files: Mapping[str, bytes]) -> Iterator[FoundLabel]:
    """Yield the spans of an export of doccano in JSON lines, with or without relations."""
    for data in files.values():
        for number, said in enumerate(data.split(b"\n"), 1):
            if said.strip():
                yield from _found(jsonl.parsed(said, number), number)


def _found(line: Mapping[str, object], number: int) -> Iterator[FoundLabel]:
    text, article, who = line.get("text"), line.get("article"), line.get("annotator") or ""
    if not (isinstance(text, str) and isinstance(article, str) and isinstance(who, str)):
        raise WrongFileError(deferred("a line without text and article"), number)
    for start16, end16, label in _spans(line, number):
        start, end = from_utf16(text, start16), from_utf16(text, end16)
        if start is None or end is None:
            message = deferred("{start}-{end} is not between characters of the text", start=start16, end=end16)
            raise WrongFileError(message, number)
        fields = {"label": label_of(label, number)}
        yield FoundLabel(number, article, Annotator(who) if who else None, "", start, end, text[start:end], fields)


def _spans(line: Mapping[str, object], number: int) -> Iterator[tuple[int, int, object]]:
    spans = line.get("entities", line.get("label", line.get("labels")))
    for span in spans if isinstance(spans, list) else [None]:
        parts = [span.get(n) for n in ("start_offset", "end_offset", "label")] if isinstance(span, dict) else span
        if not isinstance(parts, list) or len(parts) != 3 or not all(isinstance(at, int) for at in parts[:2]):
            raise WrongFileError(deferred("a span that is not start, end and label"), number)
        yield parts[0], parts[1], parts[2]


FORM = Form(
    N_("doccano: JSON lines with spans"),
    ".jsonl",
    write,
    frozenset({"article", "annotator", "start", "end", "text", "label"}),
    read=read,
)
