import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_DECADENZA = ['aperto', 'concluso', 'archiviato'] as const;
export type StatoDecadenza = (typeof STATI_DECADENZA)[number];

/** Why a seat may be lost. */
export const MOTIVI_DECADENZA = ['assenze', 'perdita_requisiti', 'incompatibilita', 'altro'] as const;
export type MotivoDecadenza = (typeof MOTIVI_DECADENZA)[number];

export const AZIONI_DECADENZA = ['presenta_memorie', 'concludi', 'archivia'] as const;
export type AzioneDecadenza = (typeof AZIONI_DECADENZA)[number];

/** The procedimento that may end a seat: opened with its evidence, the ente heard, decided or shelved. */
export const DECADENZA: TransitionTable<StatoDecadenza, AzioneDecadenza> = {
  presenta_memorie: { from: ['aperto'], to: 'aperto' },
  concludi: { from: ['aperto'], to: 'concluso', motivata: true },
  archivia: { from: ['aperto'], to: 'archiviato', motivata: true },
};
