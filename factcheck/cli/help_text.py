"""The help of commands in the language of the interface, also where a terminal is narrow.

In the commands' modules it is written in English.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator

import click

from factcheck.i18n import _

#: The help of commands and options as it is written.
_ENGLISH: dict[click.Command | click.Option, str] = {}


#: Where a terminal has fewer columns than this, click would write beyond its edge.
_NARROW = 52


class _Formatter(click.HelpFormatter):
    """Lays help out; in a narrow terminal what an option does stands below it."""

    def __init__(self, indent_increment: int = 2, width: int | None = None, max_width: int | None = None) -> None:
        """Write in so many columns; where none are given, in those that the terminal has."""
        super().__init__(indent_increment, width, max_width)
        import shutil  # only help needs it, and it brings five compression libraries

        columns = shutil.get_terminal_size().columns
        if width is None and columns < _NARROW:
            self.width = columns

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write options or commands with what they do."""
        super().write_dl(rows, col_max if self.width >= _NARROW else 4, col_spacing)


class _Context(click.Context):
    """How a command is run: its help is laid out by `_Formatter`."""

    formatter_class = _Formatter


def translate(command: click.Command) -> None:
    """Put the help of a command, of its options and of the commands in it into the language of the interface."""
    command.context_class = _Context
    command.help = _translated(_english(command), _)
    for option in _options(command):
        option.help = _translated(_english(option), _)
    for inner in _inner(command):
        translate(inner)


def messages(command: click.Command) -> Iterator[str]:
    """Yield the messages to be translated in the help of a command, of its options and of the commands in it."""
    found: list[str] = []

    def note(message: str) -> str:
        """Return the message as it is, and remember it."""
        found.append(message)
        return message

    for text in (_english(command), *map(_english, _options(command))):
        _translated(text, note)
    yield from found
    for inner in _inner(command):
        yield from messages(inner)


def _translated(text: str, say: Callable[[str], str]) -> str:
    r"""Return a help text with each of its messages as `say` gives it: paragraphs, and the lines of blocks kept as is.

    A block that begins with `\b` keeps its lines; those that are indented in it are commands.

    >>> _translated("Do\nit.\n\n\b\nExample:\n  factcheck x", str.upper)
    'DO IT.\n\n\x08\nEXAMPLE:\n  factcheck x'
    """
    return "\n\n".join(_block(block, say) for block in inspect.cleandoc(text).split("\n\n"))


def _block(block: str, say: Callable[[str], str]) -> str:
    if not block.startswith("\b"):
        return say(" ".join(block.split()))
    return "\n".join(say(line) if line[:1] not in ("", " ", "\b") else line for line in block.split("\n"))


def _english(one: click.Command | click.Option) -> str:
    return _ENGLISH.setdefault(one, one.help or "")


def _options(command: click.Command) -> Iterator[click.Option]:
    return (param for param in command.params if isinstance(param, click.Option))


def _inner(command: click.Command) -> Iterator[click.Command]:
    if isinstance(command, click.Group):
        names = command.list_commands(click.Context(command))
        yield from (inner for name in names if (inner := command.commands.get(name)))
