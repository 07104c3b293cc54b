"""A process of its own for work on what strangers made: bounded in memory and time, and it writes no file.

What a library does with a hostile file, whether it eats memory, hangs or crashes, happens there and is told here.
"""

from __future__ import annotations

import contextlib
import os
import resource
import select
import signal
import struct
import subprocess
import sys
import time

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred

#: Address space in bytes, of which a Python with its libraries needs a third; a little less than half is ever used.
MEMORY = 700_000_000
#: For one piece of work: seconds of work, which the process itself counts, and seconds on the clock.
WORK = 30
SECONDS = 600.0
_LENGTH = struct.Struct(">Q")


class ConfinedProcess:
    """Runs a module that answers requests with `serve`; started with the first, and anew after one it died of."""

    def __init__(self, module: str, *, seconds: float = SECONDS) -> None:
        """Prepare to run `python -m module`."""
        self._module = module
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, request: bytes) -> bytes:
        """Return the answer to a request.

        Raises:
            FactcheckError: It took too much time or memory, or crashed.
        """
        process = self._process or self._start()
        assert process.stdin is not None  # noqa: S101 - it was started with pipes
        assert process.stdout is not None  # noqa: S101
        deadline = time.monotonic() + self._seconds
        try:
            process.stdin.write(_LENGTH.pack(len(request)) + request)
            process.stdin.flush()
            length = _LENGTH.unpack(_read(process.stdout.fileno(), _LENGTH.size, deadline))[0]
            return _read(process.stdout.fileno(), length, deadline)
        except (OSError, EOFError) as error:
            late = time.monotonic() >= deadline
            self.close()
            slow = late or process.returncode == -signal.SIGXCPU
            raise _failed(slow=slow) from error

    def close(self) -> None:
        """End the process."""
        if self._process:
            self._process.kill()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe:
                    with contextlib.suppress(OSError):
                        pipe.close()
            self._process.wait()
            self._process = None

    def _start(self) -> subprocess.Popen[bytes]:
        # -P: the current folder, which may be a stranger's, is no place to import from.
        command = [sys.executable, "-P", "-B", "-m", self._module]
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nothing)
        return self._process


def _failed(*, slow: bool) -> FactcheckError:
    message = (
        deferred("takes more time than an article needs")
        if slow
        else deferred("cannot be read: it is broken or hostile")
    )
    return FactcheckError(message, hint=deferred("Nothing was written. Open it and save it again, or as text."))


def _read(descriptor: int, length: int, deadline: float) -> bytes:
    """Return so many bytes from a pipe, or raise EOFError if it ends or time runs out before."""
    pieces: list[bytes] = []
    while length:
        ready, _writable, _failed = select.select([descriptor], [], [], max(0.0, deadline - time.monotonic()))
        piece = os.read(descriptor, min(length, 1 << 20)) if ready else b""
        if not piece:
            raise EOFError
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)


class Channel:
    """The other end: requests from standard input, answers to standard output, which nothing else can reach."""

    def __init__(self, memory: int = MEMORY) -> None:
        """Give up the right to much memory and to any file's growth."""
        self._requests = os.dup(0)
        self._answers = os.dup(1)
        with open(os.devnull, "r+b") as nothing:  # noqa: PTH123 - a descriptor is all that is wanted
            for standard in (0, 1):
                os.dup2(nothing.fileno(), standard)
        for what, wanted in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
            hard = resource.getrlimit(what)[1]
            most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            resource.setrlimit(what, (most, most))

    def request(self) -> bytes | None:
        """Return the next request, and begin to count the seconds of work; None when there is none any more."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        spent = int(used.ru_utime + used.ru_stime)
        resource.setrlimit(resource.RLIMIT_CPU, (spent + WORK, resource.getrlimit(resource.RLIMIT_CPU)[1]))
        head = self._exactly(_LENGTH.size)
        return self._exactly(_LENGTH.unpack(head)[0]) if len(head) == _LENGTH.size else None

    def answer(self, data: bytes) -> None:
        """Send an answer."""
        rest = memoryview(_LENGTH.pack(len(data)) + data)
        while rest:
            rest = rest[os.write(self._answers, rest) :]

    def _exactly(self, length: int) -> bytes:
        pieces: list[bytes] = []
        while length and (piece := os.read(self._requests, min(length, 1 << 20))):
            pieces.append(piece)
            length -= len(piece)
        return b"".join(pieces)
