import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import type { DefinizioneDataset } from './definizione.js';

const PAGINA = 2000;

export type RigaDati = Readonly<Record<string, string | number | boolean | null>>;

/** Rows of a dataset in their order, read page by page after the last key: no transaction stays open while a slow reader reads. */
export async function* righe(
  db: DataSource,
  ambitoId: string,
  { colonne, from, where, chiave }: DefinizioneDataset,
): AsyncGenerator<RigaDati> {
  const campi = colonne.map((c, i) => `${c.sql} AS c${i}`).join(', ');
  const chiavi = chiave.map(([sql]) => sql).join(', ');
  const dopo = `(${chiavi}) > (${chiave.map(([, tipo], i) => `$${i + 2}::${tipo}`).join(', ')})`;
  let ultima: readonly string[] | null = null;
  for (;;) {
    const rows: ({ chiave: string[] } & Record<string, string | number | null>)[] = await db.query(
      `SELECT ${campi}, ARRAY[${chiave.map(([sql]) => `${sql}::text`).join(', ')}] AS chiave FROM ${from} WHERE ${where} ${ultima ? `AND ${dopo}` : ''} ORDER BY ${chiavi} LIMIT ${PAGINA}`,
      [ambitoId, ...(ultima ?? [])],
    );
    for (const row of rows) yield Object.fromEntries(colonne.map((c, i) => [c.nome, row[`c${i}`] ?? null]));
    if (rows.length < PAGINA) return;
    ultima = rows.at(-1)?.chiave ?? null;
  }
}

/** A JSON file written while its rows are read: who publishes it, under which licence, and the rows. */
export function jsonStream(testata: Readonly<Record<string, unknown>>, rows: AsyncIterable<RigaDati>): Readable {
  return Readable.from(pezzi(testata, rows), { objectMode: false });
}

const CHUNK = 16 * 1024;

async function* pezzi(testata: Readonly<Record<string, unknown>>, rows: AsyncIterable<RigaDati>): AsyncGenerator<Buffer> {
  let text = `${JSON.stringify(testata).slice(0, -1)},"items":[`;
  let separatore = '\n';
  for await (const row of rows) {
    text += separatore + JSON.stringify(row);
    separatore = ',\n';
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(`${text}\n]}\n`);
}
