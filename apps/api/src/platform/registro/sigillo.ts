import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { ChiavePubblica, Dichiarazione, SigilliExport } from '@tavoli/shared';
import { canonical, sha256 } from './canonical.js';

const bytesOf = (dichiarazione: Dichiarazione): Buffer => Buffer.from(canonical(dichiarazione));

/** SHA-256 of a statement, 64 hexadecimal digits: what the next one builds on. */
export const improntaDi = (dichiarazione: Dichiarazione): string => sha256(bytesOf(dichiarazione)).toString('hex');

export const firma = (dichiarazione: Dichiarazione, privata: KeyObject): string =>
  sign(null, bytesOf(dichiarazione), privata).toString('base64');

/** The public half of a key, as it is shown and exported. */
export function pubblica(key: KeyObject): ChiavePubblica {
  const spki = (key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' });
  return { spki: spki.toString('base64'), impronta: sha256(spki).toString('hex') };
}

/** The first thing that does not hold in a series of sigilli, oldest first; null when all of it does. */
export function difetto({ chiavi, sigilli }: SigilliExport): string | null {
  const keys = new Map(chiavi.map(chiave => [chiave.impronta, leggiChiave(chiave)]));
  let precedente: string | null = null;
  for (const [i, { dichiarazione, firma: firmato, chiave }] of sigilli.entries()) {
    const { numero } = dichiarazione;
    const key = keys.get(chiave) ?? null;
    if (key === null || !verify(null, bytesOf(dichiarazione), key, Buffer.from(firmato, 'base64')))
      return `sigillo n. ${numero}: la firma non è valida`;
    if (numero !== i + 1) return `dopo il sigillo n. ${i} viene il n. ${numero}`;
    if (dichiarazione.precedente !== precedente) return `sigillo n. ${numero}: non si lega al precedente`;
    precedente = improntaDi(dichiarazione);
  }
  return null;
}

function leggiChiave({ spki, impronta }: ChiavePubblica): KeyObject | null {
  try {
    const der = Buffer.from(spki, 'base64');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' && sha256(der).toString('hex') === impronta ? key : null;
  } catch {
    return null;
  }
}
