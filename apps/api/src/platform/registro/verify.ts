import type { DataSource } from 'typeorm';
import { chainHash, commitment, GENESIS } from './canonical.js';

interface Row {
  readonly seq: string;
  readonly atMs: string;
  readonly attore: string | null;
  readonly azione: string;
  readonly oggettoTipo: string;
  readonly oggettoId: string;
  readonly impegno: Buffer;
  readonly prev: Buffer;
  readonly hash: Buffer;
  readonly sale: Buffer | null;
  readonly contenuto: unknown;
}

export interface ChainReport {
  readonly ambito: string;
  readonly acts: number;
  /** The first act that does not hold, and why; null when the whole chain does. */
  readonly bad: { readonly seq: number; readonly why: string } | null;
}

const PAGE = 5000;
const ROWS = `
  SELECT r.seq, round(extract(epoch FROM r.at) * 1000)::bigint AS "atMs", r.attore, r.azione, r.oggetto_tipo AS "oggettoTipo", r.oggetto_id AS "oggettoId",
    r.impegno, r.prev, r.hash, d.sale, d.contenuto
  FROM registro r LEFT JOIN registro_dettaglio d ON d.ambito_id = r.ambito_id AND d.seq = r.seq
  WHERE r.ambito_id = $1 AND r.seq > $2 ORDER BY r.seq LIMIT ${PAGE}`;

/** Recomputes the whole chain of one ambito and compares it with what is stored, in constant memory. */
export async function verifyChain(db: DataSource, ambito: { id: string; slug: string }): Promise<ChainReport> {
  let seq = 0;
  let prev = GENESIS;
  for (;;) {
    const rows = await db.query<Row[]>(ROWS, [ambito.id, seq]);
    for (const row of rows) {
      const why = problemOf(ambito.id, row, seq + 1, prev);
      if (why !== null) return { ambito: ambito.slug, acts: seq, bad: { seq: seq + 1, why } };
      seq += 1;
      prev = row.hash;
    }
    if (rows.length < PAGE) return { ambito: ambito.slug, acts: seq, bad: await headProblem(db, ambito.id, seq, prev) };
  }
}

function problemOf(ambitoId: string, row: Row, expectedSeq: number, prev: Buffer): string | null {
  const seq = Number(row.seq);
  if (seq !== expectedSeq) return `manca l’atto: dopo il ${expectedSeq - 1} viene il ${seq}`;
  if (!row.prev.equals(prev)) return 'non si lega all’atto precedente';
  const { attore, azione, oggettoTipo, oggettoId, impegno } = row;
  if (!row.hash.equals(chainHash(prev, { ambitoId, seq, atMs: Number(row.atMs), attore, azione, oggettoTipo, oggettoId, impegno })))
    return 'è stato modificato';
  if (row.sale !== null && !commitment(row.sale, row.contenuto).equals(impegno)) return 'il dettaglio è stato modificato';
  return null;
}

async function headProblem(db: DataSource, ambitoId: string, seq: number, prev: Buffer): Promise<ChainReport['bad']> {
  const [head] = await db.query<{ seq: string; hash: Buffer }[]>('SELECT seq, hash FROM registro_testa WHERE ambito_id = $1', [ambitoId]);
  if (!head) return seq === 0 ? null : { seq: 1, why: 'manca la testa della catena' };
  if (Number(head.seq) !== seq) return { seq: seq + 1, why: `mancano gli ultimi atti: la testa dice ${head.seq}` };
  return head.hash.equals(prev) ? null : { seq, why: 'non è l’atto che la testa ricorda' };
}
