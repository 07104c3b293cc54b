"""Both views of the annotator as pure functions of the state: the screen here, the plain one from `plain`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.formats.screen.article import ScreenRow, article_rows, sentence_rows
from factcheck.formats.screen.layout import cell_count, cut, shown
from factcheck.formats.screen.panels import helping_lines, hints, prompt, proposal_lines
from factcheck.formats.screen.plain import keys_line, line, wrap_lines
from factcheck.formats.screen.strip import painted, strip
from factcheck.formats.screen.style import Theme, paint
from factcheck.i18n import _
from factcheck.labelling.state import CodebookMode, HelpMode, LookupMode, ReadingMode, SaveStatus, State, TypingMode
from factcheck.labelling.views import view_name

__all__ = ["LEAST_HEIGHT", "LEAST_WIDTH", "Frame", "Theme", "frame", "keys_line", "line", "wrap_lines"]

#: Smaller windows are refused.
LEAST_WIDTH, LEAST_HEIGHT = 20, 7
#: From this width on, the margin names the labels, and the header need not.
_WIDE = 60
#: From this height on, messages and hints that do not fit in a row take more of them, at most as many as this.
_TALL, _MOST_ROWS = 16, 3
#: As many pages as may have to be named in the hints.
_MANY_PAGES = 99


class Frame(NamedTuple):
    """What a screen shows."""

    #: Its rows from the top, as many as it has; each may hold styles and nothing else that steers a terminal.
    lines: tuple[str, ...]
    #: The row and the cell the cursor belongs in, both from 0; None hides it.
    cursor: tuple[int, int] | None = None
    #: The sentence that each row belongs to, from 0; None where it is none's.
    places: tuple[int | None, ...] = ()
    #: The first cell of the strip in the top row, and the sentence that each of its cells stands for.
    strip: tuple[int, tuple[int, ...]] = (0, ())
    #: Whether the current sentence goes on above and below what is shown of it.
    above: bool = False
    below: bool = False
    #: How many pages the keys or the borderline cases take; 0 where neither is shown.
    pages: int = 0

    def at(self, row: int, column: int) -> int | None:
        """Return the sentence at a row and a cell, both from 0; None if there is none."""
        first, sentences = self.strip
        if row == 0:
            return sentences[column - first] if 0 <= column - first < len(sentences) else None
        return self.places[row] if row < len(self.places) else None


def frame(state: State, width: int, height: int, theme: Theme) -> Frame:
    """Return the screen of a session.

    Args:
        state: The session.
        width: The screen's cells.
        height: The screen's rows.
        theme: Which styles may be used.
    """
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        return _too_small(width, height)
    most = _MOST_ROWS if height >= _TALL else 1
    bottom, at = prompt(state, width, most)
    for_hints = len(hints(state, width, most, _MANY_PAGES))
    body = _body(state, width, height - 1 - len(bottom) - for_hints, theme)
    keys = hints(state, width, most, body.pages)
    keys += [""] * (for_hints - len(keys))
    top, laid = top_row(state, width, theme)
    rows = [top, *(row.text for row in body.rows), *(_bottom(state, row, theme) for row in bottom), *keys]
    places = (None, *(row.at for row in body.rows), *(None for _row in (*bottom, *keys)))
    cursor = (height - for_hints - 1, at) if at is not None else None
    return Frame(tuple(rows), cursor, places, laid, body.above, body.below, body.pages)


def top_row(state: State, width: int, theme: Theme) -> tuple[str, tuple[int, tuple[int, ...]]]:
    """Return the top row, and where the strip is in it.

    It says the position, what is left, whether it is saved, the view; then come the strip and whose labels on what.
    """
    style = "trouble" if state.saved is SaveStatus.FAILED else "header"
    left = " " + "  ".join(_fitting(list(_standing(state, width)), state, width))
    right = next((text for text in _whose(state) if cell_count(left + text) + _LEAST_STRIP + 4 <= width), "")
    room = width - cell_count(left) - cell_count(right) - 4
    if room < _LEAST_STRIP:
        row = cut(left, width)
        return paint(row + " " * (width - cell_count(row)), style, theme), (0, ())
    laid = strip(state, room)
    gap = " " * (width - cell_count(left) - len(laid.text) - cell_count(right) - 3)
    row = paint(f"{left}  ", style, theme) + painted(laid.text, theme, style) + paint(f"{gap}{right} ", style, theme)
    return row, (cell_count(left) + 2, laid.places)


#: A strip of fewer cells says nothing.
_LEAST_STRIP = 6


def _fitting(standing: list[str], state: State, width: int) -> list[str]:
    """Return where the session stands, without that all is saved where there is no room to say so."""
    told = _(state.saved.value)
    if cell_count("  ".join(standing)) < width or state.saved is not SaveStatus.SAVED:
        return standing
    return [part for part in standing if part != told]


def _standing(state: State, width: int) -> Iterator[str]:
    """Yield where the session stands."""
    yield f"{state.at + 1}/{len(state.sidecar.sentences)}"
    yield _("{left} left").format(left=state.left)
    yield _(state.saved.value)
    if state.view != "all":
        yield _("view: {view}").format(view=shown(view_name(state.view)))
    if state.searching:
        yield _("search: {query}").format(query=cut(shown(state.query), 20))
    if state.forgetful:
        yield _("undo: this session only")
    if width < _WIDE:
        yield _(state.record.label or "no label")


def _whose(state: State) -> tuple[str, ...]:
    """Return what the right end of the header may say, the most first."""
    article, who = shown(state.sidecar.article), shown(state.sidecar.annotator or _("decisions"))
    return f"{article}  {who}", article, cut(article, 16)


class _Body(NamedTuple):
    """What stands between the header and the bottom rows, as many rows as there is room for."""

    rows: list[ScreenRow]
    above: bool = False
    below: bool = False
    pages: int = 0


def _body(state: State, width: int, room: int, theme: Theme) -> _Body:
    if isinstance(state.mode, HelpMode):
        lines, pages = helping_lines(state, width, room)
        body = _Body([ScreenRow(text) for text in lines], pages=pages)
    elif isinstance(state.mode, CodebookMode):
        from factcheck.formats.screen.codebook import consulting_lines  # noqa: PLC0415 - not for the first screen
        from factcheck.labelling.consulting import codebook_of  # noqa: PLC0415

        lines, pages = consulting_lines(codebook_of(state), state.mode, width, room - min(room // 3, 6))
        above = sentence_rows(state, width, max(room - len(lines) - 1, 0), theme)
        body = _Body([*above.rows, ScreenRow(""), *map(ScreenRow, lines)][:room], pages=pages)
    elif isinstance(state.mode, LookupMode):
        from factcheck.formats.screen.lookup import lookup_rows  # noqa: PLC0415 - not for the first screen

        above = sentence_rows(state, width, min(room // 3, 6), theme)
        lines, pages = lookup_rows(state.mode, width, room - len(above.rows) - 1)
        body = _Body([*above.rows, ScreenRow(""), *map(ScreenRow, lines)], pages=pages)
    else:
        panel = proposal_lines(state, width, room // 2, theme) if isinstance(state.mode, TypingMode) else []
        found = article_rows(state, width, room - len(panel), theme)
        gap = [ScreenRow("")] * (room - len(panel) - len(found.rows))
        body = _Body([*found.rows, *gap, *map(ScreenRow, panel)], found.above, found.below)
    return body._replace(rows=body.rows + [ScreenRow("")] * (room - len(body.rows)))


def _bottom(state: State, text: str, theme: Theme) -> str:
    failed = state.saved is SaveStatus.FAILED and isinstance(state.mode, ReadingMode)
    return paint(text, "trouble" if failed else "", theme)


def _too_small(width: int, height: int) -> Frame:
    words = _("{width}x{height} is too small: {least} or more, or --plain").format(
        width=width, height=height, least=f"{LEAST_WIDTH}x{LEAST_HEIGHT}"
    )
    rows = [words[at : at + width] for at in range(0, len(words), max(width, 1))]
    return Frame(tuple((rows + [""] * height)[:height]))
