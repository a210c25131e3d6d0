/**
 * What passwords in Italy are made of, by kind: our own list, beside the one of passwords in use (`password-list.ts`), to be extended freely (lower case, no accents, three letters or more).
 * Longer passwords are judged by how little is left once these are taken away, so that a few hundred words cover their combinations.
 */
const WORDS = {
  saluti: `ciao salve buongiorno buonasera buonanotte benvenuto benvenuta arrivederci grazie prego scusa auguri evviva forza vai dai basta bravo brava`,
  affetti: `amore amor amoremio amo mio mia miei mie tuo tua suo sua noi voi tvb tvtb tesoro cuore cucciolo cucciola stella stellina bello bella bellissima
    bambino bambina piccolo piccola dolce felice felicita vita sempre insieme per perte teamo tiamo luce sole luna mare cielo angelo angioletto bacio baci
    mamma papa babbo nonno nonna figlio figlia fratello sorella famiglia marito moglie amico amica amici amicizia`,
  nomi: `marco luca andrea matteo paolo giovanni francesco antonio giuseppe mario luigi vincenzo salvatore domenico alessandro stefano roberto davide
    simone riccardo federico lorenzo tommaso gabriele leonardo edoardo mattia filippo nicola michele angelo raffaele carlo alberto giorgio claudio
    fabio massimo maurizio sergio bruno franco enrico emanuele daniele cristian christian samuele diego manuel alessio giacomo pietro pasquale rocco
    cosimo carmine gennaro ciro gaetano natale leonardo umberto vittorio guido dario enzo renato aldo piero marcello piergiorgio gianluca gianni
    maria anna giulia sara laura chiara francesca martina valentina elena alessia giorgia alice federica silvia paola roberta elisa simona barbara
    cristina daniela monica claudia stefania patrizia angela rosa teresa giovanna lucia rita caterina carmela antonella antonia sofia aurora ginevra
    emma beatrice greta vittoria noemi arianna irene marta serena ilaria erika veronica michela manuela sabrina nadia giada asia ludovica camilla
    margherita carolina eleonora luisa carla franca graziella loredana tiziana mariangela annamaria annarita mariateresa rosanna`,
  cognomi: `rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo conti costa giordano mancini rizzo lombardi moretti
    barbieri fontana santoro mariani rinaldi caruso ferrara galli martini leone longo gentile martinelli vitale serra pellegrino fabbri villa`,
  animali: `cane gatto gattino gattina micio micia cagnolino cavallo leone tigre lupo orso delfino farfalla coniglio topolino pesce aquila drago
    fido briciola pippo pluto birba luna kira rocky lucky maya zoe leo max buddy`,
  tempo: `gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre lunedi martedi mercoledi giovedi venerdi
    sabato domenica primavera estate autunno inverno natale pasqua capodanno ferragosto oggi domani ieri giorno notte anno mese vacanze`,
  calcio: `juventus juve inter milan napoli roma lazio torino fiorentina bologna atalanta palermo cagliari genoa sampdoria verona udinese parma bari
    catania cosenza crotone reggina catanzaro calcio pallone goal forzanapoli forzajuve forzainter forzamilan forzaroma curva ultras maradona totti
    delpiero baggio ronaldo messi campione campioni scudetto azzurri nazionale ferrari valentino schumacher ducati`,
  luoghi: `italia italiano italiana roma milano torino firenze venezia genova palermo calabria calabrese corigliano rossano coriglianorossano cosenza
    crotone reggio catanzaro lamezia sibari schiavonea piana longobucco crosia mirto calopezzati caloveto cropalati paludi acri trebisacce castrovillari
    cassano jonio ionio ionica sila pollino sicilia puglia campania basilicata lombardia veneto toscana europa america londra parigi newyork mondo paese
    citta casa scuola ufficio lavoro negozio bar`,
  ruoli: `coordinatore coordinatrice coordinatoretavolo verbalizzante verbalizzanti verbalizzantetavolo coordinamento referente referenti referentecongiunto congiunto operatore operatrice operatori rappresentante rappresentanti titolare supplente
    designato designata membro membri componente osservatore consulente consultivo ufficio ufficiodipiano ufficiopiano capofila dirigente funzionario
    tecnico delegato delegata consigliere consigliera responsabile pubblico istituzionale`,
  portale: `tavoli tavolitematici portaletavoli pianodizona pianosociale portale tavolo tematico tematici piano zona ambito territoriale sociale sociali comune comunale municipio sindaco assessore ente enti
    associazione associazioni volontariato volontari volontario solidarieta onlus odv aps terzo settore cooperativa coop caritas parrocchia croce rossa
    azzurra avis servizi servizio cittadino cittadini utente account accesso entra login admin amministratore segreteria presidente direttore info posta
    email mail pec gmail libero hotmail outlook yahoo tiscali virgilio alice internet computer pcportatile samsung iphone facebook instagram google`,
  temi: `anziani anziane minori minore famiglie famiglia giovani disabilita poverta inclusione immigrazione dipendenze salute sanita distretto distretti
    consorzio unione regione provincia assemblea comitato conferenza`,
  legami: `del dello della dei degli delle dal dalla nel nella sul sulla con per alla allo agli alle`,
  segreti: `segreto segreta segreti chiave parola parolachiave codice pin passe pass passw passwd pwd password passwords passphrase nuova nuovo vecchia
    provvisoria temporanea cambiami cambiare cambia prova test testing esempio demo default sicura sicuro sicurezza protetta privato privata riservato
    ignoto nessuno niente boh nonloso nonricordo nonmiricordo dimenticata`,
  inglese: `welcome letmein iloveyou love you baby angel princess prince sunshine superman batman spiderman pokemon pikachu dragon monkey football
    baseball master shadow hello world freedom whatever trustno michael jordan jessica ashley charlie thomas william george daniel hunter killer soccer
    computer secret access root user guest change changeme login money business summer winter spring autumn flower happy family friend friends forever
    starwars matrix ninja cheese pepper ginger cookie chocolate purple orange yellow silver golden diamond lovely sweet little music rock star lucky
    correcthorsebatterystaple`,
  modi: `uno due tre quattro cinque sei sette otto nove dieci cento mille zero con senza che non una gli dei del della delle alla
    viva mai solo tutto tutti bene male grande super mega pizza pasta nutella cioccolato caffe birra vino gelato mare musica canzone chitarra vasco
    ligabue rossi harrypotter dio gesu madonna padrepio santantonio sanfrancesco fortuna pace liberta`,
};

/** Set of all the words. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(Object.values(WORDS).flatMap(words => words.split(/\s+/)));

const LINES = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  // Columns, and two rows at a time.
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qawsedrftgyhujikolp',
  '147258369',
  '123321',
  '112233445566778899',
  'aabbccddeeffgghhii',
  '1a2b3c4d5e6f',
  'a1b2c3d4e5f6',
];

/** Neighbours on the keyboard, in the alphabet and among figures, both ways. */
export const RUNS: readonly string[] = LINES.flatMap(line => [line, [...line].reverse().join('')]);
