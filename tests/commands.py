"""The real command line, run in this process: quick, with standard output and error as bytes became text."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from unittest import mock

from factcheck.cli import main


@dataclass(frozen=True, slots=True)
class Told:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


def run(*args: str) -> Told:
    """Run `factcheck` with these arguments in the current folder."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="surrogateescape") for _ in range(2))
    # So that click calls it by its name, whatever runs the tests.
    called = mock.patch.object(sys.modules["__main__"], "__package__", None)
    with called, mock.patch.object(sys, "argv", ["factcheck", *args]), redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
    return Told(code, _text(out), _text(err))


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    raw = stream.buffer
    assert isinstance(raw, io.BytesIO)
    return raw.getvalue().decode("utf-8", "surrogateescape")
