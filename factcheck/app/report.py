"""Reports on the labels of a desk: read one article at a time, written all or none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import quote
from xml.etree.ElementTree import Element

from factcheck.app.corpus import CorpusArticle, corpus, relative
from factcheck.app.first_labelled import first_labelled
from factcheck.app.intake.sources import sourced
from factcheck.app.label_weeks import label_weeks
from factcheck.app.open_points import not_begun, open_points
from factcheck.errors import FactcheckError
from factcheck.formats.report import GENERATOR, STYLE, Page, Week, article_page, index_page
from factcheck.formats.report.index import DeskSummary, Line
from factcheck.formats.report.markdown import markdown
from factcheck.formats.report.markup import page_text
from factcheck.formats.report.parts import PageFrame
from factcheck.i18n import deferred
from factcheck.io.git.paths import below
from factcheck.io.git.repository import head, repository, toplevel
from factcheck.io.store import is_folder
from factcheck.io.store.reading import is_file
from factcheck.io.store.results import beginning, write_file, write_folder
from factcheck.labelling.structure import structure
from factcheck.review.agreement import Agreement, Figures, LabelledArticle
from factcheck.review.consensus import FinalState, consensus
from factcheck.review.matrix import matrix
from factcheck.review.overview import Overview, overview

_LEVEL = 0.95
#: What is in the beginning of every page that we write.
_GENERATED = f'content="{GENERATOR}"'.encode()


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


def write_report(request: ReportRequest) -> str | None:
    """Write a report; return it where it goes to standard output.

    Raises:
        FactcheckError: An article or a sidecar cannot be read, there is nothing to report on, or the place cannot be
            written to; then nothing is written.
    """
    found = corpus(request.paths)
    if not found.groups:
        raise FactcheckError(deferred("nothing to report: no article here has a sidecar"))
    bare = not_begun(request.paths)
    if request.form == "markdown":
        text = markdown((_overview(one, path) for one, path in _articles(request)), bare, request.title)
    elif len(found.groups) == 1 and not bare and not _is_site(request):
        one, path = next(_articles(request))
        frame = PageFrame(request.language, date=request.date)
        text = page_text(_page(one, _overview(one, path), request, frame))
    else:
        _write_site(request, bare)
        return None
    if request.output is None:
        return text
    if request.form == "html":
        _refuse_others(request.output)
    write_file(request.output, [text.encode()])
    return None


def _refuse_others(path: Path) -> None:
    """Refuse to write a page over a file that is no report of ours."""
    if is_file(path) and (begin := beginning(path, 1000)) and _GENERATED not in begin:
        hint = deferred("Choose another name, or remove it first.")
        raise FactcheckError(deferred("there is something there already"), path=str(path), hint=hint)


def _is_site(request: ReportRequest) -> bool:
    """Return whether a report on one article is a folder: where only an index can show it, or there is one already."""
    return request.history or (request.output is not None and is_folder(request.output))


def _articles(request: ReportRequest) -> Iterator[tuple[CorpusArticle, str]]:
    found = corpus(request.paths)
    for one in found.articles():
        if isinstance(one, FactcheckError):
            raise one
        yield one, relative(one.group, found.desk.root)


def _overview(one: CorpusArticle, path: str) -> Overview:
    agreed = consensus(one.article, one.sidecars, one.decisions, one.config.annotators)
    first = one.sidecars[0] if one.sidecars else one.decisions
    assert first is not None  # noqa: S101 - a group has a sidecar
    headings = structure(one.article.text, first.sentences).headings
    texts = (record.text for record in first.sentences if record.id in headings)
    points = open_points(one, agreed.finals)
    return overview(path, one.article, one.sidecars or (first,), agreed, headings=texts, points=points)


def _page(one: CorpusArticle, found: Overview, request: ReportRequest, frame: PageFrame) -> Element:
    figures = _figures([_labelled(one)]) if len(one.sidecars) > 1 else None
    known = sourced(Path(one.path))
    page = Page(figures, known.record if known else None, request.title, request.blind)
    return article_page(found, page, frame)


def _labelled(one: CorpusArticle) -> LabelledArticle:
    decisions = [one.decisions] if one.decisions else []
    return LabelledArticle(one.path, matrix(one.article, [*one.sidecars, *decisions]))


def _figures(articles: list[LabelledArticle]) -> Figures | None:
    agreement = Agreement(None)
    for article in articles:
        agreement.add(article)
    return next(iter(agreement.figures(_LEVEL)), None)


def _write_site(request: ReportRequest, bare: tuple[str, ...]) -> None:
    if request.output is None:
        raise FactcheckError(
            deferred("a report on several articles is a folder"), hint=deferred("Say where to: -o FOLDER.")
        )
    write_folder(request.output, _site(request, bare), is_page)


def is_page(path: Path) -> bool:
    """Return whether a file is of a report that we wrote, which a new one may replace."""
    if path.name == "style.css":
        return True
    return path.suffix == ".html" and _GENERATED in beginning(path, 1000)


def _site(request: ReportRequest, bare: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield the pages of the articles as they are read, then the index and the style sheet.

    Args:
        request: What is asked for.
        bare: The articles that nobody has begun to label.
    """
    lines: list[Line] = []
    agreement = Agreement(None)
    top = toplevel(Path.cwd())
    first = first_labelled(top) if top and head(top) else None
    for one, path in _articles(request):
        name = f"articles/{_file_name(path)}"
        up = "../" * name.count("/")
        frame = PageFrame(request.language, f"{up}style.css", f"{up}index.html", request.date)
        found = _overview(one, path)
        yield name, page_text(_page(one, found, request._replace(title=""), frame)).encode()
        agreement.add(_labelled(one))
        lines.append(_line(found, name, first.day(one) if first else ""))
    figures = None if request.blind else next(iter(agreement.figures(_LEVEL)), None)
    weeks = _weeks(request) if request.history else None
    desk = DeskSummary(lines, bare, figures, weeks, request.title)
    frame = PageFrame(request.language, "style.css", date=request.date)
    yield "index.html", page_text(index_page(desk, frame)).encode()
    yield "style.css", STYLE.encode()


def _weeks(request: ReportRequest) -> list[Week]:
    top = repository(Path.cwd()).top
    paths = request.paths or (str(corpus(()).desk.root),)
    return [Week(*week) for week in label_weeks(top, [below(top, path) for path in paths], request.date)]


def _file_name(path: str) -> str:
    return f"{PurePosixPath(path)}.html"


def _line(found: Overview, name: str, day: str) -> Line:
    return Line(
        found.path,
        found.title,
        quote(name),
        found.total,
        found.done,
        is_done=not found.errors,
        disputed=len(found.numbers(FinalState.DISPUTED)),
        unsure=len(found.unsure),
        stale=len(found.stale),
        other=found.other,
        decided=len(found.numbers(FinalState.DECIDED)),
        shares=tuple(found.shares.values()),
        day=day,
    )
