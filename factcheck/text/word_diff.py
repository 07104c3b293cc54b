"""What changed between two wordings of a sentence, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from factcheck.model import Span

#: Above this many pairs of words only what the two ends have in common is looked for: it bounds the time to a second.
MAX_PAIRS = 4_000_000

#: White space; a number with its grouping and decimals; one character of a script without spaces; a word, where
#: an elided one (`l'`) keeps its apostrophe and stands alone; else one character. Together they match everything.
_TOKEN = re.compile(
    r"\s+"
    r"|\d+(?:[ \u00a0\u202f.,']\d{3}(?!\d))*(?:[.,]\d+)?"
    r"|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
    r"|[^\W\d_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff][\w\u0300-\u036f]*['\u2019]?"
    r"|.",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of both wordings: the same words in each, or words of one that stand where others stood."""

    #: Where it is in the old wording; empty where words were added.
    old: Span
    #: Where it is in the new wording; empty where words were taken out.
    new: Span
    #: The two are equal, code point for code point.
    same: bool


def all_tokens(text: str) -> tuple[str, ...]:
    """Return the words, numbers, punctuation and white space of `text`; joined, they are `text`.

    >>> all_tokens("L'an 2024 : 5 000 morts.")
    ("L'", 'an', ' ', '2024', ' ', ':', ' ', '5 000', ' ', 'morts', '.')
    """
    return tuple(_TOKEN.findall(text))


def compare(old: str, new: str) -> tuple[Stretch, ...]:
    """Return the stretches that lead from `old` to `new`; in order, they tile both.

    Stretches that are the same and stretches that are not take turns. White space alone between two changes counts
    as changed too, so that a rewritten phrase reads as one change and not as one a word.

    >>> [("Il a dit"[s.old.start : s.old.end], s.same) for s in compare("Il a dit", "Il a nié")]
    [('Il a ', True), ('dit', False)]
    """
    before, after = all_tokens(old), all_tokens(new)
    places_before, places_after = _places(before), _places(after)
    return tuple(
        Stretch(Span(places_before[i1], places_before[i2]), Span(places_after[j1], places_after[j2]), same)
        for i1, i2, j1, j2, same in _taking_turns(_blocks(before, after), before)
    )


#: Token indices: from and up to in the old wording, from and up to in the new one, and whether the tokens are the same.
_Block = tuple[int, int, int, int, bool]


def _places(parts: Sequence[str]) -> list[int]:
    """Return where each token starts, and where the last one ends."""
    return list(accumulate(map(len, parts), initial=0))


def _blocks(before: Sequence[str], after: Sequence[str]) -> Iterator[_Block]:
    """Yield what is the same and what is not, the common ends cut off first: most edits are in one place."""
    shortest = min(len(before), len(after))
    head = next((i for i in range(shortest) if before[i] != after[i]), shortest)
    tail = next((i for i in range(shortest - head) if before[-1 - i] != after[-1 - i]), shortest - head)
    i_end, j_end = len(before) - tail, len(after) - tail
    yield 0, head, 0, head, True
    for i1, i2, j1, j2, same in _middle(before[head:i_end], after[head:j_end]):
        yield head + i1, head + i2, head + j1, head + j2, same
    yield i_end, len(before), j_end, len(after), True


def _middle(before: Sequence[str], after: Sequence[str]) -> Iterator[_Block]:
    if len(before) * len(after) > MAX_PAIRS:
        yield 0, len(before), 0, len(after), False
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield i1, i2, j1, j2, tag == "equal"


def _taking_turns(blocks: Iterator[_Block], before: Sequence[str]) -> list[_Block]:
    """Drop empty blocks, count white space between changes as changed, and join neighbours of one kind."""
    filled = [block for block in blocks if block[0] < block[1] or block[2] < block[3]]
    turns: list[_Block] = []
    for place, (i1, i2, j1, j2, equal) in enumerate(filled):
        between_changes = 0 < place < len(filled) - 1 and not filled[place - 1][4] and not filled[place + 1][4]
        same = equal and not (between_changes and "".join(before[i1:i2]).isspace())
        joins = bool(turns) and turns[-1][4] == same
        first = turns.pop() if joins else (i1, i2, j1, j2, same)
        turns.append((first[0], i2, first[2], j2, same))
    return turns
