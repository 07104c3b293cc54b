"""The first page of a report on several articles: how far the desk is, and what to look at first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from factcheck.formats.agreement.words import coefficient_words, remarks, subject_words
from factcheck.formats.report.markup import Child, element
from factcheck.formats.report.parts import PageFrame, section, shares, wide_table
from factcheck.formats.report.weeks import Week, weeks_section
from factcheck.formats.text import one_line
from factcheck.i18n import N_, _, ngettext
from factcheck.model import Label
from factcheck.review.agreement import Figures


class Line(NamedTuple):
    """What the index says of one article."""

    path: str
    title: str
    address: str
    total: int
    done: int
    #: Whether nothing is left to do.
    is_done: bool
    disputed: int
    unsure: int
    stale: int
    #: What else `check` finds.
    other: int
    decided: int
    shares: tuple[int, ...]
    #: The day its first sidecar was committed; empty where none was.
    day: str = ""


class DeskSummary(NamedTuple):
    """What the index says of the desk as a whole."""

    lines: Sequence[Line]
    #: The paths of articles that nobody has begun to label.
    not_begun: Sequence[str] = ()
    #: How far annotators agree on all articles; None where nobody labelled twice, or it is not to be shown.
    figures: Figures | None = None
    #: What each week brought; None not to show it.
    weeks: Sequence[Week] | None = None
    #: What to call the report.
    title: str = ""


def index_page(desk: DeskSummary, frame: PageFrame) -> Element:
    """Return the page.

    Args:
        desk: What to show.
        frame: How pages are put together.
    """
    heading = one_line(desk.title or _("Labels of the desk"))
    unfinished = sorted(
        (line for line in desk.lines if not line.is_done), key=lambda line: (line.day or "9999", line.path)
    )
    finished = [line for line in desk.lines if line.is_done]
    sections = [
        _not_finished(unfinished) if unfinished or not desk.not_begun else None,
        _not_begun(desk.not_begun) if desk.not_begun else None,
        section("glance", _("At a glance"), *_glance(desk)),
        weeks_section(desk.weeks) if desk.weeks is not None else None,
        section("done", _("Finished"), _lines(finished, _("Articles that need nothing"))) if finished else None,
    ]
    bare = len(desk.not_begun)
    facts = element("p", _facts(len(desk.lines) + bare, len(unfinished) + bare), class_="facts")
    return frame.page(heading, [element("h1", heading), facts], sections, kind="index")


def _facts(count: int, unfinished: int) -> str:
    articles = ngettext("{count} article", "{count} articles", count).format(count=count)
    rest = ngettext("{count} is not finished", "{count} are not finished", unfinished).format(count=unfinished)
    return f"{articles}, {rest}"


def _not_finished(lines: Sequence[Line]) -> Element:
    nothing = element("p", _("Nothing: every article is settled."))
    table = _lines(lines, _("Articles that need something")) if lines else nothing
    return section("open", _("Not finished, oldest first"), table)


def _not_begun(paths: Sequence[str]) -> Element:
    return section("bare", _("Not begun"), element("ul", *(element("li", path) for path in paths), class_="open"))


def _glance(desk: DeskSummary) -> Iterator[Child]:
    total = Counter[Label]()
    for line in desk.lines:
        total.update(dict(zip(Label, line.shares, strict=True)))
    yield shares({label: total[label] for label in Label})
    figures = desk.figures
    if figures is not None and figures.pieces:
        said = _("Agreement: {subject}; α {alpha}.").format(
            subject=subject_words(figures), alpha=coefficient_words(figures.alpha)
        )
        yield from (element("p", words, class_="facts") for words in (said, *remarks(figures)))


class _Column(NamedTuple):
    """A column of the tables after the first; one that has nothing to show is left out where it may be."""

    title: str
    cell: Callable[[Line], Child]
    is_wanted: Callable[[Line], bool] = lambda _line: True


_COLUMNS = (
    _Column(N_("done"), lambda line: _progress(line.done, line.total)),
    _Column(N_("disputed"), lambda line: str(line.disputed)),
    _Column(N_("unsure"), lambda line: str(line.unsure)),
    _Column(N_("stale"), lambda line: str(line.stale), lambda line: line.stale > 0),
    _Column(N_("other"), lambda line: str(line.other), lambda line: line.other > 0),
    _Column(N_("decided"), lambda line: str(line.decided), lambda line: line.decided > 0),
    _Column(N_("since"), lambda line: line.day, lambda line: bool(line.day)),
)


def _lines(lines: Sequence[Line], caption: str) -> Element:
    columns = [column for column in _COLUMNS if any(map(column.is_wanted, lines))]
    header = [_("article"), *(_(column.title) for column in columns)]
    return wide_table(caption, header, ([_link(line), *(column.cell(line) for column in columns)] for line in lines))


def _progress(done: int, total: int) -> Element:
    """Return how far an article is, as a bar over its numbers."""
    share = 100 * done / total if total else 0
    bars = [element("rect", class_=name, width=f"{width:.0f}", height=4) for name, width in (("all", 100), ("", share))]
    bar = element("svg", *bars, class_="bar", viewBox="0 0 100 4", width=100, height=4, aria_hidden="true")
    return element("span", f"{done} / {total}", bar, class_="progress")


def _link(line: Line) -> Element:
    title = element("a", one_line(line.title), href=line.address)
    return element("span", title, " ", element("small", line.path))
