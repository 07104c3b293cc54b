"""French: the Imprimerie nationale's abbreviations, ranks and titles as newsrooms write them, and function words."""

#: Civil, military, religious and academic titles before names, and first names as bylines shorten them.
TITLES = """
    M MM Mr Mgr Mme Mmes Mlle Mlles Mlls Me Mes Dr Drs Pr Prs Prof Sr Sgt Cdt Cne Lt Col Gal Gén Adj Cal Cap
    Vve Ste Sts Stes Chr Ch Ph Fr Fs Jr St
"""

INNER = """
    ex c.-à-d càd cf conf vs env réf ref resp éd ed coll trad dir sous-dir tél tel fax apr hab circ min max
    bd bld boul av ap all imp pl rte sq chap introd spéc litt fam lat gr angl fr all esp ital
    janv févr fév avr juil sept oct nov déc suppl chr compl app appt bât rés
"""

BEFORE_NUMBERS = "no n nos nᵒ p pp art al fig figs vol t tome ch chap par § col l ll v vv ms éd num réf st"

ABBREVIATIONS = "etc Inc Ltd Co Corp Cie Sté Ets Jr Sr J.-C J-C a.m p.m ibid op.cit op.cit id sq sqq h min s"

ERAS = "av ap apr avant après"

STARTERS = """
    le la les l' un une des du de d' au aux à a ce cet cette ces c' ceci cela ça celui celle ceux celles
    il elle ils elles on nous vous je j' tu mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
    et mais ou où or ni car donc si quand lorsque lorsqu' comme que qu' qui quoi quel quelle quels quelles quant
    dans en par pour sur sous sans avec chez vers entre depuis pendant durant après avant selon malgré dès jusqu'
    contre parmi outre hormis sauf hors via face grâce suite lors près loin
    plus moins très trop tout tous toute toutes aucun aucune chaque plusieurs certains certaines quelques autre autres
    ainsi alors aussi aussitôt cependant toutefois pourtant néanmoins enfin ensuite puis puisque parce parfois souvent
    bientôt déjà désormais encore toujours jamais maintenant actuellement aujourd' hier demain soudain finalement
    seul seule seuls seules notamment surtout même peut peu beaucoup tant bien mieux pire
    ne n' se s' y là ici voici voilà oui non
    deux trois quatre cinq six sept huit neuf dix cent mille
    était etait est sont ont avait etaient étaient fut pourquoi comment combien
    lundi mardi mercredi jeudi vendredi samedi dimanche
"""

PARTICLES = "le la les l' de du des d'"
