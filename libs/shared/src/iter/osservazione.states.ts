import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_OSSERVAZIONE = ['ricevuta', 'accolta', 'accolta_in_parte', 'non_accolta'] as const;
export type StatoOsservazione = (typeof STATI_OSSERVAZIONE)[number];

const OSSERVAZIONE_INSIEMI = {
  ricevuta: [],
  accolta: ['accolte'],
  accolta_in_parte: ['accolte'],
  non_accolta: [],
} as const satisfies Insiemi<StatoOsservazione>;
/** Something of it went into the Piano. */
export const OSSERVAZIONI_ACCOLTE = inInsieme(OSSERVAZIONE_INSIEMI, 'accolte');

export const AZIONI_OSSERVAZIONE = ['accogli', 'accogli_in_parte', 'non_accogliere'] as const;
export type AzioneOsservazione = (typeof AZIONI_OSSERVAZIONE)[number];

/** What unions or the ASL observe on the draft: every answer has its reasons, and none is ever deleted. */
export const OSSERVAZIONE: TransitionTable<StatoOsservazione, AzioneOsservazione> = {
  accogli: { from: ['ricevuta'], to: 'accolta', motivata: true },
  accogli_in_parte: { from: ['ricevuta'], to: 'accolta_in_parte', motivata: true },
  non_accogliere: { from: ['ricevuta'], to: 'non_accolta', motivata: true },
};
