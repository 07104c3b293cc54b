"""Which edits of a sentence are harmless, and how the others are named."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from factcheck import i18n
from factcheck.carry import Cause, Judgement, Kind, Reason
from factcheck.carry.dictionary import _words as dictionary
from factcheck.carry.dictionary import like
from factcheck.carry.judgement import judge
from factcheck.carry.reasons import kinds as kinds_in_words
from factcheck.carry.reasons import phrase
from factcheck.carry.spelling import slip
from factcheck.languages import edit_words
from factcheck.languages.edits import extended
from factcheck.text.tokens import tokens

#: Edits that say the same, by kind.
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
    ("fr", "Par ailleurs, le port rouvre.", "Le port rouvre."),
    ("fr", "Un week-end calme.", "Un weekend calme."),
    ("fr", "Il reste trois blessés.", "Il reste 3 blessés."),
    ("fr", "La loi date de 18 h 30.", "La loi date de 18h30."),
    ("fr", "Un port plein de bœufs.", "Un port plein de boeufs."),
    ("en", "The minister said that the port is closed.", "The minister said the port is closed."),
    ("en", "A port which is closed costs money.", "A port that is closed costs money."),
    ("en", "It cost $2,500 in 2020.", "It cost $2500 in 2020."),
    ("en", "However, the port is closed.", "The port is closed."),
    ("en", "What To Consider In Ports", "What to consider in ports"),
    ("und", "Порт «закрыт»…", 'Порт "закрыт"...'),
    ("en", "The [mayor](http://a) left.", "The mayor left."),
    ("en", "The [mayor](http://a) left.", "The [mayor](http://b) left."),
    ("en", "The **mayor** left.", "The mayor left."),
    ("fr", "Le maire[^1] part.", "Le maire part."),
    ("fr", "<em>Le maire</em> part.", "Le maire part."),
    ("fr", "Le&nbsp;maire part.", "Le maire part."),
    ("fr", "La guerre de 1914-1918 fut longue.", "La guerre de 1914 - 1918 fut longue."),
    ("fr", "Le taux est de 7.5 points.", "Le taux est de 7,5 points."),
    ("fr", "Il y a deux cents morts.", "Il y a 200 morts."),
    ("en", "It is 5 percent.", "It is 5%."),
    ("en", "He did not go.", "He didn't go."),
    ("en", "The colour is red.", "The color is red."),
    ("en", "The dog lost it's bone.", "The dog lost its bone."),
    ("fr", "Quatre-vingt-dix-sept morts à Brest.", "97 morts à Brest."),
    ("fr", "Cinq pour cent des gens.", "5 % des gens."),
    ("en", "“It is,” he said.", '"It is", he said.'),
    ("xx", "Порт закрыт", "Порт закрыт."),
    ("en", "In spring the port is closed.", "In spring, the port is closed."),
    ("en", "Two hundred men came.", "200 men came."),
    ("en", "They've left and can't return.", "They have left and cannot return."),
    ("en", "The organisation realised this.", "The organization realized this."),
    ("fr", "Les maires élu hier", "Les maires élu hier."),
    ("fr", "Mr. Roux est là.", "Mr Roux est là."),
    ("fr", "Le Président est venu.", "Le président est venu."),
    ("fr", "Le maire, toutefois, part.", "Le maire toutefois part."),
    ("fr", "Il a dit, « Non ».", "Il a dit « Non »."),
    ("en", "He uses Github daily.", "He uses GitHub daily."),
    ("fr", "Il paie 1 000 000 euros.", "Il paie 1000000 euros."),
    ("en", "It costs 1,000,000 euros.", "It costs 1000000 euros."),
    ("en", "Visit <https://a.b/c> now.", "Visit https://a.b/c now."),
    ("fr", "Le cout des degats est eleve apres l'ete.", "Le coût des dégâts est élevé après l'été."),
    ("fr", "Le maire d'Evry", "Le maire d'Évry"),
    ("fr", "Il dit « non » ; il part.", "Il dit « non », il part."),
    ("en", "What To Consider In Ports", "What to consider in ports"),
    ("en", "It fell by .5 percent.", "It fell by 0.5 percent."),
    ("fr", "cœur", "coeur"),
]

#: Edits that only a dictionary can tell to be harmless: one form is no word.
SLIPS = [
    ("fr", "Le gouvernemnet a cédé à Brest.", "Le gouvernement a cédé à Brest."),
    ("fr", "Le gouvernement s'occuppe de tout.", "Le gouvernement s'occupe de tout."),
    ("en", "The goverment agreed.", "The government agreed."),
    ("en", "The activies ended.", "The activities ended."),
]

#: Edits that might say something else: each slipped through a list of words once, and stands for its kind.
DOUBTFUL = [
    ("en", "Johnson resigned on Monday.", "Johnston resigned on Monday."),
    ("fr", "Martine est partie lundi.", "Marine est partie lundi."),
    ("en", "He is now here with us.", "He is nowhere with us."),
    ("fr", "Par ce que dit le maire, tout va.", "Parce que dit le maire, tout va."),
    ("fr", "Il viendra bien tôt demain.", "Il viendra bientôt demain."),
    ("en", "Then-President Obama spoke.", "President Obama spoke."),
    ("fr", "Alors ministre de la Justice, il a signé.", "Ministre de la Justice, il a signé."),
    ("fr", "Bref passage du maire à Brest.", "Passage du maire à Brest."),
    ("fr", "Il en a deux de plus.", "Il en a deux."),
    ("en", "The minister said the prosecutor was lying.", "The minister, said the prosecutor, was lying."),
    ("fr", "Jean, Pierre et Marie sont venus.", "Jean-Pierre et Marie sont venus."),
    ("fr", "Jean, Pierre et Marie sont venus.", "Jean Pierre et Marie sont venus."),
    ("en", 'He said "he [Trump] lied" yesterday.', 'He said "he Trump lied" yesterday.'),
    ("fr", "Macron : la France ment.", "Macron, la France ment."),
    ("fr", "Il lit le Monde chez lui.", "Il lit le monde chez lui."),
    ("fr", "Il a vu Pierre hier.", "Il a vu pierre hier."),
    ("fr", "Le temps peut être long.", "Le temps peut-être long."),
    ("en", "A man eating shark was seen.", "A man-eating shark was seen."),
    ("en", "He ate the ~~not~~ cake.", "He ate the cake."),
    ("en", "It has 10<sup>9</sup> cells.", "It has 109 cells."),
    ("en", "Let's eat, grandma.", "Let's eat grandma."),
    ("en", "He said the bridge was closed, and the mayor left.", "He said the bridge was closed and the mayor left."),
    ("en", "The suspects were freed.", "Suspects were freed."),
    ("fr", "Il n'a vu que Paul.", "Il n'a vu Paul."),
    ("en", "He said so that the port closes.", "He said so the port closes."),
    ("fr", "« Il a dit « non » hier »", "« Il a dit » non « hier »"),
    ("en", "The workers' rights.", "The workers rights."),
    ("en", "Five cents were paid.", "Five percent were paid."),
    ("fr", "L'État est en faillite dans ce pays.", "L'état est en faillite dans ce pays."),
    ("fr", "Il a été nommé, ou plutôt élu.", "Il a été nommé ou plutôt élu."),
    ("en", "No, he left.", "No he left."),
    ("fr", "Non, coupable.", "Non coupable."),
    ("en", "It cost $1.500 there.", "It cost $1,500 there."),
    ("fr", "Il y a 1.500 morts.", "Il y a 1 500 morts."),
    ("en", "Score 5-3", "Score 53"),
    ("en", "He'd leave.", "He had leave."),
    ("en", "Dr. No, 5", "Dr. No 5"),
    ("fr", "Le prix est de 5,500 euros.", "Le prix est de 5 500 euros."),
    ("en", "He is good… He is not.", "He is good. He is not."),
    ("en", "It fell by 2.5 percent.", "It fell by 25 percent."),
    ("fr", "Il pèse 3 à 4 kg.", "Il pèse 34 kg."),
    ("fr", "Dix sept personnes sont là, vingt.", "Dix, sept personnes sont là, vingt."),
    ("en", "Two hundred men.", "Two, hundred men."),
    ("en", "The officer who shot him fled.", "The officer whom shot him fled."),
    ("fr", "Le pays membre a voté.", "Les pays membre a voté."),
    ("fr", "Le médecin accusé hier", "Le médecin accusée hier"),
    ("fr", "Les filles du médecin accusé hier", "Les filles du médecin accusées hier"),
    ("fr", "Trois policiers blesse", "Trois policiers blessés"),
    ("en", "[Paris](a) agreed.", "[London](a) agreed."),
    ("en", "The US agreed.", "The us agreed."),
    ("en", "Unemployment is at -5 now.", "Unemployment is at 5 now."),
    ("en", "He went from A-B to C.", "He went from A to C."),
    ("en", "All but, the mayor left.", "All but the mayor left."),
    ("en", "Every day the crowd grew.", "Everyday the crowd grew."),
    ("en", "He may be here.", "He maybe here."),
    ("fr", "Il est sans doute là.", "Il est sans, doute là."),
    ("en", "a | b", "a c b"),
    ("en", "However hard, he tries.", "Hard, he tries."),
    ("en", "However the bill ended, the state pays.", "The bill ended, the state pays."),
    ("fr", "De plus en plus, il ment.", "En plus, il ment."),
    ("fr", "Aussi, il ment.", "Il ment."),
    ("en", "It's charged.", "It is charged."),
    ("fr", "Deux cent trois morts.", "203 mort."),
    ("en", "Three-year-old children.", "Three year-old children."),
    ("en", "The president's men.", "The presidents men."),
    ("en", "I can not go.", "I can go."),
    ("fr", "Une vingtaine de morts.", "20 de morts."),
    ("en", "He paid .5 percent.", "He paid 5 percent."),
    ("en", "Trump: I won.", "Trump I won."),
    ("fr", "Mais le port rouvre demain.", "Le port rouvre demain."),
    ("fr", "Le port, fermé hier rouvre.", "Le port, fermé hier, rouvre."),
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


needs_dictionary = pytest.mark.skipif(not like("maison", "fr"), reason="the extra `spelling` is not installed")


def both_ways(language: str, old: str, new: str) -> list[Judgement]:
    """Return what is found out about an edit and about its undoing."""
    words = edit_words(language)
    return [judge(old, new, words), judge(new, old, words)]


@pytest.mark.parametrize(("language", "old", "new"), HARMLESS)
def test_a_harmless_edit_is_not_asked_about(language: str, old: str, new: str) -> None:
    """It says the same, provably: nobody needs to look."""
    assert [found.reasons for found in both_ways(language, old, new)] == [(), ()]


@needs_dictionary
@pytest.mark.parametrize(("language", "old", "new"), SLIPS)
def test_a_slip_is_not_asked_about_where_a_dictionary_knows_it(language: str, old: str, new: str) -> None:
    """A form that is no word says nothing of its own."""
    assert [found.reasons for found in both_ways(language, old, new)] == [(), ()]


@pytest.mark.parametrize(("language", "old", "new"), SLIPS)
def test_without_a_dictionary_a_slip_is_asked_about(
    language: str, old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The core is right without the extra: it only asks more."""
    monkeypatch.setattr("factcheck.carry.dictionary._words", lambda _: frozenset())
    monkeypatch.setattr("factcheck.carry.dictionary._accented", lambda _: {})
    assert all(found.reasons for found in both_ways(language, old, new))


@pytest.mark.parametrize(("language", "old", "new"), DOUBTFUL)
def test_what_might_say_something_else_is_asked_about(language: str, old: str, new: str) -> None:
    """In doubt somebody looks: it costs one key."""
    assert all(found.reasons for found in both_ways(language, old, new))


@pytest.mark.parametrize(("language", "old", "new", "cause"), CHANGED)
def test_any_other_edit_is_named(language: str, old: str, new: str, cause: Cause) -> None:
    """The reason says what kind of words changed, whichever way the edit went."""
    for found in both_ways(language, old, new):
        assert cause in {reason.cause for reason in found.reasons}


@pytest.mark.parametrize("language", ["fr", "en"])
@needs_dictionary
def test_no_word_becomes_another_without_a_question(language: str) -> None:
    """Two words of the dictionary that are a letter apart, or joined and parted, are never taken for one."""
    words = sorted(known for known in dictionary(language) if known.isascii() and known.islower() and known.isalpha())
    chosen = random.Random(7).sample([word for word in words if 4 < len(word) < 14], 1_500)
    kept = [pair for pair in _near(chosen, frozenset(words)) if _kept(language, *pair)]
    assert [pair for pair in kept if not _variants(language, *pair)] == []


def _near(chosen: list[str], words: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield words with another that lacks a letter, has two swapped, is parted, or parted with a hyphen."""
    for word in chosen:
        for i in range(1, len(word)):
            for other in (word[:i] + word[i + 1 :], word[:i] + word[i + 1 : i + 2] + word[i] + word[i + 2 :]):
                if other != word and other in words:
                    yield word, other
            if word[:i] in words and word[i:] in words:
                yield word, f"{word[:i]} {word[i:]}"
                yield word, f"{word[:i]}-{word[i:]}"
                yield f"{word[:i]} {word[i:]}", f"{word[:i]}-{word[i:]}"


def _kept(language: str, one: str, other: str) -> bool:
    around = {"fr": "Le maire de Brest {} hier soir.", "en": "The mayor of Bath {} last night."}[language]
    return any(found.harmless for found in both_ways(language, around.format(one), around.format(other)))


def _variants(language: str, one: str, other: str) -> bool:
    """Return whether the lists say that two words are one: colour and color, week-end and weekend."""
    words = edit_words(language)
    assert words
    keys = [[token.key for token in tokens(word, words)] for word in (one, other)]
    return keys[0] == keys[1] or any("".join(key) in words.compounds for key in keys)


def test_accents_restored_in_a_whole_article_are_believed_and_named() -> None:
    """`accuse` may become `accusé` where all accents come back, but is shown; modal words stay guarded."""
    words = edit_words("fr")
    found = judge("Le maire accuse hier.", "Le maire accusé hier.", words, accents=True)
    assert found == Judgement((), (Kind.ACCENTS,), (Reason(Cause.ACCENT, "accuse", "accusé"),))
    guarded = judge("Il a du partir.", "Il a dû partir.", words, accents=True)
    assert guarded.reasons == (Reason(Cause.ACCENT, "du", "dû"),)


def test_accents_restored_in_a_whole_sentence_need_a_word_that_is_none_without() -> None:
    """`reelu` shows that the copy had no accents; `blesse et tue` may well be meant."""
    assert all(
        found.harmless for found in both_ways("fr", "Le depute blesse est reelu.", "Le député blessé est réélu.")
    )
    assert not any(found.harmless for found in both_ways("fr", "Il blesse et tue.", "Il blessé et tué."))


def test_words_of_capitals_are_guarded_like_others() -> None:
    """What an accent makes another word in small letters, it makes another in a headline; not at its first letter."""
    words = edit_words("fr")
    assert words
    for word in words.accent_matters:
        for at, letter in enumerate(word):
            for accented in {"a": "àâ", "e": "éèê", "u": "ùû", "o": "ô", "i": "î"}.get(letter, "") if at else "":
                other = word[:at] + accented + word[at + 1 :]
                headlines = [f"LE MAIRE {one.upper()} HIER" for one in (word, other)]
                assert not any(found.harmless for found in both_ways("fr", *headlines)), headlines


def test_number_words_that_are_other_words_are_no_figures_alone() -> None:
    """*neuf* is new as well as nine, *sei* are as well as six; in a number of several words there is no doubt."""
    for language, frame, word, figure in (
        ("fr", "Le bus {} a brûlé.", "neuf", "9"),
        ("it", "Tu {} qui.", "sei", "6"),
        ("nl", "Zij {} het zand.", "zeven", "7"),
        ("de", "Gib {} darauf.", "acht", "8"),
    ):
        words = edit_words(language)
        assert words
        assert word in words.homographs
        assert not any(found.harmless for found in both_ways(language, frame.format(word), frame.format(figure)))
    assert all(found.harmless for found in both_ways("fr", "Il a vingt-neuf ans.", "Il a 29 ans."))
    assert all(found.harmless for found in both_ways("fr", "Il a huit ans.", "Il a 8 ans."))


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("Le maire a\u0301 Brest.", "Le maire á Brest.", [Kind.FORM]),
        ("Il y a 5\u00a0000 morts.", "Il y a 5 000 morts.", [Kind.FORM]),
        ("« Oui »", '"Oui"', [Kind.TYPOGRAPHY]),
        ("[Oui](a)", "[Oui](b)", [Kind.LINK]),
        ("**Oui**, dix.", "Oui, 10.", [Kind.FIGURES]),
        ("En effet, l'Etat paie.", "L'État paie.", [Kind.ACCENTS, Kind.LINKING]),
    ],
)
def test_what_is_kept_says_of_what_kind_it_is(old: str, new: str, kinds: list[Kind]) -> None:
    """Words that look the same are not shown as different: the kind is."""
    assert [list(found.kinds) for found in both_ways("fr", old, new)] == [kinds, kinds]


def test_a_link_that_leads_elsewhere_is_named() -> None:
    """The words are the same, and what changed is told."""
    found = judge("[Oui](https://a.fr/1), dit-il.", "[Oui](https://a.fr/2), dit-il.", edit_words("fr"))
    assert found.named == (Reason(Cause.LINK, "https://a.fr/1", "https://a.fr/2"),)


def test_an_endless_sentence_is_not_judged() -> None:
    """Beyond any sentence's length somebody looks, in no time."""
    long = "mot " * 10_000
    assert judge(f"a {long}b", f"c {long}d", edit_words("fr")).reasons == (Reason(Cause.LONG),)
    one, other = ("x".join(f" mot{n}" for n in range(k, 900 + k)) for k in (0, 1_000))
    assert judge(one, other, edit_words("fr")).reasons == (Reason(Cause.LONG),)


@pytest.mark.parametrize(
    "piece", ["[", "*", "_a", "`", "<a ", "<!--", "[a](", "**a", "*a ", "[a]()", "«", '"', "'a", "1 "]
)
def test_nothing_takes_long(piece: str) -> None:
    """However often a sign of markup or typography is repeated, it is judged in time that grows with it."""
    text = piece * (40_000 // len(piece))
    judge(f"a {text}", f"b {text}", edit_words("fr"))


@needs_dictionary
def test_a_newsroom_adds_words_of_its_own() -> None:
    """A word that no dictionary has is never taken for a slip once it is listed."""
    words = edit_words("fr")
    assert words
    old, new = "Le plleutre est parti.", "Le pleutre est parti."
    assert judge(old, new, words).harmless
    more = extended(words, {"confusable": frozenset({"plleutre"})})
    assert [reason.cause for reason in judge(old, new, more).reasons] == [Cause.WORD]


@needs_dictionary
@pytest.mark.parametrize(
    ("language", "old", "new", "expected"),
    [
        ("en", "activies", "activities", True),
        ("en", "allott", "allot", True),
        ("fr", "accident", "incident", False),
        ("fr", "demande", "demandes", False),
        ("fr", "résultat", "resultat", False),
        ("fr", "chat", "caht", False),
        ("fr", "information", "informations", False),
        ("fr", "xinformation", "information", False),
        ("fr", "employée", "employé", False),
        ("fr", "Gouvernemnet", "Gouvernement", False),
        ("fr", "dernieres", "derniers", False),
        ("en", "villages", "villagers", False),
    ],
)
def test_a_slip_is_inside_a_long_word(language: str, old: str, new: str, *, expected: bool) -> None:
    """Ends of words carry number, gender and tense: a slip there is no slip, nor is one between two words."""
    assert slip(old, new, language) is slip(new, old, language) is expected


@pytest.fixture
def french() -> None:
    """Speak French in a test."""
    assert i18n.use("fr")


@pytest.mark.parametrize("cause", list(Cause))
@pytest.mark.parametrize(("old", "new"), [("", ""), ("a", ""), ("", "b"), ("a", "b")])
@pytest.mark.usefixtures("french")
def test_every_reason_reads_in_french_and_english(cause: Cause, old: str, new: str) -> None:
    """No cause is without words; what machines read stays English."""
    reason = phrase(Reason(cause, old, new))
    assert reason
    assert i18n.said(reason) != reason


@pytest.mark.usefixtures("french")
def test_every_kind_of_harmless_edit_reads_in_french_and_english() -> None:
    """No kind is without words."""
    words = kinds_in_words(list(Kind))
    assert len(words.split(", ")) >= len(Kind)
    assert i18n.said(words).split(", ")[1] == "typographie"
