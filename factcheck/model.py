"""The nouns of the program as frozen values, and how files are named; nothing here reads, decides or prints."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple, NewType

#: `s` and ten hexadecimal digits; given when a record is made and kept for life.
RecordId = NewType("RecordId", str)

#: A lower-case ISO 639 code such as `fr`; `und` where the language is not known.
Language = NewType("Language", str)

#: An annotator's name as it stands in file names: `[a-z0-9-]+`.
Annotator = NewType("Annotator", str)

#: What the file names of sidecars end in.
SUFFIX = ".labels.yaml"

#: The settings of a desk; the folder that holds them is its root.
SETTINGS = "factcheck.yaml"

ANNOTATOR = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def stem(article: str) -> str:
    """Return what the names of an article's sidecars begin with, given the article's file name.

    >>> stem("strike.2.txt"), stem(".txt")
    ('strike.2', '.txt')
    """
    return article.rpartition(".")[0] or article


def sidecar_name(article: str, annotator: str | None) -> str:
    """Return the file name of an annotator's labels on an article; of the decisions where there is no annotator.

    >>> sidecar_name("strike.txt", "alice"), sidecar_name("strike.txt", None)
    ('strike.alice.labels.yaml', 'strike.labels.yaml')
    """
    return f"{stem(article)}{f'.{annotator}' if annotator else ''}{SUFFIX}"


#: What ends the name of an annotator who labels the same articles a second time.
_AGAIN = "-again"


def first_name(annotator: str) -> str:
    """Return whose labels these are: those of `alice-again`, who labels a second time, are Alice's.

    >>> first_name("alice-again"), first_name("alice")
    ('alice', 'alice')
    """
    return annotator.removesuffix(_AGAIN)


def is_again(annotator: str | None) -> bool:
    """Return whether the labels of this name are a second try of somebody, which counts towards nothing."""
    return annotator is not None and annotator.endswith(_AGAIN)


class Label(StrEnum):
    """What kind of statement a sentence makes; docs and the codebook say how to choose."""

    CLAIM = "claim"
    OPINION = "opinion"
    UNVERIFIED = "unverified"
    SOURCED = "sourced"


class Span(NamedTuple):
    """A piece of a text: code points from `start` up to, not including, `end`."""

    start: int
    end: int


class Place(NamedTuple):
    """A position in a file: line from 1, column in code points from 1."""

    line: int
    column: int


class Record(NamedTuple):
    """One sentence in a sidecar and everything said about it; an absent string field is empty."""

    id: RecordId
    #: The sentence as the article says it, inner line breaks included.
    text: str
    label: Label | None = None
    #: A remark for colleagues; never part of the label.
    note: str = ""
    #: Who says it, for `sourced`, in the article's own words where possible.
    source: str = ""
    url: str = ""
    #: The annotator wants a second opinion.
    unsure: bool = False
    #: Why the sentence needs no label (byline, caption, ...); empty when it needs one.
    skip: str = ""
    #: The text and label before an edit of the article that somebody must look at.
    was: str = ""
    was_label: Label | None = None
    #: In decisions only: why annotators differed (`ambiguous`, `codebook`, `slip` or `edge`).
    reason: str = ""
    #: In decisions only: the labels decided between, as `alice=claim bob=opinion`.
    over: str = ""

    @property
    def done(self) -> bool:
        """Tell whether the sentence has been dealt with: labelled or skipped."""
        return self.label is not None or self.skip != ""


class Sidecar(NamedTuple):
    """One annotator's labels on one article; the decisions file has no annotator."""

    #: The article's file name, in the same folder: no slash.
    article: str
    annotator: Annotator | None
    language: Language
    #: Every sentence, in the article's order; together they tile it.
    sentences: tuple[Record, ...]
    #: Records of sentences that the article no longer has, so that a reverted edit restores them.
    retired: tuple[Record, ...] = ()
