"""The reasons why an edit is not harmless, in words that a journalist reads; `outcome` has the values."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.carry.outcome import Cause, Kind, Reason
from factcheck.i18n import N_, deferred

#: For each cause, what it is called.
_NAMES: dict[Cause, str] = {
    Cause.NUMBER: N_("number"),
    Cause.UNIT: N_("unit"),
    Cause.DATE: N_("date or time"),
    Cause.NEGATION: N_("negation"),
    Cause.MODALITY: N_("how certain it is"),
    Cause.ATTRIBUTION: N_("who says it"),
    Cause.QUANTITY: N_("how much"),
    Cause.RELATION: N_("how things relate"),
    Cause.PERSON: N_("who is meant"),
    Cause.NAME: N_("name"),
    Cause.QUOTES: N_("quotation marks"),
    Cause.QUESTION: N_("question mark"),
    Cause.TONE: N_("exclamation mark"),
    Cause.COLON: N_("colon"),
    Cause.PUNCTUATION: N_("punctuation"),
    Cause.JOINED: N_("words joined or parted"),
    Cause.LINK: N_("link"),
    Cause.WORD: N_("wording"),
    Cause.ACCENT: N_("an accent makes another word"),
    Cause.CASE: N_("a capital makes another word"),
    Cause.ORDER: N_("the words are in another order"),
    Cause.PARTS: N_("divided or joined"),
    Cause.LONG: N_("too long to be judged"),
    Cause.LANGUAGE: N_("no word lists for this language: only typography is harmless"),
    Cause.SOURCE: N_("source"),
}

#: For each kind of harmless edit, what it is called.
_KINDS: dict[Kind, str] = {
    Kind.FORM: N_("how it is encoded, or kinds of space"),
    Kind.TYPOGRAPHY: N_("typography"),
    Kind.MARKUP: N_("markup"),
    Kind.LINK: N_("links"),
    Kind.ACCENTS: N_("accents"),
    Kind.CAPITALS: N_("capitals"),
    Kind.SPELLING: N_("spelling"),
    Kind.FIGURES: N_("how figures are written"),
    Kind.PUNCTUATION: N_("punctuation"),
    Kind.LINKING: N_("a linking phrase"),
}


def phrase(reason: Reason) -> str:
    """Return a reason in words, in English; `said` gives it in the language of the interface.

    >>> phrase(Reason(Cause.NUMBER, "11", "12"))
    'number: “11” became “12”'
    >>> phrase(Reason(Cause.NEGATION, "", "not"))
    'negation: “not” added'
    """
    name = deferred(_NAMES[reason.cause])
    if reason.cause is Cause.SOURCE:
        return deferred("no longer in the sentence: the source “{old}”", old=reason.old)
    if not reason.old and not reason.new:
        return name
    if reason.old and reason.new:
        return deferred("{name}: “{old}” became “{new}”", name=name, old=reason.old, new=reason.new)
    if reason.old:
        return deferred("{name}: “{old}” removed", name=name, old=reason.old)
    return deferred("{name}: “{new}” added", name=name, new=reason.new)


def kinds(found: Sequence[Kind]) -> str:
    """Return the kinds of a harmless edit in words, as `phrase` does.

    >>> kinds((Kind.TYPOGRAPHY, Kind.FIGURES))
    'typography, how figures are written'
    """
    if len(found) < 2:
        return deferred(_KINDS[found[0]]) if found else ""
    return deferred("{first}, {rest}", first=deferred(_KINDS[found[0]]), rest=kinds(found[1:]))
