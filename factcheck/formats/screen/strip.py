"""The strip in the header: the whole article in one row, a letter a sentence: what is done, and where one is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.formats.screen.style import Theme, paint
from factcheck.labelling.state import State
from factcheck.model import Label, Record

#: What a cell says: a label's letter; skipped; changed; waiting. Of several sentences: some wait, or all are done.
_SKIPPED, _CHANGED, _WAITING, _SOME, _DONE = "x", "!", "-", "~", "+"
#: Neighbours of one colour, painted in one go.
_RUNS = r"C+|O+|U+|S+|[^COUS]+"
#: So few sentences are compared one by one.
_STRETCH = 16
_STYLES = {label.value[0].upper(): label.value for label in Label}


class Strip(NamedTuple):
    """A strip laid out."""

    text: str
    #: Which sentence each of its characters stands for, from 0; brackets stand for the current one.
    places: tuple[int, ...]


def strip(state: State, width: int) -> Strip:
    """Return the strip in at most `width` cells, the current sentence's in brackets."""
    count = len(state.sidecar.sentences)
    cells = min(count, max(width - 2, 1))
    letters = _letters(state.sidecar.sentences, cells)
    here = state.at * cells // count
    firsts = _firsts(count, cells)
    text = f"{letters[:here]}[{letters[here]}]{letters[here + 1 :]}"
    return Strip(text, (*firsts[:here], *[state.at] * 3, *firsts[here + 1 :]))


def painted(text: str, theme: Theme, on: str) -> str:
    """Return a strip in the colours of its labels, on what is behind the style `on`."""
    first, last = text.index("["), text.index("]") + 1
    here = paint(text[first:last], "here" if on == "header" else on, theme)
    return _coloured(text[:first], theme, on) + here + _coloured(text[last:], theme, on)


def _coloured(letters: str, theme: Theme, on: str) -> str:
    runs = (run[0] for run in re.finditer(_RUNS, letters))
    return "".join([paint(run, _STYLES.get(run[0], on), theme, on=on) for run in runs])


@lru_cache(8)
def _firsts(count: int, cells: int) -> tuple[int, ...]:
    """Return the first sentence of each cell."""
    return tuple([-(-cell * count // cells) for cell in range(cells)])


class _Memory:
    """The last strip's sentences and cells: from one key to the next, little of them changes."""

    sentences: Sequence[Record] = ()
    letters: list[str] = []  # noqa: RUF012 - the one memory there is


def _letters(sentences: Sequence[Record], cells: int) -> str:
    memory, count = _Memory, len(sentences)
    if (len(memory.sentences), len(memory.letters)) != (count, cells):
        memory.letters = [_cell(sentences, cell, cells) for cell in range(cells)]
    elif memory.sentences is not sentences:
        for at in _changed(memory.sentences, sentences, 0, count):
            cell = at * cells // count
            memory.letters[cell] = _cell(sentences, cell, cells)
    memory.sentences = sentences
    return "".join(memory.letters)


def _changed(old: Sequence[Record], new: Sequence[Record], start: int, end: int) -> Iterator[int]:
    """Yield where two sequences differ; whole stretches that are the same are compared at once."""
    if old[start:end] == new[start:end]:
        return
    if end - start <= _STRETCH:
        yield from (at for at in range(start, end) if old[at] is not new[at])
        return
    middle = (start + end) // 2
    yield from _changed(old, new, start, middle)
    yield from _changed(old, new, middle, end)


def _cell(sentences: Sequence[Record], cell: int, cells: int) -> str:
    """Return what one cell says of the sentences that share it."""
    count = len(sentences)
    first, last = -(-cell * count // cells), -(-(cell + 1) * count // cells)
    letters = set(_each(sentences[first:last]))
    if len(letters) == 1:
        return letters.pop()
    return _SOME if letters & {_WAITING, _CHANGED} else _DONE


def _each(sentences: Sequence[Record]) -> Iterator[str]:
    for record in sentences:
        if record.was:
            yield _CHANGED
        else:
            yield record.label.value[0].upper() if record.label else _SKIPPED if record.skip else _WAITING
