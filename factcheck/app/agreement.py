"""Agreement at a desk, from its files and their history to figures; `factcheck.formats.agreement` lays them out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from factcheck.app.codebook_versions import codebook_versions, version
from factcheck.app.corpus import CorpusArticle, corpus
from factcheck.app.first_labelled import first_labelled
from factcheck.errors import FactcheckError
from factcheck.formats.agreement import AgreementView
from factcheck.io.git.repository import repository
from factcheck.model import Record, Sidecar, first_name, is_again, sidecar_name
from factcheck.review.agreement import Agreement, LabelledArticle
from factcheck.review.matrix import LeftOut, matrix


class AgreementRequest(NamedTuple):
    """What to compare and how; each field is an option of that name."""

    paths: tuple[str, ...] = ()
    #: Only these annotators; all of them where there is none.
    annotators: tuple[str, ...] = ()
    by: str | None = None
    #: Only articles whose first sidecar was committed on these days or between, as `2026-11-28` or `2026-11`.
    since: str = ""
    until: str = ""
    level: float = 0.95


def agreement_view(request: AgreementRequest, failures: list[FactcheckError]) -> AgreementView:
    """Return how far annotators agree; what cannot be read is left out, and why goes into `failures`.

    Raises:
        FactcheckError: No such file or folder, settings that cannot be read, or a question to git that has no answer.
    """
    agreement, left_out = Agreement(request.by), LeftOut()
    for article in labelled_articles(request, failures):
        agreement.add(article)
        left_out = left_out.plus(article.matrix.left_out)
    groups, again = agreement.figures(request.level), agreement.again(request.level)
    return AgreementView(request.by, request.level, groups, again, left_out, len(failures))


def labelled_articles(request: AgreementRequest, failures: list[FactcheckError]) -> Iterator[LabelledArticle]:
    """Yield what the annotators asked for say about each article, in order of path; why others cannot be read is kept.

    Raises:
        FactcheckError: As `agreement_view`.
    """
    found = corpus(request.paths)
    days = _Days(request)
    for one in found.articles():
        if isinstance(one, FactcheckError):
            failures.append(one)
            continue
        article = _labelled(one, request, days.of(one))
        if days.within(article.day):
            yield _with_versions(article, one, found.desk.root) if request.by == "codebook" else article


def column_names(request: AgreementRequest) -> tuple[str, ...]:
    """Return the annotators there are, by the names of files, whether or not they labelled anything."""
    names = {name for group in corpus(request.paths).groups if group.exists for name in group.annotators}
    return tuple(sorted(name for name in names if _wanted(name, request)))


def _labelled(one: CorpusArticle, request: AgreementRequest, day: str) -> LabelledArticle:
    sidecars = [sidecar for sidecar in one.sidecars if _wanted(str(sidecar.annotator), request)]
    first = [sidecar for sidecar in sidecars if not is_again(sidecar.annotator)]
    again = []
    for second in sidecars:
        same = [other for other in first if other.annotator == first_name(str(second.annotator)) and other != second]
        if is_again(second.annotator) and same:
            again.append(matrix(one.article, [*same, second]))
    decisions = [one.decisions] if one.decisions else []
    return LabelledArticle(one.path, matrix(one.article, [*first, *decisions]), tuple(again), day)


def _with_versions(article: LabelledArticle, one: CorpusArticle, root: Path) -> LabelledArticle:
    """Return an article with the version of the codebook that all labels of each piece have seen."""
    found = codebook_versions(root)
    paths = {
        sidecar.annotator: one.group.join(sidecar_name(one.group.article, sidecar.annotator))
        for sidecar in one.sidecars
    }
    then = found.seen(tuple(paths.values()))

    def seen(sidecar: Sidecar, record: Record) -> str:
        """Return the version that a label has seen, so that versions sort as strings."""
        before = then[paths[sidecar.annotator]].get(record.id, [None] * len(found.commits))
        return f"{version(record, before):03}" if record.done else ""

    wanted = [sidecar for sidecar in one.sidecars if sidecar.annotator in article.matrix.names]
    rows = matrix(one.article, wanted, seen).rows
    return article._replace(versions=[found.name(int(min(filter(None, row), default="0"))) for row in rows])


def _wanted(name: str, request: AgreementRequest) -> bool:
    return not request.annotators or name in request.annotators or first_name(name) in request.annotators


class _Days:
    """When each article was first labelled, asked of git only where it matters."""

    def __init__(self, request: AgreementRequest) -> None:
        self._since, self._until = request.since, request.until
        asked = request.by == "month" or request.since or request.until
        self._first = first_labelled(repository(Path.cwd()).top) if asked else None

    def of(self, one: CorpusArticle) -> str:
        """Return the day its first sidecar was committed; empty where none was, or nobody asked."""
        return self._first.day(one.group) if self._first else ""

    def within(self, day: str) -> bool:
        """Return whether a day is asked for; what is not committed comes after every day."""
        if self._until and (not day or day[: len(self._until)] > self._until):
            return False
        return not self._since or not day or day >= self._since
