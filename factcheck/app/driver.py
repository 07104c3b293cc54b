"""One run of the merge driver, from the three files git names to its exit code; `factcheck.merging` makes the merge."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.app.interface import speak_as_here
from factcheck.errors import FactcheckError
from factcheck.formats.text import visible
from factcheck.i18n import _, said
from factcheck.io.store import read_identified, save
from factcheck.merging import Conflict, Markers, MergeResult, StrangersError, TornError, merge
from factcheck.model import sidecar_name
from factcheck.sidecar import read

#: Exit code for conflicts, all of them written. Not 1: that is also what a Python that cannot start ends with, and
#: git would then take our side for the merge without a word.
CONFLICTS = 10
#: Exit code for versions that hold conflict markers, as rerere's do: they are merged line by line, as they should be.
TORN = 11

#: The size of git's markers where no attribute says otherwise.
USUAL_SIZE = 7
#: How much larger git asks for them while it makes up a common ancestor of several: 2, and 2 more for each level (3
#: with a file that was renamed on both sides). Where it only wants to put markers around markers, it asks for 1
#: (merge-ort.c and merge-recursive.c, `extra_marker_size`).
FOR_ANCESTORS = 2


class MergeRequest(NamedTuple):
    """What git asks of the driver."""

    base: Path
    #: Where the outcome is to be written, too.
    ours: Path
    theirs: Path
    #: How long conflict markers are to be, in characters.
    size: int
    #: What the file is called in the work tree.
    path: str
    #: What to call base, ours and theirs beside the markers; a git that knows no labels passes its placeholders on.
    labels: Sequence[str] = ()


def merge_request(words: Sequence[str]) -> MergeRequest | None:
    """Return what the words after `merge-driver` ask for, as git gives them; None where they are to be read by click.

    >>> merge_request(["--", "b", "o", "t", "7", "a.labels.yaml"]).size
    7
    """
    if len(words) < 6 or words[0] != "--" or not (words[4].isascii() and words[4].isdecimal()):
        return None
    base, ours, theirs, size, path, *labels = words[1:]
    return MergeRequest(Path(base), Path(ours), Path(theirs), int(size), path, labels)


def run_merge(asked: MergeRequest) -> int:
    """Merge `base` and `theirs` into `ours`, and return the exit code: 0 merged, `CONFLICTS` or `TORN`.

    Raises:
        FactcheckError: They could not be merged; `ours` is as it was.
    """
    before, identity = read_identified(asked.ours)
    after = read_identified(asked.theirs)[0]
    try:
        merged = merge(read_identified(asked.base)[0], before, after)
    except StrangersError as error:
        save(asked.ours, _fitting(asked.path, before, after), identity)
        speak_as_here()
        told = _("factcheck: {path}: {message}. {hint}")
        _tell([told.format(path=asked.path, message=said(error.message), hint=said(error.hint))])
        return CONFLICTS
    except TornError:
        return TORN
    _prove(merged, asked.path)
    if merged.conflicts and _for_ancestor(asked.size, asked.path):
        save(asked.ours, merged.choosing("base"), identity)
        return 0
    save(asked.ours, merged.data(_markers(asked)), identity)
    return _conflicts(asked.path, merged.conflicts)


def _conflicts(path: str, conflicts: Sequence[Conflict]) -> int:
    """Name the conflicts, and return the exit code."""
    if conflicts:
        speak_as_here()
        _tell([_described(conflict, path) for conflict in conflicts])
    return CONFLICTS if conflicts else 0


def _described(conflict: Conflict, path: str) -> str:
    if not conflict.id:
        told = _("factcheck: {path}: both sides changed the {field} of the header")
        return told.format(path=path, field=conflict.field)
    told = _("factcheck: {path}: both sides changed the {field} of sentence {id}")
    return told.format(path=path, field=conflict.field, id=conflict.id)


def _tell(messages: Sequence[str]) -> None:
    """Say what happened to a file, on lines of their own among those of git."""
    for message in messages:
        sys.stderr.write(f"{visible(message)}\n")


def _fitting(path: str, ours: bytes, theirs: bytes) -> bytes:
    """Return the version that the file's name belongs to: the other one is somebody else's."""
    name = path.rpartition("/")[2]
    mine = read(theirs, path).sidecar
    return theirs if sidecar_name(mine.article, mine.annotator) == name else ours


def _prove(merged: MergeResult, path: str) -> None:
    """Read the outcome back, with either side of the conflicts.

    Raises:
        FactcheckError: It could not be read, so it must not be written.
    """
    read(merged.choosing("ours"), path)
    if merged.conflicts:
        read(merged.choosing("theirs"), path)


def _for_ancestor(size: int, path: str) -> bool:
    """Return whether git is only making up a common ancestor, where what was there before stands for a conflict."""
    if size < USUAL_SIZE + FOR_ANCESTORS:
        return False
    from factcheck.io.git.repository import attributes  # noqa: PLC0415 - needed by few merges

    try:
        asked = attributes(Path(), [path], ["conflict-marker-size"])[path]["conflict-marker-size"]
    except FactcheckError:  # no repository to ask: somebody runs us by hand
        asked = ""
    return size - (int(asked) if asked.isdecimal() and int(asked) > 0 else USUAL_SIZE) >= FOR_ANCESTORS


def _markers(asked: MergeRequest) -> Markers:
    """Return how to mark conflicts."""
    _base, ours, theirs = asked.labels if len(asked.labels) == 3 else ("base", "ours", "theirs")
    return Markers(asked.size, _label(ours, "ours"), _label(theirs, "theirs"))


def _label(label: str, otherwise: str) -> str:
    return otherwise if label.startswith("%") or not label else visible(label)
