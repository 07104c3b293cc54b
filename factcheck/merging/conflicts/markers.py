"""Both sides of a file with conflict markers in it, whoever wrote them: stock git, our driver, or a tool like them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.merging import Markers


@dataclass(frozen=True, slots=True)
class Sides:
    """What a file would be if all its conflicts were settled one way; what is settled already is in each."""

    ours: bytes
    theirs: bytes
    #: What both began with; None where neither the markers (`merge.conflictStyle` diff3, zdiff3) nor git tell it.
    base: bytes | None = None
    #: What the sides are called, typically `HEAD` and a branch, and the size of the markers.
    markers: Markers = field(default_factory=Markers)


_OPENING = re.compile(rb"^(<{7,})(?: [^\r\n]*)?\r?\n", re.MULTILINE)


def sides(data: bytes) -> Sides | None:
    """Return both sides of a file with conflict markers; None if it has none.

    Raises:
        FactcheckError: A marker has no partner; with its line.
    """
    position = 0
    ours, theirs, base = bytearray(), bytearray(), bytearray()
    hunks: list[re.Match[bytes]] = []
    while opening := _OPENING.search(data, position):
        hunks.append(_closed(data, opening))
        between = data[position : opening.start()]
        ours += between + hunks[-1]["ours"]
        theirs += between + hunks[-1]["theirs"]
        base += between + (hunks[-1]["base"] or b"")
        position = hunks[-1].end()
    if not hunks:
        return None
    whole = [bytes(side + data[position:]) for side in (ours, theirs, base)]
    told = all(hunk["base"] is not None for hunk in hunks)
    return Sides(whole[0], whole[1], whole[2] if told else None, _markers(hunks[0]))


def _markers(hunk: re.Match[bytes]) -> Markers:
    names = [(hunk[f"{side}_name"] or side.encode()).decode("utf-8", "replace") for side in ("ours", "theirs", "base")]
    return Markers(len(hunk["mark"]), *(names if hunk["base"] is not None else names[:2]))


def _closed(data: bytes, opening: re.Match[bytes]) -> re.Match[bytes]:
    """Return the whole hunk that begins with an opening marker; markers of other sizes in it are text."""
    count = len(opening[1])
    pattern = (
        rb"(?P<mark><{%d})(?: (?P<ours_name>[^\r\n]*))?\r?\n(?P<ours>(?s:.*?))"
        rb"(?:^\|{%d}(?: (?P<base_name>[^\r\n]*))?\r?\n(?P<base>(?s:.*?)))?"
        rb"^={%d}\r?\n(?P<theirs>(?s:.*?))^>{%d}(?: (?P<theirs_name>[^\r\n]*))?(?:\r?\n|\Z)"
    ) % (count, count, count, count)
    hunk = re.compile(pattern, re.MULTILINE).match(data, opening.start())
    if hunk is None:
        line = data.count(b"\n", 0, opening.start()) + 1
        raise FactcheckError(
            deferred("a conflict marker without its end"), line=line, hint=deferred("Put the markers right by hand.")
        )
    return hunk
