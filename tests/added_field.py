"""What must hold for a field that was just added; run in a copy of the package that has one, by `test_fields`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import jsonschema

from factcheck import labelling
from factcheck.formats.changes import as_json, markdown, text
from factcheck.formats.plain_labels import plain_labels
from factcheck.formats.screen import plain
from factcheck.labelling.history import UndoStep, from_json, to_json
from factcheck.merging import merge
from factcheck.model import Annotator, Label, Language, Record, Sidecar
from factcheck.review.changes import FileChanges, changes
from factcheck.sidecar import read, skeleton, update, write
from factcheck.sidecar.editing.formatting import formatted
from factcheck.yaml.typos import first_typo

#: The field's name.
NEW = sys.argv[-1]
SAID: dict[str, Any] = {NEW: "carol \u00ab le 3 \u00bb"}
EMPTY = skeleton("a.txt", Annotator("alice"), Language("fr"), ["Il pleut.", "Il neige."])


def said(note: str = "", value: dict[str, Any] = SAID) -> Sidecar:
    """Return the sidecar with the new field, and a note, on its first sentence."""
    first, *others = EMPTY.sentences
    return EMPTY._replace(sentences=(first._replace(note=note, **value), *others))


def sidecars() -> None:
    """It is written, read, spliced in and out of a file of any style, and kept by `fmt`."""
    data = write(said())
    assert (read(data, "x").sidecar, read(data, "x").canonical) == (said(), True)
    assert update(read(write(EMPTY), "x"), said()).data == data
    assert update(read(data, "x"), EMPTY).data == write(EMPTY)
    free = data.replace(f'  {NEW}: "'.encode(), f'  {NEW}:   "'.encode())
    assert (read(free, "x").sidecar, formatted(read(free, "x"))) == (said(), data)
    assert first_typo(f"- id: s0123456789\n   {NEW}: x\n")


def history() -> None:
    """The undo journal remembers it; joining two sentences keeps what both say."""
    step = UndoStep("x", 0, EMPTY.sentences, said().sentences)
    assert from_json(to_json(step)) == step
    state = labelling.start(said(), "Il pleut. Il neige.")
    for key in ("D", "u"):
        state, _ = labelling.step(state, key)
        kept = [record for record in state.sidecar.sentences if getattr(record, NEW)]
        assert [getattr(record, NEW) for record in kept] == [SAID[NEW]], key


def shown() -> None:
    """`diff` tells it in each format, textconv and the annotator show it."""
    told = FileChanges("a.alice.labels.yaml", "a.alice.labels.yaml", "a.txt", EMPTY.annotator, changes(EMPTY, said()))
    for form in (text, markdown, as_json):
        assert NEW in form([told]), form
    schema = json.loads(Path("schemas/changes-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(as_json([told])), schema)
    assert f"{NEW}: {SAID[NEW]}" in plain_labels(said())
    assert f"{NEW}: {SAID[NEW]}" in plain.line(labelling.start(said(), "Il pleut. Il neige."))


def merged() -> None:
    """A merge joins it with another field of the same sentence, and stops where two sides say different things."""
    whole = merge(write(EMPTY), write(said()), write(said("why?", {})))
    assert read(whole.data(), "x").sidecar == said("why?")
    apart = merge(write(EMPTY), write(said()), write(said(value={NEW: "dave"})))
    assert [conflict.field for conflict in apart.conflicts] == [NEW]


def published() -> None:
    """Its schema accepts it, and would not without the line in the table."""
    schema = json.loads(Path("schemas/labels-1.schema.json").read_text(encoding="utf-8"))
    record = {name: value for name, value in said().sentences[0]._asdict().items() if value or name == "label"}
    jsonschema.validate({"factcheck": 1, "article": "a.txt", "language": "fr", "sentences": [record]}, schema)
    assert Label.CLAIM in schema["$defs"]["label"]["enum"]
    assert set(schema["$defs"]["record"]["properties"]) == set(Record._fields)


if __name__ == "__main__":
    for check in (sidecars, history, shown, merged, published):
        check()
