import { relazioniDi, rolesIn, type Actor, type Place } from './actor.js';
import { PERMISSIONS } from './permission-matrix.js';
import type { Permission } from './permission.js';
import { ruoliTenuti, UFFICI_DOVE, type Dove, type Ruolo } from './ruoli.js';
import { azioniDa, type TransitionTable } from '../kernel/state-machine.js';

export function hasPermission(roles: readonly Ruolo[], permission: Permission): boolean {
  return PERMISSIONS[permission].some(ruolo => roles.includes(ruolo));
}

export function can(actor: Actor, permission: Permission, place: Place): boolean {
  return hasPermission(rolesIn(actor, place), permission);
}

/** Which roles hold `permission`, of those held at `dove`. */
export const ruoliCon = (permission: Permission, ...dove: readonly Dove[]): Ruolo[] =>
  ruoliTenuti(...dove).filter(ruolo => PERMISSIONS[permission].includes(ruolo));

/** Whether a permission is of who holds a mailed secret, and found by it alone. */
export const colSegreto = (permission: Permission): boolean => ruoliCon(permission, 'segreto').length > 0;

/** Whether a permission asks for no account. */
export const apertoATutti = (permission: Permission): boolean => ruoliCon(permission, 'chiunque').length > 0;

/**
 * The tavoli of an ambito for which `actor` holds `permission` by a role held there (an incarico or a seat); null: all, by a role held over the whole ambito.
 * A permission of whoever has an account is held at no tavolo in particular: ask for one that says what is done there.
 */
export function tavoliDove(actor: Actor, permission: Permission, ambitoId: string): string[] | null {
  const tenute = relazioniDi(actor).filter(r => r.dove === 'installazione' || r.ambitoId === ambitoId);
  const ruoli = ruoliCon(permission);
  const qui = tenute.filter(r => ruoli.includes(r.ruolo));
  if (qui.some(r => r.dove === 'ambito' || r.dove === 'installazione')) return null;
  return [...new Set(qui.flatMap(r => (r.oggettoId !== null && (r.dove === 'tavolo' || r.dove === 'seggio') ? [r.oggettoId] : [])))];
}

/** Whether `actor` holds `permission` somewhere in the ambito: over all of it, or at a tavolo or ente of it. For menus and doors of lists, whose rows ask again. */
export function canSomewhere(actor: Actor, permission: Permission, ambitoId: string): boolean {
  return relazioniDi(actor).some(r => (r.dove === 'installazione' || r.ambitoId === ambitoId) && hasPermission([r.ruolo], permission));
}

/** Whether `actor` holds an office: a role that an office gives or that governs the portal, and that may do something. */
export function haUfficio(actor: Actor): boolean {
  const ufficio = relazioniDi(actor).filter(r => UFFICI_DOVE.includes(r.dove));
  return ufficio.length > 0 && Object.values(PERMISSIONS).some(roles => ufficio.some(r => roles.includes(r.ruolo)));
}

/** What the state allows and the roles allow: the buttons the web shows, and the only steps the API takes. */
export function azioniPermesse<S extends string, A extends string, K extends string>(
  kind: K,
  table: TransitionTable<S, A>,
  stato: S,
  roles: readonly Ruolo[],
): A[] {
  return azioniDa(table, stato).filter(azione => hasPermission(roles, `${kind}.${azione}` as Permission));
}
