"""Italian: the abbreviations of the Crusca's usage, honorifics of the press, law's citations and small words."""

TITLES = """
    Sig Sigg Sig.ra Sig.na Sigg.re Dott Dott.ssa Dr Prof Prof.ssa Proff Avv Ing Arch Geom Rag Cav Comm On Onn
    Sen Mons Gen Col Cap Ten Magg Brig Serg Cap.no P Fr Sr SS S.E S.Em Rev Egr Gent Spett Ill Chiar Dir Pres Min
    Amm Mr Mrs Ms Mme M Mlle V.Cte St Uff Gr.Uff Card Arc Dep Cons Ass Prov sig sigg sig.ra sig.na dott dott.ssa
    prof prof.ssa avv ing arch geom rag cav on sen mons gen col magg brig serg
"""

INNER = """
    es ad.es p.es cfr vd v ved sec seg segg c.d cosid tel telef cell ca c.a div art artt all nn ed ediz trad
    pref introd cur a.c d.c lat gr fr ingl ted spagn ital fam gg psicol idraul meteor st econ distr prov reg
    conf dim orig resp intern
"""

BEFORE_NUMBERS = """
    n nn nr num art artt pag pagg p pp cap capp fig figg tab tav vol voll l ll lett co comm par parr § sez tel
    tit att all d.lgs d.l d.p.r c v vv reg dir ca prot sent cass lib disp
"""

ABBREVIATIONS = """
    S.p.A S.r.l s.p.a s.r.l S.a.s S.n.c Inc Ltd Co Corp Jr C.so V.le P.za P.zza a.C d.C A.C D.C u.s c.c c.p
    c.p.c c.p.p cod civ pen proc cost cit op id ibid N.B
"""

MONTHS = "gen genn feb febb mar apr mag giu lug ago set sett ott nov dic"

UNITS = "sec"

ENDINGS = "ecc etc"

ERAS = "a d avanti dopo"

STARTERS = """
    il lo la i gli le l' un uno una un' del dello della dei degli delle dell' al allo alla ai agli alle all' dal
    dallo dalla dai dagli dalle dall' nel nello nella nei negli nelle nell' sul sullo sulla sui sugli sulle
    sull' di a da in con su per tra fra senza sopra sotto dopo prima durante contro verso secondo oltre presso
    entro questo questa questi queste quest' quello quella quelli quelle quell' ciò chi che cosa quale quali
    quanto quanti quante come dove quando perché se e ed ma o oppure anche neppure nemmeno né però infatti
    quindi dunque allora così poi ora ancora già mai sempre spesso forse solo soltanto proprio inoltre tuttavia
    intanto invece infine perciò eppure anzi oggi ieri domani qui lì là ecco egli ella lui lei loro esso essa
    essi noi voi io tu mi ti ci vi si ne non no sì mio mia suo sua suoi sue nostro nostra ogni ognuno alcuni
    alcune tutti tutto tutta tutte molti molte molto poco pochi più meno altri altre altro nessuno nessuna due
    tre quattro cinque sei sette otto nove dieci è era erano sono ha hanno fu furono può appena mentre sebbene
    benché poiché siccome
"""

PARTICLES = "la lo i gli le l' di del della dello dei degli da dal"

#: Who speaks, and how firmly, in small letters without accents.
SOURCES = {
    "before": "secondo a_detta_di a_parere_di a_giudizio_di per_bocca_di citando",
    "verbs": """
        detto dice dicono disse dissero afferma affermano affermato dichiara dichiarano dichiarato spiega
        spiegano spiegato sostiene sostengono sostenuto annuncia annunciano annunciato riferisce riferiscono
        riferito ricorda ricordano ricordato aggiunge aggiungono aggiunto avverte avvertono avvertito
        ritiene ritengono ritenuto smentisce smentiscono smentito conferma confermano confermato denuncia
        denunciano denunciato accusa accusano accusato ammette ammettono ammesso critica criticano criticato
        difende difendono difeso racconta raccontano raccontato scrive scrivono scritto teme temono precisa
        precisano precisato sottolinea sottolineano sottolineato stima stimano stimato nega negano negato
        promette promettono promesso chiede chiedono chiesto rivela rivelano rivelato prevede prevedono
    """,
    "between": "ha hanno aveva avevano anche ieri lo li si ci gia poi non",
    "determiners": "il lo la i gli le l' un uno una un' questo questa alcuni diversi",
    "prepositions": "di del dello della dei degli delle dell' d' a al da dal in per con e all' dall' nell' sull'",
    "stops": """
        che chi dove quando ma se perche e' sono era ha hanno non si piu meno ci vi c' sara saranno erano
        stato stata dopo prima durante mentre come
    """,
    "pronouns": "lui loro egli ella lei essi esse",
    "titles": "sig dott prof on",
    "hedges": """
        forse probabilmente presumibilmente presunto presunta sembra sembrano pare potrebbe potrebbero
        avrebbe avrebbero sarebbe sarebbero osservatori esperti fonti
    """,
    "nobody": """
        tutti tutte nessuno nessuna alcuni alcune altri altre molti molte pochi entrambi entrambe ognuno
        ciascuno qualcuno tutto nulla niente chiunque
    """,
    "calendar": """
        gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre gen
        feb mar apr giu lug ago set ott nov dic lunedi martedi mercoledi giovedi venerdi sabato domenica
    """,
    "links": "di del dello della dei degli d' da de e",
    "auxiliaries": "ha hanno aveva avevano avrebbe avrebbero ho abbia abbiano",
    "participle": r"(?:[auie]to|[auie]ti|[auie]ta|etto|itto|rso|sso|sto|eso)$",
}
