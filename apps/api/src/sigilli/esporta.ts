import type { KeyObject } from 'node:crypto';
import type { ChiavePubblica, SigilliExport } from '@tavoli/shared';
import type { DataSource } from 'typeorm';
import { sha256 } from '../platform/registro/canonical.js';
import { firma, pubblica, senzaTitoli, type Firmata, type SigilliTenuti } from '../platform/registro/sigillo.js';

interface Riga {
  readonly dichiarazione: Firmata;
  readonly firma: string;
  readonly spki: string;
}

/** Every sigillo of an ambito as it was signed, oldest first, with the keys of all; null before the first. */
export async function firmati(db: Pick<DataSource, 'query'>, ambitoId: string): Promise<SigilliTenuti | null> {
  const rows = await db.query<Riga[]>('SELECT dichiarazione, firma, chiave AS spki FROM sigillo WHERE ambito_id = $1 ORDER BY numero', [
    ambitoId,
  ]);
  if (rows.length === 0) return null;
  const chiavi = new Map<string, ChiavePubblica>(
    rows.map(({ spki }) => [spki, { spki, impronta: sha256(Buffer.from(spki, 'base64')).toString('hex') }]),
  );
  return {
    chiavi: [...chiavi.values()],
    sigilli: rows.map(({ dichiarazione, firma: firmato, spki }) => ({
      dichiarazione,
      firma: firmato,
      chiave: chiavi.get(spki)?.impronta ?? '',
    })),
  };
}

/**
 * As everybody reads them. Those that were signed with the titles of documents are told without, signed again as such with `privata`: a title may have
 * been blacked out since, and the series still holds, because each says the hash of how it was.
 */
export function esporta({ chiavi, sigilli }: SigilliTenuti, privata: KeyObject): SigilliExport {
  const nostra = pubblica(privata);
  const detti = sigilli.map(({ dichiarazione: d, ...resto }) => {
    if (d.versione === 2) return { dichiarazione: d, ...resto };
    const dichiarazione = senzaTitoli(d);
    return { dichiarazione, firma: firma(dichiarazione, privata), chiave: nostra.impronta };
  });
  const usate = [...chiavi, ...(chiavi.some(c => c.impronta === nostra.impronta) ? [] : [nostra])];
  return { chiavi: usate.filter(c => detti.some(s => s.chiave === c.impronta)), sigilli: detti };
}
