import type { Pagina, VersoOrdine } from '@tavoli/shared';
import type { DataSource, EntityManager } from 'typeorm';
import { leggiCursore, scriviCursore, type FormaCursore } from './cursore.js';

/** One thing that a table may be ordered by. */
export interface Ordine {
  /** SQL over a row: never null, or a page could not go on after it. */
  readonly sql: string;
  readonly forma: Exclude<FormaCursore, 'id'>;
}

/** Columns that are compared as PostgreSQL compares them, and come back as it writes them. */
const TIPO = { numero: 'int', istante: 'timestamptz', testo: 'text' } as const;

/** As many characters of a text as a list is ordered by: names that begin with the same ones stand by their id. */
const INIZIO = 60;
/** Words in the order of the dictionary, whatever their capitals. */
export const perParole = (sql: string): Ordine => ({ sql: `left(lower(coalesce(${sql}, '')), ${INIZIO})`, forma: 'testo' });
/** Instants; those that are not there come last, going up. */
export const perIstante = (sql: string): Ordine => ({ sql: `coalesce(${sql}, 'infinity'::timestamptz)`, forma: 'istante' });
/** States in the order of their life, and not of their letters. */
export const perStato = (sql: string, stati: readonly string[]): Ordine => ({
  sql: `coalesce(array_position(ARRAY[${stati.map(s => `'${s}'`).join(', ')}], ${sql}::text), 0)`,
  forma: 'numero',
});

/**
 * **A list of the API that is a table**: where its rows come from, what they may be ordered by, what they may be narrowed by. Keys are those
 * of its query (`tabellaQuery`), and become SQL here and nowhere else.
 */
export interface Tabella<O extends string = string, F extends string = string> {
  /** `FROM ente e`. */
  readonly from: string;
  /** The id of a row: where two are equal, it decides. */
  readonly id: string;
  readonly ordini: Readonly<Record<O, Ordine>>;
  /** How the list stands when nobody has chosen. */
  readonly predefinito: { readonly ordina: NoInfer<O>; readonly verso: VersoOrdine };
  /** By the name of its filter: what a row has (null: it counts for no value), and how that is called where the portal has no words for it. */
  readonly filtri: Readonly<Record<F, { readonly valore: string; readonly nome?: string }>>;
}

/** What is read: rows that pass `where`, whose parameters are `args`. */
export interface Righe {
  readonly where: string;
  readonly args: readonly unknown[];
}

/** Words to look for anywhere in a text, as a pattern of ILIKE; null where there are none. */
export function cercata(q: string | undefined): string | null {
  const parole = q?.replaceAll('\0', '').trim() ?? '';
  return parole === '' ? null : `%${parole.replace(/[\\%_]/g, '\\$&')}%`;
}

export interface QueryTabella<O extends string> {
  readonly ordina?: O;
  readonly verso?: VersoOrdine;
  readonly cursor?: string;
  readonly limit: number;
}

type Db = Pick<DataSource | EntityManager, 'query'>;

/** The filters of a query, by those its table has. */
export function filtriDi<F extends string>({ filtri }: Tabella<string, F>, query: Partial<Record<F, string>>): [F, string][] {
  return (Object.keys(filtri) as F[]).flatMap(chiave => {
    const valore = query[chiave];
    return valore === undefined ? [] : [[chiave, valore] as [F, string]];
  });
}

/** `righe` narrowed by the filters of the query. */
export function strette<F extends string>(tabella: Tabella<string, F>, righe: Righe, query: Partial<Record<F, string>>): Righe {
  const args = [...righe.args];
  const clauses = filtriDi(tabella, query).map(([chiave, valore]) => `(${tabella.filtri[chiave].valore})::text = $${args.push(valore)}`);
  return { where: [righe.where, ...clauses].join(' AND '), args };
}

/** One page of a table, in the order that was asked for: one query. @throws ProblemError 400 on a cursor that we did not make */
export async function paginaDi<R extends { readonly id: string }, O extends string>(
  db: Db,
  tabella: Tabella<O>,
  colonne: string,
  righe: Righe,
  query: QueryTabella<O>,
): Promise<Pagina<R>> {
  const pagina = await righeDi<R, O>(db, tabella, colonne, righe, { ...query, limit: query.limit + 1 });
  const ultima = pagina[query.limit - 1];
  return {
    items: pagina.slice(0, query.limit).map(r => r.riga),
    limit: query.limit,
    nextCursor: pagina.length > query.limit && ultima ? ultima.cursore : null,
  };
}

/** All rows, `a` at a time, in constant memory: for a file. */
export async function* tutteDi<R extends { readonly id: string }, O extends string>(
  db: Db,
  tabella: Tabella<O>,
  colonne: string,
  righe: Righe,
  query: Pick<QueryTabella<O>, 'ordina' | 'verso'>,
  a = 1000,
): AsyncGenerator<R> {
  let cursor: string | undefined;
  for (;;) {
    const pagina: Riga<R>[] = await righeDi<R, O>(db, tabella, colonne, righe, { ...query, cursor, limit: a });
    for (const { riga } of pagina) yield riga;
    cursor = pagina.at(-1)?.cursore;
    if (pagina.length < a) return;
  }
}

interface Riga<R> {
  readonly riga: R;
  readonly cursore: string;
}

async function righeDi<R extends { readonly id: string }, O extends string>(
  db: Db,
  tabella: Tabella<O>,
  colonne: string,
  { where, args }: Righe,
  query: QueryTabella<O>,
): Promise<Riga<R>[]> {
  const { sql, forma } = tabella.ordini[query.ordina ?? tabella.predefinito.ordina];
  const verso = query.ordina === undefined ? tabella.predefinito.verso : (query.verso ?? 'asc');
  const params = [...args];
  const dopo = leggiCursore(query.cursor, [forma, 'id']);
  const oltre = dopo
    ? ` AND (${sql}, ${tabella.id}) ${verso === 'asc' ? '>' : '<'} ($${params.push(dopo[0])}::${TIPO[forma]}, $${params.push(dopo[1])}::uuid)`
    : '';
  const rows = await db.query<(R & { cursoreDi: string | number })[]>(
    `SELECT ${colonne}, ${forma === 'numero' ? sql : `(${sql})::text`} AS "cursoreDi" ${tabella.from}
     WHERE ${where}${oltre} ORDER BY ${sql} ${verso}, ${tabella.id} ${verso} LIMIT ${query.limit}`,
    params,
  );
  return rows.map(({ cursoreDi, ...riga }) => ({ riga: riga as unknown as R, cursore: scriviCursore([cursoreDi, riga.id]) }));
}
