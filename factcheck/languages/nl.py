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
