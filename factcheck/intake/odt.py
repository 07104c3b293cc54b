"""OpenDocument text, zipped or flat (OASIS ODF 1.3, part 3): what its author's readers see, tracked deletions gone."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake import archive, dates
from factcheck.intake.draft import Facts, Material, SourceDraft
from factcheck.intake.markup import of_tree
from factcheck.intake.xml import elements, every, first_text, local, parse_xml, text_of

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_PICTURE_TITLE = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
#: What ODF's elements are in the vocabulary that paragraphs are gathered by.
_RENAMED = {
    "h": "h1", "list": "ul", "list-item": "li", "list-header": "li", "table-row": "tr", "table-cell": "td",
    "line-break": "br", "text-box": "div", "title": "span", "a": "a", "p": "p",
}  # fmt: skip
#: What is not in the text readers follow; `desc` and `title` describe pictures.
_LEFT_OUT = (
    "tracked-changes", "annotation", "annotation-end", "note", "note-citation", "sequence-decls", "forms", "ruby-text",
    "covered-table-cell", "desc", "event-listeners", "object", "object-ole", "table-of-content", "hidden-text",
    "alphabetical-index", "header", "footer", "soft-page-break", "variable-decls", "user-field-decls", "bibliography",
)  # fmt: skip


def read(material: Material) -> list[SourceDraft]:
    """Return the document as an article; footnotes come at its end.

    Raises:
        FactcheckError: Not an OpenDocument text, or protected by a password.
    """
    if material.data.startswith(b"PK"):
        zipped = archive.opened(material.data)
        content, meta, styles = (archive.part(zipped, name) for name in ("content.xml", "meta.xml", "styles.xml"))
        if content is None:
            raise FactcheckError(
                deferred("an OpenDocument file without content"), hint=deferred("Save it again as ODT.")
            )
        if b"encryption-data" in (archive.part(zipped, "META-INF/manifest.xml") or b""):
            raise FactcheckError(
                deferred("protected by a password"), hint=deferred("Save it without one, and give that file.")
            )
        roots = [parse_xml(Material(part)) for part in (content, meta, styles) if part]
    else:
        roots = [parse_xml(material)]
    texts = roots[0].findall(f".//{_OFFICE}body/{_OFFICE}text")
    if not texts:
        raise FactcheckError(
            deferred("an OpenDocument file that is not a text"), hint=deferred("Save its text as ODT.")
        )
    return [_draft(texts[0], roots)]


def _draft(text: Element, roots: list[Element]) -> SourceDraft:
    _hide(text, roots)
    _spell_out(text)
    notes = [of_tree(elements(note, "note-body"), renamed=_RENAMED) for note in text.iter(f"{_TEXT}note")]
    body = of_tree([text], skipped=_LEFT_OUT, renamed=_RENAMED)
    titles = {"Title", *_styles_of("Title", roots)}
    heads = [p for p in text.iter() if p.get(f"{_TEXT}style-name") in titles and local(p) in {"p", "h"}]
    title = text_of(heads[0]) if heads else _first_heading(text, body)
    facts = Facts(
        title=title,
        authors=tuple(dict.fromkeys(_in_meta(roots, "initial-creator", "creator")))[:1],
        modified=next(map(dates.iso, _in_meta(roots, "date")), ""),
        language=next(_in_meta(roots, "language"), ""),
    )
    return SourceDraft(facts, [p for p in body if p != title] + [paragraph for note in notes for paragraph in note])


def _in_meta(roots: list[Element], *names: str) -> Iterator[str]:
    for root in roots:
        yield from every(root, *(f".//meta/{name}" for name in names), *(f"./meta/{name}" for name in names))


def _styles_of(parent: str, roots: list[Element]) -> set[str]:
    """Return the automatic styles that stand for a style, by their names."""
    styles = (style for root in roots for style in root.iter(f"{_STYLE}style"))
    return {s.get(f"{_STYLE}name", "") for s in styles if s.get(f"{_STYLE}parent-style-name") == parent}


def _first_heading(text: Element, body: list[str]) -> str:
    """Return the heading that the text begins with; empty if it begins with another paragraph."""
    heading = next(text.iter(f"{_TEXT}h"), None)
    first = " ".join(of_tree([heading], skipped=_LEFT_OUT, renamed=_RENAMED)) if heading is not None else ""
    return first if body[:1] == [first] else ""


def _hide(text: Element, roots: list[Element]) -> None:
    """Empty the sections and spans that are not shown, and the titles of pictures."""
    properties = (style for root in roots for style in root.iter(f"{_STYLE}style"))
    hidden = {s.get(f"{_STYLE}name") for s in properties if any(p.get(f"{_TEXT}display") == "none" for p in s)}
    for element in text.iter():
        unseen = element.get(f"{_TEXT}display") == "none" or element.get(f"{_TEXT}style-name") in hidden
        if unseen or element.tag == _PICTURE_TITLE:
            tail = element.tail
            element.clear()
            element.tail = tail


def _spell_out(text: Element) -> None:
    """Give the elements that stand for blanks their blanks (section 6.1.3 and following)."""
    for element in text.iter():
        if element.tag == f"{_TEXT}s":
            count = element.get(f"{_TEXT}c", "1")
            element.text = " " * min(int(count) if count.isdecimal() else 1, 1000)
        elif element.tag == f"{_TEXT}tab":
            element.text = " "


def is_text(data: bytes) -> bool:
    """Return whether a flat XML file is an OpenDocument text."""
    try:
        root = parse_xml(Material(data))
    except FactcheckError:
        return False
    return local(root) == "document" and bool(first_text(root, "@mimetype", f"@{_OFFICE}mimetype"))
