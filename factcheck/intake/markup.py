"""Paragraphs out of markup, whether HTML, XHTML, NITF or what an extractor hands over; nothing is ever executed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.intake import prose
from factcheck.intake.xml import local

#: Deeper nesting than this is no text; tags that were never closed count, as pages have them.
MAX_DEPTH = 500
MAX_TAGS = 100_000
#: Longer cells are prose laid out in a table, and paragraphs of their own.
_LONG_CELL = 90

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "footer",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hl1", "hl2", "hr", "li", "main", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "tfoot", "thead", "ul", "block", "bq", "list", "item", "head", "quote", "row",
    "datasource", "credit", "tagline", "byline", "dateline", "abstract", "lead", "body.content", "body.end",
))  # fmt: skip
_SKIPPED = frozenset((
    "script", "style", "template", "noscript", "iframe", "object", "embed", "video", "audio", "canvas", "svg",
    "math", "button", "select", "textarea", "figure", "figcaption", "nav", "media", "media-caption", "graphic",
    "colgroup", "title", "nitf-col", "del", "menu", "map", "datalist", "dialog",
))  # fmt: skip
_ROWS = frozenset({"tr", "row", "nitf-table-row"})
_CELLS = frozenset({"td", "th", "cell"})
_BREAKS = frozenset({"br", "lb"})
_VERBATIM = frozenset({"pre"})
#: Elements of HTML that have no end.
EMPTY = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "lb", "graphic",
))  # fmt: skip
#: Elements whose end HTML lets one leave out, by what their start ends.
_CLOSES = {
    "p": {"p"}, "li": {"li", "p"}, "dt": {"dt", "dd", "p"}, "dd": {"dt", "dd", "p"}, "tr": {"tr", "td", "th", "p"},
    "td": {"td", "th", "p"}, "th": {"td", "th", "p"}, "option": {"option"},
}  # fmt: skip
_CLOSES_A_PARAGRAPH = _BLOCKS - {"p", "li", "body"}


class _Paragraph:
    """The text gathered since the last block began, line by line."""

    def __init__(self) -> None:
        self.lines: list[list[str]] = [[]]
        self.verbatim = False
        #: Whether nothing but text was in it, so that its line breaks may mean something.
        self.plain = True

    def texts(self) -> list[str]:
        """Return the lines as they were written."""
        return ["".join(line) for line in self.lines]


class Flow:
    """Gathers paragraphs from the starts, ends and texts of elements in document order."""

    def __init__(self, *, wired: bool = False, skipped: Iterable[str] = ()) -> None:
        """Begin with nothing.

        Args:
            wired: Whether a blank line or an indent inside one element begins a paragraph, as wire services write.
            skipped: Elements to leave out, with all inside, besides the usual ones.
        """
        self._wired = wired
        self._skip = _SKIPPED | frozenset(skipped)
        self._skipping = 0
        self._verbatim = 0
        self._current = _Paragraph()
        #: Paragraphs as lists of lines; what makes them one or several is only known at the end.
        self._done: list[list[str]] = []
        self._cells: list[tuple[list[list[str]], list[list[list[str]]]]] = []

    def start(self, name: str) -> None:
        """Take note that an element begins."""
        if self._skipping or name in self._skip:
            self.skip()
        elif name in _BREAKS:
            self._current.lines.append([])
        elif name in _ROWS:
            self._flush()
            self._cells.append((self._done, []))
            self._done = []
        elif name in _CELLS or name in _BLOCKS:
            self._flush()
            self._verbatim += name in _VERBATIM
        else:
            self._current.plain = self._current.plain and not any(map(any, self._current.lines))

    def skip(self) -> None:
        """Take note that an element begins that is left out with all inside."""
        self._skipping += 1

    def end(self, name: str) -> None:
        """Take note that an element ends."""
        if self._skipping:
            self._skipping -= 1
        elif name in _ROWS and self._cells:
            self._end_cell()
            before, cells = self._cells.pop()
            self._done = before + _row(cells)
        elif name in _CELLS:
            self._end_cell()
        elif name in _BLOCKS:
            self._flush()
            self._verbatim -= name in _VERBATIM

    def text(self, data: str) -> None:
        """Take the text between two tags."""
        if not self._skipping:
            self._current.lines[-1].append(data)

    def paragraphs(self) -> list[str]:
        """Return what was gathered, a paragraph a string."""
        self._flush()
        while self._cells:
            before, cells = self._cells.pop()
            self._done = before + _row(cells) + self._done
        width = prose.wrap_width([lines for lines in self._done if len(lines) > 1])
        return [text for lines in self._done for text in _settled(lines, width)]

    def _end_cell(self) -> None:
        self._flush()
        if self._cells and self._done:
            self._cells[-1][1].append(self._done)
            self._done = []

    def _flush(self) -> None:
        gathered, self._current = self._current, _Paragraph()
        whole = "\n".join(gathered.texts())
        if not whole.strip():
            return
        if self._verbatim or (self._wired and gathered.plain and prose.is_hard_wrapped(whole)):
            self._done += [[text] for text in prose.split_paragraphs(whole)]
        else:
            self._done.append([prose.squeezed(line) for line in gathered.texts()])


def _row(cells: list[list[list[str]]]) -> list[list[str]]:
    """Return a row as one paragraph if its cells are short, else each cell's paragraphs."""
    short = all(len(cell) == 1 and len(" ".join(cell[0])) <= _LONG_CELL for cell in cells)
    if len(cells) > 1 and short:
        return [[" | ".join(" ".join(filter(None, cell[0])) for cell in cells)]]
    return [paragraph for cell in cells for paragraph in cell]


def _settled(lines: list[str], width: int) -> Iterable[str]:
    """Yield the paragraphs of lines with breaks between: two breaks divide, one does unless the line was full."""
    block: list[str] = []
    for line in (*lines, ""):
        if line:
            block.append(line)
        elif block:
            yield from map(prose.squeezed, prose.joined_lines(block, width))
            block = []


def of_tree(
    roots: Iterable[Element], *, wired: bool = False, skipped: Iterable[str] = (), renamed: dict[str, str] | None = None
) -> list[str]:
    """Return the paragraphs inside elements; namespaces do not count.

    Args:
        roots: Elements whose depth is known to be bounded.
        wired: See `Flow`.
        skipped: See `Flow`.
        renamed: What elements of this vocabulary are in that of HTML.
    """
    flow = Flow(wired=wired, skipped=skipped)
    for root in roots:
        _walk(root, flow, renamed or {})
    return flow.paragraphs()


def of_element(element: Element, *, wired: bool = False, skipped: Iterable[str] = ()) -> list[str]:
    """Return the paragraphs of an element that holds markup as elements, as escaped HTML, or text alone; see `Flow`."""
    if any(local(inside).lower() in _BLOCKS for inside in element.iter() if inside is not element):
        found = of_tree([element], wired=wired, skipped=skipped)
        return [text for each in found for text in (of_html(each) if looks_marked_up(each) else [each])]
    return of_text("".join(element.itertext()), wired=wired)


def _walk(element: Element, flow: Flow, renamed: dict[str, str]) -> None:
    if isinstance(element.tag, str):  # comments and processing instructions have a function there
        name = element.tag.rpartition("}")[2].lower()
        name = renamed.get(name, name)
        flow.start(name)
        flow.text(element.text or "")
        for child in element:
            _walk(child, flow, renamed)
            flow.text(child.tail or "")
        flow.end(name)


_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


class _Fragment(HTMLParser):
    """HTML's tags as the starts and ends of a flow; what is left open is closed, what was not opened is passed over."""

    def __init__(self, flow: Flow) -> None:
        super().__init__(convert_charrefs=True)
        self._flow = flow
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a start."""
        self._close_for(tag)
        if _is_hidden(attrs):
            self._flow.skip()
        else:
            self._flow.start(tag)
        if tag in EMPTY:
            self._flow.end(tag)
            return
        self._open.append(tag)
        if len(self._open) > MAX_DEPTH:
            raise FactcheckError(deferred("nested deeper than {depth} elements: not an article", depth=MAX_DEPTH))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of an element that is empty."""
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Take note of an end."""
        if tag in self._open:
            while True:
                name = self._open.pop()
                self._flow.end(name)
                if name == tag:
                    return

    def handle_data(self, data: str) -> None:
        """Take text."""
        self._flow.text(data)

    def _close_for(self, tag: str) -> None:
        closed = _CLOSES.get(tag, {"p"} if tag in _CLOSES_A_PARAGRAPH else set())
        while self._open and self._open[-1] in closed:
            self._flow.end(self._open.pop())


def _is_hidden(attrs: list[tuple[str, str | None]]) -> bool:
    return any(key == "hidden" or (key == "style" and _HIDDEN.search(value or "")) for key, value in attrs)


def of_html(text: str, *, wired: bool = False, skipped: Iterable[str] = ()) -> list[str]:
    """Return the paragraphs of HTML, whole or a fragment.

    >>> of_html("<p>One <b>two</b>.<p>Three<br><br>four &amp; five<script>x</script>")
    ['One two.', 'Three', 'four & five']
    """
    if text.count("<") > MAX_TAGS:
        raise FactcheckError(deferred("more than {count:,} elements: not an article", count=MAX_TAGS))
    flow = Flow(wired=wired, skipped=skipped)
    parser = _Fragment(flow)
    parser.feed(text)
    parser.close()
    return flow.paragraphs()


def of_text(text: str, *, wired: bool = False) -> list[str]:
    """Return the paragraphs of text that may be HTML without saying so."""
    return of_html(text, wired=wired) if looks_marked_up(text) else prose.split_paragraphs(text)


def of_line(text: str) -> str:
    """Return a line of text that may hold tags or HTML's names of characters, as some headlines do.

    >>> of_line("R&amp;D : <b>oui</b>"), of_line("AT&T, 3 < 5")
    ('R&D : oui', 'AT&T, 3 < 5')
    """
    return " ".join(of_html(text)) if _IN_LINE.search(text) else text


_IN_LINE = re.compile(r"&(?:#x?[0-9a-f]+|\w+);|</?[a-z]+>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|br|div|span|b|i|em|strong|a|ul|ol|li|h[1-6]|table|hl2|pre|body)\b[^<>]*>", re.IGNORECASE)


def looks_marked_up(text: str) -> bool:
    """Return whether text that calls itself plain holds tags."""
    return _TAG.search(text) is not None
