"""The codebook that a desk goes by: its own where it has one; the usual one is in `factcheck.labelling.codebook`."""

from __future__ import annotations

from pathlib import Path

from factcheck.io import store
from factcheck.labelling.codebook import Codebook
from factcheck.model import CODEBOOK


def own_codebook(root: Path) -> Codebook | None:
    """Return the codebook of a desk, None where the usual one holds.

    Args:
        root: The desk's folder, as `desk` gives it.

    Raises:
        FactcheckError: It cannot be read, with line and column.
    """
    path = root / CODEBOOK
    if not store.exists(path):
        return None
    from factcheck.labelling.codebook_file import read_codebook  # noqa: PLC0415 - most desks have none

    return read_codebook(store.read_bytes(path, store.MAX_SIDECAR), str(path))
