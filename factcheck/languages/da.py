"""Danish: abbreviations of Dansk Sprognævn's Retskrivningsordbogen, titles and small words."""

TITLES = "hr fr frk dr prof lic cand ing civ dir red adv gen ob kapt sognepr skt sct St Mr Mrs Ms afd sekr stud"

INNER = """
    f.eks fx eks dvs d.v.s bl.a bl m.a.o t.o.m fhv tidl s.k såk i.st pga p.g.a jf jvf sml vedr resp inkl ekskl
    ca eng lat ty fr tlf iflg if angl mht m.h.t ang inl kgl Kgl eg egl opr p.t pt u.a vs Mt
"""

BEFORE_NUMBERS = """
    nr nrk s sd kap fig tab bd stk § pkt tlf kl ca p lb bek jan feb mar apr aug sept sep okt nov dec No N°
"""

ABBREVIATIONS = """
    f.Kr e.Kr Kr A/S Inc Ltd Co co Corp Jr mio mia mill min sek km kg stk jan feb apr aug sep sept okt nov dec
    tirs ons tors fre lør søn U.S U.S.A E.U E U.K st ApS
"""

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
