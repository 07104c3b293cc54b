"""A new version of a source put into an article that was edited, or extracted by an older library: three texts."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred


def revised(base: Sequence[str], new: Sequence[str], current: Sequence[str]) -> list[str]:
    """Return the present paragraphs with what the source changed.

    Where article and old source are the same, this is the new source.

    Args:
        base: The paragraphs of the source as it was.
        new: Those of the source as it is.
        current: Those of the article.

    Raises:
        FactcheckError: A paragraph was changed on both sides.

    >>> revised(["a", "b", "c"], ["a", "B", "c"], ["a", "b", "c!"])
    ['a', 'B', 'c!']
    """
    changes = [change for change in _changes(base, new) if change[0] != "equal"]
    where = _positions(base, current)
    result = list(current)
    for _kind, start, end, new_start, new_end in reversed(changes):
        first, last = where[start], where[end]
        untouched = list(current[first:last]) == list(base[start:end])
        if not untouched or first > last:
            raise _conflict(base[start:end] or base[max(0, start - 1) : start])
        result[first:last] = new[new_start:new_end]
    return result


def _changes(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    return list(SequenceMatcher(None, list(before), list(after), autojunk=False).get_opcodes())


def _positions(base: Sequence[str], current: Sequence[str]) -> list[int]:
    """Return for each paragraph of the old source, and for its end, where in the article it begins."""
    where = [0] * (len(base) + 1)
    for kind, start, end, there, there_end in _changes(base, current):
        for index in range(start, end):
            where[index] = there + (index - start) if kind == "equal" else min(there + (index - start), there_end)
    where[len(base)] = len(current)
    return where


def _conflict(paragraphs: Sequence[str]) -> FactcheckError:
    said = paragraphs[0] if paragraphs else ""
    opening = said if len(said) <= 60 else f"{said[:59]}…"
    message = deferred("changed in the article and in its source, both at: {text}", text=opening)
    hint = deferred("Take the new version in under another name (--name), and put the two together by hand.")
    return FactcheckError(message, hint=hint)
