"""Changes to a sidecar put into its bytes, so that nothing else moves."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress
from operator import is_not

from factcheck.model import Record, Sidecar
from factcheck.sidecar.document import Document
from factcheck.sidecar.reading import read
from factcheck.sidecar.reading.canonical import read_record
from factcheck.sidecar.writing import record_lines, refuse_too_large


class UnprovenError(Exception):
    """What would be written does not read back as what was meant: a bug in us, and nothing is written."""


def update(document: Document, new: Sidecar) -> Document:
    """Return the document with the values of `new`; only lines whose values differ are touched.

    Comments, unknown fields and hand formatting stay. What changed is read back before it is returned.

    Raises:
        SidecarError: The result would be too large, or the file is laid out so that lines cannot be told apart.
        UnprovenError: The result does not read back as `new`.
    """
    changed = _changed_fields_only(document.sidecar, new) if document.canonical else None
    if changed is None:
        from factcheck.sidecar.editing.rewrite import rearrange  # noqa: PLC0415 - seldom needed

        result = read(rearrange(document, new), document.path)
        if result.sidecar != new:
            raise UnprovenError(document.path)
        return result
    data = _spliced(document.data, [(document.sidecar.sentences[index], new.sentences[index]) for index in changed])
    refuse_too_large(data, document.path)
    return Document(new, data, document.path)


def _changed_fields_only(old: Sidecar, new: Sidecar) -> list[int] | None:
    """Return which sentences differ, if that is all that differs; None if records came, went or moved."""
    if (old.article, old.annotator, old.language) != (new.article, new.annotator, new.language):
        return None
    if len(old.sentences) != len(new.sentences) or old.retired != new.retired:
        return None
    differ = compress(range(len(new.sentences)), map(is_not, old.sentences, new.sentences))
    changed = [index for index in differ if old.sentences[index] != new.sentences[index]]
    same_ids = all(old.sentences[index].id == new.sentences[index].id for index in changed)
    return changed if same_ids else None


def _spliced(data: bytes, changes: Iterable[tuple[Record, Record]]) -> bytes:
    """Return the file with new values in the lines of some records, given in its order; all other lines stay."""
    pieces: list[bytes | memoryview] = []
    view, done = memoryview(data), 0
    for old, new in changes:
        before, after = record_lines(old).encode(), record_lines(new)
        # In canonical form only one line is this one.
        start = data.find(f"\n- id: {old.id}\n".encode(), done) + 1
        if read_record(after) != new or not data.startswith(before, start):
            raise UnprovenError(new.id)
        pieces += [view[done:start], after.encode()]
        done = start + len(before)
    return b"".join([*pieces, view[done:]])
