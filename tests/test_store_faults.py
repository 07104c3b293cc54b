"""A save that is killed, or refused by the system, at every one of its system calls: old or new, never half."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck.io import store

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")

OLD, NEW = b"old\n" * 3_000, b"new\n" * 3_100

#: Saves NEW, between two marks that can be found in a trace.
_SAVE = """
import os, sys
from pathlib import Path
from factcheck.io import store
path = Path(sys.argv[1])
known = store.identity(path)
os.access("/begin", 0)
try:
    store.save(path, b"new\\n" * 3_100, known)
except Exception as error:
    told = f"refused: {type(error).__name__} {error}"
else:
    told = "saved"
os.access("/end", 0)
print(told)
"""

#: The calls that touch files, and how each may plausibly fail.
ERRNOS = {
    "openat": ("ENOSPC", "EACCES", "EROFS", "EMFILE", "EIO"),
    "write": ("ENOSPC", "EIO", "EDQUOT", "EFBIG", "EINTR"),
    "fsync": ("EIO", "ENOSPC", "EDQUOT", "EINTR"),
    "rename": ("EACCES", "ENOSPC", "EROFS", "EIO", "EXDEV"),
    "link": ("EPERM", "EEXIST", "ENOSPC", "EMLINK"),
    "linkat": ("EPERM", "EEXIST", "ENOSPC", "EMLINK"),
    "unlink": ("EACCES", "EIO", "EROFS"),
    "newfstatat": ("EIO", "ESTALE", "EACCES", "ENOENT"),
    "fstat": ("EIO", "ESTALE"),
    "readlink": ("EIO", "EACCES"),
    "fchmod": ("EPERM", "EROFS", "EIO"),
    "fchown": ("EPERM", "EIO"),
    "close": ("EIO", "ENOSPC", "EDQUOT"),
    "access": ("EACCES",),
}
#: What the short form tries; the long one tries everything.
_LIKELY = {"openat", "write", "fsync", "rename", "link", "linkat"}
LONG = bool(os.environ.get("FACTCHECK_FAULTS"))
_TRACED = f"trace={','.join(ERRNOS)}"


@dataclass(frozen=True, slots=True)
class Call:
    """One system call of a save: its name, and how many of that name the program has made by then."""

    name: str
    number: int


def run(path: Path, *injections: str) -> tuple[str, list[str]]:
    """Run a save under strace; return what it printed and the trace."""
    log = path.parent.parent / "trace"
    command = ["strace", "-qq", "-o", str(log), "-e", _TRACED, *injections]
    done = subprocess.run(
        [*command, sys.executable, "-B", "-c", _SAVE, str(path)], capture_output=True, check=False, text=True
    )
    return done.stdout, log.read_text(errors="replace").splitlines()


def within(trace: list[str]) -> list[str]:
    """Return the part of a trace from the first mark to the second, if it came to that."""
    begin = next(at for at, line in enumerate(trace) if '"/begin"' in line)
    end = next((at for at, line in enumerate(trace) if '"/end"' in line), len(trace))
    return trace[begin + 1 : end]


@pytest.fixture(params=["replace", "new"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return the path of a sidecar in a folder of its own: one that exists, and one that does not."""
    path = tmp_path / "desk" / "a.labels.yaml"
    path.parent.mkdir()
    if request.param == "replace":
        path.write_bytes(OLD)
        path.chmod(0o640)
    return path


def calls(path: Path) -> list[Call]:
    """Return the calls that a save makes, from a run in which nothing fails."""
    before = path.read_bytes() if path.exists() else None
    printed, trace = run(path)
    assert printed == "saved\n"
    names = [re.match(r"\w+", line) for line in trace]
    counts: dict[str, int] = {}
    made = []
    for name, line in zip(names, trace, strict=True):
        if name and name[0] in ERRNOS:
            counts[name[0]] = counts.get(name[0], 0) + 1
            made.append((line, Call(name[0], counts[name[0]])))
    inside = within(trace)
    restore(path, before)
    return [call for line, call in made if any(line is one for one in inside)]


def restore(path: Path, before: bytes | None) -> None:
    """Put the folder back to what it was before a save."""
    for other in path.parent.iterdir():
        other.unlink()
    if before is not None:
        path.write_bytes(before)
        path.chmod(0o640)


def check(path: Path, before: bytes | None, printed: str, told: str) -> None:
    """Assert that the file is whole, that what was acknowledged is there, and that the next save succeeds."""
    now = path.read_bytes() if path.exists() else None
    assert now in (before, NEW), told
    if printed == "saved\n":
        assert now == NEW, told
    store.sweep(path)
    assert [other.name for other in path.parent.iterdir()] == ([path.name] if now is not None else []), told
    store.save(path, NEW, store.identity(path))
    assert path.read_bytes() == NEW
    restore(path, before)


def test_a_kill_at_any_call_leaves_old_or_new_and_nothing_else(path: Path) -> None:
    """SIGKILL before each system call of a save in turn; what is left beside the file goes at the next start."""
    before = path.read_bytes() if path.exists() else None
    found = calls(path)
    assert {"openat", "write", "fsync", "close"} <= {call.name for call in found}
    for call in found:
        printed, trace = run(path, "-e", f"inject={call.name}:signal=KILL:when={call.number}")
        assert trace[-1] == "+++ killed by SIGKILL +++", call
        assert len(within(trace)) >= 1, f"{call}: killed before the save began"
        check(path, before, printed, f"killed at {call}")


def test_an_error_at_any_call_is_told_and_leaves_old_or_new(path: Path) -> None:
    """Whatever the system answers to each call in turn; no temporary file stays."""
    before = path.read_bytes() if path.exists() else None
    seen = 0
    for call in calls(path):
        for errno in ERRNOS[call.name] if LONG else ERRNOS[call.name][:1] if call.name in _LIKELY else ():
            told = f"{errno} at {call}"
            printed, trace = run(path, "-e", f"inject={call.name}:error={errno}:when={call.number}")
            assert any("(INJECTED)" in line for line in within(trace)), f"{told}: not in the save"
            assert printed.startswith(("saved\n", "refused: FactcheckError", "refused: ChangedError")), told + printed
            left = sorted(other.name for other in path.parent.iterdir())
            assert call.name == "unlink" or left in ([], [path.name]), f"{told}: {left}"
            check(path, before, printed, told)
            seen += 1
    assert seen >= 3
