"""Both faces of the annotator as pure functions of the state: the screen here, the plain one from `screen_plain`."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.formats.screen.article import article_lines, sentence_lines
from factcheck.formats.screen.layout import cut, shown
from factcheck.formats.screen.panels import helping_lines, hints, prompt, proposal_lines
from factcheck.formats.screen.plain import line
from factcheck.formats.screen.style import paint
from factcheck.labelling.state import CodebookMode, HelpMode, ReadingMode, SaveStatus, State, TypingMode

__all__ = ["LEAST_HEIGHT", "LEAST_WIDTH", "Frame", "frame", "line"]

#: Smaller windows are refused.
LEAST_WIDTH, LEAST_HEIGHT = 20, 7


class Frame(NamedTuple):
    """What a screen shows."""

    #: Its rows from the top, as many as it has; each may hold styles and nothing else that steers a terminal.
    lines: tuple[str, ...]
    #: The row and the cell the cursor belongs in, both from 0; None hides it.
    cursor: tuple[int, int] | None = None


def frame(state: State, width: int, height: int, *, color: bool) -> Frame:
    """Return the screen of a session.

    Args:
        state: The session.
        width: The screen's cells.
        height: The screen's rows.
        color: Whether styles may be used.
    """
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        return _too_small(width, height)
    body = _body(state, width, height - 3, color=color)
    bottom, at = prompt(state, width)
    rows = [header(state, width, color=color), *body, _bottom(state, bottom, color=color), hints(state, width)]
    return Frame(tuple(rows), (height - 2, at) if at is not None else None)


def header(state: State, width: int, *, color: bool) -> str:
    """Return the top row: position, what is left, whether it is saved, the view, whose labels on what."""
    total = len(state.sidecar.sentences)
    saved = state.saved.value
    parts = [f"{state.at + 1}/{total}", f"{state.left} left", saved]
    parts += [f"view: {shown(state.view)}"] if state.view != "all" else []
    parts += [state.record.label.value if state.record.label else "no label"] if width < 60 else []
    parts += [shown(state.sidecar.article), shown(state.sidecar.annotator or "decisions")]
    style = "trouble" if state.saved is SaveStatus.FAILED else "header"
    return paint(cut(" " + "  ".join(parts) + " ", width), style, color=color)


def _body(state: State, width: int, room: int, *, color: bool) -> list[str]:
    """Return exactly `room` rows."""
    if isinstance(state.mode, HelpMode):
        lines = helping_lines(state, width, room)
    elif isinstance(state.mode, CodebookMode):
        from factcheck.formats.screen.codebook import consulting_lines  # noqa: PLC0415 - not for the first screen

        panel = consulting_lines(state.mode, width, room - min(room // 3, 6))
        above = sentence_lines(state, width, max(room - len(panel) - 1, 0), color=color)
        lines = [*above, "", *panel][:room]
    else:
        panel = proposal_lines(state, width, room // 2, color=color) if isinstance(state.mode, TypingMode) else []
        lines = article_lines(state, width, room - len(panel), color=color)
        lines += [""] * (room - len(panel) - len(lines)) + panel
    return lines + [""] * (room - len(lines))


def _bottom(state: State, text: str, *, color: bool) -> str:
    failed = state.saved is SaveStatus.FAILED and isinstance(state.mode, ReadingMode)
    return paint(text, "trouble" if failed else "", color=color)


def _too_small(width: int, height: int) -> Frame:
    words = f"{width}x{height} is too small: {LEAST_WIDTH}x{LEAST_HEIGHT} or more, or --plain"
    rows = [words[at : at + width] for at in range(0, len(words), max(width, 1))]
    return Frame(tuple((rows + [""] * height)[:height]))
