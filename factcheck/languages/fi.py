"""Finnish: abbreviations of the Institute for the Languages of Finland, titles and small words."""

TITLES = "hra rva nti prof dos toht maist ins kenr ev ltn maj kapt St Mr Mrs Dr Jr"

INNER = """
    esim ks vrt ts n os mm muun nk ns so s.o ko em syn synt k kuoll alk engl ruots saks ransk lat ven puh fax
    käänt toim suom evl
"""

BEFORE_NUMBERS = "nro n s ss kpl puh klo ko § taul vol nr par"

ABBREVIATIONS = "oy ab Oy Ab Oyj Inc Ltd Co Corp Jr eKr jKr milj mrd min sek t h km kg v os Ph.D"

ENDINGS = "jne ym yms ynnä tms jms jtk"

ORDINALS = "yes"

COUNTED = "luku luvun kohta kohdan kuva kuvan sivu sivun"

STARTERS = """
    se ne tämä nämä tuo nuo hän he minä sinä me te sen niiden tämän näiden hänen heidän minun meidän ja mutta
    tai vai että jos kun koska vaikka sekä eli siis kuitenkin myös lisäksi sitten nyt tänään eilen huomenna
    silloin siellä täällä siinä tässä tällä sillä niin näin joten kuten joka jotka mikä mitä kuka missä milloin
    miksi miten kuinka ei eivät en emme ole on oli olivat ovat voi vain jo vielä aina joskus usein ehkä jopa
    kaikki kaikkien moni monet monien jokainen yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän
    kymmenen toinen toisaalta ensin ensimmäinen lopuksi viime ennen jälkeen aikana mukaan kanssa ilman vuonna
"""
