import {
  can,
  hasPermission,
  PERMISSIONS,
  rolesIn,
  VISIBILITY,
  type Actor,
  type Permission,
  type Ruolo,
  type VisibleKind,
} from '@tavoli/shared';
import type { ResolvedPlace } from '../commands/context.js';

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
  if (place.kind === 'rappresentante' || place.kind === 'invitato' || place.kind === 'autore' || place.kind === 'conferma') return true; // found by its own secret
  if (isVisibleKind(place.kind)) {
    const table: Record<string, readonly Ruolo[]> = VISIBILITY[place.kind];
    const roles = rolesIn(actor, place);
    return (table[place.stato ?? ''] ?? []).some(ruolo => roles.includes(ruolo));
  }
  const permission = SEEN_BY[place.kind];
  return permission !== undefined && can(actor, permission, place);
}

/** What places a row of a kind: a test on its tavoli, the column of its ente; null where rows of that kind have no such relation. */
interface RowPlace {
  readonly alias: string;
  readonly tavoloIn: ((tavoli: string) => string) | null;
  readonly ente: string | null;
  /** A test on the tavoli where one sits, for rows whose table names the rappresentante. */
  readonly seggiIn: ((tavoli: string) => string) | null;
}

const DEL_TAVOLO = (tavoli: string): string =>
  `EXISTS (SELECT 1 FROM incontro_tavolo nt WHERE nt.ambito_id = v.ambito_id AND nt.incontro_id = v.incontro_id AND nt.tavolo_id = ANY(${tavoli}::uuid[]))`;

const ROWS: Record<VisibleKind, RowPlace> = {
  designazione: { alias: 'd', tavoloIn: tavoli => `d.tavolo_id = ANY(${tavoli}::uuid[])`, ente: 'd.ente_id', seggiIn: null },
  ente: { alias: 'e', tavoloIn: null, ente: 'e.id', seggiIn: null },
  avviso: { alias: 'v', tavoloIn: null, ente: null, seggiIn: null },
  contributo: { alias: 'c', tavoloIn: tavoli => `c.tavolo_id = ANY(${tavoli}::uuid[])`, ente: null, seggiIn: null },
  // A plenaria (no tavolo of its own) is no referente's.
  incontro: {
    alias: 'n',
    tavoloIn: tavoli =>
      `n.tavolo_id IS NOT NULL AND EXISTS (SELECT 1 FROM incontro_tavolo nt WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id AND nt.tavolo_id = ANY(${tavoli}::uuid[]))`,
    ente: null,
    seggiIn: null,
  },
  verbale: {
    alias: 'v',
    tavoloIn: tavoli => `v.tavolo_id IS NOT NULL AND ${DEL_TAVOLO(tavoli)}`,
    ente: null,
    seggiIn: tavoli => DEL_TAVOLO(tavoli),
  },
  piano: { alias: 'p', tavoloIn: null, ente: null, seggiIn: null },
  elaborato: {
    alias: 'l',
    tavoloIn: tavoli => `l.tavolo_id = ANY(${tavoli}::uuid[])`,
    ente: null,
    seggiIn: tavoli => `l.tavolo_id = ANY(${tavoli}::uuid[])`,
  },
  fase: { alias: 'f', tavoloIn: null, ente: null, seggiIn: null },
  atto: { alias: 't', tavoloIn: null, ente: null, seggiIn: null },
  firmatario: { alias: 'f', tavoloIn: null, ente: null, seggiIn: null },
  adesione: { alias: 'd', tavoloIn: null, ente: 'd.ente_id', seggiIn: null },
  osservazione: { alias: 'o', tavoloIn: null, ente: null, seggiIn: null },
};

/** Kinds that several tavoli have together: the referente of each sees no less than the referente of the one that called (a test says so). */
const CONGIUNTI: ReadonlySet<VisibleKind> = new Set(['incontro', 'verbale']);

/**
 * The visibility table as a WHERE condition over the rows of one ambito; pushes its parameters onto `args`.
 * Rows are aliased as `ROWS` says.
 */
export function visibleWhere(kind: VisibleKind, actor: Actor, ambitoId: string, args: unknown[]): string {
  const { alias, tavoloIn, ente, seggiIn } = ROWS[kind];
  const param = (value: unknown) => `$${args.push(value)}`;
  const everywhere = rolesIn(actor, { ambitoId });
  const clauses: string[] = [];
  const states = (roles: readonly Ruolo[]) => statesSeenBy(kind, roles);

  const open = states(everywhere);
  if (open.length > 0) clauses.push(`${alias}.stato = ANY(${param(open)})`);
  const enti = actor.enti.filter(e => e.ambitoId === ambitoId).map(e => e.enteId);
  if (ente && enti.length > 0)
    clauses.push(`(${ente} = ANY(${param(enti)}::uuid[]) AND ${alias}.stato = ANY(${param(states(['operatore']))}))`);
  const tavoli = actor.incarichi.filter(i => i.ambitoId === ambitoId && i.ruolo === 'referente').map(i => i.tavoloId);
  if (tavoloIn && tavoli.length > 0)
    clauses.push(
      `(${tavoloIn(param(tavoli))} AND ${alias}.stato = ANY(${param(states(CONGIUNTI.has(kind) ? ['referente_congiunto'] : ['referente']))}))`,
    );
  const seggi = actor.tavoli.filter(t => t.ambitoId === ambitoId).map(t => t.tavoloId);
  if (seggiIn && seggi.length > 0)
    clauses.push(`(${seggiIn(param(seggi))} AND ${alias}.stato = ANY(${param(states(['rappresentante']))}))`);
  return clauses.length > 0 ? `(${clauses.join(' OR ')})` : 'false';
}

/**
 * Of the rows that `actor` may see, those at whose place they hold `permission`: for who reads a thing whole, where the public reads its twin.
 * Pushes its parameters onto `args`; rows are aliased as for `visibleWhere`.
 */
export function readsWhere(kind: VisibleKind, permission: Permission, actor: Actor, ambitoId: string, args: unknown[]): string {
  if (hasPermission(rolesIn(actor, { ambitoId }), permission)) return visibleWhere(kind, actor, ambitoId, args);
  const { tavoloIn, ente, seggiIn } = ROWS[kind];
  const allowed = PERMISSIONS[permission];
  const param = (value: unknown) => `$${args.push(value)}`;
  const clauses: string[] = [];
  const enti = allowed.includes('operatore') ? actor.enti.filter(e => e.ambitoId === ambitoId).map(e => e.enteId) : [];
  if (ente && enti.length > 0) clauses.push(`${ente} = ANY(${param(enti)}::uuid[])`);
  const tavoli = allowed.includes('referente')
    ? actor.incarichi.filter(i => i.ambitoId === ambitoId && i.ruolo === 'referente').map(i => i.tavoloId)
    : [];
  if (tavoloIn && tavoli.length > 0) clauses.push(tavoloIn(param(tavoli)));
  const seggi = allowed.includes('rappresentante') ? actor.tavoli.filter(t => t.ambitoId === ambitoId).map(t => t.tavoloId) : [];
  const sedute = seggiIn ?? tavoloIn;
  if (sedute && seggi.length > 0) clauses.push(sedute(param(seggi)));
  return clauses.length > 0 ? `((${clauses.map(c => `(${c})`).join(' OR ')}) AND ${visibleWhere(kind, actor, ambitoId, args)})` : 'false';
}

/** The states in which everybody sees a row, as an SQL list. */
export function publicStates(kind: VisibleKind): string {
  const states = statesSeenBy(kind, ['pubblico']);
  return `(${(states.length > 0 ? states : ['']).map(s => `'${s}'`).join(', ')})`;
}

function statesSeenBy(kind: VisibleKind, roles: readonly Ruolo[]): string[] {
  return Object.entries<readonly Ruolo[]>(VISIBILITY[kind])
    .filter(([, seenBy]) => seenBy.some(ruolo => roles.includes(ruolo)))
    .map(([stato]) => stato);
}
