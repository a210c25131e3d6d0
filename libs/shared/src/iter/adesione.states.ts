import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_ADESIONE = ['bozza', 'inviata', 'accolta', 'respinta', 'ritirata'] as const;
export type StatoAdesione = (typeof STATI_ADESIONE)[number];

const ADESIONE_INSIEMI = {
  bozza: [],
  inviata: ['arrivate'],
  accolta: ['arrivate'],
  respinta: ['arrivate'],
  ritirata: ['arrivate'],
} as const satisfies Insiemi<StatoAdesione>;
/** The offices have them. */
export const ADESIONI_ARRIVATE = inInsieme(ADESIONE_INSIEMI, 'arrivate');

export const AZIONI_ADESIONE = ['invia', 'accogli', 'respingi', 'ritira'] as const;
export type AzioneAdesione = (typeof AZIONI_ADESIONE)[number];

/** How an ente joins the accordo di programma. After a refusal or a withdrawal it may make another one; what was sent is kept. */
export const ADESIONE: TransitionTable<StatoAdesione, AzioneAdesione> = {
  invia: { from: ['bozza'], to: 'inviata' },
  accogli: { from: ['inviata'], to: 'accolta' },
  respingi: { from: ['inviata'], to: 'respinta', motivata: true },
  ritira: { from: ['inviata', 'accolta'], to: 'ritirata', motivata: true },
};
