"""Word documents (ISO 29500) through mammoth: what readers see with all changes accepted; nothing linked is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake import archive, dates
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.extras import library
from factcheck.intake.markup import of_html
from factcheck.intake.xml import first_text, parse_xml

#: Notes after the text and not in their sentences; breaks of pages and columns end no sentence.
_STYLES = "p[style-name='Title'] => h1.title:fresh\nbr[type='page'] =>\nbr[type='column'] =>"
_NOTE_MARK = re.compile(r'<sup><a href="#(?:foot|end)note-[^"]*"[^>]*>\[\d+\]</a></sup>')
_NOTE_BACK = re.compile(r'\s*<a href="#(?:foot|end)note-ref-[^"]*">↑</a>')
_TITLE = re.compile(r'<h1 class="title">(.*?)</h1>', re.DOTALL)
_READ = re.compile(
    r"word/(?:document|footnotes|endnotes|numbering|styles|comments)\d*\.xml|docProps/core\.xml|.*\.rels"
)


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
    try:
        result = mammoth.convert_to_html(
            BytesIO(material.data), style_map=_STYLES, convert_image=mammoth.images.img_element(_no_image)
        )
    except FactcheckError:
        raise
    except Exception as error:  # whatever it raises on a broken document
        message = deferred("a broken Word document: {reason}", reason=error)
        raise FactcheckError(message, hint=deferred("Open it in Word or LibreOffice and save it again.")) from error
    page = _NOTE_BACK.sub("", _NOTE_MARK.sub("", result.value))
    title = _TITLE.search(page)
    headline = " ".join(of_html(title[1])) if title else ""
    facts = _facts(roots.get("docProps/core.xml"), headline)
    lost = list(_lost(roots))
    return [SourceDraft(facts, [p for p in of_html(page) if p != headline], remarks=lost)]


def _is_read(name: str) -> bool:
    return _READ.fullmatch(name) is not None


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
    document = roots.get("word/document.xml")
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    if document is not None and any(element.tag in {f"{word}del", f"{word}moveFrom"} for element in document.iter()):
        yield deferred("tracked deletions are left out, tracked insertions are taken in")
