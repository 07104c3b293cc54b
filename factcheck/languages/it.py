"""Italian: the abbreviations of the Crusca's usage, honorifics of the press, law's citations and small words."""

TITLES = """
    Sig Sigg Sig.ra Sig.na Sigg.re Dott Dott.ssa Dr Prof Prof.ssa Proff Avv Ing Arch Geom Rag Cav Comm On Onn
    Sen Mons Gen Col Cap Ten Magg Brig Serg Cap.no P Fr Sr SS S.E S.Em Rev Egr Gent Spett Ill Chiar Dir Pres Min
    Amm Mr Mrs Ms Mme M Mlle V.Cte St Uff Gr.Uff Card Arc Dep Cons Ass Prov sig sigg sig.ra sig.na dott dott.ssa
    prof prof.ssa avv ing arch geom rag cav on sen mons gen col magg brig serg
"""

INNER = """
    es ad.es p.es cfr vd v ved sec seg segg c.d cosid tel telef cell ca c.a div art artt all nn ed ediz trad
    pref introd cur a.c d.c lat gr fr ingl ted spagn ital fam gg psicol idraul meteor st econ distr prov reg
    conf dim orig resp intern
"""

BEFORE_NUMBERS = """
    n nn nr num art artt pag pagg p pp cap capp fig figg tab tav vol voll l ll lett co comm par parr § sez tel
    tit att all d.lgs d.l d.p.r c v vv reg dir ca prot sent cass lib disp
"""

ABBREVIATIONS = """
    S.p.A S.r.l s.p.a s.r.l S.a.s S.n.c Inc Ltd Co Corp Jr C.so V.le P.za P.zza a.C d.C A.C D.C u.s c.c c.p
    c.p.c c.p.p cod civ pen proc cost cit op id ibid N.B
"""

MONTHS = "gen genn feb febb mar apr mag giu lug ago set sett ott nov dic"

UNITS = "sec"

ENDINGS = "ecc etc"

ERAS = "a d avanti dopo"

STARTERS = """
    il lo la i gli le l' un uno una un' del dello della dei degli delle dell' al allo alla ai agli alle all' dal
    dallo dalla dai dagli dalle dall' nel nello nella nei negli nelle nell' sul sullo sulla sui sugli sulle
    sull' di a da in con su per tra fra senza sopra sotto dopo prima durante contro verso secondo oltre presso
    entro questo questa questi queste quest' quello quella quelli quelle quell' ciò chi che cosa quale quali
    quanto quanti quante come dove quando perché se e ed ma o oppure anche neppure nemmeno né però infatti
    quindi dunque allora così poi ora ancora già mai sempre spesso forse solo soltanto proprio inoltre tuttavia
    intanto invece infine perciò eppure anzi oggi ieri domani qui lì là ecco egli ella lui lei loro esso essa
    essi noi voi io tu mi ti ci vi si ne non no sì mio mia suo sua suoi sue nostro nostra ogni ognuno alcuni
    alcune tutti tutto tutta tutte molti molte molto poco pochi più meno altri altre altro nessuno nessuna due
    tre quattro cinque sei sette otto nove dieci è era erano sono ha hanno fu furono può appena mentre sebbene
    benché poiché siccome
"""

PARTICLES = "la lo i gli le l' di del della dello dei degli da dal"

#: Which words an edit may touch and which change what a sentence says, in small letters without accents.
EDITS = {
    "negation": "non no mai nessuno nessuna niente nulla ne senza tranne eccetto",
    "modality": """
        puo possono potrebbe potrebbero potra deve devono dovrebbe dovrebbero forse probabilmente probabile
        possibile presunto presunta presunti presunte sembra sembrano pare sarebbe sarebbero avrebbe avrebbero
        se sospettato sospettata apparentemente
    """,
    "attribution": """
        secondo detto dice dicono disse afferma affermato affermano dichiara dichiarato spiega spiegato sostiene
        sostenuto annuncia annunciato riferisce riferito ricorda aggiunge aggiunto avverte ritiene ritengono
        smentisce smentito conferma confermato denuncia denunciato accusa accusato fonti fonte testimoni
        testimone esperti rapporto studio sondaggio
    """,
    "quantity": """
        piu meno quasi tutto tutta tutti tutte ogni alcuni alcune diversi molte molti molto poco pochi
        maggioranza meta terzo doppio solo soltanto appena circa totale primo prima ultimo ultima altro altra
        altri troppo sempre ancora gia anche decine centinaia migliaia milione milioni miliardo miliardi
    """,
    "relation": """
        con senza prima dopo durante da fino per contro in su sotto tra fra verso perche quindi ma o e ed anche
        quando dove mentre come a al alla ai alle di del della dei delle dal nel nella sul
    """,
    "person": """
        io tu lui lei noi voi loro mi ti si ci vi lo la li le gli mio mia suo sua suoi sue nostro nostra chi che
        questo questa questi queste quello quella
    """,
    "dates": """
        gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre lunedi
        martedi mercoledi giovedi venerdi sabato domenica ieri oggi domani giorno giorni settimana settimane
        mese mesi anno anni ora ore minuto minuti secolo adesso
    """,
    "units": """
        euro dollaro dollari metro metri chilometro chilometri km m cm kg g tonnellata tonnellate litro litri
        ettaro ettari grado gradi punto punti
    """,
    "homographs": "sei",
    "numbers": """
        due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 dodici=12 tredici=13
        quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 diciannove=19 venti=20 cento=100
        mille=1000 zero=0
    """,
    "percent": "per_cento",
    "leading": "tuttavia inoltre d'altra_parte infatti in_effetti del_resto",
    "linking": "tuttavia",
    "adversative": "ma",
    "coordinating": "e ed",
    "subordinating": "perche sebbene",
    "lead_ins": "in dopo durante da per con senza secondo quando se nel nella ieri oggi",
    "subjects": "il lo la i gli le l un uno una questo questa questi queste lui lei loro suo sua",
    "relative": "che chi cui quale quali dove",
    "alike": "e=ed a=ad o=od il=l lo=l la=l",
    "free_case": """
        presidente ministro ministra governo sindaco sindaca lunedi martedi mercoledi giovedi venerdi sabato
        domenica internet
    """,
    "elided": "dell=della all=alla un=una",
    "elides": "yes",
    "accents": "restored",
    "decimals": ",",
}

#: Who speaks, and how firmly, in small letters without accents.
SOURCES = {
    "before": """
        secondo a_detta a_parere a_giudizio ad_avviso nelle_parole agli_occhi per_bocca citando stando si_legge
        a_quanto_riferito a_quanto_dichiarato a_quanto_comunicato a_quanto_riportato a_quanto_appreso a_quanto_emerge
    """,
    "leading": "di a d' da in",
    "origins": "da dal dallo dalla dai dagli dalle dall'",
    "view": "per",
    "frames": "nella nel nelle nei nello nell' dalla sulla con",
    "contracted": """
        del=il dello=lo della=la dell'=l' dei=i degli=gli delle=le al=il allo=lo alla=la all'=l' ai=i agli=gli alle=le
        dal=il dallo=lo dalla=la dall'=l' dai=i dagli=gli dalle=le nel=il nello=lo nella=la nell'=l'
        nei=i negli=gli nelle=le
    """,
    "verbs": """
        detto dice dicono disse dissero afferma affermano affermato dichiara dichiarano dichiarato spiega
        spiegano spiegato sostiene sostengono sostenuto annuncia annunciano annunciato riferisce riferiscono
        riferito ricorda ricordano ricordato aggiunge aggiungono aggiunto avverte avvertono avvertito
        ritiene ritengono ritenuto smentisce smentiscono smentito conferma confermano confermato denuncia
        denunciano denunciato accusa accusano accusato ammette ammettono ammesso critica criticano criticato
        difende difendono difeso racconta raccontano raccontato scrive scrivono scritto teme temono precisa
        precisano precisato sottolinea sottolineano sottolineato stima stimano stimato nega negano negato
        promette promettono promesso chiede chiedono chiesto rivela rivelano rivelato prevede prevedono
        fa_sapere fanno_sapere fatto_sapere fatto_notare insiste insistono insistito chiarisce chiariscono
        chiarito ribadisce ribadiscono ribadito mostra mostrano mostrato definisce definiscono definito
        dispone disposto esclude escludono escluso propone propongono proposto
        commenta commentano commentato segnala segnalano segnalato calcola calcolano calcolato osserva
        osservano osservato lamenta lamentano lamentato replica replicano replicato assicura assicurano
        assicurato suggerisce suggeriscono suggerito lancia lanciano lanciato descrive descrivono descritto
        dimostra dimostrano dimostrato anticipa anticipano anticipato rivendica
        rivendicano rivendicato identifica identificano identificato individua individuano individuato invita
        invitano invitato sollecita sollecitano sollecitato dichiaro scriveva scrivevano si_aspetta
        si_aspettano reso_noto rende_noto rendono_noto
        parla_di parlano_di parlato_di protesta protestano protestato confida confidano confidato propone
        rimarca rimarcano rimarcato ribatte ribattono ribattuto risponde rispondono risposto rispose auspica
        auspicano auspicato minaccia minacciano minacciato elogia elogiano elogiato loda lodano lodato
        contesta contestano contestato giudica giudicano giudicato conclude
        concludono concluso stabilisce stabiliscono stabilito constata constatano constatato ipotizza
        ipotizzano ipotizzato riconosce riconoscono riconosciuto ricostruisce invoca invocano invocato
        esprime esprimono espresso augura augurano augurato pretende pretendono preteso esige esigono
        consiglia consigliano consigliato raccomanda raccomandano raccomandato attacca attaccano attaccato
        si_lamenta si_lamentano si_dice si_dicono crede credono creduto pensa pensano pensato valuta valutano
        valutato quantifica respinge respingono respinto rimprovera rimproverano rimproverato evidenzia
        evidenziano evidenziato indica indicano indicato suppone sospetta sospettano sospettato
    """,
    "between": "ha hanno aveva avevano anche ieri lo li si ci gia poi non",
    "determiners": """
        il lo la i gli le l' un uno una un' questo questa alcuni alcune diversi diverse due tre quattro cinque
        altri
    """,
    "prepositions": "di del dello della dei degli delle dell' d' a al da dal in per con e all' dall' nell' sull'",
    "stops": """
        gia che chi dove quando ma se perche e' sono era ha hanno non si piu meno ci vi c' sara saranno erano
        stato stata dopo prima durante mentre come poi inoltre infine cosi
    """,
    "pronouns": "quest'ultimo quest'ultima questi_ultimi lui loro egli ella lei essi esse cio questo quello",
    "titles": "sig dott prof on don suor padre monsignor",
    "hedges": """
        forse probabilmente presumibilmente presunto presunta sembra sembrano pare potrebbe potrebbero
        avrebbe avrebbero sarebbe sarebbero osservatori esperti fonti
    """,
    "nobody": """
        quanto tutti tutte nessuno nessuna alcuni alcune altri altre molti molte pochi entrambi entrambe ognuno
        ciascuno qualcuno tutto nulla niente chiunque
    """,
    "calendar": """
        gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre gen
        feb mar apr giu lug ago set ott nov dic lunedi martedi mercoledi giovedi venerdi sabato domenica
    """,
    "links": "di del dello della dei degli d' da de e",
    "auxiliaries": "ha hanno aveva avevano avrebbe avrebbero ho abbia abbiano",
    "participle": r"(?:[auie]to|[auie]ti|[auie]ta|etto|itto|rso|sso|sto|eso)$",
    "openers": "dei degli delle",
    "passive": "si",
    "towards": "a al alla all' ai agli",
    "places": "da in a su durante davanti dopo al alla dal dalla nel nella",
    "people": """
        consiglieri sindaci giudici militanti dirigenti giornalisti utenti clienti alunni volontari
        parlamentari ingegneri residenti scienziati esperti ricercatori autorita medici professori lavoratori
        dipendenti avvocati
        magistrati analisti economisti attivisti critici agricoltori pescatori sindacalisti ministri deputati
        senatori testimoni familiari manifestanti organizzatori soldati ribelli pompieri studenti genitori fonti
    """,
    "like": "come",
    "joining": "e ed",
    "finite": r"\w(?:ò|[aeiu]rono|rà|ranno|isce|iscono)$",
    "plural": r"no$",
    "nonfinite": r"(?:ndo|mente|[aiu]t[oiae]|[aei]re|[aei]r[ls]i)$",
    "infinitive": r"[aei]re$",
    "that": "che ogni",
    "copulas": "e' sono era erano fu sara saranno sarebbe va vanno deve devono puo possono resta restano",
    "subordinators": "che chi dove quando se perche come ma",
    "clitics": "si non",
    "plurals": "i gli le alcuni alcune diversi diverse due tre quattro cinque altri",
    "prenominal": """
        ex nuovo nuova nuovi giovane giovani alto alta alti grande grandi primo prima altro altra
        stesso stessa vecchio vecchia futuro futura suo sua suoi sue loro proprio nostro nostra
        principale due tre quattro
    """,
    "connectives": """
        nonostante malgrado oltre tranne salvo contro sotto tra fra sopra senza ne sia tutto tutta tutti tutte
        anche perfino sebbene quindi pure secondo grazie invece bensi verso mediante su sul sulla sui sulle
    """,
}
