"""What each expression of the coach needs in a sentence: beginnings of words, by its checksum.

Of each set, which bars part, a sentence must have one.

Written by ``python -m tests.coach.cues``; a test holds it against the rules.
"""

# fmt: off
CUES: dict[int, str] = {
    2652677: (
        "job prod|alre basi effe esse prac|i"
    ),
    10589175: (
        "i|all any each ever|call coul fore knew pred righ saw woul"
    ),
    12773113: (
        "dele disr igno skip|feel just may plea you|me my this"
    ),
    22847543: (
        "bozo buff clow cret half idio imbe moro mupp nitw nump"
    ),
    46660681: (
        "ceas is long neve stop|chal enjo enou exci for fulf fun inte rewa sati stim|it that"
    ),
    47942460: (
        "bit|a"
    ),
    57528282: (
        "like|stuf thin|and"
    ),
    59710433: (
        "days|othe|i"
    ),
    62877482: (
        "bett|know|i"
    ),
    79353596: (
        "noth|for lear look|left more new"
    ),
    80245336: (
        "acco acti adap ambi brid chan char clea cons cust data dedi deep depe deta dili disr doer driv dyna effe "
        "empa enth entr evan exce forc forw game gett gift goal grea grow guru hard high hust inno insa inte lead "
        "lear miss moti mult natu ninj outs over pass peop perf powe proa prob purp quic rele resi reso resu rock "
        "roun safe seas self skil solu stro supe swis tale team tena thin thou tire trai unic user vers visi well "
        "wiza work"
    ),
    80866361: (
        "need|cour onbo teac trai|no"
    ),
    95102049: (
        "sure|not"
    ),
    101285057: (
        "cage chai dead degr desp ener expl full hell hope humi invi mise over pris runn rut sink stag stif suff "
        "trea unde usel|admi back bill boss call care cate clai comp cont cook cust depa depo desk disp dock empl "
        "faci fiel fire floo fron fulf grad heal here hosp hour inci indu job kitc line logi main mana manu mode "
        "nigh nurs on op oper pay phon plan posi proc qa qual reta role rota sala sche serv shif shop succ supp "
        "team tren trus ward ware work|am are beca beco feel felt have live was were work"
    ),
    102296355: (
        "need|away brea esca rest|from"
    ),
    109685041: (
        "told warn|care igno laug look noth ship shru|and"
    ),
    111016956: (
        "angr anno depr disa disc dise diss done exha fini frus mise stre thro tire unco unha unin unmo wear|i "
        "left me|admi back bill boss bure busi call care cate clai comm comp cont cook cult cust dail day depa "
        "depo desk disp dock empl ever faci fiel fire firm floo fron fulf grin heal here hosp hour how inci indu "
        "job kitc lack life line logi main mana manu mode nigh nurs offi on op oper paid pay phon plac plan poli "
        "posi post proc prof qa qual reta role rost rota rout sala sche sect serv shif shop situ stre succ supe "
        "supp team trad trea tren trus wage ward ware way work"
    ),
    111219574: (
        "leap roll shot take taki thro took"
    ),
    113985318: (
        "long much|how|can keep nigh shif take"
    ),
    124475951: (
        "gras|gree|is"
    ),
    127587774: (
        "a|bash chan crac go shot spin try whir|it that this"
    ),
    144901076: (
        "appe seem|it that ther this"
    ),
    149485275: (
        "chan fres new|a|afte fanc for need want"
    ),
    154804460: (
        "afra beli conf conv doub fear feel know sure susp thin worr|anyt back belo care clev coun cut dese enou "
        "expe fit good impr inte matt much naiv qual read rele righ sill skil smar stup suit take tech usef "
        "wort|i"
    ),
    159630077: (
        "ramp|mini nil none noth zero|be"
    ),
    164453240: (
        "byst care cust dad drea fan grad mom mum pare pass read spec stud user visi wann|am|i"
    ),
    167106242: (
        "humb litt lowl opin ops smal two|my|just only"
    ),
    174809814: (
        "poss|is|it"
    ),
    174952975: (
        "guar|cut doub fix grow halv lift redu save solv|to"
    ),
    176776541: (
        "look soun|mone pay sala|bett good grea nice"
    ),
    178293578: (
        "exac just|pers what who|ever the this you your"
    ),
    216454712: (
        "firs|pm prod|now"
    ),
    228504671: (
        "ment pass quot repe shar spre tell|do don dont plea"
    ),
    232493387: (
        "neve|plan|any it this to"
    ),
    234744676: (
        "need|coac cour help less ment onbo prod ramp teac trai|bare do hard no will woul"
    ),
    237481423: (
        "car enjo fulf joy like liki look love lovi mean plea sati see|i|can did do long neve stop"
    ),
    238928252: (
        "bore|appl bega goog look read sear star watc|i"
    ),
    241324209: (
        "prod|be|coul"
    ),
    242181886: (
        "i|angr appr bore burn cry demo drea drud hams hard hell ill inte lack mise mono moti offi poli prog rat "
        "reco resp sad sick soul than unap unfu unha vari want wors|admi back bill boss call care cate clai comp "
        "cont cook cust depa depo desk disp dock empl faci fiel fire floo fron fulf grad heal here hosp hour inci "
        "indu job kitc line logi main mana manu mode nigh nurs on op oper pay phon plan posi proc qa qual reta "
        "role rota sala sche serv shif shop succ supp team tren trus ward ware work"
    ),
    244337001: (
        "deci sett|i|am have"
    ),
    246465885: (
        "apti care pers quiz|did taki took"
    ),
    255606528: (
        "caug|eye|my"
    ),
    279639640: (
        "mone|froz low move stuc|the"
    ),
    283066104: (
        "acco bank bran clie cust empl fran hosp hote insu key land merc part pros reta sell ship tena|at for "
        "with"
    ),
    284731582: (
        "argu"
    ),
    289882560: (
        "fiel"
    ),
    290512861: (
        "i|add diff done driv go insp lead move neve own put roll take wear"
    ),
    291715618: (
        "ceas is long neve stop|chal enjo enou exci for fulf fun inte rewa sati stim sust wort|admi back bill "
        "boss busi call care cate clai comm comp cont cook cult cust dail day depa depo desk disp dock empl ever "
        "faci fiel fire firm floo fron fulf grin heal here hosp hour inci indu job kitc life line logi main mana "
        "manu mode nigh nurs offi on op oper pay phon plac plan posi post proc prof qa qual reta role rost rota "
        "rout sala sche sect serv shif shop situ succ supe supp team trad tren trus wage ward ware work"
    ),
    292537281: (
        "brai expe guy man mind pers thin type woma|busi comp crea data idea numb prod prop soft stra tech|am"
    ),
    304438177: (
        "grou|hit|runn"
    ),
    307526945: (
        "appl|prod|cons data desi fina hr mark sale ux"
    ),
    322371660: (
        "appe seem tend|to"
    ),
    322706746: (
        "day|anot next|one"
    ),
    326961227: (
        "mist reme|i|if"
    ),
    336879890: (
        "i|any anyt back busi cred cv degr educ enou expe grea know lot lots much pedi qual resu righ skil take "
        "thin trai|brin got had have hold offe poss"
    ),
    339042184: (
        "anal arch boar boss busi cons corp deci depa desi dev deve dire engi exec folk head high hq lead mana "
        "org peop pmo powe prod proj road side stak suit team top upst|any|comp dece half real sane self"
    ),
    339684787: (
        "need thin want|knew know see unde|i"
    ),
    350607471: (
        "issu|some"
    ),
    354463551: (
        "sign|for|i"
    ),
    356587217: (
        "unsu|am|i"
    ),
    366204124: (
        "pref|have|i"
    ),
    371742268: (
        "coin|flip toss|a"
    ),
    374911868: (
        "chos deci made pick sett|i|am did do have neve"
    ),
    381746861: (
        "resp sens ways|in|cert some"
    ),
    402586025: (
        "name|acco clie cust merc pati tena|s"
    ),
    409006407: (
        "befo with|both even ever much once|anal appr arch boar boss buil busi came chos code cons corp crea deci "
        "depa desi dev deve dire draw drew engi exec folk head high hq laun lead made make mana offi org own peop "
        "plan pmo powe prod proj ran road run runs set ship side sign spec stak suit team tech thou top upst ux "
        "writ wrot"
    ),
    422488556: (
        "natu|am|i"
    ),
    435727841: (
        "feel|gut"
    ),
    436922427: (
        "noth|brag exci fanc glam impr rema spec writ"
    ),
    442746438: (
        "prod|born dest made mean|i"
    ),
    443214732: (
        "uniq|equi plac posi qual suit"
    ),
    466736779: (
        "argu say|coul|one"
    ),
    474024630: (
        "all both each eith equa|do fine good grea suit work"
    ),
    480437144: (
        "ambi char crea curi dedi driv empa ener enth init moti pass|i|brin have"
    ),
    485208505: (
        "brin gave give put|i|1000 110 120 150 200 ever hund my"
    ),
    487761673: (
        "with|aski care clue cons idea list rega spea talk the thin thou|anal appr arch boar boss buil busi came "
        "chos code cons corp crea deci depa desi dev deve dire draw drew engi exec folk head high hq laun lead "
        "made make mana offi org own peop plan pmo powe prod proj ran road run runs set ship side sign spec stak "
        "suit team tech thou top upst ux writ wrot"
    ),
    500801576: (
        "anyw pan suit work|if|alwa i"
    ),
    502012690: (
        "prod|bit mont whil year|for"
    ),
    502186868: (
        "char deci lead runn|be|i"
    ),
    504742762: (
        "easy fine flex fuss happ open pick|am|i"
    ),
    508886391: (
        "appr futu grow prog reco resp|is|ther"
    ),
    514369620: (
        "abou|know unde|i"
    ),
    526610137: (
        "seem"
    ),
    528897820: (
        "doin prod|i|actu all alre basi effe esse fact fund good hone inte kind less lite prac pret real secr "
        "sort tech unof virt"
    ),
    538432275: (
        "back desi disc feat laun onbo prod road spec stra team visi|buil desi inve lead led mana own owne ran "
        "run set shap writ wrot|i"
    ),
    540676174: (
        "excu forg pard|me my the this"
    ),
    543240829: (
        "show|stat"
    ),
    543812304: (
        "had|i|enou fill it"
    ),
    546649780: (
        "prod|lead mana owne peop pers team thin|i"
    ),
    571155611: (
        "myse|rein"
    ),
    572428583: (
        "get|i|if"
    ),
    594132340: (
        "owni prod road runn sett|diff equi ever exac iden inte|are is"
    ),
    603087451: (
        "mana|prod|dema ever hot"
    ),
    613204387: (
        "aske by emai esca mail mess met repo show told warn with work"
    ),
    615546000: (
        "adul amer bank busi care comp cons empl feat firm hiri hosp laun orga prod recr reta star tech|most"
    ),
    631695328: (
        "micr|ever me my us"
    ),
    632532652: (
        "lear onbo ramp trai|no with zero"
    ),
    641277618: (
        "eith|job open posi role|coul is suit will work woul"
    ),
    642427732: (
        "same|abou alwa chas each foll trac|the"
    ),
    645118737: (
        "i|have was work"
    ),
    646191897: (
        "trea|catt chil cog cost dirt furn mach nobo numb robo rubb seco serv slav tras|as like"
    ),
    650078445: (
        "mont wint year|all enou limi long max|are is was"
    ),
    659449597: (
        "bore exha|duri hole into one thro"
    ),
    660281765: (
        "neve|agre allo appr buil chos desi laun let made miss pick put rele ship sign writ|have"
    ),
    660309868: (
        "bore|get|i"
    ),
    665961932: (
        "am|i|to"
    ),
    672078715: (
        "buil deci desi made run take writ|by|folk idio mana peop some"
    ),
    677229957: (
        "know sure|wh|i"
    ),
    677694258: (
        "butt cham dabb drif free magp noma roll seri wand|i|am been call was"
    ),
    681913904: (
        "guar"
    ),
    684371481: (
        "don|quot|me"
    ),
    707583476: (
        "know prai reco reno resp valu|am|i"
    ),
    708159704: (
        "ha|i|enou fill had"
    ),
    708750304: (
        "comp desi engi prod"
    ),
    732369906: (
        "job open posi role work|any|at is long real that wher whic will with woul you"
    ),
    737353654: (
        "app back busi chec chur comp conv disc job onbo oper prob prod rete road spri stra team|i|cut do doub "
        "fix halv lead mana own rebu redo revo rewr run save solv take tran trip turn"
    ),
    748181418: (
        "bore|book dash demo figu form lect log meet movi numb pape repo resu slid talk trai|by of with"
    ),
    749134287: (
        "fair|say|is"
    ),
    753819074: (
        "boxe buri caug conf held stuc trap wast|admi am answ apol back bein bill call care cate chas clai clea "
        "comi comp cont cook cove cubi cust deal depo desk disp dock doin expl faci fiel figh fire fixi floo fron "
        "fulf futu gett goin grad hand havi heal here hosp in inci job kitc leve line logi main manu mode nigh "
        "nurs on op oper path phon pick plac plan posi proc pros putt qa qual reta role room runn rut same sche "
        "seat serv shif shop sitt spen stan star succ supp taki team tren trus ward ware way work"
    ),
    757822141: (
        "cut doub fix halv rewr run solv tran trip turn|i|your"
    ),
    770959274: (
        "whim"
    ),
    777032452: (
        "clai sayi|not"
    ),
    777411962: (
        "prod|lead mana owne peop pers team thin|all anyt ever"
    ),
    777995662: (
        "hope|i"
    ),
    789313530: (
        "clea obvi plai|to|all anyo ever"
    ),
    789340107: (
        "noth|i|else more spec"
    ),
    793421398: (
        "beat outc outd outp put run teac thin|all any ever half many most othe the your"
    ),
    801726100: (
        "over|am|i"
    ),
    802961367: (
        "stan|i|out"
    ),
    812084940: (
        "noth|do fix hand know lear mast pick seen|can coul do have"
    ),
    821332683: (
        "mont year|care comp empl jobs posi role|in"
    ),
    825953402: (
        "know|who"
    ),
    827719923: (
        "no|appr noti reco resp than valu|me oper ops supp us what work"
    ),
    828053956: (
        "mann|spea|a"
    ),
    839221835: (
        "gues"
    ),
    843956069: (
        "anyt|to|do give pay"
    ),
    847066458: (
        "day|one|from on"
    ),
    858185773: (
        "why|not"
    ),
    862024369: (
        "rese|show"
    ),
    863529086: (
        "figu reck thou|appl bett chan dece do earn enjo fine fit give go good grea happ have like love see suit "
        "swit try well"
    ),
    863737631: (
        "acco clie cust|incl like such"
    ),
    868886781: (
        "sort|of"
    ),
    874737010: (
        "apar diff spec stan uniq|atti ener mind pass pers skil stre|me"
    ),
    878915933: (
        "no|ask aske both care gave give has lift list pick read unde want|char corp desi engi head hq lead offi "
        "prod ther top upst"
    ),
    883956386: (
        "exce flou thri|ambi chal chan chao dyna fast high pres|in on unde"
    ),
    897889923: (
        "a|at|have"
    ),
    904587483: (
        "love|i|of"
    ),
    907740702: (
        "back cred expe insi qual skil trai valu|hard litt much no zero|actu genu impr mean prop real rele seri "
        "true usef valu"
    ),
    908074393: (
        "cros|am care life myse|at"
    ),
    918926018: (
        "crea diff else exci fres less new|am crav deci fanc feel felt figu itch like long look love need read "
        "thou time use want welc|some"
    ),
    920101527: (
        "prod|firs from i star"
    ),
    920950249: (
        "advi fix idea inpu insi plan solu sugg|my|avoi chan doub fixe halv make prev save solv tran"
    ),
    927733450: (
        "anyt|pays real remo they you"
    ),
    928320431: (
        "acco|to|arti chat esti expe goog indu inte many most peop rece repo rese some stat stud surv"
    ),
    929515854: (
        "back cv degr expe opin path pers resu skil stor view work|my|can coul may mayb migh prob sure will woul"
    ),
    929824176: (
        "goin igno rott slip unus wast|brai degr educ ener idea life pote skil tale thir time twen|my"
    ),
    930491928: (
        "atmo cult mora team work|awfu pois rock rott sour terr toxi unbe|beca beco feel gone is turn was"
    ),
    934353372: (
        "hit|fift fort thir"
    ),
    939497288: (
        "am|i|not"
    ),
    948234540: (
        "way|admi back bill boss busi call care cate clai comm comp cont cook cult cust dail day depa depo desk "
        "disp dock empl ever faci fiel fire firm floo fron fulf grin heal here hosp hour inci indu job kitc life "
        "line logi main mana manu mode nigh nurs offi on op oper pay phon plac plan posi post proc prof qa qual "
        "reta role rost rota rout sala sche sect serv shif shop situ succ supe supp team trad tren trus wage ward "
        "ware work|out up"
    ),
    951075804: (
        "bett insi like|knew know unde|i"
    ),
    953226310: (
        "kind|of"
    ),
    953918643: (
        "care chan indu job pivo role swit|be is my woul"
    ),
    960875127: (
        "poss"
    ),
    965337051: (
        "came fell popp|job open oppo posi post role vaca"
    ),
    975816600: (
        "have|i|back clea done fixe rebu runn ship solv sort unde up"
    ),
    983283947: (
        "bett|job plac|than"
    ),
    983821541: (
        "drew|hat stra"
    ),
    984573503: (
        "theo"
    ),
    991577863: (
        "ceil plat|bump hit hitt reac run"
    ),
    992464220: (
        "not|ask both care cari clue get give home idea inte job know lear lift list live look resp test thin "
        "unde use want work|anal appr arch boar boss buil busi came chos code cons corp crea deci depa desi dev "
        "deve dire draw drew engi exec folk head high hq laun lead made make mana offi org own peop plan pmo powe "
        "prod proj ran road run runs set ship side sign spec stak suit team tech thou top upst ux writ wrot"
    ),
    995043506: (
        "happ|clic come find see spot stum|i"
    ),
    1018292744: (
        "aske both care left list take|anal arch boar boss busi cons corp deci depa desi dev deve dire engi exec "
        "folk head high hq lead mana org peop pmo powe prod proj road side stak suit team they top upst|had if"
    ),
    1023349973: (
        "bore crus depr drai exha kill suff|me|admi back bill boss busi call care cate clai comm comp cont cook "
        "cult cust dail day depa depo desk disp dock empl ever faci fiel fire firm floo fron fulf grin heal here "
        "hosp hour inci indu it job kitc life line logi main mana manu mode nigh nurs offi on op oper pay phon "
        "plac plan posi post proc prof qa qual reta role rost rota rout sala sche sect serv shif shop situ succ "
        "supe supp team trad tren trus wage ward ware work"
    ),
    1025770719: (
        "care|dead goin hold plat stag stal stop stuc"
    ),
    1040317832: (
        "all|i|admi back bill call care cate clai cont cook cust depo desk disp dock faci fiel fire floo fron "
        "fulf heal hosp inci kitc line logi main manu mode nigh nurs on op oper phon plan proc qa qual reta sche "
        "serv shif shop succ supp tren trus ward ware"
    ),
    1050997975: (
        "i|admi back basi bill boxe butt call care cate clai cont cook cust depo desk dish disp dock faci fiel "
        "fire floo fron fulf heal high hosp inci kitc line litt logi main manu mode nigh nurs on op oper ops orde "
        "pape parc phon plan proc qa qual reta rule sche scri serv shif shop succ supp tabl tick tren trus ward "
        "ware|just mere only"
    ),
    1084657024: (
        "find|myse"
    ),
    1086516411: (
        "exac|know|buil cust mark need peop prod road team user wron"
    ),
    1087981242: (
        "prod|mayb perh poss|deci sale some sure what"
    ),
    1097709634: (
        "lose|noth|to"
    ),
    1099561228: (
        "anal appr arch boar boss buil busi came chos code cons corp crea deci depa desi dev deve dire draw drew "
        "engi exec folk head high hq laun lead made make mana offi org own peop plan pmo powe prod proj ran road "
        "run runs set ship side sign spec stak suit team tech thou top upst ux writ wrot|aban act acte acts addi "
        "admi agen answ asha ask aske beli betr binn blam both brus bubb buil bull bur call care chas chec clou "
        "come cove crew deli depo dism done down drea driv drun dump emba enjo fail fant feel fenc fire floo fool "
        "glas head hid hypn igno inte ivor just know land last laug laun left let lied lies like list look lost "
        "love lyin me mess mock need nigh noth noti nurs obse off open oper ops our over patr plan play powe pret "
        "prod prom puni push rath read refu rele repl roll sack sat sav say scre shel ship shut slid stea supp "
        "surv swep take talk tend test th thin thou thro took trea try turn univ us visi wall want whit worl worr "
        "writ wrot"
    ),
    1101234095: (
        "me|with|coul is none noth was woul"
    ),
    1101520790: (
        "gues|i"
    ),
    1101684231: (
        "thin|what|desi he prod she team they"
    ),
    1108660274: (
        "care chan diff fres new|am crav deci fanc feel felt figu itch like long look love need read thou time "
        "use want welc"
    ),
    1111203988: (
        "like|care gig job life role|feel felt look seem soun"
    ),
    1114845694: (
        "appl|anyt doze ever hund lots|for to"
    ),
    1115184485: (
        "blam|i|corp desi deve engi head lead mana prod them whoe"
    ),
    1115600648: (
        "mind|i|eith job role titl whic"
    ),
    1115923394: (
        "gave show taug teac told|me|all ever"
    ),
    1117816534: (
        "look seem soun|job life prod role|bett cool cush easi easy exci fun glam good inte laug nice sexy tren"
    ),
    1131941559: (
        "add alwa cons eat exce lead live move neve obse prid push take thin|i"
    ),
    1136595545: (
        "add brin comp cont offe|can|i"
    ),
    1163503830: (
        "know lear seen unde|i|all ever it"
    ),
    1177847880: (
        "mana|prod|job work"
    ),
    1178897708: (
        "bore fed sick tire wear|buil coun logg made meas samp star tagg time wrot|i"
    ),
    1198233263: (
        "hour mone pay sala wage|anti awfu bad brut budg chan crap craz disg enou flat froz gone good grea high "
        "impr incr insa insu joke kill litt long lous low move much path poor rise rubb ruin stag stuc sust terr "
        "unso|the"
    ),
    1200639564: (
        "emai idea mess ques sugg thin thou|daft dumb fool idio igno naiv sill stup"
    ),
    1203516903: (
        "wait|can|i"
    ),
    1203811187: (
        "it|admi back bill call care cate clai cont cook cust depo desk disp dock faci fiel fire floo fron fulf "
        "heal hosp inci kitc line logi main manu mode nigh nurs on op oper phon plan proc qa qual reta sche serv "
        "shif shop succ supp tren trus ward ware|is was"
    ),
    1220827667: (
        "bori dull emba idea impr insi irre lack limi lowl medi mode much narr noth oper ops rele shor smal supp "
        "thin ungl unim unre usel weak wort|back care cont cv degr educ engl expe job path prof resu role stor "
        "titl work|my"
    ),
    1227683135: (
        "new|reso|year"
    ),
    1241058563: (
        "many|nigh shif week|only"
    ),
    1248127036: (
        "like|chan diff doin else fres new time tryi|fe"
    ),
    1259394694: (
        "care"
    ),
    1260472122: (
        "brig clev clow geni hots idio smar wise|some"
    ),
    1264587611: (
        "angr appr bore burn cry demo drea drud hams hard hell ill inte lack mise mono moti offi poli prog rat "
        "reco resp sad sick soul than unap unfu unha vari want wors|admi back bill boss call care cate clai comp "
        "cont cook cust depa depo desk disp dock empl faci fiel fire floo fron fulf grad heal here hosp hour inci "
        "indu job kitc line logi main mana manu mode nigh nurs on op oper pay phon plan posi proc qa qual reta "
        "role rota sala sche serv shif shop succ supp team tren trus ward ware work"
    ),
    1265310375: (
        "am|i|not"
    ),
    1265375991: (
        "figu reck thou|cool fun nice prod what why"
    ),
    1276201553: (
        "care job role|cul dead trea"
    ),
    1291335034: (
        "list|buck next"
    ),
    1294528271: (
        "perh"
    ),
    1294811352: (
        "afte dese hope hopi look need use want|hour mone pay reco resp sala shif wage work|i"
    ),
    1294919525: (
        "what|avai come else free goin open stic ther turn work you"
    ),
    1320529152: (
        "acqu buy merg take"
    ),
    1342632970: (
        "prod|mana peop team|can do neve"
    ),
    1359065232: (
        "theo|in"
    ),
    1362683275: (
        "drai exha frus rest tire wear worn|bore done fed over read stuc unde unha|am"
    ),
    1367432525: (
        "litt|a"
    ),
    1372769367: (
        "nowh|to|go grow move"
    ),
    1373782214: (
        "prod|mana peop team|angl deta half insi know pers prob side some stuf thin what"
    ),
    1375679430: (
        "prod|lead mana owne peop pers team thin|i"
    ),
    1387940265: (
        "abou|know lear|bein prod road role user"
    ),
    1395277294: (
        "pean pitt|pa"
    ),
    1397059532: (
        "afte day days mont quar spri time week|cut doub fix halv lear mast pick rebu ship solv sort turn|in"
    ),
    1399005704: (
        "faul|desi deve engi lead mana prod|are is was were"
    ),
    1400194687: (
        "am|as|i"
    ),
    1409000298: (
        "admi agre alwa angr appr aske call comp crie deci died disc emai esca fell fire forg furi gave hire igno "
        "insi join lead led left made mail mana mess neve owns phon prom quit ran refu reje righ runs sack said "
        "sent sign told wait warn wron wrot"
    ),
    1419565565: (
        "well|as|appl be do give go try"
    ),
    1420703047: (
        "apti driv enth feel flai gift head hung inst knac natu nose pass tale|i|bles born brin have poss"
    ),
    1434957883: (
        "plac|my|not"
    ),
    1440871229: (
        "anyt much|job role work|get"
    ),
    1442469063: (
        "knew know pred saw see tell told|i|alon alre alwa inst intu just simp usua"
    ),
    1451742790: (
        "done fini thro|at befo by unti|at doin in on pick with work"
    ),
    1455680763: (
        "betw|cont jobs role thin|i"
    ),
    1470434107: (
        "agre asso back beli clai conf conn demo esti find foun indi link poin pred prov put reco repo reve said "
        "say show stat sugg tell tie ties warn|anal arti benc big cons data econ evid expe famo figu glob indu "
        "larg lite majo mark new numb poll psyc publ rece repo rese scie stat stud surv thou well"
    ),
    1474387002: (
        "fe|as like|it that this"
    ),
    1477746442: (
        "job|coul|do"
    ),
    1498484553: (
        "lear|from|ever grea lot more much plen thin"
    ),
    1501734671: (
        "aven idea opti path poss thin|of|one"
    ),
    1510897591: (
        "dip test"
    ),
    1511670376: (
        "coun keep kept meas saw see trus|i|only"
    ),
    1519007660: (
        "i|abou than|bett deep more"
    ),
    1524541768: (
        "beli thin|like tend want|i"
    ),
    1528727199: (
        "over|care deci prod swit"
    ),
    1529053831: (
        "deci|last morn yest|i"
    ),
    1538538889: (
        "happ|it|just"
    ),
    1541787485: (
        "or|any anyt some what|crea else fun like new real remo simi tech that wher with"
    ),
    1549485041: (
        "gues|i"
    ),
    1552814859: (
        "day|cont deli effe impa prod read resu road runn ship usef valu|one"
    ),
    1555837866: (
        "atte|shor|span"
    ),
    1557014914: (
        "am|i|no"
    ),
    1559845089: (
        "amat clue daft dumb fool igno naiv pres sill stup|be come look seem soun|afra coul know may migh must "
        "prob will"
    ),
    1561038768: (
        "new|year"
    ),
    1561069978: (
        "mana|prod|hear noti read saw told"
    ),
    1564248770: (
        "or|so what"
    ),
    1568661068: (
        "kind sort|almo basi prac|of"
    ),
    1568671758: (
        "want|i|to"
    ),
    1573622031: (
        "chan itch jump leav look lose move quit star swit|afte bore bori comf easy figu know lear old rout sett "
        "stal wear|i"
    ),
    1573640356: (
        "coll comm indi lead mana pers prof team|am|i"
    ),
    1574365842: (
        "prod|comm fire logi oper ops prio queu same supp tria|is oper ops supp"
    ),
    1577773228: (
        "long many much|only|so"
    ),
    1583842457: (
        "resc revo save tran|busi comp cust depa depo laun orga prod proj team|i"
    ),
    1588144137: (
        "geni wisd"
    ),
    1602214494: (
        "prod same|admi back bein bill call care cate clai cont cook coor cust day depo desk disp dock faci fiel "
        "fire floo fron fulf hand heal hosp inci job jugg kitc lead line logi main mana manu mode nigh nurs on op "
        "oper orga phon plan prio proc qa qual queu reta role runn sche serv shif shop succ supp tren tria trus "
        "ward ware what work|are is was"
    ),
    1616560777: (
        "edge expe eye insi know pers unde view|appl cand peop pm prod|few no othe"
    ),
    1635855774: (
        "code"
    ),
    1640952924: (
        "cage dead pris trap trea|a|admi back bill boss busi call care cate clai comm comp cont cook cult cust "
        "dail day depa depo desk disp dock empl ever faci fiel fire firm floo fron fulf grin heal here hosp hour "
        "inci indu job kitc life line logi main mana manu mode nigh nurs offi on op oper pay phon plac plan posi "
        "post proc prof qa qual reta role rost rota rout sala sche sect serv shif shop situ succ supe supp team "
        "trad tren trus wage ward ware work"
    ),
    1659348521: (
        "or|avai come goin like open simi tech you|anyt some what"
    ),
    1671126205: (
        "bloo bone come dna prod seco vein"
    ),
    1671251627: (
        "argu beli reck say thin thou|i"
    ),
    1673587133: (
        "appr chal fulf hear home moti part reco resp safe seen supp usef valu|fe|i"
    ),
    1674607671: (
        "hope"
    ),
    1675210142: (
        "some"
    ),
    1676643955: (
        "know|ever we"
    ),
    1678744771: (
        "anal atte atti comm cust dedi driv enth grow inte lead love pass peop prob soft stra work|my"
    ),
    1684746466: (
        "canc chur owes paid payi pays rene sign stil thre"
    ),
    1699242000: (
        "mana|prod|acci acti fact hono natu self shad unde unof"
    ),
    1699687544: (
        "prom|i"
    ),
    1707338972: (
        "busy|too|answ ask both care chas chec come list look noti play poli pres read repl talk thin visi with"
    ),
    1726808307: (
        "opin view|in|my"
    ),
    1730176446: (
        "anyt|from"
    ),
    1738480031: (
        "anno made publ rele say shar talk tell"
    ),
    1743683023: (
        "comm dedi devo|cont craf crea cust deli exce grow help impr inno lear maki qual self succ team user "
        "work|am"
    ),
    1753177207: (
        "los"
    ),
    1762403801: (
        "stat"
    ),
    1774299457: (
        "cros|at"
    ),
    1786986310: (
        "init oper prog proj task"
    ),
    1795162188: (
        "call|disp else logi oper ops supp tria|it"
    ),
    1804121237: (
        "look seem soun|care day days job life role work|amaz awes bett cool easy exci fun glam good grea inte "
        "nice swee"
    ),
    1806495194: (
        "mana|prod|all anyt ever half most noth"
    ),
    1806933729: (
        "abou goin losi|am|i"
    ),
    1812968382: (
        "me|driv drov made make maki push|angr appr bore burn cage cry degr demo desp drea drud expl hams hard "
        "hell hope humi ill inte lack mise mono moti nigh offi poin poli pris prog rat reco resp rut sad sick "
        "sink soul stif suff than tort trea unap unbe unde unfu unha vari want wors"
    ),
    1819986224: (
        "migh"
    ),
    1846101942: (
        "conf emba nda non|brea cove desp sign unde viol"
    ),
    1863334339: (
        "with|both even ever much once|anal appr arch boar boss buil busi came chos code cons corp crea deci depa "
        "desi dev deve dire draw drew engi exec folk head high hq laun lead made make mana offi org own peop plan "
        "pmo powe prod proj ran road run runs set ship side sign spec stak suit team tech thou top upst ux writ "
        "wrot"
    ),
    1868822909: (
        "neve|plan|i"
    ),
    1874868933: (
        "asse bett game grea star succ top|be|i"
    ),
    1875563558: (
        "like|most"
    ),
    1876323668: (
        "see|futu path way|can"
    ),
    1892710229: (
        "back fall plan seco step stop|as be good is kind my"
    ),
    1894944339: (
        "pm prod|if|alwa i may migh then"
    ),
    1898169485: (
        "leav quit|hear toda tomo|i"
    ),
    1916970638: (
        "abou need prod|knew know lear pick seen|i"
    ),
    1919666250: (
        "capa prep qual|more|than"
    ),
    1920068209: (
        "alwa said say tell thin told|am|i"
    ),
    1920664862: (
        "acco bank bran clie cust empl fran hosp hote insu key land merc part pros reta sell ship tena"
    ),
    1921096258: (
        "burn cost lose wast|amer bank busi comp econ empl firm hosp indu reta worl"
    ),
    1932902447: (
        "see|come fits happ stic suit|if what"
    ),
    1933690822: (
        "buye cust driv empl nurs pati peop shop team user|as less like more|are is were"
    ),
    1936638214: (
        "abou turn"
    ),
    1948253776: (
        "futu path pros way|i|no"
    ),
    1950905482: (
        "acci chan coin luck|i|came drif ende fell got land stum wand"
    ),
    1957716975: (
        "clue inco ivor touc|desi engi exec lead mana prod"
    ),
    1978225190: (
        "fun heck hell kick laug|for"
    ),
    1987165600: (
        "prod|lead mana owne peop pers team thin|capa good prep qual read shar stro valu well"
    ),
    1990029653: (
        "micr"
    ),
    1991355633: (
        "awfu bori brok dull exha hell horr joke nigh repe stal tedi terr|are feel get got is was were|at beca "
        "for if in on to when with"
    ),
    2007006596: (
        "work|i|in"
    ),
    2010449344: (
        "prom|i"
    ),
    2011767796: (
        "both dist pest trou|you"
    ),
    2017313579: (
        "cros|fing"
    ),
    2022112995: (
        "coul"
    ),
    2024539389: (
        "open|to"
    ),
    2030485270: (
        "impu spur"
    ),
    2031131767: (
        "back clue comm empa idea inte resp sens sham spin|anal appr arch boar boss buil busi came chos code cons "
        "corp crea deci depa desi dev deve dire draw drew engi exec folk head high hq laun lead made make mana "
        "offi org own peop plan pmo powe prod proj ran road run runs set ship side sign spec stak suit team tech "
        "thou top upst ux writ wrot|litt no not zero"
    ),
    2039174908: (
        "diff else new|some|do expl see try"
    ),
    2041106038: (
        "asse game star succ top|be|i"
    ),
    2041899468: (
        "abou|enou|had"
    ),
    2053399492: (
        "sens way|a|in"
    ),
    2054845399: (
        "see|bare hard neve rare|boyf chil daug fami frie girl husb kid part son wife"
    ),
    2059877977: (
        "mone|for|the"
    ),
    2060922489: (
        "annu econ ever glob indu mark per worl year"
    ),
    2063029355: (
        "feel knew know said sure they thin|arro care clue idea idio lazy list neve not refu thin touc with"
    ),
    2075005942: (
        "acco book card cust iban invo lice loan memb mrn orde pass pati poli trac"
    ),
    2079884800: (
        "i|alwa am feel gues have seem was|admi agen amat anal assi asso back begi bill buye call care cash cate "
        "chef clai cler cog cont cook coor cour cust depo desk disp dock driv empl engi faci fiel fire firs fitt "
        "floo foot fron fulf gal gene girl grun guy hand heal help hosp inci inte kitc labo laym lead line logi "
        "main man mana manu mech mode newb nigh nobo novi numb nurs on one op oper ops outs pack para peop pers "
        "phon pick plan port proc qa qual rece rep repr resp reta revi sche seco serv shif shop some spec stew "
        "stor succ supe supp tech tell temp trai tren trus wait ward ware woma work"
    ),
    2080317283: (
        "care comp empl indu job role sale|boun drif flip flit hop hopp jump pinb skip zigz|i"
    ),
    2080480071: (
        "hopi|i|am was"
    ),
    2090415713: (
        "prod|anyw fit happ pan stic suit thro work|if"
    ),
    2098425942: (
        "abid come desp dete disl drea grow hate loat rese star|i|admi answ apol back bein bill boss busi call "
        "care cate chas clai clea comi comm comp cont cook cove cult cust dail day deal depa depo desk disp dock "
        "doin empl even ever expl faci fiel figh fire firm fixi floo fron fulf gett goin grin hand havi heal here "
        "hosp hour how inci indu it job kitc life line logi main mana manu mode mond nigh nurs offi on op oper "
        "pay phon pick plac plan posi post proc prof putt qa qual reta role rost rota rout runn sala sche sect "
        "serv shif shop sitt situ spen stan star succ supe supp taki team thou trad tren trus wage ward ware week "
        "what wher work"
    ),
    2100698874: (
        "mix shak swit|up|it thin"
    ),
    2109478221: (
        "call comp cons desc dubb nick prai rate refe rely say see tell|me|boss co coll cowo dire ever frie mana "
        "othe peer peop revi supe team they"
    ),
    2122605998: (
        "neve|wron|ha"
    ),
    2124067568: (
        "job kind open posi role|abou almo any doze ever fift fort hund load near sort what|acce appl cons cont "
        "do fine go happ take up"
    ),
    2126871095: (
        "i|if|anyw get pan suit work"
    ),
    2132401641: (
        "prod|diff iden inte same|and"
    ),
    2138455878: (
        "mont year|care comp empl jobs posi role|i"
    ),
    2145184347: (
        "get|me|out"
    ),
    2155220820: (
        "arou|boun drif flit floa hopp jump wand|i"
    ),
    2160918358: (
        "bore burn disi drai exha fed frus mise over unde unha worn"
    ),
    2167684276: (
        "equi expe plac prep qual read suit|bett more|cand no nobo othe pers"
    ),
    2168744136: (
        "burn lose save spen wast|bank busi comp empl ente firm hosp indu orga prod reta star"
    ),
    2172528964: (
        "or|some"
    ),
    2185829006: (
        "help inpu unde watc with|neve no none noth woul zero"
    ),
    2186275716: (
        "code"
    ),
    2191825999: (
        "mile|addi extr|an that the"
    ),
    2196232354: (
        "mana|neve|prod"
    ),
    2197609311: (
        "mana|prod|brot coll cous flat frie husb part room sist wife"
    ),
    2199678382: (
        "mana|prod|job role work"
    ),
    2200632259: (
        "mont year|care comp empl jobs posi role|in"
    ),
    2207233751: (
        "mana|neve|prod"
    ),
    2210639527: (
        "grea natu perf stan stro uniq valu|make|me"
    ),
    2223994560: (
        "sort|of"
    ),
    2225573422: (
        "argu|be|coul"
    ),
    2239183346: (
        "else|curi know see thin wond|what"
    ),
    2244247437: (
        "cage chai dead degr desp ener expl full hell hope humi invi mise over pris runn rut sink stag stif suff "
        "trea unde usel|me|keep kept leav left made make"
    ),
    2247414432: (
        "new|life me"
    ),
    2247635020: (
        "bore|of|out"
    ),
    2256503496: (
        "prob"
    ),
    2266825361: (
        "cris|mid quar"
    ),
    2276212893: (
        "bug chal cris cust prob proc queu|i|come face had met seen"
    ),
    2279420316: (
        "awfu bori dead drai dull exha goin grin hell horr joke mean mind mise mono nigh poin pois repe soul stag "
        "stal tedi terr than toxi trea unbe unfu unre|admi back bill boss busi call care cate clai comm comp cont "
        "cook cult cust dail day depa depo desk disp dock empl ever faci fiel fire firm floo fron fulf grin heal "
        "here hosp hour inci indu job kitc life line logi main mana manu mode nigh nurs offi on op oper pay phon "
        "plac plan posi post proc prof qa qual reta role rost rota rout sala sche sect serv shif shop situ succ "
        "supe supp team trad tren trus wage ward ware work|are beca beco feel gets got has is turn was went"
    ),
    2279586369: (
        "brai clue comm cons sens|anal arch boar boss busi cons corp deci depa desi dev deve dire engi exec folk "
        "head high hq lead mana org peop pmo powe prod proj road side stak suit team top upst|with"
    ),
    2279678789: (
        "ever|chan leav move quit swap swit|care empl indu job on"
    ),
    2281363325: (
        "ants fidg itch rest|i|am beco feel felt get got grew grow have was"
    ),
    2282143017: (
        "supp|i"
    ),
    2295965730: (
        "ever|chan swit|care empl indu job"
    ),
    2296352649: (
        "back cont cv degr expe idea inpu job opin pers resu skil view voic word work|my|all amou carr comp coun "
        "enou impr inte matt mean meas much rele spec stro that very wort"
    ),
    2306152340: (
        "pati"
    ),
    2310161276: (
        "coun|days hour minu shif week|the"
    ),
    2310900643: (
        "amat arro aski asle beyo blam blin bull care chil clow clue comp cowa cyni deaf delu deta dino disc dumb "
        "fool full gree gutl hope hypo idio igno inco inep joke lazy liar moro naiv negl obli path self slop snob "
        "spin stup thic tone touc usel|anal appr arch boar boss buil busi came chos code cons corp crea deci depa "
        "desi dev deve dire draw drew engi exec folk head high hq laun lead made make mana offi org own peop plan "
        "pmo powe prod proj ran road run runs set ship side sign spec stak suit team tech thou top upst ux writ "
        "wrot|are can is must seem was were"
    ),
    2318511196: (
        "ever|chan leav move movi quit swap swit|coup few mont so summ time wint year"
    ),
    2319139894: (
        "idio|proo"
    ),
    2321399788: (
        "supp"
    ),
    2326286752: (
        "conc"
    ),
    2329725557: (
        "boss care comp depa empl job life mana role rota shif work|cage degr desp expl hell hope humi mise nigh "
        "poin pris rut sink stif suff tort trea unbe unde|my our this"
    ),
    2333836463: (
        "last sett stay stic stil stuc|i|can do neve"
    ),
    2336698875: (
        "life|shor|is"
    ),
    2346107856: (
        "mana|prod|bett deep fast good like much outp quic soon than well"
    ),
    2349362206: (
        "esti put say|some"
    ),
    2349874293: (
        "dumb inte mino not noth obvi old sill smal stup triv use valu|it that this|coul is may migh must will"
    ),
    2355866810: (
        "clic felt fit last stuc suit work|no"
    ),
    2359008624: (
        "craz half humb litt lowl mino naiv rand sill smal stra tiny|is|it"
    ),
    2364377163: (
        "hire reje take turn want|if|alwa i may migh then"
    ),
    2369316525: (
        "assu imag|i"
    ),
    2371035509: (
        "boxe buri caug conf held stuc trap wast|i left me|admi am answ apol back bein bill call care cate chas "
        "clai clea comi comp cont cook cove cubi cust deal depo desk disp dock doin expl faci fiel figh fire fixi "
        "floo fron fulf futu gett goin grad hand havi heal here hosp in inci job kitc leve line logi main manu "
        "mode nigh nurs on op oper path phon pick plac plan posi proc pros putt qa qual reta role room runn rut "
        "same sche seat serv shif shop sitt spen stan star succ supp taki team tren trus ward ware way work"
    ),
    2381239689: (
        "feet|itch"
    ),
    2383255283: (
        "or|ther"
    ),
    2388214136: (
        "see|it|goes take"
    ),
    2395112987: (
        "expl plan reas stor|have|i"
    ),
    2400005334: (
        "keep|priv quie secr to unde|it this"
    ),
    2403280970: (
        "prod|lead mana owne peop pers|amaz best bett bril exce fant grea idea natu outs perf stro supe terr"
    ),
    2415631131: (
        "wand"
    ),
    2415937016: (
        "am|achi anal coll comm cont faci fini lead lear list ment moti mult nego orga peop perf plan pres prof "
        "rese solv stor stra team thin work|acti amaz born bril care clea comm conf crea dedi deep eage effe empa "
        "enth exce fant fast genu good grea hard insp keen loya natu pass pati pers prov quic reli skil soli stro "
        "tire"
    ),
    2416727135: (
        "cont job part role work|my|just mere only simp"
    ),
    2417087092: (
        "thin"
    ),
    2417937734: (
        "burn|brin clos edge faci from head my near reco suff verg"
    ),
    2419811551: (
        "alre|prod|am"
    ),
    2427700441: (
        "lack|back conf cred degr expe pedi poli qual skil trai|i"
    ),
    2447191577: (
        "capt dr fath frau herr insp judg lady mada miss mons mr mrs ms mx nurs prof serg seño sgt sir sist"
    ),
    2449013515: (
        "prod|lead mana owne peop pers team thin|i"
    ),
    2449910230: (
        "abov|pay stat|my"
    ),
    2469039399: (
        "prod|work|and"
    ),
    2470555836: (
        "aver typi"
    ),
    2483066971: (
        "stuc|behi betw on with"
    ),
    2495959064: (
        "ment name reve say shar tell|i|allo can must shou supp"
    ),
    2498143105: (
        "losi lost|i|appe driv enth inte joy moti pass spar will"
    ),
    2508289774: (
        "avai offe poss|chec disc expl find know look see|what"
    ),
    2510662714: (
        "expe|big fun inte litt natu nice soci"
    ),
    2516922503: (
        "sens|make"
    ),
    2525016360: (
        "cost dest eat hurt kill ruin wrec|back conf even fami heal knee life marr ment rela sani slee soci soul "
        "spir week"
    ),
    2527765262: (
        "auth busi cred plac righ stan|have|i"
    ),
    2553843940: (
        "like|thin|i"
    ),
    2555847645: (
        "beca|can|i"
    ),
    2558297352: (
        "argu say|i"
    ),
    2588725818: (
        "any anyt eith th whic"
    ),
    2588876064: (
        "deci|last over show sund|i"
    ),
    2592313350: (
        "happ"
    ),
    2598715085: (
        "typi|corp engi head mana prod"
    ),
    2606251608: (
        "want|do|i"
    ),
    2612348489: (
        "betw|us you"
    ),
    2612861592: (
        "bake|half|engi head lead mana prod they"
    ),
    2622124262: (
        "arro busy cowa impo lazy prou self stub stup|to|too"
    ),
    2627803133: (
        "gets job pays posi role take|what"
    ),
    2638299014: (
        "fe|i"
    ),
    2640029694: (
        "horo"
    ),
    2652639995: (
        "craz enth fana obse pass|am|i"
    ),
    2655337211: (
        "adva care chal deve futu grow oppo path prog prom pros reco room vari|lack litt no noth nowh with zero"
    ),
    2656026571: (
        "hear read saw seen|arti blog book figu inte link numb onli podc post redd repo some stat stud that thre "
        "twit"
    ),
    2674383912: (
        "nowh|care mont time year|i"
    ),
    2679345601: (
        "amaz bril exce fant gift good grea natu outs skil tale wond|am|brin buil coll comm conn infl jugg lead "
        "list maki mana moti mult orga peop prob seei solv stak talk work"
    ),
    2687669953: (
        "hope|i|am it mind this"
    ),
    2689366567: (
        "may"
    ),
    2694356327: (
        "betw|move|ofte"
    ),
    2694495346: (
        "time|wast|of"
    ),
    2695015262: (
        "dese made mean need want wort|i|bett more"
    ),
    2726961697: (
        "so"
    ),
    2727645416: (
        "i|did do have neve|earn get got gott had rece seen"
    ),
    2728260566: (
        "job"
    ),
    2745205643: (
        "apol|i|adva for if"
    ),
    2748472903: (
        "thin|big box diff like outs stra|i"
    ),
    2763754892: (
        "driv|prof|resu"
    ),
    2767400402: (
        "comm|issu"
    ),
    2775440476: (
        "comp said say told wrot"
    ),
    2778146489: (
        "appl|i|all anyt doze ever hund lots"
    ),
    2782635704: (
        "abov|beyo|and"
    ),
    2788106921: (
        "chal comp maki prob solv wear|embr enjo live love reli welc"
    ),
    2805869790: (
        "avoi caug fixe pred prev seen solv spot stop|have|i"
    ),
    2814811864: (
        "sa|no|than well"
    ),
    2816129201: (
        "syne"
    ),
    2817409864: (
        "figu work|enjo good like want|i"
    ),
    2821915474: (
        "accu bett clos fast shar|than|all any ever half most the your"
    ),
    2827315418: (
        "esca exit tick way|out|for of"
    ),
    2833572824: (
        "appl cons expl inte look thin weig|codi cons data desi hr law mark prod sale teac ux|i"
    ),
    2836533044: (
        "brea brok crus dest drai exha wrec|me"
    ),
    2849913516: (
        "look|am|i"
    ),
    2854497932: (
        "try|hand luck|my"
    ),
    2858729999: (
        "done fixe gues know noti pred said see seen spot tell told|blin chil firs five fool idio inte kid monk "
        "moro scho todd trai|can coul know see woul"
    ),
    2860627453: (
        "exce flou perf shin thri|i|at in on unde when with"
    ),
    2863179455: (
        "prod|comp diff easy hard rock simp stra toug|can is must shou will"
    ),
    2871925938: (
        "plan|prod|is was woul"
    ),
    2878783831: (
        "idea|doin talk|am"
    ),
    2885485052: (
        "tomo|i"
    ),
    2886122408: (
        "show|stud"
    ),
    2887849155: (
        "over pass skip take trea|i|alwa got had have keep was"
    ),
    2890239184: (
        "alon|i"
    ),
    2900700153: (
        "catc find fore knew know noti pred saw see sens smel spot tell|i|befo earl fast long soon that"
    ),
    2903454227: (
        "asha awkw dumb emba fool like plac sill smal stup|fe|i"
    ),
    2911817707: (
        "can cann do does drea fail forg kill lack miss neve over|all almo aver few juni many most near new no "
        "othe seni some typi your"
    ),
    2914970795: (
        "into|head mind|came crep jump popp"
    ),
    2924557385: (
        "cand fit|idea perf|for"
    ),
    2931321865: (
        "neve|wron|i"
    ),
    2962633340: (
        "humb litt lowl mere name nobo ordi simp smal|am|i"
    ),
    2963805643: (
        "boot else inst sale scho ux|i|then"
    ),
    2981718111: (
        "plan seco step stop|my"
    ),
    2986149080: (
        "buil call lift one room shif site|am was|just only"
    ),
    2992744026: (
        "new|am|i"
    ),
    2994865307: (
        "mayb"
    ),
    2995821333: (
        "bein prod|a|at"
    ),
    2996252004: (
        "deci feel felt need want|chan into jump move swap swit try|i"
    ),
    2996666778: (
        "toxi|boss comp cult envi job mana offi shif team work"
    ),
    2999080074: (
        "badl litt next noth poor|pa|me peop staf us"
    ),
    2999588295: (
        "next|on|the"
    ),
    3005389630: (
        "pres"
    ),
    3014922885: (
        "boun drif flit hopp jump swit|care comp fiel indu job role sect thin|acro arou betw from thro"
    ),
    3021234152: (
        "over|am|i"
    ),
    3031121766: (
        "eith|or"
    ),
    3035752851: (
        "burn grin grou wear wore worn|me|down out"
    ),
    3041352182: (
        "bear|me|with"
    ),
    3045600356: (
        "apar|set|me"
    ),
    3051874500: (
        "alwa am brin call cons desc know like myse prid rega rema say see seen|acco acti adap ambi brid chan "
        "char clea cons cust data dedi deep depe deta dili disr doer driv dyna effe empa enth entr evan exce forc "
        "forw game gett gift goal grea grow guru hard high hust inno insa inte lead lear miss moti mult natu ninj "
        "outs over pass peop perf powe proa prob purp quic rele resi reso resu rock roun safe seas self skil solu "
        "stro supe swis tale team tena thin thou tire trai unic user vers visi well wiza work|i"
    ),
    3052870891: (
        "ever|new|care fiel indu job role trad"
    ),
    3059345245: (
        "cros|mind|my"
    ),
    3059983597: (
        "badg job labe name sala titl|the|all exce just lack minu miss only with"
    ),
    3060188719: (
        "assu imag|i"
    ),
    3060504754: (
        "prod|boom futu mone tren well|are is seem"
    ),
    3060768818: (
        "prov|reco|trac"
    ),
    3063614411: (
        "reas|for|no"
    ),
    3073776517: (
        "almo like prob sure|miss naiv nons rubb sill stup wron"
    ),
    3095600891: (
        "i|am do have neve was|anyt cut good got grea lot much one the what who"
    ),
    3097254483: (
        "sens|if|make"
    ),
    3103736669: (
        "care earn fun good i pay prod swit|conv got keep ment pers reco said say sugg swea talk tell thin thou "
        "told|chat coll cous ever frie girl guy inte my neig peop podc recr some they"
    ),
    3108628495: (
        "soun|bett cool cush easi easy exci fun glam good grea inte laug nice sexy tren|it that this whic"
    ),
    3118225489: (
        "off|reco|the"
    ),
    3144992311: (
        "dest fate karm sere sign star univ"
    ),
    3145508941: (
        "betw|ours two us you|just keep only pure rema stay stri this"
    ),
    3159610520: (
        "knew know unde|than|best bett far more much"
    ),
    3168728588: (
        "i|only|can coul have know real trul unde"
    ),
    3173317357: (
        "feel felt seem|fun good like natu nice righ|just some"
    ),
    3180006377: (
        "nowh|gett goin head"
    ),
    3192879220: (
        "reas|no|part real spec"
    ),
    3194882441: (
        "nowh|i|to"
    ),
    3197792973: (
        "prod|anyw fit happ pan stic suit thro work|i"
    ),
    3198083929: (
        "else|is|out"
    ),
    3204084404: (
        "diff iden same|disc prio prod road stra|are is"
    ),
    3208071166: (
        "bene bonu comm comp cont pay rais sala wage work|anti awfu bad brut budg chan crap craz disg enou flat "
        "froz gone good grea high impr incr insa insu joke kill litt long lous low move much path poor rise rubb "
        "ruin stag stuc sust terr unso|my"
    ),
    3222714150: (
        "need want|chan jump move swap swit|just real simp"
    ),
    3241681394: (
        "humb irre limi litt lowl meag mode non none patc poor smal unim|back brai cont cv engl expe job know "
        "opin resu role skil unde view|my"
    ),
    3249484697: (
        "cog dino hams mach numb robo zomb|i|am feel felt was"
    ),
    3255579263: (
        "fini over read|am|i"
    ),
    3266534537: (
        "am|i|the"
    ),
    3268375526: (
        "time|cost stea tak wast|your"
    ),
    3279334458: (
        "crav enjo like love need|chan fres keep new nove star tryi vari"
    ),
    3287581588: (
        "anal busi codi cons cust data desi engi fina grow hr mana mark prod proj recr rese sale soft stra teac "
        "ux|and mayb or perh poss"
    ),
    3291909686: (
        "prod|chan jump move swit went|brot coll cous flat frie husb part room sist wife"
    ),
    3297245500: (
        "prom rais than|did do neve|be been get got"
    ),
    3297402608: (
        "gues|is|my"
    ),
    3297972375: (
        "corr righ|abou on|all each ever lite"
    ),
    3298269243: (
        "ambi calm crea curi driv ener humb hung orga posi reli smar|am|and"
    ),
    3300540743: (
        "mont year|than|long more"
    ),
    3300883196: (
        "prod|a|bash chan crac go shot spin try whir"
    ),
    3305204310: (
        "call|desi engi expe geni lead prod stra visi|so"
    ),
    3311084778: (
        "rand|care choi deci idea move step thou|a"
    ),
    3319320354: (
        "apol sorr|bann card cred lett mail page temp text vouc"
    ),
    3325603288: (
        "said say says tell thin told|amaz best born bril calm crea exce gift good grea natu pass reli rock shar "
        "smar star stro tale|i"
    ),
    3329831663: (
        "avoi caug fixe prev seen solv spot stop|have|i"
    ),
    3338091609: (
        "know|do|i"
    ),
    3338466856: (
        "buck|list"
    ),
    3352982677: (
        "conf|all are comp high is it stil stri that this"
    ),
    3360449393: (
        "blue nowh|of|out"
    ),
    3368471178: (
        "anyt|floo logi my nurs oper ops phon supp ware|away but othe out outs that"
    ),
    3381162670: (
        "find|myse"
    ),
    3381528003: (
        "noth|knew know unde"
    ),
    3386354519: (
        "boot cert cour degr mba trai|any|beat bett more repl wort"
    ),
    3409998079: (
        "dail hams rat sink"
    ),
    3412714006: (
        "like"
    ),
    3425665790: (
        "trap|body job role seat|in"
    ),
    3427683893: (
        "trea|catt chil cog cost dirt furn mach nobo numb robo rubb seco serv slav tras|as like"
    ),
    3432933560: (
        "bit|ever|a"
    ),
    3441452843: (
        "all|i|is"
    ),
    3454166274: (
        "done fini thro|am|i"
    ),
    3463571215: (
        "alwa|back come retu|can"
    ),
    3490921098: (
        "i|bake book call carr clea cook deli driv ente esca file fill fix forw gree guar help keep load make "
        "moni mop open plan repa rest ring rout scan sche sell serv sort stac stoc swee type unlo wash watc "
        "weig|just mere only"
    ),
    3492390982: (
        "arro gree igno lazi spit vani|of|out"
    ),
    3493764455: (
        "quit stop|beli cari enjo grow lear tryi|i"
    ),
    3505668721: (
        "appr bitt bore brea burn chal chec demo disi drow dyin end enjo fed fulf gett goin grow happ jade lang "
        "lear limi mise over paid pige rese rest rott stag suff unap unch unde unfu valu wast with|i left me"
    ),
    3506223026: (
        "mana|prod|earn make paid pay sala"
    ),
    3515250413: (
        "fair pret quit rath"
    ),
    3516626837: (
        "betw|diff dist gap|and"
    ),
    3526047456: (
        "enou|had|have"
    ),
    3543382257: (
        "jack|trad|all"
    ),
    3544633318: (
        "befo|burn craz insa lose mad quit snap|i"
    ),
    3546263786: (
        "neve|anal appr arch boar boss buil busi came chos code cons corp crea deci depa desi dev deve dire draw "
        "drew engi exec folk head high hq laun lead made make mana offi org own peop plan pmo powe prod proj ran "
        "road run runs set ship side sign spec stak suit team tech thou top upst ux writ wrot|admi answ apol ask "
        "both call came care carr chec clea clos come cons cook coun deal deli do does done driv expe expl face "
        "feel felt fix foll had hand held hold lear leav left lift list load look meas meet met miss oper own "
        "pack pick pull push queu read repl resp run sat scan see seen serv set show sit smel spea spen spok stan "
        "stoo take talk test than thin thou took touc trie try type unde unlo use visi wait walk watc wear wore "
        "work worn"
    ),
    3553617390: (
        "arou|move|jobs lot quit role year"
    ),
    3557098215: (
        "hire|me"
    ),
    3559225210: (
        "ever|prod tech|beco doin gett goin movi"
    ),
    3559625760: (
        "in|info only secr"
    ),
    3565305878: (
        "chan|a|any"
    ),
    3572752585: (
        "mana|prod|all anyt ever half most noth"
    ),
    3576826907: (
        "bore|easi|am"
    ),
    3577239246: (
        "pays|bett more well|it prod whic"
    ),
    3597295655: (
        "as come comi spea writ|as from|humb just lowl mere only simp"
    ),
    3604083212: (
        "sick tire wear|of"
    ),
    3605768842: (
        "no|bett clos deep like more much quit way well|can coul feel get gras has know see spot unde"
    ),
    3628996859: (
        "alth thou whil|i|am have know work"
    ),
    3632992707: (
        "ever|coup mont wint year|leav move quit star"
    ),
    3636690274: (
        "acce docu esta fact know prov show|that|has it"
    ),
    3637632314: (
        "acro into towa upon|drif fell stum wand|bein care idea job pm prod role"
    ),
    3648191566: (
        "abil acum atte atti back comm crea curi dedi driv empa ener enth expe eye inst intu lead mind pass skil "
        "tale thin trac visi work|my|amaz anal boun can crea deep entr exce exte extr genu grea grow impr incr "
        "infe inna keen natu outs posi prov rele rema shar soli stel stra stro supe tire top uniq unma unri wond"
    ),
    3650114818: (
        "brou ment pitc reco said sugg|beco pm prod|coll frie my recr some"
    ),
    3667308598: (
        "find|you|anot anyb anyo bett some"
    ),
    3667545996: (
        "i|a fanc give prod try|been did done had trie was work"
    ),
    3669362701: (
        "conf|in"
    ),
    3674916563: (
        "bori brea burn crus depr drai exha grin kill suff wear|me|are has have is"
    ),
    3686408890: (
        "bonu over pay sala wage|capp cut dock froz halv slas|my our"
    ),
    3688683145: (
        "care prod|hear list read saw watc|ad adve arti blog book podc post reel talk thre tikt twee vide"
    ),
    3689227841: (
        "desp even rega spit|bein havi my the|back havi humb just lack limi litt no non only"
    ),
    3694060280: (
        "wast|am|i"
    ),
    3694313280: (
        "anyt|i|or"
    ),
    3696009765: (
        "paid pays|badl litt next noth poor"
    ),
    3703444549: (
        "boun drif gone hopp jump move swit went|from|i"
    ),
    3705637470: (
        "aler page rebo retr|if|does fail"
    ),
    3717358831: (
        "boss comp dire empl firm head line mana shif supe team|my our|abus appr awfu back beli bloc bull care "
        "clue cont give held hold horr igno impo inco inve jerk let list micr nigh noti pain play prom reco resp "
        "scre shou supp take terr than toxi trus tyra unde usel valu yell"
    ),
    3727859616: (
        "woke|up|and deci feel idea know plan real thin thou urge want wish"
    ),
    3736093201: (
        "appa"
    ),
    3744338602: (
        "guar|i"
    ),
    3746753593: (
        "bala|life|work"
    ),
    3748303996: (
        "boss call choi deci desi dev deve engi exec idea lead mana peop pers prod road suit team|arro asin bone "
        "brai care clue dim dumb half hare idio igno inco inep lazy moro ridi shod shor stup thou usel"
    ),
    3755415210: (
        "time|chan swit|care fiel indu job"
    ),
    3766975566: (
        "bad wron|call deci gues pred|i"
    ),
    3770111257: (
        "i|no|cope deal do hand keep spen take thro"
    ),
    3773808914: (
        "apol"
    ),
    3778398704: (
        "chan poss|a|is"
    ),
    3778738711: (
        "am|adap ambi comm conf crea curi dedi depe dete disc driv eage ener enth flex focu frie hard hone hung "
        "kind loya moti open orga pati posi proa punc reli stra tire trus|adap ambi calm comm conf crea curi dedi "
        "depe dete disc driv ener enth flex focu frie hard hone humb hung kind loya moti open orga pati posi proa "
        "punc reli smar stra trus"
    ),
    3780255913: (
        "care clue lazy stup|not"
    ),
    3781408180: (
        "eins expe geni prod rock spec stra tech|am|i"
    ),
    3782526930: (
        "abso litt much noth|add brin cont give impr inte offe say show spec teac valu|have"
    ),
    3784144734: (
        "eart hell righ|who"
    ),
    3789297951: (
        "bett|job|than"
    ),
    3798023793: (
        "nowh|in|to"
    ),
    3819299451: (
        "spic|up|it life thin"
    ),
    3819483763: (
        "neve|aske invi offe show take thou told|and beca sinc"
    ),
    3823518793: (
        "arse both care tell|not|anal appr arch boar boss buil busi came chos code cons corp crea deci depa desi "
        "dev deve dire draw drew engi exec folk head high hq laun lead made make mana offi org own peop plan pmo "
        "powe prod proj ran road run runs set ship side sign spec stak suit team tech thou top upst ux writ wrot"
    ),
    3826270370: (
        "anyt|desk prod tech titl"
    ),
    3834519603: (
        "bear face imag keep put see stan stom tole|i|no"
    ),
    3859996141: (
        "avoi brok ever fail fine gone happ lost neve no none noth perf prev ship work|had if|aske call char deci "
        "list prod road room runn the ther"
    ),
    3864492814: (
        "amat begi dino drop impo laym layp newb nobo noob novi outs rook slow tech|am|i"
    ),
    3877010944: (
        "afra hate hesi like loat mean relu want|anno both dist impo intr nuis pain pest take trou wast|to"
    ),
    3878124662: (
        "coul"
    ),
    3885117604: (
        "appl cons conv curi here hook insp inte into pers prod swit thin told want wond|ad adve arti book conv "
        "cour drea film movi podc post quiz seri show talk thre tikt vide webi"
    ),
    3886612609: (
        "boss care comp depa empl indu job mana role rota shif work|angr appr bore burn cry demo drea drud hams "
        "hard hell ill inte lack mise mono moti offi poli prog rat reco resp sad sick soul than unap unfu unha "
        "vari want wors|my our this"
    ),
    3887986327: (
        "take|have|i"
    ),
    3895769178: (
        "belo coun dese know unde|i|not"
    ),
    3899745392: (
        "alon|all"
    ),
    3903205353: (
        "curi whim|i"
    ),
    3910405997: (
        "arou else way|drea look thin want|make"
    ),
    3911889831: (
        "degr exte|to|an cert some"
    ),
    3934363842: (
        "boun drif flit hopp jump swit|care comp fiel indu job role sect|acro arou betw from thro"
    ),
    3942761782: (
        "way|i|no only"
    ),
    3947173734: (
        "bad behi clue dept frau hope ill impo inex leag outs rubb terr unde unqu unwo wron|am|i"
    ),
    3949151365: (
        "corr|if|me"
    ),
    3951936484: (
        "comp hush pre stea stil top trad unan unre"
    ),
    3953833708: (
        "prov show|rese stat stud surv"
    ),
    3954205243: (
        "kind|of"
    ),
    3964962979: (
        "bigg call fort grea main secr stre supe trad|my|are has is lie"
    ),
    3974104354: (
        "cool crea exci fun glam inte|than|more much way"
    ),
    3980329134: (
        "cert doub must prob sure|bett expe hund impr inte qual smar stro|ever team they you"
    ),
    3982628864: (
        "nobo|am|i"
    ),
    3983927398: (
        "lose|noth|have"
    ),
    3991272418: (
        "hour rost rota sche shif|anti awfu bad brut budg chan crap craz disg enou flat froz gone good grea high "
        "impr incr insa insu joke kill litt long lous low move much path poor rise rubb ruin stag stuc sust terr "
        "unso|my"
    ),
    4015476721: (
        "sing"
    ),
    4022018321: (
        "dumb fluk happ pure"
    ),
    4022195262: (
        "some"
    ),
    4026742677: (
        "cul dead trea|a|for"
    ),
    4034429589: (
        "driv|seat"
    ),
    4041889267: (
        "enou|nigh peak shif week year|are have is was were"
    ),
    4042382081: (
        "i|the|best idea miss obvi only perf righ stro"
    ),
    4071670834: (
        "impo|synd"
    ),
    4086348946: (
        "many|ball hats|jugg wear wore"
    ),
    4099761115: (
        "cert posi sure|am|i"
    ),
    4110733969: (
        "afra|am|i"
    ),
    4124994381: (
        "ever|new|care job role"
    ),
    4125626294: (
        "ever|exce|knew saw see warn"
    ),
    4135078887: (
        "look seem|cool cush exci fun glam laug sexy tren|it that this whic"
    ),
    4144350465: (
        "sing"
    ),
    4148709383: (
        "abou|alwa neve|righ wron"
    ),
    4155732158: (
        "way|no|ther"
    ),
    4155870431: (
        "pref|job prod role titl|no"
    ),
    4156063035: (
        "nowh|to|go grow move"
    ),
    4162555161: (
        "agen brea buye call cart cons cust deli driv erro feat hire inci jobs nurs orde outa pati peop prod proj "
        "shop team user work|aban are begi burn buy care chur come comp cost deci do earn end expe fail get give "
        "go have hire leav miss neve pref quit read recr retu say spen star stay stop swit trus use want will "
        "woul"
    ),
    4162987349: (
        "less|more|or"
    ),
    4173766859: (
        "abou|lear teac|job prod role"
    ),
    4183506989: (
        "outg plat stag|i"
    ),
    4183593407: (
        "crac mast perf|art deli disc ever oper ops prio prod road stak stra user|i"
    ),
    4186593468: (
        "just mere only|admi agen amat anal assi asso begi buye care cash chef cler cog cook coor cour disp driv "
        "empl engi fitt foot gal gene girl grun guy hand inte labo laym lead man mana mech mode newb nobo novi "
        "numb nurs one oper ops outs pack para peop pers pick plan port rece rep repr resp revi sche some spec "
        "stew stor supe supp tech tell temp trai wait woma work"
    ),
    4186908901: (
        "100 alwa neve|accu corr righ spot wron|call gut inst intu judg pred"
    ),
    4189442744: (
        "chec disc expl find know look see|out|ther"
    ),
    4193385262: (
        "aske beli foll hire list trus|me|had if"
    ),
    4197031691: (
        "job open posi role|any th whic"
    ),
    4211183126: (
        "drai exha grou knac shat worn wrun|i left me"
    ),
    4218161140: (
        "i need want|away ditc esca flee leav off out quit rid"
    ),
    4219693627: (
        "acco agre cont deal enga nda rene|with"
    ),
    4219740194: (
        "pote"
    ),
    4246040486: (
        "call|each it our that the"
    ),
    4256271570: (
        "mere|agen cler disp mort nurs oper ops supp"
    ),
    4263189511: (
        "acti buzz cool exci fun glam good magi mone part|the|wher"
    ),
    4275208728: (
        "abil acum atte atti bias cust deep endl entr eye grow hung insa inst keen lead mind outs owne pass peop "
        "posi prov sens skil spir stra stro take thir trac uniq weal winn work|i|arme bles boas brin carr come "
        "demo disp equi have hold offe poss show"
    ),
    4275883465: (
        "burn chew wore|me|down out up"
    ),
    4284976709: (
        "chal ener enga exci fulf insp inte moti rewa sati stim|me|do does long neve stop"
    ),
    4293002495: (
        "humo pati putt|for|me"
    ),
    4294873436: (
        "appr care expl inve list look neve over pay prom trea unde valu|boss busi care comm comp cult dail day "
        "depa desk empl ever fiel firm floo grin here hour indu job life line mana offi pay plac posi post prof "
        "role rost rota rout sala sect shif situ supe team trad wage work"
    ),
}

FINGERPRINT = 798992090
"""Of the table, the expressions that it was worked out from, and of what worked it out."""
