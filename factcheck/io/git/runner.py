"""The one place that starts git: in a work tree, with an environment and settings of its own.

A pull request can hold what git takes for a repository (`annotations/HEAD`, `config`, `objects/`, `refs/`), and a
repository can name programs that git runs. So git is started at the top of the work tree that `store.work_tree` finds
from the folder the command was started in, never in a folder that an argument names; docs/security.md says what is
trusted.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.io.store.bounds import absolute, bare_repository, work_tree

#: What we take over from a `GIT_*` environment; the rest (GIT_DIR and its like, set in hooks) could make git look
#: at another repository than the one of the folder it is run in. Where it is that one, see `_repository_of`.
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

#: Folders that look like a repository are none, unless they are called `.git`.
_ALWAYS = ("safe.bareRepository=explicit",)

#: What a question must not run, whatever the repository's settings say. Textconv and external diff are switched off
#: where `diff` and `log` are called; filters have names, see `_without_filters`.
_ASKING = (
    *_ALWAYS,
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.editor=:",
    "core.askPass=",
    "core.sshCommand=false",
    "credential.helper=",
    "log.showSignature=false",
    "diff.ignoreSubmodules=dirty",
    "protocol.allow=never",
)

#: What is missing in a partial clone is not fetched for a question: fetching runs helpers and needs a network. What was
#: committed counts, not what a `refs/replace/`, which anybody may push, puts in its place. Why git could not answer is
#: told from its words, which are English so.
_ASKING_ENVIRONMENT = {"GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1", "LC_ALL": "C"}


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
        return tuple(os.fsdecode(self.out).split("\0")[:-1])


def query(
    args: Sequence[str],
    top: Path,
    *,
    stdin: bytes = b"",
    accept: Collection[int] = (0,),
    compares: bool = False,
    more: Mapping[str, str] = MappingProxyType({}),
) -> Result:
    """Ask git a question at the top of a work tree: nothing that the repository names is run.

    Args:
        args: The command and its arguments; paths in them are relative to `top`.
        top: The top of the work tree, or a folder in none.
        stdin: What git reads from standard input.
        accept: The exit codes that are no failure.
        compares: Whether git compares files of the work tree, which is when it would run their filters.
        more: What else its environment has to name.

    Raises:
        FactcheckError: git is missing, did not answer within `PATIENCE` and was killed, or ended with another code; the
            message is git's own then.
    """
    own = environment(top) | _ASKING_ENVIRONMENT | dict(more)
    if compares:
        own |= _without_filters(top, own)
    return _run(args, top, settings=_ASKING, env=own, stdin=stdin, accept=accept)


def run(args: Sequence[str], top: Path, *, stdin: bytes = b"", accept: Collection[int] = (0,)) -> Result:
    """Let git change something at the top of a work tree, by the repository's own settings; otherwise as `query`."""
    return _run(args, top, settings=_ALWAYS, env=environment(top), stdin=stdin, accept=accept)


def _without_filters(top: Path, env: dict[str, str]) -> dict[str, str]:
    """Return the environment that empties every filter: by name, which an option `-c` would cut at a `=`."""
    asked = ["config", "--name-only", "-z", "--get-regexp", r"^filter\."]
    keys = _run(asked, top, settings=_ASKING, env=env, accept=(0, 1)).fields
    drivers = dict.fromkeys(key.rpartition(".")[0] for key in keys)
    empty = [(f"{name}.{key}", value) for name in drivers for key, value in _NO_FILTER]
    if not empty:
        return {}
    start = int(env.get("GIT_CONFIG_COUNT") or 0)
    named = {f"GIT_CONFIG_KEY_{start + number}": key for number, (key, _) in enumerate(empty)}
    values = {f"GIT_CONFIG_VALUE_{start + number}": value for number, (_, value) in enumerate(empty)}
    return {"GIT_CONFIG_COUNT": str(start + len(empty))} | named | values


_NO_FILTER = (("clean", ""), ("smudge", ""), ("process", ""), ("required", "false"))


def _run(
    args: Sequence[str],
    cwd: Path,
    *,
    settings: Sequence[str],
    env: dict[str, str],
    stdin: bytes = b"",
    accept: Collection[int],
) -> Result:
    options = [word for setting in settings for word in ("-c", setting)]
    try:
        done = subprocess.run(  # noqa: PLW1510 - the code is looked at below
            ["git", *options, *args], cwd=cwd, input=stdin, capture_output=True, env=env, timeout=PATIENCE
        )
    except FileNotFoundError as error:
        raise _missing(cwd) from error
    except subprocess.TimeoutExpired as error:
        raise _silent(args) from error
    if done.returncode not in accept:
        raise failed(args, done.stderr)
    return Result(done.returncode, done.stdout, done.stderr)


def environment(cwd: Path) -> dict[str, str]:
    """Return the environment git is run in, in the folder `cwd`."""
    taken = {name: value for name, value in os.environ.items() if _taken_over(name)}
    return taken | _OURS | _repository_of(cwd)


#: Where git keeps what is pushed until the hooks have agreed to it.
_QUARANTINE = ("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH")


def _repository_of(cwd: Path) -> dict[str, str]:
    """Return what names the repository of a folder where no `.git` does."""
    if bare_repository(cwd) == absolute(cwd):
        return {"GIT_DIR": str(absolute(cwd))} | {n: os.environ[n] for n in _QUARANTINE if n in os.environ}
    named, tree = os.environ.get("GIT_DIR"), os.environ.get("GIT_WORK_TREE")
    if named and tree and work_tree(cwd) == absolute(tree):
        return {"GIT_DIR": str(Path(named).absolute()), "GIT_WORK_TREE": str(Path(tree).absolute())}
    return {}


def _taken_over(name: str) -> bool:
    return not name.startswith("GIT_") or name.startswith(_KEPT)


def _missing(cwd: Path) -> FactcheckError:
    if not cwd.is_dir():
        return FactcheckError(deferred("no such folder"), path=str(cwd))
    return FactcheckError(
        deferred("git is not installed, or not on the PATH"), hint=deferred("Install git, or do without this command.")
    )


def _silent(args: Sequence[str]) -> FactcheckError:
    seconds = round(PATIENCE)
    message = deferred("git {command}: no answer in {seconds} seconds", command=_command(args), seconds=seconds)
    hint = deferred(
        "It was stopped. Run it yourself in this folder to see what it waits for: a filter, the network, a disk."
    )
    return FactcheckError(message, hint=hint)


def failed(args: Sequence[str], stderr: bytes) -> FactcheckError:
    """Return what to say of a command that failed: git's own reason, and what it proposes."""
    lines = os.fsdecode(stderr).strip().splitlines()
    reasons = (
        [line for line in lines if line.startswith(("fatal: ", "error: "))]
        or lines[-1:]
        or [deferred("no reason given")]
    )
    # git proposes a command on a line that starts with a tab.
    hint = "; ".join(line.strip() for line in lines if line.startswith("\tgit "))
    if b"promisor remote" in stderr or (b"transport" in stderr and b"not allowed" in stderr):
        hint = deferred("This clone is partial: git fetch --refetch --no-filter brings the rest.")
    reason = reasons[0].removeprefix("fatal: ").removeprefix("error: ")
    return FactcheckError(deferred("git {command}: {reason}", command=_command(args), reason=reason), hint=hint)


def _command(args: Sequence[str]) -> str:
    """Return the command among arguments, which settings may precede.

    >>> _command(["-c", "core.pager=", "log", "-1"])
    'log'
    """
    return next(word for word in args if word[0] != "-" and "=" not in word)
