"""The three-way merge of sidecars: which records there are, in which list and order; `record` merges their fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.i18n import deferred
from factcheck.merging.comments import merged_comments
from factcheck.merging.hunk import MergeResult, Part, joined
from factcheck.merging.matching import matched
from factcheck.merging.order import interleaved, merged_order
from factcheck.merging.raw import RawRecord, RawSidecar, StrangersError, raw_sidecar
from factcheck.merging.record import merged_header, merged_record


def merge(base: bytes, ours: bytes, theirs: bytes) -> MergeResult:
    """Return what two versions of a sidecar come to, given the version both began with.

    Records are matched by id, then by text; what belongs to a label is merged with it, every other field alone, on its
    raw lines; a label never goes to a wording it was not given to, nor to another person. What contradicts itself is a
    conflict, confined to its record. Nothing depends on which side is ours: a rebase swaps them.

    Args:
        base: The version both began with; empty where both added the file.
        ours: One version.
        theirs: The other.

    Raises:
        StrangersError: The two sides are different people's labels.
        UnmergeableError: One of them cannot be told apart into records.
    """
    if theirs == ours:
        return MergeResult((ours.decode(),))
    pages = _of_one_person(raw_sidecar(base), raw_sidecar(ours), raw_sidecar(theirs))
    if theirs == base:
        return MergeResult((ours.decode(),))
    if ours == base:
        return MergeResult((theirs.decode(),))
    return MergeResult(joined(_parts(*matched(*pages))))


def _of_one_person(base: RawSidecar, ours: RawSidecar, theirs: RawSidecar) -> tuple[RawSidecar, RawSidecar, RawSidecar]:
    """Return the pages; with nothing for a base that is somebody else's, as git pairs files by likeness."""
    if ours.annotator != theirs.annotator:
        mine, others = (side.annotator or "decisions" for side in (ours, theirs))
        message = deferred(
            "one side is {mine}, the other {others}: git took one file for the other", mine=mine, others=others
        )
        raise StrangersError(message, hint=deferred("`factcheck resolve` gives each person their own labels back."))
    return (base if base.annotator == ours.annotator else RawSidecar()), ours, theirs


class _Records(NamedTuple):
    """The records of one version."""

    #: Those of both lists, by their ids.
    entries: Mapping[str, RawRecord]
    #: The ids of the retired ones.
    retired: frozenset[str]

    @classmethod
    def of(cls, page: RawSidecar) -> _Records:
        """Return the records of a page."""
        entries = {entry.id: entry for entry in (*page.sentences, *page.retired)}
        return cls(entries, frozenset(entry.id for entry in page.retired))

    def place(self, name: str) -> str:
        """Return the list a record is in; empty if there is no such record."""
        return "" if name not in self.entries else "retired" if name in self.retired else "sentences"


def _parts(base: RawSidecar, ours: RawSidecar, theirs: RawSidecar) -> Iterator[Part]:
    """Yield the merged file, piece by piece."""
    yield from merged_header(base.header, ours.header, theirs.header)
    sides = (_Records.of(base), _Records.of(ours), _Records.of(theirs))
    names = dict.fromkeys(name for side in sides for name in side.entries)
    places = {name: _place(name, *sides) for name in names}
    sentences = _ordered(places, "sentences", base.sentences, ours.sentences, theirs.sentences)
    yield "sentences:\n" if sentences else "sentences: []\n"
    yield from _list(sentences, sides)
    retired = _ordered(places, "retired", base.retired, ours.retired, theirs.retired)
    if retired:
        yield from ("\n", merged_comments(base.middle, ours.middle, theirs.middle), "retired:\n")
        yield from _list(retired, sides)
    if end := merged_comments(base.end, ours.end, theirs.end):
        yield f"\n{end}"


def _place(name: str, base: _Records, ours: _Records, theirs: _Records) -> str:
    """Return the list a record belongs to; empty if it is gone.

    What one side removed and the other worked on is kept among the retired: nothing is lost, and nothing in the way.
    """
    before, here, there = base.place(name), ours.place(name), theirs.place(name)
    if here == there:
        return here
    if before in (here, there):
        place, kept = (there, ours) if here == before else (here, theirs)
        return place or ("" if kept.entries[name].lines == base.entries[name].lines else "retired")
    return "retired" if before else "sentences"


def _ordered(places: Mapping[str, str], place: str, *versions: Sequence[RawRecord]) -> tuple[str, ...]:
    """Return the ids of the records that belong to a list, in order."""
    kept = [name for name, where in places.items() if where == place]
    base, ours, theirs = ([entry.id for entry in version] for version in versions)
    found = merged_order(base, ours, theirs, kept)
    return interleaved(found, sorted(set(kept).difference(found)))


def _list(names: Sequence[str], sides: Sequence[_Records]) -> Iterator[Part]:
    """Yield the merged records of one list, each with the blank line above it."""
    for name in names:
        base, ours, theirs = (side.entries.get(name) for side in sides)
        one, other = ours or theirs, theirs or ours
        if one and other:  # always: a record that neither side has is in no list
            yield "\n"
            yield merged_comments(base.above if base else "", one.above, other.above)
            yield from merged_record(base, one, other)
            yield merged_comments(base.below if base else "", one.below, other.below)
