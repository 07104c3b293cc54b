"""Where a sentence might end and what stands around each such place; whether it does end is for `rules`."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from factcheck.text.sentences.marks import (
    BRACKETS_CLOSE,
    BULLETS,
    CLOSERS,
    DASHES,
    ELLIPSIS,
    ELSEWHERE,
    OPENERS,
    OWN,
    TYPED_CLOSE,
    WIDE,
    WIDE_CLOSE,
)

#: How far back and ahead a rule can see, in code points; a longer word is no abbreviation.
REACH = 40
#: How far back the start of a bracket is looked for.
FAR = 400

_FOOTNOTE = r"\s?\[\d{1,3}(?:\s?[-–,]\s?\d{1,3}){0,4}\]|[¹²³⁴-⁹⁰]"
_EMOJI = r"\s?[\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff]"

_MARKS = rf"""
    (?P<marks>
        \.(?:\s\.){{2,}}                                  # a spaced ellipsis
      | [.!?{ELLIPSIS}{WIDE}{OWN}]+ (?:\s[!?]+(?!\w)|\s[{ELLIPSIS}]+)*  # "Quoi ? !"
      | {"|".join(f"(?<=[{letters}]){mark}" for mark, letters in ELSEWHERE)}
    )
    (?P<closers>
        (?:
            [{re.escape(CLOSERS)}](?!\w)
          | [{WIDE_CLOSE}] | (?<=[{WIDE}{ELLIPSIS}])[”’"] | (?<=[{WIDE}])\s[”’」』]
          | \s?(?:{"|".join(TYPED_CLOSE)})(?!\w)
          | [.!?{ELLIPSIS}{WIDE}]                         # '!".'
          | \s?[»{re.escape(BRACKETS_CLOSE)}](?!\w)
          | {_FOOTNOTE}
          | {_EMOJI}
        )*
    )
"""

_AHEAD = rf"""
    (?P<gap>\s*)
    (?P<opening>(?:[{re.escape(OPENERS + DASHES + BULLETS)}\s]|,,(?=\w)|<<){{0,8}})
    (?P<after>\w{{0,{REACH}}}['’]?)
    (?P<between>[^\w\s]?\s{{0,2}})
    (?P<later>\w?)
"""

#: French and Italian articles and prepositions that lost their vowel.
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|\w*ll)['’](?=\w)", re.IGNORECASE)


#: The name of a host, whose last part abbreviates nothing.
_HOST = re.compile(r"(?:[\w-]+\.)*[\w-]{2,}\.[^\W\d_A-Z]{2,}")


class Paragraph(NamedTuple):
    """A stretch of text that no rule looks past, and what is true of the whole of it."""

    text: str
    start: int
    end: int
    #: Where straight quotes stand that close, though there is a space on either side of them.
    closing: frozenset[int]
    #: Its writer begins sentences with lower case.
    casual: bool


class Site(NamedTuple):
    """A place where a sentence might end, seen with at most `REACH` code points of its paragraph on either side.

    A tuple, because one is made for each mark of the text and a frozen dataclass takes three times as long to make.
    """

    paragraph: Paragraph
    #: Where the sentence so far starts, where the marks stand, and where it would end.
    start: int
    mark: int
    end: int
    #: The marks themselves: `.`, `...`, `?!`.
    marks: str
    #: Closing quotes, brackets and footnotes after them.
    closers: str
    #: The word that the marks follow as it stands there, opening punctuation included.
    token: str
    #: That word without opening punctuation and elided article.
    before: str
    #: The forms in which lists may hold it.
    forms: tuple[str, ...]
    #: The word before that one; empty where the sentence so far has no other.
    earlier: str
    #: The white space after marks and closers.
    gap: str
    #: Quotes, brackets, dashes and bullets before the next word.
    opening: str
    #: The next word, with the apostrophe of an elision; empty where no word follows.
    after: str
    #: What stands between it and the word after it, and the first letter of that one.
    between: str
    later: str

    @property
    def casual(self) -> bool:
        """Return whether its writer begins sentences with lower case."""
        return self.paragraph.casual


@functools.cache
def marks() -> re.Pattern[str]:
    """Return the pattern of marks with what closes with them; not compiled before an article is to be cut."""
    return re.compile(_MARKS, re.VERBOSE)


@functools.cache
def _ahead() -> re.Pattern[str]:
    return re.compile(_AHEAD, re.VERBOSE)


def look(paragraph: Paragraph, match: re.Match[str], start: int) -> Site:
    """Return the place after `match` of `marks()`, as it looks to a sentence that starts at `start`."""
    text = paragraph.text
    end = _past_closing_quotes(paragraph, match.end()) if paragraph.closing else match.end()
    ahead = _ahead().match(text, end, paragraph.end)
    assert ahead  # noqa: S101 - every part of the pattern may be empty
    words = text[max(start, match.start() - REACH) : match.start()].split()
    token = words[-1] if words else ""
    gap, opening, after, between, later = ahead.groups()
    earlier = words[-2].lstrip(OPENERS) if len(words) > 1 else ""
    before = _elided(token.lstrip(OPENERS + DASHES + BULLETS))
    closers = text[match.end("marks") : end]
    return Site(
        *(paragraph, start, match.start(), end, match["marks"], closers),
        *(token, before, _forms(before, earlier, after), earlier),
        *(gap, opening.strip(), after, between, later),
    )


def _forms(before: str, earlier: str, after: str) -> tuple[str, ...]:
    """Return a word as lists may hold it.

    As it stands; with the word before it, as in "p. ex."; as the last part of one with hyphens or full stops, unless
    that is a host or an address; without its capitals, among capitals.
    """
    forms = [before]
    first = earlier.removesuffix(".")
    if len(first) > 1 or first != earlier:
        forms.append(f"{first}.{before}")
    if "@" not in before and not ("." in before and _HOST.fullmatch(before)):
        forms += [before.rpartition(inner)[2] for inner in "-." if inner in before]
    if before.isupper() and _in_capitals(before, earlier or before if after[:1].isdigit() else after):
        forms += [before.capitalize(), before.lower()]
    return tuple(forms)


def _in_capitals(*words: str) -> bool:
    """Return whether the words are in capitals because everything is: "MR. TRUMP", "ART. 49"."""
    return all(len(word) > 1 and word.isupper() for word in words)


def _elided(word: str) -> str:
    article = _ELISION.match(word)
    return word[article.end() :] if article else word


def _past_closing_quotes(paragraph: Paragraph, end: int) -> int:
    following = end
    while following < paragraph.end and paragraph.text[following].isspace():
        following += 1
    return following + 1 if following in paragraph.closing else end
