"""The rules that go by the word a full stop follows; none of them sees any other mark."""

from __future__ import annotations

import re

from factcheck.languages.words import Words
from factcheck.text.sentences.lookup import abbreviated, among, has_only_begun, names, one_more_initial, starts
from factcheck.text.sentences.marks import BULLETS, DASHES, OPENERS
from factcheck.text.sentences.sites import FAR, REACH, Site

_ROMAN = re.compile(r"[IVXLCDM]+")
_NUMBER = re.compile(r"\d|[IVXLCDM]+\b")
_QUANTITY = re.compile(r"\s*\d+\s?([^\W\d_]+)\b")
_YEAR = re.compile(r"\d{4}")
_ENUMERATOR = re.compile(r"\d{1,4}|[^\W\d_]|[IVX]+|[ivx]+|\d{1,2}(?:\.\d{1,2}){1,3}")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)*[^\W\d_]")
_ASIDE = re.compile(r"[(\[][^\W\d_]{1,6}")
_LEADING = OPENERS + BULLETS + DASHES + " \t\u00a0\u202f"
#: The short name of a law.
_ACRONYM = re.compile(r"[^\W\d_a-z][^\W\d_]*[A-Z]")
_CLOSING = {")": "(", "]": "["}


def enumerator(site: Site, _: Words) -> bool | None:
    """A number or letter that begins a sentence numbers it: "2. Un élément"."""
    if site.closers not in {"", ")"} or not _ENUMERATOR.fullmatch(site.before) or site.mark - site.start > REACH:
        return None
    lead = site.paragraph.text[site.start : site.mark - len(site.before)]
    return None if lead.strip(_LEADING) else False


def dash(site: Site, words: Words) -> bool | None:
    """A dash goes on after an abbreviation and after the number of an article: "3 déc. – Les", "Art. 1er. – Les"."""
    if not site.opening or site.opening[0] not in DASHES or among(site, words.endings):
        return None
    numbered = site.before[:1].isdigit() and site.earlier.rstrip(".") in words.numbered
    return False if numbered or abbreviated(site, words) else None


def after_closing(site: Site, _: Words) -> bool | None:
    """A second full stop, after the closing bracket or quote, ends the sentence whatever the first one did."""
    return True if "." in site.closers else None


def ending(site: Site, words: Words) -> bool | None:
    """Some abbreviations end a sentence before any capital, "etc.", save a law after its number: "433 ff. BGB"."""
    if not among(site, words.endings) or site.after[:1].isdigit():
        return None
    return not (site.earlier[-1:].isdigit() and _ACRONYM.fullmatch(site.after))


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
    if not number or site.closers:
        return None
    small = among(site, words.before_small_numbers) and not _YEAR.match(site.after) and site.earlier not in words.saying
    return False if small or among(site, words.before_numbers) or site.before.endswith(words.suffixes) else None


def hour(site: Site, words: Words) -> bool | None:
    """A time of day ends a sentence before any capital, save before a day, a month or a zone: "at 5 p.m. Monday"."""
    if site.before not in words.hours:
        return None
    if site.after in words.days:
        return False
    return not has_only_begun(site) if site.after[:1].isupper() and not one_more_initial(site) else None


def unit(site: Site, words: Words) -> bool | None:
    """A unit after a number ends a sentence before any capital, "18 h."; a year's sign not one that has only begun."""
    number = site.earlier[-1:].isdigit() or _ROMAN.fullmatch(site.earlier)
    if not number or site.before not in words.units or one_more_initial(site):
        return None
    if site.after[:1].isdigit():
        return False if _counts(site, words) else None
    return starts(site, words) if site.before in words.years and has_only_begun(site) else True


def _counts(site: Site, words: Words) -> bool:
    """Return whether what follows is a number with a unit of its own: "6 ft. 2 in."."""
    text, end = site.paragraph.text, min(site.end + REACH, site.paragraph.end)
    another = _QUANTITY.match(text, site.end, end)
    return another is not None and another[1] in words.units


def month(site: Site, words: Words) -> bool | None:
    """A month's name is an abbreviation beside a number only: "Jan. 5", "le 3 janv. à Brest"."""
    if not among(site, words.months):
        return None
    dated = any(map(str.isdigit, site.earlier))
    if site.after[:1].isdigit() and not site.opening:
        return False if dated or site.before[0].isupper() or _YEAR.match(site.after) else None
    return starts(site, words) if dated else None


def state(site: Site, words: Words) -> bool | None:
    """A state after its town has a comma after it too; a capital starts a sentence: "in Stamford, Conn. Officials"."""
    if site.before not in words.states:
        return None
    ended = site.earlier.endswith(",") and not site.opening and site.after[:1].isupper() and not has_only_begun(site)
    return ended or starts(site, words)


def company(site: Site, words: Words) -> bool | None:
    """A capital and a lower-case word after a company's form start a sentence: "at Exxon Corp. Analysts were"."""
    if site.before not in words.companies or site.opening or not site.after[:1].isupper():
        return None
    return True if site.between.isspace() and site.later.islower() and not has_only_begun(site) else None


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
    counted = site.earlier.rstrip(".") in words.numbered
    return starts(site, words) if words.ordinals and number and not counted else None
