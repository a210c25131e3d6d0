import {
  CORREZIONE,
  isAllowed,
  VERBALE,
  VISIBILITY,
  type AzioneCorrezione,
  type AzioneVerbale,
  type Ruolo,
  type StatoCorrezione,
  type StatoVerbale,
} from '@tavoli/shared';
import { guarded, ruoloDi } from './chi.js';

/** Who may try, and as what the matrix knows them here. */
export const CHI = ['referente', 'coordinatore', 'ufficio', 'membro', 'altroReferente', 'pubblico'] as const;
export type Chi = (typeof CHI)[number];

export interface Verbale {
  readonly id: string;
  readonly sezione: { readonly id: string; version: number; testo: string };
  readonly correzioni: { readonly id: string; stato: StatoCorrezione }[];
  readonly rettifica: string | null;
  stato: StatoVerbale;
  version: number;
  /** Given at the first approval, and kept. */
  numero: number | null;
  /** What it said when it was published. */
  pubblicato: string | null;
}

/** All that the state tables, the matrix and the rules make of the verbali of one tavolo. */
export interface Model {
  readonly verbali: Verbale[];
  atti: number;
  salvataggi: number;
}

const seen = (v: Verbale): readonly Ruolo[] => VISIBILITY.verbale[v.stato];

export interface Tentativo {
  readonly fresh: boolean;
  readonly motivo: boolean;
}

export function foreseePasso(v: Verbale, chi: Chi, azione: AzioneVerbale, { fresh, motivo }: Tentativo): number {
  const refused = guarded(ruoloDi(chi), `verbale.${azione}`, seen(v));
  if (refused !== null) return refused;
  if (VERBALE[azione].motivata && !motivo) return 400;
  if (azione === 'approva' && v.correzioni.some(c => c.stato === 'proposta')) return 409;
  // The time for corrections is never over in this story: approving ahead of it demands a reason.
  if (azione === 'approva' && v.stato === 'in_revisione' && !motivo) return 409;
  if (!fresh) return 412;
  if (!isAllowed(VERBALE, azione, v.stato)) return 409;
  return azione === 'pubblica' && v.sezione.testo === '' ? 422 : 200;
}

export function foreseeSalva(v: Verbale, chi: Chi, fresh: boolean): number {
  const refused = guarded(ruoloDi(chi), 'verbale.scrivi', seen(v));
  if (refused !== null) return refused;
  if (v.stato !== 'bozza') return 409;
  return fresh ? 200 : 412;
}

export function foreseeProponi(v: Verbale, chi: Chi): number {
  const refused = guarded(ruoloDi(chi), 'verbale.proponi', seen(v));
  if (refused !== null) return refused;
  return v.stato === 'in_revisione' ? 201 : 409;
}

export function foreseeDecidi(v: Verbale, chi: Chi, quale: number, azione: AzioneCorrezione, motivo: boolean): number {
  const refused = guarded(ruoloDi(chi), 'correzione.accogli', seen(v));
  if (refused !== null) return refused;
  const c = v.correzioni[quale];
  if (CORREZIONE[azione].motivata && !motivo) return 400;
  if (c === undefined) return 404;
  return v.stato === 'in_revisione' && isAllowed(CORREZIONE, azione, c.stato) ? 200 : 409;
}

export function foreseeRettifica(m: Model, v: Verbale, chi: Chi): number {
  const refused = guarded(ruoloDi(chi), 'verbale.rettifica', seen(v));
  if (refused !== null) return refused;
  return v.stato !== 'pubblicato' || m.verbali.some(o => o.rettifica === v.id) ? 409 : 201;
}

/** What a step that was taken leaves. */
export function advance(m: Model, v: Verbale, azione: AzioneVerbale): void {
  v.stato = VERBALE[azione].to;
  v.version += 1;
  if (azione === 'approva') v.numero ??= 1 + Math.max(0, ...m.verbali.map(o => o.numero ?? 0));
  if (azione === 'pubblica') v.pubblicato = v.sezione.testo;
  m.atti += 1;
}
