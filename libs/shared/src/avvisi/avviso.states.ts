import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import type { TransitionTable } from '../kernel/state-machine.js';

/** `chiuso` is never stored: an avviso closes by the clock (see `statoAvviso`), so no job can be late. */
export const STATI_AVVISO = ['bozza', 'pubblicato', 'chiuso', 'annullato'] as const;
export type StatoAvviso = (typeof STATI_AVVISO)[number];

/** Those that are stored. */
export type StatoAvvisoSalvato = Exclude<StatoAvviso, 'chiuso'>;
const AVVISO_INSIEMI = {
  bozza: ['salvati'],
  pubblicato: ['salvati', 'annunciati'],
  annullato: ['salvati', 'annunciati'],
} as const satisfies Insiemi<StatoAvvisoSalvato>;
export const STATI_AVVISO_SALVATI = inInsieme(AVVISO_INSIEMI, 'salvati');
/** Everybody has been told of it. */
export const AVVISI_ANNUNCIATI = inInsieme(AVVISO_INSIEMI, 'annunciati');

export const AZIONI_AVVISO = ['pubblica', 'proroga', 'annulla'] as const;
export type AzioneAvviso = (typeof AZIONI_AVVISO)[number];

/** Life of an avviso. `proroga` moves the closing, also of one that has just closed. */
export const AVVISO: TransitionTable<StatoAvviso, AzioneAvviso> = {
  pubblica: { from: ['bozza'], to: 'pubblicato' },
  proroga: { from: ['pubblicato', 'chiuso'], to: 'pubblicato', motivata: true },
  annulla: { from: ['pubblicato', 'chiuso'], to: 'annullato', motivata: true },
};
