"""Portuguese, of Portugal and Brazil: honorifics, ranks, abbreviations of the press and small words."""

TITLES = """
    Sr Srs Sra Sras Srta Dr Drs Dra Dras Prof Profs Profa Profª Eng Engº Arq Adv D Exmo Exma Ilmo Pe Fr Rev Mons
    Gen Gal Cel Maj Cap Ten Sgt Cmdt Alm Brig Des Min Dep Sen Gov Pres Dir Mr Mrs Ms M Mme St Sta Sto Stº V.Exª
    V.Ex S.Exª Lic Cdr sr srs sra sras dr drs dra prof profa eng arq
"""

INNER = """
    p.ex cf cfr vs ca aprox incl tel telef obs i.e trad org orgs coord adapt lat esp prov av r pç pça lgo est
    rod jd vl núm
"""

BEFORE_NUMBERS = """
    n nº nr núm art arts pág págs pg pgs p pp cap caps fig figs vol vols tel t ed v al inc § séc tab ap apt r av
    fls lt cx telef
"""

ABBREVIATIONS = "Cia Ltda Lda Inc Ltd Co Corp Jr Sr S.A a.C d.C q.b séc hab EUA"

HOURS = "a.m p.m"

MONTHS = "jan fev mar abr mai jun jul ago set out nov dez"

ENDINGS = "etc ss segs"

ERAS = "a d antes depois"

STARTERS = """
    o a os as um uma uns umas do da dos das no na nos nas ao à aos às pelo pela pelos pelas num numa dum duma de
    em por para com sem sob sobre entre até desde após antes depois durante contra segundo conforme perante este
    esta estes estas esse essa esses essas aquele aquela aqueles aquelas isto isso aquilo neste nesta nesse
    nessa ele ela eles elas eu tu nós você vocês se me lhe seu sua seus suas meu minha nosso nossa e mas ou nem
    porém contudo todavia entretanto portanto assim então também ainda já agora hoje ontem amanhã quando
    enquanto como onde que quem qual quais quanto quantos porque pois embora caso apesar além não sim nunca
    sempre talvez só apenas mesmo muito muitos muitas mais menos todo toda todos todas cada algum alguma alguns
    algumas nenhum nenhuma outro outra outros outras tal tanto quase ali aqui lá aí eis dois duas três quatro
    cinco seis sete oito nove dez é era eram são foi foram há tem têm está estão segunda-feira terça-feira
"""

PARTICLES = "o a os as do da dos das de"

#: Who speaks, and how firmly, in small letters without accents.
SOURCES = {
    "before": "segundo de_acordo_com conforme na_opiniao_de nas_palavras_de citando",
    "verbs": """
        disse disseram diz dizem dito afirmou afirma afirmaram declarou declara declararam explicou explica
        informou informa anunciou anuncia destacou ressaltou alertou acrescentou negou acredita acreditam
        considera defendeu defende negaram nega negam confirmou confirma confirmaram confirmam denunciou
        denuncia denunciaram garantiu garante garantiram criticou critica criticaram acusou acusa acusaram
        reconheceu reconhece reconheceram informaram alertaram alerta contou conta contaram escreveu escreve
        escreveram temem teme anunciaram explicaram destacaram lembrou lembra admitiu admite rejeitou
        rejeita ressalta prometeu promete estimou estima revelou revela insistiu insiste cobrou defenderam
        concluiu conclui preve consideram considerou
    """,
    "between": "tem tinha havia tambem ontem se ja so nao lhe segunda terca quarta quinta sexta sabado domingo",
    "determiners": """
        o a os as um uma este esta seu sua varios alguns umas uns seus suas dois tres quatro nosso nossa
        estes estas
    """,
    "prepositions": "de do da dos das em no na por pelo pela para com e ao aos pelas pelos nos nas d",
    "stops": """
        que quem onde quando mas se porque e sao foi tem nao mais menos ha havia houve era eram esta estao
        apos durante desde ate como
    """,
    "pronouns": "ele ela eles elas",
    "titles": "sr sra dr dra",
    "hedges": """
        talvez provavelmente possivelmente supostamente aparentemente parece parecem poderia poderiam teria
        teriam seria seriam observadores especialistas fontes
    """,
    "nobody": """
        todos todas ninguem alguns algumas outros outras muitos muitas poucos ambos ambas cada alguem nenhum
        nenhuma tudo nada quem varios
    """,
    "calendar": """
        janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro jan fev mar
        abr mai jun jul ago set out nov dez segunda terca quarta quinta sexta segunda-feira terca-feira
        quarta-feira quinta-feira sexta-feira sabado domingo
    """,
    "links": "de da do das dos e",
}
