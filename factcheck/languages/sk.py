"""Slovak: abbreviations and academic degrees of the Štúr Institute's rules, and small words."""

TITLES = """
    p prof doc dr ing mgr bc Ing Mgr Bc JUDr MUDr PhDr RNDr MVDr PaedDr ThDr MgA PharmDr ThLic akad arch gen plk
    pplk mjr kpt por npor sv Mr Mrs Dr St
"""

INNER = """
    napr tzv tzn t.j resp príp popr ev event vrát porov nar zom angl lat nem franc fr rus špan tal gréc čes maď
    ul tr ob okr tel cca pozn prel red vyd orig býv hl zást konkr ml
"""

BEFORE_NUMBERS = "č s str sv ods čl písm obr tab kap roč tel ul max min cca zák z Z vyhl"

ABBREVIATIONS = """
    r stor tis mil mld hod min sek km m kg ha ks s.r.o a.s k.s n.o o.z v.o.s pred.n.l n.l CSc DrSc PhD Ph.D Inc
    Ltd Co Corp Jr spol
"""

MONTHS = "jan feb mar apr jún júl aug sep sept okt nov dec"

ENDINGS = "atď atp a.i i n.l etc"

ORDINALS = "yes"

COUNTED = "bod bodu článok strana"

STARTERS = """
    v vo na z zo do od po o u za pod nad pred pri pre bez cez medzi počas kvôli vedľa podľa okrem proti vďaka
    okolo k ku s so sa si i a ale alebo ani či keď keby ak kým pretože lebo aby že ako len iba však preto teda
    tiež aj takisto rovnako pritom potom nakoniec neskôr predtým ovšem navyše naopak napriek on ona ono oni ony
    my vy ja ty jeho jej ich mu im nám vám mi ma nás vás svoj svoju ten tá to tí tie toho tej tých tomu tým
    tento táto toto títo tieto takýto taká také kto čo kde kam odkiaľ prečo ktorý ktorá ktoré koľko aký aká aké
    kedy nie áno už ešte dokonca práve tam tu teraz dnes včera zajtra vtedy všetko všetci všetky každý každá
    mnoho mnohí niektorí niektoré niekoľko jeden jedna jedno dva dve tri štyri päť šesť sedem osem deväť desať
    je sú bol bola bolo boli bude môže možno treba musí má majú
"""
