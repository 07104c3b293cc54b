"""PDF (ISO 32000) through pypdfium2: characters with their places, which `layout` makes into paragraphs."""

from __future__ import annotations

import ctypes
import math
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake import dates
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.extras import library
from factcheck.intake.glyphs import Glyph, PageGlyphs
from factcheck.intake.layout import laid_out

_MAX_PAGES = 400
_MAX_GLYPHS = 1_500_000
#: What all streams may unpack to, in bytes.
_MAX_UNPACKED = 60_000_000
_PIECE = 1 << 18
#: What pdfium makes of any hyphen at the end of a line.
_LINE_END_HYPHENS = frozenset({0x02, 0xFFFE})
_STREAM = re.compile(rb"stream\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")
_SHOWN = re.compile(rb"\(([^()]{1,5000})\)")
#: Titles that programs write instead of people.
_NO_TITLE = re.compile(
    r"\(?(?:anonymous|untitled|unspecified|microsoft word.*|.*\.(?:docx?|indd|pdf|odt|qxp))\)?", re.IGNORECASE
)
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d)?'?(\d\d)?")


def read(material: Material) -> list[SourceDraft]:
    """Return the document as an article, without running heads; what is doubtful about it is remarked.

    Raises:
        FactcheckError: Broken, protected, too long, or a scan without text; or pypdfium2 is not installed.
    """
    pypdfium2 = library("pypdfium2", "pdf")
    _refuse_bombs(material.data)
    try:
        document = pypdfium2.PdfDocument(material.data)
    except pypdfium2.PdfiumError as error:
        raise _refused(str(error)) from error
    try:
        if len(document) > _MAX_PAGES:
            message = deferred("too long for an article: {count} pages", count=len(document))
            raise FactcheckError(message, hint=deferred("Give the pages of the article alone."))
        meta, language = document.get_metadata_dict(skip_empty=True), _language(document)
        found, remarks = laid_out(_pages(document))
    finally:
        document.close()
    if not found:
        message = deferred("a scan: its pages are pictures without text")
        raise FactcheckError(
            message, hint=deferred("Recognise the text first (OCR): ocrmypdf --language fra IN.pdf OUT.pdf")
        )
    return [SourceDraft(_facts(meta, found, language), found, remarks=remarks)]


def _refused(reason: str) -> FactcheckError:
    if "password" in reason.lower():
        return FactcheckError(
            deferred("protected by a password"), hint=deferred("Save it without one, and give that file.")
        )
    return FactcheckError(deferred("a broken PDF"), hint=deferred("Request the file again, or print it to PDF again."))


def _facts(meta: dict[str, str], found: list[str], language: str) -> Facts:
    """Return what the document says of itself; its title counts only where the text begins with it.

    When a file was made is not when its text was published, so that only `modified` is told.
    """
    title = " ".join(meta.get("Title", "").split())
    known = bool(title) and not _NO_TITLE.fullmatch(title)
    author = " ".join(meta.get("Author", "").split())
    headline = title if known and any(title.casefold() == text.casefold() for text in found[:3]) else ""
    return Facts(
        title=headline,
        authors=(author,) if author and not _NO_TITLE.fullmatch(author) else (),
        modified=_date(meta.get("ModDate", "") or meta.get("CreationDate", "")),
        language=language,
    )


def _date(text: str) -> str:
    """Return a date of ISO 32000-1, section 7.9.4, as ISO 8601."""
    found = _DATE.match(text)
    if not found:
        return ""
    year, month, day, hour, minute, second, zone, minutes = found.groups()
    offset = "" if not zone else "+00:00" if zone == "Z" else f"{zone}:{minutes or '00'}"
    return dates.iso(f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second or '00'}{offset}" if hour else ""))


def _language(document: Any) -> str:  # noqa: ANN401
    """Return the language that the document's catalog names; empty where this pdfium cannot tell."""
    pdfium = library("pypdfium2.raw", "pdf")

    ask = getattr(pdfium, "FPDFCatalog_GetLanguage", None)
    if ask is None:
        return ""
    buffer = ctypes.create_string_buffer(64)
    length = ask(document.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), 64)
    return buffer.raw[: max(0, length - 2)].decode("utf-16-le", "ignore") if length <= 64 else ""


def _pages(document: Any) -> Iterator[PageGlyphs]:  # noqa: ANN401 - a library without types
    count = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        count += text.count_chars()
        if count > _MAX_GLYPHS:
            raise FactcheckError(deferred("too long for an article: more than {count:,} characters", count=_MAX_GLYPHS))
        yield PageGlyphs(page.get_height(), tuple(_glyphs(text)))
        text.close()
        page.close()


def _refuse_bombs(data: bytes) -> None:
    """Refuse a PDF whose streams unpack to more than text and drawings need, before pdfium unpacks them."""
    unpacked = signs = 0
    for found in _STREAM.finditer(data):
        size, shown = _unpacked(
            data, found.end(), is_image=b"/Image" in data[max(0, found.start() - 600) : found.start()]
        )
        unpacked += size
        signs += shown
        if unpacked > _MAX_UNPACKED or signs > _MAX_GLYPHS:
            message = deferred(
                "not read: it unpacks to more than {size:,} bytes, as files made for attacks do", size=_MAX_UNPACKED
            )
            raise FactcheckError(message, hint=deferred("Nothing was written."))


def _unpacked(data: bytes, start: int, *, is_image: bool) -> tuple[int, int]:
    """Return how large a stream is unpacked, and about how many characters it shows; pictures count a tenth."""
    unpacker = zlib.decompressobj()
    size = signs = 0
    try:
        piece = unpacker.decompress(memoryview(data)[start : start + _PIECE], _PIECE)
        while piece and size <= _MAX_UNPACKED:
            size += len(piece)
            signs += 0 if is_image else sum(len(shown) for shown in _SHOWN.findall(piece))
            tail = unpacker.unconsumed_tail
            start += 0 if tail else _PIECE
            piece = unpacker.decompress(tail or memoryview(data)[start : start + _PIECE], _PIECE)
    except zlib.error:
        pass  # not packed that way, or its end
    return (size // 10 if is_image else size), signs


def _glyphs(text: Any) -> list[Glyph]:  # noqa: ANN401
    """Return the characters that stand upright on the page, in the order of the file; not those that pdfium adds."""
    pdfium = library("pypdfium2.raw", "pdf")

    handle = text.raw
    left, right, bottom, top, x, y = (ctypes.c_double() for _number in range(6))
    found: list[tuple[int, Glyph]] = []
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(handle, index)
        if code < 32 and code not in _LINE_END_HYPHENS:
            continue
        pdfium.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
        pdfium.FPDFText_GetCharOrigin(handle, index, x, y)
        size = pdfium.FPDFText_GetFontSize(handle, index)
        sign = "-" if code in _LINE_END_HYPHENS else chr(code) if code <= 0x10FFFF else ""
        quarter = -round(pdfium.FPDFText_GetCharAngle(handle, index) / (math.pi / 2)) % 4  # told clockwise
        box = (left.value, right.value, bottom.value, top.value)
        found.append((quarter, _turned(Glyph(sign, *box[:2], y.value, box[3] - box[2], size, x.value), box, quarter)))
    return _upright(found)


def _turned(glyph: Glyph, box: tuple[float, float, float, float], quarter: int) -> Glyph:
    """Return a character as if the page were turned so that it stands upright.

    Args:
        glyph: As it is on the page.
        box: Left, right, bottom and top.
        quarter: How often its line was turned by 90 degrees against the clock.
    """
    left, right, bottom, top = box
    if quarter == 0:
        return glyph
    sides = {1: (bottom, top), 2: (-right, -left), 3: (-top, -bottom)}[quarter]
    origin = {1: (glyph.y, -glyph.x), 2: (-glyph.x, -glyph.y), 3: (-glyph.y, glyph.x)}[quarter]
    return Glyph(
        glyph.sign, *sides, origin[1], abs(right - left) if quarter % 2 else glyph.height, glyph.size, origin[0]
    )


def _upright(found: list[tuple[int, Glyph]]) -> list[Glyph]:
    """Return the characters whose lines run as most of the page's do; credits up the side of a picture do not."""
    usual = Counter(quarter for quarter, glyph in found if glyph.sign.strip()).most_common(1)
    return [glyph for quarter, glyph in found if usual and quarter == usual[0][0]]
