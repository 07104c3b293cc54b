"""French: abbreviations of the Imprimerie nationale's usage, ranks and titles of the press, grammar's small words."""

#: Civil, military, religious and academic titles, and the short forms of first names that bylines use.
TITLES = """
    M MM Mr Mrs Ms Mgr Mme Mmes Mlle Mlles Mll Me Mes Dr Drs Pr Prs Prof Sgt Cdt Cne Col Gal Gén Adj Vve Ste Sts
    Stes Chr Ph Th Fr St Lt Cdts Lts Bx Ss LL.AA LL.AA.II.RR S.E S.M S.A.R S.S S.Exc N.-D
"""

#: Stand before a word they explain, a place or a person.
INNER = """
    ex p.ex par.ex c.-à-d c-à-d càd cf conf confer vs env resp éd trad dir coord prép introd tél tel fax apr hab
    circ bd bld boul av all pl rte sq imp fbg chem rés bât arr lat gr angl ital litt suppl compl appt sous-dir
    ap fl sc prov départ loc.cit
"""

BEFORE_NUMBERS = """
    no n nos nᵒ n° p pp art al fig figs vol t tome ch chap par § col l ll v vv éd num réf st coll chant liv livr
    pl tab annexe ann app hab tél tel f ff sect paragr alin env p.c
"""

#: Company forms, dates, and scholarly Latin; they end a sentence as often as not.
ABBREVIATIONS = """
    Inc Ltd Co Corp Cie Sté Ets Éts Jr Sr JC a.m p.m ibid op.cit id sq sqq al max min janv févr fév avr juil
    sept oct nov déc lun ven sam dim h mn s éd réf av.J.-C S.A S.A.S S.A.R.L Md Mds Mrd
"""

ENDINGS = "etc"

ERAS = "av ap apr avant après"

STARTERS = """
    le la les l' un une des du de d' au aux à a ce cet cette ces c' ceci cela ça celui celle ceux celles il elle
    ils elles on nous vous je j' tu mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs et mais ou
    où or ni car donc si s' quand lorsque lorsqu' comme que qu' qui quoi quel quelle quels quelles quant dans en
    par pour sur sous sans avec chez vers entre depuis pendant durant après avant selon malgré dès jusqu' contre
    parmi outre hormis sauf hors via face grâce suite lors près loin afin plus moins très trop tout tous toute
    toutes aucun aucune chaque plusieurs certains certaines quelques quelqu' autre autres ainsi alors aussi
    aussitôt cependant toutefois pourtant néanmoins enfin ensuite puis puisque parce parfois souvent bientôt
    déjà désormais encore toujours jamais maintenant actuellement aujourd' hier demain soudain finalement seul
    seule seuls seules notamment surtout même peut peu beaucoup tant bien mieux ne n' se y là ici voici voilà
    oui non deux trois quatre cinq six sept huit neuf dix cent mille était etait étaient etaient fut furent est
    sont ont avait pourquoi comment combien nul nulle lundi mardi mercredi jeudi vendredi samedi dimanche
"""

PARTICLES = "le la les l' de du des d'"

#: The keyboard has no À.
CARELESS = "à"
