"""The first page of a report on several articles: how far the desk is, and what to look at first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from factcheck.formats.agreement.words import coefficient_words, remarks, subject_words
from factcheck.formats.report.markup import Child, element
from factcheck.formats.report.parts import PageFrame, data_table, section, shares
from factcheck.formats.report.weeks import Week, weeks_section
from factcheck.formats.text import one_line
from factcheck.i18n import _, ngettext
from factcheck.model import Label
from factcheck.review.agreement import Figures


class Line(NamedTuple):
    """What the index says of one article."""

    path: str
    title: str
    address: str
    total: int
    done: int
    disputed: int
    unsure: int
    stale: int
    decided: int
    shares: tuple[int, ...]
    #: The day its first sidecar was committed; empty where none was.
    day: str = ""

    @property
    def is_done(self) -> bool:
        """Return whether nothing is left to do."""
        return self.done == self.total and not self.stale


class DeskSummary(NamedTuple):
    """What the index says of the desk as a whole."""

    lines: Sequence[Line]
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
    lines, figures = desk.lines, desk.figures
    heading = one_line(desk.title or _("Labels of the desk"))
    unfinished = [line for line in lines if not line.is_done]
    said = ngettext("{count} article", "{count} articles", len(lines)).format(count=len(lines))
    rest = ngettext("{count} is not finished", "{count} are not finished", len(unfinished)).format(
        count=len(unfinished)
    )
    total = Counter[Label]()
    for line in lines:
        total.update(dict(zip(Label, line.shares, strict=True)))
    parts: list[Child] = [shares({label: total[label] for label in Label})]
    if figures is not None and figures.pieces:
        parts.append(
            element(
                "p",
                _("Agreement: {subject}; α {alpha}.").format(
                    subject=subject_words(figures), alpha=coefficient_words(figures.alpha)
                ),
                class_="facts",
            )
        )
        parts += [element("p", said, class_="facts") for said in remarks(figures)]
    ordered = sorted(unfinished, key=lambda line: (line.day or "9999", line.path))
    finished = [line for line in lines if line.is_done]
    sections = [
        section("open", _("Not finished, oldest first"), _lines(ordered, _("Articles that need something"))),
        section("glance", _("At a glance"), *parts),
        weeks_section(desk.weeks) if desk.weeks is not None else None,
        section("done", _("Finished"), _lines(finished, _("Articles that need nothing"))) if finished else None,
    ]
    return frame.page(heading, [element("h1", heading), element("p", f"{said}, {rest}", class_="facts")], sections)


def _lines(lines: Sequence[Line], caption: str) -> Element:
    if not lines:
        return element("p", _("Nothing: every article is settled."))
    dated = any(line.day for line in lines)
    header = [_("article"), _("done"), _("disputed"), _("unsure"), _("stale"), _("decided")]
    header += [_("since")] if dated else []
    rows = [_row(line, dated=dated) for line in lines]
    return data_table(caption, header, rows)


def _row(line: Line, *, dated: bool) -> list[Child]:
    counts = (line.disputed, line.unsure, line.stale, line.decided)
    return [_link(line), f"{line.done} / {line.total}", *map(str, counts), *([line.day] if dated else [])]


def _link(line: Line) -> Element:
    return element("a", f"{one_line(line.title)} ({line.path})", href=line.address)
