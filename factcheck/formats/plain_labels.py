"""A sidecar as lines that `git diff` can compare: one sentence a line, its label before it.

In English whatever the language of the interface: git keeps them, and compares those of one day with another's.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from factcheck.formats.text import visible
from factcheck.model import Record, Sidecar
from factcheck.sidecar.fields import KINDS, FieldKind

_WIDTH = 11


def plain_labels(sidecar: Sidecar) -> str:
    """Return the sidecar's sentences, each with its label; what else is said about one stands below it."""
    yours = f"labels of {sidecar.annotator}" if sidecar.annotator else "decisions"
    lines = [f"{yours} on {sidecar.article}"]
    lines += [line for record in sidecar.sentences for line in _record(record)]
    if sidecar.retired:
        lines += ["retired:", *(line for record in sidecar.retired for line in _record(record))]
    return "".join(f"{visible(line)}\n" for line in lines)


def torn_labels(ours: Sidecar, theirs: Sidecar, names: tuple[str, str]) -> str:
    """Return both sides of a file in conflict as one: git's markers around the lines in which they differ.

    Args:
        ours: One side.
        theirs: The other.
        names: What the sides are called.
    """
    one, other = (plain_labels(side).splitlines(keepends=True) for side in (ours, theirs))
    top, bottom = (visible(f"{sign * 7} {name}") for sign, name in zip("<>", names, strict=True))
    lines: list[str] = []
    for kind, start, end, start_other, end_other in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            lines += one[start:end]
            continue
        lines += [f"{top}\n", *one[start:end], "=======\n", *other[start_other:end_other], f"{bottom}\n"]
    return "".join(lines)


def _record(record: Record) -> Iterator[str]:
    label = record.label or ("skip" if record.skip else "unlabelled")
    yield f"{label:{_WIDTH}} \u201c{' '.join(record.text.split())}\u201d"
    for name, kind in KINDS.items():
        if kind in {FieldKind.STRING, FieldKind.FLAG} and (value := getattr(record, name)):
            waiting = f"{record.was_label or 'nothing'} on \u201c{record.was}\u201d"
            said = waiting if name == "was" else "yes" if kind is FieldKind.FLAG else value
            yield f"{'':{_WIDTH}}   {name}: {' '.join(said.split())}"
