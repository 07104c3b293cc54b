"""Rules about what annotators say together, and what was decided between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.checking.subject import Remark, Subject
from factcheck.i18n import deferred
from factcheck.text.quoting import quoted, without_middle

if TYPE_CHECKING:
    from factcheck.review.consensus import Final


def disputed(subject: Subject) -> Iterator[Remark]:
    """Yield the sentences on which annotators differ, where nobody asked for a decision (FC201)."""
    if subject.config.adjudication or subject.decisions or not subject.whole:
        return
    for final in _open(subject):
        yield _at_second_voice(subject, final)


def undecided(subject: Subject) -> Iterator[Remark]:
    """Yield the sentences on which annotators differ although adjudication was asked for or begun (FC202)."""
    if not (subject.config.adjudication or subject.decisions) or not subject.whole:
        return
    spans = subject.decisions.spans if subject.decisions else ()
    numbers = {span: index for index, span in reversed(tuple(enumerate(spans)))}
    for final in _open(subject):
        index = numbers.get(final.span)
        if subject.decisions and index is not None:
            yield subject.decisions.at(index, "label", _differing(final))
        else:
            yield _at_second_voice(subject, final)


def decision_outdated(subject: Subject) -> Iterator[Remark]:
    """Yield the decisions made over labels that have changed since, or nobody knows which (FC203)."""
    if subject.decisions is None or subject.alone or not subject.whole:
        return
    for final in subject.consensus.finals:
        if final.decision and (final.state == "disputed" or _weighs_nothing(final)):
            one, index = subject.find(final.decision)
            yield one.at(index, "over" if final.decision.over else "label", _outdated(final, final.decision.over))


def _outdated(final: Final, over: str) -> str:
    from factcheck.review.consensus import over as labels  # noqa: PLC0415 - one annotator's labels need no consensus

    now, text = _said(labels(final.votes)), quoted(final.text)
    if not over.strip():
        return deferred("decided without saying over what, but now {now}: {text}", now=now, text=text)
    return deferred("decided over {before}, but now {now}: {text}", before=_said(over), now=now, text=text)


def _weighs_nothing(final: Final) -> bool:
    """Return whether a decision does not say what it was made over, though somebody says something else."""
    from factcheck.review.consensus import SKIP  # noqa: PLC0415 - as above

    if final.decision is None or final.decision.over.strip():
        return False
    return any(vote.done and vote.answer != (final.decision.label or SKIP) for vote in final.votes)


def _said(labels: str) -> str:
    """Return labels as a decision names them, as far as they fit into a message."""
    return without_middle(labels, 120)


def _open(subject: Subject) -> Iterator[Final]:
    if len(subject.annotators) > 1:
        yield from (final for final in subject.consensus.finals if final.state == "disputed" and not final.decision)


def _differing(final: Final) -> str:
    from factcheck.review.consensus import over  # noqa: PLC0415 - as above

    return deferred("annotators differ, {votes}: {text}", votes=over(final.votes), text=quoted(final.text))


def _at_second_voice(subject: Subject, final: Final) -> Remark:
    """Return a remark at the label of the first annotator who says something else than the one before."""
    votes = [vote for vote in final.votes if vote.done]
    second = next(vote for vote in votes if vote.answer != votes[0].answer)
    one, index = subject.find(second.records[0])
    return one.at(index, "label", _differing(final))
