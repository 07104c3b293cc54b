"""The three-way merge of one record, or of the header, field by field on the raw lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.merging.comments import merged_comments, merged_tails
from factcheck.merging.hunk import Conflict, Part
from factcheck.merging.raw import RawField, RawRecord, fields
from factcheck.merging.verdict import Verdict, settle
from factcheck.sidecar.fields import DETAILS, FIELDS, WITH_LABEL

#: What is settled as one thing: a wording, what was decided on it, and what belongs to that decision.
_DECIDED = ("text", "label", "skip", "was", "was_label")
_VERDICT = (*_DECIDED, *DETAILS)

_HEADER = ("factcheck", "article", "annotator", "language")

#: One version of a record or of the header: its fields by name.
_Fields = Mapping[str, RawField]
_NONE = RawField("", "", "", "", "")


def _value(side: _Fields, name: str) -> str:
    return side[name].value if name in side else ""


class _Versions(NamedTuple):
    """The three versions of the same record."""

    id: str
    base: _Fields
    ours: _Fields
    theirs: _Fields

    def differ(self, name: str) -> bool:
        """Return whether the two sides have different values for a field."""
        return _value(self.ours, name) != _value(self.theirs, name)

    def picked(self, name: str) -> str | None:
        """Return the value of the side that changed the field; None where both did, in different ways."""
        base, ours, theirs = (_value(side, name) for side in (self.base, self.ours, self.theirs))
        if ours in (theirs, base):
            return theirs
        return ours if theirs == base else None

    def lines(self, name: str, value: str) -> str:
        """Return the lines of a field with that value, and every comment that is about it."""
        base, ours, theirs = (side.get(name, _NONE) for side in (self.base, self.ours, self.theirs))
        above = merged_comments(base.above, ours.above, theirs.above)
        tail = merged_tails(base.tail, ours.tail, theirs.tail)
        spelling = self._spelling(name, value)
        if not spelling:
            return above + (f"  {tail.strip()}\n" if tail else "")
        return RawField(name, above, spelling, tail if spelling.count("\n") == 1 else "", value).lines

    def _spelling(self, name: str, value: str) -> str:
        """Return a field as the sides spell that value: as one of them changed it; new where no side has it."""
        sides = (side.get(name, _NONE) for side in (self.base, self.ours, self.theirs))
        base, ours, theirs = (side.spelling if side.value == value else "" for side in sides)
        held = sorted(filter(None, (ours, theirs)))
        changed = [spelling for spelling in held if spelling != base]
        if held or base:
            return (changed or held or [base])[0]
        return f"  {name}: {value}\n" if value else "  label:\n" if name == "label" else ""


def merged_header(base: Sequence[RawField], ours: Sequence[RawField], theirs: Sequence[RawField]) -> tuple[Part, ...]:
    """Return the merged lines above the records."""
    by_name = [{field.name: field for field in side} for side in (base, ours, theirs)]
    versions = _Versions("", *by_name)
    return tuple(_independent(versions, name) for name in _names(versions, _HEADER))


def merged_record(base: RawRecord | None, ours: RawRecord, theirs: RawRecord) -> tuple[Part, ...]:
    """Return the merged lines of a record that both sides have, without the comments around it.

    Raises:
        UnmergeableError: One of its lines belongs to no field.
    """
    if ours.lines == theirs.lines or (base and theirs.lines == base.lines):
        return (ours.lines,)
    if base and ours.lines == base.lines:
        return (theirs.lines,)
    sides = [{field.name: field for field in fields(entry)} if entry else {} for entry in (base, ours, theirs)]
    versions = _Versions(ours.id or theirs.id, *sides)
    parts = tuple(_parts(versions))
    # The first field is the id, which both sides have.
    return (f"- {str(parts[0])[2:]}", *parts[1:])


def _parts(versions: _Versions) -> Iterator[Part]:
    """Yield the merged fields in the order of the canonical form."""
    verdict = settle(*(_verdict(versions, side) for side in (versions.base, versions.ours, versions.theirs)))
    values = _values(verdict) if verdict else {}
    together = _together(versions, verdict)
    for name in _names(versions, FIELDS):
        if name in together:
            if name == together[0]:
                yield _conflict(versions, together)
        elif verdict and name in _VERDICT:
            yield versions.lines(name, values[name])
        else:
            yield _independent(versions, name)


def _verdict(versions: _Versions, side: _Fields) -> Verdict:
    """Return what one side decided; where there was no record before, its base is the sentence without a label."""
    if not side:
        text = _value(versions.ours, "text")
        return Verdict("" if versions.differ("text") else text, details=("",) * len(DETAILS))
    text, label, skip, was, was_label = (_value(side, name) for name in _DECIDED)
    return Verdict(text, label, skip, was, was_label, tuple(_value(side, name) for name in DETAILS))


def _values(verdict: Verdict) -> dict[str, str]:
    """Return the fields that a verdict stands for."""
    text, label, skip, was, was_label, details = verdict
    return dict(zip(_VERDICT, (text, label, skip, was, was_label, *details), strict=True))


def _together(versions: _Versions, verdict: Verdict | None) -> tuple[str, ...]:
    """Return the fields that must be chosen together, from the first that differs to the last; none if all is well."""
    if verdict is not None:
        return ()
    names: tuple[str, ...] = ("text", *WITH_LABEL) if versions.differ("text") else WITH_LABEL
    differing = [at for at, name in enumerate(names) if versions.differ(name)]
    return names[differing[0] : differing[-1] + 1]


def _conflict(versions: _Versions, names: Sequence[str]) -> Conflict:
    base, ours, theirs = (
        "".join(side[name].lines for name in names if name in side)
        for side in (versions.base, versions.ours, versions.theirs)
    )
    if not versions.base and names[0] in Verdict._fields:
        # What a record that both sides added would have been before: there, but without a label.
        base = min(ours, theirs) if names[0] == "text" else "  label:\n" if "label" in names else ""
    return Conflict(versions.id, names[0], base, ours, theirs)


def _independent(versions: _Versions, name: str) -> Part:
    value = versions.picked(name)
    return _conflict(versions, [name]) if value is None else versions.lines(name, value)


def _names(versions: _Versions, known: Sequence[str]) -> tuple[str, ...]:
    """Return the names of all fields: those we know in canonical order, then the others, then what is below."""
    every = {*versions.ours, *versions.theirs, *versions.base}
    return (*known, *sorted(every.difference(known, [""])), "")
