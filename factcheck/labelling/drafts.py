"""What was begun to be written and left: kept by sentence and field, offered again where it was written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from factcheck.labelling.state import Draft, InputField, State, TypingMode
from factcheck.model import RecordId

#: More drafts than this are no drafts; the oldest go.
_MOST = 100

#: The fields whose drafts are kept: what is searched for is no text of the annotator's.
_KEPT = {InputField.NOTE, InputField.SOURCE, InputField.URL, InputField.SKIP}


def draft(state: State, field: InputField) -> str:
    """Return what was left unfinished in a field of the current sentence; empty if nothing was."""
    return next((kept.text for kept in state.drafts if (kept.id, kept.field) == (state.record.id, field)), "")


def with_draft(state: State, field: InputField, text: str) -> State:
    """Return the state with a draft of the current sentence; without one where the text is empty."""
    others = tuple(kept for kept in state.drafts if (kept.id, kept.field) != (state.record.id, field))
    new = (Draft(state.record.id, field, text),) if text else ()
    return state._replace(drafts=(*others, *new)[-_MOST:])


def put_aside(state: State) -> State:
    """Return the state with what is being typed kept as a draft, unless the field holds just that."""
    mode = state.mode
    if not isinstance(mode, TypingMode) or mode.field not in _KEPT:
        return state
    text = mode.text.strip()
    return with_draft(state, mode.field, "" if text == getattr(state.record, mode.field.value) else mode.text)


def to_lines(drafts: Iterable[Draft]) -> tuple[str, ...]:
    """Return the drafts as lines of JSON, without line breaks."""
    import json  # noqa: PLC0415 - most sessions leave no draft

    return tuple(json.dumps({"id": kept.id, "field": kept.field.value, "text": kept.text}) for kept in drafts)


def from_lines(lines: Iterable[str]) -> tuple[Draft, ...]:
    """Return the drafts that lines hold; those that cannot be read are passed over."""
    return tuple(found for line in lines if (found := _read(line)))[-_MOST:]


def _read(line: str) -> Draft | None:
    import json  # noqa: PLC0415 - as above

    try:
        value: Any = json.loads(line)
        text, field = value["text"], InputField(value["field"])
        return Draft(RecordId(str(value["id"])), field, text) if isinstance(text, str) and field in _KEPT else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
