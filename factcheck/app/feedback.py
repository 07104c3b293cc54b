"""Feedback at a desk, from its files: for one annotator, for the desk's codebook, and on calibration articles."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.app.check.scope import start_of
from factcheck.app.codebook_versions import codebook_versions, version
from factcheck.app.corpus import CorpusArticle, corpus
from factcheck.app.desk import desk
from factcheck.errors import FactcheckError
from factcheck.model import Annotator, Sidecar, sidecar_name
from factcheck.review.consensus import FinalState, consensus
from factcheck.review.feedback import (
    HOMEWORK,
    Calibration,
    DecidedSentence,
    Example,
    Feedback,
    FeedbackCount,
    Homework,
    HomeworkList,
    Score,
    calibration,
    decided_sentences,
    score,
)


def annotator_feedback(paths: tuple[str, ...], annotator: Annotator, failures: list[FactcheckError]) -> Feedback:
    """Return what an annotator can learn from what was decided; calibration articles have no part in it.

    Raises:
        FactcheckError: No such file or folder, or settings that cannot be read; what is wrong with single files goes
            into `failures`.
    """
    count = FeedbackCount(annotator)
    for one in _articles(paths, failures, calibrating=False):
        if own := _own(one, annotator):
            count.remember(one.path, own)
            if one.decisions:
                count.add(decided_sentences(one.path, own, consensus(one.article, one.sidecars, one.decisions)))
    return count.feedback()


def feedback_by_codebook(
    paths: tuple[str, ...], annotator: Annotator, failures: list[FactcheckError]
) -> tuple[tuple[str, Feedback], ...]:
    """Return the same for each version of the desk's codebook that the annotator's labels have seen, by its name.

    Raises:
        FactcheckError: Not in a git repository, and what `annotator_feedback` does.
    """
    counts: dict[str, FeedbackCount] = {}
    found = codebook_versions(desk(start_of(paths)).root)
    for one in _articles(paths, failures, calibrating=False):
        own = _own(one, annotator)
        if own is None or one.decisions is None:
            continue
        then = found.seen([path := one.group.join(sidecar_name(one.group.article, annotator))])[path]
        parted: dict[str, list[DecidedSentence]] = {}
        for sentence in decided_sentences(one.path, own, consensus(one.article, one.sidecars, one.decisions)):
            record = own.sentences[sentence.example.number - 1]
            before = then.get(record.id, [None] * len(found.commits))
            parted.setdefault(found.name(version(record, before)), []).append(sentence)
        for name, sentences in parted.items():
            counts.setdefault(name, FeedbackCount(annotator)).add(sentences)
    return tuple((name, counts[name].feedback()) for name in sorted(counts))


def calibration_score(paths: tuple[str, ...], annotator: Annotator, failures: list[FactcheckError]) -> Calibration:
    """Return how an annotator did where the decisions are the key; raises what `annotator_feedback` does."""
    total = Score(0, 0, 0)
    for one in _articles(paths, failures, calibrating=True):
        if one.decisions:
            total = total.plus(score(one.article, _own(one, annotator), one.decisions))
    return calibration(annotator, total)


def desk_homework(paths: tuple[str, ...], asking: Annotator, failures: list[FactcheckError]) -> HomeworkList:
    """Return the decided sentences that are the desk's homework; raises what `annotator_feedback` does.

    Args:
        paths: Where to look; the whole desk where there are none.
        asking: Who asks; empty if that is not known: what they have still to label is not shown.
        failures: Takes what is wrong with single files.
    """
    found: list[Homework] = []
    hidden = 0
    for one in _articles(paths, failures, calibrating=False):
        for number, final in enumerate(consensus(one.article, one.sidecars, one.decisions).finals, start=1):
            decision = final.decision
            if final.state is not FinalState.DECIDED or decision is None or decision.reason not in HOMEWORK:
                continue
            if any(vote.annotator == asking and not vote.done for vote in final.votes):
                hidden += 1
                continue
            between = tuple(sorted({vote.answer for vote in final.votes if vote.done}))
            example = Example(one.path, number, final.text)
            found.append(Homework(example, decision.reason, between, decision.label or "skip", decision.note))
    return HomeworkList(tuple(found), hidden)


def _articles(paths: tuple[str, ...], failures: list[FactcheckError], *, calibrating: bool) -> Iterator[CorpusArticle]:
    for one in corpus(paths).articles():
        if isinstance(one, FactcheckError):
            failures.append(one)
        elif one.calibrates is calibrating:
            yield one


def _own(one: CorpusArticle, annotator: Annotator) -> Sidecar | None:
    return next((sidecar for sidecar in one.sidecars if sidecar.annotator == annotator), None)
