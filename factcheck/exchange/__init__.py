"""Labels as other tools read and write them: one module a format, reading and writing side by side."""

from __future__ import annotations

from factcheck.exchange.form import Form
from factcheck.registry import Registry

#: What is known of each format; the order is that of the documentation.
FORMATS: Registry[Form] = Registry(
    {
        "jsonl": "factcheck.exchange.jsonl:FORM",
        "dataset": "factcheck.exchange.dataset:FORM",
        "csv": "factcheck.exchange.csv_table:FORM",
        "labelstudio": "factcheck.exchange.labelstudio:FORM",
        "doccano": "factcheck.exchange.doccano:FORM",
        "prodigy": "factcheck.exchange.prodigy:FORM",
        "webannotation": "factcheck.exchange.webannotation:FORM",
        "claim": "factcheck.exchange.claim:FORM",
        "brat": "factcheck.exchange.brat:FORM",
        "conllu": "factcheck.exchange.conllu:FORM",
        "xlsx": "factcheck.exchange.xlsx:FORM",
        "parquet": "factcheck.exchange.parquet:FORM",
        "cas": "factcheck.exchange.cas:FORM",
        "spacy": "factcheck.exchange.spacy_docs:FORM",
    }
)
