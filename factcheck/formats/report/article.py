"""The page of one article: what is open, figures, the article with its labels, its sources; in an editor's order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from factcheck.formats.agreement.words import coefficient_words, label_word, remarks, subject_words
from factcheck.formats.intake import provenance
from factcheck.formats.report.markup import Child, element
from factcheck.formats.report.open_points import open_section
from factcheck.formats.report.parts import PageFrame, section, sentence_links, shares, wide_table, with_colon
from factcheck.formats.text import one_line
from factcheck.i18n import _, ngettext
from factcheck.intake.source_file import SourceRecord
from factcheck.model import Label, Record
from factcheck.review.adjudication.reasons import reason_title
from factcheck.review.agreement import Figures
from factcheck.review.consensus import Final, FinalState, Vote
from factcheck.review.overview import Overview, Passage


class Page(NamedTuple):
    """What a page is to show beside the labels themselves."""

    #: How far annotators agree; None where there is one annotator.
    figures: Figures | None = None
    #: Where the article comes from; None where nobody wrote it down.
    source: SourceRecord | None = None
    #: What to call it; the article's own title otherwise.
    title: str = ""
    #: Leave out who said what.
    blind: bool = False


def article_page(found: Overview, page: Page, frame: PageFrame) -> Element:
    """Return the page of an article.

    Args:
        found: The article and its labels.
        page: What else to show.
        frame: How pages are put together.
    """
    blind = page.blind
    sections = [
        open_section(found),
        _glance(found, None if blind else page.figures, blind=blind),
        _article(found, blind=blind),
        _sources(found),
        _provenance(page.source) if page.source else None,
    ]
    heading = one_line(page.title or found.title)
    return frame.page(heading, [element("h1", heading), _facts(found, blind=blind)], sections, kind="article")


def _facts(found: Overview, *, blind: bool) -> Element:
    count = found.total
    parts = [found.path, ngettext("{count} sentence", "{count} sentences", count).format(count=count)]
    if not blind:
        names = [str(sidecar.annotator) for sidecar in found.sidecars]
        parts.append(ngettext("annotator: {names}", "annotators: {names}", len(names)).format(names=", ".join(names)))
    parts.append(_("{done} of {count} done").format(done=found.done, count=count))
    return element("p", ", ".join(parts), class_="facts")


def _glance(found: Overview, figures: Figures | None, *, blind: bool) -> Element:
    parts: list[Child] = [shares(found.shares)]
    if not blind:
        parts.append(_annotators(found))
    if figures is not None:
        said = [subject_words(figures), *([f"α {coefficient_words(figures.alpha)}"] if figures.pieces else [])]
        parts.append(
            element(
                "p", _("{name}: {text}").format(name=_("Agreement"), text=_("; ").join(said)) + ". ", class_="facts"
            )
        )
        parts += [element("p", said, class_="facts") for said in remarks(figures)]
    return section("glance", _("At a glance"), *parts)


def _annotators(found: Overview) -> Element:
    header = [_("annotator"), *map(label_word, Label), _("left aside"), _("open")]
    rows = []
    for sidecar in found.sidecars:
        records = sidecar.sentences
        counts = [sum(record.label is label for record in records) for label in Label]
        skipped = sum(bool(record.skip) and not record.label for record in records)
        counts += [skipped, sum(not record.done for record in records)]
        rows.append([str(sidecar.annotator), *map(str, counts)])
    return wide_table(_("Labels by annotator"), header, rows)


def _article(found: Overview, *, blind: bool) -> Element:
    passages = (part for one in found.passages for part in _passage(one, blind=blind))
    return section("text", _("The article"), element("div", *passages, lang=found.language))


def _passage(passage: Passage, *, blind: bool) -> Iterator[Element]:
    items = [
        _sentence(number, final, heading=passage.heading, blind=blind)
        for number, final in enumerate(passage.finals, passage.first)
    ]
    yield element("ol", *items, start=passage.first)


def _sentence(number: int, final: Final, *, heading: bool, blind: bool) -> Element:
    text = element("h3", final.text) if heading else element("p", final.text)
    said = element("div", text, *_beside(final), None if blind else _votes(final), class_="said")
    state = "disputed" if final.state is FinalState.DISPUTED else ""
    return element("li", _badge(final), said, id=f"s{number}", class_=state)


def _badge(final: Final) -> Element:
    """Return the label: its letter, its word and its colour, so that none of them is needed."""
    words = {
        FinalState.SKIPPED: ("skipped", _("left aside")),
        FinalState.DISPUTED: ("none", _("disputed")),
        FinalState.UNLABELLED: ("none", _("not labelled")),
    }
    if final.label is None:
        kind, word = words.get(final.state, ("none", _("not labelled")))
        return element("span", word, class_=f"label {kind}")
    letter = element("b", final.label[0].upper())
    return element(
        "span", letter, f" {label_word(final.label)}", class_=f"label {final.label}", data_label=str(final.label)
    )


def _beside(final: Final) -> Iterator[Element]:
    """Yield the source with its address, and notes."""
    records = [final.decision] if final.decision else [record for vote in final.votes for record in vote.records]
    if final.source:
        address = next((record.url for record in records if record and _is_web(record.url)), "")
        link = element("a", final.source, href=address, rel="noreferrer") if address else final.source
        yield element("p", with_colon(_("source")), link, class_="source")
    for note in dict.fromkeys(record.note for record in records if record and record.note):
        yield element("p", _("{name}: {text}").format(name=_("note"), text=note), class_="note")


def _is_web(address: str) -> bool:
    try:
        return urlsplit(address).scheme in ("http", "https") and bool(urlsplit(address).netloc)
    except ValueError:
        return False


def _votes(final: Final) -> Element | None:
    """Return who said what, what was decided and why, and what the sentence said before, under a fold."""
    differ = len({vote.answer for vote in final.votes}) > 1
    lines = [_vote(vote) for vote in final.votes] if differ or final.decision else []
    decision = final.decision
    if decision:
        reason = f" ({reason_title(decision.reason)})" if decision.reason else ""
        lines.append(_("{name}: {text}").format(name=_("decided"), text=f"{_answer(decision)}{reason}"))
    lines += [_("before: {text}").format(text=was) for was in dict.fromkeys(_befores(final))]
    if not lines:
        return None
    title = _("who said what") if differ or decision else _("what it said before")
    return element("details", element("summary", title), *(element("p", line) for line in lines))


def _befores(final: Final) -> Iterator[str]:
    for vote in final.votes:
        yield from (record.was for record in vote.records if record.was)


def _vote(vote: Vote) -> str:
    answers = ", ".join(dict.fromkeys(map(_answer, vote.records)))
    unsure = " (" + _("unsure") + ")" if any(record.unsure for record in vote.records) else ""
    return _("{name}: {text}").format(name=vote.annotator, text=f"{answers}{unsure}")


def _answer(record: Record) -> str:
    if record.label:
        return label_word(record.label)
    return _("left aside ({reason})").format(reason=record.skip) if record.skip else _("not labelled")


def _sources(found: Overview) -> Element | None:
    if not found.sources:
        return None
    items = [element("li", with_colon(source), *sentence_links(numbers)) for source, numbers in found.sources.items()]
    return section("sources", _("Sources"), element("ul", *items, class_="open"))


def _provenance(source: SourceRecord) -> Element:
    """Return where the article comes from, as its source file says; a web address is a link."""
    pairs = [pair for word, said in provenance(source) for pair in (element("dt", word), element("dd", _linked(said)))]
    return section("provenance", _("Where it comes from"), element("dl", *pairs))


def _linked(said: str) -> Child:
    return element("a", said, href=said, rel="noreferrer") if _is_web(said) else said
