"""Sidecars from files, together with what is needed to save them again; `factcheck.sidecar` reads the bytes."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.io.store.finding import FoundSidecar
from factcheck.io.store.reading import Identity, read_identified
from factcheck.sidecar import Document, read


class LoadedSidecar(NamedTuple):
    """A sidecar as it was read."""

    document: Document
    #: What `save` must find unchanged.
    identity: Identity


def load(path: Path) -> LoadedSidecar:
    """Read the sidecar at `path`.

    Raises:
        FactcheckError: It is no readable file, or (as a `SidecarError`) no sidecar.
    """
    data, identity = read_identified(path)
    return LoadedSidecar(read(data, str(path)), identity)


def parse_found(found: FoundSidecar) -> LoadedSidecar:
    """Return a sidecar whose bytes were read already; see `load`."""
    if found.error or found.identity is None:
        raise found.error or FactcheckError(deferred("not readable"), path=str(found.path))
    return LoadedSidecar(read(found.data, str(found.path)), found.identity)
