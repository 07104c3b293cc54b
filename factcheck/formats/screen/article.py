"""The current sentence among its neighbours; nothing is ever drawn to the right of the article's words."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from factcheck.formats.screen.alternatives import alternative_lines
from factcheck.formats.screen.cues import cue_line, cue_marks, wants_cues
from factcheck.formats.screen.layout import LONGEST, REMEMBERED, shown, wrap
from factcheck.formats.screen.style import MEASURE, Mark, paint, paint_marks
from factcheck.labelling.state import DividingMode, State
from factcheck.model import Record
from factcheck.sidecar.fields import SHOWN

#: From this width on, labels are written out beside their sentences.
_WIDE = 60
#: How much of a neighbour is laid out.
_NEIGHBOUR = 1_500


class _Block(NamedTuple):
    """A sentence laid out: what stands to the left of its first line, and its lines."""

    gutter: str
    indent: str
    lines: tuple[str, ...]

    def rows(self, first: int = 0, last: int | None = None) -> list[str]:
        """Return some of the lines, the gutter beside the first of them."""
        lines = self.lines[first:last]
        return [(self.gutter if at == 0 else self.indent) + line for at, line in enumerate(lines)]


def article_lines(state: State, width: int, room: int, *, color: bool) -> list[str]:
    """Return at most `room` rows: the current sentence, and as much around it as there is room for."""
    focus = sentence_lines(state, width, room, color=color)
    above = _above(state, width, min(room - len(focus) - 1, room // 3), color=color)
    lines = [*above, "", *focus] if above else focus
    below = _below(state, width, room - len(lines) - 1, color=color)
    return [*lines, "", *below] if below else lines


def sentence_lines(state: State, width: int, room: int, *, color: bool) -> list[str]:
    """Return the current sentence and what is said about it, scrolled where it is longer than `room` rows."""
    block = _focus(state, width, color=color)
    over = len(block.lines) - room
    if over <= 0:
        return block.rows()
    start = min(state.scroll * max(room // 2, 1), over)
    rows = block.rows(start, start + room)
    # The first cell of a row is ours: it tells that there is more.
    if start:
        rows[0] = "^" + rows[0][1:]
    if start < over and rows:
        rows[-1] = "v" + rows[-1][1:]
    return rows


def _above(state: State, width: int, room: int, *, color: bool) -> list[str]:
    rows: list[str] = []
    at = state.at - 1
    while at >= 0 and len(rows) < room:
        block = _neighbour(state, at, width, color=color)
        rows = block.rows(max(len(block.lines) - (room - len(rows)), 0)) + rows
        at -= 1
    return rows


def _below(state: State, width: int, room: int, *, color: bool) -> list[str]:
    rows: list[str] = []
    at = state.at + 1
    while at < len(state.sidecar.sentences) and len(rows) < room:
        rows += _neighbour(state, at, width, color=color).rows()
        at += 1
    return rows[: max(room, 0)]


def _neighbour(state: State, at: int, width: int, *, color: bool) -> _Block:
    record = state.sidecar.sentences[at]
    return _context(record, _number(state, at), width, above=at < state.at, color=color)


@lru_cache(REMEMBERED)
def _context(record: Record, number: str, width: int, *, above: bool, color: bool) -> _Block:
    """Return a neighbour laid out; remembered, since most of them stay in view from one key to the next."""
    text = record.text
    if len(text) > _NEIGHBOUR:
        text = "... " + text[-_NEIGHBOUR:] if above else text[:_NEIGHBOUR]
    gutter, indent = _gutter(record, f" {number}", width, color=color)
    lines = _paragraph(shown(text), width - len(indent), [], style="context", color=color)
    return _Block(gutter, indent, tuple(lines))


def _focus(state: State, width: int, *, color: bool) -> _Block:
    record = state.record
    gutter, indent = _gutter(record, f">{_number(state, state.at)}", width, color=color)
    room = width - len(indent)
    text, marks = _text(state)
    lines = _paragraph(text, room, marks, style="focus", color=color)
    for name in SHOWN:
        if said := getattr(record, name):
            lines += _paragraph(shown(f"{name}: {said}"[:LONGEST]), room, [], style="", color=color)
    if wants_cues(state) and not color:
        lines += _paragraph(cue_line(state), room, [], style="", color=color)
    if record.was:
        lines += _difference(record, room, color=color)
    for said in alternative_lines(state):
        lines += _paragraph(said[:LONGEST], room, [], style="", color=color)
    return _Block(gutter, indent, tuple(lines))


def _text(state: State) -> tuple[str, list[Mark]]:
    """Return the sentence as it is shown, and what is marked in it."""
    text, more = state.record.text[:LONGEST], len(state.record.text) - LONGEST
    if isinstance(state.mode, DividingMode):
        cut = state.mode.cuts[state.mode.chosen]
        head = shown(text[:cut])
        return f"{head}|{shown(text[cut:])}", [(len(head), len(head) + 1, "chosen")]
    text = shown(text) + (f" ... ({more} more characters)" if more > 0 else "")
    return text, cue_marks(text, state) if wants_cues(state) else []


def _difference(record: Record, room: int, *, color: bool) -> list[str]:
    """Return how the sentence changed: words taken out in brackets with a minus, words put in with a plus."""
    from factcheck.text.word_diff import compare  # noqa: PLC0415 - only for sentences that changed

    label = f" {record.was_label}" if record.was_label else ""
    text, marks = f"was{label}: ", []
    for stretch in compare(record.was[:LONGEST], record.text[:LONGEST]):
        old, new = shown(record.was[stretch.old.start : stretch.old.end]), ""
        if not stretch.same:
            new = shown(record.text[stretch.new.start : stretch.new.end])
            new = f"{{+{new}+}}" if new else ""
            old = f"[-{old}-]" if old else ""
            marks += [(len(text), len(text) + len(old), "removed")]
            marks += [(len(text) + len(old), len(text) + len(old) + len(new), "added")]
        text += old + new
    return _paragraph(text, room, marks, style="", color=color)


def _paragraph(text: str, width: int, marks: list[Mark], *, style: str, color: bool) -> list[str]:
    # The last cell stays empty: some terminals put the accent of a letter there on the letter before.
    lines = wrap(text, max(min(width - 1, MEASURE), 2))
    return [paint_marks(text, start, end, marks, color=color, style=style) for start, end in lines]


def _number(state: State, at: int) -> str:
    """Return the number of a sentence, as wide as that of the last."""
    return f"{at + 1:>{max(3, len(str(len(state.sidecar.sentences))))}}"


def _gutter(record: Record, number: str, width: int, *, color: bool) -> tuple[str, str]:
    """Return what stands to the left of a sentence's first line, and the same width of spaces."""
    letter, word = _letter_and_word(record)
    tag = f"{letter}{'?' if record.unsure else ' '}" + (f" {word:<10} " if width >= _WIDE else " ")
    style = record.label.value if record.label else ""
    return f"{number} {paint(tag, style, color=color)}", " " * (len(number) + len(tag) + 1)


def _letter_and_word(record: Record) -> tuple[str, str]:
    if record.label:
        return record.label.value[0].upper(), record.label.value
    if record.skip:
        return "x", "skipped"
    return ("!", "changed") if record.was else ("-", "")
