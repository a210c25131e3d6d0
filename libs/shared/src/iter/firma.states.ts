import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_FIRMA = ['da_raccogliere', 'raccolta'] as const;
export type StatoFirma = (typeof STATI_FIRMA)[number];

export const AZIONI_FIRMA = ['firma', 'annulla_firma'] as const;
export type AzioneFirma = (typeof AZIONI_FIRMA)[number];

/** A signatory of the accordo di programma: the signature is recorded with its day and act; a record made by mistake is taken back, with a reason. */
export const FIRMA: TransitionTable<StatoFirma, AzioneFirma> = {
  firma: { from: ['da_raccogliere'], to: 'raccolta' },
  annulla_firma: { from: ['raccolta'], to: 'da_raccogliere', motivata: true },
};
