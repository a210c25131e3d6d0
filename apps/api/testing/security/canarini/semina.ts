import type { DataSource } from 'typeorm';
import { PAROLE, type Parole } from './testi.js';

/** A word that stands nowhere else, put in one cell of the database. */
export interface Canarino {
  readonly parola: string;
  readonly colonna: string;
  readonly riga: string;
  /** The thing whose words they are. */
  readonly di: string;
  readonly parole: Parole;
}

/** No hyphenation, no stem, no JSON escape changes it; no digest or secret looks like it. */
export const CANARINO = /k\d{5}k/g;

let numero = 10_000;

/** Puts a new canary in every cell that holds words (see `TESTI`): what stood there is gone. @returns them by word */
export async function semina(
  db: DataSource,
  quali: (colonna: string, parole: Parole) => boolean = () => true,
): Promise<ReadonlyMap<string, Canarino>> {
  const seminati = new Map<string, Canarino>();
  for (const [colonna, parole] of PAROLE) {
    if (!quali(colonna, parole)) continue;
    const [tabella = '', campo = ''] = colonna.split('.');
    const righe = await db.query<{ riga: string; di: string }[]>(
      `SELECT x.ctid::text AS riga, (${parole.id})::text AS di FROM "${tabella}" x WHERE ${parole.dove} ORDER BY x.ctid`,
    );
    for (const { riga, di } of righe) {
      const parola = `k${++numero}k`;
      seminati.set(parola, { parola, colonna, riga, di, parole });
    }
    await pianta(
      db,
      tabella,
      campo,
      parole,
      [...seminati.values()].filter(c => c.colonna === colonna),
    );
  }
  return seminati;
}

/** One statement a column: rows move when they are written, so all are found by where they stood before. */
async function pianta(db: DataSource, tabella: string, campo: string, { valore }: Parole, canarini: readonly Canarino[]): Promise<void> {
  if (canarini.length === 0) return;
  await db.query(
    `UPDATE "${tabella}" x SET "${campo}" = ${valore.replaceAll('$1', 'c.parola')} FROM unnest($1::text[], $2::text[]) AS c (parola, riga) WHERE x.ctid = c.riga::tid`,
    [canarini.map(c => c.parola), canarini.map(c => c.riga)],
  );
}

/** Every cell of text of the schema, as `table.column`. */
export async function colonneDiTesto(db: DataSource): Promise<string[]> {
  const righe = await db.query<{ nome: string }[]>(
    `SELECT c.table_name || '.' || c.column_name AS nome FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type IN ('text', 'jsonb', 'json', 'xml', 'character varying', 'character', 'ARRAY', 'hstore', 'tsvector')
       AND c.is_generated = 'NEVER'
       AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.contype = 'c' AND k.conrelid = format('%I', c.table_name)::regclass AND pg_get_constraintdef(k.oid) LIKE 'CHECK ((' || c.column_name || ' = ANY (ARRAY[%')
     ORDER BY 1`,
  );
  return righe.map(r => r.nome);
}
