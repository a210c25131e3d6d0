import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_PIANO = ['in_preparazione', 'chiuso', 'pubblicato'] as const;
export type StatoPiano = (typeof STATI_PIANO)[number];

const PIANO_INSIEMI = { in_preparazione: [], chiuso: ['fermi'], pubblicato: ['fermi'] } as const satisfies Insiemi<StatoPiano>;
/** Its allegati are fixed. */
export const PIANI_FERMI = inInsieme(PIANO_INSIEMI, 'fermi');

export const AZIONI_PIANO = ['chiudi', 'riapri', 'pubblica'] as const;
export type AzionePiano = (typeof AZIONI_PIANO)[number];

/**
 * Life of a Piano's dossier. Closing compiles the final version and fixes order, numbers and fingerprints; until it is public it may be
 * opened again with a reason (the mayors asked for a change), and what was closed before stays among the versions.
 */
export const PIANO: TransitionTable<StatoPiano, AzionePiano> = {
  chiudi: { from: ['in_preparazione'], to: 'chiuso' },
  riapri: { from: ['chiuso'], to: 'in_preparazione', motivata: true },
  pubblica: { from: ['chiuso'], to: 'pubblicato' },
};

/** A version of the dossier: asked for, being made, made, or not made (with the reason in words). */
export const STATI_DOSSIER = ['in_coda', 'in_corso', 'pronto', 'fallito'] as const;
export type StatoDossier = (typeof STATI_DOSSIER)[number];

const DOSSIER_INSIEMI = {
  in_coda: ['in_lavorazione'],
  in_corso: ['in_lavorazione'],
  pronto: [],
  fallito: [],
} as const satisfies Insiemi<StatoDossier>;
/** It is going to be there, or not, by itself. */
export const DOSSIER_IN_LAVORAZIONE = inInsieme(DOSSIER_INSIEMI, 'in_lavorazione');
