"""Zip archives from strangers: their sizes looked at before anything is unpacked, and nothing ever written to disk."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred

#: What all parts that are read may unpack to, in bytes, and how many parts there may be.
MAX_UNPACKED = 100_000_000
MAX_PART = 40_000_000
MAX_PARTS = 5_000
#: No document is a thousandth of its size; below `_SMALL` bytes nobody minds.
_MAX_RATIO = 250
_SMALL = 2_000_000


def opened(data: bytes) -> zipfile.ZipFile:
    """Return an archive that is safe to unpack in memory.

    Raises:
        FactcheckError: Broken, or it would unpack to more than a document is.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise FactcheckError(deferred("a broken zip archive"), hint=deferred("Request the file again.")) from error
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    bomb = any(p.file_size > _SMALL and p.file_size > _MAX_RATIO * max(1, p.compress_size) for p in parts)
    names = [part.filename for part in parts]
    if bomb or unpacked > MAX_UNPACKED or len(parts) > MAX_PARTS or len(set(names)) < len(names):
        message = deferred(
            "not unpacked: it declares {size:,} bytes in {count:,} parts, as archives made for attacks do",
            size=unpacked,
            count=len(parts),
        )
        raise FactcheckError(message, hint=deferred("Nothing was written."))
    if any(name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") for name in names):
        raise FactcheckError(
            deferred("not unpacked: a name in it leads out of the archive"), hint=deferred("Nothing was written.")
        )
    return archive


def part(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """Return a part of an archive; None if it has no such part.

    Raises:
        FactcheckError: It is broken, encrypted, or larger than a document's part.
    """
    try:
        info = archive.getinfo(name)
        if info.file_size > MAX_PART:
            raise FactcheckError(deferred("too large: {name} in it has {size:,} bytes", name=name, size=info.file_size))
        return archive.read(info)
    except KeyError:
        return None
    except RuntimeError as error:  # encrypted
        message = deferred("protected by a password")
        raise FactcheckError(message, hint=deferred("Save it without one, and give that file.")) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise FactcheckError(deferred("a broken zip archive"), hint=deferred("Request the file again.")) from error
