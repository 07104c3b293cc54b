"""Why annotators can differ: the classes a decision is filed under, so that a desk sees what to mend."""

from __future__ import annotations

from typing import NamedTuple


class Reason(NamedTuple):
    """One class of reasons."""

    #: The key that chooses it.
    key: str
    #: As it stands in the decisions file.
    name: str
    title: str
    #: What it means, and so what should be done about it.
    meaning: str


REASONS = (
    Reason("a", "ambiguous", "ambiguous text", "the sentence can be read in two ways: the author should mend it"),
    Reason("g", "codebook", "codebook gap", "the codebook does not say: it should"),
    Reason("m", "slip", "slip", "somebody pressed the wrong key or read too fast: nothing to mend"),
    Reason("e", "edge", "edge case", "the codebook says, but the sentence lies between two labels"),
)


def title(name: str) -> str:
    """Return what a reason class is called for people; a name that is no class as it is.

    >>> title("codebook")
    'codebook gap'
    """
    return next((reason.title for reason in REASONS if reason.name == name), name)
