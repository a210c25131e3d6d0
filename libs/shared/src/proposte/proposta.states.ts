import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_PROPOSTA = ['ricevuta', 'rinviata', 'accolta', 'declinata', 'ritirata'] as const;
export type StatoProposta = (typeof STATI_PROPOSTA)[number];

const PROPOSTA_INSIEMI = {
  ricevuta: ['aperte'],
  rinviata: ['aperte'],
  accolta: ['accolte'],
  declinata: [],
  ritirata: [],
} as const satisfies Insiemi<StatoProposta>;
/** It still waits to be taken or declined; who proposed it may take it back. */
export const PROPOSTE_APERTE = inInsieme(PROPOSTA_INSIEMI, 'aperte');
/** It was taken: it is a punto of an incontro, or is kept for the next one. */
export const PROPOSTE_ACCOLTE = inInsieme(PROPOSTA_INSIEMI, 'accolte');

/** `accogli`, `inserisci`, `rinvia`, `declina`: of who prepares the incontri; `ritira`: of who proposed it, alone. */
export const AZIONI_PROPOSTA = ['accogli', 'inserisci', 'rinvia', 'declina', 'ritira'] as const;
export type AzioneProposta = (typeof AZIONI_PROPOSTA)[number];

/**
 * Life of a punto that somebody who sits at a tavolo proposes. Whoever prepares the incontri answers with a word each time. That a proposal which was
 * taken stands in an ordine del giorno is no state of it: it does as long as that punto is there, and its incontro is not called off.
 */
export const PROPOSTA: TransitionTable<StatoProposta, AzioneProposta> = {
  accogli: { from: ['ricevuta', 'rinviata'], to: 'accolta', motivata: true },
  inserisci: { from: ['accolta'], to: 'accolta' },
  rinvia: { from: ['ricevuta'], to: 'rinviata', motivata: true },
  declina: { from: ['ricevuta', 'rinviata', 'accolta'], to: 'declinata', motivata: true },
  ritira: { from: ['ricevuta', 'rinviata'], to: 'ritirata' },
};
