"""Which records are the same although their ids say otherwise: somebody removed the ids, or made the file anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.merging.raw import RawRecord, RawSidecar, fields, without_comments
from factcheck.model import RecordId
from factcheck.sidecar.new import fresh_id, record_id

#: How alike two wordings must be, in per cent, to be taken for one sentence that was edited. That never gives a label
#: to a new wording: it only lets the two be compared, which makes them wait or conflict.
ALIKE = 80

#: What to call each record of a page, by what it is called there.
_Names = Mapping[str, str]


def matched(base: RawSidecar, ours: RawSidecar, theirs: RawSidecar) -> tuple[RawSidecar, RawSidecar, RawSidecar]:
    """Return the three pages with equal ids for records that are the same.

    Ids rule. What they leave open is told by the wording: which record of the base one is that was made anew under
    another id or lost its id, and what both sides have where there is no base. Likeness counts only for lost ids.
    """
    lost = [any(not entry.id for entry in _entries(side)) for side in (ours, theirs)]
    base, ours, theirs = _with_ids(base), _with_ids(ours), _with_ids(theirs)
    if not _entries(base):
        same = _same_text(_only_in(ours, theirs), _only_in(theirs, ours))
        smaller = {mine: min(mine, other) for mine, other in same.items()}
        return base, _renamed(ours, smaller), _renamed(theirs, {same[mine]: name for mine, name in smaller.items()})
    ours_renamed = _renamed(ours, _anew(base, ours, theirs, lost_ids=lost[0]))
    return base, ours_renamed, _renamed(theirs, _anew(base, theirs, ours, lost_ids=lost[1]))


def _anew(base: RawSidecar, side: RawSidecar, other: RawSidecar, *, lost_ids: bool) -> _Names:
    """Return what the records that only `side` has are called in the base, from which they seem to be gone."""
    fresh, gone = _only_in(side, base, other), _only_in(base, side)
    if not fresh or not gone:
        return {}
    # Made anew from the wording it was first made from, it would have the same id: that one is really gone.
    older = {name: text for name, text in gone.items() if record_id(text, 0) != name}
    same = _same_text(fresh, older)
    if not lost_ids:
        return same
    left = {name: text for name, text in gone.items() if name not in same.values()}
    return same | _alike({name: text for name, text in fresh.items() if name not in same}, left)


def _only_in(page: RawSidecar, *others: RawSidecar) -> dict[str, str]:
    """Return the texts of the records whose ids the other pages do not have, by id."""
    known = {entry.id for other in others for entry in _entries(other)}
    return {entry.id: _text(entry) for entry in _entries(page) if entry.id not in known}


def _entries(page: RawSidecar) -> Sequence[RawRecord]:
    return (*page.sentences, *page.retired)


def _text(entry: RawRecord) -> str:
    return next((without_comments(field) for field in fields(entry) if field.name == "text"), "")


def _same_text(ones: _Names, others: _Names) -> dict[str, str]:
    """Return the pairs of ids with equal texts; texts that stand there several times only if they do so in both."""
    if not ones or not others:
        return {}
    by_text: dict[str, tuple[list[str], list[str]]] = {}
    for side, names in enumerate((ones, others)):
        for name, text in names.items():
            by_text.setdefault(text, ([], []))[side].append(name)
    groups = [group for group in by_text.values() if len(group[0]) == len(group[1])]
    return {one: other for group in groups for one, other in zip(*group, strict=True)}


def _alike(ones: _Names, others: _Names) -> dict[str, str]:
    """Return the pairs of ids whose texts are each other's nearest and at least `ALIKE`."""
    if not ones or not others:
        return {}
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - 10 ms, needed only where somebody made the file anew

    near = {(a, b): ratio(x, y, score_cutoff=ALIKE) for a, x in ones.items() for b, y in others.items()}
    best = {a: max(others, key=lambda b: near[a, b]) for a in ones}
    back = {b: max(ones, key=lambda a: near[a, b]) for b in others}
    return {a: b for a, b in best.items() if near[a, b] and back[b] == a}


def _with_ids(page: RawSidecar) -> RawSidecar:
    """Return the page with the id that its text asks for in each record that has none."""
    if all(entry.id for entry in _entries(page)):
        return page
    taken = {RecordId(entry.id) for entry in _entries(page)}
    found = []
    for entry in _entries(page):
        found.append(entry if entry.id else _given(entry, fresh_id(_text(entry), taken)))
        taken.add(RecordId(found[-1].id))
    count = len(page.sentences)
    return page._replace(sentences=tuple(found[:count]), retired=tuple(found[count:]))


def _given(entry: RawRecord, name: str) -> RawRecord:
    return entry._replace(id=name, lines=f"- id: {name}\n  {entry.lines[2:]}")


def _renamed(page: RawSidecar, names: _Names) -> RawSidecar:
    if not names:
        return page
    sentences, retired = (
        tuple(_called(e, names.get(e.id, e.id)) for e in part) for part in (page.sentences, page.retired)
    )
    return page._replace(sentences=sentences, retired=retired)


def _called(entry: RawRecord, name: str) -> RawRecord:
    return entry._replace(id=name, lines=entry.lines.replace(f"id: {entry.id}", f"id: {name}", 1))
