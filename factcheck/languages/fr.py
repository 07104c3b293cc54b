"""French: abbreviations of the Imprimerie nationale's usage, ranks and titles of the press, grammar's small words."""

#: Civil, military, religious and academic titles, and the short forms of first names that bylines use.
TITLES = """
    M MM Mr Mrs Ms Mgr Mme Mmes Mlle Mlles Mll Me Dr Drs Pr Prs Prof Sgt Cdt Cne Col Gal Gén Adj Vve Ste Sts
    Stes Chr Ph Th Fr St Lt Cdts Lts Bx Ss LL.AA LL.AA.II.RR S.E S.M S.A.R S.S S.Exc N.-D
"""

#: Stand before a word they explain, a place or a person.
INNER = """
    p.ex par.ex c.-à-d c-à-d càd cf confer vs env resp éd trad dir coord prép introd tél apr hab circ bd bld
    boul av all pl rte sq imp fbg chem rés bât arr lat gr angl ital litt suppl compl appt sous-dir ap fl sc prov
    loc.cit
"""

BEFORE_NUMBERS = """
    no n nos nᵒ n° p pp al fig figs t ch chap § l ll v vv éd num réf st coll liv livr pl tab ann app hab tél f
    ff sect paragr alin env p.c Tel
"""

BEFORE_SMALL_NUMBERS = "art vol col"

#: Company forms, dates, and scholarly Latin; they end a sentence as often as not.
ABBREVIATIONS = """
    Inc Ltd Co Corp Cie Sté Ets Éts Jr Sr JC ibid op.cit id sq sqq al s éd réf av.J.-C S.A S.A.S S.A.R.L Md Mds
    Mrd
"""

HOURS = "a.m p.m"

UNITS = "mn"

MONTHS = "janv jan févr fév mar avr juil sept oct nov déc"

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

#: Which words an edit may touch and which change what a sentence says, in small letters without accents.
EDITS = {
    "negation": """
        ne pas non jamais rien aucun aucune aucuns aucunes nul nulle nuls nulles personne ni sans guere nullement
        aucunement point nenni sauf hormis excepte
    """,
    "modality": """
        peut peuvent peux pouvons pouvez pouvait pouvaient pourra pourront pourrait pourraient pourrais pourrions
        pourriez pu puisse puissent doit doivent dois devons devez devait devaient devra devront devrait devraient
        devrais devrions devriez du doive doivent faut fallait faudra faudrait semble semblent semblait semblerait
        parait paraissent paraitrait serait seraient serais serions seriez aurait auraient aurais aurions auriez
        ferait feraient irait iraient viendrait voudrait voudraient peut-etre probablement vraisemblablement
        eventuellement possiblement sans_doute certainement surement assurement apparemment presume presumee presumes
        presumees suppose supposee supposes supposees pretendu pretendue pretendus pretendues soi-disant soupconne
        soupconnee soupconnes soupconnees suspecte suspectee suspectes possible possibles impossible probable
        probables vraisemblable incertain certaine obligatoire obligatoires facultatif facultative facultatifs
        potentiel potentielle potentiels potentiellement risque risquent risquait si hypothetique va vont allait
        allaient ira iront eventuel eventuelle futur prochain oblige obligee
    """,
    "attribution": """
        selon affirme affirment affirmait affirmaient affirmer affirmant dit disent disait disaient dire
        disant declare declarent declarait declarer declarant assure assurent assurait assurer estime estiment estimait
        estimer estimant indique indiquent indiquait indiquer precise precisent precisait preciser ajoute ajoutent
        ajoutait ajouter explique expliquent expliquait expliquer annonce annoncent annoncait annoncer confirme
        confirment confirmait confirmer dement dementent dementi dementir soutient soutiennent soutenu soutenait
        souligne soulignent soulignait souligner soulignant rapporte rapportent rapportait rapporter revele revelent
        reveler cite citent citer cite temoigne temoignent temoigner raconte racontent raconter denonce denoncent
        denoncer accuse accusent accuser reconnait reconnaissent reconnu admet admettent admis pretend pretendent
        pretendre pense pensent penser croit croient juge jugent juger note notent noter observe observent rappelle
        rappellent rappeler repond repondent repondu demande demandent demander conteste contestent contester qualifie
        qualifient qualifiant source sources temoin temoins officiel officiels officielle expert experts observateurs
        porte-parole communique rapport etude sondage autorites
    """,
    "quantity": """
        plus moins tres trop peu assez beaucoup presque pres environ quasi quasiment tout toute tous toutes chaque
        plusieurs certains certaines quelque quelques nombreux nombreuses majorite minorite plupart moitie tiers quart
        double triple seul seule seuls seules seulement uniquement exclusivement entierement totalement partiellement
        largement legerement fortement maximum minimum maximal minimal total totale autant davantage tant encore deja
        toujours souvent parfois rarement jusque mieux meilleur meilleure pire moindre des les divers diverses
        ensemble dizaine dizaines centaine centaines millier milliers million millions milliard milliards douzaine
        quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine juste a_peine meme aussi autre autres
        premier premiere dernier derniere unique fois
    """,
    "relation": """
        avec sans avant apres pendant durant depuis pour contre par sur sous dans hors chez entre vers envers parmi
        malgre selon lors des jusque car parce puisque donc ainsi mais ou et or cependant toutefois quand lorsque comme
        si quoique bien tandis alors a au aux en de dont ici la-bas loin pres autour derriere devant face grace
        cause faute lieu faveur moyennant outre sauf via voici voila afin hormis suite suivant apres contre
    """,
    "person": """
        je tu il elle on nous vous ils elles me te se moi toi soi lui leur leurs eux mon ma mes ton ta tes son sa ses
        notre nos votre vos qui dont lequel laquelle lesquels lesquelles celui celle ceux celles ce cet cette ces ceci
        cela ca auquel duquel quiconque y en
    """,
    "dates": """
        janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi
        vendredi samedi dimanche hier aujourd hui demain avant-hier apres-demain matin midi soir nuit veille lendemain
        jour jours semaine semaines mois an ans annee annees siecle heure heures minute minutes seconde secondes
        printemps ete automne hiver trimestre semestre actuellement maintenant desormais bientot recemment
        prochainement immediatement
    """,
    "units": """
        euro euros dollar dollars livre livres yen yens franc francs pourcent pour_cent metre metres kilometre
        kilometres km m cm mm kg g tonne tonnes kilo kilos gramme grammes litre litres l hectare hectares ha degre
        degres point points h mn min s kwh mw gw watt watts octet octets ko mo go
    """,
    "homographs": "neuf",
    "numbers": """
        deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13
        quatorze=14 quinze=15 seize=16 vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 cent=100
        cents=100 mille=1000 zero=0
    """,
    "leading": """
        cependant toutefois neanmoins par_ailleurs par_contre en_outre de_plus en_effet en_revanche d'ailleurs
        quant_a_lui quant_a_elle de_son_cote a_noter pour_rappel pour_memoire a_ce_propos du_reste egalement en_fait
    """,
    "alike": "le=l la=l ce=cet",
    "accent_matters": """
        a ou la du sur des cote cotes marche marches tue tues juge juges mur murs mure mures jeune jeunes foret forets
        notre votre ca cru crus pale pales colon colons interne internes retraite retraites accuse accuses blesse
        blesses arrete arretes prive prives mele conteste affirme entre pres ete moral revele arriere genes gene mais
        diner relache acre acres adherent age ages aveuglement bats beat beates belons boite boites butes conferent
        convergent crepons croit different debout demis denier deniers designer devient deviez devions equivalent
        ether excedent expedient faite faites fera feras divergent felons feta forcement fut genet genets have haves
        incident indifferent influent isolement lache laches legere media meme memento melons mites mole moles
        mat mats matin matins mature matures mue negligent palot palots peche peches pecheur pecheurs percussions
        pole poles precedent president petons pretres rebellions recreation reparais reussites resident rots rebus
        sacrement secretent seriez serions somme soul sure sures taches tenu tenue tenus tenues tete tetes tracas
        email emails male males
        venus vites vite violent cure cures ecrie mange prie jais roti rotis hale tache vole affluent allie
        bailleur dine mais pecher tacher poele depose
        defera deferai deferait deferais deferent deferons genera generai generais generait generaient generas generons
        generez refera referai referais referait referent referons referez revera reverai reverait reverent
    """,
    "case_matters": "mars",
    "elided": """
        d=de n=ne j=je m=me t=te s=se qu=que c=ce jusqu=jusque lorsqu=lorsque puisqu=puisque quoiqu=quoique
        presqu=presque quelqu=quelque
    """,
    "elides": "yes",
    "linking": "cependant toutefois neanmoins",
    "compounds": "weekend weekends portemonnaie email emails",
    "adversative": "mais",
    "coordinating": "et",
    "subordinating": "afin car puisque lorsque si",
    "lead_ins": """
        en dans pour apres avant depuis pendant durant si quand lorsque avec sans malgre sur sous chez des contre
        parmi lors a au aux vers entre hier aujourd lundi mardi mercredi jeudi vendredi samedi dimanche
        puisque selon
    """,
    "subjects": """
        le la les l un une des ce cet cette ces il elle on nous vous ils elles je j mon ma mes ton ta tes son sa ses
        notre nos votre vos leur leurs
    """,
    "relative": "qui que dont ou lequel laquelle lesquels lesquelles auquel duquel quoi",
    "free_case": """
        president presidente ministre gouvernement parlement senateur depute deputee maire prefet prefete
        ministere lundi mardi mercredi jeudi vendredi samedi dimanche internet web pass
    """,
    "plurals": "les des ces mes tes ses nos vos leurs plusieurs quelques aux certains certaines",
    "percent": "pourcent pour_cent",
    "accents": "listed",
    "decimals": ",.",
    "accent_stems": """
        baill decel lacer liser maconn pech paliss reform repart reprouv recre roda rode rodi rodo tacha tache tachi
        tacho refren
    """,
    "confusable": """
        addiction addictions addictif addictifs addictive homophobie colocation colocations supporteurs doctorants
        evitement apparement silicone spoiler califat charia package poutine brabant couillard scandinavie kabyle
        kabylie radicalement cougar cougars croate croates mosellan
    """,
    "gerund": "ant",
}

#: Who speaks, and how firmly, in small letters without accents.
SOURCES = {
    "before": """
        selon d'apres a_en_croire aux_dires au_dire aux_yeux selon_les_informations d'apres_les_informations
        selon_des_informations appris_aupres appris_de de_l'avis de_l'aveu citant
        cite_par a_entendre a_lire peut-on_lire lit-on se_fie_a se_fie_aux_chiffres du_cote
    """,
    "leading": "de d' dans",
    "view": "pour",
    "frames": """
        interroge interrogee interroges contacte contactee contactes sollicite sollicitee invite invitee joint
        jointe
    """,
    "contracted": "du=le des=les",
    "verbs": """
        admet admettent admis averti avertit avertissent conclu conclut concluent contredit convient convenu
        craint craignent croit croient dement dementi dementent dit disent disait disaient ecrit ecrivent
        ecrivait ecrivaient appelle appellent
        entend garanti garantit maintient maintiennent maintenu nie nient pretend pretendent pretendu predit
        predisent promet promettent promis reconnait reconnaissent reconnu repond repondent repondu soutient
        soutiennent soutenu souhaite souhaitent suggere suggerent prevoit prevoient promettait apprend reagi
        reagit reagissent rencherit rencherissent encheri previent previennent prevenu poursuit fait_savoir
        fait_valoir font_savoir font_valoir se_plaint se_plaignent exige exigent s'indigne s'indignent
        s'insurge s'insurgent s'inquiete
        s'inquietent se_felicite se_felicitent croit_savoir croient_savoir exclu exclut excluent decrit
        decrivent decrivait defend defendent defendu
        dixit etablit etablissent deduit deduisent s'etonne s'etonnent s'alarme s'alarment parle_de parlent_de     """,
    "regular": """
        e ent ait aient a erent es: accus admet affirm ajout alert annonc argument argu assur avanc avou cit
            clam command conclu confess confi confirm consider critiqu declar demand denonc detaill estim
            evoqu exhort expliqu expos extrapol formul ignor imput indiqu insist interrog invoqu jug jur
            justifi lanc martel mentionn not notifi observ pens plaid precis preconis proclam promulgu
            qualifi racont rapport rappel reclam rectifi redout refut rejet relat relev remarqu repet
            repliqu repos requ resum retorqu revel revendiqu signal soulign suggere telegraphi temoign
        e ent ait aient a erent es: deplor regrett refus ordonn recens evalu chiffr constat montr menac reiter nuanc
            fustig epingl salu privilegi point enonc interpell resum comment invit rectifi tranch argument
            rejet approuv desapprouv celebr protest murmur chuchot confess resum
            prophetis ecart balai contest vant blam raill regrett moqu analys propos tacl ironis souffl glis
            dementi prevoi tabl attribu reproch exig recommand
    """,
    "between": """
        a ont avait avaient aurait auraient est s' n' l' y en ne se lui leur me nous egalement aussi ensuite
        aujourd'hui enfin encore deja toutefois cependant notamment pourtant ainsi egalement mardi lundi mercredi jeudi
        vendredi samedi dimanche hier alors recemment vivement fermement lors
    """,
    "determiners": """
        le la les l' un une ce cet cette ces son sa ses leur leurs notre nos plusieurs certains certaines
        quelques deux trois quatre cinq six dix
    """,
    "prepositions": "de du des d' a au aux par pour en dans sur entre et chez sous contre avec sans",
    "stops": """
        que qu' qui dont ou plus moins environ quelque il elle ils elles on nous vous je j' c' mais car si
        quand lorsque comme est sont ont etre etait etaient avait avaient sera seront n' ne se s' mardi
        lundi mercredi jeudi vendredi samedi dimanche hier tandis alors puisque parce lors apres avant
        depuis pendant durant
    """,
    "pronouns": """
        il elle ils elles celui-ci celle-ci ceux-ci celles-ci ce_dernier cette_derniere ces_derniers
        ces_dernieres lui eux lui-meme elle-meme celui celle ceux cela ca ceci
    """,
    "titles": "m mm mme mmes mlle dr pr me mgr",
    "hedges": """
        peut-etre sans_doute probablement vraisemblablement apparemment semble semblent semblait paraitrait
        on_dit dit-on des_sources de_source il_se_pourrait aurait auraient serait seraient pourrait
        pourraient devrait devraient presume presumes suppose supposes pretendu pretendue eventuel
        eventuelle possible possibles rumeur rumeurs observateurs experts specialistes analystes
        proche_du_dossier
    """,
    "hedging": r"\w{3,}(?:e|i|d)rai(?:en)?t",
    "nobody": """
        chacun chacune tous toutes tout personne nul nulle aucun aucune rien certains certaines d'autres
        autres beaucoup plusieurs autrui quiconque quelqu'un
    """,
    "calendar": """
        janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv fev fevr
        avr juil sept oct nov dec lundi mardi mercredi jeudi vendredi samedi dimanche
    """,
    "links": "de du des d' la le les l' et",
    "auxiliaries": "a ont avait avaient aurait auraient ayant aura auront as ai",
    "participle": r"(?:é|ée|és|ées)$",
    "towards": "a au aux",
    "places": "devant depuis lors dans en sur durant pendant apres avant",
    "openers": "des",
    "like": "comme",
    "joining": "et",
    "finite": r"\w(?:[eid]r(?:a|ont|ait)|[^rflh]ait|aient|[iuè]rent)$",
    "plural": r"nt$",
    "nonfinite": r"(?:ant|[ea]mment|ement|é|ée|és|ées|ees?)$",
    "infinitive": r"(?:[^i]er|ir|oir|dre)$",
    "that": "que qu' etre toute tout tous toutes",
    "copulas": """
        est sont etait etaient sera seront serait seraient va vont doit doivent peut peuvent fait
        font reste restent ne n'
    """,
    "subordinators": "qui que qu' dont ou quand lorsque si comme puisque",
    "clitics": "n' ne s' se",
    "plurals": "les des ces ses leurs nos plusieurs certains certaines quelques deux trois quatre cinq six dix",
    "prenominal": """
        ancien ancienne anciens anciennes ex nouveau nouvel nouvelle nouveaux jeune jeunes haut
        haute hauts grand grande grands petit petite premier premiere autre autres propre meme vieux
        vieil vieille futur vice principal principale principaux bon deux trois quatre cinq dix
    """,
    "connectives": """
        malgre faute sauf outre voire soit dont ou ni puis tandis alors meme surtout y jusqu' hormis excepte
        moyennant suivant concernant vu tout toute tous toutes ainsi bien plutot seul seule presque pres puisque
        tant quant chaque pourtant donc or car selon d'apres parmi vers dit
    """,
}
