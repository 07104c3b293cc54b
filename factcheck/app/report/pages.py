"""What a report says of one article: its overview, its page, and its part in figures of agreement."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from factcheck.app.corpus import CorpusArticle
from factcheck.app.intake.sources import sourced
from factcheck.app.report.open_points import open_points
from factcheck.formats.report import Page, article_page
from factcheck.formats.report.parts import PageFrame
from factcheck.labelling.structure import structure
from factcheck.model import Sidecar, is_again
from factcheck.review.agreement import Agreement, Figures, LabelledArticle
from factcheck.review.consensus import consensus
from factcheck.review.matrix import Matrix, matrix
from factcheck.review.overview import Overview, overview

#: How sure intervals are.
LEVEL = 0.95


class ReportRequest(NamedTuple):
    """What to report on and how."""

    paths: tuple[str, ...]
    #: A file or, for several articles, a folder; None for standard output.
    output: Path | None
    form: str = "html"
    blind: bool = False
    language: str = "en"
    title: str = ""
    #: The day to print, as `2026-11-28`; later commits do not count. None is printed where it is empty.
    date: str = ""
    #: Show what each week brought, on the index.
    history: bool = False


def overview_of(one: CorpusArticle, path: str) -> Overview:
    """Return what there is to know of an article's labels; it is called `path`.

    Raises:
        FactcheckError: A file cannot be read any more.
    """
    agreed = consensus(one.article, one.sidecars, one.decisions, one.config.annotators)
    first = one.sidecars[0] if one.sidecars else one.decisions
    assert first is not None  # noqa: S101 - a group has a sidecar
    headings = structure(one.article.text, first.sentences).headings
    texts = (record.text for record in first.sentences if record.id in headings)
    points = open_points(one, agreed.finals)
    return overview(path, one.article, one.sidecars or (first,), agreed, headings=texts, points=points)


def page_of(one: CorpusArticle, found: Overview, request: ReportRequest, frame: PageFrame) -> Element:
    """Return the page of an article."""
    known = sourced(Path(one.path))
    page = Page(_figures(one), known.record if known else None, request.title, request.blind)
    return article_page(found, page, frame)


def matrix_of(one: CorpusArticle) -> Matrix:
    """Return what annotators say of an article, for figures of agreement; second tries have no part in them."""
    return matrix(one.article, [*_first(one), *([one.decisions] if one.decisions else [])])


def _first(one: CorpusArticle) -> list[Sidecar]:
    return [sidecar for sidecar in one.sidecars if not is_again(sidecar.annotator)]


def _figures(one: CorpusArticle) -> Figures | None:
    if len(_first(one)) < 2:
        return None
    agreement = Agreement()
    agreement.add(LabelledArticle(one.path, matrix_of(one)))
    return next(iter(agreement.figures(LEVEL)), None)
