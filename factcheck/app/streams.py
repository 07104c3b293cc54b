"""Standard output and error, through which no text is a command to the CI system that reads them."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from typing import Any, TextIO

from factcheck.formats.log_commands import inert


class _InertStream:
    """A text stream that breaks commands; all but writing text is the stream's own business."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._at_start = True

    def write(self, text: str) -> int:
        """Write text, made inert; raise a `TypeError` for bytes, by which click knows a text stream."""
        written = self._stream.write(inert(text, at_start=self._at_start) if text else text)
        self._at_start = text[-1] in "\r\n" if text else self._at_start
        return written

    def writelines(self, lines: list[str]) -> None:
        """Write lines, made inert."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the stream has
        return getattr(self._stream, name)


def redirected() -> bool:
    """Return whether standard output is a file, which no CI system reads along."""
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except OSError:  # a stream without a file, in tests
        return False


def print_exactly(text: str) -> None:
    """Write text to standard output in UTF-8, whatever the locale says, made inert; names of files as their bytes."""
    sys.stdout.flush()
    sys.stdout.buffer.write(inert(text).encode("utf-8", "surrogateescape"))
    sys.stdout.buffer.flush()


@contextlib.contextmanager
def inert_streams() -> Iterator[None]:
    """Let what is written to standard output and error be no command; what goes to their `buffer` is not looked at."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (_InertStream(stream) for stream in before)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before
