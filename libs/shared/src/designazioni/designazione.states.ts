import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_DESIGNAZIONE = [
  'bozza',
  'inviata',
  'da_integrare',
  'accettata',
  'sospesa',
  'respinta',
  'revocata',
  'sostituita',
  'decaduta',
  'cessata',
] as const;
export type StatoDesignazione = (typeof STATI_DESIGNAZIONE)[number];

/** Why the office ends a seat for which nobody is to blame. */
export const CAUSE_CESSAZIONE = ['fine_mandato', 'ente_cancellato', 'tavolo_chiuso', 'errore_ufficio'] as const;
export type CausaCessazione = (typeof CAUSE_CESSAZIONE)[number];

/** Why somebody is in a sottogruppo no more, and sits at the tavolo still: they left it, or who leads the tavolo changed who is in it. */
const MOTIVI_FINE_SOTTOGRUPPO = ['uscita', 'composizione'] as const;
/** Why somebody holds a seat no more. */
export const MOTIVI_FINE_MANDATO = [
  'revocata',
  'sostituita',
  'consenso_ritirato',
  'dimissioni',
  'decadenza',
  ...CAUSE_CESSAZIONE,
  ...MOTIVI_FINE_SOTTOGRUPPO,
] as const;
export type MotivoFineMandato = (typeof MOTIVI_FINE_MANDATO)[number];

const DESIGNAZIONE_INSIEMI = {
  bozza: ['da_decidere'],
  inviata: ['da_decidere', 'aspetta', 'in_essere', 'presentata'],
  da_integrare: ['da_decidere', 'aspetta', 'in_essere'],
  accettata: ['in_essere', 'presentata', 'col_posto', 'ereditata'],
  sospesa: ['in_essere', 'presentata', 'col_posto', 'ereditata'],
  respinta: [],
  revocata: ['ereditata'],
  sostituita: ['ereditata'],
  decaduta: ['tolte'],
  cessata: ['tolte'],
} as const satisfies Insiemi<StatoDesignazione>;
/** The tavolo has not said yes or no yet. */
export const DESIGNAZIONI_DA_DECIDERE = inInsieme(DESIGNAZIONE_INSIEMI, 'da_decidere');
/** It was sent, and the tavolo has not said yes or no yet. */
export const DESIGNAZIONI_CHE_ASPETTANO = inInsieme(DESIGNAZIONE_INSIEMI, 'aspetta');
/** It stands: it was sent, and nothing ended it. */
export const DESIGNAZIONI_IN_ESSERE = inInsieme(DESIGNAZIONE_INSIEMI, 'in_essere');
/** It stands as its ente sent it: nobody of those it names is being changed. */
export const DESIGNAZIONI_PRESENTATE = inInsieme(DESIGNAZIONE_INSIEMI, 'presentata');
/** Its ente has the seat, whether or not it may sit in it now: no other of the ente may have the same. */
export const DESIGNAZIONI_COL_POSTO = inInsieme(DESIGNAZIONE_INSIEMI, 'col_posto');
/** What replaces it keeps its veste, whatever the avviso says now. */
export const DESIGNAZIONI_EREDITATE = inInsieme(DESIGNAZIONE_INSIEMI, 'ereditata');
/** The office ended it: what was to replace it is a new one, judged by the avviso. */
export const DESIGNAZIONI_TOLTE = inInsieme(DESIGNAZIONE_INSIEMI, 'tolte');

export const AZIONI_DESIGNAZIONE = [
  'invia',
  'accetta',
  'chiedi_integrazione',
  'reinvia',
  'respingi',
  'revoca',
  'sostituisci',
  'sospendi',
  'riattiva',
  'correggi_veste',
  'cessa',
] as const;
export type AzioneDesignazione = (typeof AZIONI_DESIGNAZIONE)[number];

/**
 * Life of a designazione. `sostituisci` starts a new draft from an accepted designazione: the old one keeps
 * its seats, and becomes `sostituita` in the very transaction that accepts the new one, so that no tavolo is ever left without.
 * What lacks something is sent back (`chiedi_integrazione`) to be completed and sent again (`reinvia`): it keeps its number and the day it came in, and is
 * refused only once its ente had its time. `correggi_veste` moves nothing: it writes in what capacity the ente sits. It becomes `decaduta` by the decision of a procedimento
 * di decadenza, which is a thing of its own.
 */
export const DESIGNAZIONE: TransitionTable<StatoDesignazione, AzioneDesignazione> = {
  invia: { from: ['bozza'], to: 'inviata' },
  accetta: { from: ['inviata'], to: 'accettata' },
  chiedi_integrazione: { from: ['inviata'], to: 'da_integrare', motivata: true },
  reinvia: { from: ['da_integrare'], to: 'inviata' },
  respingi: { from: ['inviata', 'da_integrare'], to: 'respinta', motivata: true },
  revoca: { from: ['inviata', 'da_integrare', 'accettata', 'sospesa'], to: 'revocata', motivata: true },
  sostituisci: { from: ['accettata'], to: 'sostituita' },
  sospendi: { from: ['accettata'], to: 'sospesa', motivata: true },
  riattiva: { from: ['sospesa'], to: 'accettata', motivata: true },
  correggi_veste: { from: ['inviata', 'accettata', 'sospesa'], to: 'accettata' },
  cessa: { from: ['accettata', 'sospesa'], to: 'cessata', motivata: true },
};
