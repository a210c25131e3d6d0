import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_DESIGNAZIONE = ['bozza', 'inviata', 'accettata', 'respinta', 'revocata', 'sostituita'] as const;
export type StatoDesignazione = (typeof STATI_DESIGNAZIONE)[number];

/** Why a seat ended. */
export const MOTIVI_FINE_MANDATO = ['revocata', 'sostituita', 'consenso_ritirato'] as const;
export type MotivoFineMandato = (typeof MOTIVI_FINE_MANDATO)[number];

const DESIGNAZIONE_INSIEMI = {
  bozza: ['da_decidere'],
  inviata: ['da_decidere', 'in_essere'],
  accettata: ['in_essere'],
  respinta: [],
  revocata: [],
  sostituita: [],
} as const satisfies Insiemi<StatoDesignazione>;
/** The tavolo has not said yes or no yet. */
export const DESIGNAZIONI_DA_DECIDERE = inInsieme(DESIGNAZIONE_INSIEMI, 'da_decidere');
/** It stands: it was sent, and nothing ended it. */
export const DESIGNAZIONI_IN_ESSERE = inInsieme(DESIGNAZIONE_INSIEMI, 'in_essere');

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
