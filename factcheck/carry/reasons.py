"""The reasons why an edit is not harmless, in words that a journalist reads; what they are is in `outcome.py`."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.carry.outcome import Cause, Kind, Reason

#: For each cause, what it is called in English and in French.
_NAMES: dict[Cause, tuple[str, str]] = {
    Cause.NUMBER: ("number", "nombre"),
    Cause.UNIT: ("unit", "unité"),
    Cause.DATE: ("date or time", "date ou durée"),
    Cause.NEGATION: ("negation", "négation"),
    Cause.MODALITY: ("how certain it is", "degré de certitude"),
    Cause.ATTRIBUTION: ("who says it", "qui le dit"),
    Cause.QUANTITY: ("how much", "quantité"),
    Cause.RELATION: ("how things relate", "lien logique"),
    Cause.PERSON: ("who is meant", "de qui on parle"),
    Cause.NAME: ("name", "nom"),
    Cause.QUOTES: ("quotation marks", "guillemets"),
    Cause.QUESTION: ("question mark", "point d'interrogation"),
    Cause.TONE: ("exclamation mark", "point d'exclamation"),
    Cause.COLON: ("colon", "deux-points"),
    Cause.PUNCTUATION: ("punctuation", "ponctuation"),
    Cause.JOINED: ("words joined or parted", "mots réunis ou séparés"),
    Cause.LINK: ("link", "lien"),
    Cause.WORD: ("wording", "formulation"),
    Cause.ACCENT: ("an accent makes another word", "un accent change le mot"),
    Cause.CASE: ("a capital makes another word", "une majuscule change le mot"),
    Cause.ORDER: ("the words stand in another order", "l'ordre des mots a changé"),
    Cause.PARTS: ("divided or joined", "phrase coupée ou réunie"),
    Cause.LONG: ("too long to be judged", "trop longue pour être jugée"),
    Cause.LANGUAGE: (
        "no word lists for this language: only typography is harmless",
        "pas de listes de mots pour cette langue : seule la typographie est sans effet",
    ),
    Cause.SOURCE: ("no longer in the sentence: the source", "la source n'est plus dans la phrase"),
}

#: For each kind of harmless edit, what it is called in English and in French.
_KINDS: dict[Kind, tuple[str, str]] = {
    Kind.FORM: ("how it is encoded, or kinds of space", "encodage ou types d'espaces"),
    Kind.TYPOGRAPHY: ("typography", "typographie"),
    Kind.MARKUP: ("markup", "balisage"),
    Kind.LINK: ("links", "liens"),
    Kind.ACCENTS: ("accents", "accents"),
    Kind.CAPITALS: ("capitals", "majuscules"),
    Kind.SPELLING: ("spelling", "orthographe"),
    Kind.FIGURES: ("how figures are written", "écriture des nombres"),
    Kind.PUNCTUATION: ("punctuation", "ponctuation"),
    Kind.LINKING: ("a linking phrase", "un mot de liaison"),
}

#: What happened to the words, in English and in French: they became others, went, came.
_TOLD = {
    "en": ("{name}: “{old}” became “{new}”", "{name}: “{old}” removed", "{name}: “{new}” added"),
    "fr": ("{name} : « {old} » devient « {new} »", "{name} : « {old} » supprimé", "{name} : « {new} » ajouté"),
}


def phrase(reason: Reason, language: str = "en") -> str:
    """Return a reason in words: French for `fr`, English for any other language.

    >>> phrase(Reason(Cause.NUMBER, "11", "12"), "fr")
    'nombre : « 11 » devient « 12 »'
    >>> phrase(Reason(Cause.NEGATION, "", "not"))
    'negation: “not” added'
    """
    spoken = "fr" if language == "fr" else "en"
    name = _NAMES[reason.cause][spoken == "fr"]
    if reason.cause is Cause.SOURCE:
        return f"{name} : « {reason.old} »" if spoken == "fr" else f"{name} “{reason.old}”"
    if not reason.old and not reason.new:
        return name
    became, removed, added = _TOLD[spoken]
    told = became if reason.old and reason.new else removed if reason.old else added
    return told.format(name=name, old=reason.old, new=reason.new)


def kinds(found: Sequence[Kind], language: str = "en") -> str:
    """Return the kinds of a harmless edit in words, in French or English as `phrase`.

    >>> kinds((Kind.TYPOGRAPHY, Kind.FIGURES))
    'typography, how figures are written'
    """
    return ", ".join(_KINDS[kind][language == "fr"] for kind in found)
