"""From characters with places to paragraphs in reading order: geometry alone, no PDF in it.

Characters become pieces of lines (`glyphs`), a page is cut along the white between its pieces (recursive X-Y cut, Nagy
and Seth 1984; columns before rows), and lines become paragraphs (`lines`).
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from factcheck.i18n import deferred
from factcheck.intake.glyphs import GUTTER, PageGlyphs, Piece, pieces_of
from factcheck.intake.lines import TextLine, joined_paragraphs

#: The white between columns, at least, in ems, from so many lines on: over a few lines, the blanks of justified text
#: line up by chance.
_GUTTERS = ((10, 0.8), (5, 1.6), (2, 3.0))
#: White inside a line that no justified line has: cells of a table.
_CELL_GAP = 2.0
#: Parts of a region narrower than this, in ems, are bullets or numbers of lines, and no columns.
_NARROW = 3.5
#: The median line in a column of a table is shorter than this, in characters.
_CELL = 14
#: Running heads stand among the first or last lines of a page, and come again on this share of the pages.
_EDGE_LINES = 2
_AGAIN = 0.3


def laid_out(pages: Iterable[PageGlyphs]) -> tuple[list[str], list[str]]:
    """Return the paragraphs of a document in reading order, and remarks on what was dropped and what is doubtful."""
    pieces = [pieces_of(page.glyphs, number) for number, page in enumerate(pages)]
    pieces, heads = _without_running_heads(pieces)
    found, doubts = joined_paragraphs([lines for on_page in pieces for lines in _columns(on_page)])
    remarks = [deferred("left out: the running head “{text}”", text=head) for head in heads]
    return found, [*remarks, *doubts]


# Running heads


def _without_running_heads(pages: list[list[Piece]]) -> tuple[list[list[Piece]], list[str]]:
    """Return the pages without heads and feet that come again on other pages, and without numbers of pages."""
    edges = [_edges(pieces) for pieces in pages]
    count = Counter(key for page in edges for key in {_key(piece) for piece in page})
    needed = max(2, _AGAIN * len(pages))
    heads: list[str] = []
    kept: list[list[Piece]] = []
    for number, (pieces, edge) in enumerate(zip(pages, edges, strict=True), start=1):
        running = [p for p in edge if count[_key(p)] >= needed or p.text.strip("-–— ") == str(number)]
        heads += [p.text for p in running if re.sub(r"\d", "", p.text).strip("-–—/ .")]
        kept.append([piece for piece in pieces if piece not in running])
    return kept, list(dict.fromkeys(re.sub(r"\d+", "…", head) for head in heads))


def _edges(pieces: Sequence[Piece]) -> list[Piece]:
    """Return what stands on the first and last lines of a page."""
    levels = sorted({round(piece.y) for piece in pieces})
    outer = {*levels[:_EDGE_LINES], *levels[len(levels) - _EDGE_LINES :]}
    return [piece for piece in pieces if round(piece.y) in outer]


def _key(piece: Piece) -> tuple[str, int]:
    """Return what makes two running heads the same: their words, numbers aside, and about where they stand."""
    return re.sub(r"\d+|\b[ivxl]+\b", "#", piece.text.casefold()), round(piece.y / 6)


# Pages to columns


def _columns(pieces: Sequence[Piece]) -> Iterator[list[TextLine]]:
    """Yield the lines of each column in reading order."""
    if pieces:
        em = median(piece.size for piece in pieces)
        for region in _cut(pieces, em):
            yield _lines(region)


def _cut(pieces: Sequence[Piece], em: float, depth: int = 0) -> Iterator[Sequence[Piece]]:
    """Yield the regions of a page that have one column, in reading order."""
    if depth < 8 and (columns := _side_by_side(pieces, em)):
        for column in columns:
            yield from _cut(column, em, depth + 1)
        return
    groups = _stacked(pieces, em)
    if len(groups) < 2 or depth >= 8:
        yield pieces
        return
    for group in groups:
        yield from _cut(group, em, depth + 1)


def _side_by_side(pieces: Sequence[Piece], em: float) -> list[list[Piece]]:
    """Return the columns that white divides from top to bottom; none if there is one, or a table, or a list."""
    lines = len({round(piece.y) for piece in pieces})
    gutter = next((wide for most, wide in _GUTTERS if lines >= most), float("inf")) * em
    columns: list[list[Piece]] = []
    right = float("-inf")
    for piece in sorted(pieces, key=lambda one: one.left):
        if piece.left - right >= gutter or not columns:
            columns.append([])
        columns[-1].append(piece)
        right = max(right, piece.right)
    if len(columns) < 2 or any(_width(column) < _NARROW * em for column in columns):
        return []
    tall = sum(len({round(piece.y) for piece in column}) > 1 for column in columns)
    return columns if tall > 1 and not _is_table(columns) else []


def _width(pieces: Iterable[Piece]) -> float:
    found = list(pieces)
    return max(piece.right for piece in found) - min(piece.left for piece in found)


def _is_table(columns: Sequence[Sequence[Piece]]) -> bool:
    """Return whether columns are a table's: short lines, most of them with one beside them on the same level."""
    lengths = [Counter[int]() for _column in columns]
    for column, length in zip(columns, lengths, strict=True):
        for piece in column:
            length[round(piece.y / 2)] += len(piece.text) + 1
    levels = Counter(level for length in lengths for level in length)
    beside = sum(1 for count in levels.values() if count > 1)
    return median(n for length in lengths for n in length.values()) < _CELL and beside >= 0.6 * len(levels)


def _stacked(pieces: Sequence[Piece], em: float) -> list[list[Piece]]:
    """Return groups from top to bottom: bands that white divides into the same columns in one, other bands in one."""
    bands = list(_bands(pieces))
    groups: list[list[Piece]] = []
    plain = False
    at = 0
    while at < len(bands):
        end = _sharing(bands, at, em)
        together = [piece for band in bands[at:end] for piece in band]
        if end > at + 1 and _side_by_side(together, em):
            groups.append(together)
            plain, at = False, end
            continue
        if plain:
            groups[-1] += bands[at]
        else:
            groups.append(list(bands[at]))
        plain, at = True, at + 1
    return groups


def _sharing(bands: Sequence[Sequence[Piece]], at: int, em: float) -> int:
    """Return the number of the first band from `at` on that leaves no white common to all of them."""
    region = [piece for band in bands for piece in band]
    common = [(min(piece.left for piece in region), max(piece.right for piece in region))]
    for number in range(at, len(bands)):
        common = [
            (max(left, low), min(right, high))
            for left, right in common
            for low, high in _whites(bands[number])
            if min(right, high) - max(left, low) >= GUTTER * em
        ]
        if not common:
            return number
    return len(bands)


def _whites(band: Sequence[Piece]) -> Iterator[tuple[float, float]]:
    """Yield the white stretches of a band, what lies beside it included."""
    at = float("-inf")
    for piece in sorted(band, key=lambda one: one.left):
        if piece.left > at:
            yield at, piece.left
        at = max(at, piece.right)
    yield at, float("inf")


def _bands(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces between horizontal stripes of white, from top to bottom."""
    band: list[Piece] = []
    bottom = float("inf")
    for piece in sorted(pieces, key=lambda one: -(one.y + 0.75 * one.size)):
        top = piece.y + 0.75 * piece.size
        if band and bottom - top > 0.1 * piece.size:
            yield band
            band = []
            bottom = float("inf")
        band.append(piece)
        bottom = min(bottom, piece.y - 0.25 * piece.size)
    if band:
        yield band


def _lines(region: Sequence[Piece]) -> list[TextLine]:
    """Return the lines of a region with one column, from top to bottom."""
    column = (min(piece.left for piece in region), max(piece.right for piece in region))
    rows: list[list[Piece]] = []
    for piece in sorted(region, key=lambda one: -one.y):
        if rows and abs(rows[-1][0].y - piece.y) < 0.4 * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    rows = [sorted(row, key=lambda one: one.left) for row in rows]
    return [_line(row, column, _cells(rows, number)) for number, row in enumerate(rows)]


def _cells(rows: Sequence[Sequence[Piece]], number: int) -> set[float]:
    """Return where in a row cells of a table begin: after wide white, and right above or below such a place."""
    here = _wide_gaps(rows[number])
    near = [
        gap for row in (*rows[max(0, number - 2) : number], *rows[number + 1 : number + 3]) for gap in _wide_gaps(row)
    ]
    aligned = [gap for gap in here if any(abs(gap[0] - one[0]) < 3 or abs(gap[1] - one[1]) < 3 for one in near)]
    return {left for left, _right in aligned}


def _wide_gaps(row: Sequence[Piece]) -> list[tuple[float, float]]:
    """Return where the pieces of a row begin and end that have wide white before them."""
    return [(b.left, b.right) for a, b in itertools.pairwise(row) if b.left - a.right > _CELL_GAP * a.size]


def _line(row: Sequence[Piece], column: tuple[float, float], cells: set[float]) -> TextLine:
    text = row[0].text
    for piece in row[1:]:
        text += (" | " if piece.left in cells else " ") + piece.text
    size = max(row, key=lambda one: len(one.text)).size
    left, right = row[0].left, max(piece.right for piece in row)
    first = (right - left) * len(text.split(None, 1)[0]) / max(1, len(text))
    return TextLine(text, left, right, row[0].y, size, column, first)
