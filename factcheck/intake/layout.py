"""From characters with places to paragraphs in reading order: geometry alone, no PDF in it.

Characters become pieces of lines, a page is cut along the white between its pieces (recursive X-Y cut, Nagy and Seth
1984; columns before rows), and lines become paragraphs by gap, indent, size, and room left at their ends.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from factcheck.i18n import deferred
from factcheck.intake.prose import ends_sentence

#: The white between columns, at least, in ems, from so many lines on: over a few lines, the blanks of justified text
#: line up by chance.
_GUTTERS = ((10, 0.8), (5, 1.6), (2, 3.0))
_GUTTER = 0.8
#: White inside a line that no justified line has: cells of a table.
_CELL_GAP = 2.0
#: Parts of a region narrower than this, in ems, are bullets or numbers of lines, and no columns.
_NARROW = 3.5
#: The median line in a column of a table is shorter than this, in characters.
_CELL = 14
#: Running heads stand among the first or last lines of a page, and come again on this share of the pages.
_EDGE_LINES = 2
_AGAIN = 0.3
_SAME_SIZE = 0.08
_INDENT = 0.7
_GAP = 1.3

_BULLET = re.compile(r"[•‣▪●■◦–—*-]\s")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_UNITS = re.compile(r"(?:^|\W)[kcmdµ]?m$")


class Glyph(NamedTuple):
    """A character on a page; points from the lower left corner."""

    sign: str
    left: float
    right: float
    #: Of its base line.
    y: float
    height: float
    #: Of its font.
    size: float
    #: Where it begins on the base line.
    x: float


class PageGlyphs(NamedTuple):
    """The characters of a page in the order of the file."""

    height: float
    glyphs: tuple[Glyph, ...]


class _Piece(NamedTuple):
    """Text on one base line without wide white in it."""

    text: str
    left: float
    right: float
    y: float
    size: float
    page: int


class _Line(NamedTuple):
    """A line of one column, and the edges of that column."""

    text: str
    left: float
    right: float
    y: float
    size: float
    column: tuple[float, float]
    #: How wide its first word is.
    first: float


def laid_out(pages: Iterable[PageGlyphs]) -> tuple[list[str], list[str]]:
    """Return the paragraphs of a document in reading order, and remarks on what was dropped and what is doubtful."""
    pieces = [_pieces(page.glyphs, number) for number, page in enumerate(pages)]
    pieces, heads = _without_running_heads(pieces)
    columns = [lines for on_page in pieces for lines in _columns(on_page)]
    words = Counter(word.casefold() for on_page in pieces for piece in on_page for word in _words(piece.text))
    joiner = _Joiner(words)
    found = list(joiner.paragraphs(columns))
    remarks = [deferred("left out: the running head “{text}”", text=head) for head in heads]
    return found, [*remarks, *joiner.doubts]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", text)


# Characters to pieces of lines


def _pieces(glyphs: Sequence[Glyph], page: int) -> list[_Piece]:
    """Return the pieces of lines on a page, merged where they lie on one line with only a blank between."""
    pieces: list[_Piece] = []
    current: list[Glyph] = []
    for glyph in _without_overprint(glyphs):
        if current and _breaks(current, glyph):
            pieces += _piece(current, page)
            current = []
        current.append(glyph)
    pieces += _piece(current, page)
    return _merged(pieces)


def _without_overprint(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Yield the characters once, though bold is sometimes made by printing them twice."""
    seen: set[tuple[str, int, int]] = set()
    for glyph in glyphs:
        place = (glyph.sign, round(glyph.x), round(glyph.y))
        if glyph.sign.isspace() or place not in seen:
            yield glyph
        seen.add(place)


def _breaks(current: Sequence[Glyph], glyph: Glyph) -> bool:
    """Return whether a character begins another piece than the ones before it."""
    last = next((one for one in reversed(current) if not one.sign.isspace()), current[-1])
    size = max(last.size, glyph.size, 1.0)
    rise = glyph.y - last.y
    small = min(last.size, glyph.size) < 0.85 * size  # a note's mark, or a letter such as the one in 1er
    if abs(rise) > (0.6 if small else 0.3) * size:
        return True
    return not glyph.sign.isspace() and (glyph.x - last.right > _GUTTER * size or glyph.x < last.left - 0.5 * size)


def _piece(glyphs: Sequence[Glyph], page: int) -> list[_Piece]:
    inked = [glyph for glyph in glyphs if not glyph.sign.isspace()]
    if not inked:
        return []
    size = Counter(round(glyph.size, 1) for glyph in inked).most_common(1)[0][0] or 1.0
    y = median(glyph.y for glyph in inked if abs(glyph.size - size) < 0.1 * size + 0.1)
    text = _text(glyphs, size, y)
    if not text:
        return []
    return [_Piece(text, min(g.left for g in inked), max(g.right for g in inked), y, size, page)]


def _text(glyphs: Sequence[Glyph], size: float, y: float) -> str:
    """Return the characters as text: blanks where there is white, ligatures undone, marks of notes dropped."""
    spaced = any(glyph.sign.isspace() for glyph in glyphs)
    text = ""
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.sign.isspace():
            text += " "
            continue
        white = glyph.x - last.right if last else 0.0
        if white > (0.3 if spaced else 0.17) * size and not text.endswith(" "):
            text += " "
        last = glyph
        raised = glyph.size < 0.8 * size and glyph.y > y + 0.2 * size
        if (
            raised
            and glyph.sign.isdecimal()
            and text[-1:].strip()
            and not text[-1:].isdigit()
            and not _UNITS.search(text)
        ):
            continue
        text += _LIGATURES.get(glyph.sign, glyph.sign)
    return " ".join(text.replace("\u00a0", "\ue000").split()).replace("\ue000", "\u00a0").strip()


def _merged(pieces: list[_Piece]) -> list[_Piece]:
    """Return the pieces with neighbours on the same line joined."""
    ordered = sorted(pieces, key=lambda piece: (-round(piece.y), piece.left))
    merged: list[_Piece] = []
    for piece in ordered:
        near = next(
            (n for n in range(len(merged) - 1, max(-1, len(merged) - 40), -1) if _adjoin(merged[n], piece)), None
        )
        if near is None:
            merged.append(piece)
        else:
            before = merged[near]
            blank = "" if piece.left - before.right < 0.15 * before.size else " "
            text = f"{before.text}{blank}{piece.text}"
            size = before.size if len(before.text) >= len(piece.text) else piece.size
            merged[near] = before._replace(text=text, right=max(piece.right, before.right), size=size)
    return merged


def _adjoin(before: _Piece, after: _Piece) -> bool:
    size = max(before.size, after.size)
    level = abs(before.y - after.y) < 0.3 * size
    return level and -0.3 * size < after.left - before.right < _GUTTER * size


# Running heads


def _without_running_heads(pages: list[list[_Piece]]) -> tuple[list[list[_Piece]], list[str]]:
    """Return the pages without heads and feet that come again on other pages, and without numbers of pages."""
    edges = [_edges(pieces) for pieces in pages]
    count = Counter(key for page in edges for key in {_key(piece) for piece in page})
    needed = max(2, _AGAIN * len(pages))
    heads: list[str] = []
    kept: list[list[_Piece]] = []
    for number, (pieces, edge) in enumerate(zip(pages, edges, strict=True), start=1):
        running = [p for p in edge if count[_key(p)] >= needed or p.text.strip("-–— ") == str(number)]
        heads += [p.text for p in running if re.sub(r"\d", "", p.text).strip("-–—/ .")]
        kept.append([piece for piece in pieces if piece not in running])
    return kept, list(dict.fromkeys(re.sub(r"\d+", "…", head) for head in heads))


def _edges(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Return what stands on the first and last lines of a page."""
    levels = sorted({round(piece.y) for piece in pieces})
    outer = {*levels[:_EDGE_LINES], *levels[len(levels) - _EDGE_LINES :]}
    return [piece for piece in pieces if round(piece.y) in outer]


def _key(piece: _Piece) -> tuple[str, int]:
    """Return what makes two running heads the same: their words, numbers aside, and about where they stand."""
    return re.sub(r"\d+|\b[ivxl]+\b", "#", piece.text.casefold()), round(piece.y / 6)


# Pages to columns


def _columns(pieces: Sequence[_Piece]) -> Iterator[list[_Line]]:
    """Yield the lines of each column in reading order."""
    if pieces:
        em = median(piece.size for piece in pieces)
        for region in _cut(pieces, em):
            yield _lines(region)


def _cut(pieces: Sequence[_Piece], em: float, depth: int = 0) -> Iterator[Sequence[_Piece]]:
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


def _side_by_side(pieces: Sequence[_Piece], em: float) -> list[list[_Piece]]:
    """Return the columns that white divides from top to bottom; none if there is one, or a table, or a list."""
    lines = len({round(piece.y) for piece in pieces})
    gutter = next((wide for most, wide in _GUTTERS if lines >= most), float("inf")) * em
    columns: list[list[_Piece]] = []
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


def _width(pieces: Iterable[_Piece]) -> float:
    found = list(pieces)
    return max(piece.right for piece in found) - min(piece.left for piece in found)


def _is_table(columns: Sequence[Sequence[_Piece]]) -> bool:
    """Return whether columns are a table's: short lines, most of them with one beside them on the same level."""
    lengths = [Counter[int]() for _column in columns]
    for column, length in zip(columns, lengths, strict=True):
        for piece in column:
            length[round(piece.y / 2)] += len(piece.text) + 1
    levels = Counter(level for length in lengths for level in length)
    beside = sum(1 for count in levels.values() if count > 1)
    return median(n for length in lengths for n in length.values()) < _CELL and beside >= 0.6 * len(levels)


def _stacked(pieces: Sequence[_Piece], em: float) -> list[list[_Piece]]:
    """Return groups from top to bottom: bands that white divides into the same columns in one, other bands in one."""
    bands = list(_bands(pieces))
    groups: list[list[_Piece]] = []
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


def _sharing(bands: Sequence[Sequence[_Piece]], at: int, em: float) -> int:
    """Return the number of the first band from `at` on that leaves no white common to all of them."""
    region = [piece for band in bands for piece in band]
    common = [(min(piece.left for piece in region), max(piece.right for piece in region))]
    for number in range(at, len(bands)):
        common = [
            (max(left, low), min(right, high))
            for left, right in common
            for low, high in _whites(bands[number])
            if min(right, high) - max(left, low) >= _GUTTER * em
        ]
        if not common:
            return number
    return len(bands)


def _whites(band: Sequence[_Piece]) -> Iterator[tuple[float, float]]:
    """Yield the white stretches of a band, what lies beside it included."""
    at = float("-inf")
    for piece in sorted(band, key=lambda one: one.left):
        if piece.left > at:
            yield at, piece.left
        at = max(at, piece.right)
    yield at, float("inf")


def _bands(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Yield the pieces between horizontal stripes of white, from top to bottom."""
    band: list[_Piece] = []
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


def _lines(region: Sequence[_Piece]) -> list[_Line]:
    """Return the lines of a region with one column, from top to bottom."""
    column = (min(piece.left for piece in region), max(piece.right for piece in region))
    rows: list[list[_Piece]] = []
    for piece in sorted(region, key=lambda one: -one.y):
        if rows and abs(rows[-1][0].y - piece.y) < 0.4 * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    rows = [sorted(row, key=lambda one: one.left) for row in rows]
    return [_line(row, column, _cells(rows, number)) for number, row in enumerate(rows)]


def _cells(rows: Sequence[Sequence[_Piece]], number: int) -> set[float]:
    """Return where in a row cells of a table begin: after wide white, and right above or below such a place."""
    here = _wide_gaps(rows[number])
    near = [
        gap for row in (*rows[max(0, number - 2) : number], *rows[number + 1 : number + 3]) for gap in _wide_gaps(row)
    ]
    aligned = [gap for gap in here if any(abs(gap[0] - one[0]) < 3 or abs(gap[1] - one[1]) < 3 for one in near)]
    return {left for left, _right in aligned}


def _wide_gaps(row: Sequence[_Piece]) -> list[tuple[float, float]]:
    """Return where the pieces of a row begin and end that have wide white before them."""
    return [(b.left, b.right) for a, b in itertools.pairwise(row) if b.left - a.right > _CELL_GAP * a.size]


def _line(row: Sequence[_Piece], column: tuple[float, float], cells: set[float]) -> _Line:
    text = row[0].text
    for piece in row[1:]:
        text += (" | " if piece.left in cells else " ") + piece.text
    size = max(row, key=lambda one: len(one.text)).size
    left, right = row[0].left, max(piece.right for piece in row)
    first = (right - left) * len(text.split(None, 1)[0]) / max(1, len(text))
    return _Line(text, left, right, row[0].y, size, column, first)


# Lines to paragraphs


class _Joiner:
    """Lines made paragraphs, over columns and pages; notes what cannot be known."""

    def __init__(self, words: Counter[str]) -> None:
        self.doubts: list[str] = []
        self._words = words

    def paragraphs(self, columns: Sequence[Sequence[_Line]]) -> Iterator[str]:
        """Yield the paragraphs of columns in reading order."""
        leading = _leading(columns)
        indented = self._indents(columns)
        open_: list[_Line] = []
        for column in columns:
            hanging = _hangs(column)
            for before, line in zip([None, *column], column, strict=False):
                if before is None:
                    begins = bool(open_) and not self._goes_on(open_[-1], line, indented=indented)
                else:
                    begins = _begins(before, line, leading, hanging=hanging)
                if open_ and begins:
                    yield self._joined(open_)
                    open_ = []
                open_.append(line)
        if open_:
            yield self._joined(open_)

    def _indents(self, columns: Sequence[Sequence[_Line]]) -> bool:
        """Return whether the document begins its paragraphs with an indent."""
        lines = [line for column in columns for line in column[1:] if len(column) > 4]
        indents = sum(_INDENT * line.size < line.left - line.column[0] < 4 * line.size for line in lines)
        return indents >= max(2, 0.05 * len(lines))

    def _goes_on(self, before: _Line, line: _Line, *, indented: bool) -> bool:
        """Return whether a paragraph goes on in the next column or on the next page."""
        if not _alike(before, line) or _has_room(before, line) or _BULLET.match(line.text):
            return False
        if line.left - line.column[0] > _INDENT * line.size and indented:
            return False
        if not ends_sentence(before.text) or line.text[:1].islower():
            return True
        if indented:
            self.doubts.append(deferred("doubtful: whether a paragraph goes on at “{text}”", text=_opening(line.text)))
        return indented

    def _joined(self, lines: Sequence[_Line]) -> str:
        text = lines[0].text
        for line in lines[1:]:
            text = self._with(text, line.text)
        return text.replace("\u00ad", "")

    def _with(self, text: str, line: str) -> str:
        """Return a text with the next line, the hyphen between them undone where it was only there for the line."""
        if text.endswith("\u00ad"):
            return text[:-1] + line
        divided = re.search(r"([^\W\d_]+)[-‐]$", text)
        after = re.match(r"[^\W\d_]+", line)
        if not divided or not after or not line[:1].islower():
            return f"{text}{line}" if re.search(r"[\w)][-‐/]$", text) else f"{text} {line}"
        whole, kept = divided[1] + after[0], f"{divided[1]}-{after[0]}"
        known = self._words[whole.casefold()] - self._words[kept.casefold()]
        if known == 0:
            self.doubts.append(deferred("doubtful: “{whole}”, or “{kept}”", whole=whole, kept=kept))
        return f"{text}{line}" if known < 0 else f"{text[:-1]}{line}"


def _opening(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


def _leading(columns: Sequence[Sequence[_Line]]) -> float:
    """Return the usual distance of base lines, in ems."""
    steps = [
        (a.y - b.y) / a.size for column in columns for a, b in itertools.pairwise(column) if a.y > b.y and _alike(a, b)
    ]
    return sorted(steps)[len(steps) // 3] if steps else 1.2


def _hangs(column: Sequence[_Line]) -> bool:
    """Return whether paragraphs begin at the margin and go on indented."""
    inside = sum(line.left - line.column[0] > _INDENT * line.size for line in column)
    return len(column) > 3 and inside > 0.5 * len(column)


def _alike(before: _Line, line: _Line) -> bool:
    return abs(before.size - line.size) <= _SAME_SIZE * max(before.size, line.size)


def _begins(before: _Line, line: _Line, leading: float, *, hanging: bool) -> bool:
    """Return whether a line begins a paragraph, judged against the line before it in the same column."""
    if not _alike(before, line) or before.y - line.y > _GAP * leading * max(before.size, 1.0):
        return True
    step = (line.left - before.left) / line.size
    if _BULLET.match(line.text) or " | " in line.text or " | " in before.text:
        return True
    if hanging:
        return step < -_INDENT
    if step > _INDENT and before.left - before.column[0] < _INDENT * before.size:
        return True
    return _has_room(before, line)


def _has_room(before: _Line, line: _Line) -> bool:
    """Return whether the first word of a line had room in the one before, so that the break was wanted."""
    if before.text.endswith(("-", "‐", "\u00ad")):
        return False
    room = before.column[1] - before.right - 0.3 * before.size - line.first
    width = before.column[1] - before.column[0]
    return room > 0 and bool(ends_sentence(before.text) or room > 0.25 * width)
