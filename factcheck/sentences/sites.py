"""Where a sentence might end and what stands around each such place; whether it does end is for `rules`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: Marks that stand without a space before the next sentence.
WIDE = "。！？｡︒︕︖"
#: Marks of scripts that have their own full stop; nothing else is written with them.
OWN = "؟۔।॥።፧፨၊။។៕᠃᠉⸮‼⁇⁈⁉՞։"
ELLIPSIS = "…⋯"

CLOSERS = "»”’\"')]}›“«‹‘」』】）］〉》〕〗｝＂＇"
OPENERS = "«“‘\"'([{‹„‚»›”「『【（［〈《〔〖｛¿¡"
DASHES = "-–—―"

#: How far back and ahead a rule can see; a longer word is no abbreviation.
REACH = 40

_SITE = re.compile(
    rf"""
    (?P<marks>
        \.(?:\s\.){{2,}}(?:\s?\.)*                  # a spaced ellipsis
      | [.!?{ELLIPSIS}{WIDE}{OWN}]+ (?:\s[!?]+(?!\w))*
    )
    (?P<closers>
        (?:
            [{re.escape(CLOSERS)}] (?!\w)
          | [.!?{ELLIPSIS}{WIDE}]                 # '!".'
          | \s? » (?!\w)
          | \[\d{{1,3}}\]                           # a footnote
          | [¹²³⁴-⁹⁰]
        )*
    )
    (?P<gap>\s*)
    (?=
        (?P<opening>[{re.escape(OPENERS + DASHES)}\s]{{0,6}})
        (?P<after>\w{{0,{REACH}}}['’]?)
        (?P<then>\W{{0,3}})
        (?P<later>\w?)
    )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Site:
    """A place where a sentence might end."""

    #: Where it would end: after the marks and whatever closes with them.
    end: int
    #: The marks themselves: `.`, `...`, `?!`.
    marks: str
    #: Closing quotes, brackets and footnotes after them.
    closers: str
    #: The white space after that.
    gap: str
    #: The word that the marks follow, without opening punctuation, and the one before it.
    before: str
    earlier: str
    #: Quotes, brackets and dashes before the next word.
    opening: str
    #: The next word, with the apostrophe of an elision.
    after: str
    #: The first letter of the word after that.
    later: str


def sites(text: str, start: int, end: int) -> Iterator[Site]:
    """Yield every place in `text[start:end]` where a sentence might end, in order; none is at `end` itself."""
    for match in _SITE.finditer(text, start, end):
        if match.end() >= end:
            return
        words = text[max(start, match.start() - REACH) : match.start()].split()
        yield Site(
            end=match.end("closers"),
            marks=match["marks"],
            closers=match["closers"],
            gap=match["gap"],
            before=words[-1].lstrip(OPENERS) if words else "",
            earlier=words[-2].lstrip(OPENERS) if len(words) > 1 else "",
            opening=match["opening"],
            after=match["after"],
            later=match["later"],
        )
