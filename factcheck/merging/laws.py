"""What holds of every merge, whoever made it: nobody's labels in another's file, none lost, none put together of two.

Git pairs files that look alike as renames, and a forge's button runs no merge driver. So what a merge made of one
person's sidecar is compared with what that person had in the commits that were merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from factcheck.model import Record, Sidecar
from factcheck.sidecar.fields import DETAILS

#: `mixed`: what stands in the merge stood in none of this person's versions on that text. `lost`: it is not what
#: they had, although nobody changed it otherwise.
Kind = Literal["mixed", "lost"]

_Values = tuple[str, ...]
_NOTHING: _Values = ("",) * (2 + len(DETAILS))


class Breach(NamedTuple):
    """One sentence about which a merge says something that nobody said, or no longer what somebody said."""

    kind: Kind
    #: The sentence, as the merge or the side that lost it has it.
    text: str
    #: What is wrong: `label` with all that belongs to it, `note`, `unsure` or `was`.
    facet: str
    #: What the merge says, empty for nothing; None where it has the sentence no longer.
    found: str | None
    #: What it should say.
    wanted: str
    #: The record as the merge left it, where the parents contradict each other and nobody decided: whatever is done to
    #: it later is a decision.
    undecided: Record | None = None

    def stands(self, present: Sidecar | None) -> bool:
        """Return whether a later version of the file is as the merge left it in this."""
        records = _by_text(present).get(self.text, ())
        if self.undecided:
            return self.undecided in records
        if self.found is None or not records:
            return self.found is None and not records
        return self.found in {_words(_FACETS[self.facet](record)) for record in records}


def breaches(
    base: Sidecar | None, parents: Sequence[Sidecar | None], merged: Sidecar | None, *, decided: bool = True
) -> tuple[Breach, ...]:
    """Return where a merge broke the laws in one person's labels on one article.

    Args:
        base: What the parents began with; None where they had no such file, or no common history.
        parents: The person's sidecar in each commit that was merged; None for one without it.
        merged: The same in the merge.
        decided: Whether somebody may have decided where the parents contradict each other: what stands there is right
            then, whatever it is. False for a merge that git made alone, which should have stopped.
    """
    if merged is not None and merged in parents:
        others = [side for side in parents if side != merged]
        if all(side == base for side in others):
            return ()
    sides = _Sides(_by_text(base), tuple(_by_text(side) for side in parents), _by_text(merged), decided)
    gone = [side is None and base is not None for side in parents]
    if merged is None and any(gone) and all(g or side == base for g, side in zip(gone, parents, strict=True)):
        return ()
    found = [*_mixed_or_changed(sides), *_vanished(sides), *_waiting(base, parents, merged)]
    return tuple(dict.fromkeys(found))


#: What is said about each text: by facet, one or several records' values.
_Said = Mapping[str, Sequence[Record]]


class _Sides(NamedTuple):
    base: _Said
    parents: tuple[_Said, ...]
    merged: _Said
    #: Whether somebody may have decided where the parents contradict each other.
    decided: bool

    @property
    def texts(self) -> Iterator[str]:
        """Yield every text that a parent has, once."""
        yield from dict.fromkeys(text for parent in self.parents for text in parent)

    def repeated(self, text: str) -> bool:
        """Return whether several records have the text, in one version or in different ones: which is which?"""
        held = [side.get(text, ()) for side in (self.base, *self.parents, self.merged)]
        return max(map(len, held)) > 1 or len({record.id for records in held for record in records}) > 1

    def waits(self, text: str) -> bool:
        """Return whether a label given to a text waits to be confirmed, on whatever words."""
        return any(record.was == text for records in self.merged.values() for record in records)

    def fewer(self, text: str) -> bool:
        """Return whether a text that stood several times was taken out somewhere: nobody can tell which of them."""
        before = len(self.base.get(text, ()))
        return before > 1 and any(len(parent.get(text, ())) < before for parent in self.parents)


def _by_text(sidecar: Sidecar | None) -> _Said:
    said: dict[str, list[Record]] = {}
    for record in (*sidecar.sentences, *sidecar.retired) if sidecar else ():
        said.setdefault(record.text, []).append(record)
    return said


def _label(record: Record) -> _Values:
    """Return a label with all that belongs to it; a source without a label belongs to nothing yet."""
    if not record.done:
        return _NOTHING
    return (record.label or "", record.skip, *(getattr(record, name) for name in DETAILS))


def _note(record: Record) -> _Values:
    return (record.note,)


def _unsure(record: Record) -> _Values:
    return ("true" if record.unsure else "",)


def _was(record: Record) -> _Values:
    return (record.was_label or "",)


#: What is compared; each stays whole.
_JUDGED = {"label": _label, "note": _note, "unsure": _unsure}
_FACETS = {**_JUDGED, "was": _was}


def _mixed_or_changed(sides: _Sides) -> Iterator[Breach]:
    """Yield what the merge says of each sentence that it has, where that is not what its sides come to."""
    for text, records in sides.merged.items():
        for facet, value in _JUDGED.items():
            for found, record in {value(record): record for record in records}.items():
                if kind := _judged(sides, text, facet, found):
                    wanted = _wanted(sides, text, facet)
                    undecided = record if wanted is None and found in _changed(sides, text, facet) else None
                    meant = wanted or _changed(sides, text, facet) - {found}
                    yield Breach(kind, text, facet, _words(found), _words(min(meant, default=())), undecided)


def _judged(sides: _Sides, text: str, facet: str, found: _Values) -> Kind | None:
    """Return what is wrong with one thing that a merge says of a sentence; None if nothing is."""
    value = _JUDGED[facet]
    had = [{value(record) for record in parent[text]} for parent in sides.parents if text in parent]
    every = {one for values in had for one in values}
    wanted = _wanted(sides, text, facet)
    if had and (len(had) < sum(map(bool, sides.parents)) or sides.repeated(text)):
        # One side edited the sentence: the other may have written a note or named the source, but not labelled it.
        # Where the same words stand several times, the same goes for any of them.
        named_there = found[:2] in {one[:2] for one in every} and found in _reworded(sides, text)
        if facet != "label" or named_there:
            return None
    if wanted is None and (found in every or not _composed(found, every)):
        return None if sides.decided else "lost"
    if wanted is None:
        return "mixed"
    if found in wanted or (not any(found) and (_decided_on_other_words(sides, text) or sides.waits(text))):
        return None
    if not had and (not any(found) or (facet == "label" and _harmless(sides, text, found))):
        return None
    return "mixed" if any(found) and found not in every else "lost"


def _reworded(sides: _Sides, text: str) -> set[_Values]:
    """Return the labels that the parents give the same record, under whatever words."""
    names = {record.id for record in sides.merged[text]}
    records = (record for parent in sides.parents for held in parent.values() for record in held)
    return {_label(record) for record in records if record.id in names}


def _decided_on_other_words(sides: _Sides, text: str) -> bool:
    """Return whether a side without these words said something new of the sentence they were made from."""
    names = {record.id for record in sides.merged[text]}

    def said(side: _Said) -> set[_Values]:
        """Return the labels of those records on a side."""
        return {_label(record) for held in side.values() for record in held if record.id in names}

    before = said(sides.base)
    return any(text not in parent and said(parent) != before for parent in sides.parents)


def _composed(found: _Values, every: Iterable[_Values]) -> bool:
    """Return whether each part of a label was there, but never all of them together."""
    return all(any(part == one[number] for one in every) for number, part in enumerate(found))


def _wanted(sides: _Sides, text: str, facet: str) -> set[_Values] | None:
    """Return the values that a sentence may have after the merge; None where the sides contradict each other."""
    had, before = _had(sides, text, facet)
    every = {one for values in had for one in values}
    if sides.repeated(text) or (before and not all(had)):
        return every | set(before) | {("",) * len(next(iter(every), _NOTHING))}
    changed = _changed(sides, text, facet)
    return None if len(changed) > 1 else changed or set(before)


def _changed(sides: _Sides, text: str, facet: str) -> set[_Values]:
    """Return what the parents made of something that is said of a sentence; of a new one, what is something."""
    had, before = _had(sides, text, facet)
    changed = {values[0] for values in had if values and values != before}
    return changed if before else {one for one in changed if any(one)} or changed


def _had(sides: _Sides, text: str, facet: str) -> tuple[list[list[_Values]], list[_Values]]:
    """Return what each parent says of a sentence, and what was said before."""
    value = _FACETS[facet]
    had = [[value(record) for record in parent.get(text, ())] for parent in sides.parents]
    return had, [value(record) for record in sides.base.get(text, ())]


def _harmless(sides: _Sides, text: str, found: _Values) -> bool:
    """Return whether a label came with an edit of the article that changes no letter or digit."""
    same = _letters(text)
    return any(
        _letters(other) == same and found in map(_label, records)
        for parent in sides.parents
        for other, records in parent.items()
    )


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _vanished(sides: _Sides) -> Iterator[Breach]:
    """Yield what was said about sentences that the merge has no longer, although no side took them out."""
    waits = {record.was for records in sides.merged.values() for record in records}
    known = set(sides.texts)
    letters = {_letters(text) for text in sides.merged if text not in known}  # edited while merging
    for text in sides.texts:
        if text in sides.merged or text in waits or _letters(text) in letters or sides.fewer(text):
            continue
        if all(text in parent for parent in sides.parents) or text not in sides.base or not sides.merged:
            yield from _lost(sides, text)


def _lost(sides: _Sides, text: str) -> Iterator[Breach]:
    before = set(sides.base.get(text, ()))
    for parent in sides.parents:
        for record in parent.get(text, ()):
            if record in before and not all(text in one for one in sides.parents):
                continue
            for facet, value in _JUDGED.items():
                if any(value(record)):
                    yield Breach("lost", text, facet, None, _words(value(record)))


def _waiting(base: Sidecar | None, parents: Iterable[Sidecar | None], merged: Sidecar | None) -> Iterator[Breach]:
    """Yield labels that wait to be confirmed although no side ever had them on those words."""
    had: set[tuple[str, str]] = set()
    for side in (base, *parents):
        for record in (*side.sentences, *side.retired) if side else ():
            had |= {(record.text, record.label or ""), (record.was, record.was_label or "")}
    for record in (*merged.sentences, *merged.retired) if merged else ():
        if record.was_label and (record.was, str(record.was_label)) not in had:
            yield Breach("mixed", record.text, "was", str(record.was_label), "")


def _words(values: Iterable[str]) -> str:
    """Return a label and what belongs to it as a person would say it: `sourced (the union)`."""
    first, *details = [value for value in values if value] or [""]
    return f"{first} ({', '.join(details)})" if details else first
