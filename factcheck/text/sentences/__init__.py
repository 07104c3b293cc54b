"""Cut a text into sentences, by rules of our own over word lists of each language."""

from __future__ import annotations

import itertools
from array import array
from collections.abc import Iterator, Sequence

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred
from factcheck.languages import ALIASES, codes, sentence_words
from factcheck.languages.words import Words
from factcheck.model import Span
from factcheck.text.prose import NOTHING
from factcheck.text.sentences.paragraphs import Line, is_crowded, is_long, paragraph_at, paragraphs, passages
from factcheck.text.sentences.rules import ends
from factcheck.text.sentences.sites import look, marks

#: The version of the rules and lists together; it changes whenever a boundary may.
VERSION = "2"


def __getattr__(name: str) -> tuple[str, ...]:
    """Return `LANGUAGES`, the languages with word lists of their own, looked for only when somebody asks."""
    if name == "LANGUAGES":
        return (*codes(), *ALIASES)
    raise AttributeError(name)


def split(text: str, language: str, *, wrapped: bool | None = None) -> tuple[Span, ...]:
    """Return the sentences of `text`, in order, without the white space around them.

    Every character that is not white space is in exactly one of them. A line break ends a sentence, and no rule
    looks past one, save where it only wraps the lines.

    Args:
        text: Any text; of an article, its `prose`, whose `NOTHING` parts no words.
        language: An ISO 639 code; one that is not in `LANGUAGES` gets the rules that need no words.
        wrapped: Whether the lines are hard-wrapped; None finds out, for each break by itself.

    Raises:
        FactcheckError: The text holds half a surrogate pair, which no file in UTF-8 can.

    >>> split("M. Macron part. Il rit.", "fr")
    (Span(start=0, end=15), Span(start=16, end=23))
    """
    _refuse_surrogates(text)
    if NOTHING in text:
        kept, places = _without_nothing(text)
        return tuple(Span(places[start], places[end - 1] + 1) for start, end in split(kept, language, wrapped=wrapped))
    words = sentence_words(language)
    found = passages(paragraphs(text, words, wrapped=wrapped))
    stretches = itertools.chain.from_iterable(_stretches(text, passage, words) for passage in found)
    return tuple(span for start, end in stretches if (span := _trimmed(text, start, end)))


def _without_nothing(text: str) -> tuple[str, array[int]]:
    """Return the text without `NOTHING`, and the place in the text of each character that is left."""
    places = array("L", (place for place, char in enumerate(text) if char != NOTHING))
    return text.replace(NOTHING, ""), places


def _refuse_surrogates(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        code = ord(text[error.start])
        message = deferred("U+{code:04X} at {place} is half a character, not text", code=code, place=error.start)
        raise FactcheckError(message) from error


def _stretches(text: str, passage: Sequence[Line], words: Words) -> Iterator[Line]:
    """Yield the stretches that together make up the paragraphs of a passage."""
    crowded = is_long(passage) and is_crowded(text, passage[0][0], passage[-1][1])
    for start, end in passage:
        if crowded and is_crowded(text, start, end):
            yield start, end
        else:
            yield from _sentences(text, start, end, words)


def _sentences(text: str, start: int, end: int, words: Words) -> Iterator[Line]:
    """Yield the stretches that together make up a paragraph."""
    paragraph = None
    last = end - 1
    while text[last].isspace():
        last -= 1
    for match in marks().finditer(text, start, end):
        if match.end() > last:
            break  # nothing follows, so the paragraph ends the sentence
        paragraph = paragraph or paragraph_at(text, start, end)
        site = look(paragraph, match, start)
        if ends(site, words):
            yield start, site.end
            start = site.end
    yield start, end


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without the white space at its ends; None if there is nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
