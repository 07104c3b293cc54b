"""Lines of plain text made paragraphs: hard-wrapped lines joined, indents and blank lines heeded; `markup` has HTML."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

#: Hard-wrapped text is this wide; narrower lines are a list, wider ones were broken on purpose.
_WIDTHS = range(40, 101)
#: Of a full line, this share of the width is used; the rest is what the next word did not fit in.
_FULL = 0.9
_TAB = 4
#: Of the breaks in hard-wrapped text, at least this share falls inside a sentence.
_INSIDE = 0.3
_ENDS = re.compile(r"[.!?…:;»”\"')\]♪]$")
_BLANKS = re.compile(r"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")


def squeezed(text: str) -> str:
    r"""Return text on one line: runs of blanks and line breaks become one space, other spaces stay.

    >>> squeezed("  5\u00a0000  \n people ")
    '5\xa0000 people'
    """
    return _BLANKS.sub(" ", text).strip()


def ends_sentence(text: str) -> bool:
    """Return whether a sentence may end where this text does.

    >>> ends_sentence("« Oui. » "), ends_sentence("selon la")
    (True, False)
    """
    return _ENDS.search(text[-20:].rstrip()) is not None


def split_paragraphs(text: str) -> list[str]:
    r"""Return the paragraphs of plain text, each on one line.

    A blank line ends one. In hard-wrapped text an indented line begins one and other lines go on; elsewhere each line
    is a paragraph of its own.

    >>> split_paragraphs("One.\nTwo.\n\nThree.")
    ['One.', 'Two.', 'Three.']
    """
    blocks = list(_blocks(text))
    width = wrap_width(blocks)
    return [squeezed(joined) for block in blocks for joined in joined_lines(block, width)]


def _blocks(text: str) -> Iterator[list[str]]:
    """Yield the lines between blank lines, with their indents."""
    block: list[str] = []
    for line in re.split(r"\r\n|[\n\r\v\f\x85\u2028\u2029]", text):
        if line.strip():
            block.append(line.expandtabs(_TAB).rstrip())
        elif block:
            yield block
            block = []
    if block:
        yield block


def wrap_width(blocks: Iterable[Sequence[str]]) -> int:
    """Return how wide the lines were wrapped; 0 if they were not.

    They were if most lines that another one follows are as long as the width allows, the next word counted, and not all
    of them end a sentence; a line that is indented begins anew, and says nothing of the one before.
    """
    breaks = [(a, b) for block in blocks for a, b in itertools.pairwise(block) if a and b and not _begins_anew(a, b)]
    widths = [len(line.strip()) for pair in breaks for line in pair if " " in line.strip()]
    width = max(widths, default=0)
    if width not in _WIDTHS:
        return 0
    full = sum(_is_full(a, b, width) for a, b in breaks)
    inside = sum(not ends_sentence(a) for a, _following in breaks)
    return width if full >= 0.6 * len(breaks) and inside >= _INSIDE * len(breaks) else 0


def _begins_anew(line: str, following: str) -> bool:
    return _indent(following) >= _indent(line) + 2


def joined_lines(block: Sequence[str], width: int) -> Iterator[str]:
    """Yield the paragraphs of a block of lines: lines that are full go on in the next, unless that one is indented."""
    margin = min((_indent(line) for line in block[1:]), default=0)
    gathered: list[str] = []
    for line in block:
        if gathered and (not _is_full(gathered[-1], line, width) or _indent(line) >= margin + 2):
            yield "\n".join(gathered)
            gathered = []
        gathered.append(line)
    if gathered:
        yield "\n".join(gathered)


def _is_full(line: str, following: str, width: int) -> bool:
    """Return whether the first word of the next line had no room in this one; never where nothing is wrapped."""
    word = following.split(None, 1)[0]
    return bool(width) and len(line.strip()) + 1 + len(word) > _FULL * width


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def is_hard_wrapped(text: str) -> bool:
    """Return whether the text of one element has paragraphs of its own: a blank line, or a line further indented."""
    lines = text.strip("\n").split("\n")
    if any(not line.strip() for line in lines[1:-1]):
        return True
    rest = [_indent(line.expandtabs(_TAB)) for line in lines[1:] if line.strip()]
    return len(rest) > 1 and max(rest) >= min(rest) + 2
