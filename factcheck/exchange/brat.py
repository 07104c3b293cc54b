"""brat: a folder an annotator, with each article as text and its sentences as stand-off (lines end in LF)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.exchange.form import Chunk, Form
from factcheck.exchange.rows import ExportedArticle, Row, in_lines_only, lines_only
from factcheck.i18n import N_
from factcheck.model import Label

_SETUP = "annotation.conf"
_NOTES = {"note": "AnnotatorNotes", "source": "Source", "url": "Url"}


def write(articles: Iterable[ExportedArticle]) -> Iterator[Chunk]:
    """Yield the set-up, and for each sidecar the article and the annotations."""
    labels = "\n".join(Label)
    yield Chunk(_SETUP, f"[entities]\n{labels}\n[relations]\n[events]\n[attributes]\nUnsure Arg:<ENTITY>\n".encode())
    for article in articles:
        text = lines_only(article.text).replace("\r", "\n")
        for table in article.tables:
            base = f"{table.annotator or 'decisions'}/{article.path.rpartition('.')[0] or article.path}"
            yield Chunk(f"{base}.txt", text.encode())
            marked = (row for row in table.rows if row.label and row.start is not None)
            lines = (line for n, row in enumerate(marked, 1) for line in _lines(n, row, article.text, text))
            yield Chunk(f"{base}.ann", "".join(lines).encode("utf-8", "backslashreplace"))


def _lines(n: int, row: Row, original: str, text: str) -> Iterator[str]:
    start, end = (in_lines_only(original, at or 0) for at in (row.start, row.end))
    # A span may not run over the end of a line, so it is given in fragments.
    pieces = [found.span() for found in re.finditer(r"[^\s](?:[^\n]*[^\s])?", text[start:end])]
    places = ";".join(f"{start + a} {start + b}" for a, b in pieces)
    yield f"T{n}\t{row.label} {places}\t{' '.join(text[start + a : start + b] for a, b in pieces)}\n"
    if row.record.unsure:
        yield f"A{n}\tUnsure T{n}\n"
    for count, (field, kind) in enumerate(_NOTES.items()):
        if said := row.value(field):
            yield f"#{3 * n + count}\t{kind} T{n}\t{_one_line(str(said))}\n"


def _one_line(text: str) -> str:
    return re.sub(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", r"\\n", text).replace("\t", " ")


FORM = Form(
    N_("brat: text and stand-off files, for its data folder"),
    "",
    write,
    frozenset({"article", "annotator", "start", "end", "text", "label", "note", "source", "url", "unsure"}),
)
