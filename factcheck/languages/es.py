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

#: Who speaks, and how firmly, in small letters without accents.
SOURCES = {
    "before": "segun de_acuerdo_con a_juicio_de en_palabras_de en_opinion_de citando_a",
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
        opina opinan relato admitio admite
    """,
    "between": """
        ha han habia habian tambien ayer lo le les se ya solo no martes lunes miercoles jueves viernes
        sabado domingo
    """,
    "determiners": """
        el la los las un una este esta estos su sus varios algunos unos unas nuestro nuestra dos tres cuatro
        estas aquel
    """,
    "prepositions": "de del a al por para en con y",
    "stops": """
        que quien donde cuando pero si porque es son fue ha han no se mas menos hay hubo era eran estan
        estaba hasta desde durante tras ante como
    """,
    "pronouns": "ella ellos ellas estos",
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
}
