import { conta } from '../kernel/italiano.js';

/** Whether an avviso says at how many of its tavoli an ente may sit: not at all, as an advice, as a limit. */
export const VINCOLI_TAVOLI = ['nessuno', 'consigliato', 'vincolante'] as const;
export type VincoloTavoli = (typeof VINCOLI_TAVOLI)[number];

export interface LimiteTavoli {
  readonly tavoliVincolo: VincoloTavoli;
  readonly tavoliMassimi: number;
}

const tavoli = (n: number): string => conta(n, 'tavolo', 'tavoli');

/** What the avviso says of it, to everybody; null where it says nothing. */
export function limiteInParole({ tavoliVincolo, tavoliMassimi }: LimiteTavoli): string | null {
  if (tavoliVincolo === 'nessuno') return null;
  return tavoliVincolo === 'vincolante'
    ? `Ogni ente può rispondere al massimo per ${tavoli(tavoliMassimi)}.`
    : `Ti consigliamo di rispondere al massimo per ${tavoli(tavoliMassimi)}.`;
}

/**
 * What an ente that has answered for `altri` other tavoli of the avviso, and answers for `nuovi` more, is told.
 * @returns null: within the number, or none is said
 */
export function oltreIlLimite(limite: LimiteTavoli, altri: number, nuovi: number): string | null {
  const { tavoliVincolo, tavoliMassimi } = limite;
  if (tavoliVincolo === 'nessuno' || altri + nuovi <= tavoliMassimi) return null;
  const gia = altri === 0 ? '' : ` Il tuo ente ha già risposto per ${tavoli(altri)}.`;
  return tavoliVincolo === 'vincolante'
    ? `L’avviso ammette al massimo ${tavoli(tavoliMassimi)} per ente.${gia}`
    : `L’avviso consiglia al massimo ${tavoli(tavoliMassimi)} per ente: con questa risposta sono ${altri + nuovi}. Puoi inviare lo stesso.`;
}
