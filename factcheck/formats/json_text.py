"""JSON for programs that a terminal and a CI log may show as well."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from factcheck.formats.log_commands import inert_json
from factcheck.formats.text import marked


def json_text(document: object) -> str:
    """Return JSON that neither steers a terminal nor gives orders to a CI system: such characters are escapes of JSON.

    Bytes of file names that are no UTF-8 and lone surrogates become question marks.

    >>> json_text({"path": "##[debug]\\x1b.txt"})
    '{\\n  "path": "#\\\\u0023[debug]\\\\u001b.txt"\\n}\\n'
    """
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    text = text.encode("utf-8", "replace").decode()
    return inert_json(marked(text, lambda sign: sign if sign == "\n" else json.dumps(sign)[1:-1]))


def json_pieces(document: object, items: Iterable[object]) -> Iterator[str]:
    """Yield, item by item, the JSON of a document whose last empty list holds these items.

    >>> "".join(json_pieces({"a": []}, [1, {}])) == json_text({"a": [1, {}]})
    True
    """
    before, _, after = json_text(document).rpartition("[]")
    line = before[before.rfind("\n") + 1 :]
    margin = "\n" + " " * (len(line) - len(line.lstrip()))
    opening = f"{before}["
    for item in items:
        yield f"{opening}{margin}  " + json_text(item)[:-1].replace("\n", f"{margin}  ")
        opening = ","
    yield f"{opening}]{after}" if opening != "," else f"{margin}]{after}"
