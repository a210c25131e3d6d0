import { FASE, isAllowed, PERMISSIONS, VISIBILITY, type AzioneFase, type Permission, type Ruolo, type StatoFase } from '@tavoli/shared';

/** Who may try, and as what the matrix knows them here. */
export const CHI = ['coordinatore', 'ufficio', 'referente', 'operatore', 'pubblico'] as const;
export type Chi = (typeof CHI)[number];
const RUOLO: Readonly<Record<Chi, Ruolo>> = {
  coordinatore: 'coordinatore',
  ufficio: 'ufficio_di_piano',
  referente: 'referente',
  operatore: 'operatore',
  pubblico: 'pubblico',
};

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

/** What the guards say: null where they let through. */
function guarded(chi: Chi, permission: Permission, visible: readonly Ruolo[]): number | null {
  if (chi === 'pubblico') return 401;
  // Here the operatore holds no role at the place: a phase is of no ente.
  const ruolo = chi === 'operatore' || chi === 'referente' ? 'cittadino' : RUOLO[chi];
  if (!visible.includes(ruolo) && !visible.includes('pubblico')) return 404;
  return PERMISSIONS[permission].includes(ruolo) ? null : 403;
}

const seen = (f: FaseModello): readonly Ruolo[] => (f.eliminata ? [] : VISIBILITY.fase[f.stato]);

export function foreseeCrea(chi: Chi): number {
  return guarded(chi, 'fase.crea', ['pubblico']) ?? 201;
}

export function foreseePasso(f: FaseModello, chi: Chi, azione: AzioneFase, fresh: boolean, motivo: boolean): number {
  const refused = guarded(chi, `fase.${azione}`, seen(f));
  if (refused !== null) return refused;
  if (FASE[azione].motivata && !motivo) return 400;
  if (!fresh) return 412;
  if (!isAllowed(FASE, azione, f.stato)) return 409;
  return azione === 'concludi' && !motivo && f.atti.length < f.attesi ? 422 : 200;
}

export function foreseeElimina(f: FaseModello, chi: Chi, fresh: boolean): number {
  const refused = guarded(chi, 'fase.elimina', seen(f));
  if (refused !== null) return refused;
  if (!fresh) return 412;
  return f.stato === 'da_avviare' && f.atti.length === 0 ? 204 : 409;
}

export function foreseeAtto(f: FaseModello, chi: Chi): number {
  return guarded(chi, 'atto.crea', seen(f)) ?? 201;
}

export function foreseeTogliAtto(f: FaseModello, atto: AttoModello, chi: Chi): number {
  const refused = guarded(chi, 'atto.elimina', VISIBILITY.atto[atto.pubblico ? 'pubblico' : 'riservato']);
  return refused ?? (f.stato === 'conclusa' ? 409 : 204);
}
