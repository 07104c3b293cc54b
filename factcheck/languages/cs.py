"""Czech: abbreviations and academic degrees of the Institute of the Czech Language's handbook, and small words."""

TITLES = """
    p pí sl prof doc dr ing mgr bc judr mudr phdr rndr mvdr paeddr thdr ThLic Ing Mgr Bc JUDr MUDr PhDr RNDr
    MVDr PaedDr ThDr MgA BcA PharmDr gen plk pplk mjr kpt por npor prap rtm sv P akad Mr Mrs Dr St red
"""

INNER = """
    např tzv tzn tj mj resp popř příp event ev zejm vč srov viz sv roz dř zemř angl lat něm franc fr rus špan it
    řec maď tur čes ul tř kř ob okr kr tel cca pozn přel překl red vyd ed orig ml pplk býv tehd hl ved zást
    soudr
"""

BEFORE_NUMBERS = """
    č čís s str sv odst čl písm obr tab kap roč př par tel ul max min cca ca zák sb vyhl poř č.j č.p
"""

ABBREVIATIONS = """
    r l stol tis mil mld hod min sek km m kg ha ks s.r.o a.s v.o.s o.p.s z.s př.n.l n.l atd apod Inc Ltd Co Corp
    Jr CSc DrSc Ph.D MBA spol
"""

MONTHS = "led úno bře dub kvě čvn čvc srp zář říj lis pro"

ENDINGS = "atd apod aj atp př.n.l n.l etc Kč"

ORDINALS = "yes"

COUNTED = "bod bodu článek strana"

STARTERS = """
    v ve na z ze do od po o u za pod nad před při pro bez přes mezi během kvůli vedle podle kromě proti díky
    kolem k ke s se si i a ale nebo ani či když kdyby pokud zatímco protože aby že jak jako jen pouze však proto
    tedy také též rovněž přitom pak potom nakonec později dříve ovšem navíc naopak přesto on ona ono oni ony my
    vy já ty jeho její jejich mu jí jim nám vám mi mě nás vás svůj svou ten ta to ti toho té těch tomu tím tento
    tato toto tito tyto této těchto takový taková takové kdo co kde kam odkud proč který která které kolik jaký
    jaká jaké ne ano už již ještě dokonce právě tam tady zde teď nyní dnes včera zítra tehdy vše všichni všechny
    všechno každý každá mnoho někteří některé několik jeden jedna jedno dva dvě tři čtyři pět šest sedm osm
    devět deset je jsou byl byla bylo byli bude může lze musí má mají není nejsou podobně stejně
"""
