"""A report as Markdown, for a pull request or the summary of a job: short, and what was cut is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.formats.agreement.words import label_word
from factcheck.formats.text import in_markdown
from factcheck.i18n import _, ngettext
from factcheck.model import Label
from factcheck.review.consensus import FinalState
from factcheck.review.overview import Overview

#: Forges refuse comments of more than 65,536 characters.
LIMIT = 65_000


def markdown(overviews: Iterable[Overview], title: str = "") -> str:
    """Return the report, at most `LIMIT` characters; articles that find no place any more are counted."""
    text = f"### {in_markdown(title or _('Labels'))}\n\n| {' | '.join(_header())} |\n|{' --- |' * len(_header())}\n"
    left_out = 0
    for found in overviews:
        row = f"| {' | '.join(_row(found))} |\n"
        if len(text) + len(row) > LIMIT - 200:
            left_out += 1
        else:
            text += row
    if left_out:
        text += (
            "\n" + ngettext("{count} article more.", "{count} articles more.", left_out).format(count=left_out) + "\n"
        )
    return text


def _header() -> Sequence[str]:
    return (_("article"), _("done"), *map(label_word, Label), _("disputed"), _("unsure"), _("stale"))


def _row(found: Overview) -> Iterator[str]:
    yield in_markdown(found.path)
    yield f"{found.done} / {found.total}"
    yield from map(str, found.shares.values())
    yield str(len(found.numbers(FinalState.DISPUTED)))
    yield str(len(found.unsure))
    yield str(len(found.stale))
