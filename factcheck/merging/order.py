"""The order of the records in a merged list; `merge` decides which records they are.

The article alone says what order is right, so two orders never conflict: `carry` puts right what a merge of texts
did in another way. What counts here is that the outcome does not depend on whose side is whose.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

#: How what each side put in one place becomes one run.
_Join = Callable[[Sequence[str], Sequence[str]], tuple[str, ...]]


def interleaved(ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Return both runs as one, taking the smaller of the two heads each time.

    Each run keeps its order, and three people's runs come to the same whichever two are merged first.
    """
    runs = [list(ours), list(theirs)]
    found = []
    while all(runs):
        found.append(min(runs, key=lambda run: run[0]).pop(0))
    return (*found, *runs[0], *runs[1])


def one_after_the_other(ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Return both runs as one, neither of them torn apart."""
    first, second = sorted((tuple(ours), tuple(theirs)))
    return (*first, *second)


def merged_order(
    base: Sequence[str],
    ours: Sequence[str],
    theirs: Sequence[str],
    kept: Collection[str],
    *,
    join: _Join = interleaved,
) -> tuple[str, ...]:
    """Return those of the ids in `kept` that either side has, each where it stands among its neighbours.

    What both sides have keeps the order of the side that moved something; what only one side has stands after
    whatever it followed there, and `join` says in which order where both have something there.

    >>> merged_order("abc", "axbc", "acby", "abcxy")
    ('a', 'x', 'c', 'b', 'y')
    """
    ours, theirs = ([name for name in side if name in kept] for side in (ours, theirs))
    if ours == theirs:
        return tuple(ours)
    common = set(ours) & set(theirs)
    backbone = _backbone(*([name for name in side if name in common] for side in (base, ours, theirs)))
    after_ours, after_theirs = _followers(ours, common), _followers(theirs, common)
    found: list[str] = []
    for name in ("", *backbone):
        found += [name] if name else []
        found += join(after_ours.get(name, []), after_theirs.get(name, []))
    return tuple(found)


def _backbone(base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
    """Return the order of the side that moved something; where both did, the one that sorts first."""
    if ours == theirs:
        return ours
    known = set(base)
    moved = [side for side in (ours, theirs) if [name for name in side if name in known] != base]
    return moved[0] if len(moved) == 1 else min(ours, theirs)


def _followers(side: Sequence[str], common: Collection[str]) -> dict[str, list[str]]:
    """Return the ids that only this side has, by the common id that they follow; empty for none."""
    found: dict[str, list[str]] = {}
    last = ""
    for name in side:
        if name in common:
            last = name
        else:
            found.setdefault(last, []).append(name)
    return found
