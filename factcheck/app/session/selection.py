"""The sentences that a session is about, where it is not about all: by state, by dispute, by what a branch changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from factcheck.app import history
from factcheck.app.codebook_versions import outgrown
from factcheck.app.desk import desk
from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.io import store
from factcheck.io.git import contents
from factcheck.io.git.paths import below
from factcheck.io.git.repository import repository
from factcheck.labelling import CARRIED, Selection, carried, select
from factcheck.model import Record, Sidecar, Span
from factcheck.review.changes import FileChanges
from factcheck.review.consensus import FinalState, consensus
from factcheck.review.overlap import overlap_sentences
from factcheck.sidecar import read
from factcheck.text.article import Article
from factcheck.text.placement import place_some


@dataclass(frozen=True, slots=True)
class Choice:
    """What the command line says about which sentences to walk."""

    path: Path
    article: Article
    #: How the article is encoded; None means UTF-8.
    encoding: str | None
    #: A name that `labelling.select` knows, or `disputed`; None means no such limit.
    only: str | None
    #: A revision of git; None means no such limit.
    since: str | None
    #: How many sentences in a row need a second label; 0 means no such limit.
    overlap: int = 0

    def __call__(self, own: Sidecar, others: Sequence[store.FoundSidecar]) -> Selection | None:
        """Return the sentences of a sidecar that are meant; None for all of them.

        Args:
            own: The annotator's sidecar.
            others: The article's other sidecars.

        Raises:
            FactcheckError: There is no such selection or revision, or no repository.
        """
        found = [self._only(own, others)] if self.only else []
        found += [self._changed(own, self.since)] if self.since else []
        found += [self._overlap(own, others)] if self.overlap else []
        return reduce(_both, found) if found else None

    def _only(self, own: Sidecar, others: Sequence[store.FoundSidecar]) -> Selection:
        if self.only == CARRIED:
            return carried(self._earlier(own), own)
        if self.only == "before-codebook":
            path = str(store.sidecar_path(self.path, own.annotator))
            return Selection(self.only, outgrown(desk(self.path.parent).root, path, own.sentences))
        if self.only != "disputed":
            return select(own, self.only or "")
        sidecars = [own, *(store.parse_found(other).document.sidecar for other in others)]
        decisions = next((sidecar for sidecar in sidecars if sidecar.annotator is None), None)
        voters = [sidecar for sidecar in sidecars if sidecar.annotator]
        finals = consensus(self.article, voters, decisions).finals
        disputed = [final.span for final in finals if final.state is FinalState.DISPUTED]
        return Selection("disputed", self._standing_in(own, disputed))

    def _overlap(self, own: Sidecar, others: Sequence[store.FoundSidecar]) -> Selection:
        """Return the sentences that need a second label; chosen by what all annotators' ids have in common."""
        sidecars = [own, *(store.parse_found(other).document.sidecar for other in others)]
        finals = overlap_sentences(self.article, [sidecar for sidecar in sidecars if sidecar.annotator], self.overlap)
        return Selection("overlap", self._standing_in(own, [final.span for final in finals]))

    def _changed(self, own: Sidecar, since: str) -> Selection:
        """Return the sentences whose labels or text somebody changed since the branch left `since`."""
        top = repository(Path.cwd()).top
        article = below(top, self.path)
        between = history.Range(contents.merge_base(top, since), None)
        spans: list[Span] = []
        for found in history.compare_revisions(top, between, [article]):
            if isinstance(found, FactcheckError):
                raise found
            spans += self._spans(_new_records(found))
        new = self._new_texts(own, contents.file_at(top, between.old, article))
        return Selection(deferred("changed since {since}", since=since), self._standing_in(own, spans) | new)

    def _new_texts(self, own: Sidecar, before: bytes | None) -> frozenset[str]:
        """Return the ids of the records whose text the article did not have before."""
        text = before.decode(self.encoding or "utf-8", "replace") if before is not None else ""
        return frozenset(record.id for record in own.sentences if record.text not in text)

    def _earlier(self, own: Sidecar) -> Iterator[Sidecar]:
        """Yield the annotator's labels as the file has them and as they were last committed, where they were."""
        path = store.sidecar_path(self.path, own.annotator)
        if not store.identity(path):
            return
        yield store.load(path).document.sidecar
        try:
            top = repository(self.path.parent).top
            commit = contents.commit_id(top, "HEAD")
        except FactcheckError:  # there is no repository, or no commit yet: the file is all there is
            return
        committed = contents.file_at(top, commit, below(top, path))
        if committed is not None:
            yield read(committed, f"HEAD:{path.name}").sidecar

    def _spans(self, records: Iterable[Record]) -> Iterator[Span]:
        yield from filter(None, place_some(self.article, [record.text for record in records]))

    def _standing_in(self, own: Sidecar, spans: Iterable[Span]) -> frozenset[str]:
        """Return the ids of the records that share some of the article's text with one of these stretches."""
        wanted = tuple(spans)
        places = zip(own.sentences, place_some(self.article, [record.text for record in own.sentences]), strict=True)
        return frozenset(
            record.id
            for record, place in places
            if place and any(place.start < span.end and span.start < place.end for span in wanted)
        )


def _new_records(found: FileChanges) -> Iterator[Record]:
    for change in found.changes:
        yield from change.new


def _both(one: Selection, other: Selection) -> Selection:
    return Selection(f"{one.name}, {other.name}", one.ids & other.ids)
