"""The command line: where the program begins and what its end means; the commands are in modules of their own."""

from __future__ import annotations

import errno
import sys
from typing import NoReturn

from factcheck.errors import FactcheckError, system_reason
from factcheck.i18n import _, said


def main() -> NoReturn:
    """Run the command line; exit 0 fine, 1 findings, 2 could not run, 130 interrupted, 3 a bug in us."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from factcheck.io.store.output import open_closed

        open_closed()
    from factcheck.app.streams import inert_streams

    with inert_streams():
        code = _ended()
    sys.exit(code)


def _ended() -> int:
    """Run the command line and return the exit code, having said what went wrong."""
    try:
        return _run(sys.argv[1:])
    except FactcheckError as error:
        from factcheck.formats.text import complaint

        sys.stderr.write(f"factcheck: {complaint(error)}\n")
        return 2
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _close_output()
        return 141
    except Exception as error:  # noqa: BLE001 - the last resort
        return _failed(error)


def _run(words: list[str]) -> int:
    """Run the command in `words` and return its exit code."""
    from factcheck.app.interface import speak

    speak()
    if words[:1] == ["check"]:
        from factcheck.app.check.run import run_check
        from factcheck.cli.fast_check import fast_check

        if asked := fast_check(words[1:]):
            return run_check(asked)
    if words[:1] == ["merge-driver"]:
        from factcheck.app.driver import merge_request, run_merge

        if request := merge_request(words[1:]):
            return run_merge(request)
    from factcheck.cli.commands import run_command

    return run_command()


def _failed(error: Exception) -> int:
    """Tell what nobody foresaw, and return the exit code: output that takes no more, else a bug in us, shown whole."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        _tell(_("factcheck: standard output cannot be written: {reason}").format(reason=said(system_reason(error))))
        _close_output()
        return 2
    if isinstance(error, FileNotFoundError) and not _has_folder():
        _tell(_("factcheck: the current folder no longer exists\nGo to one that does: cd .."))
        return 2
    import traceback

    _tell("".join(traceback.format_exception(error)))
    _tell(_("factcheck: this is a bug in factcheck; the labels on disk are as last saved"))
    return 3


def _has_folder() -> bool:
    """Return whether the current folder still exists; asked only where something went wrong."""
    import os

    try:
        os.getcwd()  # noqa: PTH109 - what fails is all we want to know
    except FileNotFoundError:
        return False
    return True


def _close_output() -> None:
    """Close standard output: what it holds back would fail again as the interpreter ends, with a code of its own."""
    try:  # noqa: SIM105 - importing contextlib would slow every start
        sys.stdout.close()
    except OSError:
        pass


def _tell(message: str) -> None:
    from factcheck.formats.text import visible

    sys.stderr.write(f"{visible(message, keep=chr(10))}\n")
