"""What no command may do on a stranger's desk, and how it is noticed: programs, sockets, files elsewhere, commands."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from commands import Told
from hostile_desks import RAN, SECRET, World

#: Commands that our own reports in GitHub's format are.
_OURS = re.compile(
    r"::(?:error|warning|notice) title=(?:FC\d{3} [a-z-]+,|factcheck::)"
    r"|::stop-commands::[0-9a-f]{32}\Z|::[0-9a-f]{32}::\Z"
)


def commands(text: str) -> Iterator[str]:
    """Yield the lines that some CI system takes for a command of somebody else's.

    As GitHub's runner reads them (`ActionCommand.TryParseV2`, then `TryParse`), the agent of Azure and TeamCity.
    """
    for line in re.split(r"[\r\n]", text):
        stripped = line.lstrip()
        if stripped.startswith("::"):
            if not _OURS.match(line):
                yield line
        elif re.search(r"##\w*\[", line) or (re.search(r"section_(?:start|end):\d+:", line) and "\x1b" in line):
            yield line
        if re.search(r"##(?:vso|teamcity)\[", line):
            yield line


def fingerprint(folder: Path) -> str:
    """Return what is in a folder, names, links and bytes, as one digest."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        digest.update(os.fsencode(path.relative_to(folder)))
        digest.update(
            os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes() if path.is_file() else b"/"
        )
    return digest.hexdigest()


class Watch:
    """What this process does while a command runs in it, as Python's audit events tell.

    They are raised before a file is opened or a program is started, whether or not that succeeds.
    """

    def __init__(self, world: World, *, changing: bool) -> None:
        """Watch for what a command may not do in this world; one that is `changing` writes to the repository."""
        self.seen: list[str] = []
        self._outside = (str(world.outside), "/etc/passwd", "/dev/zero")
        self._git = f"{world.desk}/.git/"
        self._changing = changing

    def notice(self, event: str, arguments: tuple[object, ...]) -> None:
        """Note an event that must not be."""
        if event == "subprocess.Popen" and os.path.basename(str(arguments[0])) not in _PROGRAMS:  # noqa: PTH119
            self.seen.append(f"a program started: {arguments[:2]}")
        elif event in ("os.system", "os.exec", "os.posix_spawn", "pty.spawn", "socket.connect", "socket.getaddrinfo"):
            self.seen.append(f"{event}: {arguments}")
        elif event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
            self._opened(os.fsdecode(arguments[0]), int(str(arguments[2] or 0)))

    def _opened(self, path: str, flags: int) -> None:
        """Note a file that must not be opened; a link that is not followed is opened nowhere."""
        followed = not flags & (os.O_NOFOLLOW | os.O_EXCL)
        true = os.path.realpath(path) if followed else str(Path(path).parent.resolve() / Path(path).name)
        if true.startswith(self._outside):
            self.seen.append(f"opened outside: {path}")
        elif not self._changing and true.startswith(self._git) and flags & (os.O_WRONLY | os.O_RDWR):
            self.seen.append(f"written to the repository: {path}")


#: The programs that commands start: git, and Python itself for work apart.
_PROGRAMS = ("git", os.path.basename(sys.executable))  # noqa: PTH119
_watches: list[Watch] = []


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    for watch in _watches[:1]:
        if event in _EVENTS:
            _watches.remove(watch)  # what it does itself is not noticed
            try:
                watch.notice(event, arguments)
            finally:
                _watches.append(watch)


_EVENTS = frozenset(
    ("open", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "pty.spawn", "socket.connect")
) | {"socket.getaddrinfo"}
_hooked: list[bool] = []


@contextmanager
def watched(world: World, *, changing: bool) -> Iterator[list[str]]:
    """Give the list of what this process does meanwhile that it must not."""
    if not _hooked:
        sys.addaudithook(_hook)  # for good: Python has no way to take it back
        _hooked.append(True)
    _watches.append(Watch(world, changing=changing))
    try:
        yield _watches[0].seen
    finally:
        _watches.clear()


def elsewhere(world: World, *, changing: bool) -> str:
    """Return as one text what a command may not change: what is outside, and the repository if it is not `changing`."""
    if changing:
        return fingerprint(world.outside)
    git = world.desk / ".git"
    settings = hashlib.sha256((git / "config").read_bytes()).hexdigest()
    return f"{fingerprint(world.outside)} {fingerprint(git / 'hooks')} {settings}"


def said_faults(told: Told, seconds: float) -> Iterator[str]:
    """Yield what was wrong with what one command said and took."""
    if told.code == 3 or "Traceback" in told.err:
        yield f"a bug: {told.err[-1500:]}"
    if SECRET in told.out + told.err:
        yield f"read outside: {told.out[:500]}{told.err[:500]}"
    for stream in (told.out, told.err):
        yield from (f"a command in the log: {line[:200]!r}" for line in commands(stream))
    if seconds > 2:
        yield f"{seconds:.1f} s"


def left_faults(world: World) -> Iterator[str]:
    """Yield what was wrong with what a command left behind."""
    if marks := list(world.folder.glob(f"{RAN}*")) + list(world.desk.glob(f"**/{RAN}")):
        yield f"a program ran: {marks}"
    for path in _written(world.desk):
        if SECRET.encode() in path.read_bytes():
            yield f"read outside, written to {path.name}"


def _written(desk: Path) -> Iterator[Path]:
    """Yield the files of a desk that are no mischief of its own and not git's."""
    for folder, folders, names in os.walk(desk):
        folders[:] = [name for name in folders if name != ".git"]
        paths = (Path(folder, name) for name in names)
        yield from (path for path in paths if not path.is_symlink() and path.is_file() and path.name not in _TEMPTING)


#: Files of the makers' that hold the canary's words themselves.
_TEMPTING = ("leak.bob.labels.yaml",)
