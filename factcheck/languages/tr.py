"""Turkish: abbreviations of the Türk Dil Kurumu, titles and small words."""

TITLES = """
    Dr Prof Doç Yrd Av Uzm Op Sn Hz Org Korg Tümg Tuğg Alb Yb Bnb Yzb Ütğm Tğm Ecz Mim Müh Ord Öğr Arş Bşk Yard
    Mr Mrs St M
"""

INNER = "örn bkz krş İng Fr Alm Lat Yun İt İsp çev ed Cad Cd Sok Sk Mah Mh Blv Apt T.C bl"

BEFORE_NUMBERS = "No no s sf sy m md c fık tel Sok Cad par bkz nr"

ABBREVIATIONS = "A.Ş Ltd Şti Inc Co Corp Jr M.Ö M.S MÖ MS İ.Ö İ.S dk sn sa cm km kg yy T.C"

ENDINGS = "vb vs vd vdl vbg"

ORDINALS = "yes"

LOWER_AFTER_QUOTES = "yes"

STARTERS = """
    bu şu o bunlar onlar bunun onun bunu onu buna ona böyle şöyle öyle burada orada ben sen biz siz benim senin
    bizim bir iki üç dört beş altı yedi sekiz dokuz on her hiç bazı birçok çok az daha en tüm bütün birkaç ve
    ama fakat ancak veya ya ile de da ki çünkü eğer oysa ise yani ayrıca üstelik hatta bile sadece yalnızca ne
    kim nerede neden niçin nasıl hangi kaç şimdi bugün dün yarın sonra önce artık hâlâ hala henüz bazen hep
    böylece dolayısıyla nitekim öte yandan evet hayır belki elbette tabii kendi kendisi aynı diğer başka ilk son
    var yok değil için göre gibi
"""
