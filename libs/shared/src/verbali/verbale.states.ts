import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_VERBALE = ['bozza', 'in_revisione', 'approvato', 'pubblicato'] as const;
export type StatoVerbale = (typeof STATI_VERBALE)[number];

const VERBALE_INSIEMI = {
  bozza: ['da_pubblicare', 'da_approvare', 'in_mano_allo_staff'],
  in_revisione: ['da_pubblicare', 'da_approvare'],
  approvato: ['da_pubblicare', 'approvati', 'in_mano_allo_staff'],
  pubblicato: ['approvati'],
} as const satisfies Insiemi<StatoVerbale>;
/** What it says is decided. */
export const VERBALI_APPROVATI = inInsieme(VERBALE_INSIEMI, 'approvati');
export const VERBALI_DA_APPROVARE = inInsieme(VERBALE_INSIEMI, 'da_approvare');
/** Not read by everybody yet. */
export const VERBALI_DA_PUBBLICARE = inInsieme(VERBALE_INSIEMI, 'da_pubblicare');
/** It waits for who wrote it, and for nobody else. */
export const VERBALI_IN_MANO_ALLO_STAFF = inInsieme(VERBALE_INSIEMI, 'in_mano_allo_staff');

export const AZIONI_VERBALE = ['invia_in_revisione', 'restituisci', 'approva', 'pubblica'] as const;
export type AzioneVerbale = (typeof AZIONI_VERBALE)[number];

/** Life of a verbale. What was approved may still go back, with a reason, until it is published; then only a rettifica speaks. */
export const VERBALE: TransitionTable<StatoVerbale, AzioneVerbale> = {
  invia_in_revisione: { from: ['bozza'], to: 'in_revisione' },
  restituisci: { from: ['in_revisione', 'approvato'], to: 'bozza', motivata: true },
  approva: { from: ['in_revisione'], to: 'approvato' },
  pubblica: { from: ['approvato'], to: 'pubblicato' },
};

export const STATI_CORREZIONE = ['proposta', 'accolta', 'respinta', 'rinviata'] as const;
export type StatoCorrezione = (typeof STATI_CORREZIONE)[number];

export const AZIONI_CORREZIONE = ['accogli', 'respingi', 'rinvia'] as const;
export type AzioneCorrezione = (typeof AZIONI_CORREZIONE)[number];

/** What the referente makes of a proposed correction: applied and credited, refused with a reason, or taken to the next incontro. */
export const CORREZIONE: TransitionTable<StatoCorrezione, AzioneCorrezione> = {
  accogli: { from: ['proposta'], to: 'accolta' },
  respingi: { from: ['proposta'], to: 'respinta', motivata: true },
  rinvia: { from: ['proposta'], to: 'rinviata' },
};
