"""What a merge of two people's work ought to be, told from the values alone; it shares no code with the merge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import Record, Sidecar

FIELDS = ("note", "source", "url", "unsure")


def contradicts(base: Sidecar, ours: Sidecar, theirs: Sidecar) -> bool:
    """Return whether both sides worked on one record in ways that cannot both stand, so that stopping is right."""
    before, here, there = every(base), every(ours), every(theirs)
    return any(
        _contradict(before.get(name), here.get(name), there.get(name))
        for name in before.keys() | (here.keys() & there.keys())
    )


def _contradict(base: Record | None, ours: Record | None, theirs: Record | None) -> bool:
    if base in (ours, theirs) or ours == theirs:
        return False
    if not ours or not theirs:
        return True
    base = base or Record(ours.id, ours.text)
    if ours.text != theirs.text:
        return True
    both = [*FIELDS, "label", "skip"]
    changed = [{n for n in both if getattr(side, n) != getattr(base, n)} for side in (ours, theirs)]
    if any(getattr(ours, name) != getattr(theirs, name) for name in changed[0] & changed[1]):
        return True
    decided = [bool(names & {"label", "skip"}) for names in changed]
    return all(decided) and (ours.label, ours.skip) != (theirs.label, theirs.skip)


def wrongs(base: Sidecar, ours: Sidecar, theirs: Sidecar, outcome: Sidecar) -> Iterator[str]:
    """Yield everything that a merge without a conflict got wrong."""
    sides = (ours, theirs)
    merged = every(outcome)
    said = {pair for side in sides for record in every(side).values() for pair in _said(record)}
    for record in merged.values():
        if not set(_said(record)) <= said:
            yield f"{record.id}: a label on a wording that nobody gave it to"
    blurred = _blurred(base, outcome)
    for side in sides:
        for record in every(side).values():
            before = every(base).get(record.id)
            if record != before and not (record.text in blurred and set(_said(record)) <= set(blurred[record.text])):
                yield from _lost(before, record, merged.get(record.id))
    yield from _untouched(base, sides, {name: r for name, r in merged.items() if r.text not in blurred})
    yield from _places(base, sides, outcome)


def _blurred(base: Sidecar, outcome: Sidecar) -> dict[str, list[tuple[str, str]]]:
    """Return what is said about each sentence that stood there several times and now does so less often.

    Which of equal sentences was taken out, nobody can tell: what was said about one may stand at another.
    """
    before, after = ([record.text for record in side.sentences] for side in (base, outcome))
    fewer = {text for text in before if before.count(text) > max(1, after.count(text))}
    records = [record for record in every(outcome).values() if record.text in fewer]
    return {text: [pair for r in records if r.text == text for pair in _said(r)] for text in fewer}


def _said(record: Record) -> Iterator[tuple[str, str]]:
    if record.label or record.skip:
        yield record.text, record.label or f"skip: {record.skip}"
    if record.was_label:
        yield record.was, record.was_label


def _lost(before: Record | None, record: Record, merged: Record | None) -> Iterator[str]:
    """Yield what one side did to a record and the outcome does not have."""
    if merged is None:
        if record.done or record.note:
            yield f"{record.id}: gone with what was said about it"
        return
    before = before or Record(record.id, record.text)
    if record.label not in (None, before.label, merged.label) and (record.text, record.label) not in _said(merged):
        yield f"{record.id}: its new label is lost"
    if before.label and not record.label and not record.was and merged.label:
        yield f"{record.id}: its label was cleared, and is back"
    for name in (*FIELDS, "skip", "text"):
        if getattr(record, name) != getattr(before, name) != getattr(record, name) != getattr(merged, name):
            yield f"{record.id}: its new {name} is lost"


def _untouched(base: Sidecar, sides: Iterable[Sidecar], merged: dict[str, Record]) -> Iterator[str]:
    for name, record in every(base).items():
        if all(every(side).get(name) == record for side in sides) and merged.get(name, record) != record:
            yield f"{name}: changed although nobody touched it"


def _places(base: Sidecar, sides: Sequence[Sidecar], outcome: Sidecar) -> Iterator[str]:
    """Yield what is wrong with which sentences there are, and with their order."""
    before = ids(base)
    wanted = set(before)
    for side in sides:
        wanted = (wanted - (set(before) - set(ids(side)))) | (set(ids(side)) - set(before))
    if set(ids(outcome)) != wanted or len(ids(outcome)) != len(wanted):
        yield "not the sentences that both sides left"
    sides = [side for side in sides if _moved(base, side)] or sides
    for side in sides:
        if [name for name in ids(outcome) if name in ids(side)] != [name for name in ids(side) if name in wanted]:
            yield "sentences in another order"


def _moved(base: Sidecar, side: Sidecar) -> bool:
    """Return whether sentences changed places on one side."""
    return [name for name in ids(base) if name in ids(side)] != [name for name in ids(side) if name in ids(base)]


def ids(side: Sidecar) -> list[str]:
    """Return the ids of the sentences, in order."""
    return [record.id for record in side.sentences]


def every(side: Sidecar) -> dict[str, Record]:
    """Return all records by id, retired ones too."""
    return {record.id: record for record in (*side.sentences, *side.retired)}
