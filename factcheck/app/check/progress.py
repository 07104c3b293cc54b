"""How far a long run has come, on a terminal; nothing elsewhere, and nothing of a short one."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator

from factcheck.app.check.examine import Examination

_CELLS = 30
_PATIENCE = 1.0
_STEP = 0.1
_CLEAR = "\r\x1b[K"


def with_progress(examined: Iterable[Examination], total: int) -> Iterator[Examination]:
    """Yield what comes in; after a second, on a terminal, show on standard error how many of `total` articles are done.

    The bar is cleared before findings, so that they begin on an empty line, and drawn anew below them.
    """
    if not sys.stderr.isatty():
        yield from examined
        return
    started, last = time.monotonic(), 0.0
    for number, one in enumerate(examined, start=1):
        now = time.monotonic()
        if now - started > _PATIENCE and now - last > _STEP:
            _show(_bar(number, total))
            last = now
        if one.findings and last:
            _show(_CLEAR)
        yield one
    if last:
        _show(_CLEAR)


def _show(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()


def _bar(number: int, total: int) -> str:
    full = _CELLS * number // max(total, 1)
    return f"{_CLEAR}[{'#' * full}{'.' * (_CELLS - full)}] {number:,} of {total:,} articles"
