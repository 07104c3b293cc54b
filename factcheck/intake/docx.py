"""Word documents (ISO 29500) through mammoth: what readers see with all changes accepted; nothing linked is opened."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, tostring

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake import archive, dates
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.extras import library
from factcheck.intake.markup import of_html
from factcheck.intake.xml import elements, first_text, local, parse_xml

#: Notes after the text and not in their sentences; breaks of pages and columns end no sentence.
_STYLES = "p[style-name='Title'] => h1.title:fresh\nbr[type='page'] =>\nbr[type='column'] =>"
_NOTE_MARK = re.compile(r'<sup><a href="#(?:foot|end)note-[^"]*"[^>]*>\[\d+\]</a></sup>')
_NOTE_BACK = re.compile(r'\s*<a href="#(?:foot|end)note-ref-[^"]*">↑</a>')
#: The title is a paragraph of that style, else the heading that the document begins with.
_TITLES = (re.compile(r'<h1 class="title">(.*?)</h1>', re.DOTALL), re.compile(r"\A<h1>(.*?)</h1>", re.DOTALL))
_READ = re.compile(
    r"word/(?:document|footnotes|endnotes|numbering|styles|comments)\d*\.xml|docProps/core\.xml|.*\.rels"
    r"|\[Content_Types\]\.xml"
)
_MAIN = re.compile(r"word/document\d*\.xml")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
#: Elements that only stand around text, which mammoth leaves out with it, or which point to what may be missing.
_AROUND = frozenset({"hyperlink", "fldSimple", "dir", "bdo", "ruby", "rubyBase"})


def read(material: Material) -> list[SourceDraft]:
    """Return the document as an article; headers, footers and comments are left out, notes come at the end.

    Raises:
        FactcheckError: Broken, protected by a password, or made for an attack; or mammoth is not installed.
    """
    mammoth = library("mammoth", "docx")
    zipped = archive.opened(material.data)
    roots = {
        name: parse_xml(Material(archive.part(zipped, name) or b"")) for name in zipped.namelist() if _is_read(name)
    }
    lost = list(_lost(roots))
    try:
        result = mammoth.convert_to_html(
            BytesIO(_prepared(roots)), style_map=_STYLES, convert_image=mammoth.images.img_element(_no_image)
        )
    except FactcheckError:
        raise
    except Exception as error:  # whatever it raises on a broken document
        message = deferred("a broken Word document: {reason}", reason=error)
        raise FactcheckError(message, hint=deferred("Open it in Word or LibreOffice and save it again.")) from error
    page = _NOTE_BACK.sub("", _NOTE_MARK.sub("", result.value))
    title = next((found[1] for pattern in _TITLES if (found := pattern.search(page))), "")
    headline = " ".join(of_html(title))
    facts = _facts(roots.get("docProps/core.xml"), headline)
    return [SourceDraft(facts, [p for p in of_html(page) if p != headline], remarks=lost)]


def _is_read(name: str) -> bool:
    return _READ.fullmatch(name) is not None


def _prepared(roots: dict[str, Element]) -> bytes:
    """Return the document again, of its parts with text alone, as mammoth reads it whole."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive_:
        for name, root in roots.items():
            for element in list(root.iter()):
                element[:] = [kept for child in element for kept in _kept(child)]
            archive_.writestr(name, tostring(root))
    return out.getvalue()


def _kept(element: Element) -> Iterator[Element]:
    """Yield an element, what is in it where it only stands around that, or nothing if it is not shown."""
    name = local(element)
    if element.tag in {f"{_MATH}r", f"{_MATH}t"}:
        element.tag = f"{_WORD}{name}"
    if element.tag.startswith(_MATH) or (element.tag.startswith((_WORD, _STRICT)) and name in _AROUND):
        for child in element:
            yield from _kept(child)
    elif name != "rt" and not (name == "r" and _is_hidden(element)):
        yield element


def _is_hidden(run: Element) -> bool:
    marks = elements(run, "rPr/vanish")
    return any(value not in {"0", "false", "off"} for mark in marks for value in [*mark.attrib.values()] or [""])


def _no_image(_image: object) -> dict[str, str]:
    return {}


def _facts(core: Element | None, title: str) -> Facts:
    if core is None:
        return Facts(title=title)
    return Facts(
        title=title,
        authors=tuple(name for name in [first_text(core, "creator") or first_text(core, "lastModifiedBy")] if name),
        modified=dates.iso(first_text(core, "modified")),
        language=first_text(core, "language"),
    )


def _lost(roots: dict[str, Element]) -> Iterator[str]:
    """Yield what the document has and an article has not."""
    names = {local(element) for name, root in roots.items() if _MAIN.fullmatch(name) for element in root.iter()}
    if names & {"del", "moveFrom"}:
        yield deferred("tracked deletions are left out, tracked insertions are taken in")
    if "altChunk" in names:
        yield deferred("left out: a document of another kind inside it")
