"""What the word lists say of a place; what follows from it is for the rules."""

from __future__ import annotations

from factcheck.languages.words import Words
from factcheck.text.sentences.sites import Site


def among(site: Site, listed: frozenset[str]) -> bool:
    """Tell whether the word before the marks is in the list, in any form that lists know.

    As it stands; with the single letter before it, as in "p. ex."; as the last part of one with hyphens or full stops.
    """
    before = site.before
    if before in listed:
        return True
    letter = site.earlier.removesuffix(".")
    if len(letter) < len(site.earlier) <= 3 and f"{letter}.{before}" in listed:
        return True
    return any(before.rpartition(inner)[2] in listed for inner in "-." if inner in before)


def abbreviated(site: Site, words: Words) -> bool:
    """Tell whether the word before the marks is in any list of abbreviations."""
    return any(
        among(site, listed)
        for listed in (words.titles, words.inner, words.before_numbers, words.abbreviations, words.endings)
    )


def starts(site: Site, words: Words) -> bool:
    """Tell whether the next word, or the Spanish mark before it, is one that starts sentences."""
    word = site.after.replace("’", "'")
    return "¿" in site.opening or "¡" in site.opening or word in words.starters or word.rstrip("'") in words.starters


def names(site: Site, words: Words) -> bool:
    """Tell whether the next word may start a name instead: *La Fontaine*, or one more initial."""
    particle = site.after.replace("’", "'") in words.particles and not site.later.islower()
    return particle or one_more_initial(site)


def one_more_initial(site: Site) -> bool:
    """Tell whether the next word is a single letter with a full stop."""
    return len(site.after) == 1 and site.between[:1] == "."
