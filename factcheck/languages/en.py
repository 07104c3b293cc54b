"""English: titles, ranks, offices, company forms and dates as British and American papers write them."""

TITLES = """
    Mr Mrs Ms Mx Messrs Mmes Dr Drs Prof Profs Rev Revd Fr Hon Rt Pres Gov Govs Sen Sens Rep Reps Amb Atty Supt
    Gen Gens Lt Col Cols Maj Capt Cmdr Cdr Comdr Sgt Cpl Pvt Pfc Adm Brig Ens Det Insp Cllr Msgr Mgr Sr Br
    Lieut Comm Asst Assoc Dep Sec Treas Ald Hr Mlle Mme
"""

INNER = "vs v e.g i.e eg ie cf viz ca approx esp incl excl resp a.k.a aka w.r.t Mt Ft Pt Op Ste Univ Dept Bros"

BEFORE_NUMBERS = """
    No Nos Nr p pp art arts fig figs vol vols ch chap sec sect para paras eq ver v vv col cols ll app ref refs
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec pt ed tel ext approx c ca
"""

ABBREVIATIONS = """
    etc Inc Ltd Co Cos Corp Corps LLC Plc Jr Sr Esq Bros St Ave Blvd Rd Sq Hwy Bldg Ct Ln
    a.m p.m am pm U.S U.K U.N E.U U.S.A D.C Ph.D M.D B.A M.A Ph.Ds
    al ibid op loc cit est ft lb lbs oz mi yd sq in hr hrs min mins
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa
    Tenn Tex Va Vt Wash Wis Wyo
"""

STARTERS = """
    the a an this that these those it he she we they I you there here his her its our their my your
    and but or nor so yet for if when while where who what which why how whose whom whether although though because
    since as at by in on to of from with without within after before during until unless over under between among
    through throughout despite unlike like about above across against along around
    then now today yesterday tomorrow later earlier meanwhile however moreover furthermore therefore thus hence still
    also even only just once again perhaps maybe instead otherwise indeed finally first second third last next
    some many most more all both each every any no none not neither either other others another several few much
    one two three four five six seven eight nine ten such
    is are was were be do does did has have had can could will would shall should may might must let please
    yes nobody nothing everyone everything someone something
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
"""
