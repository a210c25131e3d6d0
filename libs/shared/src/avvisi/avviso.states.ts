import type { TransitionTable } from '../kernel/state-machine.js';

/** `chiuso` is never stored: an avviso closes by the clock (see `statoAvviso`), so no job can be late. */
export const STATI_AVVISO = ['bozza', 'pubblicato', 'chiuso', 'annullato'] as const;
export type StatoAvviso = (typeof STATI_AVVISO)[number];

export const AZIONI_AVVISO = ['pubblica', 'proroga', 'annulla'] as const;
export type AzioneAvviso = (typeof AZIONI_AVVISO)[number];

/** Life of an avviso. `proroga` moves the closing, also of one that has just closed. */
export const AVVISO: TransitionTable<StatoAvviso, AzioneAvviso> = {
  pubblica: { from: ['bozza'], to: 'pubblicato' },
  proroga: { from: ['pubblicato', 'chiuso'], to: 'pubblicato', motivata: true },
  annulla: { from: ['pubblicato', 'chiuso'], to: 'annullato', motivata: true },
};
