"""The parts of the published schemas that follow from the tables of fields, labels, changes, rules and settings."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from factcheck import config
from factcheck.config import SettingKind
from factcheck.findings import Severity
from factcheck.findings.codes import CODES
from factcheck.model import Label
from factcheck.review.changes import ChangeKind
from factcheck.sidecar.fields import ALWAYS, FIELDS, IN_DECISIONS_ONLY, KINDS, TABLE, FieldKind
from factcheck.sidecar.scalars import RECORD_ID

FOLDER = Path(__file__).resolve().parent.parent / "schemas"

_ID: dict[str, object] = {"type": "string", "pattern": f"^{RECORD_ID.pattern}$"}


def labels() -> str:
    """Return the schema of sidecars."""
    schema = _held("labels-1")
    defs = schema["$defs"]
    defs["record"] |= {"required": list(ALWAYS), "properties": {name: _field(name) for name in FIELDS}}
    defs["undecided"]["properties"] = dict.fromkeys(IN_DECISIONS_ONLY, False)
    defs["label"]["enum"] = [*Label, None]
    return _text(schema)


def _field(name: str) -> dict[str, object]:
    shapes: Mapping[FieldKind, dict[str, object]] = {
        FieldKind.ID: _ID,
        FieldKind.TEXT: {"type": "string", "minLength": 1},
        FieldKind.STRING: {"$ref": "#/$defs/remark"},
        FieldKind.LABEL: {"$ref": "#/$defs/label"},
        FieldKind.FLAG: {"type": ["boolean", "null"]},
    }
    limited = "In decisions only. " if name in IN_DECISIONS_ONLY else ""
    return {"description": limited + TABLE[name].sentence, **shapes[KINDS[name]]}


def changes() -> str:
    """Return the schema of what `diff --format json` prints."""
    schema = _held("changes-1")
    defs = schema["$defs"]
    defs["kind"]["enum"] = [*ChangeKind]
    defs["label"]["enum"] = [*Label]
    shapes: Mapping[FieldKind, dict[str, object]] = {
        FieldKind.ID: _ID,
        FieldKind.TEXT: {"type": "string"},
        FieldKind.STRING: {"type": "string"},
        FieldKind.LABEL: {"$ref": "#/$defs/label"},
        FieldKind.FLAG: {"const": True},
    }
    fields = {name: shapes[kind] for name, kind in KINDS.items()}
    fields["label"] = {"oneOf": [shapes[FieldKind.LABEL], {"type": "null"}]}
    defs["record"] |= {"required": list(ALWAYS), "properties": fields}
    return _text(schema)


def settings() -> str:
    """Return the schema of `factcheck.yaml`."""
    schema = _held("config-1")
    properties: dict[str, Any] = {}
    for name, setting in config.TABLE.items():
        shape = {"description": setting.sentence, **_SETTINGS[setting.kind]}
        if setting.group:
            group = {"description": _GROUPS[setting.group], "type": "object", "minProperties": 1}
            held = properties.setdefault(setting.group, group | {"additionalProperties": False, "properties": {}})
            held["properties"][name.removeprefix("max_")] = shape
        else:
            properties[name] = shape
    # The lists of words are written by hand.
    properties["words"] = schema["properties"]["words"] | {"description": config.TABLE["words"].sentence}
    # A file in which every setting is commented out holds nothing.
    return _text(schema | {"type": ["object", "null"], "properties": properties})


_GROUPS = {"limits": "Shares of an article's sentences."}

_STRING = {"type": "string", "minLength": 1}

#: What a setting of each kind may be.
_SETTINGS: Mapping[SettingKind, dict[str, object]] = {
    "language": {"type": "string", "pattern": "^[a-z]{2,3}$"},
    "encoding": _STRING,
    "count": {"type": "integer", "minimum": 1},
    "truth": {"type": "boolean"},
    "globs": {"type": "array", "items": _STRING, "minItems": 1},
    "paths": {"type": "array", "items": _STRING, "minItems": 1},
    "globs or none": {"type": "array", "items": _STRING},
    "severities": {
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"enum": [*CODES, *(code.name for code in CODES.values())]},
        "additionalProperties": {"enum": [*Severity, "ignore"]},
    },
    "share": {"type": "number", "minimum": 0, "maximum": 1},
    "keys": {"type": "object", "minProperties": 1, "additionalProperties": _STRING},
    "theme": {"enum": list(config.THEMES)},
    "words": {"type": "object"},
}

#: The schemas that hold something from a table, by file name.
SCHEMAS: Mapping[str, Callable[[], str]] = {
    "changes-1.schema.json": changes,
    "config-1.schema.json": settings,
    "labels-1.schema.json": labels,
}


def _held(name: str) -> dict[str, Any]:
    """Return a schema as it is; its parts that no table knows are written by hand."""
    schema: dict[str, Any] = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    return schema


def _text(schema: Mapping[str, object]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
