import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_DIRETTO = ['in_attesa', 'nominata', 'declinata', 'scaduta', 'ritirata'] as const;
export type StatoDiretto = (typeof STATI_DIRETTO)[number];

const DIRETTO_INSIEMI = {
  in_attesa: ['aperti'],
  nominata: [],
  declinata: [],
  scaduta: [],
  ritirata: [],
} as const satisfies Insiemi<StatoDiretto>;
/** The ente has not said yes or no, and still may. */
export const DIRETTI_APERTI = inInsieme(DIRETTO_INSIEMI, 'aperti');

/** What the coordinatore does. */
export const AZIONI_DIRETTO = ['rinnova', 'ritira'] as const;
export type AzioneDiretto = (typeof AZIONI_DIRETTO)[number];

/** What the ente answers, by the mailed link. */
export const AZIONI_NOMINA = ['nomina', 'declina'] as const;
export type AzioneNomina = (typeof AZIONI_NOMINA)[number];

/** Life of a seat that is offered without an avviso. Past its term (`GIORNI_DIRETTO`) it is `scaduta` by itself, and may be renewed. */
export const DIRETTO: TransitionTable<StatoDiretto, AzioneDiretto> = {
  rinnova: { from: ['in_attesa', 'declinata', 'scaduta'], to: 'in_attesa' },
  ritira: { from: ['in_attesa'], to: 'ritirata', motivata: true },
};

export const NOMINA: TransitionTable<StatoDiretto, AzioneNomina> = {
  nomina: { from: ['in_attesa'], to: 'nominata' },
  declina: { from: ['in_attesa'], to: 'declinata' },
};

/** Days that an ente has to answer, and after how many it is reminded: our own choice. */
export const GIORNI_DIRETTO = 30;
export const GIORNI_SOLLECITO_DIRETTO = 20;
