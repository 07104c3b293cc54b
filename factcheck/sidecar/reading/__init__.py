"""Reading a sidecar: strictly where it is in canonical form, through a guarded YAML reader where it is not."""

from __future__ import annotations

from factcheck.i18n import deferred
from factcheck.model import Place
from factcheck.sidecar.columns import Columns
from factcheck.sidecar.document import Document
from factcheck.sidecar.reading.canonical import read_strictly
from factcheck.sidecar.writing import is_as_written, refuse_too_large
from factcheck.yaml.problems import Problem, ProblemKind, SidecarError


def read(data: bytes, path: str) -> Document:
    """Return the sidecar in `data` with its values, bytes and places.

    Args:
        data: The file, byte for byte.
        path: What to call it in messages.

    Raises:
        SidecarError: Its values cannot be known: not ours, not YAML, a wrong type, a misspelt label, and so on.
    """
    refuse_too_large(data, path)
    text = decode_utf8(data, path)
    columns = read_strictly(data, text)
    if columns:
        return Document(columns.sidecar, data, path)
    from factcheck.sidecar.reading.lenient import read_freely  # noqa: PLC0415 - a file in canonical form never needs it

    # Editors count no column for a byte order mark.
    reading = read_freely(text.removeprefix("\ufeff"), path)
    return Document(reading.sidecar, data, path, canonical=False, problems=reading.problems, found=reading.places)


def read_columns(data: bytes, path: str) -> tuple[Columns, bool]:
    """Return what a sidecar says field by field, and whether `write` would make the same file of it.

    Args:
        data: The file, byte for byte.
        path: What to call it in messages.

    Raises:
        SidecarError: As `read`.
    """
    refuse_too_large(data, path)
    columns = read_strictly(data, decode_utf8(data, path))
    if columns:
        return columns, is_as_written(data)
    return Columns.of(read(data, path).sidecar), False


def decode_utf8(data: bytes, path: str) -> str:
    """Return `data` as text; raise a `SidecarError` that says where it is not UTF-8."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode()) + 1
        place, end = Place(line, column), Place(line, column + 1)
        problem = Problem(
            ProblemKind.ENCODING,
            deferred("not UTF-8: byte 0x{byte:02X} is not valid here", byte=data[error.start]),
            place,
            end,
        )
        raise SidecarError((problem,), path) from error
