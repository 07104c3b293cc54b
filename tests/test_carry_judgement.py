"""Which edits of a sentence are harmless, and how the others are named."""

from __future__ import annotations

import pytest

from factcheck.carry import Cause, Reason
from factcheck.carry.judgement import judge
from factcheck.carry.reasons import phrase
from factcheck.carry.spelling import slip
from factcheck.languages import edit_words
from factcheck.languages.edits import extended

HARMLESS = [
    ("fr", "Le maire dit: 'Non...'", "Le maire dit : « Non… »"),
    (
        "fr",
        "Près de 12 000 personnes - surtout des jeunes - étaient là.",
        "Près de 12 000 personnes – surtout des jeunes – étaient là.",
    ),
    ("fr", "L'usine a ferme apres la greve generale.", "L’usine a fermé après la grève générale."),
    ("fr", "A Brest, l'Etat negocie.", "À Brest, l'État negocie."),
    ("fr", "Les dégats sont visibles à Brest.", "Les dégâts sont visibles à Brest."),
    ("fr", "Le gouvernemnet a cédé à Brest.", "Le gouvernement a cédé à Brest."),
    ("fr", "Le gouvernement s'occuppe de tout.", "Le gouvernement s'occupe de tout."),
    ("fr", "Mais le port rouvre demain.", "Le port rouvre demain."),
    ("fr", "Par ailleurs, le port rouvre.", "Le port rouvre."),
    ("fr", "Le port, fermé hier rouvre.", "Le port, fermé hier, rouvre."),
    ("fr", "Un week-end calme.", "Un weekend calme."),
    ("fr", "Il reste trois blessés.", "Il reste 3 blessés."),
    ("fr", "La loi date de 18 h 30.", "La loi date de 18h30."),
    ("fr", "Un port plein de bœufs.", "Un port plein de boeufs."),
    ("en", "The minister said that the port is closed.", "The minister said the port is closed."),
    ("en", "A port which is closed costs money.", "A port that is closed costs money."),
    ("en", "It cost $2,500 in 2020.", "It cost $2500 in 2020."),
    ("en", "However, the port is closed.", "The port is closed."),
    ("en", "The goverment agreed.", "The government agreed."),
    ("en", "What To Consider In Ports", "What to consider in ports"),
    ("und", "Порт «закрыт»…", 'Порт "закрыт"...'),
]

CHANGED = [
    ("fr", "Il y a 310 blessés.", "Il y a 319 blessés.", Cause.NUMBER),
    ("fr", "Il y a trois blessés.", "Il y a quatre blessés.", Cause.NUMBER),
    ("fr", "Un trou de 5 km.", "Un trou de 5 m.", Cause.UNIT),
    ("fr", "Une hausse de 5 %.", "Une hausse de 5 points.", Cause.UNIT),
    ("fr", "Il fait -5 degrés.", "Il fait 5 degrés.", Cause.NUMBER),
    ("fr", "Le vote a lieu en mars.", "Le vote a lieu en mai.", Cause.DATE),
    ("fr", "Le maire a menti.", "Le maire n'a pas menti.", Cause.NEGATION),
    ("fr", "Le maire a menti.", "Le maire aurait menti.", Cause.MODALITY),
    ("fr", "Le maire doit partir.", "Le maire peut partir.", Cause.MODALITY),
    ("fr", "Le port est fermé.", "Selon le maire, le port est fermé.", Cause.ATTRIBUTION),
    ("fr", "Le maire affirme que tout va bien.", "Le maire reconnaît que tout va bien.", Cause.ATTRIBUTION),
    ("fr", "Plus de 300 morts.", "Près de 300 morts.", Cause.QUANTITY),
    ("fr", "Il vient avec armes.", "Il vient sans armes.", Cause.NEGATION),
    ("fr", "Il part avant le vote.", "Il part après le vote.", Cause.RELATION),
    ("fr", "Il a perdu son siège.", "Elle a perdu son siège.", Cause.PERSON),
    ("fr", "Le maire la soutient.", "Le maire le soutient.", Cause.WORD),
    ("fr", "Le procès de Martin commence.", "Le procès de Durand commence.", Cause.NAME),
    ("fr", "Monsieur Andersson est venu.", "Monsieur Anderson est venu.", Cause.NAME),
    ("fr", "Il parle d'un complot.", "Il parle d'un « complot ».", Cause.QUOTES),
    ("fr", "Le port va rouvrir.", "Le port va rouvrir ?", Cause.QUESTION),
    ("fr", "La ministre accuse par le juge.", "La ministre accusé par le juge.", Cause.ACCENT),
    ("fr", "Il va a Brest où il dort.", "Il va à Brest où il dort.", Cause.ACCENT),
    ("fr", "Le maire courait ce matin.", "Le maire courrait ce matin.", Cause.WORD),
    ("fr", "Le contrat est rompu.", "Le contact est rompu.", Cause.WORD),
    ("fr", "Ils changeaient de camp.", "Ils changeraient de camp.", Cause.WORD),
    ("fr", "Ministre la crise est finie.", "Ministre : la crise est finie.", Cause.COLON),
    ("fr", "Le chien mord le facteur.", "Le facteur mord le chien.", Cause.ORDER),
    ("en", "The port is closed.", "The port is not closed.", Cause.NEGATION),
    ("en", "He can leave.", "He can't leave.", Cause.NEGATION),
    ("en", "The killer fled.", "The alleged killer fled.", Cause.MODALITY),
    ("en", "He will leave.", "He may leave.", Cause.MODALITY),
    ("en", "It costs 2,5 more.", "It costs 25 more.", Cause.NUMBER),
    ("en", "He told us to go.", "He told US to go.", Cause.CASE),
    ("en", "The county agreed.", "The country agreed.", Cause.WORD),
    ("en", "A few officials agreed.", "Few officials agreed.", Cause.WORD),
    ("und", "Порт закрыт.", "Порт открыт.", Cause.LANGUAGE),
    ("und", "Port is closed.", "port is closed.", Cause.LANGUAGE),
]


@pytest.mark.parametrize(("language", "old", "new"), HARMLESS)
def test_a_harmless_edit_is_not_asked_about(language: str, old: str, new: str) -> None:
    """It says the same, provably: nobody needs to look."""
    assert judge(old, new, edit_words(language)) == ()
    assert judge(new, old, edit_words(language)) == ()


@pytest.mark.parametrize(("language", "old", "new", "cause"), CHANGED)
def test_any_other_edit_is_named(language: str, old: str, new: str, cause: Cause) -> None:
    """The reason says what kind of words changed, whichever way the edit went."""
    assert cause in {reason.cause for reason in judge(old, new, edit_words(language))}
    assert cause in {reason.cause for reason in judge(new, old, edit_words(language))}


def test_a_whole_article_whose_accents_are_restored_is_believed() -> None:
    """`accuse` may become `accusé` where all accents come back; modal words stay guarded."""
    words = edit_words("fr")
    assert judge("Le maire accuse hier.", "Le maire accusé hier.", words, accents=True) == ()
    assert judge("Il a du partir.", "Il a dû partir.", words, accents=True) == (Reason(Cause.ACCENT, "du", "dû"),)


def test_an_endless_sentence_is_not_judged() -> None:
    """Beyond any sentence's length somebody looks, in no time."""
    long = "mot " * 10_000
    reasons = judge(f"a {long}b", f"c {long}d", edit_words("fr"))
    assert reasons == (Reason(Cause.LONG),)


def test_a_newsroom_adds_words_of_its_own() -> None:
    """A word that two readings share is never taken for a slip once it is listed."""
    words = edit_words("fr")
    assert words
    old, new = "Le pleutrre est parti.", "Le pleutre est parti."
    assert judge(old, new, words) == ()
    more = extended(words, {"confusable": frozenset({"pleutre", "pleutrre"})})
    assert [reason.cause for reason in judge(old, new, more)] == [Cause.WORD]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("activies", "activities", True),
        ("allott", "allot", True),
        ("accident", "incident", False),
        ("demande", "demandes", False),
        ("résultat", "resultat", False),
        ("chat", "caht", False),
        ("information", "informations", False),
        ("xinformation", "information", False),
        ("employée", "employé", False),
    ],
)
def test_a_slip_is_inside_a_long_word(old: str, new: str, expected: bool) -> None:  # noqa: FBT001 - a column
    """Ends of words carry number, gender and tense: a slip there is no slip."""
    words = edit_words("fr")
    assert words
    assert slip(old, new, words) is slip(new, old, words) is expected


@pytest.mark.parametrize("cause", list(Cause))
@pytest.mark.parametrize(("old", "new"), [("", ""), ("a", ""), ("", "b"), ("a", "b")])
def test_every_reason_reads_in_french_and_english(cause: Cause, old: str, new: str) -> None:
    """No cause is without words, and the two languages differ."""
    reason = Reason(cause, old, new)
    assert phrase(reason, "en")
    assert phrase(reason, "fr")
    assert phrase(reason, "de") == phrase(reason, "en")
