"""Agreement as a picture in SVG: who confuses which labels, and alpha group by group; for a file or inside a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from factcheck.formats.agreement import AgreementView
from factcheck.formats.agreement.words import coefficient_words, group_name, label_word, subject_words, table_words
from factcheck.formats.text import visible
from factcheck.i18n import _
from factcheck.review.agreement import Figures

_CELL, _LEFT, _TOP = 64, 110, 64
_ROW, _SCALE = 28, 320
_FONT = "font-family='system-ui, sans-serif' font-size='14' fill='currentColor'"
_INK = "#2166ac"


def pieces(view: AgreementView) -> Iterator[str]:
    """Yield the picture of the one group there is, or of several below each other."""
    if view.by is None and view.groups:
        yield confusions_svg(view.groups[0])
    else:
        yield groups_svg(view)


def confusions_svg(figures: Figures, name: str = "confusions") -> str:
    """Return the table of confusions: each cell with its number, the darker the larger its share of the row.

    Args:
        figures: The group.
        name: What the ids of the title and the description begin with; no two pictures of a page share it.
    """
    size = len(figures.labels)
    parts = [
        _text((_LEFT + _CELL * number + _CELL / 2, _TOP - 10), label_word(label), "middle")
        for number, label in enumerate(figures.labels)
    ]
    for number, (label, row) in enumerate(zip(figures.labels, figures.table, strict=True)):
        top = _TOP + _CELL * number
        parts.append(_text((_LEFT - 10, top + _CELL / 2 + 5), label_word(label), "end"))
        parts += [_cell(_LEFT + _CELL * place, top, count, sum(row)) for place, count in enumerate(row)]
    title = _("Which labels are confused")
    described = f"{subject_words(figures)}. {table_words(figures)}. {_spoken(figures)}"
    return _svg(name, (_LEFT + _CELL * size + 10, _TOP + _CELL * size + 10), (title, described), parts)


def groups_svg(view: AgreementView, name: str = "groups") -> str:
    """Return alpha of each group as a bar, its interval as a line across the bar's end; see `confusions_svg`."""
    left = 20 + 8 * max((len(group_name(view, one)) for one in view.groups), default=0)
    parts = []
    for number, figures in enumerate(view.groups):
        middle = _ROW * number + _ROW
        parts.append(_text((left - 10, middle + 5), group_name(view, figures), "end"))
        parts += _bar(left, middle, figures)
        parts.append(_text((left + _SCALE + 10, middle + 5), coefficient_words(figures.alpha)))
    spoken = _("; ").join(f"{group_name(view, one)}: α {coefficient_words(one.alpha)}" for one in view.groups)
    size = (left + _SCALE + 180, _ROW * len(view.groups) + _ROW)
    return _svg(name, size, (_("How far annotators agree: Krippendorff's α"), spoken), parts)


def _spoken(figures: Figures) -> str:
    """Return the table in words, for whoever cannot see it."""
    rows = zip(figures.labels, figures.table, strict=True)
    told = _("{name}: {text}")
    return " ".join(told.format(name=label_word(label), text=", ".join(map(str, row))) + "." for label, row in rows)


def _cell(left: float, top: float, count: int, total: int) -> str:
    share = count / total if total else 0
    ink = "#fff" if share > 0.55 else "#111"
    box = f"<rect x='{left}' y='{top}' width='{_CELL - 2}' height='{_CELL - 2}' fill='#fff' stroke='#767676'/>"
    fill = f"<rect x='{left}' y='{top}' width='{_CELL - 2}' height='{_CELL - 2}' fill='{_INK}' opacity='{share:.2f}'/>"
    return box + fill + _text((left + _CELL / 2 - 1, top + _CELL / 2 + 5), str(count), "middle", ink)


def _bar(left: float, middle: float, figures: Figures) -> Iterable[str]:
    value, low, high = figures.alpha.value, figures.alpha.low, figures.alpha.high
    yield f"<path d='M{left} {middle}h{_SCALE}' stroke='#767676' stroke-dasharray='1 5'/>"
    if value is not None:
        width = _SCALE * max(value, 0)
        yield f"<rect x='{left}' y='{middle - 8}' width='{width:.1f}' height='16' fill='{_INK}'/>"
    if low is not None and high is not None:
        start, end = (left + _SCALE * max(one, 0) for one in (low, high))
        yield f"<path d='M{start:.1f} {middle}H{end:.1f}M{start:.1f} {middle - 5}v10M{end:.1f} {middle - 5}v10' "
        yield "stroke='currentColor' stroke-width='2'/>"


def _text(at: tuple[float, float], words: str, anchor: str = "start", ink: str = "") -> str:
    left, top = at
    fill = f" fill='{ink}'" if ink else ""
    return f"<text x='{left:g}' y='{top:g}' text-anchor='{anchor}'{fill}>{escape(visible(words))}</text>"


def _svg(name: str, size: tuple[float, float], told: tuple[str, str], parts: Sequence[str]) -> str:
    width, height = size
    title, described = (escape(visible(" ".join(words.split()))) for words in told)
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width:g} {height:g}' width='{width:g}' role='img' "
        f"aria-labelledby='{name}-title {name}-desc' {_FONT}>\n<title id='{name}-title'>{title}</title>\n"
        f"<desc id='{name}-desc'>{described}</desc>\n{chr(10).join(parts)}\n</svg>\n"
    )
