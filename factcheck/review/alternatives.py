"""What others say about the sentences of a session that settles differences: annotators, or the sides of a merge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.model import Record, RecordId


class Alternative(NamedTuple):
    """What somebody says about one sentence."""

    #: Who, for people: `alice`, `A`, `ours (HEAD)`.
    name: str
    #: Their label, `skip`, or several joined by `+` where they divided the sentence; empty if they said nothing.
    answer: str
    #: What they say in full.
    record: Record
    #: Whether it can be taken over with one key.
    takable: bool = True


class Alternatives(NamedTuple):
    """What all the others say, and what may be taken over from them."""

    #: By the id of each record of the session's sidecar, in the order in which they are numbered.
    alternatives: Mapping[RecordId, tuple[Alternative, ...]]
    #: The fields that are taken over.
    fields: tuple[str, ...]
    #: Whether each decision is filed under a reason.
    asks_reason: bool = False
