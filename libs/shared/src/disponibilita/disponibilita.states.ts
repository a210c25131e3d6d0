import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import type { TransitionTable } from '../kernel/state-machine.js';

export const STATI_DISPONIBILITA = ['aperta', 'chiusa'] as const;
export type StatoDisponibilita = (typeof STATI_DISPONIBILITA)[number];

const DISPONIBILITA_INSIEMI = { aperta: ['aperte'], chiusa: [] } as const satisfies Insiemi<StatoDisponibilita>;
/** Nobody has closed it. Answers are taken until its term all the same, and no longer. */
export const DISPONIBILITA_APERTE = inInsieme(DISPONIBILITA_INSIEMI, 'aperte');

export const AZIONI_DISPONIBILITA = ['chiudi'] as const;
export type AzioneDisponibilita = (typeof AZIONI_DISPONIBILITA)[number];

/** Looking for a day of an incontro. After its term it takes no answers by itself; it is closed by who gives it up, or by the draft that is made of it. */
export const DISPONIBILITA: TransitionTable<StatoDisponibilita, AzioneDisponibilita> = {
  chiudi: { from: ['aperta'], to: 'chiusa' },
};

/** What one may say of a day that is proposed. */
export const RISPOSTE_DATA = ['si', 'se_serve', 'no'] as const;
export type RispostaData = (typeof RISPOSTE_DATA)[number];
