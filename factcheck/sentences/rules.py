"""Whether a sentence ends at a place: the rules, in the order in which they are asked."""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.languages import Words
from factcheck.sentences.sites import DASHES, OWN, WIDE, Site

#: A rule ends the sentence, holds it together, or has nothing to say.
Rule = Callable[[Site, Words], bool | None]

ENDS, HOLDS = True, False

_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)*[^\W\d_]")
_ADDRESS = re.compile(r"://|@|^www\.|/")


def ends(site: Site, words: Words) -> bool:
    """Tell whether the sentence ends at this place: the first rule with an answer decides."""
    for rule in RULES:
        answer = rule(site, words)
        if answer is not None:
            return answer
    return ENDS


def without_space(site: Site, _: Words) -> bool | None:
    """Marks of their own script need no space; "mot.Mot" lacks one; anything else is one word."""
    if site.gap:
        return None
    if site.marks[-1] in WIDE + OWN:
        return ENDS
    glued = site.marks in {".", "!", "?"} and site.before[-2:].islower() and len(site.before) > 1
    sentence = site.after[:1].isupper() and site.after[1:2].islower() and not site.opening
    return ENDS if glued and sentence and not _ADDRESS.search(site.before) and "." not in site.before else HOLDS


def punctuation_follows(site: Site, _: Words) -> bool | None:
    """A comma after the marks or their quotes goes on with the sentence."""
    return None if site.after or site.opening else HOLDS


def lower_case_follows(site: Site, words: Words) -> bool | None:
    """Lower case is attribution or goes on, save after the full stop of an ordinary long word."""
    if not site.after[:1].islower():
        return None
    slip = site.marks == "." and not site.closers and not site.opening and site.before.isalpha()
    ordinary = len(site.before) >= 4 and site.before.islower() and not _listed(site.before, words)
    return ENDS if slip and ordinary else HOLDS


def called_or_asked(site: Site, _: Words) -> bool | None:
    """A question or exclamation mark before anything but lower case ends it."""
    return ENDS if "?" in site.marks or "!" in site.marks else None


def own_mark(site: Site, _: Words) -> bool | None:
    """A mark that only ends sentences ends them."""
    return ENDS if site.marks[-1] in WIDE + OWN else None


def ellipsis(site: Site, _: Words) -> bool | None:
    """Three dots before a capital end it."""
    return ENDS if len(site.marks) > 1 or site.marks == "…" else None


def closed(site: Site, _: Words) -> bool | None:
    """A full stop inside a closing quote or bracket ends it."""
    return ENDS if site.closers else None


def title(site: Site, words: Words) -> bool | None:
    """A title never ends it, nor does an abbreviation that always stands before something."""
    return HOLDS if site.before in words.titles or site.before in words.inner else None


def before_number(site: Site, words: Words) -> bool | None:
    """A number belongs to the abbreviation before it: "No. 10", "art. 4"."""
    return HOLDS if site.before in words.before_numbers and site.after[:1].isdigit() else None


def abbreviation(site: Site, words: Words) -> bool | None:
    """An initial, an acronym or an abbreviation ends it only before a word that starts sentences."""
    if site.before in words.abbreviations or (site.earlier.rstrip(".") in words.eras and "." in site.before):
        return _starts(site, words)
    if not _INITIALS.fullmatch(site.before):
        return None
    particle = _key(site.after) in words.particles and not site.later.islower()
    return _starts(site, words) and not particle


def ordinal(site: Site, words: Words) -> bool | None:
    """Where numbers make ordinals with a full stop, one ends it only before a word that starts sentences."""
    return _starts(site, words) if words.ordinals and site.before.isdigit() and len(site.before) < 3 else None


RULES: tuple[Rule, ...] = (
    without_space,
    punctuation_follows,
    lower_case_follows,
    called_or_asked,
    own_mark,
    ellipsis,
    closed,
    title,
    before_number,
    abbreviation,
    ordinal,
)


def _listed(word: str, words: Words) -> bool:
    return word in words.titles or word in words.inner or word in words.abbreviations or word in words.before_numbers


def _key(word: str) -> str:
    return word.replace("’", "'")


def _starts(site: Site, words: Words) -> bool:
    key = _key(site.after)
    dash = site.opening.strip() in DASHES and site.opening.strip() != ""
    return key in words.starters or key.rstrip("'") in words.starters or dash
