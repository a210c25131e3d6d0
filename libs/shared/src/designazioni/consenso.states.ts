import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_CONSENSO = ['in_attesa', 'dato', 'negato', 'ritirato'] as const;
export type StatoConsenso = (typeof STATI_CONSENSO)[number];

export const AZIONI_CONSENSO = ['acconsenti', 'rifiuta', 'ritira'] as const;
export type AzioneConsenso = (typeof AZIONI_CONSENSO)[number];

/** What a designated person may answer from the mailed link. No reason is ever asked of them. */
export const CONSENSO: TransitionTable<StatoConsenso, AzioneConsenso> = {
  acconsenti: { from: ['in_attesa'], to: 'dato' },
  rifiuta: { from: ['in_attesa'], to: 'negato' },
  ritira: { from: ['dato'], to: 'ritirato' },
};
