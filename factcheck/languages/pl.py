"""Polish: abbreviations of the spelling rules of the PWN dictionary, titles and small words."""

TITLES = """
    p pp prof doc inż ks bp abp kard o s św bł mjr gen płk ppłk por ppor kpt sierż kpr szer plut red mec hab
    m.st pl ul al os gm pow woj ob hr mgr dr dyr prez min Mr Mrs Dr St dh tow śp wicemin
"""

INNER = """
    np tj tzn tzw m.in min in zw ps ds d/s ww wg por zob cd jw ang łac niem fr franc ros hiszp wł wło grec czes
    gr ok ur zm zam tel red oprac przekł wyd przyp przeł nt dot odc śr płn płd wsch zach pn pd amer bryt polit
    ew ewent wiceprez tyt bałt
"""

BEFORE_NUMBERS = """
    nr s str ss art ust pkt poz rozdz ryc tab tabl t cz zesz ok tel ur zm lok m kl ul al godz vol pl st sygn lp
"""

BEFORE_SMALL_NUMBERS = "rys"

ABBREVIATIONS = """
    w tys mln mld godz sek km m cm kg ha szt proc rb ub br bm n.e p.n.e sp z.o.o S.A s.a Inc Ltd Co Corp Jr im
"""

UNITS = "r w zł gr godz proc szt"

MONTHS = "stycz lut kwiet sierp wrześ paźdz listop grud"

YEARS = "r"

ENDINGS = "itd itp etc n.e in i.in zł gr"

ORDINALS = "yes"

COUNTED = "tom tomu strona punkt"

STARTERS = """
    w we na z ze do od po o u za pod nad przed przy dla bez przez między podczas wobec wśród według oprócz mimo
    pomimo zdaniem obok poza około dzięki zgodnie i a ale lecz oraz lub albo ani czy jeśli jeżeli gdy kiedy
    gdyby choć chociaż bo ponieważ że żeby aby jak jako jednak zatem więc dlatego także też również natomiast
    tymczasem potem następnie wreszcie później wcześniej on ona ono oni one my wy ja ty jego jej ich im mu nam
    wam mi mnie nas was się swój swoje swoją ten ta to ci te tego tej tych temu tym tamten taki taka takie
    takich kto co gdzie skąd dlaczego który która które którzy ile jaki jaka jakie nie tak już jeszcze tylko
    nawet właśnie oto tam tu tutaj teraz dziś dzisiaj wczoraj jutro wtedy wszystko wszyscy wszystkie każdy każda
    wiele wielu niektórzy niektóre kilka jeden jedna jedno dwa dwie dwaj trzy cztery pięć sześć siedem osiem
    dziewięć dziesięć jest są był była było byli będzie może można trzeba musi ma mają pan pani państwo bardzo
    bardziej więcej mniej ponadto niestety oczywiście zresztą
"""
