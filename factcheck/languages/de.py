"""German: the Duden's abbreviations, titles, ordinals with a full stop and the small words that begin sentences."""

TITLES = """
    Hr Hrn Fr Frl Dr Dres Prof Profs Dipl Ing Mag Kfm Pfr Gebr St Hl Bgm Gfr Oblt Lt Hptm Maj Uffz Frhr Mr Mrs
    Ms Präs Stv Abg Dipl.-Ing Dr.-Ing RA
"""

#: Stand before the word or the example they introduce.
INNER = """
    bzw bspw beispielsw z.B z.b d.h d.i i.d.R i.A i.V u.a u.U u.E m.E z.T z.Z z.Zt z.Hd v.a s.a s.o s.u o.g sog
    sogen vgl evtl ev ggf ggfs gegr geb gest verh gesch ca inkl exkl einschl ausschl zzgl abzgl bes insb insbes
    allg ehem ehm eigtl entspr möglw mind ungef rd zw bezgl betr gem lt ps sen jun dt engl frz franz ital lat
    griech röm russ türk amerik österr kath evang jüd nat städt staatl kgl techn wiss med phil jur rer hrsg hg
    übers verf bearb mitgl vors stellv zit jap chin poln tschech niederl schwed norweg dän finn rumän bulg serb
    kroat hebr arab südl nördl östl westl urspr hist mhd ahd nhd Univ Inst Dtsch Ges
"""

BEFORE_NUMBERS = """
    Nr Nrn S Bd Bde Abs Abschn Abb Aufl Ziff Z Tab Taf Anm Str -str Tel Kl Kto Jh Jg H Bl Sp Rn Rdnr Lfg Pkt Zif
    Ausg Pos ca geb gest Postf Pf Hs max min mind
"""

BEFORE_SMALL_NUMBERS = "Art Kap Par"

#: Dates, measures, company forms and streets: any of them can come last.
ABBREVIATIONS = """
    Mio Mrd Mill Tsd Std Stdn Min Sek Jh Jhd Jhdt Str Pl Chr v.Chr n.Chr Inc Ltd Co Corp Jr Sr Ph.D Verl Vol Tl
    Aufl St Stk Pkg Prof Adr Bhf Hbf Bf Hdl Mfg Abk Abf Ank Anm Nachf
"""

MONTHS = "Jan Jän Feb Febr Mär Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez"

ENDINGS = "usw usf etc u.a.m u.ä u.Ä u.v.m u.v.a o.ä o.Ä dgl u.dgl ff f"

ORDINALS = "yes"

ERAS = "v n vor nach"

STARTERS = """
    der die das den dem des ein eine einer eines einem einen kein keine keiner dieser diese dieses diesem diesen
    jener jene jenes jeder jede jedes jedem alle alles allem manche mancher viele vieles wenige einige mehrere
    beide ich du er sie es wir ihr man mich mir uns euch ihm ihn ihnen mein meine sein seine seiner ihre ihrer
    unser unsere wer was wen wem wo woher wohin wann warum weshalb wieso wie welcher welche welches wessen wofür
    womit worauf und oder aber denn doch sondern sowie sowohl entweder weder wenn weil da dass daß ob als obwohl
    während nachdem bevor bis seit seitdem damit falls sobald solange indem sodass in im an am auf aus bei beim
    mit nach von vom vor zu zum zur über unter um durch für gegen ohne trotz wegen zwischen neben hinter außer
    innerhalb außerhalb laut gemäß statt anstatt dank ab ebenso zufolge angesichts dort hier dann nun jetzt
    heute gestern morgen so auch nur noch schon bereits immer nie wieder erst sonst dabei dadurch dafür dagegen
    daher damals danach daneben daran darauf daraufhin daraus darin darüber darum davon davor dazu deshalb
    deswegen trotzdem dennoch jedoch allerdings außerdem zudem ferner schließlich endlich zuerst zunächst später
    inzwischen mittlerweile vielleicht wahrscheinlich natürlich sicher zwar etwa fast sehr mehr nicht nichts
    niemand jemand etwas insgesamt zwei drei vier fünf sechs sieben acht neun zehn ist sind war waren hat haben
    hatte hatten wird werden wurde wurden kann können soll sollen muss müssen bin
"""

#: Which words an edit may touch and which change what a sentence says, in small letters without accents.
EDITS = {
    "negation": """
        nicht kein keine keiner keinen keinem keines nie niemals niemand nichts weder noch ohne ausser nirgends
        kaum
    """,
    "modality": """
        kann konnen konnte konnten darf durfen durfte durften muss mussen musste mussten soll sollen sollte
        sollten will wollen wird werden wurde wurden mag vielleicht wahrscheinlich vermutlich angeblich
        mutmasslich mutmassliche mutmasslichen mutmasslicher offenbar anscheinend moglicherweise moglich wohl
        scheint scheinen ob wenn verdachtig verdachtige
    """,
    "attribution": """
        laut zufolge sagt sagte sagten gesagt erklart erklarte erklarten betont betonte teilte mitgeteilt
        berichtet berichtete meint meinte behauptet behauptete behaupten bestatigt bestatigte bestreitet
        bestritt warnt warnte kritisiert kritisierte fordert forderte schreibt schrieb glaubt glauben
        beschuldigt quellen quelle zeugen zeuge experten bericht studie umfrage sprecher sprecherin
    """,
    "quantity": """
        mehr weniger fast alle alles jeder jede jedes einige mehrere viele viel wenig wenige mehrheit halfte
        drittel doppelt nur bloss knapp rund etwa ungefahr mindestens hochstens ganz erste ersten erster letzte
        letzten letzter andere anderen immer oft manchmal noch schon auch wieder dutzend dutzende hunderte
        tausende million millionen milliarde milliarden sehr zu
    """,
    "relation": """
        mit ohne vor nach wahrend seit bis fur gegen durch in im auf unter uber zwischen weil da denn daher
        deshalb aber oder und sondern obwohl als wie wo trotz wegen von vom zu zum zur an am bei aus
    """,
    "person": """
        ich du er sie es wir ihr mich dich sich uns euch ihm ihn ihnen mein meine dein sein seine seinen ihre
        ihren unser unsere wer wen wem dieser diese dieses jener jene
    """,
    "dates": """
        januar februar marz april mai juni juli august september oktober november dezember montag dienstag
        mittwoch donnerstag freitag samstag sonntag gestern heute morgen tag tage woche wochen monat monate jahr
        jahre stunde stunden minute minuten jetzt
    """,
    "units": "euro dollar meter kilometer km m cm kg g tonne tonnen liter hektar grad punkt punkte",
    "homographs": "acht",
    "numbers": """
        zwei=2 drei=3 vier=4 funf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwolf=12 dreizehn=13
        vierzehn=14 funfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 hundert=100
        tausend=1000 null=0
    """,
    "percent": "prozent",
    "adversative": "aber",
    "coordinating": "und",
    "subjects": "der die das ein eine dieser diese dieses er sie es wir sein seine ihre",
    "relative": "der die das dem den dessen deren welcher welche welches wer was wo dass",
    "accent_matters": "masse massen busse bussen russe russen fusse",
    "capital_nouns": "yes",
    "grouping": ".",
    "decimals": ",",
}

#: Who speaks, and how firmly, in small letters without accents.
SOURCES = {
    "before": """
        laut nach_angaben nach_einschatzung nach_schatzung nach_schatzungen nach_ansicht nach_meinung
        nach_auffassung nach_darstellung
        nach_zahlung nach_berechnung nach_berechnungen nach_erkenntnissen nach_erhebung nach_erhebungen
        nach_recherchen nach_auskunft aus_sicht nach_einem_bericht in_den_augen geht_aus
        nach_aussage nach_aussagen nach_informationen nach_uberzeugung nach_den_worten nach_worten
        so gemass
    """,
    "aside": "so",
    "view": "fur",
    "after": "zufolge",
    "leading": "von in",
    "origins": "aus vom beim",
    "contracted": "vom=dem beim=dem",
    "verbs": """
        verlautete verlautet hiess_es heisst_es sagt sagte sagten gesagt erklart erklarte erklarten
        betont betonte teilte teilten mitgeteilt
        berichtet berichtete berichteten meint meinte behauptet behauptete bestatigte bestatigt warnte
        kritisierte forderte schreibt schrieb sagen betonten meinten behaupten behaupteten bestatigten warnt
        warnen warnten kritisiert kritisieren kritisierten fordert fordern forderten schreiben schrieben
        erwartet erwarten erwartete warf warfen wirft glaubt glauben glaubte dementiert dementierte
        dementierten kundigte kundigten kundigt schatzt schatzen schatzte verteidigte verteidigt erinnerte
        erinnert raumte raumt wies weist meldet meldete meldeten teilt teilen nennt nannte nannten furchtet
        furchten bestritt bestritten stellte stellt verspricht versprach erlautert erlauterte lobte lobt
        beanstandet beanstandete beanstanden erfuhr erfuhren erfahren antwortete antworteten antwortet
        deckt_auf deckte_auf
        vermeldet vermeldete notierte folgert folgerte schlussfolgert verwies verweist
        verwiesen appelliert appellierte widerspricht widersprach lehnt lehnte lehnten beziffert bezifferte
        gestand gesteht nachgewiesen zugab zugaben
        spricht_von sprach_von sprechen_von sprachen_von mitteilte mitteilten ankundigte ankundigten einraumte
        einraumten vorwarf bekanntgab bekanntgaben hinwies gab_an geben_an gibt_an gaben_an rugt rugte rugten rugen
        mahnt mahnte mahnten mahnen verriet verraten drohte droht drohen drohten pladiert pladierte pladieren
        kommentierte kommentiert begrusste begrusst begrussten begrussen befand befanden urteilte urteilt stufte
        monierte moniert hielt_fest sah_sich bedauerte bedauert bedauern pocht pochte hofft hoffte hoffen
        rat riet raten rieten emport emporte argerte wunschte wunscht beschrieb beschreibt beschreiben
        bezeichnete bezeichnet zeigte rechnet rechnen zeigt zeigen zeigten
    """,
    "between": """
        hat haben hatte hatten auch am weiter jedoch dagegen zudem ferner bereits gestern heute montag dienstag
        mittwoch donnerstag freitag samstag sonntag sich
    """,
    "determiners": """
        der die das den dem des ein eine einen einem einer eines mehrere ihr ihre ihrem ihren ihrer sein
        seine seinem seinen seiner unser unsere dieser diese dieses zwei drei vier
    """,
    "prepositions": "ohne unter von vom aus fur und in im bei zu zum zur uber mit nach vor seit gegen auf",
    "stops": """
        trotzdem dennoch dabei damit danach deshalb darum daher dort dann jetzt nun zuvor spater
        allerdings stattdessen inzwischen mittlerweile zunachst unterdessen dagegen immerhin
        dass wie wer wo wenn aber er sie es ist sind war waren hat haben wird werden wurde wurden nicht gibt gab
        sei seien habe hatte auch noch wahrend sinkt steigt sank stieg
    """,
    "pronouns": """
        letzterer letztere letzteres letzteren ersterer erstere er sie dieser diese ihm ihnen ihn wir ich dies
    """,
    "titles": "herr frau dr prof",
    "hedges": """
        vielleicht wahrscheinlich vermutlich angeblich offenbar anscheinend moglicherweise wohl soll sollen
        konnte konnten durfte beobachter experten kreisen
    """,
    "nobody": """
        jeder jede alle niemand jemand keiner manche andere viele einige beide wenige man nichts etwas alles
        wer
    """,
    "calendar": """
        januar februar marz april mai juni juli august september oktober november dezember jan feb apr jun
        jul aug sept okt nov dez montag dienstag mittwoch donnerstag freitag samstag sonntag
    """,
    "links": "von der des eines einer zu van und fur",
    "nouns": "yes",
    "places": "in im vor bei beim am auf nach zu zum zur an",
    "auxiliaries": "hat haben hatte hatten habe hatten",
    "regular": """
        t te ten en: versicher erzahl beklag kritisier informier attestier bilanzier signalisier protestier
            spekulier argumentier dementier
            beteuer erganz verkund enthull prophezei schilder begrund zweifel befurcht beton unterstreich
            forder vermut verlang mutmass ausser antwort klag
            erwider prognostizier resumier
    """,
    "like": "wie",
    "joining": "und",
    "nonfinite": r"(?:end|lich|ig|isch)$",
    "that": "dass",
    "connectives": """
        kein keine keinen keinem keiner mehr weil obwohl nachdem damit als ob denn doch sondern bevor
        sodass indem darunter etwa falls sowie sobald
        solange obgleich statt anstatt trotz wegen samt nebst entgegen darauf davon wobei woraufhin weshalb
        deren dessen sogar selbst nur vor_allem bis je sowohl weder oder also ebenso insbesondere
    """,
}
