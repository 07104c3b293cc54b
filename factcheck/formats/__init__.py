"""Values to text: everything a person or a machine reads is laid out here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from factcheck.registry import Registry

if TYPE_CHECKING:
    from factcheck.archive.entries import SimilarView
    from factcheck.formats.agreement import AgreementView
    from factcheck.formats.carry import CarriedFile
    from factcheck.formats.feedback import FeedbackView
    from factcheck.formats.findings import Report
    from factcheck.model import Span
    from factcheck.review.changes import FileChanges
    from factcheck.review.plan import DeskPlan


class CarryFormat(Protocol):
    """Writes what became of an article's sentences."""

    def __call__(self, files: Sequence[CarriedFile], *, dry_run: bool = False) -> str:
        """Return it as text."""


#: What `check` can write, in pieces of whole lines; statistics have an option of their own.
FINDINGS: Registry[Callable[[Report], Iterator[str]]] = Registry(
    {
        "text": "factcheck.formats.findings.text:pieces",
        "json": "factcheck.formats.findings.own_json:pieces",
        "github": "factcheck.formats.findings.github:pieces",
        "gitlab": "factcheck.formats.findings.gitlab:pieces",
        "sarif": "factcheck.formats.findings.sarif:pieces",
        "junit": "factcheck.formats.findings.junit:pieces",
        "rdjson": "factcheck.formats.findings.rdjson:pieces",
        "markdown": "factcheck.formats.findings.markdown:pieces",
        "statistics": "factcheck.formats.findings.statistics:pieces",
    }
)

#: Those that name every file that was looked at.
NAMING_FILES = ("junit",)

#: What `agreement` can write of its figures, in pieces; the labels themselves, as csv, are no figures.
AGREEMENT: Registry[Callable[[AgreementView], Iterator[str]]] = Registry(
    {
        "text": "factcheck.formats.agreement.text:pieces",
        "json": "factcheck.formats.agreement.own_json:pieces",
        "markdown": "factcheck.formats.agreement.markdown:pieces",
        "svg": "factcheck.formats.agreement.picture:pieces",
    }
)

#: What `carry` can write.
CARRY: Registry[CarryFormat] = Registry(
    {
        "text": "factcheck.formats.carry:text",
        "json": "factcheck.formats.carry:as_json",
        "markdown": "factcheck.formats.carry:markdown",
    }
)

#: What `diff` can write.
CHANGES: Registry[Callable[[Sequence[FileChanges]], str]] = Registry(
    {
        "text": "factcheck.formats.changes:text",
        "markdown": "factcheck.formats.changes:markdown",
        "json": "factcheck.formats.changes:as_json",
    }
)

#: What `sentences` can write, given an article's text.
SENTENCES: Registry[Callable[[str, Sequence[Span]], str]] = Registry(
    {"text": "factcheck.formats.sentences:text", "jsonl": "factcheck.formats.sentences:jsonl"}
)

#: What `report` can write.
REPORT: Registry[Callable[..., object]] = Registry(
    {
        "html": "factcheck.formats.report.article:article_page",
        "markdown": "factcheck.formats.report.markdown:markdown",
    }
)

#: What `plan` can write.
PLAN: Registry[Callable[[DeskPlan], str]] = Registry(
    {
        "text": "factcheck.formats.plan:text",
        "csv": "factcheck.formats.plan:as_csv",
        "json": "factcheck.formats.plan:as_json",
    }
)

#: What `feedback` can write.
FEEDBACK: Registry[Callable[[FeedbackView], str]] = Registry(
    {"text": "factcheck.formats.feedback:text", "json": "factcheck.formats.feedback:as_json"}
)

#: What `similar` can write.
SIMILAR: Registry[Callable[[SimilarView], str]] = Registry(
    {
        "text": "factcheck.formats.similar:text",
        "json": "factcheck.formats.similar:as_json",
        "markdown": "factcheck.formats.similar:markdown",
    }
)
