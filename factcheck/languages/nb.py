"""Norwegian, Bokmål and Nynorsk: abbreviations of Språkrådet, titles and small words."""

TITLES = "hr fr frk dr prof cand ing dir adv ob kapt st St Mr Mrs Ms avd sekr"

INNER = """
    f.eks dvs d.v.s bl.a bl m.a.o t.o.m tidl s.k såk i.st pga p.g.a jf jfr sml vedr resp inkl ekskl ca lat ty fr
    tlf iflg ang mht m.h.t kgl Kgl egl opphl p.t vs fhv forh
"""

BEFORE_NUMBERS = "nr s sd fig bd pkt § tlf kl ca p lnr"

BEFORE_SMALL_NUMBERS = "kap tab"

ABBREVIATIONS = "f.Kr e.Kr Kr AS Inc Ltd Co Corp Jr mill mrd min sek km kg stk U.S U.S.A U.K"

MONTHS = "jan feb febr mar apr jun jul aug sep sept okt nov des"

ENDINGS = "osv etc m.m mm m.fl mfl m.v mv o.l og.lign lign ff f o.a kr"

ORDINALS = "yes"

ERAS = "f e"

STARTERS = """
    den det de en ei et denne dette disse han hun ho hen jeg eg du vi dere man hans hennes deres dens dets min
    mitt vår og men eller for så uten at hvis når da mens fordi derfor også dessuten siden nå no her der dag går
    morgen i på av til fra frå med ved over under etter innen før mellom gjennom mot hos tross ifølge blant
    innenfor utenfor hva kva hvem kven hvor kor hvorfor hvordan korleis hvilken hvilket hvilke ikke ikkje ingen
    noen nokon noe noko alle alt hver kvar mange flere fleire mye mykje mer meir mest bare berre allerede ennå
    alltid aldri ofte kanskje først senere seinare endelig derimot deretter likevel imidlertid to tre fire fem
    seks sju syv åtte ni ti er var blir ble vart har hadde kan kunne skal skulle vil ville må finnes
"""
