import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_DESIGNAZIONE = ['bozza', 'inviata', 'accettata', 'respinta', 'revocata', 'sostituita'] as const;
export type StatoDesignazione = (typeof STATI_DESIGNAZIONE)[number];

export const AZIONI_DESIGNAZIONE = ['invia', 'accetta', 'respingi', 'revoca', 'sostituisci'] as const;
export type AzioneDesignazione = (typeof AZIONI_DESIGNAZIONE)[number];

/**
 * Life of a designazione. `sostituisci` starts a new draft from an accepted designazione: the old one keeps
 * its seats, and becomes `sostituita` in the very transaction that accepts the new one, so that no tavolo is ever left without.
 */
export const DESIGNAZIONE: TransitionTable<StatoDesignazione, AzioneDesignazione> = {
  invia: { from: ['bozza'], to: 'inviata' },
  accetta: { from: ['inviata'], to: 'accettata' },
  respingi: { from: ['inviata'], to: 'respinta', motivata: true },
  revoca: { from: ['inviata', 'accettata'], to: 'revocata', motivata: true },
  sostituisci: { from: ['accettata'], to: 'sostituita' },
};
