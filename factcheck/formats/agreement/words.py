"""What is said about figures of agreement, in words, for every format that people read."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.formats.agreement import AgreementView
from factcheck.formats.numbers import between, decimal, percentage, percentage_between
from factcheck.formats.text import visible
from factcheck.i18n import _, ngettext
from factcheck.review.agreement import Figures
from factcheck.review.matrix import LeftOut
from factcheck.review.tally import LEAST_ARTICLES, LEAST_PIECES, Estimate


def label_word(label: str) -> str:
    """Return what a label is called in the language of the interface, or all others where one is told alone."""
    return _(label)


def group_name(view: AgreementView, figures: Figures) -> str:
    """Return what a group is called."""
    if view.by == "label":
        return label_word(figures.group)
    if view.by == "month" and not figures.group:
        return _("not committed")
    if view.by == "codebook":
        return version_words(figures.group)
    return visible(figures.group) or _("all")


def version_words(name: str) -> str:
    """Return what a version of the desk's codebook is called, from its number, its day and its commit."""
    _number, *commit = name.split(" ")
    return _("since {day} ({commit})").format(day=commit[0], commit=commit[1]) if commit else _("before any change")


def share_words(estimate: Estimate) -> str:
    """Return a share with its interval, such as `81 % [75, 86]`."""
    if estimate.value is None:
        return _("undefined")
    found = percentage(estimate.value)
    if estimate.low is None or estimate.high is None:
        return found
    return f"{found} {percentage_between(estimate.low, estimate.high)}"


def coefficient_words(estimate: Estimate) -> str:
    """Return a coefficient with its interval, such as `0.71 [0.62, 0.78]`."""
    if estimate.value is None:
        return _("undefined")
    found = decimal(estimate.value)
    if estimate.low is None or estimate.high is None:
        return found
    return f"{found} {between(decimal(estimate.low), decimal(estimate.high))}"


def subject_words(figures: Figures) -> str:
    """Return what figures are about: how many pieces of how many articles, and whose labels."""
    pieces = ngettext("{count} piece", "{count} pieces", figures.pieces).format(count=figures.pieces)
    articles = ngettext("{count} article", "{count} articles", figures.articles).format(count=figures.articles)
    if not figures.annotators:
        return _("{pieces} of {articles} labelled by two annotators").format(pieces=pieces, articles=articles)
    told = _("{pieces} of {articles}, each labelled by at least two of {names}")
    return told.format(pieces=pieces, articles=articles, names=", ".join(figures.annotators))


def table_words(figures: Figures) -> str:
    """Return what the rows and columns of the table of confusions are."""
    if len(figures.annotators) != 2:
        return _("every pair of annotators, in both orders")
    one, other = figures.annotators
    return _("{one} down, {other} across").format(one=one, other=other)


def kappa_words(figures: Figures) -> str:
    """Return whose kappa it is."""
    return _("Cohen's") if len(figures.annotators) <= 2 else _("Fleiss'")


def remarks(figures: Figures) -> Iterator[str]:
    """Yield what a reader has to know about the figures before believing them, each a sentence."""
    if figures.undefined:
        yield _undefined(figures)
        return
    yield _interval_words(figures)
    if figures.percent.value == 1:
        yield _("Everybody agrees: in place of an interval from 1 to 1 there is Wilson's bound.")
    for name in figures.constant:
        told = _("{name} gave one label only: chance-corrected figures say little about that; read the table.")
        yield told.format(name=name)
    if figures.dominant:
        told = _(
            "More than 80 % of all labels are {label}: α and κ fall however well people agree; read AC1 and the table."
        )
        yield told.format(label=label_word(figures.dominant))


def _undefined(figures: Figures) -> str:
    if figures.undefined == "no-overlap":
        return _("α is undefined: no piece was labelled by two annotators.")
    label = label_word(next(label for label, count in zip(figures.labels, figures.given, strict=True) if count))
    told = ngettext(
        "α is undefined: everybody said {label} for the only piece, and chance alone would agree, so α cannot tell.",
        "α is undefined: everybody said {label} for all {count} pieces: chance alone would agree, so α cannot tell; "
        "{count} of {count} agree.",
        figures.pieces,
    )
    return told.format(label=label, count=figures.pieces)


def _interval_words(figures: Figures) -> str:
    if figures.pieces < LEAST_PIECES:
        return _("No intervals: there are fewer than {least} pieces.").format(least=LEAST_PIECES)
    if figures.clustered:
        return _("Intervals allow for the sentences of an article being alike.")
    told = _(
        "Intervals are per sentence, as if those of an article were independent: too narrow, but fewer than {least} "
        "articles allow no better."
    )
    return told.format(least=LEAST_ARTICLES)


def side_notes(figures: Figures) -> Iterator[str]:
    """Yield what stands beside the figures: confusions, skips, doubts, each a sentence."""
    if figures.confusions:
        pairs = (
            _("{one} and {other} ({times})").format(one=label_word(c.one), other=label_word(c.other), times=c.times)
            for c in figures.confusions[:3]
        )
        yield _("Most often confused: {pairs}.").format(pairs=", ".join(pairs))
    if figures.skipped or figures.skipped_by_some:
        told = _("Skipped, and not in the figures: {all} by everybody, {some} by some while others labelled.")
        yield told.format(all=figures.skipped, some=figures.skipped_by_some)
    if figures.unsure.percent is not None and figures.sure.percent is not None:
        told = ngettext(
            "Somebody was unsure about {doubtful} piece: {less} agree; of the other {rest}, {more}.",
            "Somebody was unsure about {doubtful} pieces: {less} agree; of the other {rest}, {more}.",
            figures.unsure.pieces,
        )
        yield told.format(
            doubtful=figures.unsure.pieces,
            less=percentage(figures.unsure.percent),
            rest=figures.sure.pieces,
            more=percentage(figures.sure.percent),
        )


def left_out_words(left_out: LeftOut, unread: int) -> Iterator[str]:
    """Yield how much has no part in the figures, and why, each a sentence."""
    if unread:
        told = ngettext(
            "{count} article left out: it or a sidecar cannot be read.",
            "{count} articles left out: they or a sidecar cannot be read.",
            unread,
        )
        yield told.format(count=unread)
    if left_out.stale:
        told = ngettext(
            "{count} label left out: its sentence changed.",
            "{count} labels left out: their sentence changed.",
            left_out.stale,
        )
        yield told.format(count=left_out.stale)
    if left_out.retired:
        told = ngettext(
            "{count} label left out: its sentence left the article.",
            "{count} labels left out: their sentence left the article.",
            left_out.retired,
        )
        yield told.format(count=left_out.retired)
    if left_out.unlabelled:
        told = ngettext(
            "{count} record left out: it has no label.",
            "{count} records left out: they have no label.",
            left_out.unlabelled,
        )
        yield told.format(count=left_out.unlabelled)
    if left_out.decisions:
        told = ngettext(
            "{count} decision left out: it is nobody's label.",
            "{count} decisions left out: they are nobody's labels.",
            left_out.decisions,
        )
        yield told.format(count=left_out.decisions)
