"""Agreement as Markdown, for a pull request or a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.formats.agreement import AgreementView
from factcheck.formats.agreement.words import (
    coefficient_words,
    group_name,
    kappa_words,
    label_word,
    left_out_words,
    remarks,
    share_words,
    side_notes,
    subject_words,
)
from factcheck.formats.text import in_markdown
from factcheck.i18n import _
from factcheck.review.agreement import Figures


def pieces(view: AgreementView) -> Iterator[str]:
    """Yield the report: a table of groups, the confusions of a single one, and what to know about them."""
    told = [(group_name(view, one) if view.by else _("all"), one) for one in view.groups]
    told += [(_("{name} a second time").format(name=one.group), one) for one in view.again]
    header = (_("group"), _("articles"), _("pieces"), _("agreement"), "α", "AC1", "κ")
    yield from _table(header, (_row(name, figures) for name, figures in told))
    if view.by is None and view.groups:
        yield from _details(view.groups[0])
    sentences = list(left_out_words(view.left_out, view.unread))
    yield from (f"{'' if number else chr(10)}- {sentence}\n" for number, sentence in enumerate(sentences))


def _row(name: str, figures: Figures) -> Sequence[str]:
    return (
        in_markdown(name),
        str(figures.articles),
        str(figures.pieces),
        share_words(figures.percent),
        *map(coefficient_words, (figures.alpha, figures.ac1, figures.kappa)),
    )


def _details(figures: Figures) -> Iterator[str]:
    told = _("{subject}. κ is {whose}.").format(subject=subject_words(figures), whose=kappa_words(figures))
    yield f"\n{told} {' '.join([*remarks(figures), *side_notes(figures)])}\n"
    if figures.pieces:
        yield "\n"
        rows = zip(figures.labels, figures.table, strict=True)
        header = ("", *map(label_word, figures.labels))
        yield from _table(header, ((label_word(label), *map(str, row)) for label, row in rows))


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _line(header)
    yield _line(["---", *["---:" for _cell in header[1:]]])
    yield from map(_line, rows)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
