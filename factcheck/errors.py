"""The one error class of the program; turning it into a message is the command line's work, not done here."""

from __future__ import annotations


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
        """`path:line:column: message`, and the hint if there is one; a path may hold line breaks of its own."""
        where = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return (f"{where}: {self.message}" if where else self.message, *([self.hint] if self.hint else []))

    def __str__(self) -> str:
        """Return the lines as one text."""
        return "\n".join(self.lines)
