import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { chainHash, commitment, GENESIS } from './canonical.js';

/** One act to be recorded. `contenuto` may hold personal data; the chain never does. */
export interface Act {
  readonly azione: string;
  readonly oggettoTipo: string;
  readonly oggettoId: string;
  readonly contenuto: Readonly<Record<string, unknown>>;
}

/** The database's own clock, to the millisecond: what the hash sees is what the column keeps. */
const HEAD = `
  WITH nuova AS (INSERT INTO registro_testa (ambito_id, seq, hash) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING)
  SELECT 1`;
const LOCK = `SELECT seq, hash, floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS "atMs" FROM registro_testa WHERE ambito_id = $1 FOR UPDATE`;
const APPEND = `
  WITH atto AS (
    INSERT INTO registro (ambito_id, seq, at, attore, azione, oggetto_tipo, oggetto_id, impegno, prev, hash)
    VALUES ($1, $2, to_timestamp($3::bigint / 1000.0), $4, $5, $6, $7, $8, $9, $10)
  ), testa AS (UPDATE registro_testa SET seq = $2, hash = $10 WHERE ambito_id = $1)
  INSERT INTO registro_dettaglio (ambito_id, seq, sale, contenuto) VALUES ($1, $2, $11, $12)`;

/**
 * Appends acts to the hash chain of an ambito, in the caller's transaction. The head row is locked until commit, so call it last:
 * acts of one ambito are in one order, with no gap, and an act of a rolled-back transaction leaves no trace.
 */
export async function appendActs(tx: EntityManager, ambitoId: string, attore: string | null, acts: readonly Act[]): Promise<void> {
  if (acts.length === 0) return;
  const head = await lockHead(tx, ambitoId);
  let seq = Number(head?.seq ?? 0);
  let prev = head?.hash ?? GENESIS;
  const atMs = Number(head?.atMs);
  for (const { azione, oggettoTipo, oggettoId, contenuto } of acts) {
    seq += 1;
    const sale = randomBytes(16);
    const impegno = commitment(sale, contenuto);
    const hash = chainHash(prev, { ambitoId, seq, atMs, attore, azione, oggettoTipo, oggettoId, impegno });
    const row = [ambitoId, seq, atMs, attore, azione, oggettoTipo, oggettoId, impegno, prev, hash, sale, JSON.stringify(contenuto)];
    await tx.query(APPEND, row);
    prev = hash;
  }
}

/** The last act of the chain; the first act of an ambito makes its head. */
async function lockHead(tx: EntityManager, ambitoId: string): Promise<{ seq: string; hash: Buffer; atMs: string } | undefined> {
  const lock = () => tx.query<{ seq: string; hash: Buffer; atMs: string }[]>(LOCK, [ambitoId]);
  const [head] = await lock();
  if (head !== undefined) return head;
  await tx.query(HEAD, [ambitoId, GENESIS]);
  return (await lock())[0];
}
