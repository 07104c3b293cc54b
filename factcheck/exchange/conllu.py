"""CoNLL-U (Universal Dependencies): sentences cut into tokens, what is said of each in comments above it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from factcheck.exchange.form import Chunk, Form
from factcheck.exchange.rows import ExportedArticle, Row, Table, in_lines_only
from factcheck.exchange.tokens import tokens
from factcheck.i18n import N_


def write(articles: Iterable[ExportedArticle]) -> Iterator[Chunk]:
    """Yield a file for each sidecar."""
    for article in articles:
        for table in article.tables:
            yield Chunk(
                f"{article.path}.{table.annotator or 'decisions'}.conllu", "".join(_lines(article, table)).encode()
            )


def _lines(article: ExportedArticle, table: Table) -> Iterator[str]:
    header = f"# newdoc id = {article.path}\n" + (f"# annotator = {table.annotator}\n" if table.annotator else "")
    for row in table.rows:
        if row.start is not None and row.end is not None:
            start, end = (in_lines_only(article.text, at) for at in (row.start, row.end))
            yield f"{header}# sent_id = {article.path}-{row.id}-{row.n}\n" + _sentence(row, start, end)
            header = ""


def _sentence(row: Row, start: int, end: int) -> str:
    # A line break inside a sentence is a space here, and the text is in the normal form that treebanks are in.
    text = unicodedata.normalize("NFC", re.sub(r"\r\n|\s", " ", row.text))
    label = f"# label = {row.label}\n" if row.label else ""
    return f"# text = {text}\n# start_char = {start}\n# end_char = {end}\n{label}" + "".join(_tokens(text)) + "\n"


def _tokens(text: str) -> Iterator[str]:
    for number, (start, end) in enumerate(tokens(text), 1):
        glued = end == len(text) or not text[end].isspace()
        head = f"{number - 1}\t{'dep' if number > 1 else 'root'}"
        yield f"{number}\t{text[start:end]}\t_\tX\t_\t_\t{head}\t_\t{'SpaceAfter=No' if glued else '_'}\n"


FORM = Form(
    N_("CoNLL-U: tokens, with labels in comments"),
    "",
    write,
    frozenset({"article", "annotator", "id", "n", "start", "end", "text", "label"}),
)
