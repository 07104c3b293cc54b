"""Why annotators can differ: the classes a decision is filed under, so that a desk sees what to mend."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.i18n import _


class DisputeReason(NamedTuple):
    """One class of reasons."""

    #: As it stands in the decisions file.
    name: str
    title: str
    #: What it means, and so what should be done about it.
    meaning: str


REASONS = (
    DisputeReason("ambiguous", "ambiguous text", "the sentence can be read in two ways: its author should fix it"),
    DisputeReason("codebook", "codebook gap", "the codebook does not say: it should"),
    DisputeReason("slip", "slip", "somebody pressed the wrong key or read too fast: nothing to fix"),
    DisputeReason("edge", "edge case", "the codebook says, but the sentence lies between two labels"),
)


def reason_offer(name: str) -> str:
    """Return what a person reads of a reason class who chooses one: its title, and what it means.

    >>> reason_offer("slip")
    'slip: somebody pressed the wrong key or read too fast: nothing to fix'
    """
    reason = next((reason for reason in REASONS if reason.name == name), None)
    return _("{title}: {meaning}").format(title=_(reason.title), meaning=_(reason.meaning)) if reason else name


def reason_title(name: str) -> str:
    """Return what a reason class is called for people; a name that is no class as it is.

    >>> reason_title("codebook")
    'codebook gap'
    """
    return next((_(reason.title) for reason in REASONS if reason.name == name), name)
