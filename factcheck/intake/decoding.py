"""From the bytes of a source to its text: by what it declares and by what decodes strictly, never by statistics."""

from __future__ import annotations

import base64
import codecs
import re

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake.draft import Material

#: How the bytes of each encoding begin; an XML declaration in UTF-16 is known without a mark, too.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0?\0", "utf-16-le"),
    (b"\0<\0?", "utf-16-be"),
)
#: What the WHATWG's table reads as windows-1252, https://encoding.spec.whatwg.org/#names-and-labels.
_LATIN_1 = {"iso8859-1", "ascii"}
_META = re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_DECLARATION = re.compile(rb"\A\s{0,100}<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,40})[\"']")
_TOP = 4096


def decoded(material: Material, *declared: str | None, otherwise: str = "") -> str:
    """Return the text of a source, without a byte order mark and with line feeds alone.

    The encoding asked for is taken at its word; else a byte order mark, else UTF-8 if the bytes are valid UTF-8 (a
    declaration of Latin-1 over UTF-8 is a common lie, and the reverse practically cannot happen), else the first
    encoding that is declared.

    Args:
        material: The bytes, and what was asked for.
        declared: What the source says of itself, first what counts more; None and unknown names are passed over.
        otherwise: What the standard of this kind of source has where nothing is declared; empty if it has nothing.

    Raises:
        FactcheckError: The bytes are not in that encoding, or in none that anything names.
    """
    data = material.data
    if material.encoding:
        return _lines(_strictly(data, material.encoding))
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lines(_strictly(data, encoding))
    named = [name for name in (*map(_known, (material.charset, *declared)), otherwise) if name]
    wide = next((name for name in named if name.startswith(("utf-16", "utf-32"))), None)
    try:
        return _lines(data.decode(wide or "utf-8"))
    except UnicodeDecodeError as error:
        legacy = next((name for name in named if not name.startswith("utf-")), None)
        if legacy is None:
            raise _undecodable(data, error, wide or "utf-8") from error
        return _lines(_strictly(data, legacy))


def as_utf8(data: bytes) -> bytes:
    """Return bytes in UTF-8 without a byte order mark where they begin with one; others as they are."""
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    return data.decode(encoding, "replace").removeprefix("\ufeff").encode() if encoding else data


def unpacked(text: str, notation: str) -> str:
    """Return text that XML carries in base64, which its notation says; other text as it is.

    Raises:
        FactcheckError: It is no base64, or neither UTF-8 nor Windows-1252 inside.
    """
    if "base64" not in notation.lower():
        return text
    try:
        return decoded(Material(base64.b64decode(text, validate=False)), otherwise="cp1252")
    except ValueError as error:
        raise FactcheckError(
            deferred("not base64, as it says it is"), hint=deferred("Request the file again.")
        ) from error


def html_charset(data: bytes) -> str | None:
    """Return the encoding that a page's own `meta` or XML declaration names."""
    found = _DECLARATION.match(data) or _META.search(data[:_TOP])
    return found[1].decode() if found else None


def xml_charset(data: bytes) -> str | None:
    """Return the encoding that an XML declaration names."""
    found = _DECLARATION.match(data)
    return found[1].decode() if found else None


def _known(name: str | None) -> str | None:
    """Return the usual name of an encoding of text; None if there is no such encoding."""
    try:
        info = codecs.lookup((name or "").strip())
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True):
        return None
    return "cp1252" if info.name in _LATIN_1 else info.name


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error, encoding) from error
    except (LookupError, UnicodeError) as error:
        message = deferred("unknown encoding {name!r}", name=encoding)
        raise FactcheckError(message, hint=deferred("Try utf-8, cp1252 or iso-8859-15.")) from error


def _undecodable(data: bytes, error: UnicodeDecodeError, encoding: str) -> FactcheckError:
    byte = f"0x{data[error.start]:02X}" if error.start < len(data) else "EOF"
    message = deferred("not {encoding}: byte {byte} is not valid here", encoding=encoding.upper(), byte=byte)
    line = data.count(b"\n", 0, error.start) + 1
    return FactcheckError(message, line=line, hint=deferred("Say how it is encoded, for instance --encoding cp1252."))


def _lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
