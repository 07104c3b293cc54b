"""Why annotators can differ: the classes a decision is filed under, so that a desk sees what to mend."""

from __future__ import annotations

from typing import NamedTuple


class DisputeReason(NamedTuple):
    """One class of reasons."""

    #: As it stands in the decisions file.
    name: str
    title: str
    #: What it means, and so what should be done about it.
    meaning: str


REASONS = (
    DisputeReason("ambiguous", "ambiguous text", "the sentence can be read in two ways: its author should mend it"),
    DisputeReason("codebook", "codebook gap", "the codebook does not say: it should"),
    DisputeReason("slip", "slip", "somebody pressed the wrong key or read too fast: nothing to mend"),
    DisputeReason("edge", "edge case", "the codebook says, but the sentence lies between two labels"),
)

#: What a person chooses from.
TITLES = tuple(f"{reason.title}: {reason.meaning}" for reason in REASONS)


def reason_named(offer: str) -> str:
    """Return the name of the reason class that one of `TITLES` stands for.

    >>> reason_named(TITLES[2])
    'slip'
    """
    return REASONS[TITLES.index(offer)].name


def reason_title(name: str) -> str:
    """Return what a reason class is called for people; a name that is no class as it is.

    >>> reason_title("codebook")
    'codebook gap'
    """
    return next((reason.title for reason in REASONS if reason.name == name), name)
