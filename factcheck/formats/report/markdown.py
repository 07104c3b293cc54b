"""A report as Markdown, for a pull request or the summary of a job: short, and what was cut is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from factcheck.formats.agreement.words import label_word
from factcheck.formats.text import in_markdown
from factcheck.i18n import _, ngettext
from factcheck.model import Label
from factcheck.review.consensus import FinalState
from factcheck.review.overview import Overview
from factcheck.text.quoting import without_middle

#: Forges refuse comments of more than 65,536 characters.
LIMIT = 65_000
#: How much of them the count of what was cut may take, and how long a title may be.
_REST, _HEADING = 200, 500


def markdown(overviews: Iterable[Overview], not_begun: Sequence[str] = (), title: str = "") -> str:
    """Return the report, at most `LIMIT` characters; articles that find no place any more are counted.

    Args:
        overviews: The articles that somebody labelled.
        not_begun: The paths of those that nobody has begun to label.
        title: What to call the report.
    """
    heading = in_markdown(without_middle(title, _HEADING) or _("Labels"))
    text = f"### {heading}\n\n{_line(_header())}|{' --- |' * len(_header())}\n"
    left_out = 0
    for row in chain(map(_row, overviews), map(_not_begun_row, not_begun)):
        line = _line(row)
        if len(text) + len(line) > LIMIT - _REST:
            left_out += 1
        else:
            text += line
    if left_out:
        rest = ngettext("{count} article more.", "{count} articles more.", left_out).format(count=left_out)
        text += f"\n{rest}\n"
    return text


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _header() -> Sequence[str]:
    return (_("article"), _("done"), *map(label_word, Label), _("disputed"), _("unsure"), _("stale"), _("other"))


def _row(found: Overview) -> Iterator[str]:
    yield in_markdown(found.path)
    yield f"{found.done} / {found.total}"
    yield from map(str, found.shares.values())
    yield str(len(found.numbers(FinalState.DISPUTED)))
    yield str(len(found.unsure))
    yield str(len(found.stale))
    yield str(found.other)


def _not_begun_row(path: str) -> Iterator[str]:
    yield in_markdown(path)
    yield _("not begun")
    yield from [""] * (len(_header()) - 2)
