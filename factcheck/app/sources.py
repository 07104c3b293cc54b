"""Every source that is named on a desk, from its sidecars; `factcheck.archive.named_sources` groups the names."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.app.corpus import CorpusArticle, corpus, relative
from factcheck.app.similar import finals_by_line
from factcheck.archive.named_sources import Mention, NamedSource, named_sources
from factcheck.errors import FactcheckError


def desk_sources(asked: str, failures: list[FactcheckError]) -> tuple[NamedSource, ...]:
    """Return the sources of the desk, or those of one name; why an article cannot be read is added to `failures`.

    Raises:
        FactcheckError: Settings that cannot be read.
    """
    found = corpus(())
    mentions: list[Mention] = []
    for one in found.articles():
        if isinstance(one, FactcheckError):
            failures.append(one)
        else:
            mentions += _mentions(one, relative(one.group, found.desk.root))
    return named_sources(mentions, asked)


def _mentions(article: CorpusArticle, path: str) -> Iterator[Mention]:
    """Yield what the annotators and the decisions name as sources of sentences that the article still says."""
    for final, line in finals_by_line(article):
        decided = (final.decision,) if final.decision else ()
        for record in (*decided, *(record for vote in final.votes for record in vote.records)):
            if record.source:
                yield Mention(record.source, f"{path}:{line}", final.text, record.url)
