"""What is open in an article, as `check` finds it, with links to the sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from factcheck.findings.codes import CODES
from factcheck.formats.report.markup import Child, element
from factcheck.formats.report.parts import section, sentence_links, with_colon
from factcheck.i18n import N_, _, ngettext
from factcheck.review.overview import OpenPoint, Overview

_STALE, _UNSURE = "FC102", "FC105"
#: What findings about sentences are called; others by what `check` says of their kind.
_POINTS = {
    "FC101": N_("not labelled"),
    "FC103": N_("sourced, without a source"),
    "FC104": N_("the source is not in the article's words"),
    _UNSURE: N_("marked unsure"),
    "FC107": N_("of the overlap, labelled by one annotator only"),
    "FC108": N_("labelled before the codebook changed"),
    "FC109": N_("skipped, and labelled too"),
    "FC201": N_("disputed"),
    "FC202": N_("disputed"),
    "FC203": N_("decided over other labels than there are now"),
}


def open_section(found: Overview) -> Element:
    """Return what needs doing, by what `check` finds, with links to the sentences; then what is worth a look.

    Sentences that somebody marked unsure are, also where the settings set no limit and `check` passes.
    """
    errors = found.errors
    items = [_point(point) for point in errors]
    content = element("ul", *items, class_="open") if items else element("p", _("Nothing: every sentence is settled."))
    warnings = [_point(point) for point in found.points if point not in errors]
    if found.unsure and not any(point.code == _UNSURE for point in found.points):
        warnings.append(element("li", *_linked_sentences(_("marked unsure"), found.unsure)))
    looks = [element("h3", _("Worth a look")), element("ul", *warnings, class_="open")] if warnings else []
    return section("open", _("What needs doing"), content, *looks)


def _point(point: OpenPoint) -> Element:
    if point.code == _STALE:
        message = ngettext(
            "{count} label on a sentence that the article no longer says; run factcheck carry",
            "{count} labels on sentences that the article no longer says; run factcheck carry",
            point.times,
        )
        return element("li", message.format(count=point.times))
    if point.code in _POINTS and point.numbers:
        return element("li", *_linked_sentences(_(_POINTS[point.code]), point.numbers))
    return element("li", _(CODES[point.code].summary).replace("`", ""), " ", *sentence_links(point.numbers))


def _linked_sentences(what: str, numbers: Sequence[int]) -> Iterator[Child]:
    yield with_colon(f"{len(numbers)} {what}")
    yield from sentence_links(numbers)
