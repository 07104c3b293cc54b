"""Catalan: honorifics, abbreviations of the language portals of the Generalitat and small words."""

TITLES = "Sr Srs Sra Sres Srta Dr Drs Dra Prof Exc Excm Il·lm Hble Mons Mn P Fra Gral Cnel Cap Tte Mr Mrs St Sta"

INNER = "p.ex cf vs aprox av avda c ctra pl pça tel núm ref trad ed esp ap màx mín"

BEFORE_NUMBERS = "núm n nre pàg pàgs p pp tel ed"

BEFORE_SMALL_NUMBERS = "art arts cap fig vol"

ABBREVIATIONS = "Cia Inc Ltd Co Jr S.A S.L aC dC a.C d.C EUA a.m p.m"

MONTHS = "gen febr abr jul ag set oct nov des"

ENDINGS = "etc"

ERAS = "a d abans després"

STARTERS = """
    el la els les l' un una uns unes del dels de d' al als a en amb per pel pels sense sobre entre fins des
    segons durant contra cap aquest aquesta aquests aquestes aquell aquella això allò ell ella ells elles jo tu
    nosaltres vostè es s' seu seva i però o ni sinó que qui què quan on com perquè si mentre encara ja ara avui
    ahir demà així també tampoc després abans llavors doncs tanmateix no sí mai sempre només molt molts més
    menys tot tots tota totes cada algun alguns altre altres potser hi dos dues tres quatre cinc sis set vuit
    nou deu és era eren són va van ha han
"""

PARTICLES = "el la els les l' de del d'"
