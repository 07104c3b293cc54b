"""Labels as other tools read and write them: one module a format, reading and writing side by side."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from factcheck.exchange.form import Form

#: Each format and the module of this package that knows it; the order is that of the documentation.
FORMATS = {
    "jsonl": "jsonl",
    "dataset": "dataset",
    "csv": "csv_table",
    "labelstudio": "labelstudio",
    "doccano": "doccano",
    "prodigy": "prodigy",
    "webannotation": "webannotation",
    "claim": "claim",
    "brat": "brat",
    "conllu": "conllu",
    "xlsx": "xlsx",
    "parquet": "parquet",
    "cas": "cas",
    "spacy": "spacy_docs",
}


def form(name: str) -> Form:
    """Return what is known of a format, imported now; `name` is one of `FORMATS`."""
    return cast("Form", import_module(f"{__name__}.{FORMATS[name]}").FORM)
