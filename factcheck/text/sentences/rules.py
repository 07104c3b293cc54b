"""Whether a sentence ends at a place: the rules in the order in which they are asked, and the vote itself."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.languages.words import Words
from factcheck.text.sentences import following, full_stops, unspaced
from factcheck.text.sentences.sites import Site

#: A rule ends the sentence (True), holds it together (False), or has nothing to say (None).
BoundaryRule = Callable[[Site, Words], bool | None]

RULES: tuple[BoundaryRule, ...] = (
    # No space after the marks.
    unspaced.inside_brackets,
    unspaced.quoted,
    unspaced.particle,
    following.marked_name,
    unspaced.without_space,
    # What follows the marks.
    following.binding_mark,
    following.lower_case,
    following.speaker,
    # Marks other than one full stop.
    following.bracketed,
    following.more_than_a_full_stop,
    # From here on, a full stop: what it stands in and which word it follows.
    full_stops.after_closing,
    full_stops.enumerator,
    full_stops.dash,
    full_stops.ending,
    full_stops.bracket,
    full_stops.aside,
    full_stops.hour,
    full_stops.unit,
    full_stops.title,
    full_stops.before_number,
    full_stops.month,
    full_stops.state,
    full_stops.company,
    full_stops.abbreviation,
    full_stops.initials,
    full_stops.ordinal,
)


def ends(site: Site, words: Words) -> bool:
    """Return whether the sentence ends at this place: the first rule with an answer decides; without one it does."""
    for rule in RULES:
        answer = rule(site, words)
        if answer is not None:
            return answer
    return True
