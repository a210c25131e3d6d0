import type { NaturaGiuridica, StatoEnte } from '@tavoli/shared';

/** The real frame of the ambito: names, codes and inhabitants (census of 2011) of its comuni. People and enti are invented, evidently. */
export const AMBITO = {
  slug: 'corigliano-rossano',
  nome: 'Corigliano-Rossano',
  regione: 'Calabria',
  capofila: 'Comune di Corigliano-Rossano',
  contatti: {
    indirizzo: 'Piazza della Dimostrazione 1, 87064 Corigliano-Rossano (CS)',
    email: 'ufficio.piano@demo.invalid',
    pec: 'ufficio.piano@pec.demo.invalid',
    telefono: '0983 000000',
  },
  nomeEsteso: { testo: 'Ambito Territoriale Sociale di Corigliano-Rossano', plurale: '', articolo: 'l’', genere: 'm' },
  impostazioni: {
    dpo: { nome: 'Ada Riservata (demo)', email: 'dpo@demo.invalid' },
    ufficio: {
      sede: 'Piazza della Dimostrazione 1, secondo piano',
      orari: 'Martedì e giovedì, dalle 9:00 alle 12:30',
      telefono: '0983 000001',
      email: 'ufficio.piano@demo.invalid',
      persone: [
        { nome: 'Caterina Modello', ruolo: 'Coordinamento dei tavoli', ente: 'Comune di Corigliano-Rossano', pubblica: true },
        { nome: 'Ugo Campione', ruolo: 'Segreteria', ente: 'Comune di Crosia', pubblica: true },
      ],
    },
  },
} as const;

export const COMUNI = [
  ['078157', 'Corigliano-Rossano', 'M403', 74848],
  ['078021', 'Calopezzati', 'B424', 1293],
  ['078022', 'Caloveto', 'B426', 1283],
  ['078046', 'Cropalati', 'D180', 1097],
  ['078047', 'Crosia', 'D184', 9481],
  ['078068', 'Longobucco', 'E678', 3479],
  ['078089', 'Paludi', 'G298', 1134],
  ['078113', 'San Cosmo Albanese', 'H806', 629],
  ['078114', 'San Demetrio Corone', 'H818', 3665],
  ['078118', 'San Giorgio Albanese', 'H881', 1555],
  ['078152', 'Vaccarizzo Albanese', 'L524', 1184],
] as const;

/** Thematic areas by their place in `AREE_TEMATICHE`. */
export const TAVOLI = [
  {
    codice: 'A',
    slug: 'anziani',
    nome: 'Invecchiamento attivo e anziani',
    aree: [2],
    scopo:
      'Legge i bisogni delle persone anziane e di chi se ne prende cura, e propone servizi per restare a casa, in compagnia e in salute.',
  },
  {
    codice: 'B',
    slug: 'disabilita',
    nome: 'Disabilità',
    aree: [3],
    scopo: 'Lavora su autonomia, vita indipendente, scuola e lavoro delle persone con disabilità, e sul «dopo di noi».',
  },
  {
    codice: 'C',
    slug: 'immigrazione',
    nome: 'Immigrazione e accoglienza',
    aree: [5],
    scopo: 'Si occupa di accoglienza, lingua, casa e lavoro per chi arriva, in particolare nella Piana di Sibari.',
  },
  {
    codice: 'D',
    slug: 'dipendenze-violenza-di-genere',
    nome: 'Dipendenze e contrasto alla violenza di genere',
    aree: [6, 8],
    scopo: 'Tiene insieme prevenzione e cura delle dipendenze e la rete antiviolenza del territorio.',
  },
  {
    codice: 'E',
    slug: 'poverta',
    nome: 'Povertà e inclusione sociale',
    aree: [4],
    scopo: 'Prepara le misure contro la povertà: sostegno, casa, lavoro, pronto intervento sociale.',
  },
  {
    codice: 'F',
    slug: 'famiglia-giovani-minori',
    nome: 'Famiglia, giovani e minori',
    aree: [0, 1],
    scopo: 'Ascolta famiglie, ragazze e ragazzi, scuole: servizi per la prima infanzia, spazi per i giovani, sostegno educativo.',
  },
] as const;

export interface DemoPersona {
  readonly nome: string;
  readonly cognome: string;
  /** What the demo page says of this person. */
  readonly chi: string;
  readonly ruolo?: 'coordinatore' | 'ufficio_di_piano' | 'amministratore';
  /** Slug of the tavolo this person is referente of. */
  readonly referenteDi?: string;
  /** Key of the ente this person acts for. */
  readonly ente?: string;
}

export const PERSONE: readonly DemoPersona[] = [
  {
    nome: 'Caterina',
    cognome: 'Modello',
    ruolo: 'coordinatore',
    chi: 'Coordinatrice dei tavoli: pubblica gli avvisi, verifica gli enti, vede tutto.',
  },
  { nome: 'Ugo', cognome: 'Campione', ruolo: 'ufficio_di_piano', chi: 'Ufficio di piano: verifica gli enti e segue le designazioni.' },
  {
    nome: 'Rita',
    cognome: 'Esempio',
    referenteDi: 'anziani',
    chi: 'Referente del tavolo Invecchiamento attivo e anziani: accetta o respinge le designazioni.',
  },
  { nome: 'Remo', cognome: 'Fittizi', referenteDi: 'disabilita', chi: 'Referente del tavolo Disabilità.' },
  { nome: 'Rosa', cognome: 'Inventati', referenteDi: 'immigrazione', chi: 'Referente del tavolo Immigrazione e accoglienza.' },
  {
    nome: 'Renzo',
    cognome: 'Prova',
    referenteDi: 'dipendenze-violenza-di-genere',
    chi: 'Referente del tavolo Dipendenze e contrasto alla violenza di genere.',
  },
  { nome: 'Rachele', cognome: 'Finta', referenteDi: 'poverta', chi: 'Referente del tavolo Povertà e inclusione sociale.' },
  { nome: 'Rocco', cognome: 'Simulato', referenteDi: 'famiglia-giovani-minori', chi: 'Referente del tavolo Famiglia, giovani e minori.' },
  { nome: 'Paola', cognome: 'Immaginari', ente: 'ponte', chi: 'Operatrice dell’Associazione Il Ponte (demo), verificata: può designare.' },
  { nome: 'Otto', cognome: 'Ipotetico', ente: 'aurora', chi: 'Operatore di Aurora (demo), verificata, con designazioni in ogni stato.' },
  { nome: 'Olga', cognome: 'Verosimile', ente: 'nido', chi: 'Operatrice di Il Nido (demo), ancora in verifica.' },
  { nome: 'Cino', cognome: 'Cittadino', chi: 'Cittadino registrato, senza incarichi: può registrare un ente.' },
  { nome: 'Anna', cognome: 'Prototipo', ruolo: 'amministratore', chi: 'Amministratrice dell’installazione.' },
];

export interface DemoEnte {
  readonly key: string;
  readonly denominazione: string;
  readonly natura: NaturaGiuridica;
  readonly stato: StatoEnte;
  readonly comune: string;
  readonly aree: readonly number[];
  readonly motivazione?: string;
}

export const ENTI: readonly DemoEnte[] = [
  {
    key: 'ponte',
    denominazione: 'Associazione Il Ponte (demo)',
    natura: 'odv',
    stato: 'verificato',
    comune: 'Corigliano-Rossano',
    aree: [2, 4],
  },
  { key: 'aurora', denominazione: 'Aurora (demo) APS', natura: 'aps', stato: 'verificato', comune: 'Crosia', aree: [0, 1, 3] },
  {
    key: 'fili',
    denominazione: 'Cooperativa sociale Fili d’erba (demo)',
    natura: 'cooperativa_sociale',
    stato: 'verificato',
    comune: 'Corigliano-Rossano',
    aree: [3, 4],
  },
  {
    key: 'sibari',
    denominazione: 'Comitato Piana Aperta (demo)',
    natura: 'gruppo_informale',
    stato: 'verificato',
    comune: 'Corigliano-Rossano',
    aree: [5],
  },
  {
    key: 'scuola',
    denominazione: 'Istituto comprensivo Girasole (demo)',
    natura: 'istituto_scolastico',
    stato: 'verificato',
    comune: 'San Demetrio Corone',
    aree: [0, 1],
  },
  {
    key: 'sindacato',
    denominazione: 'Sindacato pensionati Argento (demo)',
    natura: 'organizzazione_sindacale',
    stato: 'verificato',
    comune: 'Corigliano-Rossano',
    aree: [2],
  },
  {
    key: 'casa',
    denominazione: 'Fondazione Casa Comune (demo)',
    natura: 'fondazione',
    stato: 'verificato',
    comune: 'Longobucco',
    aree: [4, 8],
  },
  { key: 'nido', denominazione: 'Il Nido (demo) ODV', natura: 'odv', stato: 'in_verifica', comune: 'Calopezzati', aree: [0] },
  {
    key: 'vela',
    denominazione: 'Polisportiva La Vela (demo)',
    natura: 'associazione',
    stato: 'respinto',
    comune: 'Crosia',
    aree: [1],
    motivazione: 'Lo statuto caricato non è leggibile: caricane una copia completa e ripresenta la richiesta.',
  },
  {
    key: 'faro',
    denominazione: 'Il Faro (demo) ODV',
    natura: 'odv',
    stato: 'sospeso',
    comune: 'Paludi',
    aree: [6],
    motivazione: 'Iscrizione al RUNTS in corso di aggiornamento.',
  },
];

/** How far each designazione of the demo has come, and what the two people answered. */
export interface DemoDesignazione {
  readonly ente: string;
  readonly tavolo: string;
  readonly fino: 'bozza' | 'inviata' | 'accettata' | 'respinta' | 'revocata' | 'sostituita';
  readonly titolare: readonly [nome: string, cognome: string];
  readonly supplente: readonly [nome: string, cognome: string] | null;
  readonly risposte: readonly ('acconsenti' | 'rifiuta' | null)[];
}

export const DESIGNAZIONI: readonly DemoDesignazione[] = [
  {
    ente: 'ponte',
    tavolo: 'anziani',
    fino: 'accettata',
    titolare: ['Ada', 'Esempi'],
    supplente: ['Bruno', 'Provetta'],
    risposte: ['acconsenti', 'acconsenti'],
  },
  {
    ente: 'sindacato',
    tavolo: 'anziani',
    fino: 'accettata',
    titolare: ['Dino', 'Campioni'],
    supplente: ['Elsa', 'Modelli'],
    risposte: ['acconsenti', null],
  },
  {
    ente: 'fili',
    tavolo: 'anziani',
    fino: 'inviata',
    titolare: ['Fausto', 'Fantasia'],
    supplente: ['Gaia', 'Finzione'],
    risposte: ['acconsenti', null],
  },
  { ente: 'casa', tavolo: 'anziani', fino: 'inviata', titolare: ['Irma', 'Ipotesi'], supplente: null, risposte: ['rifiuta'] },
  {
    ente: 'aurora',
    tavolo: 'disabilita',
    fino: 'accettata',
    titolare: ['Lia', 'Inventata'],
    supplente: ['Mino', 'Fittizio'],
    risposte: ['acconsenti', 'acconsenti'],
  },
  {
    ente: 'fili',
    tavolo: 'disabilita',
    fino: 'accettata',
    titolare: ['Nora', 'Presunta'],
    supplente: ['Pino', 'Apparente'],
    risposte: ['acconsenti', 'acconsenti'],
  },
  {
    ente: 'aurora',
    tavolo: 'famiglia-giovani-minori',
    fino: 'inviata',
    titolare: ['Quinto', 'Virtuale'],
    supplente: ['Rina', 'Simulata'],
    risposte: [null, null],
  },
  { ente: 'aurora', tavolo: 'poverta', fino: 'respinta', titolare: ['Sara', 'Teorica'], supplente: null, risposte: ['acconsenti'] },
  { ente: 'aurora', tavolo: 'anziani', fino: 'revocata', titolare: ['Tito', 'Astratto'], supplente: null, risposte: ['acconsenti'] },
  { ente: 'aurora', tavolo: 'immigrazione', fino: 'bozza', titolare: ['Ugo', 'Bozzetto'], supplente: null, risposte: [] },
  {
    ente: 'sibari',
    tavolo: 'immigrazione',
    fino: 'accettata',
    titolare: ['Vera', 'Nominale'],
    supplente: ['Zeno', 'Possibile'],
    risposte: ['acconsenti', 'acconsenti'],
  },
  {
    ente: 'casa',
    tavolo: 'poverta',
    fino: 'sostituita',
    titolare: ['Alba', 'Uscente'],
    supplente: ['Ciro', 'Entrante'],
    risposte: ['acconsenti', 'acconsenti'],
  },
  {
    ente: 'scuola',
    tavolo: 'famiglia-giovani-minori',
    fino: 'accettata',
    titolare: ['Delia', 'Scolastica'],
    supplente: ['Enea', 'Banco'],
    risposte: ['acconsenti', 'acconsenti'],
  },
];

/** What people ask of it. */
export const CHIARIMENTI = [
  {
    domanda: 'La nostra associazione ha sede in un altro comune, ma lavora qui da anni. Possiamo rispondere?',
    risposta: 'Sì: conta anche l’attività svolta in uno dei comuni dell’ambito.',
  },
] as const;

export const AVVISO = {
  determinaNumero: '131 (demo)',
  responsabileNome: 'Ornella Procedimenti',
  responsabileUfficio: 'Ufficio di Piano (demo)',
  responsabileEmail: 'ufficio.piano@demo.invalid',
  requisiti: [{ testo: 'Sede o attività in uno dei comuni dell’ambito.', verifica: 'ufficio' }],
  dichiarazioni: [
    { testo: 'L’ente ha già partecipato ai tavoli del Piano precedente.', obbligatoria: false },
    { testo: 'L’ente è disponibile a ospitare un incontro.', obbligatoria: false },
  ],
  titolo: 'Avviso per la partecipazione ai Tavoli Tematici del Piano di Zona',
  testo: `L’Ambito Territoriale Sociale di Corigliano-Rossano invita gli enti del Terzo settore, le organizzazioni sindacali, le scuole e gli altri soggetti pubblici e privati del territorio a designare i propri rappresentanti nei Tavoli Tematici che prepareranno il nuovo Piano di Zona.

## A chi è rivolto
A tutti gli enti che hanno sede o svolgono attività in uno dei comuni dell’ambito.

## Come fare
Registra l’ente nel portale. Quando l’ufficio di piano lo ha verificato, indica per ogni tavolo che ti interessa un titolare e, se vuoi, un supplente. Le persone indicate ricevono un messaggio e danno il loro consenso. Ti consigliamo di scegliere al massimo tre tavoli.

## Che cosa si ottiene
Il diritto di sedere al tavolo, di ricevere le convocazioni e di contribuire agli elaborati che accompagneranno il Piano. La partecipazione è gratuita e non dà titolo ad affidamenti o contributi.

## Tempi e scadenze
Le designazioni arrivate dopo la scadenza sono ammesse con ruolo consultivo.`,
} as const;
