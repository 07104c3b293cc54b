"""The rules that go by what follows the marks, and by marks that are more than one full stop."""

from __future__ import annotations

import re

from factcheck.languages import MARKED_NAMES
from factcheck.languages.words import Words
from factcheck.text.sentences.lookup import abbreviated, starts
from factcheck.text.sentences.marks import (
    BINDING,
    BRACKETS_CLOSE,
    BRACKETS_OPEN,
    CURRENCIES,
    DASHES,
    QUOTES_CLOSE,
    WIDE_CLOSE,
)
from factcheck.text.sentences.sites import REACH, Site

_SPACED_DOTS = ". . ."
#: One to three words with capitals, and the one after them.
_NAME = re.compile(r"\s(?:[^\W\d_]\.\s|[A-Z][\w'’-]*\s){1,3}([a-z]+)")
#: A quotation or a bracket that ends with the marks.
_CLOSED = re.compile(f"[{re.escape(QUOTES_CLOSE + BRACKETS_CLOSE + WIDE_CLOSE)}]")
_WORD = re.compile(r"[^\W\d_]+(?:['’*-]+[^\W\d_]+)*")


def binding_mark(site: Site, _: Words) -> bool | None:
    """A comma, a colon, a closing bracket or the currency of a number after the marks goes on with the sentence."""
    sign = site.between[:1]
    if site.after or not sign:
        return None
    return False if sign in BINDING or (sign in CURRENCIES and not site.later.isdigit()) else None


def lower_case(site: Site, words: Words) -> bool | None:
    """Lower case goes on with the sentence, save after the full stop of an ordinary word."""
    if not site.after[:1].islower():
        return None
    if not words.starters or (len(site.marks) > 1 and "." in site.marks) or abbreviated(site, words):
        return False
    return _capital_is_missing(site, words) if site.marks == "." else site.casual and not _CLOSED.search(site.closers)


def _capital_is_missing(site: Site, words: Words) -> bool:
    """Return whether a sentence starts here, only without the capital it should have."""
    before = site.before
    if site.closers or (site.opening and site.opening[0] in DASHES[1:]):
        return False
    if before[-1:] in QUOTES_CLOSE and words.lower_after_quotes:
        return False
    if before[-1:] in BRACKETS_CLOSE + "\"”»'’" or site.after in words.careless:
        return True
    if not _WORD.fullmatch(before):
        return False
    return len(before) >= (2 if site.casual else 3 if site.opening else 4 if before.islower() else 5)


def speaker(site: Site, words: Words) -> bool | None:
    """A name and a verb of saying after a quoted question attribute it: "“Why?” Smith asked."."""
    if not words.saying or site.marks == "." or site.closers[-1:] not in tuple(QUOTES_CLOSE) or site.opening:
        return None
    ahead = site.paragraph.text[site.end : min(site.end + REACH, site.paragraph.end)]
    name = _NAME.match(ahead)
    return False if name and name[1] in words.saying else None


def bracketed(site: Site, words: Words) -> bool | None:
    """Marks alone in brackets, "(...)" or "(!)", end nothing by themselves."""
    if not site.token or site.token not in BRACKETS_OPEN or site.closers[:1] not in tuple(BRACKETS_CLOSE):
        return None
    return site.earlier != "" and starts(site, words)


def marked_name(site: Site, words: Words) -> bool | None:
    """Some names are written with a mark of their own: "Yahoo! Mail", "Yahoo!ニュース"."""
    if site.marks not in {"!", "！"} or not site.before.endswith(MARKED_NAMES):
        return None
    if site.gap and site.after[:1].islower():
        return None
    return bool(site.gap) and starts(site, words)


def more_than_a_full_stop(site: Site, _: Words) -> bool | None:
    """Other marks end the sentence, now that what follows allows it; only three spaced dots never do."""
    if " ".join(site.marks.split()) == _SPACED_DOTS:
        return False
    return True if site.marks != "." else None
