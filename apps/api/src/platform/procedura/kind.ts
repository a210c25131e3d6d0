import type { ProblemCode } from '@tavoli/shared';

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
  /** A JSON list of all the tavoli that it belongs to. */
  readonly tavoli?: string;
  readonly state?: string;
  /** It never changes by a version that somebody saw. */
  readonly unversioned?: true;
  /** The column that the address tells it by; `id` where it is left out. Bodies always name ids. */
  readonly address?: 'slug';
  /** The word that stands before it in the addresses of the site, where it has a page of its own. */
  readonly page?: string;
  /** Things without a place of their own that are part of it, and that a body may name. */
  readonly parts?: readonly Part[];
}

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
    [kind.tavoli, 'tavoli'],
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
