/** An incontro of the demo: how many days from today, at which hour of Rome (of one in corso: a little while ago), and how far it has come. */
export interface DemoIncontro {
  /** Null: a plenaria. */
  readonly tavolo: string | null;
  readonly titolo: string;
  readonly giorni: number;
  readonly ora: string;
  readonly fino: 'bozza' | 'convocato' | 'annullato' | 'in_corso' | 'svolto';
  readonly video?: true;
  readonly punti: readonly (readonly [titolo: string, minuti: number | null, relatore: string | null])[];
}

export const SEDI = [
  { nome: 'Castello Ducale di Corigliano', indirizzo: 'Via Castello, Corigliano-Rossano', accessibile: true },
  { nome: 'Sala consiliare di Rossano', indirizzo: 'Piazza Santi Anargiri, Corigliano-Rossano', accessibile: true },
] as const;

export const INCONTRI: readonly DemoIncontro[] = [
  {
    tavolo: 'anziani',
    titolo: 'Primo incontro: i bisogni del territorio',
    giorni: -21,
    ora: '16:00',
    fino: 'svolto',
    punti: [
      ['Presentazione del percorso e del calendario', 20, null],
      ['Chi sono e come vivono gli anziani dell’ambito', 60, null],
      ['Varie ed eventuali', 20, null],
    ],
  },
  {
    tavolo: 'anziani',
    titolo: 'Secondo incontro: le priorità',
    giorni: 12,
    ora: '16:00',
    fino: 'convocato',
    video: true,
    punti: [
      ['Sintesi dei bisogni emersi', 20, 'Referente del tavolo'],
      ['Assistenza domiciliare: che cosa manca', 45, null],
      ['Scelta delle priorità', 45, null],
      ['Varie ed eventuali', null, null],
    ],
  },
  {
    tavolo: 'anziani',
    titolo: 'Terzo incontro: le proposte',
    giorni: 40,
    ora: '16:00',
    fino: 'bozza',
    punti: [['Raccolta delle schede proposta', 60, null]],
  },
  {
    tavolo: 'disabilita',
    titolo: 'Incontro di avvio',
    giorni: 0,
    ora: '10:00',
    fino: 'in_corso',
    punti: [
      ['Saluti e presentazione dei componenti', 15, null],
      ['Il progetto di vita: esperienze a confronto', 60, null],
      ['Prossimi passi', 15, null],
    ],
  },
  {
    tavolo: 'poverta',
    titolo: 'Emergenza abitativa',
    giorni: 9,
    ora: '10:30',
    fino: 'annullato',
    punti: [['Mappa degli alloggi disponibili', 60, null]],
  },
  {
    tavolo: 'immigrazione',
    titolo: 'Mediazione culturale nei servizi',
    giorni: 15,
    ora: '17:00',
    fino: 'convocato',
    video: true,
    punti: [
      ['Esperienze in corso', 45, null],
      ['Proposte per il Piano', 45, null],
    ],
  },
  {
    tavolo: null,
    titolo: 'Plenaria: presentazione della bozza del Piano',
    giorni: 26,
    ora: '15:30',
    fino: 'convocato',
    video: true,
    punti: [
      ['Le priorità dei tavoli', 60, 'Coordinatore'],
      ['Confronto', 60, null],
    ],
  },
];
