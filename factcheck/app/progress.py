"""The progress of a long run, shown on terminals only."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from factcheck.i18n import _, grouped

_Result = TypeVar("_Result")

_CELLS = 30
_PATIENCE = 1.0
_STEP = 0.1
_CLEAR = "\r\x1b[K"


def with_progress(
    results: Iterable[_Result], total: Callable[[], int], unit: str, prints: Callable[[_Result], object]
) -> Iterator[_Result]:
    """Yield what comes in; after a second, on a terminal, show on standard error how far it is, how fast, how long yet.

    The bar is cleared before a result that is going to be printed, so that it begins on an empty line.

    Args:
        results: What comes in.
        total: Returns how many there will be; asked only on a terminal, before the first comes.
        unit: How that is said, with the places `{number}` and `{total}`, in the language of the interface.
        prints: Returns whether a result is going to be printed.
    """
    if not sys.stderr.isatty():
        yield from results
        return
    expected = total()
    started, last = time.monotonic(), 0.0
    for number, one in enumerate(results, start=1):
        now = time.monotonic()
        if now - started > _PATIENCE and now - last > _STEP:
            _show(_bar(unit.format(number=grouped(number), total=grouped(expected)), number, expected, now - started))
            last = now
        if last and prints(one):
            _show(_CLEAR)
        yield one
    if last:
        _show(_CLEAR)


def _show(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()


def _bar(said: str, number: int, total: int, seconds: float) -> str:
    full = min(_CELLS, _CELLS * number // max(total, 1))
    rate = number / max(seconds, 1e-9)
    minutes, left = divmod(round(max(0, total - number) / rate), 60)
    pace = _("{rate} a second, {time} left").format(rate=grouped(round(rate)), time=f"{minutes:02}:{left:02}")
    return f"{_CLEAR}[{'#' * full}{'.' * (_CELLS - full)}] {said}, {pace}"
