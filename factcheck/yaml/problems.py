"""What can be wrong with a sidecar and where; which of it `check` reports under which code is decided there."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.model import Place


class ProblemKind(StrEnum):
    """The kinds of problems, each with one cause and one remedy."""

    #: Not a sidecar at all: no `factcheck:` at its top.
    NOT_OURS = "not-ours"
    #: Written for another version of the form.
    VERSION = "version"
    CONFLICT_MARKERS = "conflict-markers"
    ENCODING = "encoding"
    SYNTAX = "syntax"
    ANCHOR = "anchor"
    ALIAS = "alias"
    TAG = "tag"
    MERGE_KEY = "merge-key"
    DIRECTIVE = "directive"
    SECOND_DOCUMENT = "second-document"
    TOO_LARGE = "too-large"
    TOO_DEEP = "too-deep"
    DUPLICATE_KEY = "duplicate-key"
    UNKNOWN_FIELD = "unknown-field"
    MISSING_FIELD = "missing-field"
    WRONG_TYPE = "wrong-type"
    #: The right type, but not a value that this field can have.
    WRONG_VALUE = "wrong-value"
    MISSPELT_LABEL = "misspelt-label"
    DUPLICATE_ID = "duplicate-id"


class Problem(NamedTuple):
    """One thing wrong with a sidecar."""

    kind: ProblemKind
    #: What is wrong, as one sentence without a full stop.
    message: str
    place: Place
    #: Where the faulty stretch ends, exclusive; the same as `place` where there is no stretch.
    end: Place
    #: What to do next.
    hint: str = ""


class SidecarError(FactcheckError):
    """A sidecar that cannot be read; `line`, `column` and `kind` are those of its first problem.

    Args:
        problems: All that was found wrong before reading stopped, in the file's order; at least one.
        path: The file.
    """

    def __init__(self, problems: tuple[Problem, ...], path: str) -> None:
        first = problems[0]
        super().__init__(first.message, path=path, line=first.place.line, column=first.place.column, hint=first.hint)
        self.problems = problems
        self.kind = first.kind
