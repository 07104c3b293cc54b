"""The table of kinds of sources, and which of them some bytes are: by their content first, then by their name."""

from __future__ import annotations

import importlib
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.i18n import N_, _, deferred, deferred_count
from factcheck.intake.decoding import as_utf8
from factcheck.intake.draft import Material, SourceDraft


class SourceKind(NamedTuple):
    """One kind of source."""

    #: What it is called in source files and on the command line.
    name: str
    #: What people call it.
    title: str
    media_type: str
    #: Where it is read: a module of this package and a function in it.
    module: str
    function: str = "read"
    #: The ends of file names that speak for it.
    suffixes: tuple[str, ...] = ()
    #: The distribution that reads it; empty where we do.
    distribution: str = ""
    #: How many bytes it may have: what is nothing but text needs few.
    most: int = 20_000_000


#: A year of a columnist is smaller.
_TEXT = 2_000_000

#: Every kind that becomes an article. A new one is a line here, a module, and a line in `_content_kinds`.
KINDS: dict[str, SourceKind] = {
    kind.name: kind
    for kind in (
        SourceKind("html", N_("web page"), "text/html", "page", "read", (".html", ".htm", ".xhtml"), "trafilatura"),
        SourceKind("mhtml", N_("saved web page"), "multipart/related", "mail", "read_mhtml", (".mhtml", ".mht"),
                   "trafilatura"),
        SourceKind("warc", N_("web archive"), "application/warc", "warc", "read", (".warc", ".warc.gz"), "trafilatura"),
        SourceKind("docx", N_("Word document"),
                   "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", "read",
                   (".docx", ".docm", ".dotx"), "mammoth"),
        SourceKind("odt", N_("OpenDocument text"), "application/vnd.oasis.opendocument.text", "odt", "read",
                   (".odt", ".ott", ".fodt")),
        SourceKind("pdf", "PDF", "application/pdf", "pdf", "read", (".pdf",), "pypdfium2"),
        SourceKind("rtf", "RTF", "application/rtf", "rtf", "read", (".rtf",), "striprtf"),
        SourceKind("newsml-g2", "NewsML-G2", "application/vnd.iptc.g2.newsitem+xml", "newsml_g2"),
        SourceKind("newsml-1", "NewsML 1", "text/vnd.iptc.newsml", "newsml_1"),
        SourceKind("nitf", "NITF", "text/vnd.iptc.nitf", "nitf", "read", (".nitf",)),
        SourceKind("ninjs", "ninjs", "application/json", "ninjs", "read", (".ninjs", ".json")),
        SourceKind("iptc7901", "IPTC 7901", "application/octet-stream", "wires", "read_iptc", (".iptc",), most=_TEXT),
        SourceKind("anpa", "ANPA 1312", "application/octet-stream", "wires", "read_anpa", (".anpa",), most=_TEXT),
        SourceKind("feed", N_("feed"), "application/rss+xml", "feeds", "read", (".rss", ".atom")),
        SourceKind("mail", N_("mail"), "message/rfc822", "mail", "read", (".eml",)),
        SourceKind("subtitles", N_("subtitles"), "text/vtt", "subtitles", "read", (".srt", ".vtt"), most=_TEXT),
        SourceKind("markdown", "Markdown", "text/markdown", "texts", "read_md", (".md", ".markdown"), most=_TEXT),
        SourceKind("text", N_("plain text"), "text/plain", "texts", "read", (".txt", ".text"), most=_TEXT),
    )
}  # fmt: skip

#: Kinds of XML by the name of the root.
_ROOTS = {
    "newsMessage": "newsml-g2", "newsItem": "newsml-g2", "packageItem": "newsml-g2", "NewsML": "newsml-1",
    "nitf": "nitf", "rss": "feed", "feed": "feed", "entry": "feed", "RDF": "feed", "html": "html",
    "document": "odt", "document-content": "odt",
}  # fmt: skip
_ROOT = re.compile(r"<(?:[\w.-]{1,80}:)?([\w.-]{1,80})")
#: What may stand before the root, by how it begins and ends.
_BEFORE_ROOT = (("<?", "?>"), ("<!--", "-->"), ("<!", ">"))
_HTML_ROOTS = frozenset({"html", "head", "body"})
_NINJS = re.compile(rb'"(?:body_\w+|bodies|headlines?|versioncreated|pubstatus|byline)"\s*:')
#: What is not read, by how it begins: its name, and what to do.
_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", N_("a document of Word 97 to 2003, or another old Office file"),
     N_("Open it and save it as .docx or .odt.")),
    (b"\x89PNG", N_("a picture"), N_("Give the text itself.")),
    (b"\xff\xd8\xff", N_("a picture"), N_("Give the text itself.")),
    (b"GIF8", N_("a picture"), N_("Give the text itself.")),
    (b"II*\0", N_("a picture"), N_("Give the text itself.")),
    (b"MM\0*", N_("a picture"), N_("Give the text itself.")),
    (b"7z\xbc\xaf", N_("a packed archive"), N_("Unpack it, and give the files in it.")),
    (b"Rar!", N_("a packed archive"), N_("Unpack it, and give the files in it.")),
    (b"%!PS", N_("PostScript"), N_("Convert it to PDF.")),
    (b"ITSF", N_("compiled help"), N_("Save its text.")),
    (b"\x00\x00\x00\x1cftyp", N_("a film or sound"), N_("Give its subtitles or a transcript.")),
    (b"ID3", N_("a film or sound"), N_("Give its subtitles or a transcript.")),
    (b"{\\pwi", N_("a note of Pocket Word"), N_("Save it as .docx.")),
)  # fmt: skip
_HEAD = 65_536
#: What the main part of a Word document is called, wherever it is.
_WORD = "wordprocessingml.document.main+xml"


def drafts_of(material: Material) -> tuple[SourceKind, Sequence[SourceDraft]]:
    """Return what kind of source this is and the articles in it, at least one.

    Raises:
        FactcheckError: No kind that is known, or more than one; or the module of its kind refuses it.
    """
    kind = kind_of(material)
    if len(material.data) > kind.most:
        message = deferred(
            "too large for {kind}: {size:,} bytes, the limit is {most:,}",
            kind=deferred(kind.title),
            size=len(material.data),
            most=kind.most,
        )
        raise FactcheckError(message)
    module = importlib.import_module(f"factcheck.intake.{kind.module}")
    read: Callable[[Material], Sequence[SourceDraft]] = getattr(module, kind.function)
    return kind, _newest(read(material))


def _newest(drafts: Sequence[SourceDraft]) -> Sequence[SourceDraft]:
    """Return the drafts with the highest version alone of each item; which were older is counted."""
    newest: dict[object, SourceDraft] = {}
    for number, draft in enumerate(drafts):
        key = draft.facts.guid if draft.facts.version else number
        if key not in newest or _version(draft) > _version(newest[key]):
            newest[key] = draft
    kept = list(newest.values())
    if older := len(drafts) - len(kept):
        said = deferred_count("{count} older version is left out", "{count} older versions are left out", older)
        kept[0] = kept[0]._replace(remarks=(*kept[0].remarks, said))
    return kept


def _version(draft: SourceDraft) -> int:
    version = draft.facts.version
    return int(version) if version.isdecimal() and len(version) < 100 else 0


def kind_of(material: Material) -> SourceKind:
    """Return which kind of source this is.

    Raises:
        FactcheckError: None that is known, or several and the name does not decide between them.
    """
    data = as_utf8(material.data)
    if not data.strip():
        raise FactcheckError(deferred("empty: there is nothing in it"), hint=deferred("Check that it was saved."))
    for begin, what, hint in _REFUSED:
        if data.startswith(begin):
            raise _unread(deferred(what), deferred(hint))
    by_content = _content_kinds(data)
    by_name = [kind.name for kind in KINDS.values() if material.name.lower().endswith(kind.suffixes or ("\0",))]
    agreed = [name for name in by_content if name in by_name]
    found = by_content if len(by_content) == 1 else agreed if by_content else by_name
    if len(found) == 1:
        return KINDS[found[0]]
    if by_content:
        raise _ambiguous(by_content)
    _refuse_unknown_xml(data)
    return KINDS["text"]


def _unread(what: str, hint: str) -> FactcheckError:
    return FactcheckError(deferred("not read: {what}", what=what), hint=hint)


def _ambiguous(names: Sequence[str]) -> FactcheckError:
    kinds = [KINDS[name] for name in names]
    titles = _(" or ").join(_(kind.title) for kind in kinds)
    suffixes = _(" or ").join(kind.suffixes[0] for kind in kinds if kind.suffixes)
    hint = deferred("Rename it so that its name says which: {suffixes}.", suffixes=suffixes)
    return FactcheckError(deferred("it may be {kinds}", kinds=titles), hint=hint)


def _content_kinds(data: bytes) -> list[str]:
    """Return the kinds that the bytes may be, by the signs each has; none if only its name could tell."""
    from factcheck.intake import mail, subtitles, wires  # noqa: PLC0415 - each is small

    head = data[:_HEAD]
    if head.startswith(b"PK"):
        return [_zipped(data)]
    if head.startswith(b"\x1f\x8b"):
        return [_gzipped(data)]
    text = head.lstrip()
    signs = {
        "pdf": b"%PDF-" in head[:1024],
        "rtf": text.startswith(b"{\\rtf"),
        "warc": text.startswith(b"WARC/"),
        "anpa": wires.is_anpa(data),
        "iptc7901": wires.is_iptc(data),
        "subtitles": subtitles.looks_timed(data),
        "mhtml": mail.is_mhtml(data),
        "mail": mail.is_mail(data) and not mail.is_mhtml(data),
        "ninjs": text.startswith((b"{", b"[")) and _NINJS.search(data) is not None,
    }
    found = [name for name, is_it in signs.items() if is_it]
    root = _root(data)
    kind = "html" if root.lower() in _HTML_ROOTS or text[:14].lower() == b"<!doctype html" else _ROOTS.get(root)
    return found or [name for name in [kind] if name]


def _gzipped(data: bytes) -> str:
    """Return the kind of a gzip file: a web archive.

    Raises:
        FactcheckError: It is broken, or anything else.
    """
    try:
        begin = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data[:_HEAD], 16)
    except zlib.error:
        begin = b""
    if not begin.startswith(b"WARC/"):
        raise _unread(deferred("a packed archive"), deferred("Unpack it, and give the files in it."))
    return "warc"


def _root(data: bytes) -> str:
    """Return the name of an XML or HTML document's root; empty if it is none."""
    text = data[:1_000_000].decode("latin-1")
    at = 0
    while (at := _next_mark(text, at)) >= 0:
        end = next((_end_of(text, at, begin, end) for begin, end in _BEFORE_ROOT if text.startswith(begin, at)), None)
        if end is None:
            found = _ROOT.match(text, at)
            return found[1] if found else ""
        at = end
    return ""


def _next_mark(text: str, at: int) -> int:
    """Return where the next thing that is no blank begins, if that is a `<`; else -1."""
    found = re.compile(r"\s*+(?=<)").match(text, at)
    return found.end() if found else -1


def _end_of(text: str, at: int, begin: str, end: str) -> int:
    """Return where a declaration or comment ends; at the end of the text if it never does."""
    bracket = text.find("[", at) if begin == "<!" else -1
    stop = text.find(end, at + len(begin))
    if 0 <= bracket < stop:
        stop = text.find(end, max(at, text.find("]", bracket)))
    return stop + len(end) if stop >= 0 else len(text)


def _zipped(data: bytes) -> str:
    """Return the kind of a zip archive by what is in it.

    Raises:
        FactcheckError: It is no document that is read.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            mime, types = (_short(archive, name) for name in ("mimetype", "[Content_Types].xml"))
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise FactcheckError(deferred("a broken zip archive"), hint=deferred("Request the file again.")) from error
    signs = {"docx": "word/document.xml" in names or _WORD in types, "odt": "content.xml" in names}
    kinds = [name for name, is_it in signs.items() if is_it]
    if len(kinds) > 1:
        raise _ambiguous(kinds)
    if mime == "application/epub+zip":
        what = deferred("an e-book (EPUB)")
    elif kinds == ["odt"] and "text" not in (mime or "text"):
        what = deferred("an OpenDocument file that is not a text")
    elif kinds:
        return kinds[0]
    elif any(name.startswith(("xl/", "ppt/")) for name in names):
        what = deferred("a spreadsheet or presentation")
    else:
        what = deferred("a packed archive")
    raise _unread(what, deferred("Save the text itself as DOCX, ODT or PDF."))


def _short(archive: zipfile.ZipFile, name: str) -> str:
    """Return the text of a part that says what kind of archive this is; empty if it is not there, or far too long."""
    is_there = name in archive.namelist() and archive.getinfo(name).file_size < _HEAD
    return archive.read(name).decode("latin-1").strip() if is_there else ""


def _refuse_unknown_xml(data: bytes) -> None:
    if data[:100].lstrip().startswith((b"<?xml", b"<!DOCTYPE")):
        message = deferred("XML of a kind that is not known: its root is {root}", root=_root(data) or "?")
        raise FactcheckError(message, hint=deferred("Give it as NewsML, NITF, a feed or a web page."))
