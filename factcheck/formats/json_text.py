"""JSON for programs that a terminal and a CI log may show as well."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from json.encoder import encode_basestring

from factcheck.formats.log_commands import inert_json
from factcheck.formats.text import marked


def json_text(document: object) -> str:
    """Return JSON that neither steers a terminal nor gives orders to a CI system: such characters are escapes of JSON.

    Bytes of file names that are no UTF-8 and lone surrogates become question marks.

    >>> json_text({"path": "##[debug]\\x1b.txt"})
    '{\\n  "path": "#\\\\u0023[debug]\\\\u001b.txt"\\n}\\n'
    """
    return inert_json(_spelt(document, "\n") + "\n")


def _spelt(value: object, line: str) -> str:
    """Return JSON as `json.dumps` has it with an indent of two; its own code for that is not in C and slow.

    Args:
        value: Of JSON's types.
        line: What begins a line in it: a line feed and its indent.
    """
    inner = f"{line}  "
    if isinstance(value, dict) and value:
        entries = f",{inner}".join([_name(key) + _spelt(item, inner) for key, item in value.items()])
        return f"{{{inner}{entries}{line}}}"
    if isinstance(value, list | tuple) and value:
        return f"[{inner}{f',{inner}'.join([_spelt(item, inner) for item in value])}{line}]"
    return _string(value) if isinstance(value, str) else json.dumps(value)


def _string(text: str) -> str:
    spelt = encode_basestring(text)
    if spelt.isascii() and spelt.isprintable():
        return spelt
    return marked(spelt.encode("utf-8", "replace").decode(), lambda sign: json.dumps(sign)[1:-1])


@lru_cache(maxsize=200)
def _name(name: str) -> str:
    """Return what stands before a value; the names in a report are few, and the same in each finding."""
    return _string(name) + ": "


def json_pieces(document: object, items: Iterable[object]) -> Iterator[str]:
    """Yield, item by item, the JSON of a document whose last empty list holds these items.

    >>> "".join(json_pieces({"a": []}, [1, {}])) == json_text({"a": [1, {}]})
    True
    """
    before, _, after = json_text(document).rpartition("[]")
    last = before[before.rfind("\n") + 1 :]
    line = "\n" + " " * (len(last) - len(last.lstrip()))
    opening = f"{before}["
    for item in items:
        yield f"{opening}{line}  {inert_json(_spelt(item, f'{line}  '))}"
        opening = ","
    yield f"{opening}]{after}" if opening != "," else f"{line}]{after}"
