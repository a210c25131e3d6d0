import {
  can,
  congiuntoDi,
  hasPermission,
  PERMISSIONS,
  PUBBLICO,
  relazioniDi,
  rolesIn,
  VISIBILITY,
  type Actor,
  type Dove,
  type Permission,
  type Ruolo,
  type VisibleKind,
} from '@tavoli/shared';
import type { ResolvedPlace } from '../commands/context.js';
import { fra } from '../database/fra.js';
import type { Kind, Seen } from '../procedura/kind.js';

/** Whether `actor` may know that the thing of that kind at `place` exists. False means 404. */
export function canSee({ kind, seenBy }: Kind, actor: Actor, place: ResolvedPlace): boolean {
  if (place.holder) return true; // found by its own secret
  if (seenBy !== undefined) return can(actor, seenBy, place);
  const table: Readonly<Record<string, readonly Ruolo[]>> = kind in VISIBILITY ? VISIBILITY[kind as VisibleKind] : {};
  const roles = rolesIn(actor, place);
  return (table[place.stato ?? ''] ?? []).some(ruolo => roles.includes(ruolo));
}

/** A role held at tavoli, enti or incontri of the ambito, with the test that a row is of one of those; it counts there as `come`. */
interface Tenuta {
  readonly come: Ruolo;
  readonly oggetti: readonly string[];
  readonly test: (ids: string) => string;
}

/** Where the rows of a kind are those of a role of the actor: by role, with all that it is held at. Over the whole ambito is another matter (`rolesIn`). */
function tenute(kind: Seen, actor: Actor, ambitoId: string): Tenuta[] {
  const qui = relazioniDi(actor).filter(r => r.ambitoId === ambitoId && r.oggettoId !== null);
  const perRuolo = Map.groupBy(qui, r => r.ruolo);
  return [...perRuolo].flatMap(([ruolo, relazioni]) => {
    const oggetti = relazioni.flatMap(r => r.oggettoId ?? []);
    const dove = relazioni[0]?.dove;
    return dove === undefined ? [] : testsOf(kind, dove, ruolo).map(([come, test]) => ({ come, oggetti, test }));
  });
}

function testsOf(kind: Seen, dove: Dove, ruolo: Ruolo): (readonly [Ruolo, Tenuta['test']])[] {
  const { alias, tavolo, ente, incontro, tavoli } = kind;
  const ofRow = (sql: string): string => sql.replaceAll(/\bx\./g, `${alias}.`);
  const among = (sql: string) => (ids: string) => `${ofRow(sql)} = ANY(${ids}::uuid[])`;
  const together = (ids: string) => `EXISTS (SELECT 1 FROM (${ofRow(tavoli ?? '')}) tt (id) WHERE tt.id = ANY(${ids}::uuid[]))`;
  const column = { tavolo, ente, incontro, seggio: tavolo }[dove as 'tavolo' | 'ente' | 'incontro' | 'seggio'];
  if (column === undefined) return [];
  if (tavoli === undefined || (dove !== 'tavolo' && dove !== 'seggio')) return [[ruolo, among(column)]];
  if (dove === 'seggio') return [[ruolo, together]];
  // What no tavolo called is no referente's.
  const congiunto = congiuntoDi(ruolo);
  return [
    [ruolo, among(column)],
    ...(congiunto === null ? [] : [[congiunto, (ids: string) => `${ofRow(column)} IS NOT NULL AND ${together(ids)}`] as const]),
  ];
}

/**
 * The visibility table as a WHERE condition over the rows of one ambito; pushes its parameters onto `args`.
 * Rows are aliased as the kind says.
 */
export function visibleWhere(kind: Seen, actor: Actor, ambitoId: string, args: unknown[]): string {
  const { alias } = kind;
  const param = (value: unknown) => `$${args.push(value)}`;
  const open = statesSeenBy(kind.kind, rolesIn(actor, { ambitoId }));
  const clauses = open.length > 0 ? [`${alias}.stato = ANY(${param(open)})`] : [];
  for (const { come, oggetti, test } of tenute(kind, actor, ambitoId)) {
    const states = statesSeenBy(kind.kind, [come]);
    if (states.length > 0) clauses.push(`(${test(param(oggetti))} AND ${alias}.stato = ANY(${param(states)}))`);
  }
  return clauses.length > 0 ? `(${clauses.join(' OR ')})` : 'false';
}

/**
 * Of the rows that `actor` may see, those at whose place they hold `permission`: for who reads a thing whole, where the public reads its twin.
 * Pushes its parameters onto `args`; rows are aliased as for `visibleWhere`.
 */
export function readsWhere(kind: Seen, permission: Permission, actor: Actor, ambitoId: string, args: unknown[]): string {
  if (hasPermission(rolesIn(actor, { ambitoId }), permission)) return visibleWhere(kind, actor, ambitoId, args);
  const allowed = PERMISSIONS[permission];
  const clauses = tenute(kind, actor, ambitoId)
    .filter(({ come }) => allowed.includes(come))
    .map(({ oggetti, test }) => `(${test(`$${args.push(oggetti)}`)})`);
  return clauses.length > 0 ? `((${clauses.join(' OR ')}) AND ${visibleWhere(kind, actor, ambitoId, args)})` : 'false';
}

/** The states in which everybody sees a row, as an SQL list. */
export function publicStates(kind: VisibleKind): string {
  return fra(statesSeenBy(kind, rolesIn(PUBBLICO, { ambitoId: null })));
}

function statesSeenBy(kind: VisibleKind, roles: readonly Ruolo[]): string[] {
  return Object.entries<readonly Ruolo[]>(VISIBILITY[kind])
    .filter(([, seenBy]) => seenBy.some(ruolo => roles.includes(ruolo)))
    .map(([stato]) => stato);
}
