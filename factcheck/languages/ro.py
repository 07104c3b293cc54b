"""Romanian: abbreviations of the Academy's DOOM, titles and small words."""

TITLES = """
    dl dlui d-l dna d-na dra d-ra dlor prof univ conf lect asist dr ing arh av ec acad col lt mr cpt plt sg serg
    pr ps sf dir pres Mr Mrs St comis jud amir cdor mrs insp
"""

INNER = """
    de.ex p.ex cf vs aprox cca ca resp str bd bld bul șos mun com jud sc et bl engl fr germ lat sp it gr tr magh
    trad ed coord red n.n n.r a.k.a m.n
"""

BEFORE_NUMBERS = """
    nr nrul art alin lit pct p pp pag vol fig tab t tel et ap sc bl sect km aprox cca ca str pos poz
"""

BEFORE_SMALL_NUMBERS = "cap"

ABBREVIATIONS = "S.A S.R.L SA SRL s.a Inc Ltd Co Corp Jr î.Hr d.Hr a.Chr p.Chr î.e.n e.n km mld a.c"

HOURS = "a.m p.m"

UNITS = "sec"

MONTHS = "ian feb mar apr iun iul aug sept oct nov dec"

ENDINGS = "etc ș.a ş.a ș.a.m.d ş.a.m.d s.a.m.d ss urm"

ERAS = "î d"

STARTERS = """
    un o unui unei niște al a ai ale cel cea cei cele acest această aceste acești aceasta acesta aceștia acestea
    acel acea în din la de pe cu pentru prin spre sub despre după până fără între peste împotriva conform
    potrivit datorită lângă către contra înainte înaintea deasupra și şi dar iar sau ori însă ci că căci dacă
    când cum deși întrucât deoarece fiindcă astfel deci așadar totuși el ea ei ele eu tu noi voi îl îi le se își
    îmi îți ne vă mă te lui său sa săi sale lor meu mea nostru noastră ce cine care unde cât câți câte nu da mai
    foarte doar numai chiar tot toate toți toată fiecare unii unele alți alte altul alta mulți multe câțiva
    câteva nici niciun nicio azi astăzi ieri mâine acum atunci aici acolo apoi ulterior totodată asemenea încă
    deja mereu niciodată poate este e sunt era erau fost au are avea va vor doi două trei patru cinci șase șapte
    opt nouă zece
"""
