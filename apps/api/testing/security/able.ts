import { PERMISSIONS, type Permission } from '@tavoli/shared';
import type { Cast } from './cast.js';

/** The sessions of those who hold a permission in the cast's ambito; of a permission that names `{azione}`, of all its steps. What is open to all is asked by somebody who may the rest too. */
export function whoMay(permission: string, { people }: Cast): string[] {
  const [kind = ''] = permission.split('{azione}');
  const named = Object.keys(PERMISSIONS).filter(p =>
    permission.endsWith('{azione}') ? p.startsWith(kind) : p === permission,
  ) as Permission[];
  const roles = new Set(named.flatMap(p => PERMISSIONS[p]));
  const usual = [people.coordinatore, people.operatore, people.rappresentante];
  const able = (['coordinatore', 'referente', 'ufficio_di_piano', 'operatore', 'rappresentante', 'amministratore'] as const)
    .filter(role => roles.has(role))
    .map(role => people[role]);
  return (able.length > 0 ? able : usual).flatMap(persona => (persona === undefined ? [] : [persona.token]));
}
