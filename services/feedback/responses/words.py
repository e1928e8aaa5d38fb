"""The words by which a comment is read, per language: how it sounds, what it is about, what must be seen at once.

A word that ends in `*` stands for all words that begin so; in the words of themes and in critical ones `_` joins those
of a phrase. Those two ship as themes and word lists, and are read from there, as operators changed them. Serbian is
written in Latin letters here; Cyrillic comments are put into these letters first. For English only what VADER's lexicon
lacks is listed as sound: it knows what people say to one another, not what they say about a service.
"""

from dataclasses import dataclass

LANGUAGES = ("en", "es", "sv", "no", "sr", "bg")


@dataclass(frozen=True)
class Words:
    """One language. function: words that hardly another language has, by which it is recognised.

    refusals: after one of these a complaint is none, as in "no complaints".
    """

    function: str
    positive: str
    negative: str
    negations: str
    refusals: str
    themes: dict[str, str]
    critical: dict[str, str]


ENGLISH = Words(
    function="the and is was are were it this that with for not you your my we they have has had very but to of in on"
    " at be been an as me no too so just can will would when what why how nobody never always again please"
    " thanks thank great good bad service support help helpful slow fast easy hard i he she our us them their"
    " its from by or if than then there here about after before only also even still more most much many some"
    " any all every each other another new old same different well don't doesn't didn't isn't wasn't can't"
    " couldn't won't i'm it's we're you're they're do does did done get got make made take took give gave go"
    " goes going went come came say said work works worked working use used using need needed want wanted know"
    " think fine okay nice one two three four times day days week weeks month year years twice once ever since"
    " until while because everything nothing something anything someone problem issue team price app keeps"
    " keep answer answers phone which who whom where being over under out up down off into through",
    positive="quick quickly fast prompt promptly smooth smoothly responsive seamless effortless reliable",
    negative="slow slowly slower late nobody unanswered waited waiting outdated unresponsive overpriced"
    " expensive unreliable buggy bugs crashes crashed broken outage downtime",
    negations="",
    refusals="no not never without none zero",
    themes={
        "speed": "slow* fast* quick* wait* late delay* hours days weeks speed prompt*",
        "price": "price* pricing expensive cheap cost* overpriced fee fees discount*",
        "quality": "quality broken defect* faulty bug bugs buggy error* crash*",
        "support": "support agent* help helpful helped staff answer* callback reply replied response*",
        "usability": "easy easier hard difficult confus* complicat* intuitive interface usability",
        "reliability": "outage* downtime unreliable reliable unavailable unstable stable availability",
        "billing": "invoice* bill billing billed charge* refund* payment*",
        "onboarding": "onboard* setup implementation training migration*",
    },
    critical={
        "safety": "injur* unsafe danger* hazard* fire burned burnt accident* electrocut*",
        "legal": "lawyer* attorney* lawsuit* sue suing court gdpr legal illegal fraud*",
        "leaving": "cancel cancelling canceling cancellation leaving churn* switching competitor* terminat*",
        "complaint": "complaint* complain* unacceptable terrible awful horrible",
    },
)

SPANISH = Words(
    function="el la los las un una es son fue está están muy pero por para con que qué no me mi nos del al lo se su"
    " sus más como cuando todo nada nunca gracias estoy hemos tengo tiene ha sin ya también porque y o de en a"
    " e yo tú él ella ellos usted ustedes este esta estos estas eso ese esa aquí allí hay he han había era"
    " eran ser estar hacer hace hizo hacen poder puede pueden pude tuve tuvo tener tenía sido siempre desde"
    " hasta entre sobre según si sí cómo dónde cuándo quién cada todos todas toda otro otra otros otras mismo"
    " misma mucho mucha muchos muchas poco poca bastante demasiado tan tanto solo sólo así entonces ahora"
    " antes después hoy ayer día días semana semanas mes año años vez veces dos tres cuatro le les nuestro"
    " nuestra buen buena mal problema problemas servicio ayuda respuesta precio equipo subió llevo llegó"
    " funciona funcionan esperando esperaba responden responde nadie alguien algo",
    positive="bueno buena buenos buenas bien excelente* genial* rápid* amable* útil* perfect* encant* content*"
    " satisfech* fácil* mejor* recomiendo eficiente* gracias profesional*",
    negative="mal malo mala malos malas lent* pésim* horrible* terrible* caro cara caros caras difícil* peor*"
    " problema* error* fall* esper* tard* demora* decepcion* inútil* complicad* insatisfech* nadie queja*",
    negations="no nunca ni sin tampoco jamás",
    refusals="no ninguna ningún sin nunca",
    themes={
        "speed": "lent* rápid* esper* tard* demora* retras* horas días semanas",
        "price": "precio* caro cara caros caras barat* cost* tarifa* descuento*",
        "quality": "calidad rot* defect* error* fall*",
        "support": "soporte atención agente* ayuda* respuesta* respond* llamad*",
        "usability": "fácil* difícil* confus* complicad* intuitiv*",
        "reliability": "caíd* inestable* fiable* disponib* corte*",
        "billing": "factura* cobr* reembols* pago*",
        "onboarding": "implantación formación instalación migración puesta",
    },
    critical={
        "safety": "peligro* herid* lesi* insegur* incendio* accidente* quem*",
        "legal": "abogad* demanda* demandar* juicio* tribunal* denuncia* ilegal* fraude* rgpd",
        "leaving": "cancelar* cancelo de_baja competencia rescindir* rescisión",
        "complaint": "queja* quejarme inaceptable* pésim* horrible*",
    },
)

SWEDISH = Words(
    function="och är det att som inte jag vi ni på för med av en ett den var har hade mycket men så till från när vad"
    " hur ingen aldrig alltid bara kan ska skulle mig mitt min oss tack också blev fick i om du han hon de dem"
    " sig sin sitt sina er era ert vår vårt våra deras dess denna detta dessa där här hit dit nu då än mer"
    " mest många några någon något inget inga allt allting alla hela helt samma annan andra annat ny nya nytt"
    " igen redan efter före under över utan mellan genom hos vid mot kom kommer komma gör gjorde göra gjort"
    " får få fått gick går gå sade säger måste vill ville vet tycker tror fungerar fungerade använda löst"
    " löste dag dagar vecka veckor månad år gång gånger två tre fyra hjälp svar ärende problem kundtjänst pris"
    " priset tiden tid alls gärna okej väldigt jätte eftersom",
    positive="bra snabb* utmärkt* fantastisk* trevlig* hjälpsam* nöjd* lätt enkel* enkelt perfekt* bäst* suverän*"
    " smidig* rekommenderar tack proffsig* pålitlig*",
    negative="dålig* långsam* seg segt sega dyr dyrt dyra hemsk* usel* svår* krånglig* missnöjd* besvik* värst*"
    " sämst* fel problem väntade vänta väntat trasig* ingen klagomål förseng* försenad*",
    negations="inte ej aldrig utan",
    refusals="inga ingen inget inte utan aldrig",
    themes={
        "speed": "långsam* snabb* seg segt vänt* försen* timmar dagar veckor",
        "price": "pris* dyr dyrt dyra billig* kostnad* kostar avgift* rabatt*",
        "quality": "kvalitet* trasig* defekt* fel buggar bugg",
        "support": "support* kundtjänst* hjälp* svar* handläggare ringde",
        "usability": "lätt enkel* enkelt svår* krånglig* förvirrande intuitiv*",
        "reliability": "driftstopp* avbrott* instabil* pålitlig* tillgänglig*",
        "billing": "faktur* betal* återbetal* debiter*",
        "onboarding": "införande* utbildning* installation* uppstart* migrering*",
    },
    critical={
        "safety": "skada* skadad* farlig* osäker* brand brann olyck* brännskad*",
        "legal": "advokat* jurist* stäm* domstol* olaglig* bedrägeri* gdpr polisanmäl*",
        "leaving": "säga_upp säger_upp uppsägning* konkurrent* avsluta*",
        "complaint": "klagomål* klaga* oacceptabel* hemsk* usel*",
    },
)

NORWEGIAN = Words(
    function="og er det at som ikke jeg vi dere på for med av en et den var har hadde veldig men så til fra når hva"
    " hvordan ingen aldri alltid bare kan skal ville meg mitt min oss takk også ble fikk i om du han hun de"
    " dem seg sin sitt sine deres vår vårt våre dette denne disse der her nå da enn mer mest mange noen noe"
    " alt alle hele helt samme annen andre annet ny nye nytt igjen allerede etter før under over uten mellom"
    " gjennom hos ved mot kom kommer komme gjør gjorde gjøre gjort får få fått gikk går gå sa sier måtte må"
    " vil vet synes tror fungerer fungerte bruke løst løste dag dager uke uker måned år gang ganger to tre"
    " fire hjelp svar sak saken problem kundeservice pris prisen tiden tid greit nok fordi hvorfor hvem"
    " hvilken blir være vært",
    positive="bra god godt gode rask* raskt utmerket* fantastisk* hyggelig* hjelpsom* fornøyd* lett enkel* enkelt"
    " perfekt* best beste anbefaler takk profesjonell* pålitelig* smidig*",
    negative="dårlig* treg* tregt sen sent dyr dyrt dyre forferdelig* elendig* vanskelig* misfornøyd* skuff* verst*"
    " feil problem* ventet vente ventetid ødelagt* ingen klage* forsink* tungvint*",
    negations="ikke aldri uten",
    refusals="ingen ikke uten aldri",
    themes={
        "speed": "treg* rask* vent* forsink* timer dager uker",
        "price": "pris* dyr dyrt dyre billig* kostnad* koster gebyr* rabatt*",
        "quality": "kvalitet* ødelagt* defekt* feil",
        "support": "support* kundeservice* hjelp* svar* saksbehandler* ringte",
        "usability": "lett enkel* enkelt vanskelig* forvirrende tungvint* intuitiv*",
        "reliability": "nedetid* driftsstans* ustabil* pålitelig* tilgjengelig*",
        "billing": "faktura* betal* refusjon* refunder*",
        "onboarding": "innføring* opplæring* installasjon* oppstart* migrering*",
    },
    critical={
        "safety": "skade* skadet* farlig* utrygg* brann* ulykke* brannskad*",
        "legal": "advokat* søksmål* saksøk* rettssak* ulovlig* svindel* gdpr politianmeld*",
        "leaving": "avslutte* oppsigelse* konkurrent* bytte_leverandør",
        "complaint": "klage* uakseptabel* forferdelig* elendig*",
    },
)

SERBIAN = Words(
    function="je i da se na u za sa nije su smo sam bilo bila bio ali kao od do koji koja što šta kako kada niko nikad"
    " uvek samo može mi me nam naš vaš hvala veoma vrlo jako ne nisam nismo sve ništa jer već ja ti on ona ono"
    " vi oni one ga mu joj ih im njih nas vas moj moja moje naša naše vaša vaše svoj ovaj ova ovo taj ta to"
    " onaj tu ovde tamo sada onda kad dok još opet nikada nekad jedan jedna dva dve tri četiri puta put dan"
    " dana danas juče nedelja nedelje meseca godina godine ove prošle isti ista istog istu drugi druga druge"
    " drugo nov nova novo ceo cela celo bez kroz preko pre posle između protiv oko pod nad radi rade radio"
    " morao morala moram treba trebalo želim hoću znam mislim stalno problem problema cena pomoć odgovor"
    " odgovora usluga usluge podrška čekam stigla stigao stiglo dobro loše redu ili ako nego iako zato zašto"
    " gde ko čega nešto neko bih bi biste bude budu biti",
    positive="dobr* odličn* super brz* brzo ljubazn* korisn* zadovoljn* lak lako lakš* savršen* najbolj* preporuč*"
    " hvala profesionaln* pouzdan* sjajn*",
    negative="loš* spor* sporo užasn* katastrof* skup skupo skupa skupi nezadovoljn* tešk* teško najgor* problem*"
    " grešk* čeka* kasn* pokvaren* niko razočar* komplikovan* žalb*",
    negations="ne nije nisam nismo nisu bez nikad nikada",
    refusals="ne nema nemam nemamo bez nikakv nikakvih",
    themes={
        "speed": "spor* brz* čeka* kasn* sati dana nedelja",
        "price": "cen* skup skupo skupa skupi jeftin* košta* trošk* popust*",
        "quality": "kvalitet* pokvaren* neisprav* grešk*",
        "support": "podršk* pomoć pomog* agent* odgovor* pozva*",
        "usability": "lak lako tešk* komplikovan* zbunju* intuitivn*",
        "reliability": "pad prekid* nestabiln* pouzdan* dostupn*",
        "billing": "račun* faktur* naplat* plaća* refund* povraćaj*",
        "onboarding": "uvođenj* obuk* instalacij* migracij*",
    },
    critical={
        "safety": "povred* povređ* opasn* nebezbedn* požar* nesreć* opekotin*",
        "legal": "advokat* tužb* tužić* sud sudu nezakonit* prevar* gdpr",
        "leaving": "otkaz* raskid* konkurenc* odlazim odlazimo",
        "complaint": "žalb* žalim reklamacij* neprihvatljiv* užasn*",
    },
)

BULGARIAN = Words(
    function="и е да се на в за с не ме ми съм са сме беше бях бяха но като от до който която какво как кога никой"
    " никога винаги само може ни наш ваш благодаря много нищо защото вече ще при това аз ти той тя то ние вие"
    " те го му ѝ ги им нас вас мой моя моето нашия нашата вашия вашата този тази тези онзи тук там сега тогава"
    " докато още пак един една едно два две три четири пъти път ден дни днес вчера седмица седмици месец"
    " година години същия същата същото друг друга други друго нов нова ново новият цял цяла цялото без през"
    " преди след между против около под над работи работят трябва трябваше искам зная мисля постоянно проблем"
    " проблема цената цена помощ отговор обслужване поддръжка чакам пристигна добре зле или ако обаче затова"
    " защо къде кой нещо някой бих би бъде бъдат бил била било всичко всички всеки така толкова си ли че във"
    " със към",
    positive="добр* отличн* супер бърз* бързо любезн* полезн* доволн* доволен лесн* лесно перфект* най-добр* препоръчв*"
    " благодаря професионал* надежд* страхот*",
    negative="лош* бавн* бавно бавен ужас* скъп* недовол* труд* трудно най-лош* проблем* греш* чака* закъсн* счупен*"
    " никой разочаров* сложн* оплак*",
    negations="не няма без никога",
    refusals="не няма нямам нямаме без никакви",
    themes={
        "speed": "бавн* бавен бърз* чака* закъсн* часа часове дни седмиц*",
        "price": "цен* скъп* евтин* струва* разход* такс* отстъпк*",
        "quality": "качеств* счупен* дефект* греш*",
        "support": "поддръжк* помощ* помог* служител* отговор* обади*",
        "usability": "лесн* труд* сложн* объркв* интуитивн*",
        "reliability": "прекъсв* спир* нестабил* надежд* достъпн*",
        "billing": "фактур* плащан* такси възстанов*",
        "onboarding": "внедряв* обучен* инсталац* миграц*",
    },
    critical={
        "safety": "наран* опасн* пожар* злополук* изгар* инцидент*",
        "legal": "адвокат* съд съда дело незакон* измам* gdpr",
        "leaving": "прекрат* отказва* конкуренц* напуск*",
        "complaint": "оплак* жалб* рекламац* неприемлив* ужас*",
    },
)

WORDS: dict[str, Words] = {
    "en": ENGLISH,
    "es": SPANISH,
    "sv": SWEDISH,
    "no": NORWEGIAN,
    "sr": SERBIAN,
    "bg": BULGARIAN,
}

OTHERS = {
    "de": "der die das und ist nicht ich wir sie ein eine mit für auf sehr aber zu von es war hat bei auch nur"
    " keine den dem des einen einem im am an als wie was wenn alles mein meine unser ihr man noch schon"
    " immer nie wurde werden wird haben kann drei zwei jahr tag wochen dass weil oder",
    "fr": "le la les et est pas je nous vous un une avec pour sur très mais trop de des du il elle était que"
    " qui en ce cette ces au aux mon ma mes notre votre leur tout tous plus fois jours deux trois comme"
    " dans par ne se sont ont été fait dû j'ai c'est l'application n'est qu'il temps",
    "pt": "o a os as e é não eu nós você um uma com para muito mas de do da foi que em obrigado está são no na"
    " nos nas dos das meu minha nosso este esta isso tudo mais vezes dias dois três como por se tem ter"
    " tive foram sem já também quando ao pela pelo duas ano",
    "it": "il lo la gli e è non io noi un una con per molto ma di del della che sono era grazie troppo anche i"
    " le al alla dal nel nella mio mia nostro questo questa tutto più volte giorni due tre come se ho ha"
    " abbiamo hanno senza già quando dovuto",
    "da": "og er det at som ikke jeg vi i på med af en et den var har meget men så til fra hvad hvordan også"
    " blev fik hvis mig os tak ingen for om du han hun de dem sig min mit jeres vores dette denne der her"
    " nu da end mere mange nogle noget alt alle hele helt samme anden andre ny nye igen allerede efter før"
    " over uden kom kommer gør fungerer dag dage uge uger år gang gange to tre hjælp svar sag pris tid"
    " godt dårlig",
    "nl": "de het een en is niet ik wij zijn was met voor op zeer maar te van dat die heeft ook geen heel dit"
    " deze mijn onze jullie er nog al alles als hoe wat wanneer twee drie keer dag dagen weken jaar steeds"
    " werkt zoals",
    "fi": "ja on ei että se oli mutta hyvin minä me kun niin kuin olen ovat liian kiitos mitä miten tämä joka"
    " kaikki koko ajan kaksi kolme kertaa",
    "pl": "i jest nie że się to na w z do ale bardzo był była jak co dla tak dziękuję za przez o od po ja my"
    " wszystko ciągle dwa trzy razy dni rok roku",
    "ru": "и не что это на я мы с но как очень был была они вы для от у так спасибо по из всё в к за же бы ли"
    " его её их мой наш ваш все только уже ещё когда где кто да постоянно работает три два раза дня",
    "uk": "і й не що це на я ми з але як дуже був була вони ви для від у так дякую по із все в до за би ж його"
    " її їх мій наш ваш всі тільки вже ще коли де хто постійно працює очікувалось",
    "mk": "и е да се на во за со не сум беше но како од што многу нашата благодарам ги го ја до ние вие тие"
    " овој оваа ова ми ни ви им нив сè работи постојано два три пати ден недели година",
}
"""Languages that are told apart from ours, but not read."""
