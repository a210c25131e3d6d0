import { rolesIn, type Actor, type Place } from './actor.js';
import { PERMISSIONS, type Permission } from './permission-matrix.js';
import type { Ruolo } from './ruoli.js';
import { azioniDa, type TransitionTable } from '../kernel/state-machine.js';

export function hasPermission(roles: readonly Ruolo[], permission: Permission): boolean {
  return PERMISSIONS[permission].some(ruolo => roles.includes(ruolo));
}

export function can(actor: Actor, permission: Permission, place: Place): boolean {
  return hasPermission(rolesIn(actor, place), permission);
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
