import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_VERBALE = ['bozza', 'in_revisione', 'approvato', 'pubblicato'] as const;
export type StatoVerbale = (typeof STATI_VERBALE)[number];

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
