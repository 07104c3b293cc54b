"""One function over many chunks of work, in this process or in several; nothing waits for a process that died."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from factcheck.registry import Registry

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

_Chunk = TypeVar("_Chunk")
_Result = TypeVar("_Result")


class Engine(Protocol):
    """Something that does one function over many chunks, as `map_chunks` does."""

    def __call__(
        self, function: Callable[[_Chunk], _Result], chunks: Iterable[_Chunk], processes: int
    ) -> Iterator[_Result]:
        """Yield what the function makes of each chunk, in their order."""


ENGINES: Registry[Engine] = Registry(
    {"processes": "factcheck.app.engine:map_chunks", "dask": "factcheck.app.dask_engine:map_chunks"}
)

#: Chunks handed out ahead of the one waited for, a process; more would only take memory.
_AHEAD = 4
#: How many seconds a chunk may take before its process counts as lost; a hundred articles take less than one.
PATIENCE = 120.0
#: How often, in seconds, is looked whether every process lives while a result is waited for.
_LOOK = 0.5


def map_chunks(function: Callable[[_Chunk], _Result], chunks: Iterable[_Chunk], processes: int) -> Iterator[_Result]:
    """Yield what `function` makes of each chunk, in their order.

    Where a process is killed, as by a kernel that is short of memory, or stops answering, its chunks and all that are
    left are done in this process; the results are the same.

    Args:
        function: What to do; it and its results can be pickled.
        chunks: Taken one by one, never far ahead of the results.
        processes: How many; 1 for this one.
    """
    rest = iter(chunks)
    if processes > 1:
        work = _Pool(function, rest, processes)
        yield from work.results()
        yield from map(function, work.undone)
    yield from map(function, rest)


class _Pool(Generic[_Chunk, _Result]):
    """Processes at work on chunks until none is left or one of them is lost."""

    def __init__(self, function: Callable[[_Chunk], _Result], chunks: Iterator[_Chunk], processes: int) -> None:
        self._function = function
        self._chunks = chunks
        self._processes = processes
        #: What was taken from the chunks and has given no result yet.
        self.undone: deque[_Chunk] = deque()
        self._futures: deque[Future[_Result]] = deque()

    def results(self) -> Iterator[_Result]:
        """Yield results as long as every process lives and answers."""
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - costs 20 ms
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
        from multiprocessing import get_context  # noqa: PLC0415

        pool = ProcessPoolExecutor(self._processes, get_context("fork"), initializer=_begin)
        try:
            while self._hand_out(pool):
                result = self._result(self._futures.popleft(), pool)
                self.undone.popleft()
                yield result
        except (BrokenProcessPool, TimeoutError):
            pass
        finally:
            manager: Any = pool._executor_manager_thread  # noqa: SLF001
            for worker in (pool._processes or {}).values():  # noqa: SLF001 - shutting down would wait for them
                worker.kill()
            # One killed while it wrote leaves a half-written result, whose rest is waited for until this closes.
            pool._result_queue._writer.close()  # type: ignore[attr-defined] # noqa: SLF001
            pool.shutdown(wait=False, cancel_futures=True)
            if manager:  # if it is still at work when Python ends, Python complains
                manager.join(_LOOK)

    def _result(self, future: Future[_Result], pool: ProcessPoolExecutor) -> _Result:
        """Wait for a result as long as every process lives; the pool itself misses one that dies while it writes."""
        for _ in range(int(PATIENCE / _LOOK) or 1):
            lost = any(not worker.is_alive() for worker in (pool._processes or {}).values())  # noqa: SLF001
            try:
                return future.result(min(_LOOK, PATIENCE))
            except TimeoutError:
                if lost:
                    raise
        raise TimeoutError

    def _hand_out(self, pool: ProcessPoolExecutor) -> bool:
        """Hand out some chunks; return whether there is a result to wait for."""
        for chunk in islice(self._chunks, max(0, _AHEAD * self._processes - len(self.undone))):
            self.undone.append(chunk)
            with _interrupts_held():
                self._futures.append(pool.submit(self._function, chunk))
        return bool(self._futures)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back for a moment: where one comes while a process is started, Python loses it."""
    import signal  # noqa: PLC0415

    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Leave Ctrl-C, which every process of a terminal gets, to the one that started this; end when that one does."""
    import signal  # noqa: PLC0415
    import threading  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the one that started it has ended, killed or not; it would wait for work for ever."""
    from multiprocessing import parent_process  # noqa: PLC0415

    if parent := parent_process():
        parent.join()
        os._exit(1)
