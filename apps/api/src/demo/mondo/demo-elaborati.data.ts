import type { ContenutoSezione, StatoElaborato, TipoElaborato } from '@tavoli/shared';
import type { DemoIncontro } from './demo-incontri.data.js';

/** An elaborato of the demo, and how far it has come. */
export interface DemoElaborato {
  readonly tavolo: string;
  readonly tipo: TipoElaborato;
  readonly titolo: string;
  readonly fino: StatoElaborato;
  readonly scrivono?: 'rappresentanti';
  /** Title of the obiettivo that a scheda answers to: one that stands before it. */
  readonly obiettivo?: string;
  readonly contenuti: Readonly<Record<string, ContenutoSezione>>;
  /** What somebody says during the consultation; with `risposta` it is answered. */
  readonly commento?: { readonly chiave: string; readonly passaggio: string | null; readonly testo: string; readonly risposta?: string };
}

/** Where the tavoli approved what they wrote: incontri already held, each with a verbale. */
export const INCONTRI_CHE_APPROVANO: readonly DemoIncontro[] = [
  {
    tavolo: 'anziani',
    titolo: 'Le proposte per il Piano',
    giorni: -7,
    ora: '16:00',
    fino: 'svolto',
    punti: [
      ['Lettura degli elaborati', 45, null],
      ['Approvazione degli elaborati', 30, null],
    ],
  },
  {
    tavolo: 'famiglia-giovani-minori',
    titolo: 'Gli spazi per i ragazzi',
    giorni: -5,
    ora: '17:00',
    fino: 'svolto',
    punti: [['Approvazione degli elaborati', 30, null]],
  },
];

const testo = (...paragrafi: string[]): ContenutoSezione => ({
  tipo: 'testo',
  documento: { type: 'doc', content: paragrafi.map(text => ({ type: 'paragraph', content: [{ type: 'text', text }] })) },
});
type Risorsa = Extract<ContenutoSezione, { tipo: 'risorse' }>['righe'][number];
const risorsa = (fonte: string, anno: number, centesimi: number, altro: Partial<Risorsa> = {}): Risorsa => ({
  fonte,
  anno,
  paga: 'ambito',
  soggetto: null,
  quota: 'sociale',
  descrizione: null,
  centesimi,
  ...altro,
});
const elenco = (...voci: string[]): ContenutoSezione => ({ tipo: 'elenco', voci });
const obiettivo = (generale: string, specifici: string[], risultato: string) => ({
  generale: testo(generale),
  specifici: elenco(...specifici),
  risultato: testo(risultato),
});

const CENTRO_DIURNO: DemoElaborato['contenuti'] = {
  descrizione: testo(
    'Un centro aperto cinque pomeriggi alla settimana, con trasporto dalle frazioni e attività scelte da chi lo frequenta.',
  ),
  destinatari: {
    tipo: 'destinatari',
    righe: [
      { gruppo: 'Persone con più di 75 anni che vivono sole', numero: 120 },
      { gruppo: 'Familiari che se ne prendono cura', numero: 80 },
    ],
  },
  azioni: {
    tipo: 'azioni',
    righe: [
      { azione: 'Sistemare e aprire i locali', chi: 'Comune capofila' },
      { azione: 'Trasporto con mezzo attrezzato', chi: 'Associazione Il Ponte (demo)' },
      { azione: 'Attività del pomeriggio', chi: 'Cooperativa sociale Fili d’erba (demo)' },
    ],
  },
  comuni: { tipo: 'comuni', istat: ['078157', '078047', '078021'] },
  tempi: { tipo: 'tempi', dal: '2027-03-01', al: '2029-12-31' },
  risorse: {
    tipo: 'risorse',
    righe: [
      risorsa('fondo_nazionale', 2027, 9_000_000, { descrizione: 'Fondo nazionale per le politiche sociali' }),
      risorsa('fondo_nazionale', 2028, 9_000_000, { descrizione: 'Fondo nazionale per le politiche sociali' }),
      risorsa('comunale', 2027, 2_500_050, { paga: '078157', descrizione: 'Locali e utenze' }),
      risorsa('comunale', 2028, 1_750_000, { paga: '078047', descrizione: 'Locali e utenze' }),
      risorsa('terzo_settore', 2028, 2_700_000, {
        paga: 'altro',
        soggetto: 'Associazione Il Ponte (demo)',
        descrizione: 'Ore dei volontari e mezzo di trasporto',
      }),
    ],
  },
  indicatori: {
    tipo: 'indicatori',
    righe: [
      {
        nome: 'Persone che frequentano almeno due volte al mese',
        unita: 'persone',
        iniziale: '0',
        atteso: '120',
        fonte: 'Registro del centro',
      },
      { nome: 'Familiari che dicono di avere più tempo per sé', unita: '%', iniziale: '20', atteso: '50.5', fonte: 'Questionario annuale' },
    ],
  },
  leps: { tipo: 'leps', codici: ['anziani_domicilio', 'sollievo'] },
};

const SPAZI_RAGAZZI: DemoElaborato['contenuti'] = {
  descrizione: testo('Tre sale prova e studio, aperte dalle scuole il pomeriggio.'),
  destinatari: { tipo: 'destinatari', righe: [{ gruppo: 'Ragazze e ragazzi tra 14 e 19 anni', numero: 300 }] },
  azioni: { tipo: 'azioni', righe: [{ azione: 'Aprire le scuole il pomeriggio', chi: 'Istituto comprensivo Girasole (demo)' }] },
  comuni: { tipo: 'comuni', istat: ['078157', '078114'] },
  tempi: { tipo: 'tempi', dal: '2027-09-01', al: '2028-06-30' },
  risorse: {
    tipo: 'risorse',
    righe: [risorsa('pnrr', 2027, 9_000_000), risorsa('fse', 2028, 3_500_000, { descrizione: 'Laboratori' })],
  },
  indicatori: {
    tipo: 'indicatori',
    righe: [{ nome: 'Pomeriggi di apertura in un anno', unita: 'giorni', iniziale: '12', atteso: '150', fonte: 'Scuole' }],
  },
};

/** In every state, evidently invented: no figure is a real one. */
export const ELABORATI: readonly DemoElaborato[] = [
  {
    tavolo: 'anziani',
    tipo: 'analisi_bisogni',
    titolo: 'Come vivono gli anziani dell’ambito (dati inventati)',
    fino: 'accolto',
    contenuti: {
      contesto: testo('Nelle frazioni di collina vivono soprattutto persone anziane, spesso sole e lontane dai servizi.'),
      dati: {
        tipo: 'dati',
        righe: [
          { dato: 'Persone con più di 75 anni', valore: '9.800', periodo: '2025', fonte: 'Anagrafi comunali (dato inventato)' },
          { dato: 'Persone in assistenza domiciliare', valore: '310', periodo: '2025', fonte: 'Ufficio di piano (dato inventato)' },
        ],
      },
      criticita: elenco('Il trasporto verso i servizi manca nei giorni festivi.', 'Chi assiste un familiare non ha chi lo sostituisca.'),
      risorse: elenco('Due associazioni con mezzi attrezzati.', 'Locali comunali poco usati.'),
    },
  },
  {
    tavolo: 'anziani',
    tipo: 'obiettivo',
    titolo: 'Restare a casa propria, in compagnia',
    fino: 'consegnato',
    contenuti: obiettivo(
      'Chi invecchia può scegliere di restare a casa propria senza restare solo.',
      ['Aprire un luogo di incontro in ogni parte del territorio.', 'Dare sollievo a chi assiste.'],
      'Meno ricoveri evitabili e meno persone sole.',
    ),
  },
  {
    tavolo: 'anziani',
    tipo: 'scheda_progetto',
    titolo: 'Centro diurno di collina',
    fino: 'accolto',
    obiettivo: 'Restare a casa propria, in compagnia',
    contenuti: CENTRO_DIURNO,
  },
  {
    tavolo: 'anziani',
    tipo: 'priorita',
    titolo: 'Le priorità del tavolo',
    fino: 'approvato',
    contenuti: {
      priorita: {
        tipo: 'priorita',
        voci: [
          { titolo: 'Trasporto', motivo: 'Senza, gli altri servizi non si raggiungono.' },
          { titolo: 'Sollievo a chi assiste', motivo: 'È la richiesta più frequente negli incontri.' },
        ],
      },
    },
  },
  {
    tavolo: 'disabilita',
    tipo: 'documento_libero',
    titolo: 'Che cosa chiediamo per il “dopo di noi”',
    fino: 'in_consultazione',
    scrivono: 'rappresentanti',
    contenuti: { testo: testo('Il tavolo chiede che in ogni comune ci sia almeno un alloggio per la vita indipendente.') },
    commento: {
      chiave: 'testo',
      passaggio: 'in ogni comune',
      testo: 'Nei comuni più piccoli è difficile: meglio ogni due o tre comuni insieme.',
    },
  },
  {
    tavolo: 'disabilita',
    tipo: 'obiettivo',
    titolo: 'Il progetto di vita per tutti',
    fino: 'bozza',
    scrivono: 'rappresentanti',
    contenuti: { generale: testo('Ogni persona che lo chiede ha un progetto di vita scritto insieme a lei.') },
  },
  {
    tavolo: 'famiglia-giovani-minori',
    tipo: 'obiettivo',
    titolo: 'Più luoghi per i ragazzi',
    fino: 'approvato',
    contenuti: obiettivo(
      'Ragazze e ragazzi hanno un luogo dove stare il pomeriggio.',
      ['Aprire le scuole il pomeriggio.'],
      'In ogni comune più grande c’è un luogo aperto.',
    ),
  },
  {
    tavolo: 'famiglia-giovani-minori',
    tipo: 'scheda_progetto',
    titolo: 'Pomeriggi a scuola',
    fino: 'da_rivedere',
    obiettivo: 'Più luoghi per i ragazzi',
    contenuti: SPAZI_RAGAZZI,
    commento: {
      chiave: 'descrizione',
      passaggio: 'Tre sale',
      testo: 'Bastano due sale, se sono aperte tutto l’anno.',
      risposta: 'Ne teniamo tre: le scuole le hanno già.',
    },
  },
  {
    tavolo: 'poverta',
    tipo: 'scheda_progetto',
    titolo: 'Alloggi per l’emergenza',
    fino: 'bozza',
    contenuti: {
      descrizione: testo('Quattro alloggi pronti per chi perde la casa.'),
      risorse: { tipo: 'risorse', righe: [risorsa('regionale', 2027, 6_000_000, { quota: null })] },
    },
  },
];

export const RIMANDO = 'Il periodo finisce a metà del Piano: spiega come il servizio continua dopo.';
