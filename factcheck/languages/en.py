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
    ca fl transl repr orig usu
"""

BEFORE_NUMBERS = "No Nos Nr p pp vol vols ch eq eqs ver vv ll tel ext b d r est nos cl bk N° Op"

BEFORE_SMALL_NUMBERS = "no fig figs art arts chap sect tab pt pts ref refs sec reg regs op"

#: Company forms, streets, degrees and countries: any of them can come last.
ABBREVIATIONS = """
    Inc Ltd Co Cos Corp LLC Plc Jr Sr Esq Bros St Ave Blvd Rd Sq Hwy Bldg Ct Ln Pl Sts Assn Comm Dist Gov't a.m
    p.m U.S U.K U.N E.U U.S.A Ph.D M.D B.A M.A B.Sc M.Sc Ph.Ds J.D LL.B LL.M D.Phil al ibid loc cit dept asst
    mss
"""

MONTHS = "Jan Feb Febr Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"

UNITS = "ft lb lbs oz mi yd yds hr hrs mins mph sec secs in"

#: A comma stands before and, inside a sentence, after each: "in Stamford, Conn., on Monday".
STATES = """
    Ala Ariz Ark Calif Colo Conn D.C Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont N.C N.D N.H N.J
    N.M N.Y Neb Nev Okla Ore Pa R.I S.C S.D Tenn Tex Va Vt W.Va Wash Wis Wyo Alta B.C Man Ont Que Sask
"""

#: A capital and a lower-case word after one start a sentence: "at Exxon Corp. Analysts were".
COMPANIES = "Inc Co Cos Corp Ltd Plc LLC"

ENDINGS = "etc"

#: What may follow the hour: a day, a month or a zone, as in "5 p.m. Monday".
HOURS = "a.m p.m"

DAYS = """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January
    February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep
    Sept Oct Nov Dec ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST IST JST HKT AEST AEDT Eastern
    Central Mountain Pacific Greenwich
"""

#: Titles of somebody named before, which start sentences after abbreviations: "at Exxon Corp. Mr. Smith left".
COURTESIES = "Mr Mrs Ms"

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

#: Which words an edit may touch and which change what a sentence says, in small letters without accents.
EDITS = {
    "negation": """
        not no never none nobody nothing neither nor nowhere cannot can't don't doesn't didn't won't wouldn't isn't
        aren't wasn't weren't hasn't haven't hadn't shouldn't couldn't mustn't needn't ain't without hardly scarcely
        barely lack lacks lacked fail fails failed except unless
    """,
    "modality": """
        may might can could shall should will would must ought maybe perhaps possibly probably likely unlikely
        presumably apparently allegedly reportedly supposedly purportedly seem seems seemed appear appears appeared
        alleged suspected presumed supposed purported reported potential potentially possible impossible probable
        certain certainly surely doubtless definitely need needs needed required require requires optional mandatory
        allowed permitted forbidden expected expect expects planned plans if whether i'll you'll he'll she'll it'll
        we'll they'll i'd you'd he'd she'd we'd they'd hypothetical risk risks going about
    """,
    "attribution": """
        said say says saying according told tell tells claim claims claimed claiming state states stated announce
        announces announced confirm confirms confirmed deny denies denied denying report reports reported reporting
        reveal reveals revealed add adds added explain explains explained argue argues argued believe believes believed
        think thinks thought note notes noted warn warns warned suggest suggests suggested insist insists insisted
        acknowledge acknowledges acknowledged admit admits admitted accuse accuses accused testify testified cite cites
        cited quote quoted write writes wrote declare declares declared critics officials sources source experts expert
        witnesses witness observers spokesman spokeswoman spokesperson statement study survey poll
    """,
    "quantity": """
        more less most least many much few fewer little several some any all every each both half third quarter double
        triple almost nearly about around approximately roughly only just merely exactly over under up down at_least
        at_most majority minority maximum minimum total entire whole part partly fully completely entirely largely
        mostly mainly highly very too enough quite rather slightly strongly always often sometimes rarely seldom usually
        again still already even also dozen dozens hundred hundreds thousand thousands million millions billion billions
        trillion first last next second once twice other another same additional further extra better best worse worst
    """,
    "relation": """
        with without before after during since until till for against by on in into onto upon under over above below
        between among through across behind beyond beside near from to toward towards within outside inside off out
        because so therefore thus hence but or and yet although though while whereas when whenever where if unless than
        as like despite per via versus at of due instead
    """,
    "person": """
        i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself yourself
        himself herself itself ourselves themselves who whom whose this these those anyone everyone someone one
        somebody everybody anybody
    """,
    "dates": """
        january february march april may june july august september october november december monday tuesday wednesday
        thursday friday saturday sunday yesterday today tomorrow tonight morning noon afternoon evening night midnight
        day days week weeks month months year years decade decades century hour hours minute minutes second seconds
        spring summer autumn fall winter ago now currently recently soon immediately later earlier
    """,
    "units": """
        percent per_cent dollar dollars euro euros pound pounds pence cent cents yen mile miles kilometer kilometers
        kilometre kilometres km m cm mm meter meters metre metres foot feet inch inches yard yards acre acres hectare
        hectares kg g gram grams ton tons tonne tonnes lb lbs ounce ounces liter liters litre litres gallon gallons
        degree degrees point points h hr hrs min s kwh mw gw watt watts byte bytes kb mb gb am pm
    """,
    "numbers": """
        two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13
        fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40
        fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000 zero=0
    """,
    "introducing": "that",
    "leading": """
        however moreover furthermore additionally in_addition besides meanwhile nevertheless nonetheless indeed in_fact
        by_the_way of_course on_the_other_hand likewise similarly for_the_record also
    """,
    "alike": """
that=which a=an till=until toward=towards among=amongst while=whilst amid=amidst its=it's
    """,
    "case_matters": "may march august will mark polish turkey china bush us it who",
    "grouping": ",",
    "linking": "however moreover furthermore nevertheless nonetheless",
    "compounds": "weekend weekends email emails online website websites offline",
    "hyphenated": """
        long_term short_term full_time part_time real_time in_person face_to day_to long_standing well_known
        so_called far_right far_left high_quality low_cost high_level
    """,
    "spelling": r"""
        ^(behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rum|vap)our=\1or
        ^([a-z]{3,}[iy])z(e|ed|es|er|ers|ing|ations?)$=\1s\2
        ^(cent|theat|kilomet|millimet|centimet|lit|fib|calib|somb|spect)re(s?)$=\1er\2
        ^(travel|cancel|label|model|signal|level|fuel|marvel|quarrel|counsel|channel|total)l(ed|ing|ers?)$=\1\2
        ^(defen|offen|preten)ce(s?)$=\1se\2
        ^(catal|dial|monol|anal)ogue(s?)$=\1og\2
        ^grey(s?)$=gray\1
        ^programme(s?)$=program\1
    """,
    "adversative": "but",
    "coordinating": "and",
    "subordinating": "because if although though",
    "lead_ins": """
        in on at after before during since until for with without by if when whenever while because although though
        according
        despite as once under within throughout unless from yesterday today tomorrow monday tuesday wednesday thursday
        friday saturday sunday
    """,
    "subjects": """
        the a an this that these those it he she we they you i his her its their our my your there
        it's he's she's we're they're you're i'm
    """,
    "relative": "who whom whose which that where when why",
    "free_case": """
        president minister government parliament senator governor mayor ministry monday tuesday wednesday thursday
        friday saturday sunday internet web
    """,
    "percent": "percent per_cent",
    "contracted": """
        don't=do+not doesn't=does+not didn't=did+not isn't=is+not aren't=are+not wasn't=was+not weren't=were+not
        hasn't=has+not haven't=have+not hadn't=had+not won't=will+not wouldn't=would+not shouldn't=should+not
        couldn't=could+not can't=can+not cannot=can+not mustn't=must+not needn't=need+not mightn't=might+not
        i'm=i+am you're=you+are we're=we+are they're=they+are i've=i+have you've=you+have we've=we+have
        they've=they+have i'll=i+will you'll=you+will he'll=he+will she'll=she+will it'll=it+will we'll=we+will
        they'll=they+will
    """,
    "decimals": ".",
    "confusable": """
        seater heartedly nighter stocker offsite tribals katana hander handers baller ballers wildlings backline
        supercars erectus concours newtown forman
    """,
    "gerund": "ing",
}

#: Who speaks, and how firmly, in small letters without accents.
SOURCES = {
    "before": """
        according_to in_the_words_of as_reported_by as_stated_by in_the_view_of in_the_opinion_of citing
        quoting in_the_eyes_of in_the_judgment_of in_the_judgement_of in_the_assessment_of
    """,
    "view": "for to",
    "frames": "asked contacted reached speaking",
    "finite": r"\w{3}ed$",
    "demonyms": r"(?:ish|ese|[aei]an|ench|eek|utch|iss|elsh|[bdgkqrt]i|ab|thai)$",
    "verbs": """
        admits admitted argues believes denied denies deny estimates expects expected hopes hoped replied
        replies reply said say says testified testifies thinks thought told tells tell vowed vows wrote
        writes write written forecast found ruled blamed added promised welcomed rejected apologised
        apologized praised tweeted posted criticised criticises criticized criticizes criticise defends
        defended fears fear believe think claim claims shows show showed called calls call insists swore
        swears finds shown understands understood understand identified identifies identify dubbed dubs branded
        brands downplayed downplays touted touts flagged flags echoed echoes expressed expresses hails hail
        hailed slams slam slammed spoke speaks_of spoke_of backs backed laments lamented lament reckons
        reckon reckoned
    """,
    "regular": """
        e es ed: accus acknowledg alleg announc argu assert assum believ calculat challeng charg compar
            conced conclud decid declar defin denounc describ disclos dismiss estimat illustrat imagin
            implor indicat not notic observ outlin predict promis propos pronounc recogniz releas stat
            suppos urg
        - s ed: accept add admit affirm answer ask assert claim comment complain concur confirm contend deem
            demand doubt exclaim explain fear hint inform insist maintain mention object point predict
            proclaim protest recall recount reiterat remark repeat report respond reveal stress suggest
            suspect testif think warn
        - s ed: defend condemn boast insinuat recommend remind
        e es ed: pledg disput guarante acknowledg advis criticis voic describ estimat demonstrat celebrat
            scorn attribut assur
        - s ed: applaud plead sigh whisper shout vent alert concur offer order vow record
            - s ed: caution
    """,
    "between": """
        has have had was were is also later then however still already reportedly repeatedly previously
        recently publicly monday tuesday wednesday thursday friday saturday sunday yesterday today never
        strongly briefly quickly only just first now once did do does not flatly firmly angrily sharply openly
        explicitly simply
    """,
    "determiners": """
        the a an this that these those his her its their our some several two three four five six seven eight
        nine ten many most one another both
    """,
    "prepositions": "of for in at on from to by with and &",
    "stops": """
        nobody everybody nothing that which who whom whose where when while but if as because he she they it
        we you i is are was were has have had will would could should may might more less about around
        nearly almost not them him there whether during after before since until although though than
    """,
    "pronouns": "he she they the_latter the_former him them this that",
    "titles": "mr mrs ms dr prof sir lord lady gen col capt lt sgt rev sen rep gov",
    "hedges": """
        perhaps maybe probably possibly likely unlikely apparently allegedly reportedly seems seem seemed
        appears appear appeared may might could would it_is_said is_said_to are_said_to is_believed
        are_believed is_thought are_thought rumour rumours rumor rumors sources observers experts analysts
        insiders suspected presumed supposedly purportedly expected
    """,
    "nobody": """
        everything everyone everybody someone somebody anyone anybody no-one nobody nothing all both others some many
        most few several one none each neither either people
    """,
    "people": """
        eyewitnesses councillors councilors mayors judges journalists volunteers engineers users owners bosses police
        officials witnesses fishermen experts observers analysts residents doctors scientists
        researchers authorities lawyers prosecutors sources investigators rescuers firefighters economists
        activists critics supporters opponents campaigners farmers teachers nurses unions ministers
        lawmakers diplomats historians relatives neighbours neighbors locals villagers protesters organisers
        organizers troops soldiers rebels management parents patients students workers staff employees
        survivors people insurers shopkeepers retailers employers landlords tenants drivers
        commuters pupils homeowners
        passengers customers investors traders opposition republicans democrats conservatives
    """,
    "calendar": """
        january february march april june july august september october november december jan feb mar apr
        jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday
    """,
    "links": "of the and & de von van der",
    "auxiliaries": "has have had did does is are was were will would",
    "places": "in at on from during after before inside outside",
    "passive": "was were is are be been being",
    "like": "as",
    "joining": "and",
    "nonfinite": r"(?:ing|ly)$",
    "that": "that any no it he she they there having",
    "svo": "yes",
    "connectives": "despite like unlike including per even along among between into over under against without such",
}
