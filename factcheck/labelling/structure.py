"""What an article is besides a row of sentences: where its paragraphs begin, and which sentences are headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.model import Record, RecordId

#: A heading is no longer than this, in code points, and ends otherwise than a sentence does.
_LONGEST_HEADING = 120
_SENTENCE_END = re.compile(r"[.!?…。！？؟।։:;,][»”\"'’)\]\s]*$")
_ATX = re.compile(r"^ {0,3}#{1,6}[ \t]")
_UNDERLINE = re.compile(r"[ \t]*\r?\n {0,3}(?:=+|-+)[ \t]*(?:\r?\n|$)")


class Structure(NamedTuple):
    """An article's structure, by the ids of its records."""

    #: The sentences that begin a paragraph, but for the first.
    begins: frozenset[RecordId] = frozenset()
    headings: frozenset[RecordId] = frozenset()


class _Place(NamedTuple):
    """Where a sentence stands, and how many line breaks there are before it."""

    record: Record
    start: int
    breaks: int


def structure(article: str, records: Sequence[Record]) -> Structure:
    """Return the structure of an article; an empty one where the records do not stand in it.

    A blank line begins a paragraph; in a text without one every line break does, unless every sentence has a line of
    its own. A heading is marked as Markdown does it, or stands alone, is short and ends without a full stop.
    """
    places = _places(article, records)
    least = 2 if any(place.breaks > 1 for place in places[1:]) else 1
    begins = [at > 0 and place.breaks >= least for at, place in enumerate(places)]
    if all(begins[1:]) and least == 1:
        begins = [False] * len(places)
    headings = {
        place.record.id
        for at, place in enumerate(places)
        if _marked(article, place)
        or (_alone(begins, at) and at + 1 < len(places) and _short(place.record.text) and least > 1)
    }
    return Structure(frozenset(p.record.id for p, yes in zip(places, begins, strict=True) if yes), frozenset(headings))


def _places(article: str, records: Sequence[Record]) -> list[_Place]:
    places: list[_Place] = []
    position = 0
    for record in records:
        start = article.find(record.text, position)
        if start < 0:
            return []
        places.append(_Place(record, start, article.count("\n", position, start)))
        position = start + len(record.text)
    return places


def _alone(begins: Sequence[bool], at: int) -> bool:
    """Return whether a sentence is a paragraph of its own."""
    return (at == 0 or begins[at]) and (at + 1 == len(begins) or begins[at + 1])


def _short(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and not _SENTENCE_END.search(text)


def _marked(article: str, place: _Place) -> bool:
    line = article.rfind("\n", 0, place.start) + 1
    end = place.start + len(place.record.text)
    return bool(_ATX.match(article[line : place.start + 1]) or (place.breaks and _UNDERLINE.match(article, end)))
