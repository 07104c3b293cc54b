"""What was changed, so that it can be undone in this session or a later one; `io.store.state` keeps the journal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NamedTuple

from factcheck.model import Label, Record, Sidecar
from factcheck.sidecar.fields import KINDS, FieldKind


@dataclass(frozen=True, slots=True)
class UndoStep:
    """Some neighbouring records that gave way to others."""

    #: What was done, for messages: `claim`, `note`, `divide`, ...
    what: str
    #: Where `before` stood, counted from 0; a hint, as records may have moved since.
    index: int
    before: tuple[Record, ...]
    after: tuple[Record, ...]
    #: It belongs to the change before it and is undone and redone with it, as a source with its label.
    follows: bool = False
    #: Its key came again faster than anybody reads, as when it is held down.
    repeats: bool = False

    @property
    def inverse(self) -> UndoStep:
        """The change that takes this one back."""
        return replace(self, before=self.after, after=self.before)


def step_size(newest_first: Sequence[UndoStep]) -> int:
    """Return how many changes one undo takes back: the last, what it belongs to, and a run of a key held down.

    Two keys in quick succession may well be meant; a run is three or more.
    """
    size = next((n for n, change in enumerate(newest_first, start=1) if not change.follows), len(newest_first))
    run = next((n for n, change in enumerate(newest_first) if not change.repeats), len(newest_first))
    return max(size, min(run + 1, len(newest_first))) if run > 1 else size


class Verb(StrEnum):
    """What else a journal remembers: the last change was undone, done again, or dropped as out of date."""

    UNDO = "undo"
    REDO = "redo"
    DROP = "drop"


#: One line of the journal.
JournalEntry = UndoStep | Verb


class History(NamedTuple):
    """What can be undone and redone; the last of each comes first in turn."""

    past: tuple[UndoStep, ...] = ()
    future: tuple[UndoStep, ...] = ()


def apply_step(sidecar: Sidecar, change: UndoStep) -> tuple[Sidecar, int] | None:
    """Return the sidecar after a change, and where it took place; None if its records are no longer as they were."""
    at = _find(sidecar.sentences, change)
    if at is None:
        return None
    before, after = sidecar.sentences[:at], sidecar.sentences[at + len(change.before) :]
    return sidecar._replace(sentences=before + change.after + after), at


def replay(lines: Iterable[str]) -> History:
    """Return the history that a journal's lines amount to; lines that cannot be read are passed over.

    Whether a change still fits the sidecar is only asked when it is undone: see `apply_step`.
    """
    past: list[UndoStep] = []
    future: list[UndoStep] = []
    for line in lines:
        try:
            _remember(from_json(line), past, future)
        except ValueError:
            continue
    return History(tuple(past), tuple(future))


def to_json(entry: JournalEntry) -> str:
    """Return one line of JSON, without its line break."""
    import json  # noqa: PLC0415 - 2 ms that the first frame can do without

    if isinstance(entry, Verb):
        return json.dumps(entry.value)
    fields: dict[str, Any] = {"what": entry.what, "index": entry.index}
    fields |= {"before": [_fields(r) for r in entry.before], "after": [_fields(r) for r in entry.after]}
    flags = {name: True for name in ("follows", "repeats") if getattr(entry, name)}
    return json.dumps(fields | flags)


def from_json(line: str) -> JournalEntry:
    """Return the entry that a line of a journal holds.

    Raises:
        ValueError: It is not such a line, as when a crash left half of one.
    """
    import json  # noqa: PLC0415 - as above

    try:
        value = json.loads(line)
        if isinstance(value, str):
            return Verb(value)
        before, after = (tuple(_record(fields) for fields in value[side]) for side in ("before", "after"))
        follows, repeats = value.get("follows") is True, value.get("repeats") is True
        change = UndoStep(str(value["what"]), int(value["index"]), before, after, follows, repeats)
    except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError(f"not a line of a journal: {line[:40]!r}") from error
    if not before or not after:
        raise ValueError("a change needs records")
    return change


def _remember(entry: JournalEntry, past: list[UndoStep], future: list[UndoStep]) -> None:
    if isinstance(entry, UndoStep):
        past.append(entry)
        future.clear()
    elif entry is Verb.REDO:
        past.extend([future.pop()] if future else [])
    else:
        dropped = past.pop() if past else None
        future.extend([dropped] if dropped and entry is Verb.UNDO else [])


def _find(sentences: tuple[Record, ...], change: UndoStep) -> int | None:
    """Return where the records of `before` stand now; they have to stand there unchanged and together."""
    size, first = len(change.before), change.before[0].id
    if sentences[change.index : change.index + size] == change.before:
        return change.index
    places = (i for i, record in enumerate(sentences) if record.id == first)
    return next((i for i in places if sentences[i : i + size] == change.before), None)


def _fields(record: Record) -> dict[str, str | bool]:
    """Return what a record says, without what is empty."""
    return {name: value for name, value in record._asdict().items() if value}


def _record(fields: dict[str, Any]) -> Record:
    return Record(**{name: _value(kind, fields.get(name)) for name, kind in KINDS.items()})


def _value(kind: FieldKind, held: object) -> Any:  # noqa: ANN401 - what the field holds
    """Return the value of a field from what a line of a journal has for it: None where it has nothing."""
    if kind is FieldKind.FLAG:
        return held is True
    if not isinstance(held, str | None):
        raise TypeError(held)
    return (Label(held) if held else None) if kind is FieldKind.LABEL else held or ""
