"""What `check` finds in an article, by the sentences it is about: a report and `check` call the same things open."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from factcheck.app.check.examine import examine
from factcheck.app.check.scope import WorkTree
from factcheck.app.corpus import CorpusArticle, relative, untouched
from factcheck.findings import Finding, Severity
from factcheck.model import LineStarts
from factcheck.review.consensus import Final, FinalState
from factcheck.review.overview import OpenPoint
from factcheck.sidecar import Document
from factcheck.text.article import Article
from factcheck.text.placement import place

#: Too few have labelled a sentence; where too few have begun it is said once, and holds for every sentence.
_UNLABELLED = "FC101"
_ORDER = (Severity.ERROR, Severity.WARNING)

#: Findings of other families in an article's own file are about the file.
_OF_SENTENCES = ("FC1", "FC2", "FC3")

#: Returns where in the article a finding is, in code points; None where it is about no sentence.
_Offset = Callable[[Finding], int | None]


def open_points(one: CorpusArticle, finals: Sequence[Final]) -> tuple[OpenPoint, ...]:
    """Return what `check` finds in an article, errors before warnings, by code; notes are left out.

    Args:
        one: The article, as it is in the work tree.
        finals: Its sentences; their numbers are counted from 1.

    Raises:
        FactcheckError: A file cannot be read any more.
    """
    examined = examine(one.group, one.config, WorkTree())
    if examined.failures:
        raise examined.failures[0]
    offset = _offsets(one)
    kinds = sorted({(_ORDER.index(f.severity), f.code) for f in examined.findings if f.severity in _ORDER})
    of_code = {code: [f for f in examined.findings if f.code == code] for _, code in kinds}
    return tuple(
        OpenPoint(code, _ORDER[rank], len(of_code[code]), tuple(sorted(_numbers(of_code[code], finals, offset))))
        for rank, code in kinds
    )


def not_begun(paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return the articles at `paths` that `check` misses labels for, relative to the desk: they have no sidecar."""
    found = untouched(paths)
    examined = ((group, examine(group, part.config, WorkTree())) for part in found.parts for group in part.groups)
    return tuple(
        relative(group, found.desk.root)
        for group, one in examined
        if any(finding.severity is Severity.ERROR for finding in one.findings)
    )


def _numbers(findings: Iterable[Finding], finals: Sequence[Final], offset: _Offset) -> set[int]:
    starts = [final.span.start for final in finals]
    found = {bisect_right(starts, at) for one in findings if (at := offset(one)) is not None}
    if any(one.code == _UNLABELLED for one in findings):
        found.update(number for number, final in enumerate(finals, 1) if final.state is FinalState.UNLABELLED)
    return found - {0}


def _offsets(one: CorpusArticle) -> _Offset:
    """Return what tells where findings are."""
    documents = {document.path: document for document in one.documents.values()}
    in_sidecar = cache(lambda path: _in_sidecar(one.article, documents[path]))
    starts = LineStarts(one.article.text)

    def offset(finding: Finding) -> int | None:
        """Return where a finding is."""
        if finding.path in documents:
            return in_sidecar(finding.path)(finding.place.line)
        if finding.path != one.path or not finding.code.startswith(_OF_SENTENCES):
            return None
        return starts.offset(finding.place)

    return offset


def _in_sidecar(article: Article, document: Document) -> Callable[[int], int | None]:
    """Return what tells where in the article the sentence stands whose record holds a line of a sidecar."""
    starts = document.places.starts
    begins = [*starts["sentences"], *starts["retired"]]
    spans = place(article, [record.text for record in document.sidecar.sentences])

    def offset(line: int) -> int | None:
        """Return where the sentence stands; None for the header, and for a sentence that the article does not say."""
        index = bisect_right(begins, line) - 1
        span = spans[index] if 0 <= index < len(spans) else None
        return span.start if span else None

    return offset
