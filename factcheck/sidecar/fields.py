"""What follows from the table of fields that `factcheck.model.Record` is: their order in a file, what goes together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from factcheck.model import Field, Label, Record, RecordId

#: What is known of each field, in the order in which `Record` has them: that in which they are shown.
TABLE: Mapping[str, Field] = {name: hint.__metadata__[0] for name, hint in Record.__annotations__.items()}


class FieldKind(StrEnum):
    """What the values of a field are."""

    ID = "id"
    #: A string that is never empty.
    TEXT = "text"
    #: A string; empty where there is no such line in the file.
    STRING = "string"
    LABEL = "label"
    FLAG = "flag"


def _kind(name: str) -> FieldKind:
    held: Any = Record.__annotations__[name].__origin__
    kinds = {RecordId: FieldKind.ID, Label | None: FieldKind.LABEL, bool: FieldKind.FLAG, str: FieldKind.STRING}
    required = name not in Record._field_defaults
    return FieldKind.TEXT if held is str and required else kinds[held]


#: What each field holds.
KINDS: Mapping[str, FieldKind] = {name: _kind(name) for name in TABLE}


def in_file_order(table: Mapping[str, Field]) -> tuple[str, ...]:
    """Return the names of the fields in the order in which they stand in a file."""
    names = [name for name, field in table.items() if not field.above]
    for name, field in table.items():
        if field.above:
            names.insert(names.index(field.above), name)
    return tuple(names)


#: A record's fields in the order in which they stand in a file.
FIELDS = in_file_order(TABLE)

#: Fields whose lines are always there.
ALWAYS = ("id", "text", "label")

#: What belongs to the label, itself included: a merge that cannot join two labels has all of it chosen together.
WITH_LABEL = tuple(name for name in FIELDS if TABLE[name].about in {"label", "source", "reason"})

#: What belongs to a label, given or waiting to be confirmed, and says nothing without it: it is merged with the label.
DETAILS = tuple(name for name in WITH_LABEL if name not in {"skip", "label", "was", "was_label"})

#: What only decisions may hold.
IN_DECISIONS_ONLY = tuple(name for name, field in TABLE.items() if field.decisions)

#: All that may be said about a sentence besides its label: remarks and flags.
ASIDES = tuple(name for name in TABLE if name not in {"id", "text", *WITH_LABEL})

#: The remarks among them.
REMARKS = tuple(name for name in ASIDES if KINDS[name] is FieldKind.STRING)

#: Strings that are shown beside a sentence and its label.
SHOWN = tuple(name for name, field in TABLE.items() if name in REMARKS or field.about == "source")


def fields_about(about: str) -> tuple[str, ...]:
    """Return the fields that say something about that."""
    return tuple(name for name, field in TABLE.items() if field.about == about)


def has_any(record: Record, names: Iterable[str]) -> bool:
    """Return whether a record says something in one of these fields."""
    return any(getattr(record, name) for name in names)


def combined(records: Sequence[Record], names: Iterable[str], separator: str = " / ") -> dict[str, Any]:
    """Return what several records say in these fields together: each string once, a flag if any has it.

    >>> combined([Record("s1", "A.", note="why?"), Record("s2", "B.", unsure=True, note="why?")], ASIDES)
    {'unsure': True, 'note': 'why?'}
    """
    return {name: _joined([getattr(record, name) for record in records], name, separator) for name in names}


def _joined(values: Iterable[Any], name: str, separator: str) -> str | bool:
    if KINDS[name] is FieldKind.FLAG:
        return any(values)
    return separator.join(dict.fromkeys(value for value in values if value))
