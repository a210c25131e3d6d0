import type { Articolo, Parola } from '../kernel/italiano.js';
import type { ChiaveParola, ParolaScelta, ParoleScelte } from './ambito.words.js';

/*
 * Words of the 19 Regions and of the two autonomous Provinces, as read in plans, acts and pages of their ambiti (dopo-i-tavoli §3): a start, which each ambito
 * changes as it likes. One word is `article noun | plural`; `l’m` and `l’f` say the gender that the elision hides. A `†` marks what was not read anywhere:
 * the office must confirm it before anything public says it.
 */
type Riga = Readonly<Partial<Record<ChiaveParola, string>>>;

/** What most of them say, where a row says nothing else. */
const CONSUETE: Readonly<Record<ChiaveParola, string>> = {
  piano: 'il Piano di Zona | Piani di Zona',
  programmaAnnuale: 'il programma annuale | programmi annuali',
  ambito: 'l’m ambito territoriale sociale | ambiti territoriali sociali',
  organoPolitico: 'la Conferenza dei Sindaci | Conferenze dei Sindaci',
  organoTecnico: 'l’m Ufficio di Piano | Uffici di Piano',
  capofila: 'il comune capofila | comuni capofila',
  tavolo: 'il tavolo tematico | tavoli tematici',
  coordinatore: 'il coordinatore | coordinatori',
  aziendaSanitaria: 'l’f azienda sanitaria | aziende sanitarie',
  distretto: 'il distretto sanitario | distretti sanitari',
  sportello: 'lo sportello sociale | sportelli sociali',
  relazione: 'la relazione annuale | relazioni annuali',
};

const ASL = 'l’f ASL | ASL';
const CONCERTAZIONE = 'il tavolo di concertazione | tavoli di concertazione';
const TAVOLO = 'il tavolo | tavoli';
const COMITATO = 'il Comitato dei Sindaci | Comitati dei Sindaci';
const COORDINAMENTO = 'il Coordinamento istituzionale | Coordinamenti istituzionali';
const AMBITO_TERRITORIALE = 'l’m Ambito territoriale | Ambiti territoriali';
const PIANO_SOCIALE = 'il Piano sociale di zona | Piani sociali di zona';

const REGIONI: Readonly<Record<string, Riga>> = {
  Abruzzo: {
    piano: 'il Piano sociale distrettuale | Piani sociali distrettuali',
    ambito: 'l’m Ambito distrettuale sociale | Ambiti distrettuali sociali',
    organoTecnico: 'il Gruppo di piano | Gruppi di piano',
    tavolo: CONCERTAZIONE,
    aziendaSanitaria: ASL,
  },
  Basilicata: {
    piano: 'il Piano intercomunale dei servizi sociali | Piani intercomunali dei servizi sociali',
    ambito: 'l’m Ambito socio-territoriale | Ambiti socio-territoriali',
    organoPolitico: 'la Conferenza istituzionale dei Sindaci | Conferenze istituzionali dei Sindaci',
    tavolo: `${TAVOLO} †`,
    aziendaSanitaria: 'l’f ASP | ASP †',
  },
  Bolzano: {
    piano: 'il Piano sociale | Piani sociali †',
    ambito: 'la Comunità comprensoriale | Comunità comprensoriali †',
    organoPolitico: 'il Consiglio comprensoriale | Consigli comprensoriali †',
    organoTecnico: 'i Servizi sociali | Servizi sociali †',
    capofila: 'la Comunità comprensoriale | Comunità comprensoriali †',
    tavolo: `${TAVOLO} †`,
    aziendaSanitaria: 'l’f Azienda sanitaria dell’Alto Adige | Azienda sanitaria dell’Alto Adige †',
  },
  Calabria: { ambito: 'l’m Ambito territoriale sociale | Ambiti territoriali sociali', aziendaSanitaria: 'l’f ASP | ASP' },
  Campania: {
    piano: PIANO_SOCIALE,
    programmaAnnuale: 'l’f annualità | annualità †',
    ambito: AMBITO_TERRITORIALE,
    organoPolitico: COORDINAMENTO,
    organoTecnico: 'l’m Ufficio di piano | Uffici di piano',
    tavolo: CONCERTAZIONE,
    aziendaSanitaria: ASL,
  },
  'Emilia-Romagna': {
    piano: 'il Piano di zona per la salute e il benessere sociale | Piani di zona per la salute e il benessere sociale',
    programmaAnnuale: 'il Programma attuativo annuale | Programmi attuativi annuali',
    ambito: 'il Distretto | Distretti',
    organoPolitico: 'il Comitato di Distretto | Comitati di Distretto',
    tavolo: TAVOLO,
    aziendaSanitaria: 'l’f Azienda USL | Aziende USL',
  },
  'Friuli-Venezia Giulia': {
    piano: 'il Piano di zona | Piani di zona †',
    ambito: 'il Servizio sociale dei Comuni | Servizi sociali dei Comuni',
    organoPolitico: 'l’f Assemblea dei Sindaci | Assemblee dei Sindaci',
    organoTecnico: 'l’m Ufficio di direzione e programmazione | Uffici di direzione e programmazione †',
    tavolo: 'il tavolo tematico | tavoli tematici †',
    aziendaSanitaria: 'l’f Azienda sanitaria | Aziende sanitarie',
  },
  Lazio: {
    piano: PIANO_SOCIALE,
    programmaAnnuale: 'l’m aggiornamento annuale | aggiornamenti annuali',
    ambito: 'il Distretto sociosanitario | Distretti sociosanitari',
    organoPolitico: 'l’m Organismo di indirizzo politico | Organismi di indirizzo politico',
    organoTecnico: 'la Struttura del Piano | Strutture del Piano',
    aziendaSanitaria: ASL,
  },
  Liguria: {
    piano: 'il Piano di distretto | Piani di distretto †',
    ambito: 'l’m Ambito territoriale sociale | Ambiti territoriali sociali',
    organoTecnico: 'la Segreteria tecnica | Segreterie tecniche',
    tavolo: `${TAVOLO} †`,
    aziendaSanitaria: `${ASL} †`,
  },
  Lombardia: {
    ambito: 'l’m Ambito distrettuale | Ambiti distrettuali',
    organoPolitico: 'l’f Assemblea dei Sindaci | Assemblee dei Sindaci',
    tavolo: TAVOLO,
    aziendaSanitaria: 'l’f ATS | ATS',
  },
  Marche: {
    ambito: 'l’m Ambito Territoriale Sociale | Ambiti Territoriali Sociali',
    organoPolitico: COMITATO,
    coordinatore: 'il Coordinatore d’Ambito | Coordinatori d’Ambito',
    tavolo: CONCERTAZIONE,
    aziendaSanitaria: 'l’f AST | AST †',
    sportello: 'l’m Ufficio di Promozione Sociale | Uffici di Promozione Sociale',
    relazione: 'il Bilancio sociale | Bilanci sociali',
  },
  Molise: {
    piano: 'il Piano Sociale di Zona | Piani Sociali di Zona',
    ambito: 'l’m Ambito Territoriale Sociale | Ambiti Territoriali Sociali',
    organoPolitico: COMITATO,
    tavolo: CONCERTAZIONE,
    aziendaSanitaria: 'l’f ASReM | ASReM †',
  },
  Piemonte: {
    ambito: 'l’m ambito dell’Ente gestore | ambiti degli Enti gestori',
    organoPolitico: 'l’f Assemblea consortile | Assemblee consortili',
    capofila: 'l’m Ente gestore | Enti gestori',
    aziendaSanitaria: `${ASL} †`,
  },
  Puglia: {
    piano: PIANO_SOCIALE,
    ambito: AMBITO_TERRITORIALE,
    organoPolitico: COORDINAMENTO,
    tavolo: CONCERTAZIONE,
    aziendaSanitaria: ASL,
  },
  Sardegna: {
    piano: 'il PLUS | PLUS',
    ambito: 'l’m ambito PLUS | ambiti PLUS',
    tavolo: TAVOLO,
    aziendaSanitaria: `${ASL} †`,
  },
  Sicilia: {
    ambito: 'il Distretto socio-sanitario | Distretti socio-sanitari',
    organoPolitico: COMITATO,
    organoTecnico: 'il Gruppo Piano | Gruppi Piano',
    tavolo: 'il tavolo tematico | tavoli tematici †',
    aziendaSanitaria: 'l’f ASP | ASP',
  },
  Toscana: {
    piano: 'il Piano integrato di salute | Piani integrati di salute',
    ambito: 'la Zona-distretto | Zone-distretto',
    organoPolitico: 'la Conferenza zonale dei Sindaci | Conferenze zonali dei Sindaci',
    organoTecnico: 'la Segreteria tecnica | Segreterie tecniche',
    tavolo: TAVOLO,
    aziendaSanitaria: 'l’f Azienda USL | Aziende USL',
  },
  Trento: {
    piano: 'il Piano sociale di Comunità | Piani sociali di Comunità',
    ambito: 'la Comunità di valle | Comunità di valle',
    organoTecnico: 'l’m Ufficio tecnico | Uffici tecnici †',
    capofila: 'la Comunità | Comunità †',
    tavolo: 'il tavolo tematico | tavoli tematici',
    aziendaSanitaria: 'l’f APSS | APSS †',
  },
  Umbria: {
    ambito: 'la Zona sociale | Zone sociali',
    organoPolitico: 'la Conferenza di Zona | Conferenze di Zona',
    tavolo: `${TAVOLO} †`,
    aziendaSanitaria: 'l’f Azienda USL | Aziende USL †',
    sportello: 'l’m Ufficio della cittadinanza | Uffici della cittadinanza',
  },
  'Valle d’Aosta': {
    ambito: 'il sub-ambito | sub-ambiti',
    organoPolitico: 'il Tavolo politico | Tavoli politici',
    organoTecnico: 'l’m Ufficio di Piano | Uffici di Piano †',
    capofila: 'la Regione | Regione',
    tavolo: `${TAVOLO} †`,
    aziendaSanitaria: 'l’f Azienda USL | Aziende USL',
    sportello: 'lo Sportello sociale | Sportelli sociali',
  },
  Veneto: {
    ambito: 'l’m Ambito Territoriale Sociale | Ambiti Territoriali Sociali',
    organoPolitico: COMITATO,
    capofila: 'l’m Ambito Territoriale Sociale | Ambiti Territoriali Sociali',
    tavolo: TAVOLO,
    aziendaSanitaria: 'l’f Azienda ULSS | Aziende ULSS',
  },
};

/** The 19 Regions and the autonomous Provinces of Trento and Bolzano, by name. */
export const NOMI_REGIONI: readonly string[] = Object.keys(REGIONI);

const SCRITTA = /^(il|lo|la|l’[mf]?|i|gli|le) ?([^|]+?) ?\| ?([^|†]+?)( †)?$/u;

/** @throws Error when a word above is written otherwise */
function letta(scritta: string): ParolaScelta {
  const [, prima = '', testo = '', plurale = '', croce] = SCRITTA.exec(scritta) ?? [];
  if (testo === '') throw new Error(`A word of a preset cannot be read: ${scritta}`);
  const genere: Parola['genere'] = prima === 'la' || prima === 'le' || prima === 'l’f' ? 'f' : 'm';
  const articolo = prima.replace(/[mf]$/, '') as Articolo;
  return { testo, plurale, articolo, genere, ...(croce === undefined ? {} : { daConfermare: true }) };
}

/** The words that an ambito of a Region starts with, but for its own name; where the Region is none of ours, the usual ones. */
export const presetDi = (regione: string): Required<Omit<ParoleScelte, 'nomeEsteso'>> =>
  Object.fromEntries(Object.entries({ ...CONSUETE, ...REGIONI[regione] }).map(([chiave, scritta]) => [chiave, letta(scritta)])) as Required<
    Omit<ParoleScelte, 'nomeEsteso'>
  >;
