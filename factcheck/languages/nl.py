"""Dutch: abbreviations of the Genootschap Onze Taal's advice, titles and small words."""

TITLES = """
    dhr mevr mw mej drs dr ir ing mr prof ds pres bgm kol kapt lt sgt st H.K.H Z.K.H Z.M H.M jhr jkvr Mrs Ms
    kard wnd
"""

INNER = """
    bijv bv d.w.z dwz m.a.w m.n m.b.t m.b.v n.a.v o.a o.l.v o.i.d i.p.v i.v.m i.s.m i.t.t t.a.v t.b.v t.g.v
    t.o.v t.w v.h z.g zgn zog nl resp incl excl ca evt cf vgl vs tel geb gest plm aanw bez vnw bijz inz oorspr
    verm t.n.v a.h.w o.m z.o.z r.-k gem prov Ned Eng Fr Du
"""

BEFORE_NUMBERS = "nr nrs art blz p pp pag par hfdst fig afb dl jg tel ca tab str -str max min"

BEFORE_SMALL_NUMBERS = "bijl"

ABBREVIATIONS = "Inc Ltd Co Corp Jr Sr B.V N.V v.Chr n.Chr Chr str mln mld a.u.b s.v.p"

MONTHS = "jan feb febr mrt apr jun jul aug sep sept okt nov dec"

UNITS = "sec"

ENDINGS = "enz etc e.d e.a c.s ev"

ERAS = "v n voor na"

STARTERS = """
    de het een 't deze dit die dat hij zij ze wij we ik jij je u jullie men er hun haar zijn mijn ons onze uw en
    maar of want dus als toen terwijl omdat hoewel indien zodra totdat nadat voordat sinds in op aan van voor
    door met bij naar uit over onder tussen tegen na om tot per tijdens volgens zonder vanaf vanuit binnen
    buiten ondanks wegens dankzij behalve naast rond wie wat waar wanneer waarom hoe welke welk nu dan daar hier
    vandaag gisteren morgen later eerst daarna daarom daarnaast daarbij daarmee bovendien echter toch ook nog al
    alleen zelfs soms vaak altijd nooit misschien inmiddels intussen uiteindelijk vervolgens verder niet geen
    niemand niets iemand iets iedereen alle alles veel vele meer meeste sommige enkele elke ieder iedere beide
    andere zo zulke twee drie vier vijf zes zeven acht negen tien is was waren heeft hebben had hadden wordt
    worden werd kan
"""

PARTICLES = "de het van"

#: Which words an edit may touch and which change what a sentence says, in small letters without accents.
EDITS = {
    "negation": "niet geen nooit niemand niets noch zonder behalve nergens nauwelijks",
    "modality": """
        kan kunnen kon konden mag mogen moet moeten moest moesten zal zullen zou zouden wil willen misschien
        waarschijnlijk vermoedelijk vermoedelijke mogelijk mogelijke zogenaamd zogenaamde vermeend vermeende
        blijkbaar lijkt lijken schijnt of als verdacht verdachte
    """,
    "attribution": """
        volgens zegt zei zeiden gezegd verklaart verklaarde meldt meldde gemeld bevestigt bevestigde ontkent
        ontkende stelt stelde vindt vond denkt dacht gelooft waarschuwt waarschuwde schrijft schreef beschuldigt
        beschuldigde bronnen bron getuigen getuige experts deskundigen rapport onderzoek peiling woordvoerder
    """,
    "quantity": """
        meer minder bijna alle alles elk elke ieder iedere enkele meerdere veel weinig meerderheid helft derde
        dubbel alleen slechts ongeveer circa minstens hoogstens heel hele eerste laatste andere altijd vaak soms
        nog al ook weer tientallen honderden duizenden miljoen miljard zeer te
    """,
    "relation": """
        met zonder voor na tijdens sinds tot tegen door in op onder over tussen omdat want dus maar of en hoewel
        toen terwijl als dan waar ondanks wegens van naar bij uit aan
    """,
    "person": """
        ik jij je hij zij ze het wij we jullie mij me jou hem haar ons hen hun mijn jouw zijn onze wie deze dit
        die dat
    """,
    "dates": """
        januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag
        woensdag donderdag vrijdag zaterdag zondag gisteren vandaag morgen dag dagen week weken maand maanden
        jaar jaren uur uren minuut minuten nu
    """,
    "units": "euro dollar meter kilometer km m cm kg g ton liter hectare graad graden punt punten",
    "homographs": "acht zeven",
    "numbers": """
        twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 twaalf=12 dertien=13 veertien=14
        vijftien=15 zestien=16 zeventien=17 achttien=18 negentien=19 twintig=20 honderd=100 duizend=1000 nul=0
    """,
    "percent": "procent",
    "leading": "echter bovendien daarnaast overigens",
    "linking": "echter",
    "adversative": "maar",
    "coordinating": "en",
    "subordinating": "omdat hoewel",
    "subjects": "de het een deze dit die dat hij zij ze wij we zijn haar hun",
    "relative": "die dat wie wat waar welke",
    "free_case": "president minister regering burgemeester internet",
    "grouping": ".",
    "decimals": ",",
}

#: Who speaks, and how firmly, in small letters without accents.
SOURCES = {
    "before": "volgens aldus in_de_woorden_van naar_eigen_zeggen_van",
    "verbs": """
        zegt zei zeiden zeggen gezegd verklaart verklaarde verklaarden verklaard meldt meldde meldden melden
        gemeld stelt stelde stelden bevestigt bevestigde bevestigden bevestigd ontkent ontkende ontkenden
        ontkend waarschuwt waarschuwde waarschuwden gewaarschuwd benadrukt benadrukte benadrukten
        benadrukken beweert beweerde beweerden bekritiseert bekritiseerde vertelt vertelde vertelden verteld
        schrijft schreef schreven geschreven vindt vond vinden denkt dacht denken verwacht verwachtte
        verwachten vreest vreesde vrezen eist eiste eisen erkent erkende erkenden belooft beloofde kondigt
        kondigde noemt noemde
    """,
    "between": """
        heeft hebben had hadden ook gisteren maandag dinsdag woensdag donderdag vrijdag zaterdag zondag zich
        eerder op
    """,
    "determiners": "de het een deze dit die zijn haar hun onze twee drie vier enkele",
    "prepositions": "van der den des en in op bij voor uit aan met",
    "stops": "dat die wie waar wanneer maar als of want is was waren zijn werd worden wordt zou niet er na om",
    "pronouns": "hij zij ze hem haar hen hun ik wij we u jullie",
    "titles": "dhr mevr mr dr prof ir",
    "nobody": "iedereen niemand iemand sommigen anderen velen allen beiden enkelen men niets iets alles",
    "calendar": """
        januari februari maart april mei juni juli augustus september oktober november december jan feb mrt
        apr jun jul aug sept okt nov dec maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    """,
    "links": "van de der den het en ter",
    "nouns": "yes",
    "auxiliaries": "heeft hebben had hadden",
    "hedges": """
        misschien waarschijnlijk mogelijk vermoedelijk naar_verluidt blijkbaar schijnbaar lijkt lijken zou
        zouden kan kunnen bronnen waarnemers deskundigen
    """,
}
