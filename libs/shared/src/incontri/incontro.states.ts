import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_INCONTRO = ['bozza', 'convocato', 'in_corso', 'svolto', 'annullato'] as const;
export type StatoIncontro = (typeof STATI_INCONTRO)[number];

const INCONTRO_INSIEMI = {
  bozza: ['in_agenda', 'preparabili', 'da_verbalizzare'],
  convocato: ['in_agenda', 'preparabili', 'da_verbalizzare', 'annunciati', 'in_programma', 'in_calendario'],
  in_corso: ['in_agenda', 'da_verbalizzare', 'annunciati', 'in_programma', 'in_calendario', 'riuniti'],
  svolto: ['da_verbalizzare', 'annunciati', 'in_calendario', 'riuniti'],
  annullato: ['annunciati'],
} as const satisfies Insiemi<StatoIncontro>;

/** It takes its place and its people: two at once clash. */
export const INCONTRI_IN_AGENDA = inInsieme(INCONTRO_INSIEMI, 'in_agenda');
/** Papers are still added, clashes still told. */
export const INCONTRI_PREPARABILI = inInsieme(INCONTRO_INSIEMI, 'preparabili');
/** Everybody has been told of it, whatever became of it. */
export const INCONTRI_ANNUNCIATI = inInsieme(INCONTRO_INSIEMI, 'annunciati');
/** Called, and not over yet. */
export const INCONTRI_IN_PROGRAMMA = inInsieme(INCONTRO_INSIEMI, 'in_programma');
/** It is to be held, or was. */
export const INCONTRI_IN_CALENDARIO = inInsieme(INCONTRO_INSIEMI, 'in_calendario');
/** It has a verbale, or is to have one: who writes it can be said. */
export const INCONTRI_DA_VERBALIZZARE = inInsieme(INCONTRO_INSIEMI, 'da_verbalizzare');
/** People have met: there are presences, and there can be a verbale. */
export const INCONTRI_RIUNITI = inInsieme(INCONTRO_INSIEMI, 'riuniti');

export const AZIONI_INCONTRO = ['convoca', 'convoca_nuovi', 'integra', 'sposta', 'annulla', 'apri', 'chiudi'] as const;
export type AzioneIncontro = (typeof AZIONI_INCONTRO)[number];

/**
 * Life of an incontro. Once convened it is never edited: `sposta` moves it in time or place, with a reason, and everyone is told; `integra` adds to what was
 * called or corrects its words, and who was called is told of the difference;
 * `convoca_nuovi` calls who has come to sit there since, and nobody else hears of it.
 * A draft is deleted, not annulled: nobody was called.
 */
export const INCONTRO: TransitionTable<StatoIncontro, AzioneIncontro> = {
  convoca: { from: ['bozza'], to: 'convocato' },
  convoca_nuovi: { from: ['convocato'], to: 'convocato' },
  integra: { from: ['convocato'], to: 'convocato' },
  sposta: { from: ['convocato'], to: 'convocato', motivata: true },
  annulla: { from: ['convocato'], to: 'annullato', motivata: true },
  apri: { from: ['convocato'], to: 'in_corso' },
  chiudi: { from: ['in_corso'], to: 'svolto' },
};
