import type { RegistroFiltri } from '@tavoli/shared';
import { iso } from '../platform/http/json-view.js';
import type { Kind } from '../platform/procedura/kind.js';

/** Words of a search as PostgreSQL asks for them: each a beginning of a word. Empty: nothing to look for. */
export const cercate = (q: string): string => (q.match(/[\p{L}\p{N}]+/gu) ?? []).map(parola => `${parola}:*`).join(' & ');

/** Where the rows of a kind are told to belong: at an ente, a tavolo, an incontro. */
const LUOGHI = ['ente', 'tavolo', 'incontro'] as const;
type Luogo = (typeof LUOGHI)[number];

/** SELECT of the ids of all that stands at such a place, as the kinds declare; `id` is its parameter. */
function cose(kinds: readonly Kind[], luogo: Luogo, id: string): string {
  return kinds
    .flatMap(({ table, tavoli, ...kind }) => {
      const colonna = kind[luogo];
      const insieme =
        luogo === 'tavolo' && tavoli !== undefined ? ` OR EXISTS (SELECT 1 FROM (${tavoli}) tt (id) WHERE tt.id = ${id}::uuid)` : '';
      return colonna === undefined ? [] : [`SELECT x.id FROM ${table} x WHERE x.ambito_id = $1 AND (${colonna} = ${id}::uuid${insieme})`];
    })
    .join(' UNION ALL ');
}

/** The filters as a WHERE over `r` (acts) and `d` (details) in the ambito $1; pushes its parameters onto `args`. */
export function filtro(kinds: readonly Kind[], f: RegistroFiltri, args: unknown[]): string {
  const p = (value: unknown): string => `$${args.push(value)}`;
  const parole = cercate(f.q ?? '');
  const se = (value: string | undefined, sql: (param: string) => string): string[] => (value === undefined ? [] : [sql(p(value))]);
  return [
    'r.ambito_id = $1',
    ...se(f.tipo, v => `r.oggetto_tipo = ${v}`),
    ...se(f.azione, v => `r.azione = ${v}`),
    ...se(f.persona, v => `r.attore = ${v}::uuid`),
    ...se(f.oggetto, v => `r.oggetto_id = ${v}::uuid`),
    ...LUOGHI.flatMap(luogo => se(f[luogo], v => `r.oggetto_id IN (${cose(kinds, luogo, v)})`)),
    ...se(f.dal, v => `r.at >= ${v}::date::timestamp AT TIME ZONE 'Europe/Rome'`),
    ...se(f.al, v => `r.at < (${v}::date + 1)::timestamp AT TIME ZONE 'Europe/Rome'`),
    ...(parole === '' ? [] : [`jsonb_to_tsvector('simple', d.contenuto, '["string"]') @@ to_tsquery('simple', ${p(parole)})`]),
  ].join(' AND ');
}

/** Acts before the number `prima` (null: from the latest), latest first. */
export const attiSql = (where: string, prima: string, limite: string): string =>
  `SELECT r.seq::int AS numero, ${iso('r.at')} AS at, r.azione, r.oggetto_tipo AS "oggettoTipo", r.oggetto_id AS "oggettoId", r.attore AS "attoreId",
     d.contenuto, encode(r.hash, 'hex') AS impronta
   FROM registro r LEFT JOIN registro_dettaglio d ON d.ambito_id = r.ambito_id AND d.seq = r.seq
   WHERE ${where} AND (${prima}::bigint IS NULL OR r.seq < ${prima}::bigint) ORDER BY r.seq DESC LIMIT ${limite}`;
