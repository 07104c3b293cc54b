"""What became of one article taken in, as lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.formats.text import visible
from factcheck.i18n import N_, _, ngettext, said
from factcheck.intake.draft import Facts
from factcheck.intake.source_file import SourceRecord


class ArticleReport(NamedTuple):
    """One article and what there is to say about it."""

    path: str
    #: One of `OUTCOMES`.
    outcome: str
    #: How many paragraphs the source has; 0 if it was not read.
    paragraphs: int
    #: The source as it was given, and what kind it is.
    source: str
    kind: str
    remarks: tuple[str, ...] = ()
    #: Said before all else.
    warnings: tuple[str, ...] = ()


#: What may become of an article, and how that is told.
OUTCOMES = {
    "written": N_("{path}: written, {paragraphs} from {source} ({kind})"),
    "updated": N_("{path}: brought up to its source, {paragraphs} in {source} ({kind})"),
    "recorded": N_("{path}: the text is as it was; what its source says of it has changed"),
    "unchanged": N_("{path}: unchanged"),
    "would-write": N_("{path}: would be written, {paragraphs} from {source} ({kind})"),
    "would-update": N_("{path}: its source has changed"),
}


def report_lines(report: ArticleReport) -> Iterator[str]:
    """Yield what is said about one article, warnings first, remarks indented."""
    yield from (visible(said(warning)) for warning in report.warnings)
    count = report.paragraphs
    counted = ngettext("{count} paragraph", "{count} paragraphs", count).format(count=count)
    outcome = _(OUTCOMES[report.outcome])
    yield visible(outcome.format(path=report.path, paragraphs=counted, source=report.source, kind=_(report.kind)))
    yield from (f"  {visible(said(remark))}" for remark in report.remarks)


def provenance(record: SourceRecord) -> list[tuple[str, str]]:
    """Return the facts of a source file as pairs of a word and a value, for people; what is not known is left out."""
    facts: Facts = record.facts
    pairs: Iterable[tuple[str, str]] = (
        (_("title"), facts.title),
        (_("author"), ", ".join(facts.authors)),
        (_("publisher"), facts.publisher),
        (_("published"), facts.published),
        (_("modified"), facts.modified),
        (_("address"), facts.url or record.origin),
        (_("version"), facts.version),
        (_("status"), facts.status),
        (_("retrieved"), record.retrieved),
    )
    return [(word, visible(value)) for word, value in pairs if value]
