import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_ENTE = ['in_verifica', 'verificato', 'respinto', 'sospeso'] as const;
export type StatoEnte = (typeof STATI_ENTE)[number];

export const AZIONI_ENTE = ['verifica', 'respingi', 'ripresenta', 'sospendi', 'riattiva'] as const;
export type AzioneEnte = (typeof AZIONI_ENTE)[number];

/** Life of an ente in an ambito. A refused ente corrects its data and asks again with `ripresenta`. */
export const ENTE: TransitionTable<StatoEnte, AzioneEnte> = {
  verifica: { from: ['in_verifica'], to: 'verificato' },
  respingi: { from: ['in_verifica'], to: 'respinto', motivata: true },
  ripresenta: { from: ['respinto'], to: 'in_verifica' },
  sospendi: { from: ['verificato'], to: 'sospeso', motivata: true },
  riattiva: { from: ['sospeso'], to: 'verificato' },
};
