"""HTML as a tree: text goes in as text and can never become markup."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, fromstring, tostring

from factcheck.formats.text import visible

#: What may be put into an element.
Child = Element | str | None


def element(tag: str, *children: Child, **attributes: object) -> Element:
    """Return an element; attributes that are None or empty are left out, a last underscore falls away.

    Characters that are hidden or steer the direction of writing are shown as marks.

    >>> tostring(element("p", "1 < 2, ", element("b", "yes"), class_="note")).decode()
    '<p class="note">1 &lt; 2, <b>yes</b></p>'
    """
    named = ((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items())
    new = Element(tag, {name: visible(str(value)) for name, value in named if value not in (None, "")})
    extend(new, children)
    return new


def extend(parent: Element, children: Iterable[Child]) -> None:
    """Put children at the end of an element; None is nothing."""
    for child in children:
        if isinstance(child, Element):
            parent.append(child)
        elif child:
            _add_text(parent, visible(child, keep="\n"))


def _add_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def picture(svg: str) -> Element:
    """Return a picture of ours in SVG as an element of a page."""
    root = fromstring(svg)  # noqa: S314 - we wrote it
    for part in root.iter():
        part.tag = part.tag.rpartition("}")[2]
    return root


def page_text(root: Element) -> str:
    """Return a page as it is written to a file; bytes of a file name that are no UTF-8 are replaced."""
    page = f"<!DOCTYPE html>\n{tostring(root, encoding='unicode', method='html')}\n"
    return page.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
