"""The rules that go by the word a full stop follows; none of them sees any other mark."""

from __future__ import annotations

import re

from factcheck.languages.words import Words
from factcheck.text.sentences.lookup import among, names, one_more_initial, starts
from factcheck.text.sentences.marks import BULLETS, DASHES
from factcheck.text.sentences.sites import FAR, REACH, Site

_ROMAN = re.compile(r"[IVXLCDM]+")
_NUMBER = re.compile(r"\d|[IVXLCDM]+\b")
_ENUMERATOR = re.compile(r"\d{1,4}|[^\W\d_]|[IVX]+|[ivx]+|\d{1,2}(?:\.\d{1,2}){1,3}")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)*[^\W\d_]")
_ASIDE = re.compile(r"[(\[][^\W\d_]{1,6}")
_CLOSING = {")": "(", "]": "["}


def enumerator(site: Site, _: Words) -> bool | None:
    """A number or letter that begins a sentence numbers it: "2. Un élément"."""
    first = not site.earlier or site.earlier in BULLETS + DASHES
    return False if first and site.closers in {"", ")"} and _ENUMERATOR.fullmatch(site.before) else None


def after_closing(site: Site, _: Words) -> bool | None:
    """A second full stop, after the closing bracket or quote, ends the sentence whatever the first one did."""
    return True if "." in site.closers else None


def ending(site: Site, words: Words) -> bool | None:
    """Some abbreviations end a sentence before any capital: "etc."."""
    return True if among(site, words.endings) and not site.after[:1].isdigit() else None


def bracket(site: Site, words: Words) -> bool | None:
    """A bracket that opened inside the sentence ends it only before a word that starts one."""
    if site.closers[:1] not in _CLOSING:
        return None
    text = site.paragraph.text
    opened = text.rfind(_CLOSING[site.closers[0]], max(site.start, site.mark - FAR), site.mark)
    return starts(site, words) if text[site.start : max(opened, site.start)].strip() else None


def aside(site: Site, _: Words) -> bool | None:
    """The only word since an opening bracket is an abbreviation: "(pop. 12 000)"."""
    return False if _ASIDE.fullmatch(site.token) and not site.closers else None


def title(site: Site, words: Words) -> bool | None:
    """A title never ends a sentence, nor does an abbreviation that always stands before something."""
    return False if among(site, words.titles) or among(site, words.inner) else None


def before_number(site: Site, words: Words) -> bool | None:
    """A number belongs to the abbreviation before it: "No. 10", "art. 4"."""
    number = _NUMBER.match(site.after) and site.opening in {"", "("}
    return False if number and (among(site, words.before_numbers) or site.before.endswith(words.suffixes)) else None


def hour(site: Site, words: Words) -> bool | None:
    """A day after the time of day belongs to it: "at 5 p.m. Monday"."""
    return False if site.before in words.hours and site.after in words.days else None


def unit(site: Site, words: Words) -> bool | None:
    """A unit after a number ends a sentence before any capital, "18 h.", but not one that has only begun."""
    number = site.earlier[-1:].isdigit() or _ROMAN.fullmatch(site.earlier)
    counted = site.after[:1].isdigit() or one_more_initial(site)
    if not number or counted or site.before not in words.units:
        return None
    begun = len(site.paragraph.text[site.start : min(site.mark, site.start + REACH)].split()) < 5
    return starts(site, words) if begun else True


def abbreviation(site: Site, words: Words) -> bool | None:
    """An abbreviation ends a sentence only before a word that starts one, "J.-C." after "av." too."""
    era = site.earlier.rstrip(".") in words.eras and "." in site.before and _INITIALS.fullmatch(site.before)
    return starts(site, words) if era or among(site, words.abbreviations) else None


def initials(site: Site, words: Words) -> bool | None:
    """An initial or acronym ends a sentence only before a word that starts one and cannot start a name."""
    first_name = len(site.before) < 4 and site.before.istitle() and one_more_initial(site)
    if not first_name and not _INITIALS.fullmatch(site.before):
        return None
    return starts(site, words) and not names(site, words)


def ordinal(site: Site, words: Words) -> bool | None:
    """Where numbers make ordinals with a full stop, one ends a sentence only before a word that starts one.

    The number of something, as in "Nr. 5", is no ordinal.
    """
    number = (site.before.isdigit() and len(site.before) < 3) or _ROMAN.fullmatch(site.before)
    counted = site.earlier.rstrip(".") in words.before_numbers
    return starts(site, words) if words.ordinals and number and not counted else None
