import { inInsieme, type Insiemi } from '../kernel/insiemi.js';

/** A mail of the portal: it waits for the server of mails, was taken by it, was refused by it, or nobody tries any more. */
export const STATI_EMAIL = ['in_coda', 'inviata', 'rifiutata', 'fallita'] as const;
export type StatoEmail = (typeof STATI_EMAIL)[number];

const EMAIL_INSIEMI = {
  in_coda: ['da_spedire'],
  inviata: [],
  rifiutata: ['non_consegnate', 'da_spedire'],
  fallita: ['non_consegnate', 'da_spedire'],
} as const satisfies Insiemi<StatoEmail>;
/** It reached nobody, and can be sent again. */
export const EMAIL_NON_CONSEGNATE = inInsieme(EMAIL_INSIEMI, 'non_consegnate');
/** It may still leave, by itself or sent again. */
export const EMAIL_DA_SPEDIRE = inInsieme(EMAIL_INSIEMI, 'da_spedire');
