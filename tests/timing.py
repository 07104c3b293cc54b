"""What work costs: processor time, apart from what earlier tests have left in this process.

A full collection of garbage walks everything that is alive, in a long test run a second's worth of it, and falls on
whichever test allocates next. And a busy machine makes the same work dearer at times. So what is alive is set aside
first, and what looks too slow is tried again.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def heap_set_aside() -> Iterator[None]:
    """Let no collection of garbage walk what is alive by now."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the processor time, in seconds, that `work` takes in this process."""
    with heap_set_aside():
        started = time.process_time()
        work()
        return time.process_time() - started


def is_within(limit: float, work: Callable[[], object], tries: int = 3) -> bool:
    """Return whether `work` takes less than `limit` seconds of processor time in one of `tries` runs."""
    return any(cpu_seconds(work) < limit for _ in range(tries))
