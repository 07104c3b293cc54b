"""schema.org: what an article claims, as its `Claim`s; never a ClaimReview, since a label is no verdict."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from factcheck.exchange.form import Chunk, Form
from factcheck.exchange.rows import ExportedArticle, Row
from factcheck.i18n import N_
from factcheck.model import Label

#: An opinion is no claim.
_CLAIMS = {Label.CLAIM, Label.UNVERIFIED, Label.SOURCED}
#: A title, or two capitalised words and no article: a person. Everybody else may be an organization.
_PERSON = re.compile(
    r"(?:MM?|Mmes?|Mlle|Mrs?|Ms|Dr|Me|Herr|Frau|Sr|Sra)\.? |"
    r"[A-ZÀ-Þ][\w'’-]+(?: (?:de |du |le |la |van |von )?[A-ZÀ-Þ][\w'’-]+)+$"
)


def write(articles: Iterable[ExportedArticle]) -> Iterator[Chunk]:
    """Yield the article, or a graph of several."""
    first = True
    waiting: list[dict[str, object]] = []
    for article in articles:
        waiting.append(_article(article))
        if len(waiting) == 2:
            yield Chunk(
                "",
                ('{"@context": "https://schema.org", "@graph": [\n' if first else ",\n").encode()
                + _json(waiting.pop(0)),
            )
            first = False
    if first:
        alone = waiting[0] if waiting else {"@type": "NewsArticle"}
        yield Chunk("", _json({"@context": "https://schema.org", **alone}) + b"\n")
    else:
        yield Chunk("", b",\n" + _json(waiting[0]) + b"\n]}\n")


def _article(article: ExportedArticle) -> dict[str, object]:
    url = quote(article.path)
    rows = (row for table in article.tables for row in table.rows if row.label in _CLAIMS and row.start is not None)
    return {
        "@type": "NewsArticle",
        "url": url,
        "inLanguage": article.language,
        "hasPart": [_claim(url, row) for row in rows],
    }


def _claim(url: str, row: Row) -> dict[str, object]:
    claim: dict[str, object] = {
        "@type": "Claim",
        # A position in characters, as RFC 5147 writes it.
        "identifier": f"{url}#char={row.start},{row.end}",
        "text": row.text,
        "position": row.n,
        "additionalType": f"urn:factcheck:labels#{row.label}",
        "appearance": {"@type": "NewsArticle", "url": url},
    }
    if row.annotator:
        claim["contributor"] = {"@type": "Person", "name": row.annotator}
    if row.record.source:
        kind = "Person" if _PERSON.match(row.record.source) else "Organization"
        claim["author"] = {"@type": kind, "name": row.record.source}
    return claim


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")


FORM = Form(
    N_("schema.org: the claims of articles as JSON-LD"),
    ".jsonld",
    write,
    frozenset({"article", "language", "annotator", "n", "start", "end", "text", "label", "source"}),
)
