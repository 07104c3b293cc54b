"""How far a long run has come, on a terminal; nothing elsewhere, and nothing of a short one."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from factcheck.i18n import grouped

_Result = TypeVar("_Result")

_CELLS = 30
_PATIENCE = 1.0
_STEP = 0.1
_CLEAR = "\r\x1b[K"


def with_progress(
    results: Iterable[_Result], total: int, unit: str, prints: Callable[[_Result], object]
) -> Iterator[_Result]:
    """Yield what comes in; after a second, on a terminal, show on standard error how many of `total` are done.

    The bar is cleared before a result that is going to be printed, so that it begins on an empty line.

    Args:
        results: What comes in.
        total: How many there will be.
        unit: How that is said, with the places `{number}` and `{total}`, in the language of the interface.
        prints: Returns whether a result is going to be printed.
    """
    if not sys.stderr.isatty():
        yield from results
        return
    started, last = time.monotonic(), 0.0
    for number, one in enumerate(results, start=1):
        now = time.monotonic()
        if now - started > _PATIENCE and now - last > _STEP:
            _show(_bar(number, total, unit))
            last = now
        if last and prints(one):
            _show(_CLEAR)
        yield one
    if last:
        _show(_CLEAR)


def _show(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()


def _bar(number: int, total: int, unit: str) -> str:
    full = _CELLS * number // max(total, 1)
    said = unit.format(number=grouped(number), total=grouped(total))
    return f"{_CLEAR}[{'#' * full}{'.' * (_CELLS - full)}] {said}"
