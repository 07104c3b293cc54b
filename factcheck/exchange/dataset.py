"""A folder that data libraries load as it is: rows as JSON lines, a card that names their types, and metadata.

JSON lines alone do not load where a column holds nothing in the first block: its type cannot be told. The card is that
of the Hugging Face hub, the metadata is Croissant 1.0 (MLCommons).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from factcheck.exchange import jsonl
from factcheck.exchange.form import Chunk, Form
from factcheck.exchange.rows import COLUMNS, ExportedArticle
from factcheck.i18n import N_
from factcheck.model import Label

_ROWS, _CARD, _METADATA = "data/labels.jsonl", "README.md", "croissant.json"
_INTEGER, _TRUTH, _TEXT = ("int64", "sc:Integer"), ("bool", "sc:Boolean"), ("string", "sc:Text")
#: The types of the columns that are no strings, as the card and as the metadata name them.
_TYPES = {"n": _INTEGER, "start": _INTEGER, "end": _INTEGER, "unsure": _TRUTH}
_LABELS = {"label", "was_label"}


def write(articles: Iterable[ExportedArticle]) -> Iterator[Chunk]:
    """Yield the card, the rows, and the metadata with their checksum."""
    yield Chunk(_CARD, _card().encode())
    digest = hashlib.sha256()
    yield Chunk(_ROWS, b"")
    for data in (jsonl.table_lines(table).encode() for article in articles for table in article.tables):
        digest.update(data)
        yield Chunk(_ROWS, data)
    yield Chunk(_METADATA, (json.dumps(_metadata(digest.hexdigest()), indent=1, ensure_ascii=False) + "\n").encode())


def _card() -> str:
    features = "".join(f"  - name: {name}\n{_feature(name)}" for name in COLUMNS)
    return (
        f"---\nconfigs:\n- config_name: default\n  data_files: {_ROWS}\ndataset_info:\n  features:\n{features}---\n"
        "# Labels of sentences\n\nEach row is a sentence of an article and what an annotator says of it: claim, "
        "opinion, unverified or sourced.\n`start` and `end` are code points of the article, from 0.\n"
    )


def _feature(name: str) -> str:
    if name in _LABELS:
        names = "".join(f"          '{number}': {label}\n" for number, label in enumerate(Label))
        return f"    dtype:\n      class_label:\n        names:\n{names}"
    return f"    dtype: {_TYPES.get(name, _TEXT)[0]}\n"


def _metadata(checksum: str) -> dict[str, object]:
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": "labels",
        "description": f"Sentences of articles, labelled {', '.join(Label)}.",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        # The specification recommends these, and there is nothing to say: the same labels give the same bytes.
        "version": "1.0.0",
        "datePublished": "1970-01-01",
        "license": "https://spdx.org/licenses/NOASSERTION",
        "citeAs": "none",
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": "labels.jsonl",
                "name": "labels.jsonl",
                "contentUrl": _ROWS,
                "encodingFormat": "application/jsonlines",
                "sha256": checksum,
            }
        ],
        "recordSet": [
            {"@type": "cr:RecordSet", "@id": "labels", "name": "labels", "field": [_field(name) for name in COLUMNS]}
        ],
    }


def _field(name: str) -> dict[str, object]:
    return {
        "@type": "cr:Field",
        "@id": f"labels/{name}",
        "name": name,
        "dataType": _TYPES.get(name, _TEXT)[1],
        "source": {"fileObject": {"@id": "labels.jsonl"}, "extract": {"column": name}},
    }


#: The terms that the metadata uses, as the specification of Croissant 1.0 defines them.
_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "recordSet": "cr:recordSet",
    "sc": "https://schema.org/",
    "source": "cr:source",
}

FORM = Form(
    N_("a folder for data libraries: rows, a card that names their types, Croissant metadata"),
    "",
    write,
    frozenset(COLUMNS),
    marks=False,
)
