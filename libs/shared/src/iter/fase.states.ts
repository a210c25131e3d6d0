import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_FASE = ['da_avviare', 'in_corso', 'conclusa', 'saltata'] as const;
export type StatoFase = (typeof STATI_FASE)[number];

const FASE_INSIEMI = {
  da_avviare: ['aperte'],
  in_corso: ['aperte'],
  conclusa: [],
  saltata: [],
} as const satisfies Insiemi<StatoFase>;
/** Still to be done, begun or not. */
export const FASI_APERTE = inInsieme(FASE_INSIEMI, 'aperte');

export const AZIONI_FASE = ['avvia', 'concludi', 'salta', 'riapri'] as const;
export type AzioneFase = (typeof AZIONI_FASE)[number];

/**
 * Life of a phase of the iter. Phases may overlap: nothing binds one to the one before. `concludi` asks for a reason only where
 * foreseen acts are missing (`attiMancanti`), so the table does not demand one.
 */
export const FASE: TransitionTable<StatoFase, AzioneFase> = {
  avvia: { from: ['da_avviare'], to: 'in_corso' },
  concludi: { from: ['in_corso'], to: 'conclusa' },
  salta: { from: ['da_avviare', 'in_corso'], to: 'saltata', motivata: true },
  riapri: { from: ['conclusa', 'saltata'], to: 'in_corso', motivata: true },
};
