import type { DataSource } from 'typeorm';

/** As if bytes with this fingerprint were kept: rows may name it. */
export async function custodisci(db: Pick<DataSource, 'query'>, ...impronte: readonly string[]): Promise<void> {
  await db.query('INSERT INTO file_custodito (sha256) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [impronte]);
}
