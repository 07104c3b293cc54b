"""The one error class of the program; turning it into a message is the command line's work, not done here."""

from __future__ import annotations

import errno
from collections.abc import Callable

from factcheck.i18n import deferred, said

#: What systems refuse most often; their reasons are in the catalogue.
REFUSALS = (
    *(errno.EACCES, errno.EBUSY, errno.EDQUOT, errno.EEXIST, errno.EFBIG, errno.EINVAL, errno.EIO, errno.EISDIR),
    *(errno.ELOOP, errno.EMFILE, errno.ENAMETOOLONG, errno.ENODEV, errno.ENOENT, errno.ENOEXEC, errno.ENOLCK),
    *(errno.ENOMEM, errno.ENOSPC, errno.ENOTDIR, errno.ENOTEMPTY, errno.ENXIO, errno.EPERM, errno.EROFS, errno.EXDEV),
)


def system_reason(error: OSError) -> str:
    """Return why the system refused something, in its words."""
    reason = error.strerror or str(error)
    return deferred(reason)


class FactcheckError(Exception):
    """Something the person at the keyboard can put right.

    Args:
        message: What is wrong, as one sentence without a full stop.
        path: The file it is about, if any.
        line: The line in that file, from 1.
        column: The column in that line, in code points from 1.
        hint: What to do next, as a sentence or a command.
    """

    def __init__(self, message: str, *, path: str = "", line: int = 0, column: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint

    @property
    def lines(self) -> tuple[str, ...]:
        """`path:line:column: message`, and the hint if there is one, in the language of the interface.

        A path may hold line breaks of its own.
        """
        return self._lines(said)

    def _lines(self, say: Callable[[str], str]) -> tuple[str, ...]:
        where = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        message, hint = say(self.message), say(self.hint)
        return (f"{where}: {message}" if where else message, *([hint] if hint else []))

    def __str__(self) -> str:
        """Return the lines as one text, in English."""
        return "\n".join(self._lines(str))
