import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_CONTRIBUTO = [
  'da_confermare',
  'in_moderazione',
  'da_modificare',
  'pubblicato',
  'in_esame',
  'accolto',
  'accolto_in_parte',
  'non_accolto',
  'rinviato',
  'unito',
  'respinto',
  'ritirato',
] as const;
export type StatoContributo = (typeof STATI_CONTRIBUTO)[number];

/** States that anyone may read about. */
export const STATI_PUBBLICI = [
  'pubblicato',
  'in_esame',
  'accolto',
  'accolto_in_parte',
  'non_accolto',
  'rinviato',
  'unito',
] as const satisfies readonly StatoContributo[];
export type StatoPubblico = (typeof STATI_PUBBLICI)[number];

/** What the tavolo may have answered. */
export const ESITI_CONTRIBUTO = ['accolto', 'accolto_in_parte', 'non_accolto', 'rinviato'] as const satisfies readonly StatoContributo[];
export type EsitoContributo = (typeof ESITI_CONTRIBUTO)[number];

export const AZIONI_CONTRIBUTO = [
  'pubblica',
  'chiedi_modifica',
  'respingi',
  'esamina',
  'accogli',
  'accogli_in_parte',
  'non_accogliere',
  'rinvia',
  'unisci',
] as const;
export type AzioneContributo = (typeof AZIONI_CONTRIBUTO)[number];

/** What staff do with a contributo. No way leads to an end without a written reason, and what was put off can be examined again. */
export const CONTRIBUTO: TransitionTable<StatoContributo, AzioneContributo> = {
  pubblica: { from: ['in_moderazione'], to: 'pubblicato' },
  chiedi_modifica: { from: ['in_moderazione'], to: 'da_modificare', motivata: true },
  respingi: { from: ['in_moderazione'], to: 'respinto', motivata: true },
  esamina: { from: ['pubblicato', 'rinviato'], to: 'in_esame' },
  accogli: { from: ['in_esame'], to: 'accolto', motivata: true },
  accogli_in_parte: { from: ['in_esame'], to: 'accolto_in_parte', motivata: true },
  non_accogliere: { from: ['in_esame'], to: 'non_accolto', motivata: true },
  rinvia: { from: ['in_esame'], to: 'rinviato', motivata: true },
  unisci: { from: ['in_moderazione', 'pubblicato', 'in_esame', 'rinviato'], to: 'unito' },
};

export const AZIONI_AUTORE = ['ripresenta', 'ritira', 'chiedi_riesame'] as const;
export type AzioneAutore = (typeof AZIONI_AUTORE)[number];

/** States of which the author may ask a review, once. */
export const RIESAMINABILI = ['respinto', 'accolto_in_parte', 'non_accolto'] as const satisfies readonly StatoContributo[];

/** What the author does, from the mailed link or signed in. Asking for a review moves nothing: the coordinatore decides (`Riesame`). */
export const AUTORE: TransitionTable<StatoContributo, Exclude<AzioneAutore, 'chiedi_riesame'>> = {
  ripresenta: { from: ['da_modificare'], to: 'in_moderazione' },
  ritira: { from: ['da_confermare', 'in_moderazione', 'da_modificare', 'pubblicato', 'in_esame', 'rinviato'], to: 'ritirato' },
};

export const DECISIONI_RIESAME = ['riapri', 'conferma'] as const;
/** `riapri`: examined anew (what was refused goes back to moderation); `conferma`: it stays as it was. */
export type DecisioneRiesame = (typeof DECISIONI_RIESAME)[number];
