import type { DataSource } from 'typeorm';
import { difetto } from '../platform/registro/sigillo.js';
import { firmati } from './esporta.js';

/** The first way in which the sigilli of an ambito do not hold, or the register no longer is what they signed; null when all is well. */
export async function difettoDeiSigilli(db: DataSource, ambitoId: string): Promise<string | null> {
  const exported = await firmati(db, ambitoId);
  if (exported === null) return null;
  const wrong = difetto(exported);
  if (wrong !== null) return wrong;
  const atti = exported.sigilli.map(s => s.dichiarazione.atti);
  const rows = await db.query<{ seq: number; hash: string }[]>(
    `SELECT seq::int AS seq, encode(hash, 'hex') AS hash FROM registro WHERE ambito_id = $1 AND seq = ANY($2::bigint[])`,
    [ambitoId, atti],
  );
  const hashes = new Map(rows.map(r => [r.seq, r.hash]));
  const broken = exported.sigilli.find(({ dichiarazione: d }) => hashes.get(d.atti) !== d.impronta);
  if (!broken) return null;
  const { numero, atti: seq } = broken.dichiarazione;
  return hashes.has(seq)
    ? `l’atto n. ${seq} non è quello firmato nel sigillo n. ${numero}`
    : `il sigillo n. ${numero} ne conta ${seq}, ma gli ultimi non ci sono più`;
}
