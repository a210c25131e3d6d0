import type { ChiavePubblica, Dichiarazione, SigilliExport } from '@tavoli/shared';
import type { DataSource } from 'typeorm';
import { sha256 } from '../platform/registro/canonical.js';

interface Riga {
  readonly dichiarazione: Dichiarazione;
  readonly firma: string;
  readonly spki: string;
}

/** Every sigillo of an ambito, oldest first, with the keys they were signed with; null before the first. */
export async function esporta(db: Pick<DataSource, 'query'>, ambitoId: string): Promise<SigilliExport | null> {
  const rows = await db.query<Riga[]>('SELECT dichiarazione, firma, chiave AS spki FROM sigillo WHERE ambito_id = $1 ORDER BY numero', [
    ambitoId,
  ]);
  if (rows.length === 0) return null;
  const chiavi = new Map<string, ChiavePubblica>(
    rows.map(({ spki }) => [spki, { spki, impronta: sha256(Buffer.from(spki, 'base64')).toString('hex') }]),
  );
  return {
    chiavi: [...chiavi.values()],
    sigilli: rows.map(({ dichiarazione, firma, spki }) => ({ dichiarazione, firma, chiave: chiavi.get(spki)?.impronta ?? '' })),
  };
}
