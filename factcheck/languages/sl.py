"""Slovene: abbreviations of Slovenski pravopis, titles and small words."""

TITLES = "g gdč prof doc dr mag inž dipl univ sv akad gen izr pok spec"

INNER = "npr tj t.i t.im oz gl prim ang lat fr špan ital it gr roj ca prev ul c št"

BEFORE_NUMBERS = "št str čl odst tč sl tab pogl letn zv tel l"

ABBREVIATIONS = "ga d.o.o d.d s.p l tis mio mrd min sek km m kg ha pr.n.št n.št ml st Inc Ltd Co Corp Jr"

ENDINGS = "itd itn ipd idr etc"

ORDINALS = "yes"

STARTERS = """
    v na z s iz do od po o u za pod nad pred pri brez čez med zaradi poleg glede kljub k h ob in a ali pa toda
    vendar ter če ko ker da kot kakor saj zato torej tudi potem nato nazadnje pozneje prej on ona ono oni mi vi
    jaz ti njegov njen njihov ga jo jih mu ji jim se si ta to te tega tem takšen tak kdo kaj kje kam kdaj zakaj
    kateri katera koliko kakšen ne že še samo celo prav tam tu zdaj danes včeraj jutri tedaj vse vsi vsak vsaka
    mnogi nekateri nekaj več manj en ena eno dva dve tri štiri pet je so bil bila bilo bo lahko
"""
