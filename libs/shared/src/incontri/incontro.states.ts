import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_INCONTRO = ['bozza', 'convocato', 'in_corso', 'svolto', 'annullato'] as const;
export type StatoIncontro = (typeof STATI_INCONTRO)[number];

export const AZIONI_INCONTRO = ['convoca', 'sposta', 'annulla', 'apri', 'chiudi'] as const;
export type AzioneIncontro = (typeof AZIONI_INCONTRO)[number];

/**
 * Life of an incontro. Once convened it is never edited: `sposta` moves it in time or place, with a reason, and everyone is told.
 * A draft is deleted, not annulled: nobody was called.
 */
export const INCONTRO: TransitionTable<StatoIncontro, AzioneIncontro> = {
  convoca: { from: ['bozza'], to: 'convocato' },
  sposta: { from: ['convocato'], to: 'convocato', motivata: true },
  annulla: { from: ['convocato'], to: 'annullato', motivata: true },
  apri: { from: ['convocato'], to: 'in_corso' },
  chiudi: { from: ['in_corso'], to: 'svolto' },
};
