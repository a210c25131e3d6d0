import type { ConteggiView, VoceFiltro } from '@tavoli/shared';
import type { DataSource, EntityManager } from 'typeorm';
import { filtriDi, type Righe, type Tabella } from './tabella.js';

interface Contata {
  readonly filtro: string | null;
  readonly valore: string | null;
  readonly nome: string | null;
  readonly n: number;
}

/**
 * How many rows pass all filters, and for each filter how many would be left by each value that there is, the other filters being what they
 * are. One query, whatever the table.
 * @param righe what may be seen, searched, and not narrowed by any of its filters
 */
export async function conteggiDi<F extends string>(
  db: Pick<DataSource | EntityManager, 'query'>,
  tabella: Tabella<string, F>,
  { where, args }: Righe,
  query: Partial<Record<F, string>>,
): Promise<ConteggiView<F>> {
  const chiavi = Object.keys(tabella.filtri) as F[];
  const params = [...args];
  const scelti = new Map(filtriDi(tabella, query).map(([chiave, valore]) => [chiave, `$${params.push(valore)}`]));
  const passa = (tranne?: F): string =>
    chiavi.flatMap((f, i) => (f !== tranne && scelti.has(f) ? [`v${i} = ${scelti.get(f) ?? ''}`] : [])).join(' AND ') || 'true';
  const colonne = chiavi.map((f, i) => {
    const { valore, nome } = tabella.filtri[f];
    return `(${valore})::text AS v${i}, ${nome === undefined ? 'NULL' : `(${nome})::text`} AS n${i}`;
  });
  const conta = chiavi.map(
    (f, i) =>
      `(SELECT '${f}', v${i}, max(n${i}), count(*)::int FROM righe WHERE v${i} IS NOT NULL AND ${passa(f)} GROUP BY v${i} ORDER BY count(*) DESC, v${i})`,
  );
  const rows = await db.query<Contata[]>(
    `WITH righe AS MATERIALIZED (SELECT ${['1', ...colonne].join(', ')} ${tabella.from} WHERE ${where})
     SELECT NULL::text AS filtro, NULL::text AS valore, NULL::text AS nome, count(*)::int AS n FROM righe WHERE ${passa()}
     ${conta.map(c => `UNION ALL ${c}`).join('\n')}`,
    params,
  );
  return {
    totale: rows.find(r => r.filtro === null)?.n ?? 0,
    filtri: Object.fromEntries(chiavi.map(f => [f, vociDi(rows, f)])) as unknown as ConteggiView<F>['filtri'],
  };
}

const vociDi = (rows: readonly Contata[], filtro: string): VoceFiltro[] =>
  rows.filter(r => r.filtro === filtro && r.valore !== null).map(({ valore, nome, n }) => ({ valore: valore ?? '', nome, n }));
