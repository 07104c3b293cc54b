"""Chunks of work on a Dask cluster, as `engine` does them in processes: one for this run, or one that is there.

Dask knows where one is from DASK_SCHEDULER_ADDRESS or its own settings; its workers have to see this folder under the
same path.
"""

from __future__ import annotations

import logging
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from factcheck.app.engine import PATIENCE
from factcheck.errors import FactcheckError
from factcheck.i18n import deferred

if TYPE_CHECKING:
    from distributed import Future

_Chunk = TypeVar("_Chunk")
_Result = TypeVar("_Result")

#: Chunks in one task: a task costs some 15 ms of CPU, as much as a chunk.
_TOGETHER = 10
#: Tasks handed out ahead of the one waited for; more would only take memory.
_AHEAD = 32


def map_chunks(function: Callable[[_Chunk], _Result], chunks: Iterable[_Chunk], processes: int) -> Iterator[_Result]:
    """Yield what `function` makes of each chunk, in their order; Dask does again what a lost worker had.

    Args:
        function: What to do; it and its results can be pickled.
        chunks: Taken one by one, never far ahead of the results.
        processes: How many to start where no cluster is there.

    Raises:
        FactcheckError: Dask is not installed, its scheduler cannot be reached, or there is no result in time.
    """
    try:
        from dask import config  # noqa: PLC0415 - an extra
        from distributed import Client, KilledWorker  # noqa: PLC0415
    except ImportError as error:
        hint = deferred("Install it: pip install 'factcheck-annotator[{extra}]'", extra="dask")
        raise FactcheckError(
            deferred("this engine needs {module}, which is not installed", module="dask"), hint=hint
        ) from error

    place = partial(_in_folder, str(Path.cwd()), function)
    # Workers that are stopped tell which tasks they had: nobody asked.
    own = {"n_workers": processes, "threads_per_worker": 1, "dashboard_address": None, "silence_logs": logging.ERROR}
    is_there = config.get("scheduler-address", None) is not None
    try:
        with Client(**({} if is_there else own)) as client:
            if not is_there:
                client.run(_leave_interrupts)
            yield from _results(partial(client.submit, place, pure=False), chunks)
    except (OSError, TimeoutError, KilledWorker, CancelledError) as error:
        hint = deferred("Check its scheduler and its workers, or do without --engine.")
        raise FactcheckError(deferred("Dask gave no result: {why}", why=str(error) or "timeout"), hint=hint) from error


def _results(
    submit: Callable[[Sequence[_Chunk]], Future[list[_Result]]], chunks: Iterable[_Chunk]
) -> Iterator[_Result]:
    """Yield results in order, with only so many chunks handed out."""
    rest, futures = iter(chunks), deque["Future[list[_Result]]"]()
    tasks = iter(lambda: tuple(islice(rest, _TOGETHER)), ())
    while True:
        futures.extend(map(submit, islice(tasks, _AHEAD - len(futures))))
        if not futures:
            return
        yield from futures.popleft().result(PATIENCE)


def _leave_interrupts() -> None:
    """Leave Ctrl-C, which every process of a terminal gets, to the one that started this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _in_folder(folder: str, function: Callable[[_Chunk], _Result], chunks: Sequence[_Chunk]) -> list[_Result]:
    """Do chunks where their relative paths mean what they do here."""
    os.chdir(folder)
    return list(map(function, chunks))
