import type { Ruolo } from './ruoli.js';

/** Who is asking, with every relation they hold at this moment. Built by the API from the session; the web receives its own. */
export interface Actor {
  /** Account id; null for the public. */
  readonly id: string | null;
  readonly nome: string;
  readonly amministratore: boolean;
  readonly incarichi: readonly {
    readonly ruolo: 'coordinatore' | 'ufficio_di_piano' | 'referente';
    readonly ambitoId: string;
    readonly tavoloId: string | null;
  }[];
  readonly enti: readonly { readonly ambitoId: string; readonly enteId: string }[];
  readonly tavoli: readonly { readonly ambitoId: string; readonly tavoloId: string }[];
}

export const PUBBLICO: Actor = { id: null, nome: 'Pubblico', amministratore: false, incarichi: [], enti: [], tavoli: [] };

/** Where something stands. A role counts only if the place names the ambito, tavolo or ente the role is held in. */
export interface Place {
  readonly ambitoId: string | null;
  readonly tavoloId?: string | null;
  readonly enteId?: string | null;
  /** All the tavoli that something common to several belongs to, `tavoloId`, which called it, included. Where `tavoloId` is null it belongs to no referente. */
  readonly tavoli?: readonly string[];
  /** Whoever asks holds the mailed secret that opens it. */
  readonly holder?: boolean;
}

/** The roles `actor` holds at `place`. */
export function rolesIn(actor: Actor, place: Place): Ruolo[] {
  const roles: Ruolo[] = ['pubblico'];
  if (place.holder) roles.push('designato');
  if (actor.id === null) return roles;
  roles.push('cittadino');
  if (actor.amministratore) roles.push('amministratore');
  const { ambitoId, tavoloId, enteId } = place;
  if (ambitoId === null) return roles;
  const tavoli = place.tavoli ?? (tavoloId ? [tavoloId] : []);
  for (const incarico of actor.incarichi) {
    if (incarico.ambitoId !== ambitoId) continue;
    if (incarico.ruolo !== 'referente') roles.push(incarico.ruolo);
    else if (tavoloId && incarico.tavoloId === tavoloId) roles.push('referente');
    else if (tavoloId && incarico.tavoloId !== null && tavoli.includes(incarico.tavoloId)) roles.push('referente_congiunto');
  }
  if (enteId && actor.enti.some(e => e.enteId === enteId && e.ambitoId === ambitoId)) roles.push('operatore');
  if (actor.tavoli.some(t => tavoli.includes(t.tavoloId) && t.ambitoId === ambitoId)) roles.push('rappresentante');
  return roles;
}
