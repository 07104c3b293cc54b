"""The rules for marks with no space after them: other scripts' own marks, and a space that was forgotten."""

from __future__ import annotations

import re

from factcheck.languages.words import Words
from factcheck.text.sentences.lookup import abbreviated, starts
from factcheck.text.sentences.marks import ELLIPSIS, OWN, WIDE
from factcheck.text.sentences.sites import FAR, Site

_ENDING = frozenset(WIDE + OWN)
_ADDRESS = re.compile(r"[/@.]|www")

#: How far from a closing quote the verb of saying may end, in code points.
_NEAR = 24
_HIRAGANA = re.compile("[\u3041-\u309f]")


def inside_brackets(site: Site, words: Words) -> bool | None:
    """No sentence ends inside brackets that the language keeps whole, such as those of a book's title."""
    text, start = site.paragraph.text, max(site.start, site.mark - FAR)
    for opening, closing in words.whole:
        inside = text.rfind(opening, start, site.mark) > text.rfind(closing, start, site.mark)
        if inside and closing not in site.closers and closing in text[site.end : site.end + FAR]:
            return False
    return None


def quoted(site: Site, words: Words) -> bool | None:
    """After a closing quote, a particle or a verb of saying goes on with the sentence."""
    if site.gap or not site.closers:
        return None
    following = site.paragraph.text[site.end : min(site.end + _NEAR, site.paragraph.end)]
    saying = "|".join(words.saying)
    spoken = saying and re.match(rf"[^，。、,：！？“”「」]*?(?:{saying})[道着了]?(?:[，。：,]|$)", following)
    return False if spoken or following[:1] in words.continuing else None


def particle(site: Site, words: Words) -> bool | None:
    """A particle right after the marks makes them part of a name or of what is quoted: "モーニング娘。の歌"."""
    after = site.after
    if site.gap or site.closers or not words.continuing or not after:
        return None
    alone = after[0] in words.continuing and len(after) > 1 and not _HIRAGANA.match(after[1])
    return False if alone or after.startswith(tuple(word for word in words.continuing if len(word) > 1)) else None


def without_space(site: Site, words: Words) -> bool | None:
    """Some marks need no space after them; in "mot.Mot" it is missing; all else without one is a single word."""
    if site.gap:
        return None
    if site.marks[-1] in _ENDING:
        return not (site.marks == "．" and site.after[:1].isdigit())
    if _east_asian(site.after) and site.marks[-1] not in ELLIPSIS:
        return _east_asian(site.before[-1:]) or site.marks[-1] == "?"
    if site.opening:
        return bool(site.closers) and site.after[:1].isupper()
    return _space_is_missing(site, words)


def _east_asian(word: str) -> bool:
    """Return whether the word begins with kana or an ideograph."""
    return "\u2e80" <= word[:1] <= "\u9fff"


def _space_is_missing(site: Site, words: Words) -> bool:
    before, after = site.before, site.after
    address = _ADDRESS.search(site.token) or site.between[:1] in {"@", "."} or (before.istitle() and len(after) < 4)
    if len(site.marks) > 1 or address or abbreviated(site, words) or not before[-2:].islower() or len(before) < 2:
        return False
    letter = len(after.rstrip("'’")) == 1 and site.between[:1] in {"", " "} and starts(site, words)
    asked = site.marks in "?!" and len(before) > 2 and len(after) > 2
    return (after[:1].isupper() and (after[1:2].islower() or letter)) or (asked and after.isalpha())
