"""What the word lists say of a place, for the rules to conclude from."""

from __future__ import annotations

from factcheck.languages.words import Words
from factcheck.text.sentences.sites import REACH, Site


def among(site: Site, listed: frozenset[str]) -> bool:
    """Return whether the word before the marks is in the list, in any form that lists know."""
    return not listed.isdisjoint(site.forms)


def abbreviated(site: Site, words: Words) -> bool:
    """Return whether the word before the marks is in any list of abbreviations, or a unit after its number."""
    if site.before in words.units and site.earlier[-1:].isdigit():
        return True
    return among(site, words.abbreviating)


def starts(site: Site, words: Words) -> bool:
    """Return whether the next word, or the Spanish mark before it, is one that starts sentences."""
    word = site.after.replace("’", "'")
    if "¿" in site.opening or "¡" in site.opening or word in words.starters or word.rstrip("'") in words.starters:
        return True
    return word in words.courtesies and not has_only_begun(site)


def has_only_begun(site: Site) -> bool:
    """Return whether the sentence so far has fewer than five words, as "At 5 p.m." has."""
    return len(site.paragraph.text[site.start : min(site.mark, site.start + REACH)].split()) < 5


def names(site: Site, words: Words) -> bool:
    """Return whether the next word may start a name instead: *La Fontaine*, or one more initial."""
    particle = site.after.replace("’", "'") in words.particles and not site.later.islower()
    return particle or one_more_initial(site)


def one_more_initial(site: Site) -> bool:
    """Return whether the next word is a single letter with a full stop."""
    return len(site.after) == 1 and site.between[:1] == "."
