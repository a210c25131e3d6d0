import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_CONSENSO = ['in_attesa', 'dato', 'negato', 'ritirato', 'dimesso'] as const;
export type StatoConsenso = (typeof STATI_CONSENSO)[number];

const CONSENSO_INSIEMI = {
  in_attesa: ['senza_rifiuto'],
  dato: ['senza_rifiuto', 'dati_un_giorno'],
  negato: [],
  ritirato: ['dati_un_giorno'],
  dimesso: ['dati_un_giorno'],
} as const satisfies Insiemi<StatoConsenso>;
/** They said yes, or nothing yet. */
export const CONSENSI_SENZA_RIFIUTO = inInsieme(CONSENSO_INSIEMI, 'senza_rifiuto');
/** They said yes once: the address is theirs. */
export const CONSENSI_DATI_UN_GIORNO = inInsieme(CONSENSO_INSIEMI, 'dati_un_giorno');

export const AZIONI_CONSENSO = ['acconsenti', 'rifiuta', 'ritira', 'dimettiti'] as const;
export type AzioneConsenso = (typeof AZIONI_CONSENSO)[number];

/**
 * What a designated person may answer from the mailed link. No reason is ever asked of them. Who resigns (`dimettiti`) leaves the seat; who withdraws
 * (`ritira`) does not want to be named: told apart, because the ente is asked for another person only by the first.
 */
export const CONSENSO: TransitionTable<StatoConsenso, AzioneConsenso> = {
  acconsenti: { from: ['in_attesa'], to: 'dato' },
  rifiuta: { from: ['in_attesa'], to: 'negato' },
  ritira: { from: ['dato'], to: 'ritirato' },
  dimettiti: { from: ['dato'], to: 'dimesso' },
};
