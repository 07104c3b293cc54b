"""From two versions that a merge could not join to a session that settles them, and from the session to the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.labelling import Selection, State, start
from factcheck.merging import Markers, MergeResult, UnmergeableError, merge
from factcheck.merging.conflicts.markers import Sides
from factcheck.model import Record, RecordId, Sidecar
from factcheck.review.alternatives import Alternative, Alternatives
from factcheck.sidecar import Document, read, update
from factcheck.sidecar.fields import FIELDS, REMARKS, combined

#: Stands in a sentence that nobody has settled yet, in a field that is taken over from a side with all the others and
#: that no key sets: so a side that says nothing can be taken too. It is never written.
_UNSETTLED = "unsettled"

#: All that a side says about a sentence is taken over at once.
_TAKEN = FIELDS[1:]


@dataclass(frozen=True, slots=True)
class ConflictedSidecar:
    """A sidecar two versions of which contradict each other."""

    base: bytes
    merged: MergeResult
    #: The file with all its conflicts settled one way, and the other.
    ours: Document
    theirs: Document
    #: What is walked: each sentence in conflict, without a label and with the remarks of both sides.
    open: Mapping[RecordId, Record]
    markers: Markers


@dataclass(frozen=True, slots=True)
class ManualConflict:
    """A conflict that no key settles: in the header, in a retired record, or in a field that is not ours."""

    #: Where its first marker stands in the file, from 1.
    line: int
    field: str
    #: The record's text; empty for the header.
    text: str = ""
    retired: bool = False


def conflicted_sidecar(sides: Sides, path: str) -> ConflictedSidecar:
    """Return what there is to settle between two versions of a sidecar.

    Args:
        sides: The versions; without a base, they are taken to have begun with nothing.
        path: What to call the file in messages.

    Raises:
        FactcheckError: The versions cannot be told apart into records, or one cannot be read.
    """
    merged = merge(sides.base or b"", sides.ours, sides.theirs)
    one, other = (_read(merged, side, path) for side in ("ours", "theirs"))
    said = {record.id: record for record in other.sidecar.sentences}
    names = {conflict.id for conflict in merged.conflicts if conflict.field in FIELDS}
    found = {r.id: _open(r, said[r.id]) for r in one.sidecar.sentences if r.id in names and r.id in said}
    return ConflictedSidecar(sides.base or b"", merged, one, other, found, sides.markers)


def _read(merged: MergeResult, side: Literal["ours", "theirs"], path: str) -> Document:
    """Return the file as it would be with one side chosen throughout.

    Raises:
        FactcheckError: It could not be read; without a line, since there is no such file.
    """
    try:
        return read(merged.choosing(side), path)
    except FactcheckError as error:
        raise UnmergeableError(
            deferred("with {side} chosen, it could not be read: {why}", side=side, why=error.message), path=path
        ) from error


def _open(ours: Record, theirs: Record) -> Record:
    return Record(ours.id, ours.text, **{**combined((ours, theirs), REMARKS), "over": _UNSETTLED})


def initial(found: ConflictedSidecar) -> Sidecar:
    """Return what a session begins with: our side, with the sentences in conflict open."""
    sidecar = found.ours.sidecar
    return sidecar._replace(sentences=tuple(found.open.get(record.id, record) for record in sidecar.sentences))


def session(found: ConflictedSidecar, article: str) -> State:
    """Return the session that walks the conflicts; the voices are the two sides.

    Args:
        found: What there is to settle.
        article: The article's text.
    """
    sidecar = initial(found)
    selection = Selection("conflicts", frozenset(found.open))
    one, other = (_by_id(document.sidecar) for document in (found.ours, found.theirs))
    names = (_called("ours", found.markers.ours), _called("theirs", found.markers.theirs))
    voices = {record.id: () for record in sidecar.sentences} | {
        name: (_voice(names[0], one[name]), _voice(names[1], other[name])) for name in found.open
    }
    left = len(found.open)
    state = start(sidecar, article, selection=selection)
    return state._replace(others=Alternatives(voices, _TAKEN), left=left, left_at_start=left)


def open_ids(found: ConflictedSidecar, sidecar: Sidecar) -> frozenset[RecordId]:
    """Return the sentences that are still in conflict."""
    one, other = _by_id(found.ours.sidecar), _by_id(found.theirs.sidecar)
    records = _by_id(sidecar)
    waiting = (name for name in found.open if name in records)
    return frozenset(name for name in waiting if not _settled(records[name], found.open[name], one[name], other[name]))


def _settled(now: Record, before: Record, ours: Record, theirs: Record) -> bool:
    """Return whether somebody chose: a side, a label, or, where neither side has one, anything else."""
    changed_by_hand = not (ours.done or theirs.done) and now != before
    return now.over != _UNSETTLED or now.done or changed_by_hand


def manual_conflicts(found: ConflictedSidecar, sidecar: Sidecar) -> tuple[ManualConflict, ...]:
    """Return the conflicts that no key settles, with their lines in the file as `to_bytes` gives it."""
    texts = {record.id: record.text for record in sidecar.sentences + found.ours.sidecar.retired}
    retired = {record.id for record in found.ours.sidecar.retired}
    line, conflicts = 1, []
    for part in _merged(found, sidecar).parts:
        if isinstance(part, str):
            line += part.count("\n")
            continue
        if part.id not in found.open or part.field not in FIELDS:
            name = RecordId(part.id)
            conflicts.append(ManualConflict(line, part.field, texts.get(name, ""), name in retired))
        line += 3 + part.ours.count("\n") + part.theirs.count("\n")
    return tuple(conflicts)


def to_bytes(found: ConflictedSidecar, sidecar: Sidecar) -> bytes:
    """Return the file: what is settled as it was settled, what is not between markers as before.

    Raises:
        FactcheckError: The result could not be read back.
    """
    merged = _merged(found, sidecar)
    if not merged.conflicts:
        read(merged.data(), found.ours.path)
    return merged.data(found.markers)


def _merged(found: ConflictedSidecar, sidecar: Sidecar) -> MergeResult:
    waiting = open_ids(found, sidecar)
    ours, theirs = (update(side, _with(sidecar, side.sidecar, waiting)).data for side in (found.ours, found.theirs))
    return merge(found.base, ours, theirs)


def _with(sidecar: Sidecar, side: Sidecar, waiting: Iterable[RecordId]) -> Sidecar:
    """Return the session's sentences, with those that wait as one side has them."""
    said = {name: record for name, record in _by_id(side).items() if name in set(waiting)}
    return side._replace(sentences=tuple(said.get(record.id, _clean(record)) for record in sidecar.sentences))


def _clean(record: Record) -> Record:
    return record._replace(over="") if record.over == _UNSETTLED else record


def _by_id(sidecar: Sidecar) -> dict[RecordId, Record]:
    return {record.id: record for record in sidecar.sentences}


def _called(side: str, name: str) -> str:
    return side if name in ("", side) else f"{side} ({name})"


def _voice(name: str, record: Record) -> Alternative:
    return Alternative(name, record.label or ("skip" if record.skip else ""), record)
