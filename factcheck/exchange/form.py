"""What the formats have in common: how each is described, what it is given and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from factcheck.exchange.rows import HALVES, ExportedArticle
from factcheck.i18n import deferred
from factcheck.model import Annotator, Label


class Chunk(NamedTuple):
    """A piece of a file to be written; the pieces of one file follow one another."""

    #: The file's path in the folder that is written; empty where the format is a single file.
    name: str
    data: bytes


class FoundLabel(NamedTuple):
    """One label as a file of another tool has it, before it is held against the article."""

    #: Where it stands in the file, for messages: a line, from 1, or the number of an entry.
    line: int
    #: The article's path as the file has it.
    article: str
    annotator: Annotator | None
    #: The record's id; empty if the file has none.
    id: str
    #: Code points of the article, the end exclusive; None where the file gives no place.
    start: int | None
    end: int | None
    text: str
    #: The fields of the record that the file has, by name; `label` is a `Label` or None.
    fields: Mapping[str, object]
    #: Whether the file holds all of the record, so that fields it lacks are empty and new records can be made of it.
    whole: bool = False
    language: str = ""
    retired: bool = False
    #: The whole sidecar as a file, where its rows do not say all of it; see `rows.Table`.
    layout: str = ""


class WrongFileError(Exception):
    """A file is not what its format demands."""

    def __init__(self, message: str, line: int = 0) -> None:
        """Keep what is wrong, and the line or entry, from 1, it is wrong at."""
        super().__init__(message)
        self.message = message
        self.line = line


Write = Callable[[Iterable[ExportedArticle]], Iterator[Chunk]]
#: Given the bytes of a file (or, by name, of the files of a folder).
Read = Callable[[Mapping[str, bytes]], Iterator[FoundLabel]]


class Form(NamedTuple):
    """One format."""

    #: What reads it, in a sentence; marked for translation.
    summary: str
    #: What the name of its file ends in; empty where it is a folder.
    suffix: str
    write: Write
    #: The columns that survive; the others are said to be lost where they hold something.
    keeps: frozenset[str]
    #: Whether sentences are marked in the article's text, so that only sidecars that tile it can be written.
    marks: bool = True
    read: Read | None = None
    #: The optional dependency that brings what it needs, if it needs something.
    extra: str = ""
    #: Characters that it cannot hold, as the inside of a regular expression's class.
    foreign: str = HALVES
    #: How many characters of a text it can hold; 0 for any number.
    longest: int = 0


def label_of(value: object, line: int) -> Label | None:
    """Return the label that a file of another tool names; None for nothing.

    Raises:
        WrongFileError: It is none of ours.
    """
    if value is None or value == "":
        return None
    try:
        return Label(value)  # type: ignore[arg-type] # anything else is refused
    except ValueError:
        message = deferred("{value!r} is not one of {labels}", value=value, labels=", ".join(Label))
        raise WrongFileError(message, line) from None
