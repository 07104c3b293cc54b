"""A draft made the text of an article: one paragraph a line, nothing said twice, nothing that cannot be written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from factcheck.errors import FactcheckError
from factcheck.i18n import deferred, deferred_count
from factcheck.intake.draft import SourceDraft
from factcheck.intake.prose import squeezed

#: A paragraph as long as this that comes twice was sent twice.
_LONG = 40
#: The headline, a subhead, byline, dateline and standfirst: where the headline may be said again.
_HEAD = 5
#: Rules and stars between parts of a text.
_RULE = re.compile(r"[-_*=~#+·•–—.\s|]+")
#: Characters that no text needs and no export may hold: controls, half surrogates, noncharacters, and the marks that
#: only say where a line may be broken or a file begins.
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufff9-\ufffb]")
_SOFT = re.compile("[\u00ad\ufeff]")
_BREAK = re.compile("[\x0b\x0c\x85\u2028\u2029]")


class Text:
    """The text of an article as it is to be written, and what there is to say about it."""

    def __init__(self, paragraphs: Sequence[str], remarks: Sequence[str]) -> None:
        """Hold paragraphs that are tidied already."""
        self.paragraphs = tuple(paragraphs)
        self.remarks = tuple(remarks)

    @property
    def data(self) -> bytes:
        """Return the bytes of the article's file."""
        return ("\n\n".join(self.paragraphs) + "\n").encode()


def composed_text(draft: SourceDraft) -> Text:
    """Return a draft's text: headline, subheads, byline and dateline, standfirst, body.

    Raises:
        FactcheckError: Nothing but a headline is in it.
    """
    odd: set[str] = set()
    body = _clean(draft.body, odd)
    if not any(any(map(str.isalnum, paragraph)) for paragraph in body):
        raise FactcheckError(
            deferred("there is no text in it to make an article of"), hint=deferred("Check that it is the right file.")
        )
    title = _clean([draft.facts.title], odd)
    head = [line for line in _clean(draft.head, odd) if not _opens(body, line)]
    standfirst = [text for text in _clean(draft.abstract, odd) if not _said(text, [*title, *body])]
    paragraphs, twice = _once([*title, *head, *standfirst, *body])
    return Text(paragraphs, [*draft.remarks, *_about(odd, twice)])


def clean_line(text: str) -> str:
    """Return text on one line without what cannot be written."""
    return squeezed(_SOFT.sub("", _UNWRITABLE.sub("", _BREAK.sub("\n", text))))


def _clean(paragraphs: Iterable[str], odd: set[str]) -> list[str]:
    """Return the paragraphs that say anything, each on one line; note the characters left out in `odd`."""
    cleaned = []
    for paragraph in paragraphs:
        odd.update(_UNWRITABLE.findall(paragraph))
        line = clean_line(paragraph)
        if line and not _RULE.fullmatch(line):
            cleaned.append(line)
    return cleaned


def _folded(text: str) -> str:
    """Return what a text says, whatever its case, spaces and marks at the end."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).rstrip(" .…[]")


def _said(text: str, others: Iterable[str]) -> bool:
    """Return whether a standfirst is the headline, a paragraph, or the beginning of one."""
    folded = _folded(text)
    return any(_folded(other).startswith(folded) for other in others)


def _opens(body: Sequence[str], line: str) -> bool:
    """Return whether the body begins with a byline or dateline itself."""
    folded = _folded(line).rstrip(" -–—")
    return bool(body) and any(_folded(paragraph).startswith(folded) for paragraph in body[:3])


def _once(paragraphs: Sequence[str]) -> tuple[list[str], int]:
    """Return the paragraphs without repeated headlines and without long ones that were there, and how many those are.

    A headline that is said again before the text begins is dropped however short.
    """
    kept: list[str] = []
    twice = 0
    for paragraph in paragraphs:
        again = len(paragraph) >= _LONG and paragraph in kept
        if again:
            twice += 1
        elif not (0 < len(kept) <= _HEAD and _folded(kept[0]) == _folded(paragraph)):
            kept.append(paragraph)
    return kept, twice


def _about(odd: set[str], twice: int) -> Iterable[str]:
    if odd:
        named = ", ".join(f"U+{ord(sign):04X}" for sign in sorted(odd))
        yield deferred("characters left out that no file of text may hold: {characters}", characters=named)
    if twice:
        yield deferred_count(
            "{count} paragraph that came twice is kept once", "{count} paragraphs that came twice are kept once", twice
        )
