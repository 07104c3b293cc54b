"""Changes to a sidecar put into its bytes, so that nothing else moves; what changes is decided elsewhere."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import Sidecar
from factcheck.sidecar.document import Document
from factcheck.sidecar.writing import write


def update(document: Document, new: Sidecar) -> Document:
    """Return the document with the values of `new`; only lines whose values differ are touched.

    Raises:
        SidecarError: The result would be too large.
    """
    return replace(document, sidecar=new, data=write(new))
