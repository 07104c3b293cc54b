"""The labels behind the figures as CSV, one row a piece, so that R or any library finds the same digits."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from factcheck.formats.plan import harmless
from factcheck.review.agreement import LabelledArticle
from factcheck.review.matrix import DOUBT


def matrix_rows(articles: Iterable[LabelledArticle], names: Sequence[str]) -> Iterator[str]:
    """Yield the header `article,from,to,NAME,...` and a row for each piece that somebody labelled or skipped.

    `from` and `to` are code points of the article's text, from 0 and exclusive. An empty cell is no label.

    Args:
        articles: What is said about them.
        names: The annotators, in the order of their columns.
    """
    yield _line(["article", "from", "to", *names])
    for article in articles:
        columns = [article.matrix.names.index(name) if name in article.matrix.names else None for name in names]
        for span, row in zip(article.matrix.spans, article.matrix.rows, strict=True):
            cells = ["" if number is None else row[number].removesuffix(DOUBT) for number in columns]
            if any(cells):
                yield _line([harmless(article.path), str(span.start), str(span.end), *cells])


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
