"""The three-way merge of one record, or of the header, field by field on the raw lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.merging.hunk import Conflict, Part
from factcheck.merging.raw import RawField, RawRecord, fields
from factcheck.merging.verdict import Verdict, settle
from factcheck.sidecar.fields import FIELDS, WITH_LABEL

_HEADER = ("factcheck", "article", "annotator", "language")

#: One version of a record or of the header: its fields by name.
_Fields = Mapping[str, RawField]


def _value(side: _Fields, name: str) -> str:
    return side[name].value if name in side else ""


class _Versions(NamedTuple):
    """The three versions of the same record."""

    id: str
    base: _Fields
    ours: _Fields
    theirs: _Fields

    def differ(self, name: str) -> bool:
        """Tell whether the two sides have different values for a field."""
        return _value(self.ours, name) != _value(self.theirs, name)

    def picked(self, name: str) -> str | None:
        """Return the value of the side that changed the field; None where both did, in different ways."""
        base, ours, theirs = (_value(side, name) for side in (self.base, self.ours, self.theirs))
        if ours in (theirs, base):
            return theirs
        return ours if theirs == base else None

    def lines(self, name: str, value: str) -> str:
        """Return the lines of a field with that value, as one of the versions has them; new ones if none has."""
        sides = (self.base, self.ours, self.theirs)
        held = sorted(side[name].lines for side in sides if name in side and side[name].value == value)
        if held:
            # All of them mean the same; the side that put something about them in a comment is not forgotten.
            return max(held, key=len)
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
    together = _together(versions, verdict)
    for name in _names(versions, FIELDS):
        if name in together:
            if name == together[0]:
                yield _conflict(versions, together)
        elif verdict and name in Verdict._fields:
            yield versions.lines(name, getattr(verdict, name))
        else:
            yield _independent(versions, name)


def _verdict(versions: _Versions, side: _Fields) -> Verdict:
    """Return the verdict of one side; where there was no record before, its base is the sentence without a label."""
    if not side:
        text = _value(versions.ours, "text")
        return Verdict("" if versions.differ("text") else text)
    return Verdict(*(_value(side, name) for name in Verdict._fields))


def _together(versions: _Versions, verdict: Verdict | None) -> tuple[str, ...]:
    """Return the fields that must be chosen together, from the first that differs to the last; none if all is well."""
    if verdict is None:
        names: tuple[str, ...] = ("text", *WITH_LABEL) if versions.differ("text") else WITH_LABEL
    elif _source_without_label(versions, verdict):
        names = ("source", "url")
    else:
        return ()
    differing = [at for at, name in enumerate(names) if versions.differ(name)]
    return names[differing[0] : differing[-1] + 1]


def _source_without_label(versions: _Versions, verdict: Verdict) -> bool:
    """Tell whether one side gave a source to a label that the other side has taken away."""
    if verdict.label in ("", "sourced") or not (versions.differ("source") or versions.differ("url")):
        return False
    label = _value(versions.base, "label")
    pairs = ((versions.ours, versions.theirs), (versions.theirs, versions.ours))
    return any(
        _value(relabelled, "label") != label == _value(other, "label") == "sourced"
        and any(_value(other, name) != _value(versions.base, name) for name in ("source", "url"))
        for relabelled, other in pairs
    )


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
    """Return the names of all fields: those we know in canonical order, then the others, by name."""
    every = {*versions.ours, *versions.theirs, *versions.base}
    return (*known, *sorted(every.difference(known)))
