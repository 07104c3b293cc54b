"""The words that tell who speaks and how firmly, by language: small letters, accents do not matter; no rules here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of one language; each is divided by white space, phrases by `|`."""

    #: Phrases that a source follows: *selon*, *according to*.
    before: str
    #: Verbs of saying and thinking in the forms that news uses, past participles included.
    verbs: str
    #: What may stand between a subject and its verb: auxiliaries, adverbs, pronouns.
    between: str = ""
    #: Words that begin a noun phrase.
    determiners: str = ""
    #: Words after which a noun phrase goes on.
    prepositions: str = ""
    #: Words that a noun phrase never contains.
    stops: str = ""
    #: Subjects that stand for a source named before, divided by `|`.
    pronouns: str = ""
    #: Titles before names, without their full stop.
    titles: str = ""
    #: Words and phrases that hedge.
    hedges: str = ""
    #: A regular expression for forms of verbs that hedge.
    hedging: str = ""


def _regular(stems: str, *endings: str) -> str:
    return " ".join(stem + ending for stem in stems.split() for ending in endings)


FRENCH = Words(
    before="selon|d'apres|a en croire|aux dires de|au dire de|aux yeux de|de l'avis de|de l'aveu de|citant|cite par",
    verbs=_regular(
        "accus admet affirm ajout alert annonc argument argu assur avanc avou cit clam command conclu confess confi "
        "confirm consider critiqu declar demand denonc detaill estim evoqu exhort expliqu expos extrapol formul ignor "
        "imput indiqu insist interrog invoqu jug jur justifi lanc martel mentionn not notifi observ pens plaid precis "
        "preconis proclam promulgu qualifi racont rapport rappel reclam rectifi redout refut rejet relat relev remarqu "
        "repet repliqu repos requ resum retorqu revel revendiqu signal soulign suggere telegraphi temoign",
        *["e", "ent", "ait", "aient", "a", "erent", "es"],
    )
    + " admet admettent admis averti avertit avertissent conclu conclut concluent contredit convient convenu craint "
    "craignent croit croient dement dementi dementent dit disent disait disaient ecrit ecrivent entend "
    "garanti garantit "
    "maintient maintiennent maintenu nie nient nie pretend pretendent pretendu predit predisent promet "
    "promettent promis "
    "reconnait reconnaissent reconnu repond repondent repondu soutient soutiennent soutenu souhaite souhaitent "
    "suggere suggerent",
    between="a ont avait avaient aurait auraient est s' n' l' y en ne se lui leur me nous egalement aussi "
    "ensuite enfin "
    "encore deja toutefois cependant notamment pourtant ainsi egalement mardi lundi mercredi jeudi vendredi samedi "
    "dimanche hier alors recemment",
    determiners="le la les l' un une ce cet cette ces son sa ses leur leurs notre nos plusieurs certains certaines "
    "quelques deux trois quatre",
    prepositions="de du des d' a au aux par pour en dans sur entre et chez sous contre avec",
    stops="que qu' qui dont ou plus moins environ quelque il elle ils elles on nous vous je j' c' mais car si quand "
    "lorsque comme est sont ont etre etait etaient avait avaient sera seront n' ne se s' mardi lundi mercredi jeudi "
    "vendredi samedi dimanche hier",
    pronouns="il|elle|ils|elles|celui-ci|celle-ci|ceux-ci|celles-ci|ce dernier|cette derniere|"
    "ces derniers|ces dernieres",
    titles="m mm mme mmes mlle dr pr me mgr",
    hedges="peut-etre|sans doute|probablement|vraisemblablement|apparemment|semble|semblent|semblait|paraitrait|"
    "on dit|dit-on|des sources|de source|il se pourrait|aurait|auraient|serait|seraient|pourrait|pourraient|devrait|"
    "devraient|presume|presumes|suppose|supposes|pretendu|pretendue|eventuel|eventuelle|possible|possibles|rumeur|"
    "rumeurs|observateurs|experts|specialistes|analystes|proche du dossier",
    hedging=r"\w{3,}(?:e|i|d)rai(?:en)?t",
)

ENGLISH = Words(
    before="according to|in the words of|as reported by|as stated by|in the view of|in the opinion of|citing|quoting",
    verbs=_regular(
        "accus acknowledg alleg announc argu assert assum believ calculat challeng charg compar conced conclud "
        "decid declar defin denounc describ disclos dismiss estimat illustrat imagin implor indicat not notic observ "
        "outlin predict promis propos pronounc recogniz releas stat suppos urg",
        *["e", "es", "ed"],
    )
    + " "
    + _regular(
        "accept add admit affirm answer ask assert claim comment complain concur confirm contend deem demand doubt "
        "exclaim explain fear hint inform insist maintain mention object point predict proclaim protest recall recount "
        "reiterat remark repeat report respond reveal stress suggest suspect testif think warn",
        "",
        "s",
        "ed",
    )
    + " admits admitted argues believes denied denies deny estimates expects expected hopes hoped replied "
    "replies reply said say says testified testifies thinks thought told tells tell vowed vows wrote writes "
    "write written told",
    between="has have had was were is also later then however still already reportedly repeatedly previously recently "
    "publicly on monday tuesday wednesday thursday friday saturday sunday yesterday today",
    determiners="the a an this that these those his her its their our some several two three four many",
    prepositions="of for in at on from to by with and &",
    stops="nobody everybody nothing that which who whom whose where when while but if as because he she they it we "
    "you i is are was were has have had will would could should may might more less about around nearly almost not",
    pronouns="he|she|they|the latter|the former",
    titles="mr mrs ms dr prof sir lord lady gen col capt lt sgt rev sen rep gov",
    hedges="perhaps|maybe|probably|possibly|likely|unlikely|apparently|allegedly|reportedly|seems|seem|seemed|appears|"
    "appear|appeared|may|might|could|would|it is said|is said to|are said to|is believed|are believed|is thought|"
    "are thought|rumour|rumours|rumor|rumors|sources|observers|experts|analysts|insiders|suspected|presumed|supposedly|"
    "purportedly|expected",
)

GERMAN = Words(
    before="laut|nach angaben von|nach angaben des|nach angaben der|nach einschatzung von|zufolge|gemass",
    verbs="sagt sagte sagten gesagt erklart erklarte erklarten betont betonte teilte teilten mitgeteilt berichtet "
    "berichtete berichteten meint meinte behauptet behauptete bestatigte bestatigt warnte kritisierte "
    "forderte schreibt "
    "schrieb",
    between="hat haben hatte hatten auch am",
    determiners="der die das den dem des ein eine einen einem einer eines mehrere",
    prepositions="von vom aus fur und in im bei zu zum zur uber",
    stops="dass wer wo wenn aber er sie es ist sind war waren hat haben wird werden wurde wurden nicht",
    pronouns="er|sie|dieser|diese",
    titles="herr frau dr prof",
    hedges="vielleicht|wahrscheinlich|vermutlich|angeblich|offenbar|anscheinend|moglicherweise|wohl|soll|sollen|konnte|"
    "konnten|durfte|beobachter|experten|kreisen",
)

SPANISH = Words(
    before="segun|de acuerdo con|a juicio de|en palabras de|en opinion de|citando a",
    verbs="dijo dijeron dice dicen dicho afirmo afirma afirmaron afirman aseguro asegura aseguraron declaro declara "
    "declararon explico explica senalo senala senalaron indico indica indicaron anuncio anuncia denuncio "
    "sostuvo sostiene "
    "informo informa agrego anadio advirtio reconocio nego cree creen estima estiman considera",
    between="ha han habia habian tambien ayer",
    determiners="el la los las un una este esta estos su sus varios algunos",
    prepositions="de del a al por para en con y",
    stops="que quien donde cuando pero si porque es son fue ha han no se mas menos",
    pronouns="ella|ellos|ellas",
    titles="sr sra dr dra",
    hedges="quizas|quiza|tal vez|probablemente|posiblemente|presuntamente|supuestamente|al parecer|parece|"
    "parecen|podria|"
    "podrian|habria|habrian|seria|serian|observadores|expertos|fuentes",
)

ITALIAN = Words(
    before="secondo|a detta di|a parere di|a giudizio di|per bocca di|citando",
    verbs="ha detto dice dicono disse detto afferma affermato affermano dichiara dichiarato dichiarano spiega spiegato "
    "sostiene sostenuto sostengono annuncia annunciato riferisce riferito ricorda ricordato aggiunge aggiunto avverte "
    "avvertito ritiene ritengono smentisce smentito conferma confermato denuncia denunciato",
    between="ha hanno aveva avevano anche ieri",
    determiners="il lo la i gli le l' un uno una un' questo questa alcuni diversi",
    prepositions="di del dello della dei degli delle dell' d' a al da dal in per con e",
    stops="che chi dove quando ma se perche e' sono era ha hanno non si piu meno",
    pronouns="lui|lei|loro|egli|ella",
    titles="sig dott prof on",
    hedges="forse|probabilmente|presumibilmente|presunto|presunta|sembra|sembrano|pare|potrebbe|potrebbero|avrebbe|"
    "avrebbero|sarebbe|sarebbero|osservatori|esperti|fonti",
)

PORTUGUESE = Words(
    before="segundo|de acordo com|conforme|na opiniao de|nas palavras de|citando",
    verbs="disse disseram diz dizem dito afirmou afirma afirmaram declarou declara declararam explicou "
    "explica informou "
    "informa anunciou anuncia destacou ressaltou alertou acrescentou negou acredita acreditam considera "
    "defendeu defende",
    between="tem tinha havia tambem ontem",
    determiners="o a os as um uma este esta seu sua varios alguns",
    prepositions="de do da dos das em no na por pelo pela para com e",
    stops="que quem onde quando mas se porque e sao foi tem nao mais menos",
    pronouns="ele|ela|eles|elas",
    titles="sr sra dr dra",
    hedges="talvez|provavelmente|possivelmente|supostamente|aparentemente|parece|parecem|poderia|poderiam|teria|teriam|"
    "seria|seriam|observadores|especialistas|fontes",
)

RUSSIAN = Words(
    before="по словам|по данным|по мнению|по информации|по сообщению|по заявлению|согласно",
    verbs="сказал сказала заявил заявила заявили сообщил сообщила сообщили сообщает отметил отметила "
    "подчеркнул рассказал "
    "рассказала считает считают утверждает утверждают добавил добавила объяснил признал опроверг подтвердил",
    between="также ранее",
    prepositions="и в на по из",
    stops="что который которая которые где когда но если",
    pronouns="он|она|они",
    hedges="возможно|вероятно|наверное|якобы|предположительно|кажется|по-видимому|может|могут|источники|наблюдатели|"
    "эксперты",
)

UKRAINIAN = Words(
    before="за словами|за даними|на думку|за інформаціею|за повідомленням|згідно з",
    verbs="сказав сказала заявив заявила заявили повідомив повідомила повідомили повідомляє зазначив "
    "зазначила підкреслив "
    "розповів розповіла вважає вважають стверджує стверджують додав додала пояснив визнав спростував підтвердив",
    between="також раніше",
    prepositions="і та в у на з із",
    stops="що який яка які де коли але якщо",
    pronouns="він|вона|вони",
    hedges="можливо|імовірно|мабуть|нібито|здається|очевидно|може|можуть|джерела|спостерігачі|експерти",
)

#: The lists by language code; other languages have none.
WORDS = {
    "de": GERMAN,
    "en": ENGLISH,
    "es": SPANISH,
    "fr": FRENCH,
    "it": ITALIAN,
    "pt": PORTUGUESE,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
}
NONE = Words(before="", verbs="")
