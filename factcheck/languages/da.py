"""Danish: abbreviations of Dansk Sprognævn's Retskrivningsordbogen, titles and small words."""

TITLES = "hr fr frk dr prof lic cand ing civ dir adv ob kapt sognepr skt sct St Mr Mrs Ms afd sekr stud"

INNER = """
    f.eks dvs d.v.s bl.a bl m.a.o t.o.m fhv tidl s.k såk i.st pga p.g.a jf jvf sml vedr resp inkl ekskl ca lat
    fr tlf iflg angl mht m.h.t ang inl kgl Kgl egl opr p.t pt u.a vs Mt
"""

BEFORE_NUMBERS = "nr nrk s sd fig bd stk § pkt tlf kl ca p lb bek No N°"

BEFORE_SMALL_NUMBERS = "kap tab"

ABBREVIATIONS = """
    f.Kr e.Kr Kr A/S Inc Ltd Co co Corp Jr mio mia mill min sek km kg stk U.S U.S.A E.U E U.K st ApS
"""

MONTHS = "jan feb febr mar apr jun jul aug sept sep okt nov dec"

ENDINGS = "osv etc m.m mm m.fl mfl m.v mv o.l og.lign lign ff f o.a kr"

ORDINALS = "yes"

ERAS = "f e"

STARTERS = """
    den det de en et denne dette disse han hun jeg du vi I man hans hendes deres dens dets min mit vores sin sit
    og men eller for så uden at hvis når da mens fordi derfor også dog desuden siden nu her der dag går morgen i
    på af til fra med ved over under efter inden før mellem gennem mod hos trods ifølge blandt udenfor hvad hvem
    hvor hvorfor hvordan hvilken hvilket hvilke ikke ingen intet nogen noget nogle alle alt hver mange flere
    meget mere mest kun bare allerede endnu altid aldrig ofte måske først senere endelig derimod derefter to tre
    fire fem seks syv otte ni ti er var bliver blev har havde kan kunne skal skulle vil ville må findes
"""
