"""Edits in the languages beside French and English: what each language's lists let pass, and what they do not."""

from __future__ import annotations

import pytest

from factcheck.carry.judgement import judge
from factcheck.languages import edit_languages, edit_words

HARMLESS = [
    ("es", "El 5 % votó «no».", 'El 5 por ciento votó "no".'),
    ("es", "Sin embargo, el alcalde se va.", "El alcalde se va."),
    ("es", "Costó 10.000,5 euros.", "Costó 10.000,5 euros"),
    ("es", "Tras la huelga el puerto abre.", "Tras la huelga, el puerto abre."),
    ("es", "El Presidente habló.", "El presidente habló."),
    ("es", "Hay dos heridos.", "Hay 2 heridos."),
    ("es", "Subió 7.5 puntos hoy", "Subió 7.5 puntos hoy."),
    ("it", "L’Italia paga.", "L'Italia paga."),
    ("it", "Tuttavia, il porto chiude.", "Il porto chiude."),
    ("it", "Il 5 per cento vota.", "Il 5% vota."),
    ("it", "Dopo lo sciopero il porto apre.", "Dopo lo sciopero, il porto apre."),
    ("it", "Ci sono tre feriti.", "Ci sono 3 feriti."),
    ("pt", "No entanto, o porto fecha.", "O porto fecha."),
    ("pt", "Há dois feridos.", "Há 2 feridos."),
    ("pt", "Após a greve o porto abre.", "Após a greve, o porto abre."),
    ("pt", "O Presidente falou.", "O presidente falou."),
    ("de", "Es waren 10.000 Menschen.", "Es waren 10 000 Menschen."),
    ("de", "Die Strasse ist zu.", "Die Straße ist zu."),
    ("de", "Es sind fünf Prozent.", "Es sind 5 %."),
    ("de", "„Nein“, sagte er.", "»Nein«, sagte er."),
    ("de", "Es gab drei Verletzte.", "Es gab 3 Verletzte."),
    ("nl", "Het zijn 10.000 mensen.", "Het zijn 10 000 mensen."),
    ("nl", "Bovendien, de haven is dicht.", "De haven is dicht."),
    ("nl", "Vijf procent stemt.", "5 % stemt."),
    ("nl", "De President sprak.", "De president sprak."),
    ("uk", "П’ять відсотків голосів.", "5 % голосів."),
    ("uk", "Однак, порт закрито.", "Порт закрито."),
    ("uk", "«Ні», сказав він.", '"Ні", сказав він.'),
    ("uk", "Порт закрито", "Порт закрито."),
    ("ar", "قال إن الميناء مغلق؟", "قال إن الميناء مغلق?"),
    ("ar", "بلغ العدد ٥٠٠ شخص.", "بلغ العدد 500 شخص."),
    ("ar", "ارتفع 5 بالمئة.", "ارتفع 5%."),
    ("ar", "الميناء مغلق", "الميناء مغلق."),
]

#: With the cause that is named.
ASKED = [
    ("es", "El alcalde mintió.", "El alcalde no mintió.", "negation"),
    ("es", "El público votó.", "El publico votó.", "accent"),
    ("es", "Él mas tarde vino.", "Él más tarde vino.", "accent"),
    ("es", "Los policías que dispararon huyeron.", "Los policías, que dispararon, huyeron.", "punctuation"),
    ("es", "Murieron 310.", "Murieron 319.", "number"),
    ("es", "El alcalde habla.", "El alcalde hablo.", "word"),
    ("es", "Según el alcalde, llueve.", "Llueve.", "attribution"),
    ("it", "Il sindaco mente.", "Il sindaco non mente.", "negation"),
    ("it", "Lui e Paolo.", "Lui è Paolo.", "accent"),
    ("it", "Potrebbe partire.", "Può partire.", "modality"),
    ("it", "Gli agenti che hanno sparato fuggono.", "Gli agenti, che hanno sparato, fuggono.", "punctuation"),
    ("it", "Il Foglio scrive al Giornale.", "Il Foglio scrive al giornale.", "case"),
    ("pt", "O prefeito mentiu.", "O prefeito não mentiu.", "negation"),
    ("pt", "Ele e Paulo.", "Ele é Paulo.", "accent"),
    ("pt", "Ela pode sair.", "Ela deve sair.", "modality"),
    ("pt", "Antes da greve o porto fecha.", "Depois da greve o porto fecha.", "relation"),
    ("de", "Der Bürgermeister lügt.", "Der Bürgermeister lügt nicht.", "negation"),
    ("de", "Es ist schon da.", "Es ist schön da.", "accent"),
    ("de", "Er konnte gehen.", "Er könnte gehen.", "accent"),
    ("de", "Die Masse ist gross.", "Die Maße ist gross.", "accent"),
    ("de", "Die Polizisten die schossen flohen.", "Die Polizisten, die schossen, flohen.", "punctuation"),
    ("de", "Er kam vor Montag.", "Er kam nach Montag.", "relation"),
    ("de", "Es kostet 2.50 Euro.", "Es kostet 250 Euro.", "number"),
    ("de", "Die Grünen sind da.", "Die grünen sind da.", "case"),
    ("nl", "De burgemeester liegt.", "De burgemeester liegt niet.", "negation"),
    ("nl", "Hij moet gaan.", "Hij mag gaan.", "modality"),
    ("nl", "De agenten die schoten vluchtten.", "De agenten, die schoten, vluchtten.", "punctuation"),
    ("nl", "Minstens 30 doden.", "Hoogstens 30 doden.", "quantity"),
    ("uk", "Мер збрехав.", "Мер не збрехав.", "negation"),
    ("uk", "Він може піти.", "Він мусить піти.", "modality"),
    ("uk", "Мій порт закрито.", "Мии порт закрито.", "person"),
    ("uk", "Поліцейські які стріляли втекли.", "Поліцейські, які стріляли, втекли.", "punctuation"),
    ("ar", "الميناء مغلق.", "الميناء ليس مغلق.", "negation"),
    ("ar", "كتب الرجل.", "كُتِب الرجل.", "accent"),
    ("ar", "بلغ العدد 500.", "بلغ العدد 600.", "number"),
    ("ar", "قد يغادر الرجل.", "يغادر الرجل.", "modality"),
]


@pytest.mark.parametrize(("language", "old", "new"), HARMLESS)
def test_a_harmless_edit_is_not_asked_about(language: str, old: str, new: str) -> None:
    """Typography, figures, linking phrases, commas that change nothing: in each language as it writes them."""
    words = edit_words(language)
    assert [judge(old, new, words).reasons, judge(new, old, words).reasons] == [(), ()]


@pytest.mark.parametrize(("language", "old", "new", "cause"), ASKED)
def test_any_other_edit_is_named(language: str, old: str, new: str, cause: str) -> None:
    """Negations, modal verbs, figures, accents that make another word, relative clauses."""
    words = edit_words(language)
    for found in (judge(old, new, words), judge(new, old, words)):
        assert cause in {reason.cause for reason in found.reasons}


def test_every_language_with_lists_has_cases() -> None:
    """French and English have theirs beside the judgement."""
    assert {language for language, *_ in (*HARMLESS, *ASKED)} | {"fr", "en"} == set(edit_languages())
