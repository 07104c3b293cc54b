"""Reports on the labels of a desk: read one article at a time, written all or none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factcheck.app.corpus import CorpusArticle, corpus, relative
from factcheck.app.report.open_points import not_begun
from factcheck.app.report.pages import ReportRequest, overview_of, page_of
from factcheck.app.report.site import site
from factcheck.errors import FactcheckError
from factcheck.formats.report import GENERATOR
from factcheck.formats.report.markdown import markdown
from factcheck.formats.report.markup import page_text
from factcheck.formats.report.parts import PageFrame
from factcheck.i18n import deferred
from factcheck.io.store import is_folder
from factcheck.io.store.results import existing, write_file, write_folder

#: What is in the beginning of every page that we write.
_GENERATED = f'content="{GENERATOR}"'.encode()
_BEGINNING = 1000


def write_report(request: ReportRequest) -> str | None:
    """Write a report; return it where it goes to standard output.

    Raises:
        FactcheckError: An article or a sidecar cannot be read, there is nothing to report on, or the place cannot be
            written to; then nothing is written.
    """
    found = corpus(request.paths)
    groups = found.groups
    if not groups:
        raise FactcheckError(deferred("nothing to report: no article here has a sidecar"))
    bare = not_begun(request.paths)
    if request.form == "markdown":
        text = markdown((overview_of(one, path) for one, path in _articles(request)), bare, request.title)
    elif len(groups) == 1 and not bare and not _is_site(request):
        one, path = next(_articles(request))
        frame = PageFrame(request.language, date=request.date)
        text = page_text(page_of(one, overview_of(one, path), request, frame))
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
    begin = existing(path, _BEGINNING)
    if begin and _GENERATED not in begin:
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


def _write_site(request: ReportRequest, bare: tuple[str, ...]) -> None:
    if request.output is None:
        raise FactcheckError(
            deferred("a report on several articles is a folder"), hint=deferred("Say where to: -o FOLDER.")
        )
    write_folder(request.output, site(request, request.output, bare), is_page)


def is_page(path: Path) -> bool:
    """Return whether a file is of a report that we wrote, which a new one may replace."""
    page = path.with_name("index.html") if path.name == "style.css" else path
    return page.suffix == ".html" and _GENERATED in existing(page, _BEGINNING)
