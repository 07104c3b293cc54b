"""Swedish: abbreviations of Svenska skrivregler, titles and small words."""

TITLES = "hr fr frk dr prof doc ing kapt öv löjtn S:t S:ta Mr Mrs Ms dir adv kand"

INNER = """
    t.ex d.v.s dvs bl.a bl m.a.o t.o.m f.d s.k i.st p.g.a pga fr.o.m f.ö jfr jf ang avs resp inkl exkl ca c:a
    eng fr tel enl f.n f.v.b ordf kungl kgl ev u.a
"""

BEFORE_NUMBERS = "nr s sid fig bd § tel kl ca p"

BEFORE_SMALL_NUMBERS = "kap tab"

ABBREVIATIONS = "f.Kr e.Kr Kr AB Inc Ltd Co Corp Jr milj mn md mdr min sek tim km kg o.s.a"

MONTHS = "jan feb febr apr jun jul aug sep sept okt nov dec"

ENDINGS = "osv o.s.v etc m.m mm m.fl mfl o.d o.dyl dyl ff f kr tkr mkr"

ERAS = "f e"

STARTERS = """
    den det de en ett denna detta dessa han hon hen jag du vi ni man hans hennes deras dess min mitt vår vårt
    sin sitt och men eller för så utan att om när då medan eftersom därför också dock dessutom sedan nu här där
    idag igår imorgon i på av till från med vid över under efter innan före mellan genom mot hos trots enligt
    bland inom utanför vad vem var vart varför hur vilken vilket vilka inte ingen inget inga någon något några
    alla allt varje många flera mycket mer mest bara även redan ännu alltid aldrig ofta ibland kanske först
    senare slutligen däremot två tre fyra fem sex sju åtta nio tio är blir blev har hade kan kunde ska skulle
    vill måste finns
"""
