"""Spanish, of Spain and the Americas: the Academy's list of abbreviations, honorifics and small words."""

TITLES = """
    Sr Sres Sra Sras Srta Srtas D Dª Dña Dn Dr Dres Dra Dras Prof Profs Profa Lic Licda Ing Arq Abg Mons Fr Pbro
    Rvdo Excmo Excma Ilmo Ilma Gral Cnel Tte Cap Cmdte Cdte Sgto Almte Gob Pdte Pdta Dir Sto Sta S.M S.A.R S.E
    Ud Uds Vd Vds Mr Mrs Ms M Mme St Mt sr sra dr dra prof lic ing gral
"""

INNER = """
    EE FF JJ RR CC ej p.ej cf cfr vs aprox apdo avda av ctra pza pl tel tfno telf tlf ca máx mín dpto depto izda
    dcha núm ref trad ed coord dir incl esp lat fr ing edif col v.gr párr párrf
"""

BEFORE_NUMBERS = """
    n nº núm núms num nro no art arts pág págs pag p pp cap caps fig figs vol vols t tel ed km párr párrf párrs
    inc apdo cra dto ext N° n° av v min lám tab sec f ff lun mié jue sáb Mar Vie Dom
"""

ABBREVIATIONS = """
    Cía Inc Ltd Ltda Co Corp Jr S.A S.L S.R.L a.C d.C EEUU UU AA OO HH JJ.OO RR.HH FF.AA CC.OO D.F D.C seg hs
    hrs hab admón Admón pts ptas atte izq der
"""

HOURS = "a.m p.m"

MONTHS = "ene feb abr may jun jul ago set sept oct nov dic"

ENDINGS = "etc ss"

ERAS = "a d antes después"

STARTERS = """
    el la los las lo un una unos unas al del de en por para con sin sobre entre hasta desde tras ante bajo
    contra según durante mediante hacia salvo excepto este esta estos estas ese esa esos esas aquel aquella
    aquellos aquellas esto eso aquello él ella ellos ellas yo tú nosotros usted ustedes se me te le les su sus
    mi mis tu tus nuestro nuestra y e pero o u ni sino mas aunque porque pues si cuando mientras como donde que
    quien quienes cual cuanto qué quién cómo cuándo dónde cuál además también tampoco así entonces luego después
    antes ahora hoy ayer mañana aún todavía ya siempre nunca quizá quizás tal acaso solo sólo no sí muy más
    menos mucho muchos muchas poco pocos todo toda todos todas cada algún alguna algunos algunas ningún ninguna
    nada nadie otro otra otros otras tanto embargo finalmente allí aquí ahí dos tres cuatro cinco seis siete
    ocho nueve diez es era eran son fue fueron ha han había hay está están tiene
"""

PARTICLES = "el la los las de del"

#: Which words an edit may touch and which change what a sentence says, in small letters without accents.
EDITS = {
    "negation": "no nunca jamas nadie nada ningun ninguna ninguno tampoco ni sin excepto salvo",
    "modality": """
        puede pueden podria podrian podra podran debe deben deberia deberian debio quiza quizas tal_vez probable
        probablemente posible posiblemente presunto presunta presuntos presuntas supuesto supuesta supuestamente
        presuntamente parece parecen seria serian habria habrian si sospechoso sospechosa aparentemente
    """,
    "attribution": """
        segun dijo dice dicen dijeron afirmo afirma afirmaron aseguro asegura aseguraron declaro declara explico
        explica senalo indico indica anuncio anuncia denuncio denuncia sostuvo sostiene informo informa agrego
        anadio advirtio reconocio reconoce nego niega confirmo confirma acuso acusa cree creen estima fuentes
        fuente testigos testigo expertos informe estudio encuesta
    """,
    "quantity": """
        mas menos casi todo toda todos todas cada algunos algunas varios varias muchos muchas mucho poco pocos
        mayoria mitad tercio doble solo solamente apenas cerca unos unas medio total primer primera primero
        ultimo ultima otro otra otros otras muy tan siempre nunca aun ya tambien decenas cientos miles millon
        millones
    """,
    "relation": """
        con sin antes despues durante desde hasta para contra por en sobre bajo entre hacia segun porque pues
        pero o y e u aunque cuando donde mientras como a al de del ante tras
    """,
    "person": """
        yo tu el ella nosotros ustedes ellos ellas me te se nos le les lo la los las mi mis su sus nuestro
        nuestra quien quienes este esta estos estas ese esa esos esas aquel aquella
    """,
    "dates": """
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes
        miercoles jueves viernes sabado domingo ayer hoy manana dia dias semana semanas mes meses ano anos hora
        horas minuto minutos siglo ahora
    """,
    "units": """
        euro euros dolar dolares peso pesos metro metros kilometro kilometros km m cm kg g tonelada toneladas
        litro litros hectarea hectareas grado grados punto puntos
    """,
    "numbers": """
        dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14
        quince=15 dieciseis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 cien=100 mil=1000 cero=0
    """,
    "percent": "por_ciento",
    "leading": """
        sin_embargo no_obstante ademas por_otra_parte por_otro_lado en_efecto asimismo de_hecho por_cierto
    """,
    "adversative": "pero sino",
    "coordinating": "y e",
    "subordinating": "porque aunque",
    "lead_ins": "en tras durante desde hasta para por con sin segun cuando si ayer hoy aunque",
    "subjects": "el la los las un una unos unas este esta estos estas su sus ella ellos ellas",
    "relative": "que quien quienes cual cuales cuyo cuya donde",
    "alike": "y=e o=u",
    "free_case": """
        presidente presidenta ministro ministra gobierno alcalde alcaldesa lunes martes miercoles jueves viernes
        sabado domingo internet
    """,
    "accents": "restored",
    "decimals": ",",
}

#: Who speaks, and how firmly, in small letters without accents.
SOURCES = {
    "before": """
        segun de_acuerdo_con a_juicio en_palabras en_opinion citando a_decir a_ojos en_boca se_lee
    """,
    "leading": "de a en",
    "origins": "desde",
    "view": "para",
    "frames": "preguntado preguntada preguntados consultado consultada contactado contactada",
    "contracted": "del=el al=el",
    "verbs": """
        dijo dijeron dice dicen dicho afirmo afirma afirmaron afirman aseguro asegura aseguraron declaro
        declara declararon explico explica senalo senala senalaron indico indica indicaron anuncio anuncia
        denuncio sostuvo sostiene informo informa agrego anadio advirtio reconocio nego cree creen estima
        estiman considera negado afirmado declarado confirmo confirma confirmaron confirman confirmado
        concluyo concluye concluyeron denuncian denunciaron denunciado recordo recuerda recordaron
        informaron informan criticaron critico critica culpo culpa acuso acusa acusaron advierte advierten
        advirtieron conto cuenta contaron defendio defiende escribio escribe reconoce reconocieron temen
        teme sostienen preciso precisa aclaro aclara subrayo subraya insistio insiste reclamo reclama
        rechazo rechaza anunciaron asegurado explicaron negaron niega niegan calculo calcula preve preven
        opina opinan relato admitio admite mantiene mantienen mantuvo mantuvieron exige exigen exigio
        exigieron desmiente desmienten desmintio desmintieron sugiere sugieren sugirio promete prometen
        prometio prometieron pide piden pidio pidieron muestra muestran mostro mostraron propone proponen
        propuso advertido reconocido sostenido describe describen describio describieron escribia escribian
        excluye excluyen excluyo confeso confiesa confesaron habla_de hablo_de hablan_de hablaron_de
        arremete arremetio arremetieron avisa avisan defienden defendieron responde respondio responden
        respondieron dictamino dictamina ve ven vio vieron coincide coinciden
        coincidio coincidieron lamento cifra apoya apoyan apoyo apoyaron se_queja se_quejan se_quejo
        se_quejaron se_indigna se_indignan sospecha sospechan sospecho propone urge urgio urgen pronostica
    """,
    "between": """
        ha han habia habian tambien ayer lo le les se ya solo no martes lunes miercoles jueves viernes
        sabado domingo luego despues ademas asi entonces finalmente
    """,
    "determiners": """
        el la los las un una este esta estos su sus varios varias algunos algunas otros unos unas nuestro
        nuestra dos tres cuatro
        estas aquel
    """,
    "prepositions": "de del a al por para en con y contra",
    "stops": """
        ya que quien donde cuando pero si porque es son fue ha han no se mas menos hay hubo era eran estan
        estaba hasta desde durante tras ante como luego despues ademas asi entonces finalmente
    """,
    "pronouns": "este_ultimo esta_ultima estos_ultimos ella ellos ellas estos esto eso aquello",
    "titles": "sr sra dr dra don dona",
    "hedges": """
        quizas quiza tal_vez probablemente posiblemente presuntamente supuestamente al_parecer parece
        parecen podria podrian habria habrian seria serian observadores expertos fuentes
    """,
    "nobody": """
        todos todas nadie algunos algunas otros otras muchos muchas pocos ambos ambas cada alguien ninguno
        ninguna todo nada varios quien
    """,
    "calendar": """
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene feb mar
        abr jun jul ago sept oct nov dic lunes martes miercoles jueves viernes sabado domingo
    """,
    "links": "de del la las los y",
    "regular": """
        a an o aron ado aba aban: avis relat alert aleg orden calific tach cifr manifest lament reiter pronostic
            proclam rehus descart demostr anticip identific detall cuantific alert anhel atribuy
            precis inform esper coment insist acus critic denunci recomend lanz reproch celebr felicit
            contest replic respald rememor protest cuestion pronunci public asegur afirm declar explic senal indic
            anunci confirm record reclam rechaz cont calcul opin admir apost adelant apel augur alab elogi
            apunt matiz puntualiz coment narr reivindic solicit justific ratific revel denunci rechaz
    """,
    "auxiliaries": "ha han habia habian",
    "passive": "se",
    "towards": "a al",
    "places": "en desde ante durante tras",
    "people": """
        concejales alcaldes jueces magistrados militantes dirigentes periodistas usuarios clientes alumnos
        voluntarios directivos ingenieros vecinos cientificos expertos investigadores autoridades medicos
        profesores trabajadores empleados abogados
        fiscales analistas economistas activistas criticos agricultores pescadores sindicalistas ministros
        diputados senadores testigos familiares manifestantes organizadores soldados rebeldes bomberos policias
        funcionarios pacientes estudiantes padres fuentes
    """,
    "like": "como segun",
    "joining": "y e",
    "finite": r"\w(?:ó|aron|ieron|aban?|ían|arán?|erán?|irán?)$",
    "plural": r"n$",
    "nonfinite": r"(?:ndo|mente|[ai]d[oa]s?|[aei]r)$",
    "infinitive": r"[aei]r$",
    "that": "que",
    "copulas": "es son era eran fue fueron sera seran seria va van debe deben puede pueden hay esta estan",
    "subordinators": "que quien donde cuando si porque como pero",
    "clitics": "se no",
    "plurals": "los las unos unas estos estas sus varios varias algunos algunas otros dos tres",
    "prenominal": """
        antiguo antigua antiguos ex nuevo nueva nuevos joven jovenes alto alta altos gran grandes
        primer primera otro otra otros propio propia mismo misma viejo vieja futuro futura
        exministro principal principales mayor dos tres cuatro
    """,
    "connectives": """
        segun incluso mientras aunque pues excepto salvo contra bajo entre sobre sin ni tanto sea pese todo
        toda todos todas sino como tras ademas aun solo mediante hacia
    """,
}
