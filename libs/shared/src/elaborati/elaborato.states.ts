import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_ELABORATO = ['bozza', 'in_consultazione', 'approvato', 'consegnato', 'accolto', 'da_rivedere'] as const;
export type StatoElaborato = (typeof STATI_ELABORATO)[number];

export const ETICHETTE_STATO_ELABORATO: Readonly<Record<StatoElaborato, string>> = {
  bozza: 'In scrittura',
  in_consultazione: 'In consultazione',
  approvato: 'Approvato dal tavolo',
  consegnato: 'Consegnato',
  accolto: 'Accolto nel Piano',
  da_rivedere: 'Da rivedere',
};

const ELABORATO_INSIEMI = {
  bozza: ['scrivibili', 'del_tavolo'],
  in_consultazione: ['scrivibili', 'del_tavolo', 'in_attesa'],
  approvato: ['del_tavolo', 'in_attesa', 'approvati'],
  consegnato: ['del_tavolo', 'in_attesa', 'approvati'],
  accolto: ['approvati'],
  da_rivedere: ['del_tavolo', 'in_attesa'],
} as const satisfies Insiemi<StatoElaborato>;
/** States in which somebody may still write. */
export const ELABORATI_SCRIVIBILI = inInsieme(ELABORATO_INSIEMI, 'scrivibili');
/** The tavolo has approved it: a verbale says so. */
export const ELABORATI_APPROVATI = inInsieme(ELABORATO_INSIEMI, 'approvati');
/** Not taken into the Piano yet. */
export const ELABORATI_DEL_TAVOLO = inInsieme(ELABORATO_INSIEMI, 'del_tavolo');
/** Somebody is to take the next step. */
export const ELABORATI_IN_ATTESA = inInsieme(ELABORATO_INSIEMI, 'in_attesa');

export const AZIONI_ELABORATO = ['apri_consultazione', 'restituisci', 'approva', 'consegna', 'accogli', 'rimanda', 'riprendi'] as const;
export type AzioneElaborato = (typeof AZIONI_ELABORATO)[number];

/**
 * Life of an elaborato. The tavolo consults and approves, the referente hands in, the coordinatore takes it in or sends it back with a
 * reason. What is taken in never changes again.
 */
export const ELABORATO: TransitionTable<StatoElaborato, AzioneElaborato> = {
  apri_consultazione: { from: ['bozza'], to: 'in_consultazione' },
  restituisci: { from: ['in_consultazione', 'approvato'], to: 'bozza', motivata: true },
  approva: { from: ['in_consultazione'], to: 'approvato' },
  consegna: { from: ['approvato'], to: 'consegnato' },
  accogli: { from: ['consegnato'], to: 'accolto' },
  rimanda: { from: ['consegnato'], to: 'da_rivedere', motivata: true },
  riprendi: { from: ['da_rivedere'], to: 'bozza' },
};

export const STATI_COMMENTO = ['aperto', 'accolto', 'non_accolto'] as const;
export type StatoCommento = (typeof STATI_COMMENTO)[number];

export const AZIONI_COMMENTO = ['accogli', 'respingi'] as const;
export type AzioneCommento = (typeof AZIONI_COMMENTO)[number];

/** What becomes of a comment: each answer has its words, taken in or not, because who wrote it is owed them. */
export const COMMENTO: TransitionTable<StatoCommento, AzioneCommento> = {
  accogli: { from: ['aperto'], to: 'accolto', motivata: true },
  respingi: { from: ['aperto'], to: 'non_accolto', motivata: true },
};
