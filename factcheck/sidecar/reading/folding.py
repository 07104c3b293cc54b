"""Records in canonical form taken out of a text before a YAML library, which is slow, sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model import Record
from factcheck.sidecar.fields import IN_DECISIONS_ONLY, has_any
from factcheck.sidecar.reading.canonical import find_records
from factcheck.yaml.nodes import Items, Node, Scalar


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text of as many lines, in which each record in canonical form is a list item that is just its id."""

    text: str
    #: The records taken out, in order.
    records: tuple[Record, ...]


def fold_records(text: str) -> FoldedText:
    """Return `text` without the records that the strict reader knows; all other lines keep number and content."""
    parts: list[str] = []
    records: list[Record] = []
    position = 0
    for start, end, record in find_records(text):
        if has_any(record, IN_DECISIONS_ONLY):
            continue  # whether they may stand here is for the reader of the whole file to say
        parts += (text[position:start], f"- {record.id}", "\n" * text.count("\n", start, end))
        records.append(record)
        position = end
    return FoldedText("".join([*parts, text[position:]]), tuple(records))


def is_sound(folded: FoldedText, lists: Sequence[Node | None]) -> bool:
    """Return whether what was taken out were indeed items of the sidecar's lists, not part of a string across lines."""
    items = [item for node in lists if isinstance(node, Items) for item in node.items]
    return [item.text for item in items if isinstance(item, Scalar)] == [record.id for record in folded.records]
