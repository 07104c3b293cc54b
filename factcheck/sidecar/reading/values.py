"""What each field of a sidecar may hold, whatever form it is written in: the rules that the published schema states."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from factcheck.i18n import deferred
from factcheck.model import ANNOTATOR, Label
from factcheck.sidecar.fields import FIELDS, KINDS, FieldKind
from factcheck.sidecar.scalars import ARTICLE, LANGUAGE, RECORD_ID
from factcheck.yaml.nodes import Entries, Node, Scalar
from factcheck.yaml.problems import ProblemKind

FieldReader = Callable[[Node], object]

_LABELS = deferred("The labels are {labels}; for none, leave it empty.", labels=", ".join(Label))

#: Only these versions of the form are known.
VERSION: Final = "1"


class WrongError(Exception):
    """A value that its field cannot have."""

    def __init__(self, kind: ProblemKind, message: str, hint: str = "") -> None:
        """Keep what is wrong; where it stands is known to the caller."""
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.hint = hint


def _version(node: Node) -> object:
    if not (isinstance(node, Scalar) and node.type == "number"):
        raise _wrong_type(node, deferred("a number"))
    if node.text != VERSION:
        hint = deferred("It was written by a newer factcheck: update yours.")
        raise WrongError(
            ProblemKind.VERSION, deferred("version {version} of the form is not known", version=node.text), hint
        )
    return 1


def _text(node: Node) -> str:
    """Return a string that may not be missing."""
    if not (isinstance(node, Scalar) and node.type == "text"):
        raise _wrong_type(node, deferred("text"))
    if not node.text:
        raise WrongError(ProblemKind.WRONG_VALUE, deferred("empty"))
    return node.text


def _remark(node: Node) -> str:
    """Return a string that may be missing: nothing is the same as no such field."""
    if isinstance(node, Scalar) and node.type == "nothing":
        return ""
    if not (isinstance(node, Scalar) and node.type == "text"):
        raise _wrong_type(node, deferred("text"))
    return node.text


def _record_id(node: Node) -> str:
    if not (isinstance(node, Scalar) and RECORD_ID.fullmatch(node.text)):
        raise WrongError(ProblemKind.WRONG_VALUE, deferred("an id is `s` and ten hexadecimal digits in lower case"))
    return node.text


def _truth(node: Node) -> bool:
    if not (isinstance(node, Scalar) and node.type in {"truth", "nothing"}):
        raise _wrong_type(node, deferred("true or false"))
    return node.text.lower() == "true"


def _label(node: Node) -> Label | None:
    if isinstance(node, Scalar) and node.type == "nothing":
        return None
    if not (isinstance(node, Scalar) and node.type == "text"):
        raise _wrong_type(node, deferred("a label"))
    if node.text not in list(Label):
        raise WrongError(
            ProblemKind.MISSPELT_LABEL,
            deferred("`{text}` is not a label", text=node.text[:40]),
            did_you_mean(node.text, Label) or _LABELS,
        )
    return Label(node.text)


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """Return a hint with the name that was probably meant; empty if none is near."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - 10 ms, only a mistake needs it

    near = process.extractOne(text[:40].lower(), list(known), scorer=fuzz.ratio, score_cutoff=60)
    return deferred("Did you mean `{name}`?", name=near[0]) if near else ""


def _article(node: Node) -> str:
    return _named(node, ARTICLE, deferred("the article's file name, without folders"))


def _annotator(node: Node) -> str:
    return _named(node, ANNOTATOR, deferred("a name of a-z, 0-9 and hyphens"))


def _language(node: Node) -> str:
    return _named(node, LANGUAGE, deferred("a language code such as `fr`, or `und`"))


def _named(node: Node, pattern: re.Pattern[str], wanted: str) -> str:
    if not pattern.fullmatch(_text(node)):
        raise WrongError(ProblemKind.WRONG_VALUE, deferred("expected {wanted}", wanted=wanted))
    return _text(node)


def _wrong_type(node: Node, wanted: str) -> WrongError:
    names = {
        "nothing": deferred("nothing"),
        "truth": deferred("true or false"),
        "number": deferred("a number"),
        "text": deferred("text"),
    }
    kind = node.type if isinstance(node, Scalar) else ""
    there = (
        names[kind]
        if isinstance(node, Scalar)
        else deferred("a mapping")
        if isinstance(node, Entries)
        else deferred("a list")
    )
    hint = deferred("Put it between double quotes.") if wanted == "text" and kind in {"number", "truth"} else ""
    return WrongError(
        ProblemKind.WRONG_TYPE, deferred("expected {wanted}, found {there}", wanted=wanted, there=there), hint
    )


HEADER: Final[Mapping[str, FieldReader]] = {
    "factcheck": _version,
    "article": _article,
    "annotator": _annotator,
    "language": _language,
}
_READERS: Final[Mapping[FieldKind, FieldReader]] = {
    FieldKind.ID: _record_id,
    FieldKind.TEXT: _text,
    FieldKind.STRING: _remark,
    FieldKind.LABEL: _label,
    FieldKind.FLAG: _truth,
}
#: In the order in which they stand in a record.
RECORD: Final[Mapping[str, FieldReader]] = {name: _READERS[KINDS[name]] for name in FIELDS}
#: What has to be there.
HEADER_NEEDS = ("article", "language", "sentences")
