"""What the pages of a report have in common: their frame, pictures of shares, links to sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from factcheck.formats.agreement.words import label_word
from factcheck.formats.report.markup import Child, element
from factcheck.formats.report.style import STYLE
from factcheck.formats.text import one_line
from factcheck.i18n import _
from factcheck.model import Label

#: What every page says it was made by.
GENERATOR = "factcheck report"
_ROW, _LEFT, _SCALE = 28, 108, 190


class PageFrame:
    """How a page is put together: its language, and where its style and the other pages are.

    Args:
        language: That of the interface, as a code.
        style: The address of the style sheet; empty to put it into the page.
        home: The address of the index; empty where there is none.
        date: The day that the report is of, as `2026-11-28`; empty to say none.
    """

    def __init__(self, language: str, style: str = "", home: str = "", date: str = "") -> None:
        self._date = date
        self.language = language
        self._style = style
        self._home = home

    def page(self, title: str, header: Sequence[Child], sections: Iterable[Child], *, kind: str) -> Element:
        """Return a whole page; its kind is `article` or `index`."""
        style = element("link", rel="stylesheet", href=self._style) if self._style else element("style")
        if not self._style:
            style.text = STYLE
        head = element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", name="generator", content=GENERATOR),
            element("title", one_line(title)),
            style,
        )
        back = element("nav", element("a", _("All articles"), href=self._home), aria_label=_("Report"))
        body = element(
            "body",
            element("a", _("Content"), class_="skip", href="#content"),
            element("header", back if self._home else None, *header, self._day()),
            element("main", *sections, id="content", class_=kind),
        )
        return element("html", head, body, lang=self.language)

    def _day(self) -> Element | None:
        if not self._date:
            return None
        return element("p", _("Labels as of"), " ", element("time", self._date, datetime=self._date), class_="facts")


def section(name: str, title: str, *children: Child) -> Element:
    """Return a section with its heading."""
    return element(
        "section", element("h2", title, id=f"{name}-title"), *children, id=name, aria_labelledby=f"{name}-title"
    )


def data_table(caption: str, header: Sequence[str], rows: Iterable[Sequence[Child]]) -> Element:
    """Return a table; its first column names the rows."""
    head = element("tr", *(element("th", title, scope="col") for title in header))
    body = [
        element("tr", element("th", row[0], scope="row"), *(element("td", cell) for cell in row[1:])) for row in rows
    ]
    return element("table", element("caption", caption), element("thead", head), element("tbody", *body))


def wide_table(caption: str, header: Sequence[str], rows: Iterable[Sequence[Child]]) -> Element:
    """Return a table that scrolls by itself where the page is too narrow."""
    table = data_table(caption, header, rows)
    return element("div", table, class_="wide", tabindex=0, role="region", aria_label=caption)


def sentence_links(numbers: Iterable[int]) -> Iterator[Child]:
    """Yield links to sentences by their numbers, with spaces between."""
    for number in numbers:
        yield element("a", str(number), href=f"#s{number}")
        yield " "


def with_colon(name: str) -> str:
    """Return a name with the colon before what follows it."""
    return _("{name}: {text}").format(name=name, text="")


def shares(counts: Mapping[Label, int], name: str = "shares") -> Element:
    """Return how many sentences have each label, as bars with their numbers."""
    most = max(1, *counts.values())
    height = _ROW * len(counts)
    spoken = ", ".join(f"{label_word(label)} {count}" for label, count in counts.items())
    picture = element(
        "svg",
        element("title", _("Sentences by label"), id=f"{name}-title"),
        element("desc", spoken, id=f"{name}-desc"),
        role="img",
        viewBox=f"0 0 {_LEFT + _SCALE + 42} {height}",
        width=_LEFT + _SCALE + 42,
        height=height,
        aria_labelledby=f"{name}-title {name}-desc",
        font_family="system-ui, sans-serif",
        font_size="14",
    )
    for row, (label, count) in enumerate(counts.items()):
        width, top = _SCALE * count / most, _ROW * row
        bar = {"x": _LEFT, "y": top + 4, "width": f"{width:.1f}", "height": _ROW - 10, "fill": "currentColor"}
        picture.append(element("text", f"{label[0].upper()} {label_word(label)}", x=0, y=top + 18))
        picture.append(element("rect", class_=str(label), **bar))
        picture.append(element("text", str(count), x=f"{_LEFT + width + 8:.1f}", y=top + 18))
    return element("figure", picture, element("figcaption", _("Final labels, by sentence.")))
