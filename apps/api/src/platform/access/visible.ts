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

/** For kinds that have no states: the permission whose holders know that the thing exists. */
const SEEN_BY: Readonly<Record<string, Permission>> = {
  ambito: 'ambito.vedi',
  tavolo: 'tavolo.vedi',
  incarico: 'incarico.elenca',
  email: 'email.elenca',
};

function isVisibleKind(kind: string): kind is VisibleKind {
  return kind in VISIBILITY;
}

/** Whether `actor` may know that the thing at `place` exists. False means 404. */
export function canSee(actor: Actor, place: ResolvedPlace): boolean {
  if (place.holder) return true; // found by its own secret
  if (isVisibleKind(place.kind)) {
    const table: Record<string, readonly Ruolo[]> = VISIBILITY[place.kind];
    const roles = rolesIn(actor, place);
    return (table[place.stato ?? ''] ?? []).some(ruolo => roles.includes(ruolo));
  }
  const permission = SEEN_BY[place.kind];
  return permission !== undefined && can(actor, permission, place);
}

/** What places a row of a kind: the columns of its tavolo, ente and incontro, and tests on all its tavoli; null where rows of that kind have no such relation. */
interface RowPlace {
  readonly alias: string;
  /** Its own tavolo: the one it is of, or that called it. */
  readonly tavolo?: string;
  readonly ente?: string;
  readonly incontro?: string;
  /** That one of these tavoli is among those that have it together; of what has no tavolo of its own, none. */
  readonly insieme?: (tavoli: string) => string;
  /** A test on the tavoli where one sits, where it is not that of the own tavolo. */
  readonly seggi?: (tavoli: string) => string;
}

const traI = (column: string) => (ids: string) => `${column} = ANY(${ids}::uuid[])`;
const deiTavoli = (ambito: string, incontro: string) => (tavoli: string) =>
  `EXISTS (SELECT 1 FROM incontro_tavolo nt WHERE nt.ambito_id = ${ambito} AND nt.incontro_id = ${incontro} AND nt.tavolo_id = ANY(${tavoli}::uuid[]))`;
const DELL_INCONTRO = deiTavoli('n.ambito_id', 'n.id');
const DEL_VERBALE = deiTavoli('v.ambito_id', 'v.incontro_id');

const ROWS: Record<VisibleKind, RowPlace> = {
  designazione: { alias: 'd', tavolo: 'd.tavolo_id', ente: 'd.ente_id' },
  ente: { alias: 'e', ente: 'e.id' },
  avviso: { alias: 'v' },
  contributo: { alias: 'c', tavolo: 'c.tavolo_id' },
  // A plenaria (no tavolo of its own) is no referente's.
  incontro: {
    alias: 'n',
    tavolo: 'n.tavolo_id',
    incontro: 'n.id',
    insieme: tavoli => `n.tavolo_id IS NOT NULL AND ${DELL_INCONTRO(tavoli)}`,
    seggi: tavoli => `n.tavolo_id IS NOT NULL AND ${DELL_INCONTRO(tavoli)}`,
  },
  verbale: {
    alias: 'v',
    tavolo: 'v.tavolo_id',
    incontro: 'v.incontro_id',
    insieme: tavoli => `v.tavolo_id IS NOT NULL AND ${DEL_VERBALE(tavoli)}`,
    seggi: DEL_VERBALE,
  },
  piano: { alias: 'p' },
  elaborato: { alias: 'l', tavolo: 'l.tavolo_id' },
  fase: { alias: 'f' },
  atto: { alias: 't' },
  firmatario: { alias: 'f' },
  adesione: { alias: 'd', ente: 'd.ente_id' },
  osservazione: { alias: 'o' },
};

/** A role held at tavoli, enti or incontri of the ambito, with the test that a row is of one of those; it counts there as `come`. */
interface Tenuta {
  readonly come: Ruolo;
  readonly oggetti: readonly string[];
  readonly test: (ids: string) => string;
}

/** Where the rows of a kind are those of a role of the actor: by role, with all that it is held at. Over the whole ambito is another matter (`rolesIn`). */
function tenute(kind: VisibleKind, actor: Actor, ambitoId: string): Tenuta[] {
  const qui = relazioniDi(actor).filter(r => r.ambitoId === ambitoId && r.oggettoId !== null);
  const perRuolo = Map.groupBy(qui, r => r.ruolo);
  return [...perRuolo].flatMap(([ruolo, relazioni]) => {
    const oggetti = relazioni.flatMap(r => r.oggettoId ?? []);
    const dove = relazioni[0]?.dove;
    return dove === undefined ? [] : testsOf(ROWS[kind], dove, ruolo).map(([come, test]) => ({ come, oggetti, test }));
  });
}

function testsOf({ tavolo, ente, incontro, insieme, seggi }: RowPlace, dove: Dove, ruolo: Ruolo): (readonly [Ruolo, Tenuta['test']])[] {
  const column = { tavolo, ente, incontro, seggio: tavolo }[dove as 'tavolo' | 'ente' | 'incontro' | 'seggio'];
  if (column === undefined) return [];
  if (dove === 'seggio' && seggi !== undefined) return [[ruolo, seggi]];
  const congiunto = dove === 'tavolo' && insieme !== undefined ? congiuntoDi(ruolo) : null;
  return [[ruolo, traI(column)], ...(congiunto === null || insieme === undefined ? [] : [[congiunto, insieme] as const])];
}

/**
 * The visibility table as a WHERE condition over the rows of one ambito; pushes its parameters onto `args`.
 * Rows are aliased as `ROWS` says.
 */
export function visibleWhere(kind: VisibleKind, actor: Actor, ambitoId: string, args: unknown[]): string {
  const { alias } = ROWS[kind];
  const param = (value: unknown) => `$${args.push(value)}`;
  const open = statesSeenBy(kind, rolesIn(actor, { ambitoId }));
  const clauses = open.length > 0 ? [`${alias}.stato = ANY(${param(open)})`] : [];
  for (const { come, oggetti, test } of tenute(kind, actor, ambitoId)) {
    const states = statesSeenBy(kind, [come]);
    if (states.length > 0) clauses.push(`(${test(param(oggetti))} AND ${alias}.stato = ANY(${param(states)}))`);
  }
  return clauses.length > 0 ? `(${clauses.join(' OR ')})` : 'false';
}

/**
 * Of the rows that `actor` may see, those at whose place they hold `permission`: for who reads a thing whole, where the public reads its twin.
 * Pushes its parameters onto `args`; rows are aliased as for `visibleWhere`.
 */
export function readsWhere(kind: VisibleKind, permission: Permission, actor: Actor, ambitoId: string, args: unknown[]): string {
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
