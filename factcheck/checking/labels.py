"""Rules about what one annotator says: labels, sources, doubts and skips."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.checking.subject import Current, Remark, Subject
from factcheck.i18n import deferred
from factcheck.model import Label, Record
from factcheck.text.quoting import quoted

if TYPE_CHECKING:
    from factcheck.review.consensus import Final


def unlabelled(subject: Subject) -> Iterator[Remark]:
    """Yield the sentences that fewer annotators than required have dealt with (FC101)."""
    required = subject.config.annotators
    if not subject.whole:
        return
    if subject.alone:
        yield from _empty(subject.annotators[0])
    elif 0 < len(subject.annotators) < required:
        who = ", ".join(str(one.sidecar.annotator) for one in subject.annotators)
        message = deferred("{required} annotators are required; so far there is only {who}", required=required, who=who)
        yield subject.in_article(
            subject.consensus.finals[0].span, message, deferred("Ask somebody to run `factcheck annotate`.")
        )
    elif subject.annotators:
        yield from _too_few(subject)


def _empty(one: Current) -> Iterator[Remark]:
    for index, record in enumerate(one.sidecar.sentences):
        if record.label is None and not record.skip and one.spans[index]:
            yield one.at(index, "label", _no_label(record))


def _no_label(record: Record) -> str:
    if record.was_label:
        return deferred(
            "edited since it was labelled {label}, and not confirmed: {text}",
            label=deferred(record.was_label),
            text=quoted(record.text),
        )
    return deferred("no label yet: {text}", text=quoted(record.text))


def _too_few(subject: Subject) -> Iterator[Remark]:
    for final in subject.consensus.finals:
        if final.state != "unlabelled" or not final.votes:
            continue
        waiting = [record for vote in final.votes for record in vote.records if not record.done]
        if waiting:
            one, index = subject.find(waiting[0])
            yield one.at(index, "label", _no_label(waiting[0]))
        elif not _behind(subject, final):
            done = ", ".join(vote.annotator for vote in final.votes)
            yield subject.in_article(
                final.span, deferred("labelled only by {done}: {text}", done=done, text=quoted(final.text))
            )


def overlap(subject: Subject) -> Iterator[Remark]:
    """Yield the sentences of the overlap that one annotator alone has dealt with (FC107)."""
    size = subject.config.overlap
    if not size or subject.config.annotators > 1 or not subject.whole or not subject.annotators:
        return
    from factcheck.review.overlap import overlap_sentences as overlapping  # noqa: PLC0415 - most desks ask for none

    assert subject.article is not None  # noqa: S101 - there are annotators only where there is one
    hint = deferred("Ask somebody else to run `factcheck annotate --overlap {path}`.", path=subject.path)
    for final in overlapping(subject.article, [one.sidecar for one in subject.annotators], size):
        done = [vote.annotator for vote in final.votes if vote.done]
        if len(done) == 1:
            message = deferred(
                "in the overlap, and labelled only by {name}: {text}", name=done[0], text=quoted(final.text)
            )
            yield subject.in_article(final.span, message, hint)


def before_codebook(subject: Subject) -> Iterator[Remark]:
    """Yield the labels that are older than the last change of the desk's own codebook (FC108)."""
    for one in subject.annotators:
        ids = subject.outgrown.get(one.sheet.path, frozenset())
        for index, record in enumerate(one.sidecar.sentences):
            if record.id in ids:
                yield one.at(index, "label", deferred("older than the codebook: {text}", text=quoted(record.text)))


def _behind(subject: Subject, final: Final) -> bool:
    """Return whether a sidecar that says nothing of a stretch is behind the article, which FC102 and FC303 report."""
    heard = {vote.annotator for vote in final.votes}
    return any(not one.tiles for one in subject.annotators if one.sidecar.annotator not in heard)


def skipped_and_labelled(subject: Subject) -> Iterator[Remark]:
    """Yield the sentences that have a label though they are skipped (FC109)."""
    for one in subject.current:
        for index, record in enumerate(one.sidecar.sentences):
            if record.skip and record.label:
                message = deferred(
                    "both skipped and labelled {label}, and the label counts: {text}",
                    label=deferred(record.label),
                    text=quoted(record.text),
                )
                yield one.at(index, "skip", message)


def source_missing(subject: Subject) -> Iterator[Remark]:
    """Yield the sentences labelled `sourced` that name no source (FC103)."""
    sourced = Label.SOURCED
    for one in subject.current:
        for index, record in enumerate(one.sidecar.sentences):
            if record.label is sourced and not record.source.strip():
                yield one.at(
                    index, "label", deferred("sourced, but no source is named: {text}", text=quoted(record.text))
                )


def source_unknown(subject: Subject) -> Iterator[Remark]:
    """Yield the sources that appear nowhere in the article (FC104); case, spacing and apostrophes do not matter."""
    text = subject.article.text if subject.article else ""
    folded = ""
    for one in subject.current:
        for index, record in enumerate(one.sidecar.sentences):
            if record.source and record.source not in text and (one.tiles or one.spans[index]):
                folded = folded or _folded(text)
                if _folded(record.source) not in folded:
                    yield one.at(
                        index, "source", deferred("the article does not mention {source}", source=quoted(record.source))
                    )


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("’", "'")).strip().casefold()


def unsure(subject: Subject) -> Iterator[Remark]:
    """Yield the sentences that are still in doubt where there are more than the settings allow (FC105)."""
    most = subject.config.max_unsure
    if most is None or not any(record.unsure for one in subject.current for record in one.sidecar.sentences):
        return
    finals = subject.consensus.finals
    doubtful = [final for final in finals if final.unsure]
    if len(doubtful) <= most * len(finals):
        return
    allowed = f"{most:.0%}"
    share = {"count": len(doubtful), "total": len(finals), "most": allowed}
    for final in doubtful:
        record = next(record for vote in final.votes for record in vote.records if record.unsure)
        one, index = subject.find(record)
        yield one.at(
            index,
            "unsure",
            deferred(
                "{count} of {total} sentences are unsure, {most} may be: {text}", text=quoted(record.text), **share
            ),
        )


def skips(subject: Subject) -> Iterator[Remark]:
    """Yield the sidecars that skip more sentences than the settings allow (FC106), at the first skip."""
    most = subject.config.max_skipped
    if most is None:
        return
    allowed = f"{most:.0%}"
    for one in (*subject.annotators, *subject.again):
        skipped = [index for index, record in enumerate(one.sidecar.sentences) if record.skip]
        total = len(one.sidecar.sentences)
        if len(skipped) > most * total:
            yield one.at(
                skipped[0],
                "skip",
                deferred(
                    "{count} of {total} sentences are skipped, {most} may be",
                    count=len(skipped),
                    total=total,
                    most=allowed,
                ),
            )
