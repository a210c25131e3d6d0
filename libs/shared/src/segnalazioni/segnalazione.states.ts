import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_SEGNALAZIONE = ['nuova', 'risolta'] as const;
export type StatoSegnalazione = (typeof STATI_SEGNALAZIONE)[number];

export const AZIONI_SEGNALAZIONE = ['risolvi'] as const;
export type AzioneSegnalazione = (typeof AZIONI_SEGNALAZIONE)[number];

/** What somebody found wrong waits until the office has said what it did about it. */
export const SEGNALAZIONE: TransitionTable<StatoSegnalazione, AzioneSegnalazione> = {
  risolvi: { from: ['nuova'], to: 'risolta', motivata: true },
};
