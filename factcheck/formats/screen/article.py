"""The current sentence among its neighbours; nothing is ever drawn to the right of the article's words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factcheck.formats.screen.alternatives import alternative_lines
from factcheck.formats.screen.cues import cue_line, cue_marks, wants_cues
from factcheck.formats.screen.layout import LONGEST, REMEMBERED, shown, wrap
from factcheck.formats.screen.style import MEASURE, Mark, Theme, paint, paint_marks
from factcheck.i18n import _, ngettext, spoken
from factcheck.labelling.state import DividingMode, State
from factcheck.labelling.views import shows
from factcheck.model import Label, Record
from factcheck.sidecar.fields import SHOWN

#: From this width on, labels are written out beside their sentences.
_WIDE = 60
#: How much of a neighbour is laid out.
_NEIGHBOUR = 1_500
#: What stands before a heading, so that it is told apart without a style, too.
HEADING = "# "


class ScreenRow(NamedTuple):
    """A row of the article."""

    text: str
    #: The sentence it belongs to, from 0; None for a blank row.
    at: int | None = None


_BLANK = ScreenRow("")


class Shown(NamedTuple):
    """The current sentence as far as there is room for it."""

    rows: list[ScreenRow]
    #: Whether it goes on above and below.
    above: bool = False
    below: bool = False


class _Block(NamedTuple):
    """A sentence laid out: what stands to the left of its first line, and its lines."""

    gutter: str
    indent: str
    lines: tuple[str, ...]
    #: The line in which the place to divide at is.
    bar: int | None = None

    def rows(self, at: int, first: int = 0, last: int | None = None) -> list[ScreenRow]:
        """Return some of the lines, the gutter beside the first of them."""
        lines = self.lines[first:last]
        shown = ((self.gutter if number == 0 else self.indent) + line for number, line in enumerate(lines))
        return [ScreenRow(line, at) for line in shown]


def article_rows(state: State, width: int, room: int, theme: Theme) -> Shown:
    """Return at most `room` rows: the current sentence, and as much around it as there is room for."""
    focus = sentence_rows(state, width, room, theme)
    query = state.query if state.searching else ""
    look = _Look(width, theme, _digits(state), query, above=False, language=spoken())
    rows = [*_above(state, look._replace(above=True), min(room - len(focus.rows), room // 3)), *focus.rows]
    return focus._replace(rows=[*rows, *_below(state, look, room - len(rows))])


def sentence_rows(state: State, width: int, room: int, theme: Theme) -> Shown:
    """Return the current sentence and what is said about it, scrolled where it is longer than `room` rows."""
    block = _focus(state, width, theme)
    over = len(block.lines) - room
    if over <= 0 or room <= 0:
        return Shown(block.rows(state.at, 0, max(room, 0)))
    start = min(state.scroll * max(room // 2, 1), over)
    if block.bar is not None:  # the view follows the bar
        start = min(max(block.bar - room // 2, 0), over)
    rows = [row.text for row in block.rows(state.at, start, start + room)]
    # The first cell of a row is ours: it tells that there is more.
    if start:
        rows[0] = "^" + rows[0][1:]
    if start < over:
        rows[-1] = "v" + rows[-1][1:]
    return Shown([ScreenRow(text, state.at) for text in rows], start > 0, start < over)


def _above(state: State, look: _Look, room: int) -> list[ScreenRow]:
    rows = [_BLANK] if _begins(state, state.at) else []
    at = state.at - 1
    while at >= 0 and len(rows) < room:
        block = _neighbour(state, at, look)
        over = len(block) - (room - len(rows))
        # The last lines of a sentence that is cut have its gutter all the same.
        rows = [*(block if over <= 0 else _cut(state, at, look, over)), *rows]
        rows = [_BLANK, *rows] if _begins(state, at) and len(rows) < room else rows
        at -= 1
    return rows if len(rows) > 1 and room > 0 else []


def _below(state: State, look: _Look, room: int) -> list[ScreenRow]:
    rows: list[ScreenRow] = []
    at = state.at + 1
    while at < len(state.sidecar.sentences) and len(rows) < room:
        if _begins(state, at):
            rows.append(_BLANK)
        rows += _neighbour(state, at, look)
        at += 1
    return rows[: max(room, 0)]


def _begins(state: State, at: int) -> bool:
    """Return whether a blank row stands before a sentence."""
    return state.sidecar.sentences[at].id in state.structure.begins


class _Look(NamedTuple):
    """How all neighbours are to look."""

    width: int
    theme: Theme
    digits: int
    query: str
    #: Whether they stand before the current sentence, so that of a long one the end is shown.
    above: bool
    #: What their labels are said in.
    language: str


def _neighbour(state: State, at: int, look: _Look) -> tuple[ScreenRow, ...]:
    return _rows(state.sidecar.sentences[at], at, _style(state, at), look)


def _cut(state: State, at: int, look: _Look, over: int) -> list[ScreenRow]:
    """Return a neighbour without its first lines."""
    block = _context(state.sidecar.sentences[at], at, _style(state, at), look)
    return block.rows(at, over)


def _style(state: State, at: int) -> str:
    record = state.sidecar.sentences[at]
    heading = "heading" if record.id in state.structure.headings else "context"
    return heading if state.view == "all" or shows(state)(record) else f"outside {heading}"


@lru_cache(REMEMBERED)
def _rows(record: Record, at: int, style: str, look: _Look) -> tuple[ScreenRow, ...]:
    """Return a neighbour's rows; remembered, since most of them stay in view from one key to the next."""
    return tuple(_context(record, at, style, look).rows(at))


def _context(record: Record, at: int, style: str, look: _Look) -> _Block:
    """Return a neighbour laid out."""
    text = record.text
    if len(text) > _NEIGHBOUR:
        text = "... " + text[-_NEIGHBOUR:] if look.above else text[:_NEIGHBOUR]
    text = (HEADING if style.endswith("heading") else "") + shown(text)
    gutter, indent = _gutter(record, f" {at + 1:>{look.digits}}", look.width, look.theme)
    hits, style = _hits(text, look.query), style.partition(" ")[0]
    return _Block(gutter, indent, tuple(_paragraph(text, look.width - len(indent), hits, look.theme, style=style)))


def _focus(state: State, width: int, theme: Theme) -> _Block:
    record = state.record
    gutter, indent = _gutter(record, f">{state.at + 1:>{_digits(state)}}", width, theme)
    room = width - len(indent)
    text, marks = _text(state)
    lines = _paragraph(text, room, marks, theme, style="focus")
    bar = _line_of(text, room, marks[0][0]) if isinstance(state.mode, DividingMode) else None
    for name in SHOWN:
        if said := getattr(record, name):
            lines += _paragraph(shown(_("{name}: {text}").format(name=_(name), text=said)[:LONGEST]), room, [], theme)
    if wants_cues(state) and theme is Theme.BARE:
        lines += _paragraph(cue_line(state), room, [], theme)
    if record.was:
        lines += _difference(record, room, theme)
    for said in alternative_lines(state):
        lines += _paragraph(said[:LONGEST], room, [], theme)
    return _Block(gutter, indent, tuple(lines), bar)


def _text(state: State) -> tuple[str, list[Mark]]:
    """Return the sentence as it is shown, and what is marked in it."""
    text, more = state.record.text[:LONGEST], len(state.record.text) - LONGEST
    if isinstance(state.mode, DividingMode):
        cut = state.mode.cuts[state.mode.chosen]
        head, tail = shown(state.record.text[max(cut - LONGEST, 0) : cut]), shown(state.record.text[cut:][:LONGEST])
        return f"{head}|{tail}", [(len(head), len(head) + 1, "chosen")]
    text = (HEADING if state.record.id in state.structure.headings else "") + shown(text)
    if more > 0:
        text += ngettext(" ... ({count} more character)", " ... ({count} more characters)", more).format(count=more)
    if state.searching:
        return text, _hits(text, state.query)
    return text, cue_marks(text, state) if wants_cues(state) else []


def _hits(text: str, query: str) -> list[Mark]:
    """Return where a text has what is searched for."""
    if not query:
        return []
    from factcheck.labelling.searching import places  # noqa: PLC0415 - only while somebody searches

    return list(_apart((start, end, "hit") for start, end in places(text, query)))


def _apart(marks: Iterator[Mark]) -> Iterator[Mark]:
    """Yield marks that begin after the last has ended."""
    behind = 0
    for start, end, name in marks:
        if start >= behind:
            behind = end
            yield start, end, name


def _line_of(text: str, room: int, place: int) -> int:
    """Return the line in which a place of a text is, when it is laid out as `_paragraph` does."""
    lines = wrap(text, _measure(room))
    return next((number for number, (_start, end) in enumerate(lines) if place < end), len(lines) - 1)


def _difference(record: Record, room: int, theme: Theme) -> list[str]:
    """Return how the sentence changed: words taken out in brackets with a minus, words put in with a plus."""
    from factcheck.text.word_diff import compare  # noqa: PLC0415 - only for sentences that changed

    label = f" {_(record.was_label)}" if record.was_label else ""
    text, marks = _("was{label}: ").format(label=label), []
    for stretch in compare(record.was[:LONGEST], record.text[:LONGEST]):
        old, new = shown(record.was[stretch.old.start : stretch.old.end]), ""
        if not stretch.same:
            new = shown(record.text[stretch.new.start : stretch.new.end])
            new = f"{{+{new}+}}" if new else ""
            old = f"[-{old}-]" if old else ""
            marks += [(len(text), len(text) + len(old), "removed")]
            marks += [(len(text) + len(old), len(text) + len(old) + len(new), "added")]
        text += old + new
    return _paragraph(text, room, marks, theme)


def _measure(width: int) -> int:
    """Return how wide a line may be; the last cell stays empty, as some terminals put its accent on the one before."""
    return max(min(width - 1, MEASURE), 2)


def _paragraph(text: str, width: int, marks: list[Mark], theme: Theme, *, style: str = "") -> list[str]:
    lines = wrap(text, _measure(width))
    return [paint_marks(text, line, marks, theme, style=style) for line in lines]


def _digits(state: State) -> int:
    """Return how many cells a number takes: as many as that of the last sentence."""
    return max(3, len(str(len(state.sidecar.sentences))))


def _gutter(record: Record, number: str, width: int, theme: Theme) -> tuple[str, str]:
    """Return what stands to the left of a sentence's first line, and the same width of spaces."""
    letter, word = _letter_and_word(record)
    marks = f"{'?' if record.unsure else ' '}{'*' if record.note else ' '}"
    tag = f"{letter}{marks} {word:<{_longest()}} " if width >= _WIDE else f"{letter}{marks} "
    style = record.label.value if record.label else ""
    return f"{number} {paint(tag, style, theme)}", " " * (len(number) + len(tag) + 1)


def _longest() -> int:
    """Return how many cells the margin has for a label, or for what stands in its place."""
    return max(len(_(word)) for word in (*Label, "skipped", "changed"))


def _letter_and_word(record: Record) -> tuple[str, str]:
    if record.label:
        return record.label.value[0].upper(), _(record.label)
    if record.skip:
        return "x", _("skipped")
    return ("!", _("changed")) if record.was else ("-", "")
