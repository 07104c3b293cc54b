"""Agreement for a terminal: figures with their intervals, the table of confusions shaded, groups with bars."""

from __future__ import annotations

import textwrap
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
    table_words,
)
from factcheck.formats.numbers import percentage
from factcheck.i18n import _
from factcheck.review.agreement import Figures

#: From nothing to all of a row.
_SHADES = " ░▒▓█"

#: A full bar; its last cell in eighths.
_CELLS = 10
_EIGHTHS = " ▏▎▍▌▋▊▉█"


def pieces(view: AgreementView) -> Iterator[str]:
    """Yield the report: one group in full, or several below each other."""
    whole = view.groups[0] if view.by is None and view.groups else None
    parts = _whole(whole) if whole else _several(view) if view.groups else ()
    for line in (*parts, *_again(view), *_below(view)):
        yield from (f"{row}\n" for row in _fitted(line, view.width))


def _whole(figures: Figures) -> Iterator[str]:
    yield subject_words(figures)
    yield ""
    yield from _columns(_figure_rows(figures))
    yield ""
    yield from remarks(figures)
    if figures.pieces:
        yield ""
        yield from _columns(_label_rows(figures), right=True)
        yield ""
        yield from _table(figures)
    if told := list(side_notes(figures)):
        yield ""
        yield from told


def _figure_rows(figures: Figures) -> list[Sequence[str]]:
    return [
        (_("agreement"), share_words(figures.percent), ""),
        ("α", coefficient_words(figures.alpha), _("Krippendorff's")),
        ("AC1", coefficient_words(figures.ac1), _("Gwet's; it depends on there being four labels")),
        ("κ", coefficient_words(figures.kappa), kappa_words(figures)),
    ]


def _label_rows(figures: Figures) -> Iterator[Sequence[str]]:
    yield _("label"), _("given"), _("agreement on it")
    for label, given, specific in zip(figures.labels, figures.given, figures.specific, strict=True):
        yield label_word(label), str(given), "" if specific is None else percentage(specific)


def _table(figures: Figures) -> Iterator[str]:
    """Yield the table of confusions: each cell with a block as dark as its share of the row."""
    yield table_words(figures)
    rows = [("", *map(label_word, figures.labels))]
    for label, row in zip(figures.labels, figures.table, strict=True):
        rows.append((label_word(label), *(f"{count} {_shade(count, sum(row))}" for count in row)))
    yield from _columns(rows, right=True)


def _shade(count: int, total: int) -> str:
    return _SHADES[-(-count * (len(_SHADES) - 1) // total)] if total else _SHADES[0]


def _several(view: AgreementView) -> Iterator[str]:
    """Yield one row a group, with alpha as a bar."""
    yield from _columns(_group_rows(view, view.groups))
    for figures in view.groups:
        if figures.undefined:
            yield _("{name}: {text}").format(name=group_name(view, figures), text=next(remarks(figures)))


def _group_rows(view: AgreementView, groups: Iterable[Figures]) -> Iterator[Sequence[str]]:
    yield "", _("articles"), _("pieces"), _("agreement"), "α", "", "AC1", "κ"
    for figures in groups:
        yield (
            group_name(view, figures),
            str(figures.articles),
            str(figures.pieces),
            share_words(figures.percent),
            _bar(figures.alpha.value),
            coefficient_words(figures.alpha),
            coefficient_words(figures.ac1._replace(low=None)),
            coefficient_words(figures.kappa._replace(low=None)),
        )


def _bar(value: float | None) -> str:
    eighths = round(max(value or 0, 0) * _CELLS * 8)
    full, rest = divmod(eighths, 8)
    return "█" * full + (_EIGHTHS[rest] if rest else "")


def _again(view: AgreementView) -> Iterator[str]:
    for figures in view.again:
        yield ""
        told = _("{name} a second time: {pieces} pieces of {articles} articles; agreement {percent}, α {alpha}")
        yield told.format(
            name=figures.group,
            pieces=figures.pieces,
            articles=figures.articles,
            percent=share_words(figures.percent),
            alpha=coefficient_words(figures.alpha),
        )


def _below(view: AgreementView) -> Iterator[str]:
    if not view.groups and not view.again:
        yield _("Nobody has labelled anything here.")
    if told := list(left_out_words(view.left_out, view.unread)):
        yield ""
        yield from told


def _columns(rows: Iterable[Sequence[str]], *, right: bool = False) -> Iterator[str]:
    """Yield rows with their columns aligned; all but the first to the right, if asked for."""
    table = list(rows)
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = (
            cell.rjust(width) if right and number else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()


def _fitted(line: str, width: int) -> list[str]:
    """Return a line as it is, or a sentence that is too long wrapped."""
    return textwrap.wrap(line, max(width, 40)) if len(line) > width and "  " not in line else [line]
