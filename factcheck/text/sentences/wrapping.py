"""Which line breaks of a block only fill a width; paragraphs are made of what this says in `paragraphs`."""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.languages.words import Words
from factcheck.text.sentences.marks import CLOSERS, OPENERS, OWN, WIDE

#: Hard-wrapped text is this wide; narrower lines are verse or a list, wider ones were broken on purpose.
WIDTHS = range(24, 101)
#: Below this, one line break alone says nothing of the width.
_NARROW = 40
#: The share of a width that a line which an edit shortened still has.
_SHORTENED = 0.6
#: No headline is longer.
_HEADLINE = 120

_ENDS = ".!?…:;" + WIDE + OWN
_COMMAS = ",،、，"
_CLOSE = "/)]%&"
_BULLET = re.compile(r"[•⁃‣▪●■◆►*]\s|[-–—]\s+[^\W\d_a-zà-ÿ]")
_SENTENCE_END = re.compile(r"[.!?…]\s")
#: Where news comes from: *PARIS, 3 mars (AFP) -*, *WASHINGTON —*.
_DATELINE = re.compile(r"\w{4}[^.(–—]{,30}(?:\([^)]{2,20}\) ?)?[-–—]\s")
_ITEM = re.compile(r"(?:[-–—•⁃‣▪●■◆►*]|\(?\d{1,3}[.)]|\w\))\s")


class _Line(NamedTuple):
    """A line without the white space after it."""

    text: str
    #: How far its first letter is from the margin.
    indent: int
    #: Its first word.
    word: str

    @property
    def width(self) -> int:
        """Return its length in code points."""
        return len(self.text)


_Break = tuple[_Line, _Line]


def runs(lines: Sequence[str], words: Words) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the first and the last line of each run that hard wrapping has made out of one.

    Lines are wrapped at the width that most of their breaks agree on: no line is wider, and none has room for the first
    word of the next. Where they are, each break is judged by itself, so that an edited line, a headline above or a
    paragraph that only an indent begins changes nothing for the others.
    """
    block = [_line(line) for line in lines]
    width = _width(block)
    start, left = 0, _HEADLINE
    for number, (line, following) in enumerate(itertools.pairwise(block)):
        left = left - line.width if _may_be_headline(line) else 0
        if not width or _parts(line, following, width, words, first=start == number, headline=left > 0):
            yield start, number
            start, left = number + 1, _HEADLINE
    yield start, len(block) - 1


def _line(line: str) -> _Line:
    return _Line(line.rstrip(), len(line) - len(line.lstrip()), line.split(None, 1)[0])


def _width(block: Sequence[_Line]) -> int:
    """Return the width that the lines are wrapped at; 0 where they are not."""
    if sum(line.width >= WIDTHS.stop for line in block) > len(block) / 2:
        return 0
    breaks = list(itertools.pairwise(block))
    going_on = [_in_mid_sentence(*each) for each in breaks]
    best = _best(block, breaks, going_on)
    filled = [_fills(*each, best) for each in breaks]
    both = sum(map(operator.and_, filled, going_on))
    either = sum(map(operator.or_, filled, going_on))
    if sum(line.width > best for line in block) > len(breaks) / 2 or (best < _NARROW and either < 2):
        return 0
    shown = both and either >= len(breaks) / 2
    return best if shown or (sum(filled) >= max(4, len(breaks) * 0.7) and any(map(_has_no_end, block[:-1]))) else 0


def _best(block: Sequence[_Line], breaks: Sequence[_Break], going_on: Sequence[bool]) -> int:
    """Return the width that most speaks for: the breaks that fill it, thrice in mid-sentence, less the wider lines."""
    change = [0] * (WIDTHS.stop + 1)  # from each width to the next
    for (line, following), going in zip(breaks, going_on, strict=True):
        change[min(line.width, WIDTHS.stop)] += 3 if going else 1
        change[min(line.width + 1 + len(following.word), WIDTHS.stop)] -= 3 if going else 1
    for line in block:
        change[min(line.width, WIDTHS.stop)] += 1
    agreement = list(itertools.accumulate(change))
    return max(WIDTHS, key=lambda width: (agreement[width], width))


def _fills(line: _Line, following: _Line, width: int) -> bool:
    """Return whether a line is as full as the width allows."""
    return line.width <= width < line.width + 1 + len(following.word)


def _has_no_end(line: _Line) -> bool:
    return line.text.rstrip(CLOSERS)[-1:] not in tuple(_ENDS)


def _may_be_headline(line: _Line) -> bool:
    """Return whether a line may be one of a headline: no sentence ends in it, nor goes on after a comma."""
    return _has_no_end(line) and line.text[-1] not in _COMMAS and not _SENTENCE_END.search(line.text)


def _is_under_headline(line: _Line, following: _Line, words: Words) -> bool:
    """Return whether a line begins a text, by its first words or because what is above it is in capitals."""
    word, apostrophe, _ = following.word.rstrip(_COMMAS).replace("’", "'").partition("'")
    if word[:1].isupper() and not words.starters.isdisjoint((word.lower(), word.lower() + apostrophe)):
        return True
    return line.text.isupper() > following.text.isupper() or bool(word.isupper() and _DATELINE.match(following.text))


def _in_mid_sentence(line: _Line, following: _Line) -> bool:
    if not _has_no_end(line):
        return False
    word = following.word.lstrip(OPENERS)[:1]
    return word.islower() or line.text[-1] in _COMMAS or following.word[0] in _CLOSE


def _parts(line: _Line, following: _Line, width: int, words: Words, *, first: bool, headline: bool) -> bool:
    """Return whether a break is more than a space.

    Args:
        line: The line before the break.
        following: The line after it.
        width: What the lines are wrapped at.
        words: The lists of the language.
        first: The line begins its paragraph.
        headline: All lines of the paragraph, so far, may be a headline.
    """
    if _in_mid_sentence(line, following):
        return False
    item = _ITEM.match(line.text, line.indent)
    if (following.indent > line.indent and not item) or _BULLET.match(following.text, following.indent):
        return True
    if headline and _is_under_headline(line, following, words):
        return True
    if headline and (first or line.text.rsplit(None, 1)[-1] not in words.starters):
        return not _fills(line, following, width)
    edited = _has_no_end(line) and line.width > width * (1 if first else _SHORTENED)
    return not (edited or _fills(line, following, width))
