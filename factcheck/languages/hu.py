"""Hungarian: abbreviations of the Academy's spelling rules, titles and small words."""

TITLES = "dr Dr prof id ifj özv szt Szt br ezr alez őrgy szds fhdgy hdgy vezérőrgy tbk Mr Mrs St"

INNER = "pl ún ill vö ld ang lat ném fr ol gör szül kb l tel u krt ker sz közr ford szerk"

BEFORE_NUMBERS = "sz o p l old bek tábl tel kb em fszt"

ABBREVIATIONS = "Kft Bt Rt Zrt Nyrt Inc Ltd Co Corp Jr Kr i.e i.sz évf szd sz ft M mrd min mp km kg"

MONTHS = "jan febr márc ápr jún júl aug szept okt nov dec"

ENDINGS = "stb ti"

ORDINALS = "yes"

COUNTED = "fejezet ábra cikk pont"

ERAS = "i"

STARTERS = """
    a az egy ez ezek azok ezt azt ennek annak ebben abban erre arra ő ők én te mi ti ön önök és s de vagy hanem
    ha hogy mert mivel bár amikor amíg miután mielőtt mint így tehát ezért azonban ugyanakkor is ki hol hová
    mikor miért hogyan milyen melyik hány nem ne már még csak sőt éppen itt ott most ma tegnap holnap akkor majd
    aztán végül később korábban minden mindenki sok néhány több kevés két kettő három négy öt hat hét nyolc
    kilenc tíz van volt voltak lesz lehet kell nincs szerint után előtt között
"""
