import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
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

const CONTRIBUTO_INSIEMI = {
  da_confermare: ['legati'],
  in_moderazione: ['arrivati', 'legati', 'vivi', 'in_coda', 'principali', 'spostabili'],
  da_modificare: ['arrivati', 'legati'],
  pubblicato: ['arrivati', 'legati', 'vivi', 'in_coda', 'principali', 'pubblici', 'elencati', 'da_rispondere', 'spostabili', 'omettibili'],
  in_esame: ['arrivati', 'legati', 'vivi', 'in_coda', 'principali', 'pubblici', 'elencati', 'da_rispondere', 'spostabili', 'omettibili'],
  accolto: ['arrivati', 'legati', 'vivi', 'principali', 'pubblici', 'elencati', 'esiti', 'omettibili'],
  accolto_in_parte: ['arrivati', 'legati', 'vivi', 'principali', 'pubblici', 'elencati', 'esiti', 'riesaminabili', 'omettibili'],
  non_accolto: ['arrivati', 'legati', 'vivi', 'principali', 'pubblici', 'elencati', 'esiti', 'riesaminabili', 'omettibili'],
  rinviato: ['arrivati', 'legati', 'vivi', 'principali', 'pubblici', 'elencati', 'esiti', 'spostabili', 'omettibili'],
  unito: ['arrivati', 'legati', 'vivi', 'pubblici'],
  respinto: ['arrivati', 'legati', 'finiti', 'riesaminabili'],
  ritirato: ['arrivati', 'finiti'],
} as const satisfies Insiemi<StatoContributo>;

/** States that anyone may read about. */
export const STATI_PUBBLICI = inInsieme(CONTRIBUTO_INSIEMI, 'pubblici');
export type StatoPubblico = (typeof STATI_PUBBLICI)[number];

/** Of those, what stands in lists by itself: one that was merged is found from its main one. */
export const CONTRIBUTI_ELENCATI = inInsieme(CONTRIBUTO_INSIEMI, 'elencati');

/** What the tavolo may have answered. */
export const ESITI_CONTRIBUTO = inInsieme(CONTRIBUTO_INSIEMI, 'esiti');
export type EsitoContributo = (typeof ESITI_CONTRIBUTO)[number];

/** Who wrote it is really who they say. */
export const CONTRIBUTI_ARRIVATI = inInsieme(CONTRIBUTO_INSIEMI, 'arrivati');

/** Staff owe something: to read it, or to answer. One of the two clocks runs. */
export const CONTRIBUTI_IN_CODA = inInsieme(CONTRIBUTO_INSIEMI, 'in_coda');
export const CONTRIBUTI_DA_RISPONDERE = inInsieme(CONTRIBUTO_INSIEMI, 'da_rispondere');

/** Neither with its author nor at an end without an answer: it can be tied to other things. */
export const CONTRIBUTI_VIVI = inInsieme(CONTRIBUTO_INSIEMI, 'vivi');

/** What ties it to other things is shown. */
export const CONTRIBUTI_LEGATI = inInsieme(CONTRIBUTO_INSIEMI, 'legati');

/** Others can be merged into it. */
export const CONTRIBUTI_PRINCIPALI = inInsieme(CONTRIBUTO_INSIEMI, 'principali');

/** It may go to another tavolo: nobody has answered it yet. */
export const CONTRIBUTI_SPOSTABILI = inInsieme(CONTRIBUTO_INSIEMI, 'spostabili');

/** Where its tavolo goes into another it goes along: nobody has answered it, whoever it waits for. */
export const CONTRIBUTI_SENZA_ESITO: readonly StatoContributo[] = ['da_confermare', 'da_modificare', ...CONTRIBUTI_SPOSTABILI];

/** What is left out of its public words may change. */
export const CONTRIBUTI_OMETTIBILI = inInsieme(CONTRIBUTO_INSIEMI, 'omettibili');

/** It ended without being answered, and is emptied after a while. */
export const CONTRIBUTI_FINITI = inInsieme(CONTRIBUTO_INSIEMI, 'finiti');

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
export const RIESAMINABILI = inInsieme(CONTRIBUTO_INSIEMI, 'riesaminabili');

/** What the author does, from the mailed link or signed in. Asking for a review moves nothing: the coordinatore decides (`Riesame`). */
export const AUTORE: TransitionTable<StatoContributo, Exclude<AzioneAutore, 'chiedi_riesame'>> = {
  ripresenta: { from: ['da_modificare'], to: 'in_moderazione' },
  ritira: { from: ['da_confermare', 'in_moderazione', 'da_modificare', 'pubblicato', 'in_esame', 'rinviato'], to: 'ritirato' },
};

export const DECISIONI_RIESAME = ['riapri', 'conferma'] as const;
/** `riapri`: examined anew (what was refused goes back to moderation); `conferma`: it stays as it was. */
export type DecisioneRiesame = (typeof DECISIONI_RIESAME)[number];
