"""A report on several articles: a page for each, made again only where it may have changed, and an index."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from factcheck.app.corpus import CorpusArticle, corpus, corpus_article, relative
from factcheck.app.first_labelled import first_labelled
from factcheck.app.label_weeks import label_weeks
from factcheck.app.report.known import KnownPages, SitePage, page_name
from factcheck.app.report.pages import LEVEL, ReportRequest, matrix_of, overview_of, page_of
from factcheck.checking.scope import Group
from factcheck.formats.report import STYLE, Week, index_page
from factcheck.formats.report.index import DeskSummary, Line
from factcheck.formats.report.markup import page_text
from factcheck.formats.report.parts import PageFrame
from factcheck.io.git.paths import below
from factcheck.io.git.repository import head, repository, toplevel
from factcheck.review.agreement import Agreement, LabelledArticle
from factcheck.review.consensus import FinalState
from factcheck.review.overview import Overview


def site(request: ReportRequest, folder: Path, bare: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the pages of the articles as they are read, then the index and the style sheet, by name.

    Args:
        request: What is asked for.
        folder: Where they will be.
        bare: The articles that nobody has begun to label.

    Raises:
        FactcheckError: An article or a sidecar cannot be read, or git fails.
    """
    lines: list[Line] = []
    agreement = Agreement()
    top = toplevel(Path.cwd())
    first = first_labelled(top) if top and head(top) else None
    for group, page in _pages(request, folder):
        yield page_name(page.line.path), page.html
        agreement.add(LabelledArticle(group.path, page.matrix))
        lines.append(page.line._replace(day=first.day(group) if first else ""))
    figures = None if request.blind else next(iter(agreement.figures(LEVEL)), None)
    weeks = _weeks(request) if request.history else None
    desk = DeskSummary(lines, bare, figures, weeks, request.title)
    frame = PageFrame(request.language, "style.css", date=request.date)
    yield "index.html", page_text(index_page(desk, frame)).encode()
    yield "style.css", STYLE.encode()


def _pages(request: ReportRequest, folder: Path) -> Iterator[tuple[Group, SitePage]]:
    """Yield the page of each article: the one that is there, if it was made of the same."""
    known = KnownPages(folder, request)
    found = corpus(request.paths)
    for group, part in found.listed():
        path = relative(group, found.desk.root)
        inputs = known.inputs(group, part.config)
        page = known.page(path, inputs)
        if page is None:
            page = _made(corpus_article(group, part), path, request)
            if inputs:
                known.keep(path, inputs, page)
        yield group, page
    known.close()


def _made(one: CorpusArticle, path: str, request: ReportRequest) -> SitePage:
    name = page_name(path)
    up = "../" * name.count("/")
    frame = PageFrame(request.language, f"{up}style.css", f"{up}index.html", request.date)
    found = overview_of(one, path)
    html = page_text(page_of(one, found, request._replace(title=""), frame)).encode()
    return SitePage(html, _line(found, quote(os.fsencode(name))), matrix_of(one))


def _weeks(request: ReportRequest) -> list[Week]:
    top = repository(Path.cwd()).top
    paths = request.paths or (str(corpus(()).desk.root),)
    return [Week(*week) for week in label_weeks(top, [below(top, path) for path in paths], request.date)]


def _line(found: Overview, address: str) -> Line:
    return Line(
        found.path,
        found.title,
        address,
        found.total,
        found.done,
        is_done=not found.errors,
        disputed=len(found.numbers(FinalState.DISPUTED)),
        unsure=len(found.unsure),
        stale=len(found.stale),
        other=found.other,
        decided=len(found.numbers(FinalState.DECIDED)),
        shares=tuple(found.shares.values()),
    )
