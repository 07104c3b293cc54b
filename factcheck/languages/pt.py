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

#: Which words an edit may touch and which change what a sentence says, in small letters without accents.
EDITS = {
    "negation": "nao nunca jamais ninguem nada nenhum nenhuma nem sem exceto salvo",
    "modality": """
        pode podem poderia poderiam podera deve devem deveria deveriam talvez provavelmente provavel possivel
        possivelmente suposto suposta supostos supostas supostamente alegado alegada parece parecem seria seriam
        teria teriam se suspeito suspeita aparentemente
    """,
    "attribution": """
        segundo disse disseram diz dizem afirmou afirma afirmaram declarou declara explicou explica informou
        informa anunciou anuncia destacou alertou acrescentou negou nega confirmou confirma acusou acusa
        acredita acreditam considera fontes fonte testemunhas testemunha especialistas relatorio estudo pesquisa
    """,
    "quantity": """
        mais menos quase todo toda todos todas cada alguns algumas varios varias muitos muitas muito pouco
        poucos maioria metade terco dobro so somente apenas cerca total primeiro primeira ultimo ultima outro
        outra outros outras sempre ainda ja tambem dezenas centenas milhares milhao milhoes bilhao bilhoes
    """,
    "relation": """
        com sem antes depois durante desde ate para contra por em no na nos nas sobre sob entre porque pois mas
        ou e embora quando onde enquanto como a ao aos de do da dos das apos
    """,
    "person": """
        eu tu ele ela nos voces eles elas me te se lhe lhes o a os as meu minha seu sua seus suas nosso nossa
        quem este esta estes estas esse essa aquele aquela
    """,
    "dates": """
        janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro segunda terca
        quarta quinta sexta sabado domingo ontem hoje amanha dia dias semana semanas mes meses ano anos hora
        horas minuto minutos seculo agora
    """,
    "units": """
        euro euros dolar dolares real reais metro metros quilometro quilometros km m cm kg g tonelada toneladas
        litro litros hectare hectares grau graus ponto pontos
    """,
    "numbers": """
        dois=2 duas=2 tres=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 treze=13
        catorze=14 quatorze=14 quinze=15 dezesseis=16 dezassete=17 dezessete=17 dezoito=18 dezenove=19 vinte=20
        cem=100 mil=1000 zero=0
    """,
    "percent": "por_cento",
    "leading": "no_entanto contudo todavia alem_disso por_outro_lado de_fato de_facto alias",
    "linking": "contudo todavia",
    "adversative": "mas",
    "coordinating": "e",
    "subordinating": "porque embora",
    "lead_ins": "em no na apos durante desde para por com sem segundo quando se ontem hoje",
    "subjects": "o a os as um uma uns umas este esta estes estas ele ela eles elas seu sua seus suas",
    "relative": "que quem qual quais cujo cuja onde",
    "free_case": "presidente ministro ministra governo prefeito prefeita internet",
    "accents": "restored",
    "decimals": ",",
}

#: Who speaks, and how firmly, in small letters without accents.
SOURCES = {
    "before": """
        segundo de_acordo_com conforme na_opiniao nas_palavras no_entender na_avaliacao no_parecer
        aos_olhos citando le-se
        do_lado da_parte
    """,
    "leading": "de em",
    "view": "para",
    "frames": "num numa questionado questionada contactado contactada procurado procurada",
    "finite": r"\w(?:[^e]ou|[^aeio]iu|[tdcvmlrh]eu|[eai]ram|[aá]vam?|rá|-(?:se|lhe|lhes|me|nos))$",
    "contracted": "do=o da=a dos=os das=as no=o na=a nos=os nas=as",
    "verbs": """
        disse disseram diz dizem dito afirmou afirma afirmaram declarou declara declararam explicou explica
        informou informa anunciou anuncia destacou ressaltou alertou acrescentou negou acredita acreditam
        considera defendeu defende negaram nega negam confirmou confirma confirmaram confirmam denunciou
        denuncia denunciaram garantiu garante garantiram criticou critica criticaram acusou acusa acusaram
        reconheceu reconhece reconheceram informaram alertaram alerta contou conta contaram escreveu escreve
        escreveram temem teme anunciaram explicaram destacaram lembrou lembra admitiu admite rejeitou
        rejeita ressalta prometeu promete estimou estima revelou revela insistiu insiste cobrou defenderam
        concluiu conclui preve consideram considerou exige exigem exigiu exigiram desmente desmentem
        desmentiu desmentiram sugere sugerem sugeriu propoe propoem
        propos escrevia escreviam descreve descrevem descreveu descreveram exclui excluem excluiu falou_em
        fala_em fala_num fala_numa falam_em fala_de falou_de falam_de decidiu decidem
        conclui conclua admitem admitiram recordou queixa-se queixou-se queixam-se assume assumiu ve veem viu
        mantem mantiveram manteve diz-se pede pedem pediu pediram prometem prometeram previu
    """,
    "between": "tem tinha havia tambem ontem se ja so nao lhe segunda terca quarta quinta sexta sabado domingo",
    "determiners": """
        o a os as um uma este esta seu sua varios varias alguns algumas outros umas uns seus suas dois tres
        quatro nosso nossa
        estes estas
    """,
    "prepositions": "de do da dos das em no na por pelo pela para com e ao aos pelas pelos nos nas d contra",
    "stops": """
        ja que quem onde quando mas se porque sao foi tem nao mais menos ha havia houve era eram esta estao
        apos durante desde ate como depois tambem alem assim entao finalmente
    """,
    "pronouns": "este_ultimo esta_ultima estes_ultimos ele ela eles elas dele dela deles delas isso isto aquilo",
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
    "openers": "",
    "towards": "a ao aos",
    "regular": """
        a am ou aram ado ava avam: alert esper aleg indic reivindic demonstr classific identific descart
            antecip detalh avalia aleg avanc public precis adiant anunci protest ameac recus apel recomend calcul
            avali cit
            elogi lanc afirm declar explic inform confirm record lembr cont confess fris sublinh salient acus critic
            neg acredit consider destac ressalt comunic apoi argument apel denunci estim
            sustent estim calcul reclam lament reiter avis afirm orden determin revel
            mostr notici coment relat solicit ratific narr apont assegur observ desabaf critic
            e em eu eram ido ia iam: esclarec reconhec defend respond tem advert promet escrev
    """,
    "people": """
        fontes familiares tecnicos vereadores autarcas prefeitos juizes militantes dirigentes
        jornalistas utentes clientes alunos
        voluntarios parlamentares engenheiros moradores cientistas especialistas pesquisadores autoridades
        policiais medicos professores
        trabalhadores funcionarios advogados promotores analistas economistas ativistas criticos
        agricultores pescadores sindicalistas ministros deputados senadores testemunhas familiares vizinhos
        manifestantes organizadores soldados rebeldes investigadores bombeiros
    """,
    "auxiliaries": "tinha tinham havia haviam",
    "passive": "se",
    "places": "em no na nos nas durante perante desde apos",
    "like": "como conforme segundo",
    "joining": "e",
    "plural": r"m$",
    "nonfinite": r"(?:ndo|mente|[ai]d[oa]s?|[aei]r)$",
    "infinitive": r"[aei]r$",
    "that": "que qualquer",
    "copulas": "sao era eram foi foram sera serao seria vai vao deve devem pode podem ha esta estao",
    "subordinators": "que quem onde quando se porque como mas",
    "clitics": "se nao",
    "plurals": "os as uns umas estes estas seus suas varios varias alguns algumas outros dois tres quatro",
    "prenominal": """
        antigo antiga antigos ex novo nova novos jovem jovens alto alta altos grande grandes
        primeiro primeira outro outra proprio propria mesmo mesma velho velha futuro futura seu sua
        seus suas principal principais dois duas tres quatro
    """,
    "connectives": """
        segundo incluindo enquanto embora pois exceto salvo contra sob entre sobre sem nem tanto seja apesar todo
        toda todos todas mesmo alem ainda mediante sobretudo inclusive
    """,
}
