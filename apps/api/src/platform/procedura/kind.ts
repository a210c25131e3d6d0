import type { Actor, LiveEvent, Permission, ProblemCode, VisibleKind } from '@tavoli/shared';

/**
 * A kind of thing that addresses, bodies and steps name: which table keeps it, and where each of its rows lives. Declared once, in its
 * feature; `kinds.ts` lists them all, and places, locks, guards and tests are derived from that list.
 */
export interface Kind {
  /** As URLs (`:kind`), permissions (`kind.azione`), the register and the state's refusal (`kind.stato`) call it. */
  readonly kind: string;
  readonly table: string;
  /** SQL over a row `x` of the table; what is left out it does not have. */
  readonly tavolo?: string;
  readonly ente?: string;
  readonly incontro?: string;
  /** SELECT of the ids of all the tavoli that have it together; of what is one tavolo's, none. */
  readonly tavoli?: string;
  readonly state?: string;
  /** Where it has no states: the permission whose holders know that it exists. */
  readonly seenBy?: Permission;
  /** It never changes by a version that somebody saw. */
  readonly unversioned?: true;
  /** The column that the address tells it by; `id` where it is left out. Bodies always name ids. */
  readonly address?: 'slug';
  /** Who sits at its tavoli works on it too: its changes are told to them. */
  readonly seated?: true;
  /** Its public page is followed as it changes by whoever may see it, without a session. */
  readonly followed?: true;
  /** What open pages are told has changed, where it is not the kind: the whole that shows it. */
  readonly news?: LiveEvent['tipo'];
  /** The word that stands before it in the addresses of the site, where it has a page of its own. */
  readonly page?: string;
  /** Things without a place of their own that are part of it, and that a body may name. */
  readonly parts?: readonly Part[];
  /** How it, and what is part of it, is called by who may know it: by the word that links, sources, histories and news keep beside the id. */
  readonly names?: Readonly<Record<string, Nome>>;
}

/** A kind whose rows are seen by their state, as `VISIBILITY` says. */
export interface Seen extends Kind {
  readonly kind: VisibleKind;
  /** What queries that ask who may see its rows call one of them. */
  readonly alias: string;
}

/** Who reads, where, and the parameters of the query so far: whatever is asked for them pushes its own. */
export interface Lettore {
  readonly actor: Actor;
  readonly ambitoId: string;
  readonly args: unknown[];
}

/**
 * **How a thing is called by who may know it: what turns an id into words.** Links, sources, histories and news keep kind and id (a test of the schema lets
 * them keep nothing else) and join these rows when somebody reads: a SELECT of the rows that the reader may see, `ambito_id`, `id`, `titolo` (from the public
 * twin; as written only for who may read it whole and before there is a twin), `riferimento` (code, number, day: no words), `pubblico` and `area` (pages within
 * the ambito that the reader may open; null: none), `at`. What the reader may not see has no row.
 */
export type Nome = (lettore: Lettore) => string;

/** What is part of a thing: rows of `table` that name the whole in the column `whole`. */
export interface Part {
  readonly part: string;
  readonly table: string;
  /** `ambito_id`: of the ambito that any thing of it stands in. */
  readonly whole: string;
  /** The column that it is named by; `id` where it is left out. */
  readonly id?: string;
  /** SQL that its row must fulfil to be named. */
  readonly only?: string;
}

/** A mailed secret, and the place that it opens to whoever holds it. */
export interface Secret {
  /** What the place is called. */
  readonly secret: string;
  /** The permissions that are held by it: whole families (`consenso.`), or one (`contributo.conferma`). */
  readonly opens: readonly `${string}.${string}`[];
  /** SELECT of the place by the hash of the secret, $1. */
  readonly sql: string;
  /** Parts that its holder may name: SQL of the ids among $3, where $1 is the ambito and $2 the place. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** Columns of the place that every SELECT of one has. `a`: the ambito. */
export const AMBITO = 'a.id AS "ambitoId", a.slug AS "ambitoSlug"';

/** SELECT of the place of things of a kind in the ambito whose slug is $1; `which` is the test on the row `x`. */
export function placeSql(kind: Kind, which: string): string {
  const columns = [
    [kind.tavolo, 'tavoloId'],
    [kind.ente, 'enteId'],
    [kind.incontro, 'incontroId'],
    [kind.tavoli && `(SELECT coalesce(jsonb_agg(tt.id), '[]') FROM (${kind.tavoli}) tt (id))`, 'tavoli'],
    [kind.state, 'stato'],
    [kind.unversioned ? undefined : 'x.version', 'version'],
  ].flatMap(([sql, name]) => (sql === undefined ? [] : [`, ${sql} AS "${name}"`]));
  return `SELECT ${AMBITO}, x.id${columns.join('')} FROM ambito a JOIN ${kind.table} x ON x.ambito_id = a.id AND ${which} WHERE a.slug = $1`;
}

/** SELECT of the ids among $3 that are such parts of the thing $2 in the ambito $1. */
export const partSql = ({ table, whole, id = 'id', only = 'true' }: Part): string =>
  `SELECT ${id} AS id FROM ${table} WHERE ambito_id = $1 AND ${whole === 'ambito_id' ? '$2::uuid IS NOT NULL' : `${whole} = $2::uuid`} AND ${id} = ANY($3::uuid[]) AND ${only}`;

/** SELECT of the ids among $2 that are such parts of whatever thing in the ambito $1, each with that of its whole. */
export const wholeSql = ({ table, whole, id = 'id', only = 'true' }: Part): string =>
  `SELECT ${id} AS id, ${whole} AS di FROM ${table} WHERE ambito_id = $1 AND ${id} = ANY($2::uuid[]) AND ${only}`;

/** The refusal of what the state of a thing does not allow. */
export const refusalOf = ({ kind }: Kind): ProblemCode => `${kind}.stato` as ProblemCode;
