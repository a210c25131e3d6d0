import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import type { TransitionTable } from '../kernel/state-machine.js';

/** What a tavolo has said of an incontro to which another calls it. */
export const STATI_CONGIUNTO = ['chiesto', 'dato', 'negato'] as const;
export type StatoCongiunto = (typeof STATI_CONGIUNTO)[number];

const CONGIUNTO_INSIEMI = { chiesto: ['mancanti'], dato: [], negato: ['mancanti'] } as const satisfies Insiemi<StatoCongiunto>;
/** Nobody can be called without the yes of this tavolo. */
export const CONSENSI_MANCANTI = inInsieme(CONGIUNTO_INSIEMI, 'mancanti');

export const AZIONI_CONGIUNTO = ['consenti', 'nega'] as const;
export type AzioneCongiunto = (typeof AZIONI_CONGIUNTO)[number];

/** A tavolo may change its mind until everyone is called. */
export const CONGIUNTO: TransitionTable<StatoCongiunto, AzioneCongiunto> = {
  consenti: { from: ['chiesto', 'negato'], to: 'dato' },
  nega: { from: ['chiesto', 'dato'], to: 'negato', motivata: true },
};
