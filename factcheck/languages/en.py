"""English: titles, ranks and offices, company forms, dates and states as British and American papers write them."""

#: Civil, military, church and public offices before names.
TITLES = """
    Mr Mrs Ms Mx Messrs Mmes Dr Drs Prof Profs Rev Revd Fr Hon Rt Pres Gov Govs Sen Sens Rep Reps Amb Atty Supt
    Gen Gens Lt Col Cols Maj Capt Cmdr Cdr Comdr Sgt Cpl Pvt Pfc Adm Brig Ens Det Insp Cllr Msgr Mgr Br Lieut
    Assoc Dep Treas Ald Mlle Mme Hr Hrn Frl Sra Dra Cmdt Wg Sqn
"""

#: Stand between two things, or before a place.
INNER = """
    vs v e.g i.e eg ie cf viz approx esp incl excl resp a.k.a aka w.r.t Mt Ft Pt Ste Univ Dept Bros Natl Intl c
    ca fl nee transl repr orig usu
"""

BEFORE_NUMBERS = """
    No Nos Nr p pp fig figs vol vols ch chap sec sect para paras eq eqs ver vv col cols ll app ref refs Jan Feb
    Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec pt pts ed tel ext b d r pop est circa nos cl reg regs tab bk N° Op
    op Art Arts no
"""

#: Company forms, streets, degrees, countries, measures, days, months and states: any of them can come last.
ABBREVIATIONS = """
    Inc Ltd Co Cos Corp Corps LLC Plc Jr Sr Esq Bros St Ave Blvd Rd Sq Hwy Bldg Ct Ln Pl Sts Assn Comm Dist
    Gov't a.m p.m U.S U.K U.N E.U U.S.A D.C Ph.D M.D B.A M.A B.Sc M.Sc Ph.Ds J.D LL.B LL.M D.Phil al ibid loc
    cit est ft lb lbs oz mi yd hr hrs min mins mph dept asst sec ms mss Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct
    Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md
    Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta
"""

ENDINGS = "etc"

#: American papers put the day after the hour: "5 p.m. Monday".
HOURS = "a.m p.m"

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"

STARTERS = """
    the a an this that these those it he she we they I you there here his her its our their my your mine and but
    or nor so yet for if when while where who what which why how whose whom whether although though because
    since as at by in on to of from with without within after before during until till unless over under between
    among through throughout despite unlike like about above across against along around aside regardless given
    then now today yesterday tomorrow later earlier meanwhile however moreover furthermore therefore thus hence
    still also even only just once again perhaps maybe instead otherwise indeed finally last nevertheless
    nonetheless some many most more all both each every any no none not neither either other others another
    several few much one two three four five six seven eight nine ten such according is are was were be do does
    did has have had can could would shall should might must let please it's he's she's i'm i've i'll i'd we're
    we've they're that's there's what's let's don't didn't yes nobody nothing everyone everything someone
    something especially
"""

#: The pronoun has a capital wherever it stands.
CARELESS = "i"

#: Verbs that follow a speaker's name after a quoted question.
SAYING = "said says asked asks added adds wrote writes told replied answered wondered cried shouted joked quipped"
