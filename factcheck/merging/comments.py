"""The three-way merge of comment lines, which never conflict: nothing that a person wrote is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.merging.order import merged_order, one_after_the_other


def merged_comments(base: str, ours: str, theirs: str) -> str:
    """Return the merged comment lines: what either side added stays, block by block, and what it removed goes.

    >>> merged_comments("# a\\n", "# a\\n# ask Bob\\n# or Eve\\n", "# a\\n# done\\n")
    '# a\\n# ask Bob\\n# or Eve\\n# done\\n'
    """
    if ours in (theirs, base):
        return theirs
    if theirs == base:
        return ours
    before, here, there = (list(_numbered(text)) for text in (base, ours, theirs))
    kept = {line for line in (*here, *there) if line not in before or (line in here and line in there)}
    lines = merged_order(before, here, there, kept, join=one_after_the_other)
    return "".join(line.partition(" ")[2] for line in lines)


def _numbered(text: str) -> Iterator[str]:
    """Yield each line after how often it stood there before, so that no two are the same."""
    seen: Counter[str] = Counter()
    for line in text.splitlines(keepends=True):
        yield f"{seen[line]} {line}"
        seen[line] += 1


def merged_tails(base: str, ours: str, theirs: str) -> str:
    """Return what stands behind a value: one side's comment, or both where both wrote one."""
    if ours in (theirs, base):
        return theirs
    if theirs == base:
        return ours
    return "  " + " ".join(sorted(filter(None, (ours.strip(), theirs.strip()))))
