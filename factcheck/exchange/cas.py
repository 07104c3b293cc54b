"""UIMA CAS in XMI, as INCEpTION and DKPro read it (with dkpro-cassis, which turns code points into UTF-16 units)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.exchange.form import Chunk, Form
from factcheck.exchange.rows import NOT_IN_XML, ExportedArticle, Table
from factcheck.exchange.tokens import tokens
from factcheck.i18n import N_

_SEGMENTATION = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type."
#: A layer of the person's own, as INCEpTION names them.
_LAYER = "webanno.custom.Factcheck"
_STRINGS = ("label", "source", "url", "note", "skip")


def write(articles: Iterable[ExportedArticle]) -> Iterator[Chunk]:
    """Yield the type system, and a file for each sidecar: `ARTICLE/ANNOTATOR.xmi`."""
    types = _types()
    yield Chunk("TypeSystem.xml", types.to_xml().encode())
    for article in articles:
        for table in article.tables:
            yield Chunk(f"{article.path}/{table.annotator or 'decisions'}.xmi", _cas(types, article, table))


def _types() -> Any:  # noqa: ANN401 - cassis is an extra
    from cassis import TypeSystem  # noqa: PLC0415

    types = TypeSystem()
    annotation = types.get_type("uima.tcas.Annotation")
    for name in ("Sentence", "Token"):
        types.create_type(_SEGMENTATION + name, supertypeName=annotation.name)
    layer = types.create_type(_LAYER, supertypeName=annotation.name)
    for name in ("sid", *_STRINGS):
        types.create_feature(layer, name, "uima.cas.String")
    types.create_feature(layer, "unsure", "uima.cas.Boolean")
    return types


def _cas(types: Any, article: ExportedArticle, table: Table) -> bytes:  # noqa: ANN401
    from cassis import Cas  # noqa: PLC0415

    cas = Cas(types, document_language=article.language)
    cas.sofa_string, cas.sofa_mime = article.text, "text/plain"
    placed = [row for row in table.rows if row.start is not None and row.end is not None]
    edges = {at for row in placed for at in (row.start, row.end) if at is not None}
    token, sentence, label = (
        types.get_type(name) for name in (f"{_SEGMENTATION}Token", f"{_SEGMENTATION}Sentence", _LAYER)
    )
    cas.add_all([token(begin=start, end=end) for start, end in tokens(article.text, edges)])
    for row in placed:
        cas.add(sentence(begin=row.start, end=row.end))
        if row.label:
            said = {name: row.value(name) or None for name in _STRINGS} | {"unsure": row.record.unsure, "sid": row.id}
            cas.add(label(begin=row.start, end=row.end, **said))
    return str(cas.to_xmi()).encode()


FORM = Form(
    N_("UIMA CAS (XMI), for INCEpTION"),
    "",
    write,
    frozenset(
        {"article", "language", "annotator", "id", "start", "end", "text", "label", "source", "url", "note", "unsure"}
    ),
    extra="cas",
    foreign=NOT_IN_XML,
)
