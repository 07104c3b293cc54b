"""The table of settings for people: the file that `factcheck init` writes, and the page docs/config.md."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import groupby

from factcheck.config import TABLE, otherwise

_WIDTH = 120

_TOP = """\
# Settings

<!-- Written by `make docs` from the table of settings; edits here are lost. -->

A file `factcheck.yaml` makes its folder a desk. Every setting is optional. `factcheck init` writes the file with all of
them commented out; `schemas/config-1.schema.json` says the same to editors.

The file may be YAML of any style; anchors, aliases and tags are refused. A setting that does not exist, or a value of
the wrong kind, is an error with its line and column, and nothing is done.
"""


#: Where `factcheck init` puts the schema, for editors with a YAML language server.
_MODELINE = "# yaml-language-server: $schema=schemas/config-1.schema.json"


def starter() -> str:
    """Return the file that `factcheck init` writes: each setting with what holds without it, commented out."""
    top = f"{_MODELINE}\n# Settings of this desk; every one is optional.\n"
    return top + "".join(map(_commented, _entries()))


def page() -> str:
    """Return the page on settings."""
    return _TOP + "".join(map(_section, _entries()))


#: A setting, or a mapping of several: its name, then its lines of YAML and what is said of each.
_Entry = tuple[str, str, tuple[str, ...]]


def _entries() -> Iterator[_Entry]:
    for name, settings in groupby(TABLE.items(), key=lambda item: item[1].group or item[0]):
        lines = f"{name}:"
        said: list[str] = []
        for inner, setting in settings:
            within = f"\n  {inner.removeprefix('max_')}:" if setting.group else ""
            lines += f"{within}{'' if setting.example.startswith(chr(10)) else ' '}{setting.example}"
            said.append(f"{setting.sentence} Without it: {otherwise(inner)}.")
        yield name, lines, tuple(said)


def _commented(entry: _Entry) -> str:
    _, lines, said = entry
    words = "\n".join(textwrap.fill(text, _WIDTH - 2) for text in said)
    return "\n" + textwrap.indent(f"{words}\n{lines}\n", "# ")


def _section(entry: _Entry) -> str:
    name, lines, said = entry
    words = "\n\n".join(textwrap.fill(text, _WIDTH, break_on_hyphens=False) for text in said)
    return f"\n## {name}\n\n{words}\n\n```yaml\n{lines}\n```\n"
