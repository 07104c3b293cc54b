"""How many labels each week brought: as a picture, and as a table for those who would rather read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from factcheck.formats.report.markup import element
from factcheck.formats.report.parts import data_table, section
from factcheck.i18n import _, ngettext


class Week(NamedTuple):
    """A week and how many labels it brought."""

    #: Its Monday, as `2026-11-23`.
    monday: str
    labels: int


#: The ids of the picture's title and description.
_NAMES = ("weeks-picture", "weeks-desc")
_WIDTH, _HEIGHT, _FOOT = 340, 100, 22


def weeks_section(weeks: Sequence[Week]) -> Element:
    """Return the section; it says so where git knows of no label."""
    title = _("Labels by week")
    if not weeks:
        return section("weeks", title, element("p", _("git knows of no label yet.")))
    header = [_("week of"), _("labels")]
    rows = [[week.monday, str(week.labels)] for week in reversed(weeks)]
    table = element("details", element("summary", _("as a table")), data_table(title, header, rows))
    caption = element("figcaption", _("Labels given in each week, by the dates of commits."))
    return section("weeks", title, element("figure", _picture(weeks, title), caption), table)


def _picture(weeks: Sequence[Week], title: str) -> Element:
    count = sum(week.labels for week in weeks)
    said = ngettext(
        "{count} label from {first} to {last}; the most in a week: {most}.",
        "{count} labels from {first} to {last}; the most in a week: {most}.",
        count,
    )
    most = max(week.labels for week in weeks)
    spoken = said.format(count=count, first=weeks[0].monday, last=weeks[-1].monday, most=most)
    step = min(_WIDTH / len(weeks), 48)
    picture = element(
        "svg",
        element("title", title, id=_NAMES[0]),
        element("desc", spoken, id=_NAMES[1]),
        role="img",
        viewBox=f"0 0 {_WIDTH} {_HEIGHT + 2 * _FOOT}",
        width=_WIDTH,
        height=_HEIGHT + 2 * _FOOT,
        aria_labelledby=" ".join(_NAMES),
        font_family="system-ui, sans-serif",
        font_size="14",
    )
    picture.extend(_bar(week, number * step, step, most) for number, week in enumerate(weeks))
    peak = next(number for number, week in enumerate(weeks) if week.labels == most) * step
    picture.append(_word(str(most), peak, _FOOT - 4, left=peak < _WIDTH / 2, width=step))
    picture.append(_word(weeks[0].monday, 0, _HEIGHT + 2 * _FOOT - 4))
    if len(weeks) * step > _WIDTH / 2:
        picture.append(
            _word(weeks[-1].monday, (len(weeks) - 1) * step, _HEIGHT + 2 * _FOOT - 4, left=False, width=step)
        )
    return picture


def _bar(week: Week, left: float, step: float, most: int) -> Element:
    height = _HEIGHT * week.labels / max(most, 1)
    places = {"x": left + 1, "y": _FOOT + _HEIGHT - height, "width": max(step - 3, 1), "height": height}
    said = {name: f"{place:.1f}" for name, place in places.items()}
    return element("rect", class_="week", fill="currentColor", **said)


def _word(said: str, at: float, y: float, *, left: bool = True, width: float = 0) -> Element:
    """Return a word that begins where a bar does, or ends where it ends."""
    x = at + 1 if left else at + width - 2
    return element("text", said, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor="start" if left else "end")
