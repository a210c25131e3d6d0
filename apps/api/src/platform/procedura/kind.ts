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
}

const AMBITO = 'a.id AS "ambitoId", a.slug AS "ambitoSlug"';

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

/** The refusal of what the state of a thing does not allow. */
export const refusalOf = ({ kind }: Kind): ProblemCode => `${kind}.stato` as ProblemCode;
