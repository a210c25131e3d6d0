import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { ChiavePubblica, Dichiarazione, DichiarazioneConTitoli, SigilliExport } from '@tavoli/shared';
import { canonical, sha256 } from './canonical.js';

/** A statement as it was signed, today or when titles were signed too. */
export type Firmata = Dichiarazione | DichiarazioneConTitoli;

/** Sigilli as somebody may have kept them. */
export type SigilliTenuti = Omit<SigilliExport, 'sigilli'> & {
  readonly sigilli: readonly { readonly dichiarazione: Firmata; readonly firma: string; readonly chiave: string }[];
};

const bytesOf = (dichiarazione: Firmata): Buffer => Buffer.from(canonical(dichiarazione));

/** SHA-256 of a statement, 64 hexadecimal digits: what the next one builds on. */
export const improntaDi = (dichiarazione: Firmata): string => sha256(bytesOf(dichiarazione)).toString('hex');

export const firma = (dichiarazione: Firmata, privata: KeyObject): string => sign(null, bytesOf(dichiarazione), privata).toString('base64');

/** What the next one builds on: of a statement that is told without its titles, how it was. */
const originaleDi = (d: Firmata): string => (d.versione === 2 && d.originale !== undefined ? d.originale : improntaDi(d));

/** The same statement without the titles of its documents, which may hold words that were blacked out since. */
export function senzaTitoli(d: DichiarazioneConTitoli): Dichiarazione {
  const documenti = d.documenti.map(({ titolo: _, ...documento }) => documento);
  return { ...d, versione: 2, documenti, originale: improntaDi(d) };
}

/** The same of a fingerprint in hexadecimal, of what is no statement. */
export const firmaDi = (impronta: string, privata: KeyObject): string =>
  sign(null, Buffer.from(impronta, 'hex'), privata).toString('base64');

/** The public half of a key, as it is shown and exported. */
export function pubblica(key: KeyObject): ChiavePubblica {
  const spki = (key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' });
  return { spki: spki.toString('base64'), impronta: sha256(spki).toString('hex') };
}

/** The first thing that does not hold in a series of sigilli, oldest first; null when all of it does. */
export function difetto({ chiavi, sigilli }: SigilliTenuti): string | null {
  const keys = new Map(chiavi.map(chiave => [chiave.impronta, leggiChiave(chiave)]));
  let precedente: string | null = null;
  for (const [i, { dichiarazione, firma: firmato, chiave }] of sigilli.entries()) {
    const { numero } = dichiarazione;
    const key = keys.get(chiave) ?? null;
    if (key === null || !verify(null, bytesOf(dichiarazione), key, Buffer.from(firmato, 'base64')))
      return `sigillo n. ${numero}: la firma non è valida`;
    if (numero !== i + 1) return `dopo il sigillo n. ${i} viene il n. ${numero}`;
    if (dichiarazione.precedente !== precedente) return `sigillo n. ${numero}: non si lega al precedente`;
    precedente = originaleDi(dichiarazione);
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
