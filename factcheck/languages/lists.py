"""How a language's file writes its lists: words divided by white space, `_` for a space inside a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

#: The lists of one part of a file, by name.
Lists = Mapping[str, str]


def words(lists: Lists, name: str) -> frozenset[str]:
    """Return the words and phrases of a list; none where the file has no such list.

    >>> sorted(words({"leading": "but in_fact"}, "leading"))
    ['but', 'in fact']
    """
    return frozenset(_split(lists, name))


def pairs(lists: Lists, name: str) -> dict[str, str]:
    """Return a list of `word=meaning` pairs.

    >>> pairs({"numbers": "two=2 three=3"}, "numbers")
    {'two': '2', 'three': '3'}
    """
    return {word: meaning for word, _, meaning in (entry.partition("=") for entry in _split(lists, name))}


def groups(lists: Lists, name: str) -> tuple[frozenset[str], ...]:
    """Return a list of groups `word=word=word`.

    >>> [sorted(group) for group in groups({"alike": "that=which"}, "alike")]
    [['that', 'which']]
    """
    return tuple(frozenset(entry.split("=")) for entry in _split(lists, name))


def inflected(lists: Lists, name: str) -> frozenset[str]:
    """Return the forms of a list of lines `endings: stems`, where `-` is a stem without an ending.

    >>> sorted(inflected({"regular": "- s: say add"}, "regular"))
    ['add', 'adds', 'say', 'says']
    """
    found = re.findall(r"([^:]+):([^:]*(?=\n[^:\n]*:)|[^:]*$)", lists.get(name, ""))
    return frozenset(
        stem + ending.strip("-") for endings, stems in found for stem in stems.split() for ending in endings.split()
    )


def _split(lists: Lists, name: str) -> Iterator[str]:
    return (entry.replace("_", " ") for entry in lists.get(name, "").split())
