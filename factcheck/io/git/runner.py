"""The one place that starts git, with an environment of its own; what git is asked for is said elsewhere."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred

#: What we take over from a `GIT_*` environment; the rest (GIT_DIR and its like, set in hooks) would make git look
#: at another repository than the one of the folder it is run in.
_KEPT = (
    "GIT_AUTHOR_",
    "GIT_CEILING_DIRECTORIES",
    "GIT_COMMITTER_",
    "GIT_CONFIG",
    "GIT_DEFAULT_HASH",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_EXEC_PATH",
    "GIT_INDEX_FILE",
    "GIT_TEMPLATE_DIR",
    "GIT_TRACE",
)

#: No lock for the sake of a faster next time, no question on the terminal, and a `*` in a file name is a `*`.
_OURS = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_LITERAL_PATHSPECS": "1"}


#: How many seconds git may take: it answers in one, and walks a history of ten thousand commits in less than a hundred.
PATIENCE = 600.0


class Result(NamedTuple):
    """What one run of git gave."""

    code: int
    out: bytes
    err: bytes

    @property
    def line(self) -> str:
        """Return the output without its last line break, as a string that may hold undecodable bytes."""
        return os.fsdecode(self.out.removesuffix(b"\n"))

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the output of a command run with `-z`, cut at its zero bytes."""
        return tuple(os.fsdecode(field) for field in self.out.split(b"\0")[:-1])


def run(args: Sequence[str], cwd: Path, *, stdin: bytes = b"", accept: Collection[int] = (0,)) -> Result:
    """Run git with `args` in the folder `cwd` and return what it gave.

    Args:
        args: The command and its arguments; paths in them are relative to `cwd` unless git says otherwise.
        cwd: A folder that exists.
        stdin: What git reads from standard input.
        accept: The exit codes that are no failure.

    Raises:
        FactcheckError: git is missing, did not answer within `PATIENCE` and was killed, or ended with another code; the
            message is git's own then.
    """
    try:
        done = subprocess.run(  # noqa: PLW1510 - the code is looked at below
            ["git", *args], cwd=cwd, input=stdin, capture_output=True, env=environment(), timeout=PATIENCE
        )
    except FileNotFoundError as error:
        raise _missing(cwd) from error
    except subprocess.TimeoutExpired as error:
        raise _silent(args) from error
    if done.returncode not in accept:
        raise _failed(args, done.stderr)
    return Result(done.returncode, done.stdout, done.stderr)


def environment() -> dict[str, str]:
    """Return the environment git is run in."""
    return {name: value for name, value in os.environ.items() if _taken_over(name)} | _OURS


def _taken_over(name: str) -> bool:
    return not name.startswith("GIT_") or name.startswith(_KEPT)


def _missing(cwd: Path) -> FactcheckError:
    if not cwd.is_dir():
        return FactcheckError("no such folder", path=str(cwd))
    return FactcheckError("git is not installed, or not on the PATH", hint="Install git, or do without this command.")


def _silent(args: Sequence[str]) -> FactcheckError:
    message = deferred("git {command}: no answer in {seconds} seconds", command=args[0], seconds=round(PATIENCE))
    hint = deferred(
        "It was ended. Run it yourself in this folder to see what it waits for: a filter, the network, a disk."
    )
    return FactcheckError(message, hint=hint)


def _failed(args: Sequence[str], stderr: bytes) -> FactcheckError:
    lines = os.fsdecode(stderr).strip().splitlines()
    reasons = [line for line in lines if line.startswith(("fatal: ", "error: "))] or lines[-1:] or ["no reason given"]
    # git proposes a command on a line that starts with a tab.
    advice = [line.strip() for line in lines if line.startswith("\tgit ")]
    reason = reasons[0].removeprefix("fatal: ").removeprefix("error: ")
    return FactcheckError(f"git {args[0]}: {reason}", hint="; ".join(advice))
