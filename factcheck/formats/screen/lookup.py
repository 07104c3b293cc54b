"""What the archive answers about a sentence, as both views of the annotator show it; the lines come ready."""

from __future__ import annotations

from factcheck.formats.screen.layout import shown, wrap
from factcheck.formats.screen.style import MEASURE
from factcheck.labelling.state import LookupMode

#: What a line that goes on is indented by, besides its own indent.
_HANGING = 3


def lookup_rows(mode: LookupMode, width: int, room: int) -> tuple[list[str], int]:
    """Return one page of the answer, at most `room` rows, and how many pages there are."""
    rows = [row for line in mode.lines for row in _wrapped(line, width)]
    last = max(-(-len(rows) // max(room, 1)) - 1, 0)
    page = min(mode.page, last)
    return rows[page * room : (page + 1) * room], last + 1


def lookup_text(mode: LookupMode) -> str:
    """Return the same in plain lines, all at once."""
    return "".join(f"{shown(line)}\n" for line in mode.lines)


def _wrapped(line: str, width: int) -> list[str]:
    text = shown(line.strip())
    indent = " " * (1 + len(line) - len(line.lstrip(" ")))
    rows = [text[start:end].rstrip() for start, end in wrap(text, max(min(width, MEASURE) - len(indent) - _HANGING, 2))]
    hanging = indent if len(indent) > 1 else " " * (1 + _HANGING)
    return [(indent if at == 0 else hanging) + row for at, row in enumerate(rows)]
