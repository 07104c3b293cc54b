"""What is no article although somebody may take it for one: pages, documents, sidecars; told by their first bytes."""

from __future__ import annotations

import re

from factcheck.i18n import N_

#: What a file begins with, and what it is then called.
_KINDS = (
    (rb"%PDF-", N_("a PDF")),
    (rb"\{\\rtf", N_("an RTF document")),
    (rb"(?i)(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", N_("a web page")),
    (rb"PK\x03\x04", N_("a zipped document, as of Word or LibreOffice")),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", N_("an old Word document")),
)
_SIDECAR = rb"(?:#[^\n]*\n|\s)*factcheck: \d"


def foreign_kind(data: bytes) -> str:
    """Return what a file is that is no article; empty where it may be one.

    >>> foreign_kind(b"<!DOCTYPE html><p>Le port"), foreign_kind(b"Le port a ferm")
    ('a web page', '')
    """
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:2_000]
    return next((name for pattern, name in _KINDS if re.match(pattern, head, re.DOTALL)), "")


def looks_like_sidecar(data: bytes) -> bool:
    """Return whether a file holds labels, whatever it is called."""
    return re.match(_SIDECAR, data[:2_000]) is not None
