import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_OSSERVATORE = ['ricevuta', 'ammessa', 'non_ammessa', 'cessata', 'ritirata'] as const;
export type StatoOsservatore = (typeof STATI_OSSERVATORE)[number];

const OSSERVATORE_INSIEMI = {
  ricevuta: ['aperte'],
  ammessa: ['aperte', 'osservano'],
  non_ammessa: ['finite'],
  cessata: ['finite'],
  ritirata: ['finite'],
} as const satisfies Insiemi<StatoOsservatore>;
/** It waits, or stands: the same person has no other at that tavolo. */
export const OSSERVATORI_APERTI = inInsieme(OSSERVATORE_INSIEMI, 'aperte');
/** They follow the tavolo: they are called to its incontri, and make no number. */
export const OSSERVATORI_AMMESSI = inInsieme(OSSERVATORE_INSIEMI, 'osservano');

/** Over: what they said of themselves is kept for a time, and no more. */
export const OSSERVATORI_FINITI = inInsieme(OSSERVATORE_INSIEMI, 'finite');

/** What who leads the tavolo does. */
export const AZIONI_OSSERVATORE = ['ammetti', 'declina', 'cessa'] as const;
export type AzioneOsservatore = (typeof AZIONI_OSSERVATORE)[number];

/** Life of a request to follow a tavolo; whoever asked may take it back, or leave (`ritirata`), at any time. */
export const OSSERVATORE: TransitionTable<StatoOsservatore, AzioneOsservatore> = {
  ammetti: { from: ['ricevuta'], to: 'ammessa' },
  declina: { from: ['ricevuta'], to: 'non_ammessa', motivata: true },
  cessa: { from: ['ammessa'], to: 'cessata', motivata: true },
};
