"""Collect a field's comments, wherever YAML lets them stand, so that rewriting its value keeps them."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.sidecar.editing.lines import FieldLines

#: A block's first line: `|` or `>`, how it treats its ends, and what a person had to say of it.
_BLOCK_HEAD = re.compile(r"[|>][-+0-9]*\s+(#.*)")
_BESIDE = re.compile(r"\s*#.*")


def comments_of(field: FieldLines) -> FieldLines:
    """Return the field with every comment of its value beside or below it, where they outlive the value.

    Comments between a name and its value, and in the head of a block (`note: >-  # why`), would go with the lines of
    the value. The first comes to stand beside the field, the others below it.
    """
    beside = _BESIDE.search(field.tail)
    said = [*_before_value(field), *([beside[0]] if beside else [])]
    if not said:
        return field
    first, *others = said
    tail = first if beside and not others else f"  {first.strip()}"
    return replace(field, tail=tail, after=(*[f"  {line.strip()}" for line in others], *field.after))


def _before_value(field: FieldLines) -> list[str]:
    """Return the comments after the name of a field of ours and before its value begins."""
    first, *more = field.lines
    said: list[str] = []
    for line in map(str.strip, (first.partition(":")[2].removesuffix(field.tail), *more)):
        if line and not line.startswith("#"):
            head = _BLOCK_HEAD.fullmatch(line)
            return [*said, head[1]] if head else said
        said += [line] if line else []
    return said
