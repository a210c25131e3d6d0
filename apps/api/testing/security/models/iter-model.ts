import { FASE, isAllowed, VISIBILITY, type AzioneFase, type Ruolo, type StatoFase } from '@tavoli/shared';
import { guarded, ruoloDi } from './chi.js';

/** Who may try, and as what the matrix knows them here. */
export const CHI = ['coordinatore', 'ufficio', 'referente', 'operatore', 'pubblico'] as const;
export type Chi = (typeof CHI)[number];
/** A phase is of no tavolo and of no ente. */
const ruolo = (chi: Chi): Ruolo => ruoloDi(chi, ['operatore', 'referente']);

export interface AttoModello {
  readonly id: string;
  readonly pubblico: boolean;
}
export interface FaseModello {
  readonly id: string;
  /** How many acts, all of one kind, are foreseen to come out. */
  readonly attesi: number;
  readonly atti: AttoModello[];
  stato: StatoFase;
  version: number;
  eliminata: boolean;
}

/** All that the state table, the matrix and the rules make of the phases of one iter. */
export interface Model {
  readonly fasi: FaseModello[];
  /** Acts in the registro. */
  registro: number;
}

const seen = (f: FaseModello): readonly Ruolo[] => (f.eliminata ? [] : VISIBILITY.fase[f.stato]);

export function foreseeCrea(chi: Chi): number {
  return guarded(ruolo(chi), 'fase.crea', ['pubblico']) ?? 201;
}

export function foreseePasso(f: FaseModello, chi: Chi, azione: AzioneFase, fresh: boolean, motivo: boolean): number {
  const refused = guarded(ruolo(chi), `fase.${azione}`, seen(f));
  if (refused !== null) return refused;
  if (FASE[azione].motivata && !motivo) return 400;
  if (!fresh) return 412;
  if (!isAllowed(FASE, azione, f.stato)) return 409;
  return azione === 'concludi' && !motivo && f.atti.length < f.attesi ? 422 : 200;
}

export function foreseeElimina(f: FaseModello, chi: Chi, fresh: boolean): number {
  const refused = guarded(ruolo(chi), 'fase.elimina', seen(f));
  if (refused !== null) return refused;
  if (!fresh) return 412;
  return f.stato === 'da_avviare' && f.atti.length === 0 ? 204 : 409;
}

export function foreseeAtto(f: FaseModello, chi: Chi): number {
  return guarded(ruolo(chi), 'atto.crea', seen(f)) ?? 201;
}

export function foreseeTogliAtto(f: FaseModello, atto: AttoModello, chi: Chi): number {
  const refused = guarded(ruolo(chi), 'atto.elimina', VISIBILITY.atto[atto.pubblico ? 'pubblico' : 'riservato']);
  return refused ?? (f.stato === 'conclusa' ? 409 : 204);
}
